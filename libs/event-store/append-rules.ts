import type { NewEvent } from './event.js';
import type { Expected } from './event-store.js';
import { AppendTooLarge, InvalidAppend } from './failure.js';

/** The default limit of one append, in bytes: 1 MiB, the default of the KurrentDB server. */
export const APPEND_LIMIT = 1024 * 1024;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NIL = '00000000-0000-0000-0000-000000000000';
const ID_BYTES = 16;

/**
 * Checks the rules that hold for every store, whatever its log contains. `limit` is in bytes: data, metadata and 16 for
 * each id.
 *
 * @throws InvalidAppend, AppendTooLarge
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
      `Revision ${expected} does not exist: revisions start at 0. Expect no_stream instead.`,
    );
  }
  let size = 0;
  for (const event of events) {
    checkName('event type', event.type);
    if (!UUID.test(event.id) || event.id === NIL) {
      throw new InvalidAppend(
        `The event id ${JSON.stringify(event.id)} is no UUID, or is the nil UUID. Give each event its own UUID.`,
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
      `The ${what} ${JSON.stringify(name)} starts with $, which is reserved. Choose another name.`,
    );
  }
  if (!name.isWellFormed()) {
    throw new InvalidAppend(
      `The ${what} ${JSON.stringify(name)} has a lone surrogate, which is half a character. Remove it.`,
    );
  }
}
