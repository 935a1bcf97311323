/** An address on the web that a reader may follow: http or https, no user or password in it, at most 2,048 characters. */
export function isHttpUrl(value: unknown): value is string {
  // The URL parser drops tabs and line ends and takes backslashes for slashes: refuse what it would mend.
  if (typeof value !== 'string' || value.length > 2048 || !/^https?:\/\/[^\s\\\p{Cc}]+$/iu.test(value))
    return false;
  const url = URL.parse(value);
  return url !== null && url.username === '' && url.password === '';
}
