import { newEvent, until } from './contract/events.js';
import { PollingSubscription } from './polling-subscription.js';
import type { BatchSource } from './polling-subscription.js';

const event = (position: bigint) => ({ ...newEvent(), stream: 'story-1', revision: position, position });
const pace = { pollEvery: 20, retryFirst: 5, retryMost: 10 };

describe('a subscription', () => {
  it('finds new events without a wake-up', async () => {
    let end = 0n;
    const nextBatch: BatchSource['nextBatch'] = (after) => {
      const next = (after ?? -1n) + 1n;
      return next > end ? { events: [], through: null } : { events: [event(next)], through: next };
    };
    const seen: bigint[] = [];
    const subscription = new PollingSubscription(
      { prefix: '', after: 'start' },
      { onBatch: (events) => void seen.push(...events.map((e) => e.position)) },
      () => ({ nextBatch }),
      pace,
    );
    await until('it is live', () => subscription.health.state === 'live');
    end = 2n;
    await until('the events are found', () => seen.length === 3);
    await subscription.close();
    expect(seen).toEqual([0n, 1n, 2n]);
  });

  it('survives failed reads, and repeats a batch that the handler did not take', async () => {
    let reads = 0;
    const nextBatch: BatchSource['nextBatch'] = async (after) => {
      reads += 1;
      if (reads % 2 === 1) throw new Error('the connection is lost');
      return after === null ? { events: [event(0n)], through: 4n } : { events: [], through: null };
    };
    const batches: [number, bigint][] = [];
    const onCaughtUp = jest.fn();
    const onBatch = (events: readonly unknown[], through: bigint) => {
      batches.push([events.length, through]);
      if (batches.length === 1) throw new Error('the disk is full');
    };
    const subscription = new PollingSubscription(
      { prefix: '', after: 'start' },
      { onBatch, onCaughtUp },
      () => ({ nextBatch }),
      pace,
    );
    await until('it has caught up', () => onCaughtUp.mock.calls.length > 0);
    await subscription.close();
    expect(batches).toEqual([
      [1, 4n],
      [1, 4n],
    ]);
    expect(subscription.position).toBe(4n);
  });

  it('can be closed while it waits to retry', async () => {
    const nextBatch: BatchSource['nextBatch'] = () => {
      throw new Error('the connection is lost');
    };
    const subscription = new PollingSubscription(
      { prefix: 'x', after: 7n },
      { onBatch: () => undefined },
      () => ({ nextBatch }),
      {
        ...pace,
        retryFirst: 60_000,
        retryMost: 60_000,
      },
    );
    await until('it waits', () => subscription.health.state === 'retrying');
    subscription.wake();
    await subscription.close();
    expect(subscription.health).toEqual({
      prefix: 'x',
      state: 'closed',
      position: 7n,
      failures: 1,
      reason: 'the connection is lost',
      restarts: 0,
    });
  });
});
