import { setTimeout as pause } from 'node:timers/promises';
import type { FaultName } from './index.js';
import { follow, outcome, reports, Scene, unary, until } from './scene.js';

const scene = new Scene();

afterEach(() => scene.end());

describe('faults', () => {
  type Case = readonly [fault: FaultName, unary: string, inBatch: string, written: boolean];
  const appends: readonly Case[] = [
    ['refuse', 'unavailable', 'unavailable', false],
    ['dropBefore', 'unavailable', 'unavailable', false],
    ['dropAfter', 'unavailable', 'unavailable', true],
    ['resetBefore', 'unavailable', 'unavailable', false],
    ['resetAfter', 'unavailable', 'unavailable', true],
    ['muteBefore', 'no answer', 'no answer', false],
    ['muteAfter', 'no answer', 'no answer', true],
    ['timeoutBefore', 'deadline-exceeded', 'deadline-exceeded', false],
    ['timeoutAfter', 'deadline-exceeded', 'deadline-exceeded', true],
    ['slow', 'no answer', 'no answer', false],
    ['notLeader', 'not-leader', 'not-leader', false],
    ['notReady', 'unavailable', 'unknown', false],
    ['busy', 'unknown', 'unknown', false],
  ];

  it.each(appends)(
    '%s: an append results in %s, or in a batch in %s; written: %s',
    async (fault, one, batch, written) => {
      await scene.start();
      for (const [stream, options, expectedOutcome] of [
        ['story-1', unary, one],
        ['story-2', {}, batch],
      ] as const) {
        // A slow answer comes after the end of the test's waiting time.
        scene.double.faults.next({ on: 'append', fault, stream, ms: fault === 'slow' ? 60_000 : 600 });
        const other = await scene.client.appendToStream('other', reports(1), options);
        expect(other.success).toBe(true);
        const append = scene.connect(scene.double.url).appendToStream(stream, reports(1), options);
        expect(await outcome(append, expectedOutcome === 'no answer' ? 200 : 20_000)).toBe(expectedOutcome);
        const there = (): Promise<string> =>
          outcome(scene.revisions(stream, scene.connect(scene.double.url)), 20_000);
        // The append may still be on its way to the server.
        const expected = written ? 'done' : 'stream-not-found';
        const end = Date.now() + 20_000;
        while ((await there()) !== expected && Date.now() < end) await pause(20);
        expect(await there()).toBe(expected);
        void append.catch(() => undefined);
      }
    },
  );

  it('strike the given number of times, or at random by a seed, until they are cleared', async () => {
    await scene.start();
    const append = (): Promise<string> =>
      outcome(scene.client.appendToStream('story-1', reports(1), unary), 20_000);
    scene.double.faults.next({ on: 'append', fault: 'busy', times: 2 });
    expect([await append(), await append(), await append()]).toEqual(['unknown', 'unknown', 'done']);
    const drawn: string[][] = [];
    for (let round = 0; round < 2; round += 1) {
      scene.double.faults.randomly({ on: 'append', fault: 'busy', probability: 0.5, seed: 7 });
      const results: string[] = [];
      for (let each = 0; each < 12; each += 1) results.push(await append());
      drawn.push(results);
      scene.double.faults.clear();
    }
    expect(drawn[0]).toEqual(drawn[1]);
    expect(new Set(drawn[0])).toEqual(new Set(['unknown', 'done']));
    expect(await append()).toBe('done');
  });

  it.each([
    ['refuse', 'unavailable', 0],
    ['dropAfter', 'unavailable', 3],
    ['resetAfter', 'unavailable', 3],
    ['muteAfter', 'no answer', 3],
    ['notLeader', 'not-leader', 0],
    ['notReady', 'unavailable', 0],
    ['timeoutBefore', 'deadline-exceeded', 0],
  ] as const)('%s: a read ends with %s after %s events', async (fault, expected, events) => {
    await scene.start();
    await scene.client.appendToStream('story-1', reports(10));
    scene.double.faults.next({ on: 'read', fault, afterEvents: 3 });
    let count = 0;
    const read = async (): Promise<void> => {
      for await (const event of scene.client.readStream('story-1')) if (event) count += 1;
    };
    expect(await outcome(read(), expected === 'no answer' ? 300 : 20_000)).toBe(expected);
    // A cut connection may lose events that were not yet delivered.
    expect(count).toBeLessThanOrEqual(events);
    expect(await outcome(scene.revisions('story-1', scene.connect(scene.double.url)), 20_000)).toBe('done');
  });

  it.each([
    ['endSubscriptions', ['caught up', 'ended']],
    ['failSubscriptions', ['caught up', 'unavailable']],
    ['cutConnections', ['caught up', 'unavailable']],
    ['silenceSubscriptions', ['caught up']],
    ['deliverTwice', ['caught up', 'story-1@0', 'story-1@0']],
  ] as const)('%s: a subscription sees %s', async (fault, expected) => {
    await scene.start();
    const seen = follow(scene.client.subscribeToAll());
    await until('it has caught up', () => seen.includes('caught up'));
    scene.double.faults[fault]();
    const left = /end|fail|cut/.test(fault) ? 0 : 1;
    await until('it is gone, or stays', () => scene.double.subscriptions === left);
    await scene.connect(scene.double.url).appendToStream('story-1', reports(1));
    await until('it saw that', () => seen.length >= expected.length);
    await pause(60);
    expect(seen).toEqual(expected);
    scene.double.faults.clear();
    const again = follow(scene.connect(scene.double.url).subscribeToAll());
    await until('another has all', () => again.length === 2);
    expect(again).toEqual(['story-1@0', 'caught up']);
  });

  it('strike a new subscription at its start, or after a number of events', async () => {
    await scene.start();
    await scene.client.appendToStream('story-1', reports(5));
    scene.double.faults.next({ on: 'subscribe', fault: 'busy' });
    scene.double.faults.next({ on: 'subscribe', fault: 'muteAfter', afterEvents: 4 });
    const first = follow(scene.client.subscribeToAll());
    await until('it failed', () => first.length > 0);
    const second = follow(scene.client.subscribeToAll());
    await until('it received two events', () => second.length === 2);
    expect([first, second]).toEqual([['unknown'], ['story-1@0', 'story-1@1']]);
  });

  it('strike gossip, after which a client finds the leader elsewhere, and requests for features', async () => {
    await scene.start({ nodes: 3 }, 'gossipUrl');
    scene.double.faults.next({ on: 'gossip', fault: 'refuse', times: 2 });
    await scene.client.appendToStream('story-1', reports(1), unary);
    expect(scene.double.calls.gossip).toBe(3);
    scene.double.faults.next({ on: 'features', fault: 'refuse' });
    const other = scene.connect(scene.double.url);
    expect(await outcome(other.appendToStream('story-1', reports(1)))).toBe(
      '14 UNAVAILABLE: Service Unavailable',
    );
    expect(await outcome(other.appendToStream('story-1', reports(1)))).toBe('done');
  });
});
