import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Subject } from 'rxjs';
import {
  Clock,
  decode,
  EventDamaged,
  EventStore,
  LogRewound,
  Milestones,
  recordedAtOf,
  type StoredEvent,
  type Subscription,
} from '#event-store';
import type { Uuid } from '#story';
import { People } from '../recording/people.js';
import { StoryRecorder } from '../recording/story-recorder.js';
import { noticeId } from './notice.js';
import { NoticeFile, type Checkpoint } from './notice-file.js';
import { concerns, make, type Known } from './notice-maker.js';

/** Milliseconds for which notices are kept. */
export const KEPT_FOR = 90 * 86_400_000;
/** So many events without a notice are read again after a restart. Otherwise each batch would cost a write. */
const MOST_UNWRITTEN = 1_000;

/**
 * Follows the desk log and writes notices. A notice, and how far the log is taken, change in one transaction: after a crash
 * none is lost and none is doubled. Without its file it reads the log from the start.
 */
@Injectable()
export class NoticeFollower implements OnModuleInit, OnModuleDestroy {
  /** Emits after there are new notices. */
  readonly news = new Subject<void>();
  readonly #milestones = new Milestones(() => this.#reached?.position ?? null);
  readonly #known: Known;
  #reached: Checkpoint | null = null;
  /** How many events are behind the position in the file. They make no notice. */
  #unwritten = 0;
  #subscription: Subscription | null = null;
  /** Why there are no new notices; null while there are. */
  #fault: string | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly file: NoticeFile,
    private readonly people: People,
    recorder: StoryRecorder,
  ) {
    this.#known = {
      review: (development) => file.review(development),
      recordedBy: (story, development) => recordedBy(recorder, story, development),
    };
  }

  async onModuleInit(): Promise<void> {
    const before = this.file.checkpoint(this.store.identity);
    if (before !== null && (await this.#isThere(before))) this.#reached = before;
    else {
      this.file.write(() => this.file.clear());
      this.people.limitSeen(noticeId((await this.store.head()) ?? 0n));
    }
    this.#subscription = this.store.subscribe(
      { prefix: '', after: this.#reached?.position ?? 'start' },
      {
        onBatch: async (events, through) => {
          try {
            await this.#take(events, through);
            this.#fault = null;
          } catch (error) {
            this.#warn(error);
            throw error;
          }
        },
        // Later notices do not wait for it.
        onDamaged: () => {},
      },
    );
  }

  async onModuleDestroy(): Promise<void> {
    await this.#subscription?.close();
  }

  /** Waits until there is a notice of everything that the log has now, but not longer than this many milliseconds. */
  async caughtUp(atMost: number): Promise<void> {
    const head = await this.store.head();
    if (head !== null) await this.#milestones.reached(head, atMost);
  }

  /** Whether the log still has what was taken last. Otherwise it was restored from an older copy. */
  async #isThere({ position, event, eventPosition }: Checkpoint): Promise<boolean> {
    if (position > ((await this.store.head()) ?? -1n)) return false;
    try {
      for await (const found of this.store.readAll({ from: eventPosition, limit: 1, onDamage: () => {} }))
        return found.id === event;
      return false;
    } catch (error) {
      if (error instanceof LogRewound) return false;
      throw error;
    }
  }

  /** The same events come again after a pause: each reason is in the log once. */
  #warn(error: unknown): void {
    const fault = error instanceof Error ? error.message : String(error);
    if (fault !== this.#fault) new Logger('Notices').warn(`There are no new notices at present: ${fault}`);
    this.#fault = fault;
  }

  async #take(events: readonly StoredEvent[], through: bigint): Promise<void> {
    const before = this.#reached;
    let changed = false;
    for (const stored of events) {
      if (stored.position <= (this.#reached?.position ?? -1n) || !concerns(stored)) continue;
      changed = (await this.#takeOne(stored)) || changed;
    }
    const last = events.at(-1) ?? null;
    const at = this.#reached ?? before;
    if (last !== null || at !== null) {
      const reached: Checkpoint = {
        position: through,
        event: last?.id ?? at!.event,
        eventPosition: last?.position ?? at!.eventPosition,
      };
      this.#unwritten += events.length;
      if (this.#unwritten < MOST_UNWRITTEN) this.#reached = reached;
      else this.#reach(reached);
    }
    this.#milestones.advanced();
    if (changed) this.news.next();
  }

  /** True if it made a notice. */
  async #takeOne(stored: StoredEvent): Promise<boolean> {
    const { recordedBy } = decode(stored.metadata) as { readonly recordedBy?: string };
    const by = recordedBy ?? '';
    const at = Date.parse(recordedAtOf(stored) ?? '');
    const oldest = this.clock.now() - KEPT_FOR;
    const { notice, review } = await make(stored, by, !(at >= oldest), this.#known);
    const { id: event, position } = stored;
    this.#reach({ position, event, eventPosition: position }, () => {
      if (review) this.file.setReview(review.development, review.row);
      if (!notice) return;
      this.file.add(stored, at, by === 'dateline' ? null : by, notice);
      this.file.dropBefore(oldest);
    });
    return notice !== null;
  }

  #reach(checkpoint: Checkpoint, change: () => void = () => {}): void {
    this.file.write(() => {
      change();
      this.file.reach(this.store.identity, checkpoint);
    });
    this.#reached = checkpoint;
    this.#unwritten = 0;
  }
}

async function recordedBy(recorder: StoryRecorder, story: Uuid, development: Uuid): Promise<string | null> {
  try {
    return (await recorder.current(story)).story.developments.get(development)?.recordedBy ?? null;
  } catch (error) {
    if (error instanceof EventDamaged) return null;
    throw error;
  }
}
