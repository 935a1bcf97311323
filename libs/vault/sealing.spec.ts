import fc from 'fast-check';
import { DoesNotOpen, Key, type Place } from './key.js';
import { openText, sealText } from './padded-text.js';
import { fieldsWith, plainOf, ScratchVault, unseal } from './testing/scratch-vault.js';
import { SourceDamaged } from './index.js';

const text = fc.string({ unit: 'binary', maxLength: 600 });
const place: Place = { vault: 'v', row: 'r', field: 'notes', version: 1 };
/** What a ciphertext has beside the plaintext: nonce and tag. */
const OVERHEAD = 28;
const SEALED = ['data_key', 'identity', 'contact', 'notes', 'record'] as const;

describe('a sealed text', () => {
  it('comes back as it was, whatever it is', () => {
    const key = Key.random();
    fc.assert(
      fc.property(text, (each) => {
        expect(openText(key, place, sealText(key, place, each))).toBe(each);
      }),
    );
  });

  it('has a multiple of 256 bytes inside, and never two equal forms', () => {
    const key = Key.random();
    fc.assert(
      fc.property(text, (each) => {
        const sealed = sealText(key, place, each);
        expect((sealed.length - OVERHEAD) % 256).toBe(0);
        expect(sealed.length - OVERHEAD - Buffer.byteLength(each)).toBeGreaterThanOrEqual(4);
        expect(sealText(key, place, each).equals(sealed)).toBe(false);
      }),
    );
  });

  it('opens at its place and with its key only', () => {
    const key = Key.random();
    const sealed = sealText(key, place, 'text');
    for (const other of [{ vault: 'w' }, { row: 's' }, { field: 'contact' as const }, { version: 2 }])
      expect(() => openText(key, { ...place, ...other }, sealed)).toThrow(DoesNotOpen);
    expect(() => openText(Key.random(), place, sealed)).toThrow(DoesNotOpen);
  });

  it('opens only whole: every bit counts', () => {
    const key = Key.random();
    const sealed = sealText(key, place, 'text');
    fc.assert(
      fc.property(fc.nat({ max: sealed.length * 8 - 1 }), (bit) => {
        const other = Buffer.from(sealed);
        other[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => openText(key, place, other)).toThrow(DoesNotOpen);
      }),
    );
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), (length) => {
        expect(() => openText(key, place, sealed.subarray(0, length))).toThrow(DoesNotOpen);
      }),
    );
  });

  it('is never made with a key that was destroyed', () => {
    const key = Key.random();
    key.destroy();
    expect(() => sealText(key, place, 'text')).toThrow('destroyed');
  });
});

describe('a vault', () => {
  let scratch: ScratchVault;
  beforeEach(() => {
    scratch = new ScratchVault();
  });
  afterEach(() => scratch.remove());

  it('gives back any fields as they were', async () => {
    const vault = await scratch.open();
    const name = fc.string({ unit: 'binary', maxLength: 50 }).map((each) => `${each}n`);
    const plain = fc.record({
      identity: fc.record({ name, otherNames: fc.array(name, { maxLength: 3 }) }),
      contact: text,
      notes: text,
    });
    await fc.assert(
      fc.asyncProperty(plain, async (each) => {
        const reference = vault.seal('talks', fieldsWith(each));
        expect(plainOf(await unseal(vault, { story: 'talks', reference }))).toEqual(each);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses a source of which any sealed column was exchanged with that of another row or field', async () => {
    const vault = await scratch.open();
    const sources = ['a', 'b', 'c'].map((notes) => ({
      story: 'talks',
      reference: vault.seal('talks', fieldsWith({ notes })),
    }));
    vault.change(sources[1]!, { notes: 'a later version' });
    const rows = scratch.tamper((db) => db.prepare<[], { id: string }>('SELECT * FROM sources').all());
    const cell = fc.record({ row: fc.nat({ max: 2 }), column: fc.constantFrom(...SEALED) });
    const isReadable = (source: (typeof sources)[number]): Promise<boolean> =>
      (async () => unseal(vault, source))().then(
        () => true,
        (error: unknown) => {
          expect(error).toBeInstanceOf(SourceDamaged);
          return false;
        },
      );
    await fc.assert(
      fc.asyncProperty(cell, cell, async (one, other) => {
        fc.pre(one.row !== other.row || one.column !== other.column);
        const get = ({ row, column }: typeof one) => (rows[row] as unknown as Record<string, Buffer>)[column];
        const set = ({ row, column }: typeof one, value: unknown): void =>
          void scratch.tamper((db) =>
            db.prepare(`UPDATE sources SET ${column} = ? WHERE id = ?`).run(value, rows[row]!.id),
          );
        set(one, get(other));
        set(other, get(one));
        const readable = await Promise.all(sources.map(isReadable));
        expect(readable.filter(Boolean)).toHaveLength(one.row === other.row ? 2 : 1);
        set(one, get(one));
        set(other, get(other));
      }),
      { numRuns: 60 },
    );
    expect(await Promise.all(sources.map(isReadable))).toEqual([true, true, true]);
  });

  it('refuses a reference whose story or link was exchanged', async () => {
    const vault = await scratch.open();
    const first = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    const second = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    scratch.tamper((db) =>
      db.exec(`UPDATE source_references SET story = 'mine' WHERE reference = '${first.reference}'`),
    );
    expect(() => vault.ask({ ...first, story: 'mine' }, 'a', 'b')).toThrow(SourceDamaged);
    scratch.tamper((db) =>
      db.exec(`UPDATE source_references SET story = 'talks', link = (SELECT link FROM source_references
        WHERE reference = '${second.reference}') WHERE reference = '${first.reference}'`),
    );
    expect(() => vault.ask(first, 'a', 'b')).toThrow(SourceDamaged);
  });

  it('never gives a reference twice', async () => {
    const vault = await scratch.open();
    const references = Array.from({ length: 50 }, () => vault.seal('talks', fieldsWith())).flatMap(
      (reference) => [
        reference,
        ...['b', 'c', 'd'].map((story) => vault.passOn({ story: 'talks', reference }, story)),
      ],
    );
    expect(new Set(references).size).toBe(200);
  });

  it('shows in its files neither plaintext, nor people, nor which stories share a source', async () => {
    const vault = await scratch.open();
    const first = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
    vault.passOn(first, 'ceasefire');
    const [id] = scratch.tamper((db) => db.prepare<[], string>('SELECT id FROM sources').pluck().all());
    const links = scratch.tamper((db) => db.prepare('SELECT * FROM source_references').all());
    expect(JSON.stringify(links)).not.toContain(id);
    const bytes = scratch.bytes();
    for (const secret of ['Mariam', 'Haddad', '555 0101', 'in person', 'desk-chief', 'reporter-1', '2026-12'])
      expect(bytes.includes(secret)).toBe(false);
    expect(bytes.includes('ceasefire')).toBe(true);
  });
});
