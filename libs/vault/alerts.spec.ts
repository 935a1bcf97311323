import { fieldsWith, ScratchVault } from './testing/scratch-vault.js';
import { ReferenceTaken, type Vault } from './index.js';

let scratch: ScratchVault;
let vault: Vault;
beforeEach(async () => {
  scratch = new ScratchVault();
  vault = await scratch.open();
});
afterEach(() => scratch.remove());

const REFERENCE = '0b7e9c52-6d6b-4a5e-8a39-0a5a41b6a6aa';
const watch = (text: string, declining: readonly string[] = []): void =>
  vault.watch({ text, declining, story: 'talks', by: 'reporter-2' });
const rows = (): readonly { id: string; length: number }[] =>
  scratch.tamper((db) =>
    db
      .prepare<[], { id: string; length: number }>('SELECT id, length(finding) AS length FROM findings')
      .all(),
  );

it('alerts the custodian to a text that names a source', () => {
  const reference = vault.seal('war', fieldsWith());
  vault.seal(
    'war',
    fieldsWith({ custodian: 'other-chief', identity: { name: 'Karim Saleh', otherNames: [] } }),
  );
  watch('Yesterday HADDAD, Mariam spoke.');
  expect(vault.alerts('desk-chief')).toEqual([
    {
      id: expect.any(String) as string,
      at: '2026-12-01T12:00:00.000Z',
      kind: 'named',
      story: 'talks',
      by: 'reporter-2',
      source: [{ story: 'war', reference }],
    },
  ]);
  expect(vault.alerts('other-chief')).toEqual([]);
  const { id } = vault.alerts()[0]!;
  vault.dismiss(id, 'other-chief');
  expect(vault.alerts()).toHaveLength(1);
  vault.dismiss(id, 'desk-chief');
  expect(vault.alerts()).toEqual([]);
});

it('finds a name at any place of a very long text', () => {
  vault.seal('war', fieldsWith());
  for (const before of [199_990, 200_000, 399_000]) {
    watch(`${'x '.repeat(before / 2)}Mariam Haddad.`);
    expect(vault.alerts()).toHaveLength(1);
    vault.dismiss(vault.alerts()[0]!.id, 'desk-chief');
  }
});

it('alerts the custodian to a text that says of a sealed source that it declined to comment', () => {
  const reference = vault.seal('talks', fieldsWith(), REFERENCE);
  expect(reference).toBe(REFERENCE);
  watch('The official declined to comment.', [REFERENCE, 'another-source']);
  expect(vault.alerts()).toMatchObject([{ kind: 'declining', source: [{ story: 'talks', reference }] }]);
});

it('writes rows of one length, whatever it finds, and deletes those without a source later', () => {
  for (let i = 0; i < 20; i += 1)
    vault.seal(
      'war',
      fieldsWith({ identity: { name: `Name Number${'x'.repeat(i + 1)}y`, otherNames: ['Mariam Haddad'] } }),
    );
  watch('Nothing.');
  watch('Mariam Haddad');
  expect(new Set(rows().map(({ length }) => length)).size).toBe(1);
  expect(rows()).toHaveLength(2);
  expect(vault.alerts()).toHaveLength(15);
  expect(rows()).toHaveLength(1);
});

it('keeps at most a thousand rows of texts without a source', () => {
  vault.seal('war', fieldsWith());
  watch('Mariam Haddad');
  for (let i = 0; i < 1_010; i += 1) watch('Nothing.');
  expect(rows().length).toBeLessThan(1_000);
  expect(vault.alerts()).toHaveLength(1);
});

it('writes nothing without a source', () => {
  watch('Mariam Haddad');
  expect(rows()).toEqual([]);
});

it('has no alert for a source that was erased', () => {
  const reference = vault.seal('war', fieldsWith());
  watch('Mariam Haddad');
  vault.erase({ story: 'war', reference }, 'the source is in danger');
  expect(vault.alerts()).toEqual([]);
});

it('refuses a reference that the story has already, and takes the same one in another story', () => {
  vault.seal('talks', fieldsWith(), REFERENCE);
  expect(() => vault.seal('talks', fieldsWith(), REFERENCE)).toThrow(ReferenceTaken);
  vault.seal('war', fieldsWith({ reporter: 'reporter-3' }), REFERENCE);
  expect(vault.referencesOf('war')).toEqual([REFERENCE]);
  expect(vault.keepersOf({ story: 'talks', reference: REFERENCE }).reporter).toBe('reporter-1');
  expect(vault.keepersOf({ story: 'war', reference: REFERENCE }).reporter).toBe('reporter-3');
});

it('lists the requests that wait, until they are used or ten minutes old', async () => {
  const source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
  const [first, second] = [vault.ask(source, 'anna', 'a check'), vault.ask(source, 'anna', 'a check')];
  expect(vault.requests()).toEqual(
    [first, second].map((id) => ({
      id,
      source,
      by: 'anna',
      purpose: 'a check',
      until: Date.parse('2026-12-01T12:10:00.000Z'),
    })),
  );
  await vault.approve(first, 'boris');
  expect(vault.requests().map(({ id }) => id)).toEqual([second]);
  scratch.clock.advance(10 * 60_000 + 1);
  expect(vault.requests()).toEqual([]);
});

it('searches for what was sealed, changed and erased since the last text', () => {
  const source = { story: 'war', reference: vault.seal('war', fieldsWith()) };
  const found = (): number => vault.alerts().length;
  watch('Mariam Haddad');
  expect(found()).toBe(1);
  vault.change(source, { identity: { name: 'Karim Saleh al-Din of the long name', otherNames: [] } });
  watch('Mariam Haddad');
  expect(found()).toBe(1);
  watch('Karim Saleh al-Din of the long name');
  expect(found()).toBe(2);
  vault.seal('war', fieldsWith({ identity: { name: 'Nadia Bakri', otherNames: [] } }));
  watch('Nadia Bakri');
  expect(found()).toBe(3);
  vault.erase(source, 'the source is in danger');
  watch('Karim Saleh al-Din of the long name, and Nadia Bakri');
  expect(vault.alerts()).toHaveLength(2);
});
