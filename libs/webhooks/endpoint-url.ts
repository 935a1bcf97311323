/** The URL parser drops tabs and line ends and takes backslashes for slashes: what it would mend is refused. */
const FORM = /^https:\/\/[^\s\\\p{Cc}]+$/iu;

/** What is wrong with the URL of an endpoint, in words that do not repeat it; null where nothing is. */
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
