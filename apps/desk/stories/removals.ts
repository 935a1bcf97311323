import { Inject, Injectable } from '@nestjs/common';
import { EventStore, StreamNotFound, type EventDamaged, type StoredEvent } from '#event-store';
import { Problem } from '#http';
import { positionText } from '#projections';
import {
  exists,
  isDevelopmentEvent,
  replacedTexts,
  Refusal,
  same,
  removingWords,
  withoutRemoved,
  type Command,
  type Directory,
  type Recorded,
  type Removed,
  type StoryEvent,
  type Text,
  type Uuid,
} from '#story';
import { readEvent, STREAM_PREFIX, storyStream } from '#story-log';
import { Webhooks } from '#webhooks';
import { DirectoryKeeper } from '../recording/directory-keeper.js';
import { storyIdOf } from '../recording/filing-desk.js';
import { derive, idOfKey, newId } from '../recording/identity.js';
import { removedTextIn, type RemovedTextView } from './removed-text-view.js';
import { PublicPositions } from '../recording/public-positions.js';
import { Recorder } from '../recording/recorder.js';
import type { ActHeaders } from '../recording/request-headers.js';

/** Words to be removed, on what grounds, and where. */
export interface Removing {
  readonly words: readonly string[];
  /** One story, by id or slug; null for all. */
  readonly story: string | null;
  readonly with: Readonly<Record<string, string>>;
  readonly command: Omit<Extract<Command, { type: 'remove' }>, 'what'>;
}

export interface StoryRemoval {
  readonly story: Uuid;
  readonly slug: string;
  /** How many texts have the words; the first of them. */
  readonly total: number;
  readonly places: readonly RemovedTextView[];
  /** Endpoints that are still to be told of the story; null once the words are removed: they are told without them. */
  readonly waiting: ReturnType<Webhooks['waiting']> | null;
  /** Of the event that removed them; null in a dry run. */
  readonly revision: string | null;
  readonly position: string | null;
  readonly public: { readonly revision: string; readonly position: string } | null;
}

export interface RemovalView {
  /** Null where nothing was removed. */
  readonly id: Uuid | null;
  readonly dryRun: boolean;
  readonly stories: readonly StoryRemoval[];
  /** Sides and parties whose name has the words. */
  readonly directory: readonly {
    readonly kind: 'side' | 'party';
    readonly id: string;
    readonly name: string;
  }[];
  /** Identifiers in which the words stay: they are addresses. */
  readonly stays: readonly Identifier[];
  /** Stories of which an event is damaged in the log, so that nothing can be found in them or removed. */
  readonly damaged: readonly Uuid[];
}

interface Identifier {
  readonly kind: 'side' | 'party' | 'story' | 'claim' | 'question';
  readonly id: string;
  /** Of a claim or question: whose it is. */
  readonly story?: Uuid;
}

/** What a look through the events found. */
interface Found {
  readonly stories: readonly StoryRemoval[];
  readonly stays: readonly Identifier[];
  readonly damaged: readonly Uuid[];
}

/** Texts of one story that are listed. */
const LISTED = 200;

/** Removes words from every text: looks through the events, since a state does not have former headings. */
@Injectable()
export class Removals {
  constructor(
    private readonly store: EventStore,
    private readonly recorder: Recorder,
    private readonly places: PublicPositions,
    private readonly directory: DirectoryKeeper,
    /** Null if this process sends no webhooks. */
    @Inject(Webhooks) private readonly webhooks: Webhooks | null,
  ) {}

