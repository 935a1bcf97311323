import { CallFailed, callFailed, type CallOutcome } from './call-failed.js';

const metadata = (values: Readonly<Record<string, string>>) => ({
  get: (name: string): readonly string[] => (values[name] === undefined ? [] : [values[name]]),
});

/** Errors as gRPC and the client raise them, and the outcome of the call. */
const raised: readonly (readonly [error: unknown, outcome: CallOutcome])[] = [
  [
    { code: 14, details: 'No connection established. Last error: connect ECONNREFUSED 127.0.0.1:1' },
    'not-sent',
  ],
  [{ code: 14, details: 'Name resolution failed for target dns:nowhere' }, 'not-sent'],
  [{ code: 14, details: 'Connection dropped' }, 'lost'],
  [{ code: 4, details: 'Deadline exceeded' }, 'lost'],
  [{ code: 10, details: 'Operation timed out: commit' }, 'lost'],
  [{ code: 1, details: 'Call cancelled' }, 'lost'],
  [{ code: 14, details: 'Server Is Not Ready' }, 'busy'],
  [{ code: 2, details: 'Unexpected ReadAllResult: Error' }, 'misplaced'],
  [{ code: 10, details: 'Operation was aborted: Consumer too slow to handle event while live.' }, 'overrun'],
  [{ code: 10, details: 'Operation timed out: Commit phase timeout.' }, 'lost'],
  [{ code: 14, details: 'Forwarding timeout' }, 'lost'],
  [{ code: 2, message: 'Server Is Too Busy' }, 'busy'],
  [{ code: 2, details: 'stream removed' }, 'lost'],
  [{ code: 5, details: '', metadata: metadata({ exception: 'not-leader' }) }, 'not-leader'],
  [{ code: 7, details: '', metadata: metadata({ exception: 'access-denied' }) }, 'denied'],
  [{ code: 16, details: '' }, 'denied'],
  [{ code: 3, details: '', metadata: metadata({ exception: 'maximum-append-size-exceeded' }) }, 'too-large'],
  [{ code: 9, details: '', metadata: metadata({ exception: 'stream-deleted' }) }, 'deleted'],
  [{ code: 9, details: '', metadata: metadata({ exception: 'wrong-expected-version' }) }, 'conflict'],
  [{ code: 3, details: 'nonsense' }, 'refused'],
  [new Error('Failed to discover after 10 attempts.'), 'not-sent'],
  [Object.assign(new Error('write after end'), { code: 'ERR_STREAM_WRITE_AFTER_END' }), 'lost'],
  [undefined, 'lost'],
];

it.each(raised)('finds the outcome of a failed call: %j', (error, outcome) => {
  expect(callFailed(error).outcome).toBe(outcome);
});

/** Causes of a missing connection, as the transport of Node 24 reports them. Each has its own sentence. */
const UNREACHED: readonly (readonly [details: string, message: string])[] = [
  [
    'No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:1. Resolution note: ',
    'is refused',
  ],
  [
    'No connection established. Last error: Error: unable to verify the first certificate; if the root CA is installed locally, try running Node.js with --use-system-ca. Resolution note: ',
    'certificate is not trusted',
  ],
  [
    'No connection established. Last error: Error: 407DACB8947F0000:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:',
    'does not support it',
  ],
  [
    'No connection established. Last error: Failed to connect (2026-11-29T09:27:51.966Z). Resolution note: ',
    'ends the connection',
  ],
  ['Name resolution failed for target dns:nowhere.invalid:2113', 'no such host name'],
  ['No connection established. Last error: Error: connect EHOSTUNREACH 10.0.0.1:2113', 'no route leads'],
];

it.each(UNREACHED)('says why there is no connection: %s', (details, message) => {
  const failed = callFailed({ code: 14, details });
  expect(failed.outcome).toBe('not-sent');
  expect(failed.message).toContain(message);
});

it('reports the limit of the server, and repeats nothing of the original message', () => {
  const limit = metadata({ exception: 'maximum-append-size-exceeded', 'maximum-append-size': '1048576' });
  expect(callFailed({ code: 3, metadata: limit }).limit).toBe(1_048_576);
  for (const [error] of raised)
    expect(callFailed({ ...(error as object), details: 'esdb://admin:secret@db' }).message).not.toContain(
      'secret',
    );
});

it('does not change a CallFailed', () => {
  const failed = new CallFailed('busy', 'The cluster is not ready.');
  expect(callFailed(failed)).toBe(failed);
  expect([failed.passing, callFailed({ code: 16 }).passing]).toEqual([true, false]);
});
