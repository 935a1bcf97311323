import { ClusterDouble, type Fault } from '../double/index.js';
import { openCluster } from './open-cluster.js';
import { all, LIMITS, PATIENT, TIMES, underFaults, writeUnder, wrongIn } from './under-faults.js';

/** The faults of a call that writes, by name. */
const OF_APPENDS: Readonly<Record<string, Omit<Fault, 'on'>>> = {
  'the append is refused': { fault: 'refuse' },
  'the connection is cut before the commit': { fault: 'dropBefore' },
  'the connection is cut after the commit': { fault: 'dropAfter' },
  'the call breaks before the commit': { fault: 'resetBefore' },
  'the call breaks after the commit': { fault: 'resetAfter' },
  'the call is cancelled before the commit': { fault: 'resetBefore', status: 'CANCELLED' },
  'the call is cancelled after the commit': { fault: 'resetAfter', status: 'CANCELLED' },
  'the server is mute before the commit': { fault: 'muteBefore' },
  'the server is mute after the commit': { fault: 'muteAfter' },
  'the commit times out, and is not done': { fault: 'timeoutBefore' },
  'the commit times out, and is done': { fault: 'timeoutAfter' },
  'the server is slow': { fault: 'slow', ms: 10 },
  'the server answers too late': { fault: 'slow', ms: 200 },
  'the node is not the leader': { fault: 'notLeader' },
  'the server is not ready': { fault: 'notReady' },
  'the server is too busy': { fault: 'busy' },
};

describe.each(Object.entries(OF_APPENDS))(`${TIMES} times: %s`, (_, fault) => {
  it('keeps every event once, in order, and has the same read model as a run without faults', () =>
    expect(
      underFaults(async ({ faults }) => faults.next({ on: 'append', stream: 'public-', ...fault })),
    ).resolves.toBe(TIMES));
});

it('detects a writer that reads after an unknown outcome, and then appends a second time', async () => {
  const double = await ClusterDouble.start();
  const store = await openCluster(double.url, { log: 'public' }, { limits: LIMITS });
  const patient = await openCluster(double.url, { log: 'public' }, { limits: PATIENT });
  try {
    const strike = async (): Promise<void> =>
      double.faults.next({ on: 'append', stream: 'public-', fault: 'dropAfter' });
    const acknowledged = await writeUnder(strike, async (stream, revision, event) => {
      const first = await store
        .append(stream, revision === 0 ? 'no_stream' : BigInt(revision - 1), [event])
        .catch((error: unknown) => error);
      if (!(first instanceof Error)) return;
      const there = await all(store.readStream(stream)).catch(() => []);
      const last = there.at(-1)?.revision ?? 'no_stream';
      await store.append(stream, last, [event]).catch(() => undefined);
    });
    expect(await wrongIn(patient, acknowledged)).not.toEqual([]);
  } finally {
    await Promise.all([store.close(), patient.close()]);
    await double.stop();
  }
});
