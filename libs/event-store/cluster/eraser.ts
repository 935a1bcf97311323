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

/** Events of one append at most, and bytes: well below what a server takes. */
const TOGETHER = 200;
const BYTES = 256 * 1024;

interface Writing {
  /** Appends to the stream of that very name. @throws CallFailed where it was deleted */
  append(name: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended>;
  /** Lets archives read the stream of that name, before it is written. */
  allowReading(name: string): Promise<void>;
}

/**
 * Writes a stream again under its next generation, with other data for some events, and deletes the present one for good.
 * An attempt that was broken off left a generation that is not whole: it is deleted, and the one after it taken. So two
 * that do this at once hinder each other: the one whose copy is deleted gives up, and is to try again later.
 */
export class Eraser {
  constructor(
    private readonly reader: ClusterEventReader,
    private readonly writing: Writing,
  ) {}

  /** @throws WrongExpectedRevision, StoreUnavailable where another was at it, NotErasable, and what calls throw */
  async erase(stream: string, last: bigint, replaced: ReadonlyMap<bigint, Uint8Array>): Promise<void> {
    const present = await this.reader.withPresentName(stream, async (name) => {
      await this.#lastOf(name);
      return name;
    });
    const next = await this.#free(stream, generationOf(present));
    try {
      await this.writing.allowReading(next);
      await this.#copy(stream, next, replaced);
      // What was appended meanwhile may say that something else is to be replaced.
      if (await this.#giveUp(present, last)) return;
    } catch (error) {
      if (isDeleted(error))
        throw new StoreUnavailable(`Stream ${stream} is being written again by another desk.`);
      throw error;
    }
    const end = await this.reader.lastRevision(stream);
    throw new WrongExpectedRevision(stream, last, end ?? 'no_stream');
  }

  /** The name of the first generation after one that was never used. */
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

  /** Deletes a stream whose last revision is that, and lists its name; false where it has a later one. */
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

  /** Lists a name that was given up, unless it is listed. */
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

  /** @throws CallFailed where the stream of that very name was deleted */
  async #lastOf(name: string): Promise<bigint | null> {
    const page = { of: { stream: name }, from: 'end', direction: 'backward', count: 1 } as const;
    const found = await this.reader.connection.retry((client, limit) => client.read(page, limit));
    return found?.[0]?.revision ?? null;
  }
}

/** Ids of the events that list names follow from these. */
const NAMES = '5b0c8ea5-63a1-4d4d-a7a5-3f3ad7a36a0e';

/** @throws NotErasable */
function copyOf({ id, type, data, metadata, erased }: StoredEvent, other: Uint8Array | undefined): NewEvent {
  if (other === undefined && !erased) return { id, type, data, metadata };
  const noted = markErased(metadata);
  if (!noted)
    throw new NotErasable('The metadata of an event are no JSON object, which can say that it was erased.');
  return { id, type, data: other ?? data, metadata: noted };
}
