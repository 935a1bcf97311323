import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SystemClock } from '#event-store';
import { keyFile, Vault, WrongMasterKey, type SourceReference } from '#vault';

const root = join(import.meta.dirname, '..', '..');
const SOURCES = 40;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'killed-rotation-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openWith = (key: string): Promise<Vault> =>
  Vault.open({
    file: join(folder, 'vault.sqlite'),
    masterKey: keyFile(key),
    clock: new SystemClock(),
    audit: async () => {},
  });

it('is killed at any moment leaves either the old or the new master key, which opens every source', async () => {
  if (!existsSync(join(root, 'dist', 'libs', 'vault', 'index.js')))
    throw new Error('Run npm run build first.');
  let keys = [join(folder, 'a.key'), join(folder, 'b.key')];
  let vault = await openWith(keys[0]!);
  const sources = Array.from({ length: SOURCES }, (_, i): SourceReference => {
    const fields = { identity: { name: `Name ${i}`, otherNames: [] }, contact: '', notes: 'n'.repeat(3_000) };
    return { story: 'talks', reference: vault.seal('talks', { ...fields, custodian: 'c', reporter: 'r' }) };
  });
  vault.close();
  let rotations = 0;
  // Each delay ends in another phase of a rotation; where, the machine decides.
  for (const delay of [0, 1, 2, 3, 5, 7, 11, 13, 17, 23]) {
    const script = [join(import.meta.dirname, 'rotate-forever.mjs'), join(folder, 'vault.sqlite'), ...keys];
    const child = spawn(process.execPath, script, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const output = text(child.stdout);
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, delay * 3));
    child.kill('SIGKILL');
    rotations += (await output).match(/rotated/g)?.length ?? 0;
    const opening: string[] = [];
    for (const key of keys.filter((each) => existsSync(each))) if (await opensWith(key)) opening.push(key);
    expect(opening).toHaveLength(1);
    const present = opening[0]!;
    keys = [present, ...keys.filter((key) => key !== present)];
    vault = await openWith(present);
    for (const [i, source] of sources.entries())
      expect((await vault.approve(vault.ask(source, 'a', 'p'), 'b')).name).toBe(`Name ${i}`);
    vault.close();
  }
  expect(rotations).toBeGreaterThan(0);
});

/** Whether the key opens the vault. Any refusal but that of a wrong key is an error. */
async function opensWith(key: string): Promise<boolean> {
  try {
    (await openWith(key)).close();
    return true;
  } catch (error) {
    if (error instanceof WrongMasterKey) return false;
    throw error;
  }
}
