import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { StoreDamaged } from './opening-failure.js';

const MAGIC = Buffer.from('SQLite format 3\0');
const HEADER_BYTES = 100;

/** Whether a file has the header of a SQLite database. */
export function beginsAsDatabase(file: string): boolean {
  return headerOf(file).subarray(0, MAGIC.length).equals(MAGIC);
}

/**
 * Checks that the file has the length that its header gives. `wasLog`: the file is known to have been a log. With a
 * write-ahead log beside it the length is not checked, because that may change it.
 *
 * @throws StoreDamaged where the file is shorter
 */
export function checkLength(file: string, wasLog: boolean): void {
  const { size } = statSync(file);
  const header = headerOf(file);
  if (size < HEADER_BYTES) {
    const begins =
      size > 0 && MAGIC.equals(Buffer.concat([header, MAGIC.subarray(size)]).subarray(0, MAGIC.length));
    if (wasLog || begins) throw new StoreDamaged(file, `it has ${size} bytes, less than any log`);
    return;
  }
  if (!beginsAsDatabase(file)) {
    if (wasLog) throw new StoreDamaged(file, 'it does not start like a log');
    return;
  }
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) return;
  // 65,536 does not fit into two bytes: SQLite writes 1.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const whole = header.readUInt32BE(28) * pageSize;
  if (size < whole) throw new StoreDamaged(file, `it has ${size} bytes of ${whole}`);
}

/** The first 100 bytes of a file, or all of a shorter one. */
function headerOf(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(handle, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}
