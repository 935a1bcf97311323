import { readFileSync, statSync } from 'node:fs';
import { fieldsWith, plainOf, ScratchVault, unseal } from './testing/scratch-vault.js';
import {
  InvalidField,
  SourceDamaged,
  SourceErased,
  UnknownReference,
  VaultClosed,
  VaultUnusable,
  type Vault,
} from './index.js';

let scratch: ScratchVault;
let vault: Vault;

beforeEach(async () => {
  scratch = new ScratchVault();
  vault = await scratch.open();
});
afterEach(() => scratch.remove());

describe('a sealed source', () => {
  it('is shown to two principals, also after the vault was opened again', async () => {
    const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    const { identity, contact, notes } = fieldsWith();
    expect(plainOf(await unseal(vault, source))).toEqual({ identity, contact, notes });
    vault.close();
    vault = await scratch.open();
    expect(plainOf(await unseal(vault, source))).toEqual({ identity, contact, notes });
  });

  it('has another reference in each story, and one in the same story', () => {
    const reference = vault.seal('talks', fieldsWith());
    const other = vault.passOn({ story: 'talks', reference }, 'ceasefire');
    expect(other).not.toBe(reference);
    expect(vault.passOn({ story: 'ceasefire', reference: other }, 'talks')).toBe(reference);
    expect(vault.passOn({ story: 'talks', reference }, 'ceasefire')).toBe(other);
  });

  it('is the same source in each story', async () => {
    const first = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    const second = { story: 'ceasefire', reference: vault.passOn(first, 'ceasefire') };
    vault.change(second, { contact: 'a new number' });
    expect((await unseal(vault, first)).contact).toBe('a new number');
  });

  it('changes in the given fields only', async () => {
    const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    scratch.clock.advance(1_000);
    vault.change(source, { notes: 'Moved away.', custodian: 'deputy' });
    const { identity, contact } = fieldsWith();
    expect(plainOf(await unseal(vault, source))).toEqual({ identity, contact, notes: 'Moved away.' });
    expect(vault.list()).toMatchObject([
      { custodian: 'deputy', reporter: 'reporter-1', changedAt: '2026-12-01T12:00:01.000Z' },
    ]);
  });

  it('is listed without its plaintext', () => {
    const reference = vault.seal('talks', fieldsWith());
    vault.seal('talks', fieldsWith({ custodian: 'deputy' }));
    expect(vault.list()).toHaveLength(2);
    expect(vault.list('desk-chief')).toEqual([
      {
        state: 'sealed',
        custodian: 'desk-chief',
        reporter: 'reporter-1',
        sealedAt: '2026-12-01T12:00:00.000Z',
        changedAt: '2026-12-01T12:00:00.000Z',
        erased: null,
        references: [{ story: 'talks', reference }],
      },
    ]);
  });
});

describe('a reference of another story', () => {
  it('is refused as one that does not exist, by every call', () => {
    const reference = vault.seal('talks', fieldsWith());
    const messages = [
      { story: 'ceasefire', reference },
      { story: 'talks', reference: 'unknown' },
    ].flatMap((source) =>
      [
        () => vault.ask(source, 'a', 'b'),
        () => vault.passOn(source, 'c'),
        () => vault.change(source, { notes: '' }),
        () => vault.erase(source, 'd'),
      ].map((call) => {
        expect(call).toThrow(UnknownReference);
        return messageOf(call);
      }),
    );
    expect(new Set(messages).size).toBe(1);
  });
});

describe('an erased source', () => {
  it('is readable in no story, and the list says when and why', () => {
    const first = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    const second = { story: 'ceasefire', reference: vault.passOn(first, 'ceasefire') };
    scratch.clock.advance(5_000);
    vault.erase(second, 'the source asked for it');
    for (const source of [first, second]) {
      expect(() => vault.ask(source, 'a', 'b')).toThrow(SourceErased);
      expect(() => vault.passOn(source, 'other')).toThrow(SourceErased);
      expect(() => vault.change(source, { notes: 'b' })).toThrow(SourceErased);
    }
    const at = '2026-12-01T12:00:05.000Z';
    expect(vault.list()).toMatchObject([
      { state: 'erased', custodian: 'desk-chief', erased: { at, reason: 'the source asked for it' } },
    ]);
    expect(vault.list()[0]!.references).toHaveLength(2);
  });

  it('keeps its first time and reason when it is erased again', () => {
    const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    vault.erase(source, 'first');
    scratch.clock.advance(1_000);
    vault.erase(source, 'second');
    expect(vault.list()).toMatchObject([{ erased: { at: '2026-12-01T12:00:00.000Z', reason: 'first' } }]);
  });

  it('is not shown even if it was approved before', async () => {
    const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    const request = vault.ask(source, 'a', 'b');
    vault.erase(source, 'c');
    await expect(vault.approve(request, 'd')).rejects.toThrow(SourceErased);
    expect(scratch.audited).toEqual([]);
  });
});

