import { emptyStory, fold, withholdsStory } from '#story';
import type { Audience } from './audience.js';
import { changeOf, changesThePast, FollowedStory, type TakenEvent } from './followed-story.js';
import type { NotedStory } from './model-file.js';
import type { Rows } from './rows.js';

/** A story that is written anew, under a number that nobody reads yet. */
export class RewrittenStory {
  #noted: NotedStory;

  private constructor(
    noted: NotedStory,
    /** The revision of the event for which it is written anew. */
    readonly anew: number,
    /** What it can be followed with; null while it is withheld as a whole. */
    readonly followed: FollowedStory | null,
  ) {
    this.#noted = noted;
  }

  /** Writes it as it may be seen after all of some events. While it is killed or taken down, that is its notice alone. */
  static write(
    rows: Rows,
    audience: Audience,
    {
      id,
      number,
      past,
    }: { readonly id: string; readonly number: number; readonly past: readonly TakenEvent[] },
  ): RewrittenStory {
    const anew = past.findLast((e) => changesThePast(audience, e.recorded))!.recorded.revision;
    const by = past.findLast((e) => withholdsStory(e.recorded.event.type));
    const story =
      by &&
      fold(
        past.map((e) => e.recorded),
        emptyStory,
      );
    if (story?.withheld) {
      // Of a story that is withheld followers are told the event by which it is, and nothing else.
      const { revision, recordedAt } = by!.recorded;
      rows.withheld({ story: number, revision, recordedAt, position: by!.position }, changeOf(by!.recorded));
      const { slug, revision: head, openedAt: first_at } = story;
      const withheld = JSON.stringify(story.withheld);
      return new RewrittenStory({ story: number, id, slug, head, first_at, withheld }, anew, null);
    }
    const followed = new FollowedStory(audience, rows);
    followed.retell(past, number);
    return new RewrittenStory(notedOf(followed, number), anew, followed);
  }

  get noted(): NotedStory {
    return this.#noted;
  }

  /** Writes what came after those events, none of which changes the past. */
  goOn(more: readonly TakenEvent[]): void {
    for (const { recorded, position } of more)
      if (this.followed) {
        this.followed.take(recorded, this.#noted.story, position);
        this.#noted = notedOf(this.followed, this.#noted.story);
      } else this.#noted = { ...this.#noted, head: recorded.revision };
  }
}

/** What is noted of a story that is followed, whose rows are under a number. */
export function notedOf({ story }: FollowedStory, number: number): NotedStory {
  const { id, slug, revision: head, openedAt: first_at } = story;
  return { story: number, id, slug, head, first_at, withheld: null };
}
