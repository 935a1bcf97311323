import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsWith, ScratchVault, unseal } from './testing/scratch-vault.js';
import {
  keyCommand,
  keyFile,
  MasterKeyUnusable,
  passphrase,
  WrongMasterKey,
  type MasterKeySource,
} from './index.js';

const KEY = 'c0ffee'.repeat(10) + 'beef';
const WORDS = 'correct horse battery staple';
let scratch: ScratchVault;

beforeEach(() => {
  scratch = new ScratchVault();
});
afterEach(() => scratch.remove());

/** Seals a source with a new vault of this key, and closes it. */
async function sealWith(masterKey: MasterKeySource): Promise<void> {
  const vault = await scratch.open({ masterKey });
  vault.seal('talks', fieldsWith());
  vault.close();
}

/** Expects that the key opens the vault and its source. */
async function expectRight(masterKey: MasterKeySource): Promise<void> {
  const vault = await scratch.open({ masterKey });
  const [source] = vault.list()[0]!.references;
  expect((await unseal(vault, source!)).name).toBe('Mariam Haddad');
}

/** Expects that the vault refuses the key, and that nothing was written. */
async function expectWrong(masterKey: MasterKeySource): Promise<void> {
  const before = readFileSync(scratch.file);
  await expect(scratch.open({ masterKey })).rejects.toThrow(WrongMasterKey);
  expect(readFileSync(scratch.file).equals(before)).toBe(true);
}

const command = (script: string, timeout?: number): MasterKeySource =>
  keyCommand(process.execPath, ['-e', script], timeout === undefined ? {} : { timeout });

describe('a key file', () => {
  it('is made for its owner only, with 32 bytes, and opens the vault again', async () => {
    await sealWith(keyFile(scratch.keyFile));
    expect(statSync(scratch.keyFile).mode & 0o777).toBe(0o600);
    expect(statSync(scratch.keyFile).size).toBe(32);
    await expectRight(keyFile(scratch.keyFile));
  });

  it('that exists is used by a new vault', async () => {
    writeFileSync(scratch.keyFile, Buffer.alloc(32, 7), { mode: 0o600 });
    await sealWith(keyFile(scratch.keyFile));
    expect(readFileSync(scratch.keyFile).equals(Buffer.alloc(32, 7))).toBe(true);
  });

  it.each([0o640, 0o604, 0o620])('that others may use (%o) is refused', async (mode) => {
    await sealWith(keyFile(scratch.keyFile));
    chmodSync(scratch.keyFile, mode);
    await expect(scratch.open()).rejects.toThrow(/may be read by others/);
  });

  it('that is missing is not made again where the vault exists', async () => {
    await sealWith(keyFile(scratch.keyFile));
    rmSync(scratch.keyFile);
    await expect(scratch.open()).rejects.toThrow(/is missing, but the vault exists/);
    expect(existsSync(scratch.keyFile)).toBe(false);
  });

  it.each([0, 31, 33])('of %d bytes is refused', async (length) => {
    writeFileSync(scratch.keyFile, Buffer.alloc(length, 7), { mode: 0o600 });
    await expect(scratch.open()).rejects.toThrow(/exactly 32 bytes/);
  });

  it('in a folder that does not exist, or with the name of a folder, is refused', async () => {
    await expect(scratch.open({ masterKey: keyFile(join(scratch.folder, 'none', 'key')) })).rejects.toThrow(
      /none.* does not exist/,
    );
    mkdirSync(scratch.keyFile, { mode: 0o700 });
    await expect(scratch.open()).rejects.toThrow(MasterKeyUnusable);
  });

  it('of another vault is refused before anything is written', async () => {
    await sealWith(keyFile(scratch.keyFile));
    const other = join(scratch.folder, 'other.key');
    writeFileSync(other, Buffer.alloc(32, 9), { mode: 0o600 });
    await expectWrong(keyFile(other));
  });
});

