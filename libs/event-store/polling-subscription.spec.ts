import { newEvent, until } from './contract/events.js';
import { PollingSubscription } from './polling-subscription.js';
import type { BatchSource } from './polling-subscription.js';

const event = (position: bigint) => ({ ...newEvent(), stream: 'story-1', revision: position, position });
const pace = { pollEvery: 20, retryFirst: 5, retryMost: 10 };

describe('a subscription', () => {
  it('finds what is new without being woken', async () => {
    let end = 0n;
    const nextBatch: BatchSource['nextBatch'] = (after) => {
      const next = (after ?? -1n) + 1n;
      return next > end ? { events: [], through: null } : { events: [event(next)], through: next };
    };
    const seen: bigint[] = [];
    const following = new PollingSubscription(
      { prefix: '', after: 'start' },
      { onBatch: (events) => void seen.push(...events.map((e) => e.position)) },
      () => ({ nextBatch }),
      pace,
    );
    await until('it is live', () => following.health.state === 'live');
    end = 2n;
    await until('the silent events are found', () => seen.length === 3);
    await following.close();
    expect(seen).toEqual([0n, 1n, 2n]);
  });

  it('survives looks that fail, and repeats a stretch that was not taken', async () => {
    let looks = 0;
    const nextBatch: BatchSource['nextBatch'] = async (after) => {
      looks += 1;
      if (looks % 2 === 1) throw new Error('the line is dead');
      return after === null ? { events: [event(0n)], through: 4n } : { events: [], through: null };
    };
    const told: [number, bigint][] = [];
    const onCaughtUp = jest.fn();
    const onStretch = (events: readonly unknown[], through: bigint) => {
      told.push([events.length, through]);
      if (told.length === 1) throw new Error('the disk is full');
    };
    const following = new PollingSubscription(
      { prefix: '', after: 'start' },
      { onBatch: onStretch, onCaughtUp },
      () => ({ nextBatch }),
      pace,
    );
    await until('it has caught up', () => onCaughtUp.mock.calls.length > 0);
    await following.close();
    expect(told).toEqual([
      [1, 4n],
      [1, 4n],
    ]);
    expect(following.position).toBe(4n);
  });

  it('may be closed while it waits to retry', async () => {
    const nextBatch: BatchSource['nextBatch'] = () => {
      throw new Error('the line is dead');
    };
    const following = new PollingSubscription(
      { prefix: 'x', after: 7n },
      { onBatch: () => undefined },
      () => ({ nextBatch }),
      {
        ...pace,
        retryFirst: 60_000,
        retryMost: 60_000,
      },
    );
    await until('it waits', () => following.health.state === 'retrying');
    following.wake();
    await following.close();
    expect(following.health).toEqual({
      prefix: 'x',
      state: 'closed',
      position: 7n,
      failures: 1,
      reason: 'the line is dead',
      restarts: 0,
    });
  });
});
