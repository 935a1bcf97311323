import { Counter, Gauge, type Registry } from 'prom-client';
import type { Clock, StoreHealth } from '#event-store';

/** One of the two logs, and the read model that is made of it. */
export type LogName = 'desk' | 'public';

export interface ModelToWatch {
  readonly caughtUp: boolean;
  /** When it was last level with its log, in milliseconds since the epoch; null where that is not known. */
  readonly caughtUpAt: number | null;
  readonly restarts: number;
}

export interface PublisherToWatch {
  readonly ok: boolean;
  readonly queue: number;
  readonly embargoes: number;
  readonly restarts: number;
}

export interface WebhooksToWatch {
  readonly pending: number;
  readonly dead: number;
  /** How long the oldest has been pending, in milliseconds; null for none. */
  readonly oldestPending: number | null;
}

export interface BackupToWatch {
  readonly ok: boolean;
  /** When the newest was taken, in milliseconds since the epoch; null for none. */
  readonly lastAt: number | null;
}

/** A value of a metric; null where it is not known. */
interface Reading {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | null;
}

/**
 * The health of a process's parts as metrics, read when somebody asks. What is not watched is not there. A part that is
 * opened anew takes the place of the one before.
 */
export class HealthMetrics {
  readonly #stores = new Map<LogName, () => Pick<StoreHealth, 'state' | 'damages'>>();
  readonly #models = new Map<LogName, () => ModelToWatch>();
  #publisher: (() => PublisherToWatch) | null = null;

  #webhooks: (() => WebhooksToWatch) | null = null;
  #followers: (() => number) | null = null;
  #backup: (() => BackupToWatch) | null = null;

  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
  ) {
    this.#ofStores();
    this.#ofModels();
    this.#restarts();
  }

  watchStore(log: LogName, health: () => Pick<StoreHealth, 'state' | 'damages'>): void {
    this.#stores.set(log, health);
  }

  watchModel(model: LogName, health: () => ModelToWatch): void {
    this.#models.set(model, health);
  }

  watchPublisher(health: () => PublisherToWatch): void {
    const first = this.#publisher === null;
    this.#publisher = health;
    if (first) this.#ofPublisher();
  }

  watchWebhooks(health: () => WebhooksToWatch): void {
    const first = this.#webhooks === null;
    this.#webhooks = health;
    if (first) this.#ofWebhooks();
  }

  watchFollowers(count: () => number): void {
    const first = this.#followers === null;
    this.#followers = count;
    if (first)
      this.#gauge('dateline_followers', 'How many follow the archive’s streams.', [], () => [
        { labels: {}, value: this.#followers!() },
      ]);
  }

  watchBackup(health: () => BackupToWatch): void {
    const first = this.#backup === null;
    this.#backup = health;
    if (first) this.#ofBackup();
  }

  #ofBackup(): void {
    this.#gauge('dateline_backup_ok', 'Whether the last backup succeeded and none is overdue.', [], () => [
      { labels: {}, value: Number(this.#backup!().ok) },
    ]);
    this.#gauge(
      'dateline_backup_last_success_timestamp_seconds',
      'When the newest backup was taken, in seconds since 1970.',
      [],
      () => {
        const { lastAt } = this.#backup!();
        return [{ labels: {}, value: lastAt === null ? null : lastAt / 1_000 }];
      },
    );
  }

  #ofWebhooks(): void {
    const one = (value: (health: WebhooksToWatch) => number | null) => (): Reading[] => [
      { labels: {}, value: value(this.#webhooks!()) },
    ];
    this.#gauge(
      'dateline_webhooks_pending',
      'Messages to partners that were taken and are neither delivered nor dead.',
      [],
      one(({ pending }) => pending),
    );
    this.#gauge(
      'dateline_webhooks_dead_letters',
      'Messages to partners that were given up.',
      [],
      one(({ dead }) => dead),
    );
    this.#gauge(
      'dateline_webhooks_oldest_pending_seconds',
      'How long the oldest message to a partner has been pending.',
      [],
      one(({ oldestPending }) => (oldestPending ?? 0) / 1_000),
    );
  }

  #ofStores(): void {
    this.#gauge('dateline_store_ready', 'Whether a log answers and takes what it is given.', ['log'], () =>
      [...this.#stores].map(([log, health]) => ({
        labels: { log },
        value: Number(health().state === 'ready'),
      })),
    );
    this.#gauge('dateline_log_damages', 'Events that were found damaged since the start.', ['log'], () =>
      [...this.#stores].map(([log, health]) => ({ labels: { log }, value: health().damages.length })),
    );
  }

  #ofModels(): void {
    const each = (value: (health: ModelToWatch) => number | null) => (): Reading[] =>
      [...this.#models].map(([model, health]) => ({ labels: { model }, value: value(health()) }));
    this.#gauge(
      'dateline_projection_lag_seconds',
      'How long ago a read model was last level with its log.',
      ['model'],
      each(({ caughtUpAt: levelAt }) =>
        levelAt === null ? null : Math.max(0, this.clock.now() - levelAt) / 1_000,
      ),
    );
    this.#gauge(
      'dateline_projection_caught_up',
      'Whether a read model has been level with its log since the start.',
      ['model'],
      each(({ caughtUp }) => Number(caughtUp)),
    );
  }

  #ofPublisher(): void {
    const one = (value: (health: PublisherToWatch) => number) => (): Reading[] => [
      { labels: {}, value: value(this.#publisher!()) },
    ];
    this.#gauge(
      'dateline_publisher_ok',
      'Whether the publisher goes on.',
      [],
      one(({ ok }) => Number(ok)),
    );
    this.#gauge(
      'dateline_publisher_queue',
      'Events of the desk’s log that the publisher has taken and not yet written.',
      [],
      one(({ queue }) => queue),
    );
    this.#gauge(
      'dateline_publisher_embargoes',
      'Releases that wait for their time.',
      [],
      one(({ embargoes }) => embargoes),
    );
  }

  #restarts(): void {
    const models = this.#models;
    const publisher = (): (() => PublisherToWatch) | null => this.#publisher;
    const counter = new Counter({
      name: 'dateline_subscription_restarts_total',
      help: 'How often a follower of a log had to begin anew: its subscription had failed, ended, or gone silent.',
      labelNames: ['follower'],
      registers: [],
      collect() {
        this.reset();
        for (const [model, health] of models) this.inc({ follower: `${model}-model` }, health().restarts);
        const health = publisher();
        if (health) this.inc({ follower: 'publisher' }, health().restarts);
      },
    });
    this.registry.registerMetric(counter);
  }

  #gauge(name: string, help: string, labelNames: string[], read: () => readonly Reading[]): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [],
      collect() {
        this.reset();
        for (const { labels, value } of read()) if (value !== null) this.set(labels, value);
      },
    });
    this.registry.registerMetric(gauge);
  }
}
