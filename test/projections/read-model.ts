import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { encode, type EmbeddedEventStore, type NewEvent, type StoredEvent } from '#event-store';
import { ScratchLog } from '#event-store/contract';
import { ModelFile, ModelReader, Projector, StoryReader, type Audience } from '#projections';
import { FOLD, ModelFolder, StoryRewriter, SCHEMA, seenBy, WriterPriority } from '#projections/testing';
import { emptyStory, evolve, publicHistory, toLog, type Recorded, type Story } from '#story';
import { publicStream, START } from '../publishing/desk.js';

const PREFIX = { desk: 'story-', public: 'public-' } as const;
const ADDRESS = '/v1/stories';

/** The name of a file of the public read model, by its generation. */
export const fileNamed = (generation: number, fold: number = FOLD): string =>
  `public.v${SCHEMA}-${fold}.${generation}.db`;

/** A log with stories, and read models of it, in one folder. */
export class Archives {
  readonly #scratch = new ScratchLog();
  #store: EmbeddedEventStore | null = null;
  #models = 0;

  async open(): Promise<void> {
    this.#store = await this.#scratch.openHere({ limit: 64 * 1024 * 1024 });
  }

  get log(): EmbeddedEventStore {
    return this.#store!;
  }

  remove(): Promise<void> {
    return this.#scratch.remove();
  }

  /** Appends the events of a new story, under a new id. */
  append(events: readonly Recorded[], audience: Audience): Promise<LoggedStory> {
    return appendStory(this.log, events, audience);
  }

  /** Appends more events to a story. Gives the whole story. */
  extend(logged: LoggedStory, more: readonly Recorded[]): Promise<LoggedStory> {
    return extendStory(this.log, logged, more);
  }

