import { Inject, Injectable } from '@nestjs/common';
import { EventStore, StreamNotFound, type EventDamaged, type StoredEvent } from '#event-store';
import { Problem } from '#http';
import { positionText } from '#projections';
import {
  exists,
  replacedTexts,
  Refusal,
  removingWords,
  withoutRemoved,
  type Command,
  type Recorded,
  type Removed,
  type Text,
  type Uuid,
} from '#story';
import { countWith, withoutWords } from '#notes';
import { notesStream, readEvent, STREAM_PREFIX, storyOfNotes, storyStream } from '#story-log';
import { Webhooks } from '#webhooks';
import { noteEvent, NotesRecorder } from '../notes/notes-recorder.js';
import { DirectoryRecorder } from '../recording/directory-recorder.js';
import { storyIdOf } from '../recording/editor-commands.js';
import { derive, idOfKey, newId } from '../recording/ids.js';
import { ReviewRecorder } from '../review/review-recorder.js';
import { removedTextIn, type RemovedTextView } from './removed-text-view.js';
import { PublicPositions } from '../recording/public-positions.js';
import { StoryRecorder } from '../recording/story-recorder.js';
import {
  identifiersWith,
  Identifiers,
  inDirectory,
  replacing,
  type Identifier,
  type RenamedEntry,
} from './words-found.js';
import type { WriteHeaders } from '../recording/write-headers.js';

/** Words to remove, with the grounds and the scope. */
export interface WordRemoval {
  readonly words: readonly string[];
  /** The id or slug of one story; null for all. */
  readonly story: string | null;
  readonly with: Readonly<Record<string, string>>;
  readonly command: Omit<Extract<Command, { type: 'remove' }>, 'what'>;
}

export interface StoryRemovalView {
  readonly story: Uuid;
  readonly slug: string;
  /** How many texts have the words. */
  readonly total: number;
  /** The first of these texts. */
  readonly places: readonly RemovedTextView[];
  /** Webhooks with pending messages of the story. Null after the removal: messages no longer have the words. */
  readonly waiting: ReturnType<Webhooks['pendingFor']> | null;
  /** The revision of the removal; null in a dry run. */
  readonly revision: string | null;
  readonly position: string | null;
  readonly public: { readonly revision: string; readonly position: string } | null;
}

export interface RemovalView {
  /** Null if nothing was removed. */
  readonly id: Uuid | null;
  readonly dryRun: boolean;
  readonly stories: readonly StoryRemovalView[];
  /** Stories whose notes have the words, and how many notes that are. */
  readonly notes: readonly NotesFound[];
  /** How many notes of reviews have the words. */
  readonly reviews: number;
  /** Sides and parties whose name has the words. */
  readonly directory: readonly {
    readonly kind: 'side' | 'party';
    readonly id: string;
    readonly name: string;
  }[];
  /** Identifiers with the words. They stay, because they are addresses. */
  readonly stays: readonly Identifier[];
  /** Stories with a damaged event in the log, also in their notes: there, nothing is found or removed there. */
  readonly damaged: readonly Uuid[];
}

interface NotesFound {
  readonly story: Uuid;
  readonly total: number;
}

/** What a search of the events found. */
interface Found {
  readonly notes: readonly NotesFound[];
  readonly stories: readonly StoryRemovalView[];
  readonly stays: readonly Identifier[];
  readonly damaged: readonly Uuid[];
}

/** How many texts of one story an answer lists. */
const LISTED = 200;

/** Removes words from every text. It searches the events: the state of a story does not have former headings. */
@Injectable()
export class WordRemover {
  constructor(
    private readonly store: EventStore,
    private readonly recorder: StoryRecorder,
    private readonly positions: PublicPositions,
    private readonly directory: DirectoryRecorder,
    private readonly notes: NotesRecorder,
    private readonly reviews: ReviewRecorder,
    /** Null if this process sends no webhooks. */
    @Inject(Webhooks) private readonly webhooks: Webhooks | null,
  ) {}

