import { Injectable } from '@nestjs/common';
import { decode, EventDamaged, EventStore } from '#event-store';
import { iso } from '#http';
import { exists, type Story, type Text, type Uuid } from '#story';
import { REVIEW_STREAM } from '#story-log';
import { NotesRecorder } from '../notes/notes-recorder.js';
import { eventAt } from '../recording/desk-log.js';
import { People, type PersonView } from '../recording/people.js';
import { StoryRecorder } from '../recording/story-recorder.js';
import type { About, Notice, NoticeKind } from './notice.js';

export interface NoticeView {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: string;
  readonly seen: boolean;
  readonly by: PersonView | null;
  readonly story: Uuid | null;
  readonly slug: string | null;
  readonly development: Uuid | null;
  readonly text: Text | null;
  readonly note: Uuid | null;
  readonly words: string | null;
  readonly killed: About['killed'] | null;
  readonly webhook: Uuid | null;
  readonly off: string | null;
}

/** Answers notices with the words and names of this moment: what was killed or withdrawn since is not there. */
@Injectable()
export class NoticeViews {
  constructor(
    private readonly store: EventStore,
    private readonly stories: StoryRecorder,
    private readonly notes: NotesRecorder,
    private readonly people: People,
  ) {}

  /** `seen` is the id of the last notice that the reader has seen. */
  async of({ id, kind, at, by, about }: Notice, seen: string): Promise<NoticeView> {
    const story = about.story === undefined ? null : await this.#story(about.story);
    const { development = null } = about;
    const of = development === null ? undefined : story?.developments.get(development);
    const isGone = story === null || story.withheld !== null || (of !== undefined && of.withheld !== null);
    return {
      id,
      kind,
      at: iso(at),
      seen: id <= seen,
      by: by === null ? null : this.people.view(by),
      story: about.story ?? null,
      slug: story?.slug ?? null,
      development,
      text: isGone ? null : (of?.development.text ?? null),
      note: about.note ?? null,
      words: await this.#words(about, isGone),
      killed: about.killed ?? null,
      webhook: about.webhook ?? null,
      off: about.off ?? null,
    };
  }

  /** Null if it does not exist, or is damaged in the log. */
  async #story(id: Uuid): Promise<Story | null> {
    const story = await readable(async () => (await this.stories.current(id)).story);
    return story && exists(story) ? story : null;
  }

  /** The text of a note, or what a return says. */
  async #words({ story, note, review }: About, isGone: boolean): Promise<string | null> {
    if (story !== undefined && note !== undefined)
      return readable(async () => {
        const found = (await this.notes.of(story)).byId.get(note);
        return found && !found.withdrawn ? found.text : null;
      });
    if (review === undefined || isGone) return null;
    return readable(async () => {
      const { data } = await eventAt(this.store, REVIEW_STREAM, review);
      return (decode(data) as { readonly note: string }).note;
    });
  }
}

/** Null for what is damaged in the log. */
async function readable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof EventDamaged) return null;
    throw error;
  }
}