  /**
   * Lists every place, and unless it is a dry run removes them, a story after the other. The same request again goes on
   * where it was interrupted, and gives the first answer.
   */
  async remove(removing: Removing, sent: ActHeaders, dryRun: boolean): Promise<RemovalView> {
    const id = sent.key ? idOfKey(sent.key.name) : newId();
    const what: Removed = { words: removing.words, with: removing.with };
    const found =
      removing.story === null ? await this.#all(what, id) : await this.#one(removing.story, what, id);
    const stories: StoryRemoval[] = [];
    for (const one of found.stories)
      stories.push(dryRun ? one : await this.#carryOut(one, removing, what, sent, id));
    const { parties, sides } = await this.directory.current();
    const named = removing.story === null ? inDirectory({ parties, sides }, what) : [];
    if (!dryRun) for (const one of named) await this.#rename(one, sent);
    const removed = !dryRun && (stories.length > 0 || named.length > 0);
    return {
      id: removed ? id : null,
      dryRun,
      stories,
      directory: named.map(({ kind, id: of, name }) => ({ kind, id: of, name })),
      stays: [...identifiersWith({ parties, sides }, what), ...found.stays],
      damaged: found.damaged,
    };
  }

  async #carryOut(
    found: StoryRemoval,
    { command }: Removing,
    what: Removed,
    { key, by, correlationId }: ActHeaders,
    removal: Uuid,
  ): Promise<StoryRemoval> {
    const { story } = found;
    const filed = await this.recorder.record({
      story,
      command: { ...command, what },
      by,
      id: derive(removal, story),
      key: key && { name: `${key.name} ${story}`, hash: key.hash },
      correlationId,
    });
    const place = await this.places.of(filed, story);
    return {
      ...found,
      waiting: null,
      revision: String(filed.revision),
      position: positionText('desk', filed.position),
      public: place && {
        revision: String(place.revision),
        position: positionText('public', place.position),
      },
    };
  }

  async #one(name: string, what: Removed, removal: Uuid): Promise<Found> {
    const { story } = await this.recorder.current(storyIdOf(name));
    if (!exists(story)) throw new Refusal('story-unknown', 'There is no such story.', '/story');
    const stays = new Identifiers(what);
    for await (const stored of this.store.readStream(storyStream('desk', story.id)))
      stays.look(story.id, readEvent(stored).recorded.event);
    const found = await this.#in(story.id, what, removal);
    return { stories: found ? [found] : [], stays: stays.found, damaged: [] };
  }

  /** Every story of which an event has the words, in the order of the log. What is damaged stops nothing but itself. */
  async #all(what: Removed, removal: Uuid): Promise<Found> {
    const take = removingWords(what);
    const prefix = storyStream('desk', '');
    const streams = new Set<string>();
    const damaged = new Set<string>();
    const stays = new Identifiers(what);
    const onDamage = ({ stream }: EventDamaged): void => {
      if (stream === null)
        throw new Problem('event-damaged', 'The log is damaged where it cannot be said whose event it was.');
      damaged.add(stream);
    };
    for await (const stored of this.store.readAll({ onDamage })) {
      if (!stored.stream.startsWith(prefix)) continue;
      const { event } = readEvent(stored).recorded;
      stays.look(stored.stream.slice(prefix.length), event);
      if (streams.has(stored.stream)) continue;
      if (take(event, 0) !== event || isOf(stored, removal)) streams.add(stored.stream);
    }
    const stories: StoryRemoval[] = [];
    for (const stream of streams) {
      if (damaged.has(stream)) continue;
      const one = await this.#in(stream.slice(prefix.length), what, removal);
      if (one) stories.push(one);
    }
    const ofStories = [...damaged].filter((stream) => stream.startsWith(prefix));
    return { stories, stays: stays.found, damaged: ofStories.map((stream) => stream.slice(prefix.length)) };
  }

  /** Where a story has words, before this request removed them; null where it has none. */
  async #in(id: Uuid, what: Removed, removal: Uuid): Promise<StoryRemoval | null> {
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
      waiting: this.webhooks?.waiting(id) ?? [],
      revision: null,
      position: null,
      public: null,
    };
  }

  async #rename({ kind, id, renamed, aliases }: Named, { by, correlationId }: ActHeaders): Promise<void> {
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

