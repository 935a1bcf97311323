/**
 * What a call to the cluster came to, where it did not succeed:
 * - `not-sent`, `busy`, `not-leader`: it was not carried out, and may be later, perhaps by another node.
 * - `lost`: it may have been carried out or not: the connection broke, or the answer did not come in time.
 * - `denied`: these credentials may not do that, or are wrong.
 * - `too-large`: the server takes less in one append.
 * - `misplaced`: no event can stand at the position of the log that was named.
 * - `deleted`: the stream was deleted for good.
 * - `conflict`: the stream is elsewhere than was expected.
 * - `overrun`: the server sent faster than was taken, and ended the subscription.
 * - `refused`: any other answer that says no; nothing was carried out.
 */
export type CallOutcome =
  | 'not-sent'
  | 'busy'
  | 'not-leader'
  | 'lost'
  | 'denied'
  | 'too-large'
  | 'misplaced'
  | 'deleted'
  | 'conflict'
  | 'overrun'
  | 'refused';

/** A call to the cluster that failed; the message is for a person, and names no credentials. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';

  constructor(
    readonly outcome: CallOutcome,
    message: string,
    /** Of `too-large`: how many bytes the server takes, where it said so. */
    readonly limit: number | null = null,
  ) {
    super(message);
  }

  /** Whether the same call may succeed a little later. */
  get passing(): boolean {
    return ['not-sent', 'busy', 'not-leader', 'lost'].includes(this.outcome);
  }
}

/** What of an error of gRPC or of the client tells what it is; the client wraps some and passes others on. */
interface Raised {
  readonly code?: unknown;
  readonly details?: unknown;
  readonly message?: unknown;
  readonly metadata?: { get(name: string): readonly unknown[] } | undefined;
}

/** Codes of gRPC that we tell apart (https://grpc.io/docs/guides/status-codes/). */
const CODE = { cancelled: 1, unknown: 2, deadline: 4, denied: 7, aborted: 10, unavailable: 14, stranger: 16 };

/** Tells what became of a call by the error that it ended with. */
export function callFailed(error: unknown): CallFailed {
  if (error instanceof CallFailed) return error;
  const { code, details, message, metadata } = (error ?? {}) as Raised;
  const said = String(details ?? message ?? error);
  const [exception] = metadata?.get('exception') ?? [];
  switch (exception) {
    case 'not-leader':
      return new CallFailed('not-leader', 'The node that was asked is not the leader.');
    case 'access-denied':
      return denied();
    case 'maximum-append-size-exceeded': {
      const limit = Number(metadata?.get('maximum-append-size')[0]);
      return new CallFailed('too-large', 'The append is larger than the server takes.', limit || null);
    }
    case 'stream-deleted':
      return new CallFailed('deleted', 'The stream was deleted on the cluster. Restore it from a backup.');
    case 'wrong-expected-version':
      return new CallFailed('conflict', 'The stream is elsewhere than was expected.');
  }
  if (/not ready/i.test(said)) return new CallFailed('busy', 'The cluster is not ready.');
  if (/too busy|server is busy/i.test(said)) return new CallFailed('busy', 'The cluster is too busy.');
  if (/unexpected readallresult/i.test(said))
    return new CallFailed('misplaced', 'No event stands at that position of the log.');
  if (/consumer too slow/i.test(said))
    return new CallFailed('overrun', 'The server sent more at once than it keeps for a subscription.');
  if (/failed to discover/i.test(said))
    return new CallFailed('not-sent', 'No node of the cluster can be found: all are down, or none leads.');
  switch (code) {
    case CODE.denied:
    case CODE.stranger:
      return denied();
    case CODE.unavailable:
      // Nothing goes out before there is a connection.
      for (const [cause, message] of UNREACHED)
        if (cause.test(said)) return new CallFailed('not-sent', message);
      return new CallFailed('lost', 'The connection to the cluster broke.');
    case CODE.deadline:
    case CODE.aborted:
      return new CallFailed('lost', 'The cluster did not answer in time.');
    case CODE.cancelled:
      return new CallFailed('lost', 'The cluster broke the call off.');
    case CODE.unknown:
      return new CallFailed('lost', 'The cluster failed during the call.');
  }
  // Errors of sockets and HTTP/2 that come without a code of gRPC.
  if (typeof code !== 'number') return new CallFailed('lost', 'The connection to the cluster broke.');
  return new CallFailed('refused', `The cluster refused the call (gRPC code ${code}).`);
}

/** Why there is no connection, as the transport says it, and for an operator; the last is for any other cause. */
const UNREACHED: readonly (readonly [cause: RegExp, message: string])[] = [
  [
    /certificate|self[- ]signed|altname/i,
    'The cluster’s certificate is not trusted: give the authority that signed it as tlsCAFile, or renew it.',
  ],
  [
    /wrong version number|ssl routines|packet length|eproto/i,
    'The cluster cannot be reached by TLS: it does not speak it. Have it do so, or give tls=false.',
  ],
  [/econnrefused/i, 'The cluster cannot be reached: the connection is refused.'],
  [
    /name resolution failed|getaddrinfo|enotfound/i,
    'The cluster cannot be reached: there is no such host name.',
  ],
  [/etimedout|ehostunreach|enetunreach/i, 'The cluster cannot be reached: no way leads to its address.'],
  [
    /no connection established/i,
    'The cluster cannot be reached: it ends the connection. Where it speaks TLS, tls=false is wrong.',
  ],
];

const denied = (): CallFailed =>
  new CallFailed('denied', 'The cluster denies access: the credentials are wrong, or lack the right.');
