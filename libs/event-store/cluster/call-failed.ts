/**
 * The outcome of a failed call to the cluster:
 * - `not-sent`, `busy`, `not-leader`: it was not carried out. It may succeed later, perhaps on another node.
 * - `lost`: it was carried out or not. The connection broke, or the answer did not come in time.
 * - `denied`: these credentials are wrong, or lack the right.
 * - `too-large`: the server accepts fewer bytes in one append.
 * - `misplaced`: no event can be at the given position of the log.
 * - `deleted`: the stream was deleted for good.
 * - `conflict`: the stream is not at the expected revision.
 * - `overrun`: the server sent events faster than this program took them, and ended the subscription.
 * - `refused`: any other refusal. Nothing was carried out.
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

/** A failed call to the cluster. The message is for a person and has no credentials. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';

  constructor(
    readonly outcome: CallOutcome,
    message: string,
    /** For `too-large`: the limit of the server in bytes, if it said so. */
    readonly limit: number | null = null,
  ) {
    super(message);
  }

  /** Whether the same call may succeed soon. */
  get passing(): boolean {
    return ['not-sent', 'busy', 'not-leader', 'lost'].includes(this.outcome);
  }
}

/** The fields of an error by gRPC or the client. The client wraps some errors, and passes others on. */
interface Raised {
  readonly code?: unknown;
  readonly details?: unknown;
  readonly message?: unknown;
  readonly metadata?: { get(name: string): readonly unknown[] } | undefined;
}

/** The gRPC status codes that we distinguish (https://grpc.io/docs/guides/status-codes/). */
const CODE = { cancelled: 1, unknown: 2, deadline: 4, denied: 7, aborted: 10, unavailable: 14, stranger: 16 };

/** Finds the outcome of a call from its error. */
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
      return new CallFailed('too-large', 'The append is larger than the server accepts.', limit || null);
    }
    case 'stream-deleted':
      return new CallFailed('deleted', 'The stream was deleted on the cluster. Restore it from a backup.');
    case 'wrong-expected-version':
      return new CallFailed('conflict', 'The stream is not at the expected revision.');
  }
  if (/not ready/i.test(said)) return new CallFailed('busy', 'The cluster is not ready.');
  if (/too busy|server is busy/i.test(said)) return new CallFailed('busy', 'The cluster is too busy.');
  if (/unexpected readallresult/i.test(said))
    return new CallFailed('misplaced', 'The log has no event at that position.');
  if (/consumer too slow/i.test(said))
    return new CallFailed('overrun', 'The server sent events faster than it buffers for a subscription.');
  if (/failed to discover/i.test(said))
    return new CallFailed(
      'not-sent',
      'No node of the cluster can be found: all are down, or there is no leader.',
    );
  switch (code) {
    case CODE.denied:
    case CODE.stranger:
      return denied();
    case CODE.unavailable:
      // Without a connection nothing was sent.
      for (const [cause, message] of UNREACHED)
        if (cause.test(said)) return new CallFailed('not-sent', message);
      return new CallFailed('lost', 'The connection to the cluster broke.');
    case CODE.deadline:
    case CODE.aborted:
      return new CallFailed('lost', 'The cluster did not answer in time.');
    case CODE.cancelled:
      return new CallFailed('lost', 'The cluster cancelled the call.');
    case CODE.unknown:
      return new CallFailed('lost', 'The cluster failed during the call.');
  }
  // Errors of sockets and HTTP/2 have no gRPC code.
  if (typeof code !== 'number') return new CallFailed('lost', 'The connection to the cluster broke.');
  return new CallFailed('refused', `The cluster refused the call (gRPC code ${code}).`);
}

/** Causes of a missing connection, as the transport reports them, with a sentence for the operator. The last fits any cause. */
const UNREACHED: readonly (readonly [cause: RegExp, message: string])[] = [
  [
    /certificate|self[- ]signed|altname/i,
    'The cluster’s certificate is not trusted. Give the authority that signed it as tlsCAFile, or renew it.',
  ],
  [
    /wrong version number|ssl routines|packet length|eproto/i,
    'The cluster cannot be reached by TLS: it does not support it. Turn TLS on there, or give tls=false.',
  ],
  [/econnrefused/i, 'The cluster cannot be reached: the connection is refused.'],
  [
    /name resolution failed|getaddrinfo|enotfound/i,
    'The cluster cannot be reached: there is no such host name.',
  ],
  [/etimedout|ehostunreach|enetunreach/i, 'The cluster cannot be reached: no route leads to its address.'],
  [
    /no connection established/i,
    'The cluster cannot be reached: it ends the connection. If it uses TLS, tls=false is wrong.',
  ],
];

const denied = (): CallFailed =>
  new CallFailed('denied', 'The cluster denies access: the credentials are wrong, or lack the right.');
