import {
  emptyStory,
  evolve,
  evolvePublic,
  publicHistory,
  withholds,
  type Instant,
  type Recorded,
  type Story,
} from '#story';

/** Whose eyes read: the desk sees everything, the world what is not withheld. */
export type Audience = 'desk' | 'public';

/** A story at each of its revisions, folded from one stream. The revisions share what they have in common. */
export class StoryRecord {
  #history: Story[] = [];
  readonly #positions: bigint[] = [];
  readonly #events: Recorded[] = [];

  constructor(private readonly audience: Audience) {}

  /** Takes the next event; one that was taken before changes nothing. */
  take(recorded: Recorded, position: bigint): void {
    if (recorded.revision < this.#history.length) return;
    if (recorded.revision !== this.#history.length)
      throw new Error(
        `The story is at revision ${this.#history.length - 1}; revision ${recorded.revision} leaves a gap.`,
      );
    this.#positions.push(position);
    const before = this.#history.at(-1) ?? emptyStory;
    if (this.audience === 'desk') {
      this.#history.push(evolve(before, recorded));
      return;
    }
    this.#events.push(recorded);
    if (withholds(recorded)) this.#history = [...publicHistory(this.#events)];
    else this.#history.push(evolvePublic(before, this.#events));
  }

  get head(): Story {
    return this.#history.at(-1) ?? emptyStory;
  }

  get first(): Story {
    return this.#history[0] ?? emptyStory;
  }

  at(revision: number): Story | undefined {
    const story = this.#history[revision];
    return story && this.#seen(story);
  }

  positionOf(revision: number): bigint {
    return this.#positions[revision] ?? 0n;
  }

  /** The story as of a moment, inclusive: the last revision recorded by then. Undefined before the first. */
  asOf(known: Instant | null): Story | undefined {
    if (known === null) return this.head;
    let low = 0;
    let high = this.#history.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#history[middle]!.updatedAt <= known) low = middle + 1;
      else high = middle;
    }
    return this.at(low - 1);
  }

  /** Of a moment at which the story was killed or taken down, the world sees the notice only. */
  #seen(story: Story): Story {
    if (this.audience === 'desk' || story.withheld === null) return story;
    const { id, slug, language, status, withheld, revision, openedAt, updatedAt } = story;
    return { ...emptyStory, id, slug, language, status, withheld, revision, openedAt, updatedAt };
  }
}
