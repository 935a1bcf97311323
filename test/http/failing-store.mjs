// Loaded before a newsroom with --import: its log of the desk fails while the file STORE_FAULT is there. A commit then
// says that its fsync failed, after it wrote (the file holds `after`) or before (`before`), and so does every recovery.
// STORE_RESERVE is how many bytes of the volume both logs leave free: with more than it has, it is full.
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
