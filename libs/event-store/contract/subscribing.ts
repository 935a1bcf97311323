import type { EventReader } from '../event-reader.js';
import type { StoredEvent } from '../event.js';
import type { Subscription } from '../subscription.js';
import { required } from './contract-target.js';
import type { ContractContext } from './contract-target.js';
import { eventsOf, until } from './events.js';

interface Follower {
  readonly subscription: Subscription;
  /** What the handler got: `a0` for an event, `caught up`. */
  readonly seen: string[];
  readonly checkpoints: bigint[];
  events(): string[];
}

function follow(
  reader: EventReader,
  prefix: string,
  after: bigint | 'start',
  onEvent: (event: StoredEvent) => Promise<void> | void = () => undefined,
): Follower {
  const seen: string[] = [];
  const checkpoints: bigint[] = [];
  const subscription = reader.subscribe(
    { prefix, after },
    {
      onBatch: async (events, through) => {
        for (const event of events) await onEvent(event);
        seen.push(...events.map((e) => e.stream.slice(e.stream.lastIndexOf('-') + 1) + e.revision));
        checkpoints.push(through);
      },
      onCaughtUp: () => void seen.push('caught up'),
    },
  );
  return { subscription, seen, checkpoints, events: () => seen.filter((what) => what !== 'caught up') };
}

const named = (name: string, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${from + index}`);

/** Rules 19 to 23: what a subscription delivers. */
export function subscribingContract({ target, store, stream, itIf }: ContractContext): void {
  it('19. delivers event 0 from the start, and only later events from a position', async () => {
    const { position } = await store().append(stream('a'), 'no_stream', eventsOf(3));
    await store().append(stream('a'), 2n, eventsOf(2));
    const all = follow(store(), stream(''), 'start');
    const rest = follow(store(), stream(''), position ?? 0n);
    await until('both have caught up', () => [all, rest].every(({ seen }) => seen.includes('caught up')));
    expect([all.events(), rest.events()]).toEqual([named('a', 0, 5), named('a', 3, 2)]);
    await Promise.all([all.subscription.close(), rest.subscription.close()]);
  });

  it('19. delivers past and new events without a gap or a duplicate, while others write', async () => {
    await store().append(stream('a'), 'no_stream', eventsOf(1_500));
    const follower = follow(store(), stream(''), 'start');
    for (let revision = 1_499n; revision < 1_599n; revision += 1n) {
      await store().append(stream('a'), revision, eventsOf(1));
    }
    await until('all are delivered', () => follower.events().length >= 1_600);
    await follower.subscription.close();
    expect(follower.events()).toEqual(named('a', 0, 1_600));
  });

  it('20. reports that it has caught up before it delivers live events', async () => {
    await store().append(stream('a'), 'no_stream', eventsOf(2));
    const follower = follow(store(), stream(''), 'start');
    await until('it has caught up', () => follower.seen.includes('caught up'));
    await store().append(stream('a'), 1n, eventsOf(1));
    await until('the live event is there', () => follower.events().length === 3);
    await follower.subscription.close();
    expect(follower.seen).toEqual(['a0', 'a1', 'caught up', 'a2']);
    expect(follower.subscription.health.state).toBe('closed');
  });

  it('21. delivers only streams of its prefix, and advances its position past all others', async () => {
    await store().append(stream('x-a'), 'no_stream', eventsOf(2));
    const { position } = await store().append(stream('y-a'), 'no_stream', eventsOf(1_500));
    const follower = follow(store(), stream('x-'), 'start');
    const reached = (end: bigint | null) => () => (follower.checkpoints.at(-1) ?? -1n) >= (end ?? 0n);
    await until('the position is at the end', reached(position));
    const live = await store().append(stream('y-a'), 1_499n, eventsOf(1));
    await until('the position follows live events', reached(live.position));
    await follower.subscription.close();
    expect(follower.events()).toEqual(named('a', 0, 2));
    expect((follower.subscription.position ?? -1n) >= (live.position ?? 0n)).toBe(true);
    expect(follower.checkpoints.every((at, index, all) => index === 0 || at > (all[index - 1] ?? -1n))).toBe(
      true,
    );
  });

  it('22. gives a batch again after the handler threw, and reports that in health', async () => {
    await store().append(stream('a'), 'no_stream', eventsOf(5));
    let failing = true;
    const calls: bigint[] = [];
    const follower = follow(store(), stream(''), 'start', ({ revision }) => {
      calls.push(revision);
      if (failing && revision === 2n) throw new Error('the desk is closed');
    });
    const { subscription } = follower;
    await until('it waits to retry', () => subscription.health.state === 'retrying');
    expect(subscription.health).toMatchObject({ reason: 'the desk is closed', prefix: stream('') });
    expect(store().health().subscriptions).toContainEqual(subscription.health);
    failing = false;
    await until('all are processed', () => follower.events().length === 5);
    await until('it is live again', () => subscription.health.state === 'live');
    expect(subscription.health).toMatchObject({ reason: null, failures: 0 });
    expect(follower.events()).toEqual(named('a', 0, 5));
    // The store chooses the size of a batch. The failed event comes again, and then the later ones.
    expect(calls.slice(calls.lastIndexOf(2n))).toEqual([2n, 3n, 4n]);
    expect(calls.filter((revision) => revision === 2n).length).toBeGreaterThan(1);
    await subscription.close();
  });

  for (const how of ['error', 'end', 'silence'] as const) {
    itIf('cut-subscriptions')(`22. continues after a subscription is interrupted: ${how}`, async () => {
      await store().append(stream('a'), 'no_stream', eventsOf(3));
      const follower = follow(store(), stream(''), 'start');
      await until('it has caught up', () => follower.seen.includes('caught up'));
      required(target().faults?.cutSubscriptions)(how);
      await store().append(stream('a'), 2n, eventsOf(3));
      await until('the rest is delivered', () => follower.events().includes('a5'));
      expect([...new Set(follower.events())]).toEqual(named('a', 0, 6));
      await follower.subscription.close();
    });
  }

  it('22. does not give a processed event again', async () => {
    await store().append(stream('a'), 'no_stream', eventsOf(2));
    let failing = false;
    const calls: bigint[] = [];
    const follower = follow(store(), stream(''), 'start', ({ revision }) => {
      calls.push(revision);
      if (failing) throw new Error('the desk is closed');
    });
    await until('it has caught up', () => follower.seen.includes('caught up'));
    failing = true;
    await store().append(stream('a'), 1n, eventsOf(1));
    await until('it waits to retry', () => follower.subscription.health.state === 'retrying');
    failing = false;
    await until('all are processed', () => follower.events().length === 3);
    await follower.subscription.close();
    expect(calls.slice(0, 3)).toEqual([0n, 1n, 2n]);
    expect(new Set(calls.slice(3))).toEqual(new Set([2n]));
  });

  it('23. lets a slow handler slow down only its own subscription', async () => {
    const before = (await store().head()) ?? 'start';
    await store().append(stream('a'), 'no_stream', eventsOf(20));
    let release = (): void => undefined;
    const blocked = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = follow(store(), stream(''), before, () => blocked);
    const quick = follow(store(), stream(''), before);
    await store().append(stream('a'), 19n, eventsOf(1));
    await until('the quick one has all', () => quick.events().length === 21);
    expect(slow.events()).toEqual([]);
    const closing = slow.subscription.close();
    release();
    await closing;
    // The handler finished its batch, and got no other.
    expect(slow.events()).toEqual(named('a', 0, slow.events().length));
    expect(slow.checkpoints).toHaveLength(1);
    await quick.subscription.close();
  });
}
