import { appendWithRetry } from './append-with-retry.js';
import type { NewEvent, StoredEvent } from './event.js';
import type { EventReader } from './event-reader.js';
import type { EventStore } from './event-store.js';
import { EventStoreError } from './failure.js';

/** How far a copy is: events of the target that were compared, and events that this run has written. */
export interface CopyProgress {
  readonly checked: number;
  readonly copied: number;
}

/** The target is not a copy of the source, and cannot become one. */
export class NotACopy extends EventStoreError {
  readonly code = 'not-a-copy';
}

/** The most events and bytes of one append: well below what a server accepts. */
const TOGETHER = 100;
const BYTES = 256 * 1024;
const REPORT_EVERY = 1_000;

/**
 * Copies a log event by event. Order, ids, times and bytes stay; the target gives its own positions, in the same order.
 * The target is empty or holds the first events of the source, so an interrupted copy is resumed. After the last event
 * both logs are compared from the start. Nobody may write to either log meanwhile.
 *
 * Yields its progress from time to time; the last value counts all events.
 *
 * @throws NotACopy, and what reading and appending throw
 */
export async function* copyLog(from: EventReader, to: EventStore): AsyncGenerator<CopyProgress, void> {
  const there = to.readAll()[Symbol.asyncIterator]();
  let target = await there.next();
  let checked = 0;
  let copied = 0;
  let group: StoredEvent[] = [];
  for await (const event of from.readAll()) {
    if (!target.done) {
      compare(event, target.value);
      checked += 1;
      if (checked % REPORT_EVERY === 0) yield { checked, copied };
      target = await there.next();
      continue;
    }
    if (group.length > 0 && !fits(group, event)) {
      copied += await append(to, group);
      yield { checked, copied };
      group = [];
    }
    group.push(event);
  }
  if (!target.done)
    throw new NotACopy(
      `The target has an event that the source does not have: ${target.value.type} ${target.value.id}. Copy into an empty log.`,
    );
  if (group.length > 0) copied += await append(to, group);
  yield { checked, copied };
  for await (const compared of compareLogs(from, to)) yield { checked: compared, copied };
}

/** Whether an event can be part of the same append. */
function fits(group: readonly StoredEvent[], { stream }: StoredEvent): boolean {
  const bytes = group.reduce((sum, { data, metadata }) => sum + data.byteLength + metadata.byteLength, 0);
  return group[0]?.stream === stream && group.length < TOGETHER && bytes < BYTES;
}

/** Appends events that follow each other in one stream; returns how many. */
async function append(to: EventStore, group: readonly StoredEvent[]): Promise<number> {
  const { stream, revision } = group[0]!;
  await appendWithRetry(to, stream, revision === 0n ? 'no_stream' : revision - 1n, group.map(plain));
  return group.length;
}

/** Compares two logs from the start; yields how many events are the same so far, and all of them at the end. @throws NotACopy */
async function* compareLogs(one: EventReader, two: EventReader): AsyncGenerator<number, void> {
  const other = two.readAll()[Symbol.asyncIterator]();
  let count = 0;
  for await (const event of one.readAll()) {
    const next = await other.next();
    if (next.done)
      throw new NotACopy(
        `The source has one event more than the target: ${event.type} ${event.id}. Stop every program that writes to it, and copy again.`,
      );
    compare(event, next.value);
    count += 1;
    if (count % REPORT_EVERY === 0) yield count;
  }
  const more = await other.next();
  if (!more.done)
    throw new NotACopy(`The target has one event more than the source: ${more.value.type} ${more.value.id}.`);
  yield count;
}

function compare(one: StoredEvent, two: StoredEvent): void {
  const same =
    one.stream === two.stream &&
    one.revision === two.revision &&
    one.id === two.id &&
    one.type === two.type &&
    Buffer.compare(one.data, two.data) === 0 &&
    Buffer.compare(one.metadata, two.metadata) === 0;
  if (same) return;
  throw new NotACopy(
    `At the same position the source has ${one.type} ${one.id} and the target ${two.type} ${two.id}, or their content differs. ` +
      'Copy into an empty log, or resume a copy of this same source.',
  );
}

const plain = ({ id, type, data, metadata }: StoredEvent): NewEvent => ({ id, type, data, metadata });