  /** The path of a folder for files of the read model, which does not exist yet. */
  folder(): string {
    this.#models += 1;
    return join(this.#scratch.folder, `models-${this.#models}`);
  }

  /** A new, empty file of the read model. */
  model(audience: Audience, beforeWrite?: () => void): Model {
    this.#models += 1;
    return new Model(join(this.#scratch.folder, `model-${this.#models}.db`), this.log, audience, beforeWrite);
  }

  /** A read model in a separate folder, whose rewriter rewrites every story whose past changes. */
  rewritten(): RewrittenModel {
    return new RewrittenModel(this.folder(), this.log);
  }
}

export async function appendStory(
  log: EmbeddedEventStore,
  events: readonly Recorded[],
  audience: Audience,
): Promise<LoggedStory> {
  const id = randomUUID();
  const own = events.map((recorded) =>
    recorded.event.type === 'StoryOpened'
      ? { ...recorded, event: { ...recorded.event, story: id, slug: `slug-${id}` } }
      : recorded,
  );
  return extendStory(log, { id, audience, events: [], stored: [] }, own);
}

export async function extendStory(
  log: EmbeddedEventStore,
  { id, audience, events, stored }: LoggedStory,
  more: readonly Recorded[],
): Promise<LoggedStory> {
  const stream = PREFIX[audience] + id;
  const expected = events.length === 0 ? 'no_stream' : BigInt(events.length - 1);
  const added = more.map((recorded) => ({ ...recorded, id: randomUUID() }));
  await log.append(stream, expected, added.map(logForm));
  const all = [...stored];
  for await (const event of log.readStream(stream, { from: BigInt(events.length) })) all.push(event);
  return { id, audience, events: [...events, ...added], stored: all };
}

function logForm({ id, event, recordedAt, recordedBy, importedAt }: Recorded): NewEvent {
  const { type, data, schemaVersion } = toLog(event);
  const metadata = {
    recordedAt: new Date(recordedAt).toISOString(),
    schemaVersion,
    ...(recordedBy === null ? {} : { recordedBy }),
    ...(importedAt === null ? {} : { importedAt: new Date(importedAt).toISOString() }),
  };
  return { id, type, data: encode(data), metadata: encode(metadata) };
}

export interface LoggedStory {
  readonly id: string;
  readonly audience: Audience;
  readonly events: readonly Recorded[];
  readonly stored: readonly StoredEvent[];
}

/** One file of the read model, its projector and its reader. */
export class Model {
  #file: ModelFile;
  #projector: Projector;
  #reader: ModelReader | null = null;
  readonly stories: StoryReader;

  constructor(
    readonly path: string,
    private readonly log: EmbeddedEventStore,
    readonly audience: Audience,
    private readonly beforeWrite?: () => void,
  ) {
    [this.#file, this.#projector] = this.#open();
    this.stories = new StoryReader(() => this.reader, audience, ADDRESS);
  }

  get file(): ModelFile {
    return this.#file;
  }
  get projector(): Projector {
    return this.#projector;
  }
  get reader(): ModelReader {
    return (this.#reader ??= new ModelReader(this.path));
  }

  /** As after a kill of the process: uncommitted rows and the cache are lost. */
  reopen(): void {
    this.#file.close();
    [this.#file, this.#projector] = this.#open();
  }

  /** Applies events in batches, as a subscription delivers them. */
  async take(stored: readonly StoredEvent[], batch = stored.length): Promise<void> {
    for (let i = 0; i < stored.length; i += batch) {
      const part = stored.slice(i, i + batch);
      await this.projector.take(part, part.at(-1)!.position);
    }
  }

  close(): void {
    this.#reader?.close();
    this.#file.close();
  }

  #open(): [ModelFile, Projector] {
    const file = ModelFile.open(this.path, { log: this.log.identity, fold: 'test' }, this.beforeWrite);
    return [file, new Projector(this.log, file, this.audience)];
  }
}

/** A value with each `next` as a boolean, and without positions. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'position')
      .map(([key, v]) => [key, key === 'next' ? v !== null && v !== false : plain(v)]),
  );
}

/** The public stream of a desk stream, with three events in each minute. */
export const recordedPublicly = (events: readonly Recorded[]): readonly Recorded[] =>
  publicStream(events).stream.map((event, revision) => ({
    id: `public ${revision}`,
    revision,
    recordedAt: START + Math.floor(revision / 3) * 60_000,
    recordedBy: null,
    importedAt: null,
    event,
  }));

/** The folds of a story at each of its revisions, as visible to an audience now. */
export function foldsOf({ events, audience }: Pick<LoggedStory, 'events' | 'audience'>): readonly Story[] {
  if (audience === 'public') return [...publicHistory(events)].map((story) => seenBy('public', story));
  let story = emptyStory;
  return events.map((recorded) => (story = evolve(story, recorded)));
}

/** A public read model whose rewriter rewrites all stories, also short ones. */
export class RewrittenModel {
  readonly folder: ModelFolder;
  #file: ModelFile;
  #projector: Projector;
  #reader: ModelReader;
  readonly stories = new StoryReader(() => this.reader, 'public', ADDRESS);

  constructor(
    folder: string,
    private readonly log: EmbeddedEventStore,
  ) {
    this.folder = new ModelFolder(folder, 'public');
    this.#file = this.#open(this.folder.next());
    this.#projector = this.#projectorOf(this.#file);
    this.#reader = new ModelReader(this.#file.file);
  }

  get reader(): ModelReader {
    this.#reader.refresh();
    return this.#reader;
  }
  get file(): ModelFile {
    return this.#file;
  }
  get projector(): Projector {
    return this.#projector;
  }

  async take(stored: readonly StoredEvent[], batch = stored.length): Promise<void> {
    for (let i = 0; i < stored.length; i += batch) {
      const part = stored.slice(i, i + batch);
      await this.#projector.take(part, part.at(-1)!.position);
    }
  }

  /** Runs the rewriter until it ends or is stopped, then switches to its copy, if any. */
  async rewrite(priority = new WriterPriority()): Promise<void> {
    const model = this.#open(this.#file.file, priority);
    const parts = {
      log: this.log,
      model,
      folder: this.folder,
      priority,
      building: () => null,
      onProgress: () => {},
    };
    const copy = await new StoryRewriter(parts).run();
    model.close();
    if (copy !== null) this.switchTo(copy);
  }

  switchTo(file: string): void {
    this.close();
    this.#file = this.#open(file);
    this.#projector = this.#projectorOf(this.#file);
    this.#reader = new ModelReader(file);
  }

  close(): void {
    this.#reader.close();
    this.#file.close();
  }

  #open(file: string, priority?: WriterPriority): ModelFile {
    return ModelFile.open(file, { log: this.log.identity, fold: 'test', ...(priority ? { priority } : {}) });
  }

  #projectorOf(file: ModelFile): Projector {
    return new Projector(this.log, file, 'public', 0);
  }
}
