import { Counter, Gauge, type Registry } from 'prom-client';
import type { Clock, StoreHealth } from '#event-store';

/** The two logs of stories, each with a read model of its name. */
export type ModelName = 'desk' | 'public';
export type LogName = ModelName | 'audit';

export interface ModelToWatch {
  readonly caughtUp: boolean;
  /** When it had last caught up, in milliseconds since the epoch; null if unknown. */
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
  /** The age of the oldest pending message, in milliseconds; null for none. */
  readonly oldestPending: number | null;
}

export interface BackupToWatch {
  readonly ok: boolean;
  /** When the newest backup was taken, in milliseconds since the epoch; null for none. */
  readonly lastAt: number | null;
}

/** A value of a metric; null if it is unknown. */
interface Reading {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | null;
}

/**
 * The health of the parts of a process as metrics. Each scrape reads it. A part that is not watched has no metrics; a part
 * that is opened again replaces the one before.
 */
export class HealthMetrics {
  readonly #stores = new Map<LogName, () => Pick<StoreHealth, 'state' | 'damages'>>();
  readonly #models = new Map<ModelName, () => ModelToWatch>();
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

  watchModel(model: ModelName, health: () => ModelToWatch): void {
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
      this.#gauge('dateline_followers', 'Followers of the streams of the archive.', [], () => [
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
      'Webhook messages that are neither delivered nor given up.',
      [],
      one(({ pending }) => pending),
    );
    this.#gauge(
      'dateline_webhooks_dead_letters',
      'Webhook messages that were given up.',
      [],
      one(({ dead }) => dead),
    );
    this.#gauge(
      'dateline_webhooks_oldest_pending_seconds',
      'Age of the oldest pending webhook message.',
      [],
      one(({ oldestPending }) => (oldestPending ?? 0) / 1_000),
    );
  }

  #ofStores(): void {
    this.#gauge('dateline_store_ready', 'Whether a log answers and takes writes.', ['log'], () =>
      [...this.#stores].map(([log, health]) => ({
        labels: { log },
        value: Number(health().state === 'ready'),
      })),
    );
    this.#gauge('dateline_log_damages', 'Damaged events found since the start.', ['log'], () =>
      [...this.#stores].map(([log, health]) => ({ labels: { log }, value: health().damages.length })),
    );
  }

  #ofModels(): void {
    const each = (value: (health: ModelToWatch) => number | null) => (): Reading[] =>
      [...this.#models].map(([model, health]) => ({ labels: { model }, value: value(health()) }));
    this.#gauge(
      'dateline_projection_lag_seconds',
      'Time since a read model had last caught up with its log.',
      ['model'],
      each(({ caughtUpAt }) =>
        caughtUpAt === null ? null : Math.max(0, this.clock.now() - caughtUpAt) / 1_000,
      ),
    );
    this.#gauge(
      'dateline_projection_caught_up',
      'Whether a read model has caught up with its log since the start.',
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
      'Whether the publisher works.',
      [],
      one(({ ok }) => Number(ok)),
    );
    this.#gauge(
      'dateline_publisher_queue',
      'Events of the desk log that the publisher has read and not yet processed.',
      [],
      one(({ queue }) => queue),
    );
    this.#gauge(
      'dateline_publisher_embargoes',
      'Embargoes that have not ended.',
      [],
      one(({ embargoes }) => embargoes),
    );
  }

  #restarts(): void {
    const models = this.#models;
    const publisher = (): (() => PublisherToWatch) | null => this.#publisher;
    const counter = new Counter({
      name: 'dateline_subscription_restarts_total',
      help: 'Restarts of the subscriptions of read models and publisher, after a failure, an end or silence.',
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
