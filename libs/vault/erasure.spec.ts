import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { fieldsWith, ScratchVault, unseal } from './testing/scratch-vault.js';
import {
  filesOfVault,
  InvalidField,
  NotPurged,
  SourceErased,
  type SourceReference,
  type Vault,
} from './index.js';

/** So many that SQLite moves some rows between pages. Without VACUUM, old pages then nearly always keep a copy. */
const ACTS = 200;

let scratch: ScratchVault;
let vault: Vault;

beforeEach(async () => {
  scratch = new ScratchVault();
  vault = await scratch.open();
});
afterEach(() => scratch.remove());

const sealed = (story: string, notes = 'Meets only in person.'): SourceReference => ({
  story,
  reference: vault.seal(story, fieldsWith({ notes })),
});

/** The sealed values that are in the files, also in part. A part shows that old bytes remain. */
const remaining = (values: readonly Buffer[], file = scratch.file): readonly Buffer[] => {
  const bytes = scratch.bytes(file);
  return values.filter(
    (value) => bytes.includes(value.subarray(0, 30)) || bytes.includes(value.subarray(-30)),
  );
};

it('names all files that belong to the vault', () => {
  expect(filesOfVault('/data/vault.sqlite')).toEqual([
    '/data/vault.sqlite',
    '/data/vault.sqlite-wal',
    '/data/vault.sqlite-shm',
    '/data/vault.sqlite-journal',
    '/data/vault.sqlite.lock',
  ]);
});

describe('after an erasure', () => {
  it('no file holds the wrapped data key or a ciphertext of the source', () => {
    const source = sealed('talks');
    const values = scratch.sealedValues();
    expect(remaining(values)).toHaveLength(4);
    vault.erase(source, 'the source asked for it');
    expect(remaining(values)).toEqual([]);
  });

  it('that is so after any history, also where SQLite moved the row to another page', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const below = (limit: number): number => (numbers.next().value as number) % limit;
        const live: SourceReference[] = [];
        const left: Buffer[] = [];
        for (let act = 0; act < ACTS; act += 1) {
          const notes = 'n'.repeat(below(900));
          if (live.length < 10 || below(5) < 3) live.push(sealed('talks', notes));
          else {
            const before = scratch.sealedValues();
            const at = below(live.length);
            if (below(3) === 0) vault.change(live[at]!, { notes });
            else vault.erase(live.splice(at, 1)[0]!, 'a reason');
            const now = new Set(scratch.sealedValues().map((value) => value.toString('hex')));
            left.push(...remaining(before.filter((value) => !now.has(value.toString('hex')))));
          }
        }
        expect(left).toEqual([]);
        expect(vault.list().filter(({ state }) => state === 'sealed').length).toBeGreaterThanOrEqual(10);
        for (const source of live) vault.erase(source, 'the end');
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('a process that was killed before it purged the files purges them when it opens the vault', async () => {
    const source = sealed('talks');
    const values = scratch.sealedValues();
    // A reader keeps the old pages, so the WAL with the erasure is not truncated.
    const reader = new Database(scratch.file);
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM sources').all();
    expect(() => vault.erase(source, 'a reason')).toThrow(NotPurged);
    expect(() => vault.ask(source, 'a', 'b')).toThrow(SourceErased);
    // These files are what a crash at this moment leaves.
    const crashed = join(scratch.folder, 'crashed.sqlite');
    for (const end of ['', '-wal']) copyFileSync(`${scratch.file}${end}`, `${crashed}${end}`);
    expect(remaining(values, crashed)).not.toEqual([]);
    reader.close();
    const after = await scratch.open({ file: crashed });
    expect(remaining(values, crashed)).toEqual([]);
    expect(() => after.ask(source, 'a', 'b')).toThrow(SourceErased);
    vault.purge();
    expect(remaining(values)).toEqual([]);
  });

  it('a second erasure completes one that was not purged', () => {
    const source = sealed('talks');
    const values = scratch.sealedValues();
    const reader = new Database(scratch.file);
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM sources').all();
    expect(() => vault.erase(source, 'a reason')).toThrow(NotPurged);
    reader.close();
    vault.erase(source, 'a reason');
    expect(remaining(values)).toEqual([]);
  });
});

describe('after a change', () => {
  it('no file holds the former data key or ciphertexts', () => {
    const source = sealed('talks');
    const values = scratch.sealedValues();
    vault.change(source, { contact: 'another number' });
    expect(remaining(values)).toEqual([]);
    expect(remaining(scratch.sealedValues())).toHaveLength(4);
  });
});

describe('a backup', () => {
  const copy = (): string => join(scratch.folder, 'copy.sqlite');

  /** A backup by SQLite's own means, as any tool makes it. */
  async function backupTo(file: string): Promise<void> {
    const db = new Database(scratch.file, { readonly: true });
    await db.backup(file);
    db.close();
  }

  it('is whole and opens with the master key', async () => {
    const source = sealed('talks');
    vault.backup(copy());
    const restored = await scratch.open({ file: copy() });
    expect((await unseal(restored, source)).name).toBe('Mariam Haddad');
  });

  it('that was taken before an erasure still holds the wrapped key, and opens the source', async () => {
    const source = sealed('talks');
    const values = scratch.sealedValues();
    await backupTo(copy());
    vault.erase(source, 'a reason');
    expect(remaining(values, copy())).toHaveLength(4);
    const restored = await scratch.open({ file: copy() });
    expect((await unseal(restored, source)).name).toBe('Mariam Haddad');
  });

  it('that is taken after an erasure holds nothing of the source, however it is taken', async () => {
    const source = sealed('talks');
    sealed('ceasefire');
    const values = scratch.sealedValues();
    vault.erase(source, 'a reason');
    vault.backup(copy());
    expect(remaining(values, copy())).toHaveLength(4);
    const others = [`${copy()}-2`, `${copy()}-3`] as const;
    await backupTo(others[0]);
    copyFileSync(scratch.file, others[1]);
    for (const other of others) expect(remaining(values, other)).toHaveLength(4);
  });

  it('never replaces a file', () => {
    vault.backup(copy());
    const before = readFileSync(copy());
    sealed('talks');
    expect(() => vault.backup(copy())).toThrow(InvalidField);
    expect(readFileSync(copy()).equals(before)).toBe(true);
  });
});