describe('bad input', () => {
  const tooLong = 'é'.repeat(32 * 1024 + 1);

  it.each([
    ['identity.name', { identity: { name: '', otherNames: [] } }],
    ['identity.name', { identity: { name: ' \t\u200b', otherNames: [] } }],
    ['identity.name', { identity: { name: 'x'.repeat(1025), otherNames: [] } }],
    ['identity.name', { identity: { name: 'half \ud800', otherNames: [] } }],
    ['identity.otherNames', { identity: { name: 'x', otherNames: [''] } }],
    ['identity.otherNames', { identity: { name: 'x', otherNames: Array(51).fill('y') as string[] } }],
    ['contact', { contact: 'x'.repeat(4097) }],
    ['notes', { notes: tooLong }],
    ['custodian', { custodian: '' }],
    ['reporter', { reporter: '  ' }],
  ])('in %s is refused by name, and its value is not repeated', (field, changes) => {
    const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    for (const call of [
      () => vault.seal('talks', fieldsWith(changes)),
      () => vault.change(source, changes),
    ]) {
      expect(call).toThrow(expect.objectContaining({ code: 'invalid-field', field }));
      expect(messageOf(call)).not.toMatch(/xx|éé|yy/);
    }
    expect(vault.list()).toHaveLength(1);
  });

  it('is refused in a story, a purpose, a principal and a reason', () => {
    const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    expect(() => vault.seal('', fieldsWith())).toThrow(InvalidField);
    expect(() => vault.passOn(source, '')).toThrow(InvalidField);
    expect(() => vault.ask(source, '', 'purpose')).toThrow(InvalidField);
    expect(() => vault.ask(source, 'a', ' ')).toThrow(InvalidField);
    expect(() => vault.erase(source, '')).toThrow(InvalidField);
  });

  it('is not what is merely long or empty: 64 KiB of notes, no contact, no notes', async () => {
    const notes = 'é'.repeat(32 * 1024);
    for (const changes of [{ notes }, { contact: '', notes: '' }]) {
      const source = { story: 'talks', reference: vault.seal('talks', fieldsWith(changes)) };
      expect(plainOf(await unseal(vault, source))).toMatchObject(changes);
    }
  });
});

describe('a damaged row', () => {
  it.each(['data_key', 'identity', 'contact', 'notes', 'record'])(
    'in %s is refused, and the other source is not affected',
    async (column) => {
      const damaged = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
      const [id] = scratch.tamper((db) => db.prepare<[], string>('SELECT id FROM sources').pluck().all());
      const whole = { story: 'talks', reference: vault.seal('talks', fieldsWith({ notes: 'whole' })) };
      scratch.tamper((db) =>
        db.prepare(`UPDATE sources SET ${column} = zeroblob(length(${column})) WHERE id = ?`).run(id),
      );
      await expect((async () => unseal(vault, damaged))()).rejects.toThrow(SourceDamaged);
      expect(() => vault.change(damaged, { notes: 'x' })).toThrow(SourceDamaged);
      expect((await unseal(vault, whole)).notes).toBe('whole');
      expect(vault.list()).toHaveLength(2);
      vault.erase(damaged, 'it was damaged');
      expect(vault.list().filter(({ state }) => state === 'erased')).toHaveLength(1);
    },
  );

  it('that lost its data key is damaged, not erased, until somebody erases it', () => {
    const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    scratch.tamper((db) => db.exec('UPDATE sources SET data_key = NULL'));
    expect(() => vault.ask(source, 'a', 'b')).toThrow(SourceDamaged);
    vault.erase(source, 'it was damaged');
    expect(vault.list()).toMatchObject([{ state: 'erased', erased: { reason: 'it was damaged' } }]);
  });

  it('of a reference loses that reference only', async () => {
    const first = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    const second = { story: 'ceasefire', reference: vault.passOn(first, 'ceasefire') };
    scratch.tamper((db) =>
      db.prepare(`UPDATE source_references SET link = x'00' WHERE reference = ?`).run(second.reference),
    );
    expect(() => vault.ask(second, 'a', 'b')).toThrow(SourceDamaged);
    expect((await unseal(vault, first)).name).toBe('Mariam Haddad');
    expect(vault.list()).toMatchObject([
      { state: 'sealed', references: [first] },
      { state: 'damaged', references: [second] },
    ]);
  });
});

describe('the file', () => {
  it('is for its owner only, with all files beside it', () => {
    vault.seal('talks', fieldsWith());
    for (const end of ['', '-wal', '-shm', '.lock'])
      expect(statSync(`${scratch.file}${end}`).mode & 0o777).toBe(0o600);
  });

  it('is open once', async () => {
    await expect(scratch.open()).rejects.toThrow(VaultUnusable);
  });

  it('that is something else is refused and not changed', async () => {
    vault.close();
    scratch.tamper((db) => db.pragma('application_id = 7'));
    const before = readFileSync(scratch.file);
    await expect(scratch.open()).rejects.toThrow(/not a vault/);
    expect(readFileSync(scratch.file).equals(before)).toBe(true);
  });

  it.each([
    ['of a later release', 'PRAGMA user_version = 99', /schema 99/],
    ['with a broken first row', `UPDATE vault SET master = '{"kind":'`, /damaged/],
    ['without its first row', 'DELETE FROM vault', /damaged/],
  ])('%s is refused with what to do', async (_what, sql, message) => {
    vault.close();
    scratch.tamper((db) => db.exec(sql));
    await expect(scratch.open()).rejects.toThrow(
      expect.objectContaining({ code: 'vault-unusable', message: expect.stringMatching(message) }),
    );
  });

  it('refuses every call after it was closed', async () => {
    const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    vault.close();
    vault.close();
    for (const call of [
      () => vault.seal('talks', fieldsWith()),
      () => vault.ask(source, 'a', 'b'),
      () => vault.list(),
      () => vault.mentions('x'),
      () => vault.purge(),
      () => vault.backup(`${scratch.file}.copy`),
    ])
      expect(call).toThrow(VaultClosed);
    await expect(vault.approve('x', 'y')).rejects.toThrow(VaultClosed);
  });
});

function messageOf(call: () => unknown): string {
  try {
    call();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}
