import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { StoreDamaged } from './opening-failure.js';

const MAGIC = Buffer.from('SQLite format 3\0');
const HEADER_BYTES = 100;

/** Whether a file begins as every database of SQLite does, so that it is one, or was. */
export function beginsAsDatabase(file: string): boolean {
  return headerOf(file).subarray(0, MAGIC.length).equals(MAGIC);
}

/**
 * Throws `StoreDamaged` if the file has fewer bytes than its header says; `wasLog` is whether it is known to have been a
 * log. While there is a write-ahead log, that has the last word.
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
    if (wasLog) throw new StoreDamaged(file, 'it does not begin as a log does');
    return;
  }
  if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0) return;
  // 65,536 does not fit into the two bytes, and is written as 1.
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const whole = header.readUInt32BE(28) * pageSize;
  if (size < whole) throw new StoreDamaged(file, `it has ${size} bytes of ${whole}`);
}

/** The first bytes of a file, as many as it has. */
function headerOf(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(handle, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(handle);
  }
}
