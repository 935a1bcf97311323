import { v5 } from 'uuid';
import {
  LogRewound,
  StreamNotFound,
  WrongExpectedRevision,
  recordedAtOf,
  type EventReader,
  type EventStore,
  type NewEvent,
  type StoredEvent,
  type StreamRange,
} from '#event-store';

/** Where a desk event stands in the public log: its last public event. */
export interface PublicPlace {
  readonly revision: bigint;
  readonly position: bigint;
}

/** An event of a log by which a checkpoint knows that log again. */
export interface WrittenEvent {
  readonly position: bigint;
  readonly id: string;
}

/** The id of one of the public events of a desk event: it follows from the desk event's own. */
export const publicId = (desk: string, index: number): string => v5(`public/${index}`, desk);

/** The public log as the publisher writes it: each append may be made again, also by another publisher. */
export class PublicLog {
  constructor(private readonly log: EventStore) {}

  get identity(): string {
    return this.log.identity;
  }

  /** `count` is how many public events the story has; `stream` is the desk's. */
  async append(stream: string, count: number, events: readonly NewEvent[]): Promise<PublicPlace> {
    const expected = count === 0 ? 'no_stream' : BigInt(count - 1);
    try {
      const { revision, position } = await this.log.append(publicStream(stream), expected, events);
      return { revision: revision!, position: position! };
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      return this.#confirm(publicStream(stream), BigInt(count), events, error);
    }
  }

  /** Whether an event still stands where it was written. */
  async has({ position, id }: WrittenEvent): Promise<boolean> {
    return stands(this.log, position, id);
  }

  /** When an event was recorded; null where there is none. */
  async recordedAt(stream: string, revision: bigint): Promise<string | null> {
    for await (const event of eventsOf(this.log, publicStream(stream), { from: revision, limit: 1 }))
      return recordedAtOf(event);
    return null;
  }

  /** Where the last public event of a desk event stands; null where it has none. Looks at the story from its start. */
  async placeOf(stream: string, id: string): Promise<PublicPlace | null> {
    let place: PublicPlace | null = null;
    let count = 0;
    for await (const found of eventsOf(this.log, publicStream(stream)))
      if (found.id === publicId(id, count)) {
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
  ): Promise<PublicPlace> {
    const found: StoredEvent[] = [];
    for await (const event of eventsOf(this.log, stream, { from, limit: events.length })) found.push(event);
    const last = found.at(-1);
    if (!last || found.length !== events.length || found.some((e, i) => e.id !== events[i]!.id))
      throw new Error(
        `Stream ${stream} of the public log is not what follows from the desk's log. ${conflict.message}`,
      );
    return { revision: last.revision, position: last.position };
  }
}

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

const publicStream = (stream: string): string => stream.replace(/^story-/, 'public-');

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
