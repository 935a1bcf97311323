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
  /** The number of story events in the desk log and in the public log. */
  readonly events: number;
  readonly publicEvents: number;
  readonly stories: readonly WrittenStory[];
}

export interface WrittenStory {
  readonly slug: string;
  readonly id: Uuid;
  readonly events: number;
  /** The times of its first and last public event, in milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** How many appends wait for a commit at once. */
const AT_ONCE = 1_000;

/**
 * Writes a history into the two logs of a data folder. The result equals an import of the same lines at `now`, but many
 * appends run at once. A newsroom can then start in that folder.
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
    // So the publisher does not read the whole log again.
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
  /** When the story became public. */
  from: number | null;
  events: number;
  publication: Publication;
}

class Writing {
  #directory: Directory = emptyDirectory;
  #described = 0;
  /** The stories in progress. Finished ones are removed. */
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

  /** Waits for all appends except the newest ones: one commit runs while the next one is prepared. */
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
    const progress = this.#story(slug);
    const story = progress.publication.desk;
    const made = line.command === 'open' ? progress.id : idOfRef(progress.id, ref);
    const context = { directory: this.#directory, now, id: made, derive };
    const [event] = decide(story, commandOf(line, story, progress.id), context);
    if (!event) throw new Error(`${slug} ${ref} changes nothing, but each line of a history must.`);
    const id = derive(made, 'event/0');
    const idempotency = { key: `import ref ${ref}`, hash: digest(line) };
    const stored = newEvent(id, event, { recordedBy, importedAt, idempotency, recordedAt });
    this.#append(this.desk, storyStream('desk', progress.id), progress.events, [stored]);
    const imported = { recordedAt: now, recordedBy, importedAt: Date.parse(importedAt) };
    this.#publish(progress, { id, revision: progress.events, ...imported, event }, recordedAt);
    progress.events += 1;
    this.#events += 1;
    if (!last) return;
    this.#stories.delete(slug);
    const { events, from } = progress;
    this.#finished.push({ slug, id: progress.id, events, from: from ?? now, until: now });
  }

  #publish(progress: StoryInProgress, recorded: Recorded, recordedAt: string): void {
    const { publication, events } = publish(progress.publication, recorded);
    const shown = progress.publication.world.revision + 1;
    progress.publication = publication;
    if (events.length === 0) return;
    progress.from ??= recorded.recordedAt;
    const { importedAt } = this;
    const written = events.map((event, i) =>
      newEvent(publicEventId(recorded.id, i), event, { recordedAt, importedAt }),
    );
    this.#append(this.world, storyStream('public', progress.id), shown, written);
    this.#publicEvents += written.length;
  }

  #story(slug: string): StoryInProgress {
    const progress = this.#stories.get(slug) ?? {
      id: storyId(slug),
      from: null,
      events: 0,
      publication: unpublished,
    };
    this.#stories.set(slug, progress);
    return progress;
  }

  #append(store: EmbeddedEventStore, stream: string, count: number, events: readonly NewEvent[]): void {
    const appended = store.append(stream, count === 0 ? 'no_stream' : BigInt(count - 1), events);
    this.#pending.push(appended);
  }
}

/** Generated lines do not say who recorded them. */
const recordedBy = 'import';
