import type { Uuid } from '#story';
import type { Review, ReviewEvent } from './review.js';

/** Gives a text without the words that are removed; the same text if it has none of them. */
type Take = (text: string) => string;

/** Removes words from the events of reviews, in their order: from those of one story, or of all (null). */
export class ReviewWords {
  readonly #storyOf = new Map<Uuid, Uuid>();

  constructor(
    private readonly take: Take,
    private readonly story: Uuid | null,
  ) {}

  /** The event without the words; null if it has none of them. */
  without(event: ReviewEvent): ReviewEvent | null {
    switch (event.type) {
      case 'ReviewRequested': {
        this.#storyOf.set(event.development, event.story);
        const note = event.note === null ? null : this.#left(event.development, event.note);
        return note === null ? null : { ...event, note };
      }
      case 'ReviewReturned': {
        const note = this.#left(event.development, event.note);
        return note === null ? null : { ...event, note };
      }
      case 'ReviewsReworded': {
        const notes = event.notes.map((one) => ({
          ...one,
          note: this.#left(one.development, one.note) ?? one.note,
        }));
        return notes.every(({ note }, i) => note === event.notes[i]!.note) ? null : { ...event, notes };
      }
      default:
        return null;
    }
  }

  /** The notes of open reviews that change. */
  ofOpen(reviews: Iterable<Review>): readonly { readonly development: Uuid; readonly note: string }[] {
    return [...reviews].flatMap(({ story, development, note }) => {
      this.#storyOf.set(development, story);
      const left = note === null ? null : this.#left(development, note);
      return left === null ? [] : [{ development, note: left }];
    });
  }

  /** Null if nothing changes. */
  #left(development: Uuid, note: string): string | null {
    if (this.story !== null && this.#storyOf.get(development) !== this.story) return null;
    const left = this.take(note);
    return left === note ? null : left;
  }
}
