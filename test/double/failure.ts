import { Metadata, status } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';

export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** The answer of a batch append for one failed append. A failure without it ends the whole call. */
interface Detail {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** An error answer of the server: gRPC sends its code, details and trailers. */
export class Failure extends Error {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
  readonly inBatch: Detail | null;

  constructor(
    code: status,
    details: string,
    trailers: Readonly<Record<string, string>> = {},
    inBatch: Detail | null = null,
  ) {
    super(details);
    this.code = code;
    this.details = details;
    this.metadata = new Metadata();
    for (const [name, value] of Object.entries(trailers)) this.metadata.set(name, value);
    this.inBatch = inBatch;
  }
}

/** Thrown if there must be no answer. */
export class Silence extends Error {}

const detail = (type: string, message: { serializeBinary(): Uint8Array }): Detail => ({
  type: `event_store.client.${type}`,
  bytes: message.serializeBinary(),
});
const nothing: Detail = { type: 'google.protobuf.Empty', bytes: new Uint8Array(0) };

export const failures = {
  accessDenied: () =>
    new Failure(
      status.PERMISSION_DENIED,
      'Access Denied',
      { exception: 'access-denied' },
      detail('AccessDenied', new shared.AccessDenied()),
    ),
  wrongCredentials: () => new Failure(status.UNAUTHENTICATED, 'Unauthenticated'),
  notLeader: ({ address, port }: Endpoint) =>
    new Failure(status.NOT_FOUND, 'Leader info available', {
      exception: 'not-leader',
      'leader-endpoint-host': address,
      'leader-endpoint-port': String(port),
    }),
  notReady: () => new Failure(status.UNAVAILABLE, 'Server Is Not Ready', {}, nothing),
  busy: () => new Failure(status.UNKNOWN, 'Server Is Busy', {}, nothing),
  unavailable: () => new Failure(status.UNAVAILABLE, 'Service Unavailable'),
  cancelled: () => new Failure(status.CANCELLED, 'Call Cancelled'),
  /** The same append is already being committed, in another call. */
  commitTimeout: () =>
    new Failure(
      status.ABORTED,
      'Operation timed out: Commit phase timeout.',
      {},
      detail('Timeout', new shared.Timeout()),
    ),
  tooSlow: () =>
    new Failure(status.ABORTED, 'Operation was aborted: Consumer too slow to handle event while live.'),
  noSuchPlace: (of: 'All' | 'Stream') => new Failure(status.UNKNOWN, `Unexpected Read${of}Result: Error`),
  byHandler: () => new Failure(status.UNKNOWN, 'Exception was thrown by handler.', {}, nothing),
  streamDeleted: (stream: string) =>
    new Failure(
      status.FAILED_PRECONDITION,
      `Event stream '${stream}' is deleted.`,
      { exception: 'stream-deleted', 'stream-name': stream },
      detail('StreamDeleted', new shared.StreamDeleted()),
    ),
  messageTooLarge: () =>
    new Failure(status.RESOURCE_EXHAUSTED, 'Received message exceeds the maximum configured message size.'),
  timeout: () =>
    new Failure(status.DEADLINE_EXCEEDED, 'Operation timed out', {}, detail('Timeout', new shared.Timeout())),
  appendTooLarge: (limit: number) =>
    new Failure(
      status.INVALID_ARGUMENT,
      `Maximum Append Size of ${limit} Exceeded.`,
      { exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit) },
      detail('MaximumAppendSizeExceeded', new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit)),
    ),
  invalid: (what: string) => new Failure(status.INVALID_ARGUMENT, what, {}, nothing),
  userExists: (name: string) =>
    new Failure(status.FAILED_PRECONDITION, 'User already exists.', {
      exception: 'user-conflict',
      'login-name': name,
    }),
  noUser: (name: string) =>
    new Failure(status.NOT_FOUND, `User '${name}' is not found.`, {
      exception: 'user-not-found',
      'login-name': name,
    }),
  wrongVersion: ({
    stream,
    expected,
    current,
  }: {
    readonly stream: string;
    readonly expected: bigint | string;
    readonly current: bigint | null;
  }) =>
    new Failure(status.FAILED_PRECONDITION, 'Wrong expected version.', {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      'actual-version': String(current ?? -1),
    }),
  notMade: (what: string) => new Failure(status.UNIMPLEMENTED, `The double does not do ${what}.`),
};

/** Any error as an answer. An unexpected one becomes UNKNOWN, as on a server. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new Failure(status.UNKNOWN, `Exception was thrown by handler. ${message}`, {}, nothing);
}
