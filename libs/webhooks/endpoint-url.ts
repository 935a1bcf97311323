/** The URL parser drops tabs and line breaks, and turns backslashes into slashes. Such URLs are refused instead. */
const FORM = /^https:\/\/[^\s\\\p{Cc}]+$/iu;

/** The fault of an endpoint's URL, without repeating the URL; null if it is valid. */
export function faultOfUrl(text: string): string | null {
  if (text.length > 2_048) return 'must have at most 2048 characters';
  const url = FORM.test(text) ? URL.parse(text) : null;
  if (url === null) return 'must be an https URL';
  if (url.username !== '' || url.password !== '') return 'must have no user and no password';
  if (text.includes('#')) return 'must have no fragment';
  if (url.port === '0') return 'must have a port that can be reached';
  return null;
}

/** The host of a URL as sockets take it: an IPv6 address without its brackets. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');
