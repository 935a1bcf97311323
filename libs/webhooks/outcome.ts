/** Why a message did not arrive, in a word that tells nothing of anybody's network. */
export type Failure =
  /** The name has an address that is not public. */
  | 'address-refused'
  /** The name has no address, or nobody could say. */
  | 'name-unresolved'
  /** No connection, or it ended before an answer. */
  | 'connection'
  /** The certificate is not valid for the name, or no TLS was agreed. */
  | 'tls'
  /** No answer in time. */
  | 'timeout'
  /** What came is not HTTP. */
  | 'answer-malformed'
  /** A redirect: none is followed. */
  | 'redirect'
  /** Another status than 2xx. */
  | 'status';

/** What became of an attempt. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly status: number }
  /** 410: the partner wants no more. */
  | { readonly kind: 'gone'; readonly status: 410 }
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      /** Null where there was no answer. */
      readonly status: number | null;
      /** Milliseconds that the partner asks us to wait; null where it did not say. */
      readonly wait: number | null;
    };

export const failed = (failure: Failure): Outcome => ({ kind: 'failed', failure, status: null, wait: null });

/** The longest that a partner's `Retry-After` is followed, in milliseconds. */
const MOST_WAIT = 3_600_000;

/** What an answer says (Standard Webhooks 1.0.0, delivery success and failure). `now` is in milliseconds since the epoch. */
export function outcomeOf(status: number, retryAfter: string | undefined, now: number): Outcome {
  if (status >= 200 && status <= 299) return { kind: 'delivered', status };
  if (status === 410) return { kind: 'gone', status };
  const failure = status >= 300 && status <= 399 ? 'redirect' : 'status';
  const wait = status === 429 || status === 503 ? waitOf(retryAfter, now) : null;
  return { kind: 'failed', failure, status, wait };
}

/** `Retry-After` (RFC 9110 section 10.2.3), in seconds or as a date, as milliseconds from 0 to an hour; null for none. */
function waitOf(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  const date = /^[A-Z][a-z]{2}, .* GMT$/.test(text) ? Date.parse(text) : NaN;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : date - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MOST_WAIT);
}
