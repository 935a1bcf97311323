// A process that appends until it is killed: `node append-forever.mjs <log> <writers>`. It prints `open` when
// the log is open, `<stream> <revision> <position> <id>` for each acknowledged append, and
// `refused <code> <state of the store>` for each refused one. It ends when the store accepts no more writes.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { EmbeddedEventStore, encode } from '#event-store';

const [file, writers] = process.argv.slice(2);
const print = (line) => writeSync(1, `${line}\n`);
const data = encode({ text: 'Talks resume in the evening. '.repeat(20) });

async function run() {
  const store = await EmbeddedEventStore.open({ file, reserve: 0 });
  print('open');
  const streams = Array.from({ length: Number(writers) }, (_, writer) => `${process.pid}-${writer}`);
  await Promise.all(streams.map((stream) => write(store, stream)));
  return store.close();
}

/** Appends while the store accepts writes. An append that is refused for lack of space is repeated unchanged. */
async function write(store, stream) {
  for (let last = 'no_stream', id = randomUUID(); ;) {
    try {
      const { revision, position } = await store.append(stream, last, [
        { id, type: 'ReportRecorded', data, metadata: data },
      ]);
      print(`${stream} ${revision} ${position} ${id}`);
      last = revision;
      id = randomUUID();
    } catch (error) {
      print(`refused ${error.code} ${store.health().state}`);
      if (store.health().state === 'failed') return;
    }
  }
}

try {
  await run();
} catch (error) {
  print(`refused ${error.code} ${error.pid ?? ''}`);
}
