import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { FileGone } from '#event-store';
import { DatabaseFile, DatabaseRefused, type DatabaseKind } from './index.js';

const FIRST = 'CREATE TABLE words (word TEXT NOT NULL) STRICT';
const KIND: DatabaseKind = {
  name: 'a file of words',
  use: 'keeps the words',
  application: 0x44577264,
  schemas: [FIRST],
};

let folder: string;
let path: string;
const opened: DatabaseFile[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'));
  path = join(folder, 'words.sqlite');
});
afterEach(() => {
  for (const file of opened.splice(0)) file.close();
  rmSync(folder, { recursive: true });
});

const open = (kind = KIND): DatabaseFile => {
  const file = DatabaseFile.open(path, kind);
  opened.push(file);
  return file;
};
const close = (): void => opened.pop()!.close();
const add = (file: DatabaseFile, word: string): void => {
  file.record(() => file.prepare('INSERT INTO words VALUES (?)').run(word));
};
const words = (file: DatabaseFile): readonly unknown[] =>
  file.prepare('SELECT word FROM words').pluck().all();

it('keeps what is recorded, for its owner only', () => {
  add(open(), 'one');
  for (const end of ['', '-wal', '-shm', '.lock']) expect(statSync(`${path}${end}`).mode & 0o777).toBe(0o600);
  close();
  expect(words(open())).toEqual(['one']);
});

it('takes a later schema, and refuses an earlier release with what to do', () => {
  add(open(), 'one');
  close();
  const later = { ...KIND, schemas: [FIRST, 'CREATE TABLE more (n INTEGER) STRICT'] };
  expect(words(open(later))).toEqual(['one']);
  close();
  expect(() => open()).toThrow(/has schema 2; this release knows up to 1. Use the release that wrote it/);
});

it('does not change a file of another kind', () => {
  const other = new Database(path);
  other.exec('CREATE TABLE theirs (n INTEGER)');
  other.close();
  const before = readFileSync(path);
  expect(() => open()).toThrow(DatabaseRefused);
  expect(readFileSync(path).equals(before)).toBe(true);
  writeFileSync(path, 'This is a letter and no database.'.repeat(99));
  expect(() => open()).toThrow(/is not a file of words. Move it away/);
});

it('is open once', () => {
  open();
  expect(() => open()).toThrow(/is open in another process, which keeps the words. Stop it, or use it/);
});

it('stays empty until it is created, where that is later', () => {
  const later = { ...KIND, madeLater: true };
  expect(open(later).isEmpty).toBe(true);
  close();
  const file = open(later);
  const rows = (): void => void file.prepare('INSERT INTO words VALUES (?)').run('first');
  expect(() =>
    file.create(() => {
      rows();
      throw new Error('No.');
    }),
  ).toThrow('No.');
  expect(file.isEmpty).toBe(true);
  file.create(rows);
  close();
  expect(words(open(later))).toEqual(['first']);
});

it('names itself where another program locks it, until it is free', () => {
  const file = open();
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  expect(() => add(file, 'one')).toThrow(expect.objectContaining({ code: 'file-unusable' }));
  expect(file.fault).toContain(`${path} is locked by another program`);
  other.close();
  expect(file.fault).toBeNull();
  add(file, 'one');
  expect(words(file)).toEqual(['one']);
});

it('is no longer at fault only when the same read succeeds', () => {
  const file = open();
  for (let i = 0; i < 2_000; i += 1) add(file, `a word that is long enough to need many pages: ${i}`);
  close();
  const whole = readFileSync(path);
  const damaged = Buffer.from(whole);
  damaged.fill(0xff, 4 * 4_096);
  writeFileSync(path, damaged);
  const again = open();
  expect(() => words(again)).toThrow(expect.objectContaining({ code: 'file-unusable' }));
  expect(again.fault).toContain(`${path} is damaged`);
  expect(again.fault).toContain(`${path} is damaged`);
  expect(again.gone).toBeNull();
});

it('says that it was moved away, and takes no writes meanwhile', () => {
  const file = open();
  renameSync(path, `${path}.elsewhere`);
  expect(() => add(file, 'one')).toThrow(FileGone);
  expect(file.gone).toBe(path);
  expect(file.fault).toContain(`${path} was deleted or replaced`);
});

it('lets other errors of a change through, and is not at fault', () => {
  const file = open();
  expect(() =>
    file.write(() => {
      throw new RangeError('No.');
    }),
  ).toThrow(RangeError);
  expect(() => file.prepare('INSERT INTO words VALUES (NULL)').run()).toThrow(/NOT NULL/);
  expect(file.fault).toBeNull();
});
