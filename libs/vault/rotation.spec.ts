import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fieldsWith, ScratchVault, unseal } from './testing/scratch-vault.js';
import {
  keyFile,
  MasterKeyUnusable,
  NotPurged,
  passphrase,
  SourceDamaged,
  WrongMasterKey,
  type SourceReference,
  type Vault,
} from './index.js';

let scratch: ScratchVault;
let vault: Vault;
let sources: readonly SourceReference[];
const newFile = (): string => join(scratch.folder, 'keys', 'new.key');

beforeEach(async () => {
  scratch = new ScratchVault();
  vault = await scratch.open();
  sources = ['talks', 'ceasefire', 'prisoners'].map((story) => ({
    story,
    reference: vault.seal(story, fieldsWith({ notes: story })),
  }));
});
afterEach(() => scratch.remove());

async function expectAllReadable(opened: Vault): Promise<void> {
  for (const source of sources) expect((await unseal(opened, source)).notes).toBe(source.story);
}

describe('after a rotation', () => {
  it('the new master key opens everything and the old one nothing', async () => {
    expect(await vault.rotate(keyFile(newFile()))).toEqual({ sources: 3, damaged: 0 });
    await expectAllReadable(vault);
    vault.close();
    await expect(scratch.open()).rejects.toThrow(WrongMasterKey);
    await expectAllReadable(await scratch.open({ masterKey: keyFile(newFile()) }));
  });

  it('new sources are sealed with the new master key', async () => {
    await vault.rotate(keyFile(newFile()));
    const source = { story: 'late', reference: vault.seal('late', fieldsWith({ notes: 'late' })) };
    vault.change(sources[0]!, { notes: 'talks' });
    sources = [...sources, source];
    vault.close();
    await expectAllReadable(await scratch.open({ masterKey: keyFile(newFile()) }));
  });

  it('no file holds a key that the old master key wrapped', async () => {
    const read = (): Buffer[] =>
      scratch.tamper((db) =>
        db
          .prepare<[], Buffer>('SELECT data_key FROM sources UNION ALL SELECT list_key FROM vault')
          .pluck()
          .all(),
      );
    const wrapped = read();
    await vault.rotate(keyFile(newFile()));
    expect(wrapped.filter((each) => scratch.bytes().includes(each))).toEqual([]);
    expect(read().filter((each) => scratch.bytes().includes(each))).toHaveLength(4);
  });

  it('the kind of master key may differ, and the same passphrase is not a new key', async () => {
    const words = 'correct horse battery staple';
    await vault.rotate(passphrase(words));
    await expect(vault.rotate(passphrase(words))).rejects.toThrow(/is the present one/);
    vault.close();
    await expect(scratch.open()).rejects.toThrow(WrongMasterKey);
    vault = await scratch.open({ masterKey: passphrase(words) });
    await expectAllReadable(vault);
    await vault.rotate(passphrase('another passphrase'));
    await expectAllReadable(vault);
  });

  it('older backups are unreadable if the old master key was destroyed', async () => {
    const backup = join(scratch.folder, 'backup.sqlite');
    vault.backup(backup);
    vault.erase(sources[0]!, 'a reason');
    await vault.rotate(keyFile(newFile()));
    // With the old key, the backup gives the erased source back.
    const keys = join(scratch.folder, 'keys', 'stolen.key');
    copyFileSync(scratch.keyFile, keys);
    const restored = await scratch.open({ file: backup, masterKey: keyFile(keys) });
    await expectAllReadable(restored);
    restored.close();
    for (const file of [scratch.keyFile, keys]) rmSync(file);
    await expect(scratch.open({ file: backup })).rejects.toThrow(MasterKeyUnusable);
    await expect(scratch.open({ file: backup, masterKey: keyFile(newFile()) })).rejects.toThrow(
      WrongMasterKey,
    );
  });

  it('a source that was damaged before is still damaged, and it is counted', async () => {
    scratch.tamper((db) =>
      db.exec(`UPDATE sources SET data_key = x'00' WHERE id = (SELECT min(id) FROM sources)`),
    );
    expect(await vault.rotate(keyFile(newFile()))).toEqual({ sources: 2, damaged: 1 });
    const readable = await Promise.all(
      sources.map(async (source) =>
        (async () => unseal(vault, source))().then(
          () => true,
          (error: unknown) => !(error instanceof SourceDamaged),
        ),
      ),
    );
    expect(readable.filter(Boolean)).toHaveLength(2);
  });
});

describe('a rotation that fails', () => {
  it.each([0, 1, 2, 3])('at step %d of 4 leaves the old master key, and can be repeated', async (step) => {
    const table = step === 0 ? 'vault' : 'sources';
    const condition =
      step === 0 ? '' : `WHEN OLD.id = (SELECT id FROM sources ORDER BY id LIMIT 1 OFFSET ${step - 1})`;
    scratch.tamper((db) =>
      db.exec(
        `CREATE TRIGGER fails BEFORE UPDATE ON ${table} ${condition} BEGIN SELECT RAISE(ABORT, 'fails'); END`,
      ),
    );
    await expect(vault.rotate(keyFile(newFile()))).rejects.toThrow('fails');
    await expectAllReadable(vault);
    sources = [...sources, { story: 'x', reference: vault.seal('x', fieldsWith({ notes: 'x' })) }];
    vault.close();
    await expect(scratch.open({ masterKey: keyFile(newFile()) })).rejects.toThrow(WrongMasterKey);
    scratch.tamper((db) => db.exec('DROP TRIGGER fails'));
    vault = await scratch.open();
    await expectAllReadable(vault);
    await vault.rotate(keyFile(newFile()));
    await expectAllReadable(vault);
  });

  it('only to purge the files has the new master key, also after a crash', async () => {
    const reader = new Database(scratch.file);
    reader.exec('BEGIN');
    reader.prepare('SELECT * FROM sources').all();
    await expect(vault.rotate(keyFile(newFile()))).rejects.toThrow(NotPurged);
    await expectAllReadable(vault);
    // These files are what a crash at this moment leaves.
    const crashed = join(scratch.folder, 'crashed.sqlite');
    for (const end of ['', '-wal']) copyFileSync(`${scratch.file}${end}`, `${crashed}${end}`);
    reader.close();
    await expect(scratch.open({ file: crashed })).rejects.toThrow(WrongMasterKey);
    await expectAllReadable(await scratch.open({ file: crashed, masterKey: keyFile(newFile()) }));
  });

  it('because the new key cannot be had changes nothing', async () => {
    await expect(vault.rotate(passphrase('short'))).rejects.toThrow(MasterKeyUnusable);
    await expect(vault.rotate(keyFile(scratch.keyFile))).rejects.toThrow(/is the present one/);
    await expectAllReadable(vault);
    vault.close();
    await expectAllReadable(await scratch.open());
  });

  it('because the vault was closed meanwhile changes nothing', async () => {
    const rotation = vault.rotate(passphrase('correct horse battery staple'));
    vault.close();
    await expect(rotation).rejects.toMatchObject({ code: 'vault-closed' });
    await expectAllReadable(await scratch.open());
  });
});
