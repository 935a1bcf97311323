import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedEventStore, type NewEvent } from '#event-store';
import type { Generated, Line, StoryLine } from '#generating';
import { publish, unpublished, type Publication } from '#publishing';
import {
  decide,
  decideDirectory,
  emptyDirectory,
  evolveDirectory,
  type Directory,
  type Recorded,
  type Uuid,
} from '#story';
import { DIRECTORY_STREAM, newEvent, publicEventId, storyStream } from '#story-log';
import { commandOf, directoryCommandOf } from './command-of.js';
import { derive, digest, idOfKey, idOfRef, storyId } from './import-identity.js';

export interface WrittenLogs {
  /** Events of stories in the desk's log, and in the public one. */
  readonly events: number;
  readonly publicEvents: number;
  readonly stories: readonly WrittenStory[];
}

export interface WrittenStory {
  readonly slug: string;
  readonly id: Uuid;
  readonly events: number;
  /** Of its first public event and its last, in milliseconds. */
  readonly from: number;
  readonly until: number;
}

/** Appends that wait for their commit together. */
const AT_ONCE = 1_000;

/**
 * Writes a history into the two logs of a data folder, as an import of the same lines made at `now` would, but many
 * at once: a newsroom that starts there has them as its own.
 */
export async function logOf(history: Iterable<Generated>, data: string, now: number): Promise<WrittenLogs> {
  const desk = await EmbeddedEventStore.open({ file: join(data, 'desk.db') });
  const world = await EmbeddedEventStore.open({ file: join(data, 'public.db') });
  const writing = new Writing(desk, world, new Date(now).toISOString());
  try {
    for (const { line, last } of history) {
      writing.take(line, last);
      if (writing.waiting >= AT_ONCE) await writing.some();
    }
    await writing.all();
    // So that the publisher need not look at all of it again.
    const [position, published] = [await desk.head(), await world.head()];
    writeFileSync(
      join(data, 'publisher.json'),
      JSON.stringify({
        desk: desk.identity,
        public: world.identity,
        position: String(position),
        published: String(published),
        embargoed: [],
      }),
    );
    return writing.written;
  } finally {
    await world.close();
    await desk.close();
  }
}

interface StoryInProgress {
  readonly id: Uuid;
  /** When it became public. */
  from: number | null;
  events: number;
  publication: Publication;
}

class Writing {
  #directory: Directory = emptyDirectory;
  #described = 0;
  /** Stories that are under way; what is over is dropped. */
  readonly #stories = new Map<string, StoryInProgress>();
  readonly #finished: WrittenStory[] = [];
  #events = 0;
  #publicEvents = 0;
  #pending: Promise<unknown>[] = [];
  #before: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly desk: EmbeddedEventStore,
    private readonly world: EmbeddedEventStore,
    private readonly importedAt: string,
  ) {}

  get waiting(): number {
    return this.#pending.length;
  }

  get written(): WrittenLogs {
    return { events: this.#events, publicEvents: this.#publicEvents, stories: this.#finished };
  }

  /** Waits for what was asked before the last some: one commit runs while the next is made. */
  async some(): Promise<void> {
    await this.#before;
    this.#before = Promise.all(this.#pending);
    this.#pending = [];
  }

  async all(): Promise<void> {
    await this.some();
    await this.#before;
  }

  take(line: Line, last: boolean): void {
    if (line.command === 'side' || line.command === 'party') this.#describe(line);
    else this.#record(line, last);
  }

  #describe(line: Exclude<Line, StoryLine>): void {
    const hash = digest(line);
    const key = `import line ${hash} 0`;
    for (const event of decideDirectory(this.#directory, directoryCommandOf(line))) {
      this.#directory = evolveDirectory(this.#directory, event);
      const metadata = { recordedBy, idempotency: { key, hash } };
      const id = derive(idOfKey(key), 'event');
      const stored = newEvent(id, event, { ...metadata, recordedAt: this.importedAt });
      this.#append(this.desk, DIRECTORY_STREAM, this.#described, [stored]);
      this.#described += 1;
    }
  }

  #record(line: StoryLine, last: boolean): void {
    const { importedAt } = this;
    const { at: recordedAt, story: slug, ref } = line;
    const now = Date.parse(recordedAt);
    const told = this.#story(slug);
    const story = told.publication.desk;
    const made = line.command === 'open' ? told.id : idOfRef(told.id, ref);
    const context = { directory: this.#directory, now, id: made, derive };
    const [event] = decide(story, commandOf(line, story, told.id), context);
    if (!event) throw new Error(`${slug} ${ref} changes nothing: each line of a history does.`);
    const id = derive(made, 'event/0');
    const idempotency = { key: `import ref ${ref}`, hash: digest(line) };
    const stored = newEvent(id, event, { recordedBy, importedAt, idempotency, recordedAt });
    this.#append(this.desk, storyStream('desk', told.id), told.events, [stored]);
    const imported = { recordedAt: now, recordedBy, importedAt: Date.parse(importedAt) };
    this.#publish(told, { id, revision: told.events, ...imported, event }, recordedAt);
    told.events += 1;
    this.#events += 1;
    if (!last) return;
    this.#stories.delete(slug);
    const { events, from } = told;
    this.#finished.push({ slug, id: told.id, events, from: from ?? now, until: now });
  }

  #publish(told: StoryInProgress, recorded: Recorded, recordedAt: string): void {
    const { publication, events } = publish(told.publication, recorded);
    const shown = told.publication.world.revision + 1;
    told.publication = publication;
    if (events.length === 0) return;
    told.from ??= recorded.recordedAt;
    const { importedAt } = this;
    const written = events.map((event, i) =>
      newEvent(publicEventId(recorded.id, i), event, { recordedAt, importedAt }),
    );
    this.#append(this.world, storyStream('public', told.id), shown, written);
    this.#publicEvents += written.length;
  }

  #story(slug: string): StoryInProgress {
    const told = this.#stories.get(slug) ?? {
      id: storyId(slug),
      from: null,
      events: 0,
      publication: unpublished,
    };
    this.#stories.set(slug, told);
    return told;
  }

  #append(store: EmbeddedEventStore, stream: string, count: number, events: readonly NewEvent[]): void {
    const appended = store.append(stream, count === 0 ? 'no_stream' : BigInt(count - 1), events);
    this.#pending.push(appended);
  }
}

/** No generated line says who recorded it. */
const recordedBy = 'import';
