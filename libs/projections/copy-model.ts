import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { RowWriter, type StoredRecord } from './row-writer.js';
import { OF_STORY } from './schema.js';

/** Rows of one step. */
const AT_ONCE = 2_000;

/**
 * Copies the readable rows of a file of the read model into a new file, from one snapshot, while others read and write
 * it. Rows that nobody may read are not in the new file, not even as remains in a page of SQLite. False if it was
 * stopped: then there is no new file.
 */
export async function copyModel(
  from: string,
  to: string,
  stop: () => boolean = () => false,
): Promise<boolean> {
  const half = `${to}.half`;
  rmSync(half, { force: true });
  const db = new Database(half);
  let whole = false;
  try {
    db.pragma('page_size = 8192');
    // An unfinished copy is deleted: it needs no durability.
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    db.pragma('cache_size = -32768');
    db.prepare('ATTACH ? AS source').run(from);
    whole = await copyAll(db, stop);
  } finally {
    db.close();
    if (!whole) rmSync(half, { force: true });
  }
  if (!whole) return false;
  sync(half);
  renameSync(half, to);
  sync(dirname(to));
  return true;
}

async function copyAll(db: Database.Database, stop: () => boolean): Promise<boolean> {
  db.exec('BEGIN');
  if (!(await copyRows(db, stop))) return false;
  for (const { sql } of schemaOf(db, 'index')) {
    await nextTurn();
    if (stop()) return false;
    db.exec(sql);
  }
  for (const name of ['application_id', 'user_version'])
    db.pragma(`main.${name} = ${Number(db.pragma(`source.${name}`, { simple: true }))}`);
  db.exec('COMMIT');
  return true;
}

interface Made {
  readonly name: string;
  readonly sql: string;
}

const schemaOf = (db: Database.Database, type: 'table' | 'index'): readonly Made[] =>
  db
    .prepare<[string], Made>(
      'SELECT name, sql FROM source.sqlite_master WHERE type = ? AND sql IS NOT NULL ORDER BY rowid',
    )
    .all(type);

async function copyRows(db: Database.Database, stop: () => boolean): Promise<boolean> {
  db.exec('CREATE TEMP TABLE hidden (story INTEGER PRIMARY KEY)');
  db.exec(
    'INSERT INTO temp.hidden SELECT story FROM source.leftovers UNION SELECT story FROM source.stories WHERE closed_off > 0',
  );
  for (const { name, sql } of schemaOf(db, 'table')) {
    db.exec(sql);
    if (name === 'leftovers') continue;
    const seen = (OF_STORY as readonly string[]).includes(name)
      ? 'story NOT IN (SELECT story FROM temp.hidden)'
      : '1';
    const key = db
      .prepare<[], { name: string; pk: number }>(`PRAGMA source.table_info(${name})`)
      .all()
      .filter((column) => column.pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name);
    if (!(await copyTable(db, { name, seen, key }, stop))) return false;
  }
  uncountHiddenRecords(db);
  db.exec('UPDATE main.removals SET copied = 1');
  return true;
}

/** Copies in the order of the key, so that the new table grows at its end. */
async function copyTable(
  db: Database.Database,
  { name, seen, key }: { readonly name: string; readonly seen: string; readonly key: readonly string[] },
  stop: () => boolean,
): Promise<boolean> {
  const copy = `INSERT INTO main.${name} SELECT * FROM source.${name} WHERE ${seen}`;
  if (key.length === 0) db.exec(copy);
  if (key.length === 0) return true;
  const columns = key.join(', ');
  const order = `ORDER BY ${columns} LIMIT ${AT_ONCE}`;
  const first = db.prepare(`${copy} ${order}`);
  const next = db.prepare(`${copy} AND (${columns}) > (${key.map(() => '?').join(', ')}) ${order}`);
  const last = db
    .prepare(`SELECT ${columns} FROM main.${name} ORDER BY ${key.map((k) => `${k} DESC`).join(', ')} LIMIT 1`)
    .raw();
  for (let { changes } = first.run(); changes === AT_ONCE;) {
    await nextTurn();
    if (stop()) return false;
    ({ changes } = next.run(...(last.get() as unknown[])));
  }
  return true;
}

/** Takes the records that are not copied out of the counts. */
function uncountHiddenRecords(db: Database.Database): void {
  const rows = new RowWriter(db, () => {});
  const records = db
    .prepare<[], StoredRecord>(
      `SELECT r.* FROM temp.hidden h CROSS JOIN source.records r ON r.story = h.story
       ORDER BY r.story, r.party DESC, r.spoke_at DESC, r.claim DESC, r.origin DESC, r.since DESC, r.revision DESC`,
    )
    .all();
  for (const [i, record] of records.entries()) rows.uncountRecordRow(record, records[i + 1]);
  rows.flush();
}

/** Syncs a file or folder to the disk. */
function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
