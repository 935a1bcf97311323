import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { encode, type EmbeddedEventStore, type NewEvent, type StoredEvent } from '#event-store';
import { ScratchLog } from '#event-store/contract';
import { ModelFile, ModelReader, Projector, StoryReader, type Audience } from '#projections';
import { FOLD, ModelFolder, Rewriter, SCHEMA, seenBy, Turns } from '#projections/testing';
import { emptyStory, evolve, publicHistory, toLog, type Recorded, type Story } from '#story';
import { publicStream, START } from '../publishing/desk.js';

const PREFIX = { desk: 'story-', public: 'public-' } as const;
const ADDRESS = '/v1/stories';

/** The name of a file of the public read model, by its generation. */
export const fileNamed = (generation: number, fold: number = FOLD): string =>
  `public.v${SCHEMA}-${fold}.${generation}.db`;

/** A log with stories in it, and read models that are made of it, in a folder of their own. */
export class Archives {
  readonly #scratch = new ScratchLog();
  #store: EmbeddedEventStore | null = null;
  #models = 0;

  async open(): Promise<void> {
    this.#store = await this.#scratch.open({ limit: 64 * 1024 * 1024 });
  }

  get log(): EmbeddedEventStore {
    return this.#store!;
  }

  remove(): Promise<void> {
    return this.#scratch.remove();
  }

  /** Writes a story's events under an id of its own. */
  tell(events: readonly Recorded[], audience: Audience): Promise<Told> {
    return tellInto(this.log, events, audience);
  }

  /** Writes what follows in a story; answers with all of it. */
  goOn(told: Told, more: readonly Recorded[]): Promise<Told> {
    return goOnIn(this.log, told, more);
  }

  /** A folder for files of the read model, not there yet. */
  folder(): string {
    this.#models += 1;
    return join(this.#scratch.folder, `models-${this.#models}`);
  }

  /** A new file of the read model, empty. */
  model(audience: Audience, beforeWrite?: () => void): Model {
    this.#models += 1;
    return new Model(join(this.#scratch.folder, `model-${this.#models}.db`), this.log, audience, beforeWrite);
  }

  /** One in a folder of its own, in which every story whose past changes is rewritten by its rewriter. */
  rewritten(): RewrittenModel {
    return new RewrittenModel(this.folder(), this.log);
  }
}

export async function tellInto(
  log: EmbeddedEventStore,
  events: readonly Recorded[],
  audience: Audience,
): Promise<Told> {
  const id = randomUUID();
  const own = events.map((recorded) =>
    recorded.event.type === 'StoryOpened'
      ? { ...recorded, event: { ...recorded.event, story: id, slug: `slug-${id}` } }
      : recorded,
  );
  return goOnIn(log, { id, audience, events: [], stored: [] }, own);
}

export async function goOnIn(
  log: EmbeddedEventStore,
  { id, audience, events, stored }: Told,
  more: readonly Recorded[],
): Promise<Told> {
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

export interface Told {
  readonly id: string;
  readonly audience: Audience;
  readonly events: readonly Recorded[];
  readonly stored: readonly StoredEvent[];
}

/** One file of the read model with what writes and reads it. */
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

  /** As after a kill of the process: what was not committed is gone, and so is what was in memory. */
  reopen(): void {
    this.#file.close();
    [this.#file, this.#projector] = this.#open();
  }

  /** Takes events in batches, as a subscription delivers them. */
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

/** An answer with `next` for whether there is more. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'position')
      .map(([key, v]) => [key, key === 'next' ? v !== null && v !== false : plain(v)]),
  );
}

/** The public stream of a desk's stream as it is recorded, three events in one minute. */
export const recordedPublicly = (events: readonly Recorded[]): readonly Recorded[] =>
  publicStream(events).stream.map((event, revision) => ({
    id: `public ${revision}`,
    revision,
    recordedAt: START + Math.floor(revision / 3) * 60_000,
    recordedBy: null,
    importedAt: null,
    event,
  }));

/** The story at each of its revisions, as an audience may see it now, found by folding. */
export function foldsOf({ events, audience }: Pick<Told, 'events' | 'audience'>): readonly Story[] {
  if (audience === 'public') return [...publicHistory(events)].map((story) => seenBy('public', story));
  let story = emptyStory;
  return events.map((recorded) => (story = evolve(story, recorded)));
}

/** A public read model of which stories are rewritten beside everything else, whatever their length. */
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

  /** Does what a rewriter does until it ends or is stopped, and goes over to the copy that it made, if any. */
  async rewrite(turns = new Turns()): Promise<void> {
    const model = this.#open(this.#file.file, turns);
    const parts = { log: this.log, model, folder: this.folder, turns, building: () => null, moved: () => {} };
    const copy = await new Rewriter(parts).run();
    model.close();
    if (copy !== null) this.goOverTo(copy);
  }

  goOverTo(file: string): void {
    this.close();
    this.#file = this.#open(file);
    this.#projector = this.#projectorOf(this.#file);
    this.#reader = new ModelReader(file);
  }

  close(): void {
    this.#reader.close();
    this.#file.close();
  }

  #open(file: string, turns?: Turns): ModelFile {
    return ModelFile.open(file, { log: this.log.identity, fold: 'test', ...(turns ? { turns } : {}) });
  }

  #projectorOf(file: ModelFile): Projector {
    return new Projector(this.log, file, 'public', 0);
  }
}
