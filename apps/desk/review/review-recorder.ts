import { Injectable } from '@nestjs/common';
import {
  Clock,
  decideAndAppend,
  decode,
  EventStore,
  recordedAtOf,
  StreamCache,
  type Fold,
  type StoredEvent,
} from '#event-store';
import { Problem } from '#http';
import {
  decideReview,
  emptyReviews,
  evolveReviews,
  ReviewRefused,
  ReviewWords,
  type ReviewCommand,
  type ReviewEvent,
  type Reviews,
} from '#review';
import type { Uuid } from '#story';
import { REVIEW_STREAM } from '#story-log';
import { causeOf } from '../recording/desk-log.js';
import { eraseWords, rewritten } from '../recording/erase-words.js';
import { newId } from '../recording/ids.js';
import type { WriteHeaders } from '../recording/write-headers.js';

const reviewEvent = (stored: StoredEvent): ReviewEvent =>
  ({ ...(decode(stored.data) as object), type: stored.type }) as ReviewEvent;

const fold: Fold<Reviews> = {
  initial: emptyReviews,
  apply(reviews, stored) {
    const event = reviewEvent(stored);
    const { recordedBy } = decode(stored.metadata) as { readonly recordedBy: string };
    return evolveReviews(reviews, event, { by: recordedBy, at: Date.parse(recordedAtOf(stored) ?? '') });
  },
};

/** Records the reviews of all stories, in one stream of the desk log. */
@Injectable()
export class ReviewRecorder {
  readonly #cache = new StreamCache<Reviews>();
  #shared: Promise<Reviews> | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** Calls of one turn of the event loop share a read, which begins after all of them. */
  current(): Promise<Reviews> {
    this.#shared ??= Promise.resolve().then(async () => {
      this.#shared = null;
      return (await this.#transact(() => [])).state;
    });
    return this.#shared;
  }

  /** Whether somebody with these roles needs a second pair of eyes for what he or she recorded. */
  async mustAsk({ roles }: Pick<WriteHeaders, 'roles'>): Promise<boolean> {
    const { mayReleaseAlone } = await this.current();
    return !roles.some((role) => mayReleaseAlone.includes(role));
  }

  /** True if something was recorded. @throws Problem `review-unknown`, `own-review` */
  async record(
    command: ReviewCommand,
    { by, correlationId }: Pick<WriteHeaders, 'by' | 'correlationId'>,
  ): Promise<boolean> {
    const { events } = await this.#transact((reviews) => decided(reviews, command, by), {
      by,
      correlationId,
    });
    return events.length > 0;
  }

  /** How many notes of reviews have the words, or had them before the removal with this id. `story` null: of all. */
  async countWith(take: (text: string) => string, story: Uuid | null, removal: Uuid): Promise<number> {
    const before = (await this.current()).removals.get(removal);
    if (before !== undefined) return before;
    const { replacements } = await rewritten(this.store, REVIEW_STREAM, without(take, story));
    return replacements.length;
  }

  /** Removes words from the notes of reviews, as it is done with notes on stories. Repeat it after an interruption. */
  async removeWords(
    take: (text: string) => string,
    story: Uuid | null,
    removal: Uuid,
    sent: Pick<WriteHeaders, 'by' | 'correlationId'>,
  ): Promise<void> {
    const total = await this.countWith(take, story, removal);
    await this.#transact(({ open, removals }) => {
      const notes = new ReviewWords(take, story).ofOpen(open.values());
      return removals.has(removal) ? [] : [{ type: 'ReviewsReworded', removal, total, notes }];
    }, sent);
    await eraseWords(this.store, REVIEW_STREAM, () => without(take, story));
  }

  #transact(
    decide: (reviews: Reviews) => readonly ReviewEvent[],
    { by, correlationId }: { readonly by?: string; readonly correlationId?: string } = {},
  ) {
    return decideAndAppend<Reviews>({
      store: this.store,
      stream: REVIEW_STREAM,
      fold,
      cache: this.#cache,
      clock: this.clock,
      decide: (reviews) =>
        decide(reviews).map(({ type, ...data }) => ({
          id: newId(),
          type,
          data,
          metadata: { schemaVersion: 1, recordedBy: by, ...causeOf({ correlationId }) },
        })),
    });
  }
}

function without(take: (text: string) => string, story: Uuid | null) {
  const words = new ReviewWords(take, story);
  return (stored: StoredEvent): ReviewEvent | null => words.without(reviewEvent(stored));
}

function decided(reviews: Reviews, command: ReviewCommand, by: string): readonly ReviewEvent[] {
  try {
    return decideReview(reviews, command, by);
  } catch (error) {
    throw error instanceof ReviewRefused ? new Problem(error.code, error.message) : error;
  }
}
