import { newEvent, until } from './contract/events.js';
import { Following } from './following.js';
import type { Source } from './following.js';

const event = (position: bigint) => ({ ...newEvent(), stream: 'story-1', revision: position, position });
const pace = { lookEvery: 20, retryFirst: 5, retryMost: 10 };

describe('a subscription', () => {
  it('finds what is new without being woken', async () => {
    let end = 0n;
    const look: Source['look'] = (after) => {
      const next = (after ?? -1n) + 1n;
      return next > end ? { events: [], through: null } : { events: [event(next)], through: next };
    };
    const seen: bigint[] = [];
    const following = new Following(
      { prefix: '', after: 'start' },
      { onBatch: (events) => void seen.push(...events.map((e) => e.position)) },
      () => ({ look }),
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
    const look: Source['look'] = async (after) => {
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
    const following = new Following(
      { prefix: '', after: 'start' },
      { onBatch: onStretch, onCaughtUp },
      () => ({ look }),
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
    const look: Source['look'] = () => {
      throw new Error('the line is dead');
    };
    const following = new Following(
      { prefix: 'x', after: 7n },
      { onBatch: () => undefined },
      () => ({ look }),
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
