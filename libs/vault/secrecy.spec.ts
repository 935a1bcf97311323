import { writeFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { DoesNotOpen, Key } from './key.js';
import { NameIndex } from './name-index.js';
import { fieldsWith, ScratchVault, unseal } from './testing/scratch-vault.js';
import { keyCommand, keyFile, passphrase, VaultError } from './index.js';

/** Secrets of the tests below, in the forms in which an object might show them. */
const KEY = Buffer.from('0123456789abcdef'.repeat(2));
const SECRETS = [
  ...['Mariam', 'Haddad', '555 0101', 'in person', 'battery', '--token'],
  ...[KEY.toString(), KEY.toString('hex'), KEY.toString('base64'), '30 31 32 33', '48,49,50', '48, 49, 50'],
];

let scratch: ScratchVault;
beforeEach(() => {
  scratch = new ScratchVault();
  writeFileSync(scratch.keyFile, KEY, { mode: 0o600 });
});
afterEach(() => scratch.remove());

function expectSilent(object: unknown): void {
  const forms = [
    inspect(object, { depth: Infinity, showHidden: true, getters: true, maxArrayLength: null }),
    JSON.stringify(object) ?? '',
    String(object),
  ];
  for (const form of forms) for (const secret of SECRETS) expect(form).not.toContain(secret);
}

it('no object that holds plaintext or a key shows it', async () => {
  const vault = await scratch.open();
  const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
  const unsealed = await unseal(vault, source);
  expect(unsealed.name).toBe('Mariam Haddad');
  const index = new NameIndex();
  index.set('s', 1, ['Mariam Haddad']);
  expect([...index.sourcesIn('Mariam Haddad')]).toEqual(['s']);
  vault.mentions('Mariam Haddad');
  for (const object of [
    vault,
    unsealed,
    { inside: [unsealed] },
    index,
    Key.of(Buffer.from(KEY)),
    keyFile(scratch.keyFile),
    passphrase('correct horse battery staple'),
    keyCommand('secrets', ['--token', 'x']),
    vault.list(),
    vault.mentions('Mariam Haddad'),
    scratch.audited,
  ])
    expectSilent(object);
});

it('no error shows plaintext or a key, also not in its properties', async () => {
  const vault = await scratch.open();
  const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
  const long = fieldsWith({ notes: 'Mariam Haddad '.repeat(9_999) });
  const request = vault.ask(source, 'a', 'p');
  const provoked = [
    () => vault.seal('talks', long),
    () => vault.seal('talks', fieldsWith({ reporter: '' })),
    () => vault.ask({ ...source, story: 'other' }, 'a', 'p'),
    () => vault.approve(request, 'a'),
    () => vault.rotate(passphrase('battery')),
    () => vault.rotate(keyCommand('/nowhere', ['--token'])),
    () => vault.rotate(keyFile(scratch.keyFile)),
    () => {
      scratch.tamper((db) => db.exec(`UPDATE sources SET notes = x'00'`));
      return unseal(vault, source);
    },
    () => {
      vault.erase(source, 'a reason');
      return unseal(vault, source);
    },
    () => {
      scratch.tamper((db) => db.exec('DROP TABLE sources'));
      return vault.list();
    },
  ];
  for (const provoke of provoked) {
    const error: unknown = await (async () => provoke())().then(
      () => null,
      (error: unknown) => error,
    );
    expect(error).not.toBeNull();
    expectSilent(error);
    if (error instanceof VaultError) expectSilent({ ...error, name: error.name, message: error.message });
  }
});

it('a key zeroes the bytes from which it was made, and its own when it is destroyed', () => {
  const bytes = Buffer.from(KEY);
  const key = Key.of(bytes)!;
  expect(bytes.equals(Buffer.alloc(32))).toBe(true);
  const place = { vault: 'v', row: 'r', field: 'notes', version: 1 } as const;
  const sealed = key.seal(place, Buffer.from('text'));
  expect(key.open(place, sealed).toString()).toBe('text');
  key.destroy();
  expect(() => key.open(place, sealed)).toThrow('destroyed');
  expect(Key.of(Buffer.alloc(31))).toBeNull();
});

it('a wrapped value that is no key does not become one', () => {
  const place = { vault: 'v', row: 'r', field: 'data-key', version: 1 } as const;
  const key = Key.random();
  expect(() => key.unwrap(place, key.seal(place, Buffer.alloc(31)))).toThrow(DoesNotOpen);
});
