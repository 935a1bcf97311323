import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { encode, type EmbeddedEventStore, type StoredEvent } from '#event-store';
import { ScratchLog } from '#event-store/contract';
import { ModelFile, ModelReader, Projector } from '#projections';
import { toLog, type StoryEvent } from '#story';

/** A public log with one story in a temporary folder, and the read model of it. */
export class PublicModel {
  readonly story = randomUUID();
  readonly #scratch: ScratchLog;
  readonly #log: EmbeddedEventStore;
  readonly #file: ModelFile;
  readonly #projector: Projector;
  readonly reader: ModelReader;
  #revision = 0;

  private constructor(scratch: ScratchLog, log: EmbeddedEventStore) {
    this.#scratch = scratch;
    this.#log = log;
    const path = join(scratch.folder, 'model.db');
    this.#file = ModelFile.open(path, { log: log.identity, fold: 'test' });
    this.#projector = new Projector(log, this.#file, 'public');
    this.reader = new ModelReader(path);
  }

  /** Opens the log with a story that has its opening only. */
  static async open(): Promise<PublicModel> {
    const scratch = new ScratchLog();
    const model = new PublicModel(scratch, await scratch.openHere({ limit: 64 * 1024 * 1024 }));
    await model.record([
      {
        type: 'StoryOpened',
        story: model.story,
        slug: 'talks',
        headline: { en: 'Talks' },
        lede: null,
        language: 'en',
        topics: [],
        places: [],
      } as unknown as StoryEvent,
    ]);
    return model;
  }

  /** Appends events to the story, a second apart, and projects them. */
  async record(events: readonly StoryEvent[]): Promise<void> {
    const stream = `public-${this.story}`;
    const from = this.#revision;
    const added = events.map((event, i) => {
      const { type, data, schemaVersion } = toLog(event);
      const recordedAt = new Date(1_000 * (from + i)).toISOString();
      return { id: randomUUID(), type, data: encode(data), metadata: encode({ recordedAt, schemaVersion }) };
    });
    await this.#log.append(stream, from === 0 ? 'no_stream' : BigInt(from - 1), added);
    this.#revision += events.length;
    const stored: StoredEvent[] = [];
    for await (const event of this.#log.readStream(stream, { from: BigInt(from) })) stored.push(event);
    await this.#projector.take(stored, stored.at(-1)!.position);
  }

  async remove(): Promise<void> {
    this.reader.close();
    this.#file.close();
    await this.#scratch.remove();
  }
}
