import { from, Observable, Subject, takeUntil, type ObservableInput } from 'rxjs';
import type { StoredEvent } from '../event.js';
import type { EventReader } from '../event-reader.js';
import type { EventDamaged } from '../failure.js';
import type { SubscriptionHandler, SubscriptionStart } from '../subscription.js';

/** What an observed log reports, in log order. */
export type LogNotification =
  /** The next events that match, possibly none, and the position through which the log was read. */
  | { readonly kind: 'batch'; readonly events: readonly StoredEvent[]; readonly through: bigint }
  /** Only where `passDamaged` is set: an event that cannot be read. */
  | { readonly kind: 'damaged'; readonly damage: EventDamaged }
  /** The end of the log is reached; sent again after each recovery from a failure. */
  | { readonly kind: 'caught-up' };

export interface ObservedRange extends SubscriptionStart {
  /** Reports a damaged event and continues after it. Without it the log is not read past that event. */
  readonly passDamaged?: boolean;
}

/**
 * Follows a log. `process` takes one notification at a time and returns the values to emit.
 *
 * - **Back-pressure.** The log is not read further until the values of the last notification are complete. Nothing is
 *   queued: the events that arrive meanwhile are in the next batch.
 * - **Failures.** Where `process` fails, the same batch comes again after a pause, perhaps with more events. So delivery is
 *   at least once. Work that may fail belongs into `process`: an error further down ends the Observable.
 * - **End.** It fails with `LogRewound` where the log no longer has what was read of it, and with `StoreUnavailable` where
 *   the store is closed already. It completes when the store is closed.
 *
 * Each subscriber follows the log on its own. Unsubscribing cancels the values under way and ends the subscription.
 */
export function observeLog<T>(
  log: EventReader,
  { passDamaged = false, ...start }: ObservedRange,
  process: (notification: LogNotification) => ObservableInput<T>,
): Observable<T> {
  return new Observable<T>((subscriber) => {
    const unsubscribed = new Subject<void>();
    const emit = async (notification: LogNotification): Promise<void> =>
      from(process(notification))
        .pipe(takeUntil(unsubscribed))
        .forEach((value) => subscriber.next(value));
    const handler: SubscriptionHandler = {
      onBatch: (events, through) => emit({ kind: 'batch', events, through }),
      ...(passDamaged && { onDamaged: (damage: EventDamaged) => emit({ kind: 'damaged', damage }) }),
      onCaughtUp: () => emit({ kind: 'caught-up' }),
      onRewound: (error) => subscriber.error(error),
      onClosed: () => subscriber.complete(),
    };
    const subscription = log.subscribe(start, handler);
    return () => {
      unsubscribed.next();
      void subscription.close();
    };
  });
}
