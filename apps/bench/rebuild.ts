import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { tokenOf } from './connection.js';
import Database from 'better-sqlite3';
import { timesAsMuch, timesFaster, type Bench, type Finding } from './bench.js';
import { Editors } from './editors.js';
import { paced } from './load.js';
import { NewsroomProgram } from './program.js';
import { LOAD } from './reads-over-http.js';
import { sizeOf } from './scratch.js';
import { measured, quantile, timed } from './samples.js';

const EDITORS = 32;
const SECONDS = 15;

/** Target 8: a rebuild of the read model, compared with a floor that inserts as many rows of the same size. */
export async function rebuild({ full, scratch, say }: Bench): Promise<Finding> {
  const room = await scratch.newsroom(full);
  const { data, events } = room;
  const newsroom = await NewsroomProgram.start(data);
  const editors = await Editors.at(newsroom.desk, EDITORS);
  const appendP99 = async (): Promise<number> => {
    const request = (editor: number): string => editors.request(editor);
    const load = { port: newsroom.desk, connections: EDITORS, perSecond: EDITORS, seconds: SECONDS };
    return quantile((await paced({ ...load, request, expect: 201 })).times, 0.99);
  };
  await appendP99();
  const alone = await appendP99();
  // Once without editors, for the duration; then with editors, for the effect on them.
  const seconds = (await timed(() => rebuilt(newsroom.desk))) / 1_000;
  say(`rebuilt in ${seconds.toFixed(1)} s`);
  const p99s: number[] = [];
  const building = { done: false };
  const again = rebuilt(newsroom.desk).finally(() => (building.done = true));
  while (!building.done) {
    const p99 = await appendP99();
    if (!building.done) p99s.push(p99);
  }
  await again;
  await newsroom.stop();
  if (p99s.length === 0) throw new Error(`The rebuild took less than the ${SECONDS} s of a round.`);
  const { rows, bytes } = contentOf(join(data, 'read-models'));
  const floors = Array.from({ length: 3 }, () => floorOf(join(scratch.folder(), 'floor.db'), rows, bytes));
  const [floor, ours] = [measured(floors), measured([seconds])];
  const [meanwhile, without] = [measured(p99s), measured([alone])];
  return {
    rows: [
      {
        what: `rebuild of the public read model of ${events.toLocaleString('en')} events, search included`,
        unit: 's',
        ours,
        against: `inserting as many rows (${rows.toLocaleString('en')}) of as many bytes (${Math.round(bytes / 1e6)} MB) into one file`,
        theirs: floor,
        ratio: timesFaster(ours, floor),
        wanted: { target: 8, least: 0.2 },
      },
      {
        what: `p99 of ${EDITORS} developments per second during a rebuild`,
        unit: 'ms',
        ours: meanwhile,
        against: 'without one',
        theirs: without,
        ratio: timesAsMuch(meanwhile, without),
        wanted: { target: 8, most: 2 },
      },
    ],
    settings: [
      `${sizeOf(room)}; the running newsroom does the rebuild, including the comparison with the old file; the floor inserts rows of one size in transactions of 2,000 with the same settings (WAL, synchronous=NORMAL, pages of 8 KiB) and no index but the key`,
      LOAD,
    ],
  };
}

/** Requests a rebuild of the public read model, and waits until the new one is in use. */
async function rebuilt(port: number): Promise<void> {
  const address = `http://127.0.0.1:${port}/desk/v1/read-models/public`;
  await fetch(`${address}/old`, { method: 'DELETE', headers: tokenOf(port) });
  const response = await fetch(`${address}/rebuild`, { method: 'POST', headers: tokenOf(port) });
  const last = (await response.text()).trim().split('\n').at(-1)!;
  if (!('done' in (JSON.parse(last) as object))) throw new Error(`The rebuild ended with ${last}`);
  await pause(100);
}

/** The number of rows in all tables of the newest public file, and its size in bytes. */
function contentOf(folder: string): { readonly rows: number; readonly bytes: number } {
  const files = readdirSync(folder).filter((name) => name.startsWith('public') && name.endsWith('.db'));
  const db = new Database(join(folder, files.toSorted().at(-1)!), { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const count = (table: string): number =>
    Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
  const rows = tables.reduce((sum, table) => sum + count(table), 0);
  const bytes =
    Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
  db.close();
  return { rows, bytes };
}

/** The duration in seconds. */
function floorOf(file: string, rows: number, bytes: number): number {
  const db = new Database(file);
  db.pragma('page_size = 8192');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec('CREATE TABLE rows (row INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO rows (body) VALUES (?)');
  const body = Buffer.alloc(Math.max(1, Math.round(bytes / rows)), 'x');
  const begun = performance.now();
  for (let done = 0; done < rows; done += 2_000)
    db.transaction(() => {
      for (let row = done; row < Math.min(rows, done + 2_000); row += 1) insert.run(body);
    })();
  const seconds = (performance.now() - begun) / 1_000;
  db.close();
  return seconds;
}
