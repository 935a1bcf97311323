import {
  LogRewound,
  StreamNotFound,
  WrongExpectedRevision,
  recordedAtOf,
  type EventReader,
  type EventStore,
  type NewEvent,
  type Replacement,
  type StoredEvent,
  type StreamRange,
} from '#event-store';
import type { StoryEvent } from '#story';
import { publicEventId, publicStreamOf, storedData } from '#story-log';

/** Where a desk event stands in the public log: its last public event. */
export interface PublicPosition {
  readonly revision: bigint;
  readonly position: bigint;
}

/** A public event of the log, and when it was recorded; null where that is not known any more. */
export interface PublishedEvent extends PublicPosition {
  readonly recordedAt: string | null;
}

/** An event of a log by which a checkpoint knows that log again. */
export interface WrittenEvent {
  readonly position: bigint;
  readonly id: string;
}

/** The public log as the publisher writes it: each append may be made again, also by another publisher. */
export class PublicLog {
  constructor(private readonly log: EventStore) {}

  get identity(): string {
    return this.log.identity;
  }

  /** `count` is how many public events the story has; `stream` is the desk's. What stands there already keeps its time. */
  async append(stream: string, count: number, events: readonly NewEvent[]): Promise<PublishedEvent> {
    let place: PublishedEvent | null = null;
    let done = count;
    for (const part of inParts(events)) {
      place = await this.#append(stream, done, part);
      done += part.length;
    }
    return place!;
  }

  async #append(stream: string, count: number, events: readonly NewEvent[]): Promise<PublishedEvent> {
    const expected = count === 0 ? 'no_stream' : BigInt(count - 1);
    try {
      const { revision, position, isNew } = await this.log.append(publicStreamOf(stream), expected, events);
      const recordedAt = isNew ? recordedAtOf(events.at(-1)!) : await this.recordedAt(stream, revision!);
      return { revision: revision!, position: position!, recordedAt };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      return this.#confirm(publicStreamOf(stream), BigInt(count), events, error);
    }
  }

  /**
   * Brings what the log holds of a story to what it may go on holding: `left` are its events, of which those that are
   * not those of `published` were taken words from. What was taken before and may be there again comes back. May be
   * repeated.
   *
   * @throws WrongExpectedRevision where the log has more of the story, NotErasable, and what the log throws
   */
  async forget(stream: string, published: readonly StoryEvent[], left: readonly StoryEvent[]): Promise<void> {
    const replacements: Replacement[] = [];
    let last = -1n;
    for await (const stored of eventsOf(this.log, publicStreamOf(stream))) {
      last = stored.revision;
      const event = left[Number(stored.revision)];
      if (!event || (event === published[Number(stored.revision)] && !stored.erased)) continue;
      const data = storedData(event);
      if (!sameBytes(data, stored.data)) replacements.push({ revision: stored.revision, data });
    }
    // Another publisher may know of something that gives back.
    const known = BigInt(published.length) - 1n;
    if (last > known) throw new WrongExpectedRevision(publicStreamOf(stream), known, last);
    if (replacements.length > 0) await this.log.erase(publicStreamOf(stream), last, replacements);
  }

  /** Whether an event still stands where it was written. */
  async has({ position, id }: WrittenEvent): Promise<boolean> {
    return stands(this.log, position, id);
  }

  /** When an event was recorded; null where there is none. */
  async recordedAt(stream: string, revision: bigint): Promise<string | null> {
    for await (const event of eventsOf(this.log, publicStreamOf(stream), { from: revision, limit: 1 }))
      return recordedAtOf(event);
    return null;
  }

  /** Where the last public event of a desk event stands; null where it has none. Looks at the story from its start. */
  async positionOf(stream: string, id: string): Promise<PublicPosition | null> {
    let place: PublicPosition | null = null;
    let count = 0;
    for await (const found of eventsOf(this.log, publicStreamOf(stream)))
      if (found.id === publicEventId(id, count)) {
        place = { revision: found.revision, position: found.position };
        count += 1;
      } else if (place) return place;
    return place;
  }

  /** Another publisher may have been here first: then the same events stand at the same place. */
  async #confirm(
    stream: string,
    from: bigint,
    events: readonly NewEvent[],
    conflict: Error,
  ): Promise<PublishedEvent> {
    const found: StoredEvent[] = [];
    for await (const event of eventsOf(this.log, stream, { from, limit: events.length })) found.push(event);
    const last = found.at(-1);
    if (!last || found.length !== events.length || found.some((e, i) => e.id !== events[i]!.id))
      throw new Error(
        `Stream ${stream} of the public log is not what follows from the desk's log. ${conflict.message}`,
      );
    return { revision: last.revision, position: last.position, recordedAt: recordedAtOf(last) };
  }
}

/** The most bytes that are appended at once: a removal may have many places. */
const MOST = 700_000;

function inParts(events: readonly NewEvent[]): readonly (readonly NewEvent[])[] {
  const parts: NewEvent[][] = [];
  let size = Infinity;
  for (const event of events) {
    if (size + event.data.length > MOST) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(event);
    size += event.data.length;
  }
  return parts;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** Whether a log has this event at this position: one that was restored from an older copy may have another, or none. */
export async function stands(log: EventReader, position: bigint, id: string): Promise<boolean> {
  try {
    if (position > ((await log.head()) ?? -1n)) return false;
    for await (const found of log.readAll({ from: position, limit: 1 })) return found.id === id;
    return false;
  } catch (error) {
    if (error instanceof LogRewound) return false;
    throw error;
  }
}

/** The events of a stream; none where it was never written. */
export async function* eventsOf(
  log: EventReader,
  stream: string,
  range: StreamRange = {},
): AsyncGenerator<StoredEvent, void> {
  try {
    yield* log.readStream(stream, range);
  } catch (error) {
    if (!(error instanceof StreamNotFound)) throw error;
  }
}
