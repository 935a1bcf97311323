// Loaded into a newsroom with --import: its desk log fails while the file STORE_FAULT exists. A commit then
// reports a failed fsync, after the write (the file says `after`) or before it (`before`), and so does every recovery.
// STORE_RESERVE: the bytes that both logs leave free on the volume. A value above its free space makes it full.
import { existsSync, readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { EmbeddedEventStore } from '#event-store';
import { startWriterThread, WriterFailed } from '../../dist/libs/event-store/embedded/writer-thread.js';

const { STORE_FAULT = '', STORE_RESERVE } = process.env;
const fault = () => (existsSync(STORE_FAULT) ? readFileSync(STORE_FAULT, 'utf8') : '');
const fail = () => {
  throw new WriterFailed('SQLITE_IOERR_FSYNC', 'disk I/O error');
};

async function start(options) {
  const writer = await startWriterThread(options);
  return {
    async write(group) {
      const when = fault();
      if (when === 'before') fail();
      const answer = await writer.write(group);
      return when === 'after' ? fail() : answer;
    },
    recover: async (group, reason) => (fault() === '' ? writer.recover(group, reason) : fail()),
    close: () => writer.close(),
  };
}

if (isMainThread) {
  const open = EmbeddedEventStore.open.bind(EmbeddedEventStore);
  EmbeddedEventStore.open = ({ file, reserve = STORE_RESERVE && Number(STORE_RESERVE) }) =>
    open({ file, ...(reserve && { reserve }) }, file.endsWith('desk.db') ? start : undefined);
}
