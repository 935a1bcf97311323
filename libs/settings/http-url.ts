/** Whether it is a web address: http or https, without user and password, at most 2,048 characters. */
export function isHttpUrl(value: unknown): value is string {
  // The URL parser drops tabs and line breaks, and turns backslashes into slashes. Such URLs are refused instead.
  if (typeof value !== 'string' || value.length > 2048 || !/^https?:\/\/[^\s\\\p{Cc}]+$/iu.test(value))
    return false;
  const url = URL.parse(value);
  return url !== null && url.username === '' && url.password === '';
}