  /**
   * Lists the texts with the words, and unless it is a dry run, removes the words story by story. A repeated request resumes
   * after an interruption, and gets the first answer.
   */
  async remove(removing: WordRemoval, sent: WriteHeaders, dryRun: boolean): Promise<RemovalView> {
    const id = sent.key ? idOfKey(sent.key.name) : newId();
    const what: Removed = { words: removing.words, with: removing.with };
    const found =
      removing.story === null ? await this.#all(what, id) : await this.#one(removing.story, what, id);
    const stories: StoryRemovalView[] = [];
    for (const one of found.stories)
      stories.push(dryRun ? one : await this.#carryOut(one, removing, what, sent, id));
    if (!dryRun)
      for (const { story } of found.notes)
        await this.notes.removeWords(story, replacing(what), derive(id, story), sent);
    const { parties, sides } = await this.directory.current();
    const named = removing.story === null ? inDirectory({ parties, sides }, what) : [];
    if (!dryRun) for (const one of named) await this.#rename(one, sent);
    const reviews = await this.#reviewsWith(
      removing.story,
      what,
      derive(id, 'reviews'),
      dryRun ? null : sent,
    );
    const removed = !dryRun && stories.length + found.notes.length + named.length + reviews > 0;
    return {
      id: removed ? id : null,
      dryRun,
      stories,
      notes: found.notes,
      reviews,
      directory: named.map(({ kind, id: of, name }) => ({ kind, id: of, name })),
      stays: [...identifiersWith({ parties, sides }, what), ...found.stays],
      damaged: found.damaged,
    };
  }

  async #carryOut(
    found: StoryRemovalView,
    { command }: WordRemoval,
    what: Removed,
    { key, by, correlationId }: WriteHeaders,
    removal: Uuid,
  ): Promise<StoryRemovalView> {
    const { story } = found;
    const result = await this.recorder.record({
      story,
      command: { ...command, what },
      by,
      id: derive(removal, story),
      key: key && { name: `${key.name} ${story}`, hash: key.hash },
      correlationId,
    });
    const inPublic = await this.positions.positionOf(result, story);
    return {
      ...found,
      waiting: null,
      revision: String(result.revision),
      position: positionText('desk', result.position),
      public: inPublic && {
        revision: String(inPublic.revision),
        position: positionText('public', inPublic.position),
      },
    };
  }

  async #one(name: string, what: Removed, removal: Uuid): Promise<Found> {
    const { story } = await this.recorder.current(storyIdOf(name));
    if (!exists(story)) throw new Refusal('story-unknown', 'There is no such story.', '/story');
    const stays = new Identifiers(what);
    for await (const stored of this.store.readStream(storyStream('desk', story.id)))
      stays.search(story.id, readEvent(stored).recorded.event);
    const found = await this.#in(story.id, what, removal);
    const notes = await this.#notesOn(story.id, what, removal);
    return { stories: found ? [found] : [], notes, stays: stays.found, damaged: [] };
  }

  /** All stories with the words, in log order. A damaged event stops only the search of its story. */
  async #all(what: Removed, removal: Uuid): Promise<Found> {
    const take = removingWords(what);
    const prefix = storyStream('desk', '');
    const streams = new Set<string>();
    const noted = new Set<Uuid>();
    const damaged = new Set<string>();
    const stays = new Identifiers(what);
    const onDamage = ({ stream }: EventDamaged): void => {
      if (stream === null)
        throw new Problem(
          'event-damaged',
          'The log is damaged, and the stream of the damaged event is unknown.',
        );
      damaged.add(stream);
    };
    for await (const stored of this.store.readAll({ onDamage })) {
      const notesOn = storyOfNotes(stored.stream);
      if (notesOn !== null && isWorded(stored, what, derive(removal, notesOn))) noted.add(notesOn);
      if (!stored.stream.startsWith(prefix)) continue;
      const { event } = readEvent(stored).recorded;
      stays.search(stored.stream.slice(prefix.length), event);
      if (streams.has(stored.stream)) continue;
      if (take(event, 0) !== event || isOf(stored, removal)) streams.add(stored.stream);
    }
    const stories: StoryRemovalView[] = [];
    for (const stream of streams) {
      if (damaged.has(stream)) continue;
      const one = await this.#in(stream.slice(prefix.length), what, removal);
      if (one) stories.push(one);
    }
    const notes: NotesFound[] = [];
    for (const story of noted)
      if (!damaged.has(notesStream(story))) notes.push(...(await this.#notesOn(story, what, removal)));
    const ofStories = [...damaged].flatMap((stream) =>
      stream.startsWith(prefix) ? stream.slice(prefix.length) : (storyOfNotes(stream) ?? []),
    );
    return { stories, notes, stays: stays.found, damaged: [...new Set(ofStories)] };
  }

  /** How many notes of reviews have the words; with `sent` it removes them. */
  async #reviewsWith(
    name: string | null,
    what: Removed,
    removal: Uuid,
    sent: WriteHeaders | null,
  ): Promise<number> {
    const story = name === null ? null : storyIdOf(name);
    const total = await this.reviews.countWith(replacing(what), story, removal);
    if (sent !== null && total > 0) await this.reviews.removeWords(replacing(what), story, removal, sent);
    return total;
  }

  async #notesOn(story: Uuid, what: Removed, removal: Uuid): Promise<readonly NotesFound[]> {
    const total = countWith(await this.notes.of(story), replacing(what), derive(removal, story));
    return total === 0 ? [] : [{ story, total }];
  }

  /** The texts of one story with the words, before this request removed them; null if there are none. */
  async #in(id: Uuid, what: Removed, removal: Uuid): Promise<StoryRemovalView | null> {
    const events: Recorded[] = [];
    try {
      for await (const stored of this.store.readStream(storyStream('desk', id))) {
        if (isOf(stored, removal)) break;
        events.push(readEvent(stored).recorded);
      }
    } catch (error) {
      if (!(error instanceof StreamNotFound)) throw error;
    }
    const take = removingWords(what);
    const left = withoutRemoved(events);
    const places = left.flatMap((e) =>
      e.event.type === 'TextsRemoved'
        ? []
        : replacedTexts(e.event, take(e.event, e.revision), e.revision).map((p) => removedTextIn(e, p)),
    );
    const opened = events[0]?.event;
    if (places.length === 0 || opened?.type !== 'StoryOpened') return null;
    return {
      story: id,
      slug: opened.slug,
      total: places.length,
      places: places.slice(0, LISTED),
      waiting: this.webhooks?.pendingFor(id) ?? [],
      revision: null,
      position: null,
      public: null,
    };
  }

  async #rename(
    { kind, id, renamed, aliases }: RenamedEntry,
    { by, correlationId }: WriteHeaders,
  ): Promise<void> {
    const { parties, sides } = await this.directory.current();
    const [party, side] = [parties.get(id), sides.get(id)];
    if (kind === 'party' && party)
      await this.directory.record(
        {
          type: 'party',
          party: { ...party, name: renamed, ...(aliases ? { aliases } : {}) },
          describe: true,
        },
        { by, correlationId },
      );
    if (kind === 'side' && side)
      await this.directory.record({ type: 'side', side: { ...side, name: renamed } }, { by, correlationId });
  }
}

