/** Why a delivery failed, without details of anybody's network. */
export type Failure =
  /** The name has an address that is not public. */
  | 'address-refused'
  /** The name has no address, or could not be resolved. */
  | 'name-unresolved'
  /** There was no connection, or it ended before the answer. */
  | 'connection'
  /** The certificate is not valid for the name, or TLS failed. */
  | 'tls'
  /** No answer in time. */
  | 'timeout'
  /** The answer is not HTTP. */
  | 'answer-malformed'
  /** A redirect, which is not followed. */
  | 'redirect'
  /** A status other than 2xx. */
  | 'status';

/** The outcome of an attempt. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly status: number }
  /** 410: the partner wants no more messages. */
  | { readonly kind: 'gone'; readonly status: 410 }
  | {
      readonly kind: 'failed';
      readonly failure: Failure;
      /** Null without an answer. */
      readonly status: number | null;
      /** Milliseconds in Retry-After; null without it. */
      readonly wait: number | null;
    };

export const failed = (failure: Failure): Outcome => ({ kind: 'failed', failure, status: null, wait: null });

/** The longest Retry-After that we respect, in milliseconds. */
const MOST_WAIT = 3_600_000;

/** The outcome of an answer (Standard Webhooks 1.0.0, delivery success and failure). `now`: milliseconds since the epoch. */
export function outcomeOf(status: number, retryAfter: string | undefined, now: number): Outcome {
  if (status >= 200 && status <= 299) return { kind: 'delivered', status };
  if (status === 410) return { kind: 'gone', status };
  const failure = status >= 300 && status <= 399 ? 'redirect' : 'status';
  const wait = status === 429 || status === 503 ? waitOf(retryAfter, now) : null;
  return { kind: 'failed', failure, status, wait };
}

/** The milliseconds in `Retry-After` (RFC 9110 section 10.2.3), which has seconds or a date: 0 to an hour; null without it. */
function waitOf(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  const date = /^[A-Z][a-z]{2}, .* GMT$/.test(text) ? Date.parse(text) : NaN;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : date - now;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), MOST_WAIT);
}
