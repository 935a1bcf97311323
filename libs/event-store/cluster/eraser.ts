import { v5 } from 'uuid';
import type { NewEvent, StoredEvent } from '../event.js';
import type { Appended, Expected } from '../event-store.js';
import { NotErasable, StoreUnavailable, WrongExpectedRevision } from '../failure.js';
import { encode } from '../json.js';
import { CallFailed } from './call-failed.js';
import { isInsecure, PUBLIC, userOf } from './cluster-address.js';
import { isDeleted, type ClusterEventReader } from './cluster-event-reader.js';
import { generationOf, givenUpStream, markErased, generationName, type GivenUp } from './generations.js';
import { writeLastEvent } from './write-last-event.js';
import { ARCHIVE_GROUP, DESK_GROUP } from './log-mark.js';

/** The most events and bytes of one append: well below what a server accepts. */
const TOGETHER = 200;
const BYTES = 256 * 1024;

interface Writing {
  /** Appends to the stream with exactly this name. @throws CallFailed where it was deleted */
  append(name: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended>;
  /** Allows archives to read the stream with this name. Called before it is written. */
  allowReading(name: string): Promise<void>;
}

/**
 * Copies a stream to its next generation, with new data for some events, and deletes the current one for good. An
 * interrupted attempt leaves an incomplete generation: this deletes it, and uses the one after it. So of two programs that
 * erase at the same time, one deletes the copy of the other. That one fails, and its caller tries again later.
 */
export class Eraser {
  constructor(
    private readonly reader: ClusterEventReader,
    private readonly writing: Writing,
  ) {}

  /** @throws WrongExpectedRevision, NotErasable, StoreUnavailable where another program erases, and errors of the calls */
  async erase(stream: string, last: bigint, replaced: ReadonlyMap<bigint, Uint8Array>): Promise<void> {
    const present = await this.reader.withPresentName(stream, async (name) => {
      await this.#lastOf(name);
      return name;
    });
    const next = await this.#free(stream, generationOf(present));
    try {
      await this.writing.allowReading(next);
      await this.#copy(stream, next, replaced);
      // An event that was appended meanwhile may require other replacements.
      if (await this.#giveUp(present, last)) return;
    } catch (error) {
      if (isDeleted(error)) throw new StoreUnavailable(`Another desk is rewriting stream ${stream}.`);
      throw error;
    }
    const end = await this.reader.lastRevision(stream);
    throw new WrongExpectedRevision(stream, last, end ?? 'no_stream');
  }

  /** The name of the first later generation that was never used. */
  async #free(stream: string, generation: number): Promise<string> {
    for (let next = generation + 1; ; next += 1) {
      const name = generationName(stream, next);
      try {
        const last = await this.#lastOf(name);
        if (last === null) return name;
        await this.#giveUp(name, last);
      } catch (error) {
        if (!isDeleted(error)) throw error;
      }
    }
  }

  async #copy(stream: string, to: string, replaced: ReadonlyMap<bigint, Uint8Array>): Promise<void> {
    let copied = -1n;
    let waiting: NewEvent[] = [];
    let bytes = 0;
    const send = async (): Promise<void> => {
      if (waiting.length === 0) return;
      await this.writing.append(to, copied < 0n ? 'no_stream' : copied, waiting);
      copied += BigInt(waiting.length);
      waiting = [];
      bytes = 0;
    };
    for await (const event of this.reader.readStream(stream)) {
      const copy = copyOf(event, replaced.get(event.revision));
      const size = copy.data.byteLength + copy.metadata.byteLength;
      if (waiting.length >= TOGETHER || bytes + size > BYTES) await send();
      waiting.push(copy);
      bytes += size;
    }
    await send();
  }

  /** Deletes a stream with this last revision, and lists its name; false where it has a later revision. */
  async #giveUp(name: string, last: bigint): Promise<boolean> {
    const { connection, address } = this.reader;
    if (!isInsecure(address) && userOf(address) !== null) {
      const readers = [DESK_GROUP, '$admins', ...(name.startsWith(PUBLIC) ? [ARCHIVE_GROUP] : [])];
      const $acl = { $r: readers, $d: [DESK_GROUP, '$admins'] };
      await writeLastEvent(connection, `$$${name}`, '$metadata', { $acl });
    }
    try {
      await connection.retry((client, limit) => client.tombstone(name, last, limit));
    } catch (error) {
      if (error instanceof CallFailed && error.outcome === 'conflict') return false;
      throw error;
    }
    await this.list(name);
    return true;
  }

  /** Adds a deleted name to the list, unless it is there. */
  async list(name: string): Promise<void> {
    const list = givenUpStream(this.reader.address);
    const data: GivenUp = { name };
    const event = { id: v5(name, NAMES), type: 'StreamGivenUp', data: encode(data), metadata: encode({}) };
    for (;;) {
      await this.reader.readGivenUpNames();
      if (this.reader.isGivenUp(name)) return;
      await this.writing.allowReading(list);
      try {
        await this.writing.append(list, (await this.#lastOf(list)) ?? 'no_stream', [event]);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision)) throw error;
      }
    }
  }

  /** The last revision of the stream with exactly this name. @throws CallFailed where it was deleted */
  async #lastOf(name: string): Promise<bigint | null> {
    const page = { of: { stream: name }, from: 'end', direction: 'backward', count: 1 } as const;
    const found = await this.reader.connection.retry((client, limit) => client.read(page, limit));
    return found?.[0]?.revision ?? null;
  }
}

/** The namespace for the ids of list events (UUID version 5). */
const NAMES = '5b0c8ea5-63a1-4d4d-a7a5-3f3ad7a36a0e';

/** @throws NotErasable */
function copyOf({ id, type, data, metadata, erased }: StoredEvent, other: Uint8Array | undefined): NewEvent {
  if (other === undefined && !erased) return { id, type, data, metadata };
  const noted = markErased(metadata);
  if (!noted)
    throw new NotErasable(
      'The metadata of an event are no JSON object, so they cannot say that it was erased.',
    );
  return { id, type, data: other ?? data, metadata: noted };
}