interface Named {
  readonly kind: 'side' | 'party';
  readonly id: string;
  readonly name: string;
  readonly renamed: string;
  /** Its other names without the words. */
  readonly aliases?: readonly string[];
}

/** Whether an event is the removal that a request made. */
function isOf(stored: StoredEvent, removal: Uuid): boolean {
  if (stored.type !== 'TextsRemoved') return false;
  const { event } = readEvent(stored).recorded;
  return (
    event.type === 'TextsRemoved' &&
    event.removal === derive(removal, stored.stream.slice(STREAM_PREFIX.desk.length))
  );
}

function inDirectory({ parties, sides }: Directory, what: Removed): readonly Named[] {
  const take = replacing(what);
  const ofSides = [...sides.values()].flatMap(({ id, name }) => {
    const renamed = take(name);
    return renamed === name ? [] : [{ kind: 'side' as const, id, name, renamed }];
  });
  const ofParties = [...parties.values()].flatMap(({ id, name, aliases }) => {
    const [renamed, others] = [take(name), aliases?.map(take)];
    if (renamed === name && same(aliases, others)) return [];
    return [{ kind: 'party' as const, id, name, renamed, ...(others ? { aliases: others } : {}) }];
  });
  return [...ofSides, ...ofParties];
}

function identifiersWith({ parties, sides }: Directory, what: Removed): readonly Identifier[] {
  const take = replacing(what);
  return [
    ...[...sides.keys()].map((id) => ({ kind: 'side' as const, id })),
    ...[...parties.keys()].map((id) => ({ kind: 'party' as const, id })),
  ].filter(({ id }) => take(id) !== id);
}

/** The names of stories, claims and questions in which words stay. */
class Identifiers {
  readonly #found = new Map<string, Identifier>();
  readonly #take: (name: string) => string;

  constructor(what: Removed) {
    this.#take = replacing(what);
  }

  get found(): readonly Identifier[] {
    return [...this.#found.values()];
  }

  look(story: Uuid, event: StoryEvent): void {
    if (event.type === 'StoryOpened') this.#note({ kind: 'story', id: event.slug });
    if (!isDevelopmentEvent(event)) return;
    for (const { id } of event.development.claims) this.#note({ kind: 'claim', id, story });
    for (const { id } of event.development.raises) this.#note({ kind: 'question', id, story });
  }

  #note(one: Identifier): void {
    if (this.#take(one.id) !== one.id) this.#found.set(`${one.kind} ${one.story} ${one.id}`, one);
  }
}

/**
 * What stands in the place of words must not say them again.
 *
 * @throws Problem `validation`
 */
export function checkInstead(words: readonly string[], texts: Readonly<Record<string, Text>>): void {
  const take = replacing({ words, with: { und: '' } });
  const errors = Object.entries(texts).flatMap(([name, text]) =>
    Object.entries(text)
      .filter(([, said]) => take(said) !== said)
      .map(([language]) => ({
        pointer: `/${name}/${language}`,
        detail:
          'This says the words that are to be removed: readers would see them again. Say it without them.',
      })),
  );
  if (errors.length > 0)
    throw new Problem('validation', 'What stands in the place of the words repeats them. See errors.', {
      errors,
    });
}

/** A name without the words. */
function replacing(what: Removed): (name: string) => string {
  const take = removingWords(what);
  return (name) => {
    const event = take({ type: 'StoryClosed', reason: name }, 0);
    return event.type === 'StoryClosed' ? (event.reason ?? name) : name;
  };
}

/** @throws Problem `validation` where the scope and the story do not fit */
export function storyOf(scope: 'story' | 'newsroom', story: string | undefined): string | null {
  if ((scope === 'story') === (story !== undefined)) return story ?? null;
  throw new Problem(
    'validation',
    scope === 'story'
      ? 'The scope is one story: say which under story.'
      : 'The scope is the newsroom: leave story out, or give the scope story.',
  );
}
