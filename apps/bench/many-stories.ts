import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '#generating';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { Connection, requestOf } from './connection.js';
import { pressed } from './load.js';
import { ArchiveProgram } from './program.js';
import { LOAD, pathOf } from './reads-over-http.js';
import { measured } from './samples.js';

const STARTS = 5;

/** Target 9: memory, start time and bytes of a million events in 20,000 stories. */
export async function manyStories({ full, scratch }: Bench): Promise<Finding> {
  const { data, stories, events } = await scratch.newsroom(full);
  const starts: number[] = [];
  const memory: number[] = [];
  for (let n = 0; n < STARTS; n += 1) {
    const begun = performance.now();
    const archive = await ArchiveProgram.start(data);
    const connection = await Connection.open(archive.port);
    const random = new Random(n);
    const { status } = await connection.ask(requestOf('GET', pathOf(random, stories)));
    if (status !== 200) throw new Error(`The archive answered ${status}.`);
    starts.push((performance.now() - begun) / 1_000);
    connection.close();
    const request = (): string => requestOf('GET', pathOf(random, stories));
    await pressed({ port: archive.port, connections: 16, seconds: 5, request, expect: 200 });
    memory.push(archive.memory().now);
    await archive.stop();
  }
  const model = bytesOf(join(data, 'read-models'), 'public');
  const log = bytesOf(data, 'public.db');
  const row = (what: string, unit: string, ours: readonly number[], against: string, limit: number): Row => ({
    what: `${events.toLocaleString('en')} events in 20,000 stories: ${what}`,
    unit,
    ours: measured(ours),
    against,
    theirs: measured([limit]),
    ratio: timesAsMuch(measured(ours), measured([limit])),
    wanted: full ? { target: 9, most: against === 'the log' ? 3 : 1 } : null,
  });
  return {
    rows: [
      row('resident memory after 5 s of random reads', 'MB', memory, 'a limit of 300 MB', 300),
      row('start to the first answer', 's', starts, 'a limit of 2 s', 2),
      row('bytes of the public read model', 'MB', [model / 1e6], 'the log', log / 1e6),
    ],
    settings: [
      `an archive in a separate process; ${STARTS} starts, with its files in the cache of the operating system; a million events with --full`,
      LOAD,
    ],
  };
}

const bytesOf = (folder: string, prefix: string): number =>
  readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.db'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
