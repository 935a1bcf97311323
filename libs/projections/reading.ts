import type { Instant, Story, Withheld } from '#story';
import type { Shown } from './state-view.js';
import type { StoryRecord, Audience } from './story-record.js';
import type { StoryShelf } from './story-shelf.js';

/** Two clocks by name: what was known at `known`, of what held in the world at `held`. Null is no limit. */
export interface Moments {
  readonly known: Instant | null;
  readonly held: Instant | null;
}

/** What a story answers when it is asked for. */
export type Reading =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-yet'; readonly slug: string; readonly first: Instant }
  | { readonly kind: 'withheld'; readonly slug: string; readonly withheld: Withheld }
  | { readonly kind: 'found'; readonly story: Story; readonly shown: Shown; readonly head: boolean };

/** Reads stories of one log as of any moment, with the eyes of one audience. */
export class StoryReader {
  constructor(
    private readonly shelf: StoryShelf,
    private readonly audience: Audience,
    /** Where the stories are, e.g. `/v1/stories`. */
    private readonly address: string,
  ) {}

  /** A story by id or slug, as of a moment. */
  asOf(name: string, moments: Moments): Reading {
    const record = this.shelf.find(name);
    if (!record) return { kind: 'unknown' };
    const story = record.asOf(moments.known);
    if (!story)
      return (
        this.#barred(record) ?? { kind: 'not-yet', slug: record.head.slug, first: record.first.updatedAt }
      );
    return this.#found(record, story, moments);
  }

  /** A story at one of its revisions; unknown where there is none such. */
  at(name: string, revision: number, held: Instant | null = null): Reading {
    const record = this.shelf.find(name);
    const story = record?.at(revision);
    return record && story ? this.#found(record, story, { known: null, held }) : { kind: 'unknown' };
  }

  #found(record: StoryRecord, story: Story, moments: Moments): Reading {
    const barred = this.#barred(record);
    if (barred) return barred;
    const address = `${this.address}/${story.slug}`;
    const shown: Shown = {
      ...moments,
      audience: this.audience,
      address,
      position: record.positionOf(story.revision),
    };
    return { kind: 'found', story, shown, head: story.revision === record.head.revision };
  }

  /** While a story is killed or taken down the public sees its notice, at every moment. */
  #barred(record: StoryRecord): Reading | null {
    const { withheld, slug } = record.head;
    return withheld !== null && this.audience === 'public' ? { kind: 'withheld', slug, withheld } : null;
  }
}
