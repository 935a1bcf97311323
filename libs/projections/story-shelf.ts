import { decode, Milestones, type EventReader, type StoredEvent, type Subscription } from '#event-store';
import { fromLog, type Instant, type Story, type Uuid } from '#story';
import { StoryRecord, type Audience } from './story-record.js';

export interface ShelfHealth {
  readonly ok: boolean;
  readonly caughtUp: boolean;
  readonly position: bigint | null;
  readonly reason: string | null;
}

/** All stories of one log, folded in memory and kept up with it. */
export class StoryShelf {
  readonly #records = new Map<Uuid, StoryRecord>();
  readonly #bySlug = new Map<string, Uuid>();
  readonly #milestones = new Milestones(() => this.#subscription?.position ?? null);
  #subscription: Subscription | null = null;
  #caughtUp = false;

  constructor(
    private readonly log: EventReader,
    private readonly prefix: 'story-' | 'public-',
  ) {}

  start(): void {
    this.#subscription = this.log.subscribe(
      { prefix: this.prefix, after: 'start' },
      {
        onEvent: (event) => this.#take(event),
        onCheckpoint: () => this.#milestones.moved(),
        onCaughtUp: () => {
          this.#caughtUp = true;
          this.#milestones.moved();
        },
      },
    );
  }

  async stop(): Promise<void> {
    await this.#subscription?.close();
  }

  get health(): ShelfHealth {
    const { reason = null, position = null } = this.#subscription?.health ?? {};
    return { ok: reason === null, caughtUp: this.#caughtUp, position, reason };
  }

  get size(): number {
    return this.#records.size;
  }

  /** By id or slug. */
  find(name: string): StoryRecord | undefined {
    return this.#records.get(name) ?? this.#records.get(this.#bySlug.get(name) ?? '');
  }

  /** Every story that existed at a moment, as it stood then. */
  *asOf(known: Instant | null): IterableIterator<Story> {
    for (const record of this.#records.values()) {
      const story = record.asOf(known);
      if (story) yield story;
    }
  }

  /** Waits until what the log holds now is folded; false if `atMost` milliseconds pass first. */
  async upToDate(atMost: number): Promise<boolean> {
    const head = await this.log.head();
    return head === null || this.#milestones.reached(head, atMost);
  }

  #take(stored: StoredEvent): void {
    const id = stored.stream.slice(this.prefix.length);
    const audience: Audience = this.prefix === 'story-' ? 'desk' : 'public';
    const record = this.#records.get(id) ?? new StoryRecord(audience);
    record.take(
      fromLog({
        id: stored.id,
        type: stored.type,
        revision: Number(stored.revision),
        data: decode(stored.data),
        metadata: decode(stored.metadata),
      }),
      stored.position,
    );
    this.#records.set(id, record);
    this.#bySlug.set(record.head.slug, id);
  }
}