describe('a passphrase', () => {
  it('opens the vault again, in any Unicode form', async () => {
    await sealWith(passphrase('Straße nach Málaga'));
    await expectRight(passphrase('Straße nach Ma\u0301laga'));
  });

  it('has a salt and the parameters of scrypt in the vault, and is not there itself', async () => {
    await sealWith(passphrase(WORDS));
    const master = scratch.tamper((db) => db.prepare<[], string>('SELECT master FROM vault').pluck().get()!);
    expect(JSON.parse(master)).toEqual({
      kind: 'passphrase',
      scrypt: { cost: 131072, blockSize: 8, parallelization: 1, salt: expect.stringMatching(/^.{22}==$/) },
    });
    expect(scratch.bytes().includes('horse')).toBe(false);
  });

  it('that is wrong is refused before anything is written', async () => {
    await sealWith(passphrase(WORDS));
    await expectWrong(passphrase(`${WORDS}!`));
  });

  it('that is short is refused for a new vault', async () => {
    await expect(scratch.open({ masterKey: passphrase('eleven char') })).rejects.toThrow(/at least 12/);
  });

  it.each([
    '{"salt":"AA==","cost":1073741824,"blockSize":8,"parallelization":1}',
    '{"salt":"AA==","cost":3}',
    '{"salt":"AA==","cost":16384,"blockSize":8,"parallelization":99999}',
  ])('with damaged parameters is refused: %s', async (parameters) => {
    await sealWith(passphrase(WORDS));
    scratch.tamper((db) =>
      db.prepare('UPDATE vault SET master = ?').run(`{"kind":"passphrase","scrypt":${parameters}}`),
    );
    await expect(scratch.open({ masterKey: passphrase(WORDS) })).rejects.toThrow(/damaged/);
  });
});

describe('a command', () => {
  it.each([
    ['hex', KEY],
    ['hex in upper case, with a line break', `${KEY.toUpperCase()}\\n`],
    ['base64', Buffer.from(KEY, 'hex').toString('base64')],
  ])('prints the key as %s', async (_form, output) => {
    await sealWith(command(`process.stdout.write('${output}')`));
    await expectRight(command(`console.log('${KEY}')`));
  });

  it('gets no shell', async () => {
    const planted = join(scratch.folder, 'planted');
    await expect(scratch.open({ masterKey: keyCommand(`echo ${KEY}; touch ${planted}`) })).rejects.toThrow(
      /could not be started \(ENOENT\)/,
    );
    expect(existsSync(planted)).toBe(false);
  });

  it.each([
    ['fails', `console.log('${KEY}'); process.exit(3)`, /status 3/],
    ['prints too little', `console.log('${KEY.slice(1)}')`, /did not print 32 bytes/],
    ['prints two keys', `console.log('${KEY}'); console.log('${KEY}')`, /did not print 32 bytes/],
    ['prints nothing', '', /did not print 32 bytes/],
    ['prints without end', `setInterval(() => console.log('${KEY}'.repeat(99)), 1)`, /printed too much/],
    ['is killed', 'process.kill(process.pid, "SIGTERM"); setInterval(() => 0, 1e6)', /SIGTERM/],
  ])('that %s is refused, without its output', async (_what, script, message) => {
    const refusal: unknown = await scratch
      .open({ masterKey: command(`console.error('${KEY}'); ${script}`) })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MasterKeyUnusable);
    expect(String(refusal)).toMatch(message);
    expect(String(refusal)).not.toContain('c0ffee');
  });

  it('that takes too long is ended, also if its child keeps the output open', async () => {
    const script = `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => 0, 5000)'],
      { stdio: ['ignore', 'inherit', 'ignore'] }); setInterval(() => 0, 1e6)`;
    await expect(scratch.open({ masterKey: command(script, 300) })).rejects.toThrow(/longer than 300 ms/);
  });

  it('with another key is refused before anything is written', async () => {
    await sealWith(command(`console.log('${KEY}')`));
    await expectWrong(command(`console.log('${KEY.replace('c', 'd')}')`));
  });

  it('is refused where the vault has a key of another kind', async () => {
    await sealWith(passphrase(WORDS));
    const before = readFileSync(scratch.file);
    await expect(scratch.open()).rejects.toThrow(/sealed with a passphrase, not with a key file/);
    expect(readFileSync(scratch.file).equals(before)).toBe(true);
    expect(existsSync(scratch.keyFile)).toBe(false);
  });
});