/** Whether an event is the removal by a request. */
function isOf(stored: StoredEvent, removal: Uuid): boolean {
  if (stored.type !== 'TextsRemoved') return false;
  const { event } = readEvent(stored).recorded;
  return (
    event.type === 'TextsRemoved' &&
    event.removal === derive(removal, stored.stream.slice(STREAM_PREFIX.desk.length))
  );
}

/** Whether an event of notes has the words, or is the removal by a request. */
function isWorded(stored: StoredEvent, what: Removed, removal: Uuid): boolean {
  const event = noteEvent(stored);
  return (
    withoutWords(event, replacing(what)) !== null ||
    (event.type === 'NotesReworded' && event.removal === removal)
  );
}

/** Refuses texts that repeat the words which they replace. @throws Problem `validation` */
export function checkReplacement(words: readonly string[], texts: Readonly<Record<string, Text>>): void {
  const take = replacing({ words, with: { und: '' } });
  const errors = Object.entries(texts).flatMap(([name, text]) =>
    Object.entries(text)
      .filter(([, said]) => take(said) !== said)
      .map(([language]) => ({
        pointer: `/${name}/${language}`,
        detail: 'This repeats the words to be removed: readers would see them again. Write it without them.',
      })),
  );
  if (errors.length > 0)
    throw new Problem('validation', 'A text that replaces the words repeats them. See errors.', {
      errors,
    });
}

/** @throws Problem `validation` if scope and story contradict each other */
export function storyOf(scope: 'story' | 'newsroom', story: string | undefined): string | null {
  if ((scope === 'story') === (story !== undefined)) return story ?? null;
  throw new Problem(
    'validation',
    scope === 'story'
      ? 'The scope is one story: name it under story.'
      : 'The scope is the newsroom: omit story, or send the scope story.',
  );
}
