import { EMPTY, firstValueFrom, lastValueFrom, NEVER, toArray } from 'rxjs';
import { eventsOf, until } from '../contract/events.js';
import { ScratchLog } from '../contract/scratch-log.js';
import type { EmbeddedEventStore } from '../embedded/embedded-event-store.js';
import type { EventReader } from '../event-reader.js';
import { EventDamaged, LogRewound } from '../failure.js';
import type { SubscriptionHandler } from '../subscription.js';
import { observeLog, type LogNotification } from './observe-log.js';

const all = { prefix: '', after: 'start' } as const;
const positions = (notification: LogNotification): bigint[] =>
  notification.kind === 'batch' ? notification.events.map(({ position }) => position) : [];

describe('an observed log', () => {
  let scratch: ScratchLog;
  let store: EmbeddedEventStore;
  beforeEach(async () => {
    scratch = new ScratchLog();
    store = await scratch.open();
    await store.append('a', 'no_stream', eventsOf(3));
  });
  afterEach(() => scratch.remove());

  it('emits the values of each notification in log order, and completes when the store is closed', async () => {
    const values = lastValueFrom(
      observeLog<bigint | string>(store, all, (notification) =>
        notification.kind === 'caught-up' ? ['caught up'] : positions(notification),
      ).pipe(toArray()),
    );
    await until('it is live', () => store.health().subscriptions[0]?.state === 'live');
    await store.append('a', 2n, eventsOf(1));
    await until('it has the last', () => store.health().subscriptions[0]?.position === 3n);
    await store.close();
    expect(await values).toEqual([0n, 1n, 2n, 'caught up', 3n]);
  });

  it('is not read further before the last batch is processed, and gives what came meanwhile at once', async () => {
    const batches: bigint[][] = [];
    const first = Promise.withResolvers<void>();
    const subscription = observeLog(store, all, async (notification) => {
      if (notification.kind !== 'batch') return;
      batches.push(positions(notification));
      if (batches.length === 1) await first.promise;
    }).subscribe();
    await until('the first batch is there', () => batches.length === 1);
    await store.append('a', 2n, eventsOf(2));
    await store.append('a', 4n, eventsOf(2));
    expect(store.health().subscriptions[0]?.position).toBeNull();
    first.resolve();
    await until('the rest is there', () => batches.length === 2);
    expect(batches).toEqual([
      [0n, 1n, 2n],
      [3n, 4n, 5n, 6n],
    ]);
    subscription.unsubscribe();
  });

  it('gives a batch again whose processing failed', async () => {
    const seen: bigint[][] = [];
    const values = observeLog(store, all, async (notification) => {
      if (notification.kind !== 'batch') return [];
      seen.push(positions(notification));
      if (seen.length < 3) throw new Error('the disk is full');
      return positions(notification);
    });
    expect(await firstValueFrom(values)).toEqual([0n, 1n, 2n]);
    expect(seen).toEqual([seen[0], seen[0], seen[0]]);
  });

  it('ends its subscription and the work under way when nobody is subscribed any more', async () => {
    const cancelled = jest.fn();
    const subscription = observeLog(store, all, () => NEVER).subscribe();
    subscription.add(cancelled);
    await until('it is followed', () => store.health().subscriptions.length === 1);
    subscription.unsubscribe();
    await until('it is not', () => store.health().subscriptions.length === 0);
    expect(cancelled).toHaveBeenCalledTimes(1);
  });
});

describe('an observed log that', () => {
  /** A log whose subscription is driven by hand. */
  const driven = (): { readonly log: EventReader; readonly handler: () => SubscriptionHandler } => {
    let given: SubscriptionHandler;
    const log = {
      subscribe: (_: unknown, handler: SubscriptionHandler) => {
        given = handler;
        return { close: async () => undefined };
      },
    } as unknown as EventReader;
    return { log, handler: () => given };
  };

  it('was restored from an older copy ends with LogRewound', async () => {
    const { log, handler } = driven();
    const ended = lastValueFrom(observeLog(log, all, () => EMPTY));
    handler().onRewound?.(new LogRewound('The log ends before position 3.'));
    await expect(ended).rejects.toBeInstanceOf(LogRewound);
  });

  it('is damaged is read past the damage only where the range says so', async () => {
    const strict = driven();
    observeLog(strict.log, all, () => EMPTY).subscribe();
    expect(strict.handler().onDamaged).toBeUndefined();
    const { log, handler } = driven();
    const values: LogNotification[] = [];
    observeLog(log, { ...all, passDamaged: true }, (one) => [one]).subscribe((one) => values.push(one));
    const damage = new EventDamaged('desk.db', { position: 5n }, 'it does not match its checksum');
    await handler().onDamaged?.(damage);
    expect(values).toEqual([{ kind: 'damaged', damage }]);
  });

  it('is closed already fails', async () => {
    const scratch = new ScratchLog();
    const store = await scratch.open();
    await store.close();
    const values = lastValueFrom(observeLog(store, all, () => EMPTY));
    await expect(values).rejects.toMatchObject({ code: 'store-unavailable' });
    await scratch.remove();
  });
});
