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

/** The location of a desk event in the public log: that of its last public event. */
export interface PublicPosition {
  readonly revision: bigint;
  readonly position: bigint;
}

/** A public event in the log, and when it was recorded; null where that is unknown. */
export interface PublishedEvent extends PublicPosition {
  readonly recordedAt: string | null;
}

/** An event by which a checkpoint recognizes its log. */
export interface WrittenEvent {
  readonly position: bigint;
  readonly id: string;
}

/** The public log for the publisher. Every append is idempotent, also among several publishers. */
export class PublicLog {
  constructor(private readonly log: EventStore) {}

  get identity(): string {
    return this.log.identity;
  }

  /**
   * Appends public events to a story that has `count` of them. `stream` is the desk's. Events that exist keep
   * their time.
   */
  async append(stream: string, count: number, events: readonly NewEvent[]): Promise<PublishedEvent> {
    let last: PublishedEvent | null = null;
    let done = count;
    for (const part of appendsOf(events)) {
      last = await this.#append(stream, done, part);
      done += part.length;
    }
    return last!;
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
   * Erases words of a story. `left` has its events after all removals: an event without removed words is the
   * same object as in `published`. It also puts back words that were erased before and may be there again. It
   * is idempotent.
   *
   * @throws WrongExpectedRevision where the log has more events of the story, NotErasable, and what the log throws
   */
  async erase(stream: string, published: readonly StoryEvent[], left: readonly StoryEvent[]): Promise<void> {
    const replacements: Replacement[] = [];
    let last = -1n;
    for await (const stored of eventsOf(this.log, publicStreamOf(stream))) {
      last = stored.revision;
      const event = left[Number(stored.revision)];
      if (!event || (event === published[Number(stored.revision)] && !stored.erased)) continue;
      const data = storedData(event);
      if (!sameBytes(data, stored.data)) replacements.push({ revision: stored.revision, data });
    }
    // Later events may reinstate words.
    const expected = BigInt(published.length) - 1n;
    if (last > expected) throw new WrongExpectedRevision(publicStreamOf(stream), expected, last);
    if (replacements.length > 0) await this.log.erase(publicStreamOf(stream), last, replacements);
  }

  /** Whether the log still has an event at its position. */
  async has({ position, id }: WrittenEvent): Promise<boolean> {
    return hasEvent(this.log, position, id);
  }

  /** The recording time of an event; null where there is no such event. */
  async recordedAt(stream: string, revision: bigint): Promise<string | null> {
    for await (const event of eventsOf(this.log, publicStreamOf(stream), { from: revision, limit: 1 }))
      return recordedAtOf(event);
    return null;
  }

  /** The location of the last public event of a desk event; null where it has none. Reads the whole story. */
  async positionOf(stream: string, id: string): Promise<PublicPosition | null> {
    let last: PublicPosition | null = null;
    let count = 0;
    for await (const found of eventsOf(this.log, publicStreamOf(stream)))
      if (found.id === publicEventId(id, count)) {
        last = { revision: found.revision, position: found.position };
        count += 1;
      } else if (last) return last;
    return last;
  }

  /** After a conflict: another publisher may have written exactly these events at these revisions. */
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
        `Stream ${stream} of the public log does not follow from the desk's log. ${conflict.message}`,
      );
    return { revision: last.revision, position: last.position, recordedAt: recordedAtOf(last) };
  }
}

/** The most bytes of one append: a removal may have many events. */
const MOST = 700_000;

function appendsOf(events: readonly NewEvent[]): readonly (readonly NewEvent[])[] {
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

/**
 * Whether a log has this event at this position. One that was restored from an older copy may have another
 * event or none.
 */
export async function hasEvent(log: EventReader, position: bigint, id: string): Promise<boolean> {
  try {
    if (position > ((await log.head()) ?? -1n)) return false;
    for await (const found of log.readAll({ from: position, limit: 1 })) return found.id === id;
    return false;
  } catch (error) {
    if (error instanceof LogRewound) return false;
    throw error;
  }
}

/** The events of a stream; none where the stream was never written. */
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
