// A process that appends until it is killed: `node append-forever.mjs <log> <writers>`. It tells `open` once it may
// write, then `<stream> <revision> <position> <id>` for each append that was acknowledged,
// `refused <code> <state of the store>` for each that was not, and ends when the store takes no more.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { EmbeddedEventStore, encode } from '#event-store';

const [file, writers] = process.argv.slice(2);
const tell = (line) => writeSync(1, `${line}\n`);
const data = encode({ text: 'Talks resume in the evening. '.repeat(20) });

async function run() {
  const store = await EmbeddedEventStore.open({ file, reserve: 0 });
  tell('open');
  const streams = Array.from({ length: Number(writers) }, (_, writer) => `${process.pid}-${writer}`);
  await Promise.all(streams.map((stream) => write(store, stream)));
  return store.close();
}

/** Appends while the store takes writes; what it refuses for lack of room is sent again as it was. */
async function write(store, stream) {
  for (let last = 'no_stream', id = randomUUID(); ;) {
    try {
      const { revision, position } = await store.append(stream, last, [
        { id, type: 'ReportRecorded', data, metadata: data },
      ]);
      tell(`${stream} ${revision} ${position} ${id}`);
      last = revision;
      id = randomUUID();
    } catch (error) {
      tell(`refused ${error.code} ${store.health().state}`);
      if (store.health().state === 'failed') return;
    }
  }
}

try {
  await run();
} catch (error) {
  tell(`refused ${error.code} ${error.pid ?? ''}`);
}
