// Loaded before a newsroom with --import: its log of the desk fails while the file STORE_FAULT is there. A commit then
// says that its fsync failed, after it wrote (the file holds `after`) or before (`before`), and so does every recovery.
import { existsSync, readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { EmbeddedEventStore } from '#event-store';
import { startWriterThread, WriterFailed } from '../../dist/libs/event-store/embedded/writer-thread.js';

const fault = () =>
  existsSync(process.env.STORE_FAULT) ? readFileSync(process.env.STORE_FAULT, 'utf8') : '';
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
  EmbeddedEventStore.open = (options) => open(options, options.file.endsWith('desk.db') ? start : undefined);
}
