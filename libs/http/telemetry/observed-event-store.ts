import { Logger } from '@nestjs/common';
import {
  EventStore,
  EventStoreError,
  kindOf,
  OutcomeUnknown,
  TracedWork,
  type Appended,
  type Expected,
  type LogRange,
  type NewEvent,
  type Replacement,
  type StoredEvent,
  type StoreHealth,
  type StreamRange,
  type Subscription,
  type SubscriptionHandler,
  type SubscriptionStart,
} from '#event-store';
import type { LogName } from './health-metrics.js';
import type { AppendOutcome, Metrics } from './metrics.js';

const CHECK_EVERY = 500;
const logger = new Logger('Store');

/** An event store with metrics and traces for its appends. Its failures go to the log of the program. */
export class ObservedEventStore extends EventStore {
  readonly #timer: NodeJS.Timeout;
  #lastReason: string | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly log: LogName,
    private readonly metrics: Metrics | null,
  ) {
    super();
    metrics?.countAppends(log);
    metrics?.health.watchStore(log, () => store.health());
    this.#timer = setInterval(() => this.#checkHealth(), CHECK_EVERY).unref();
  }

  /** Logs once why the log takes no writes, and once that it takes writes again. */
  #checkHealth(): void {
    const { state, reason } = this.store.health();
    const wrong = state === 'ready' ? null : (reason ?? state);
    if (wrong === this.#lastReason) return;
    if (wrong !== null) logger.error(`The ${this.log} log takes no writes: ${wrong}`);
    else logger.log(`The ${this.log} log takes writes again.`);
    this.#lastReason = wrong;
  }

  override get identity(): string {
    return this.store.identity;
  }

  override async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const started = performance.now();
    const work = TracedWork.begin('append', () => ({
      'dateline.log': this.log,
      'dateline.events': events.length,
      'dateline.event_types': [...new Set(events.map(({ type }) => type))],
    }));
    const ended = (outcome: AppendOutcome): void => {
      this.metrics?.appended(this.log, outcome, (performance.now() - started) / 1_000);
      work.note(() => ({ 'dateline.outcome': outcome }));
    };
    try {
      const appended = await work.within(() => this.store.append(stream, expected, events));
      ended('written');
      work.end();
      return appended;
    } catch (error) {
      ended(outcomeOf(error));
      work.fail(kindOf(error));
      throw error;
    }
  }

  override erase(stream: string, last: bigint, replacements: readonly Replacement[]): Promise<void> {
    return this.store.erase(stream, last, replacements);
  }

  override readStream(stream: string, range?: StreamRange): AsyncIterable<StoredEvent> {
    return this.store.readStream(stream, range);
  }

  override readAll(range?: LogRange): AsyncIterable<StoredEvent> {
    return this.store.readAll(range);
  }

  override subscribe(start: SubscriptionStart, handler: SubscriptionHandler): Subscription {
    return this.store.subscribe(start, handler);
  }

  override head(): Promise<bigint | null> {
    return this.store.head();
  }

  override health(): StoreHealth {
    return this.store.health();
  }

  override close(): Promise<void> {
    clearInterval(this.#timer);
    return this.store.close();
  }
}

/** After an error from outside of the store, the events may be written or not. */
function outcomeOf(error: unknown): AppendOutcome {
  return error instanceof EventStoreError && !(error instanceof OutcomeUnknown) ? 'refused' : 'unknown';
}
