import type { NewEvent } from './event.js';
import type { Expected } from './event-store.js';
import { AppendTooLarge, InvalidAppend } from './failure.js';

/** How many bytes one append may have if nothing else is set: 1 MiB, as the KurrentDB server's default. */
export const APPEND_LIMIT = 1024 * 1024;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NIL = '00000000-0000-0000-0000-000000000000';
const ID_BYTES = 16;

/**
 * Throws `InvalidAppend` or `AppendTooLarge` if no store may take this append, whatever its log contains.
 * `limit` is in bytes: data, metadata and 16 for each id.
 */
export function checkAppend(
  stream: string,
  expected: Expected,
  events: readonly NewEvent[],
  limit: number,
): void {
  checkName('stream name', stream);
  if (expected !== 'no_stream' && expected < 0n) {
    throw new InvalidAppend(
      `Revision ${expected} cannot be expected: revisions begin at 0. Expect no_stream instead.`,
    );
  }
  let size = 0;
  for (const event of events) {
    checkName('event type', event.type);
    if (!UUID.test(event.id) || event.id === NIL) {
      throw new InvalidAppend(
        `The event id ${JSON.stringify(event.id)} is not a non-nil UUID. Give each event one.`,
      );
    }
    size += ID_BYTES + event.data.byteLength + event.metadata.byteLength;
  }
  if (size > limit) throw new AppendTooLarge(stream, size, limit);
}

function checkName(what: string, name: string): void {
  if (name === '') throw new InvalidAppend(`The ${what} is empty. Give one.`);
  if (name.startsWith('$')) {
    throw new InvalidAppend(
      `The ${what} ${JSON.stringify(name)} begins with $, which is reserved. Choose another.`,
    );
  }
  if (!name.isWellFormed()) {
    throw new InvalidAppend(`The ${what} ${JSON.stringify(name)} holds half a character (a lone surrogate).`);
  }
}
