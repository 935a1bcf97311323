import { appendSurely } from './append-surely.js';
import type { NewEvent, StoredEvent } from './event.js';
import type { EventReader } from './event-reader.js';
import type { EventStore } from './event-store.js';
import { EventStoreError } from './failure.js';

/** How far a copy is; `checked` events are compared, `copied` written by this run. */
export interface CopyProgress {
  readonly checked: number;
  readonly copied: number;
}

/** The two logs are not copies of each other, and cannot become it. */
export class NotACopy extends EventStoreError {
  readonly code = 'not-a-copy';
}

/** Events of one append at most, and bytes: well below what a server takes. */
const TOGETHER = 100;
const BYTES = 256 * 1024;

/**
 * Copies a log event by event: the order of all, ids, times and bytes stay, positions are the target's own in the same
 * order. What the target has already must be a beginning of the source: so a copy that was interrupted goes on. In the
 * end both are compared from their beginning. Nobody may write to either meanwhile.
 *
 * @throws NotACopy, and what reading and appending throw
 */
export async function copyLog(
  from: EventReader,
  to: EventStore,
  progress: (progress: CopyProgress) => void,
): Promise<CopyProgress> {
  const there = to.readAll()[Symbol.asyncIterator]();
  let target = await there.next();
  let checked = 0;
  let copied = 0;
  let waiting: StoredEvent[] = [];
  let bytes = 0;
  const write = async (): Promise<void> => {
    const [first] = waiting;
    if (!first) return;
    const expected = first.revision === 0n ? 'no_stream' : first.revision - 1n;
    await appendSurely(to, first.stream, expected, waiting.map(plain));
    copied += waiting.length;
    progress({ checked, copied });
    waiting = [];
    bytes = 0;
  };
  for await (const event of from.readAll()) {
    if (!target.done) {
      compare(event, target.value);
      checked += 1;
      if (checked % 1_000 === 0) progress({ checked, copied });
      target = await there.next();
      continue;
    }
    if (
      waiting.length > 0 &&
      (waiting[0]!.stream !== event.stream || waiting.length >= TOGETHER || bytes >= BYTES)
    )
      await write();
    waiting.push(event);
    bytes += event.data.byteLength + event.metadata.byteLength;
  }
  if (!target.done)
    throw new NotACopy(
      `The target holds an event that the source does not have: ${target.value.type} ${target.value.id}. Copy into an empty log.`,
    );
  await write();
  return { checked: await verify(from, to, (n) => progress({ checked: n, copied })), copied };
}

/** How many events two logs have, which must be the same. @throws NotACopy */
async function verify(one: EventReader, two: EventReader, progress: (n: number) => void): Promise<number> {
  const other = two.readAll()[Symbol.asyncIterator]();
  let count = 0;
  for await (const event of one.readAll()) {
    const next = await other.next();
    if (next.done)
      throw new NotACopy(
        `The source has an event more than the target: ${event.type} ${event.id}. If somebody wrote to it meanwhile, stop them and copy again.`,
      );
    compare(event, next.value);
    count += 1;
    if (count % 1_000 === 0) progress(count);
  }
  const more = await other.next();
  if (!more.done)
    throw new NotACopy(
      `The target holds an event more than the source: ${more.value.type} ${more.value.id}.`,
    );
  return count;
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
    `At the same place the source has ${one.type} ${one.id}, and the target ${two.type} ${two.id}, or the same with other content. ` +
      'Copy into an empty log, or one in which a copy of this source was interrupted.',
  );
}

const plain = ({ id, type, data, metadata }: StoredEvent): NewEvent => ({ id, type, data, metadata });
