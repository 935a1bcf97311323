import type { Recorded, Story, StoryEvent, Text } from '#story';
import { TimeQueue, type Entry } from './time-queue.js';

/** A development that waits for an editor. */
export interface HeldDevelopment {
  readonly id: string;
  readonly story: string;
  readonly slug: string;
  readonly kind: string;
  readonly text: Text;
  readonly recordedBy: string | null;
  /** Since when it is on hold, in milliseconds since the epoch. */
  readonly since: number;
}

/** The last item of a page; the next page starts after it. */
export type HeldCursor = Entry;

interface Listed extends Entry, HeldDevelopment {}

/**
 * The developments on hold in all stories. It follows the events of each story in order, and keeps only what is on hold now.
 * What is killed or retracted meanwhile is not listed.
 */
export class HeldDevelopments {
  readonly #listed = new TimeQueue<Listed>();
  /** For each stream, since when its developments are on hold, by id. */
  readonly #streams = new Map<string, Map<string, number>>();

  /** Takes an event of a stream, and the story after it. */
  update(stream: string, story: Story, { event, recordedAt }: Pick<Recorded, 'event' | 'recordedAt'>): void {
    const held = this.#streams.get(stream) ?? new Map<string, number>();
    for (const id of namedBy(event) ?? [...held.keys()]) {
      const key = `${story.id} ${id}`;
      const state = story.developments.get(id);
      if (state?.releasedAt !== null || state.development.release !== 'held') {
        held.delete(id);
        this.#listed.delete(key);
        continue;
      }
      const since = held.get(id) ?? recordedAt;
      held.set(id, since);
      const { revision, recordedBy, development } = state;
      const { kind, text } = development;
      if (story.withheld !== null || state.withheld !== null || state.retracted !== null)
        this.#listed.delete(key);
      else if (this.#listed.get(key)?.text !== text || this.#listed.get(key)?.kind !== kind) {
        const shown = { id, story: story.id, slug: story.slug, kind, text, recordedBy, since };
        this.#listed.set({ key, at: since, order: revision, ...shown });
      }
    }
    if (held.size > 0) this.#streams.set(stream, held);
    else this.#streams.delete(stream);
  }

  /** The streams with developments on hold. */
  get streams(): readonly string[] {
    return [...this.#streams.keys()];
  }

  get total(): number {
    return this.#listed.size;
  }

  /** The next developments after `after`, those on hold for longest first. */
  list(after: HeldCursor | null, limit: number): readonly (HeldCursor & HeldDevelopment)[] {
    return this.#listed.after(after, limit);
  }
}

/** The development that an event concerns; null if it may concern any. */
function namedBy(event: StoryEvent): readonly string[] | null {
  if (event.type === 'ReleaseRescheduled') return [event.of];
  if (!('development' in event)) return null;
  const { development } = event;
  return [typeof development === 'string' ? development : development.id];
}
