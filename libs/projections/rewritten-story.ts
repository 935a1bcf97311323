import { emptyStory, fold, withholdsStory } from '#story';
import type { Audience } from './audience.js';
import { changeOf, changesThePast, FollowedStory, type TakenEvent } from './followed-story.js';
import type { WrittenStory } from './model-file.js';
import type { RowWriter } from './row-writer.js';

/** A story that was rewritten under a number that nobody reads yet. */
export class RewrittenStory {
  #row: WrittenStory;

  private constructor(
    row: WrittenStory,
    /** The revision of the event that demanded the rewrite. */
    readonly rewrittenFor: number,
    /** Its fold, to follow it; null while the whole story is withheld. */
    readonly followed: FollowedStory | null,
  ) {
    this.#row = row;
  }

  /** Writes a story as it may be seen after the given events. A killed story has only its notice. */
  static write(
    rows: RowWriter,
    audience: Audience,
    {
      id,
      number,
      past,
    }: { readonly id: string; readonly number: number; readonly past: readonly TakenEvent[] },
  ): RewrittenStory {
    const rewrittenFor = past.findLast((e) => changesThePast(audience, e.recorded))!.recorded.revision;
    const by = past.findLast((e) => withholdsStory(e.recorded.event.type));
    const story =
      by &&
      fold(
        past.map((e) => e.recorded),
        emptyStory,
      );
    if (story?.withheld) {
      // Followers of a withheld story get the event that withholds it, and nothing else.
      const { revision, recordedAt } = by!.recorded;
      rows.storyWithheld(
        { story: number, revision, recordedAt, position: by!.position },
        changeOf(by!.recorded),
      );
      const { slug, revision: head, openedAt: first_at } = story;
      const withheld = JSON.stringify(story.withheld);
      return new RewrittenStory({ story: number, id, slug, head, first_at, withheld }, rewrittenFor, null);
    }
    const followed = new FollowedStory(audience, rows);
    followed.rewrite(past, number);
    return new RewrittenStory(rowOf(followed, number), rewrittenFor, followed);
  }

  get noted(): WrittenStory {
    return this.#row;
  }

  /** Writes later events, none of which changes the past. */
  append(more: readonly TakenEvent[]): void {
    for (const { recorded, position } of more)
      if (this.followed) {
        this.followed.take(recorded, this.#row.story, position);
        this.#row = rowOf(this.followed, this.#row.story);
      } else this.#row = { ...this.#row, head: recorded.revision };
  }
}

/** The row of a followed story whose rows are under a number. */
export function rowOf({ story }: FollowedStory, number: number): WrittenStory {
  const { id, slug, revision: head, openedAt: first_at } = story;
  return { story: number, id, slug, head, first_at, withheld: null };
}
