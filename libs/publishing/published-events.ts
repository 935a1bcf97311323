import { filter, firstValueFrom, interval, map, merge, startWith, Subject, type Subscription } from 'rxjs';
import { recordedAtOf, type EventReader, type StoredEvent } from '#event-store';
import { observeLog } from '#event-store/observable';
import { STREAM_PREFIX } from '#story-log';
import type { PublishedEvent } from './public-log.js';

/** How many of the last events are kept for those who ask later. */
const KEPT = 2_000;
/** Milliseconds between two looks at whether a waiter is still patient. */
const CHECK_EVERY = 50;

/** The events that appear in the public log after a position, whichever desk writes them. */
export class PublishedEvents {
  readonly #recent = new Map<string, PublishedEvent>();
  readonly #awaited = new Map<string, Subject<PublishedEvent>>();
  readonly #subscription: Subscription;

  constructor(log: EventReader, after: bigint | null) {
    // A damaged event is skipped: its waiter gives up, and publishes the event itself.
    const range = { prefix: STREAM_PREFIX.public, after: after ?? 'start', passDamaged: true } as const;
    this.#subscription = observeLog(log, range, (found) =>
      found.kind === 'batch' ? found.events : [],
    ).subscribe({
      next: (event) => this.#add(event),
      // The log was restored from an older copy. The publisher finds and reports that too.
      error: () => undefined,
    });
  }

  /** The event with this id once it is there; null as soon as `isPatient` says no. */
  async find(id: string, isPatient: () => boolean): Promise<PublishedEvent | null> {
    const known = this.#recent.get(id);
    if (known) return known;
    const awaited = new Subject<PublishedEvent>();
    this.#awaited.set(id, awaited);
    const gaveUp = interval(CHECK_EVERY).pipe(
      startWith(0),
      filter(() => !isPatient()),
      map(() => null),
    );
    try {
      return await firstValueFrom(merge(awaited, gaveUp));
    } finally {
      this.#awaited.delete(id);
    }
  }

  close(): void {
    this.#subscription.unsubscribe();
  }

  #add(event: StoredEvent): void {
    const { id, revision, position } = event;
    const published = { revision, position, recordedAt: recordedAtOf(event) };
    this.#recent.set(id, published);
    const oldest = this.#recent.keys().next();
    if (this.#recent.size > KEPT && !oldest.done) this.#recent.delete(oldest.value);
    this.#awaited.get(id)?.next(published);
  }
}
