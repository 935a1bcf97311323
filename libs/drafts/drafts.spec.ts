import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { StoreUnavailable } from '#event-store';
import { ManualClock } from '#event-store/contract';
import { Drafts, DraftsFull, MOST_DRAFTS, type Draft } from './drafts.js';

const NOON = Date.parse('2026-12-01T12:00:00Z');

let folder = '';
let clock: ManualClock;
let drafts: Drafts;
const open = (): Drafts => Drafts.open(join(folder, 'drafts.sqlite'), clock);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drafts-'));
  clock = new ManualClock(NOON);
  drafts = open();
});
afterEach(() => {
  drafts.close();
  rmSync(folder, { recursive: true, force: true });
});

const save = (owner: string, id: string, content: string): Draft =>
  drafts.save(owner, id, { story: null, content }, () => {}).draft;
const all = (owner: string): readonly Draft[] => drafts.list(owner, Number.MAX_SAFE_INTEGER, 1_000);

it('keeps drafts across a restart, in a file of this user only', () => {
  const saved = save('a', 'one', '{"text":"Talks"}');
  drafts.close();
  drafts = open();
  expect(drafts.find('a', 'one')).toEqual({ ...saved, content: '{"text":"Talks"}' });
  expect(saved).toEqual({ id: 'one', story: null, savedAt: NOON, version: 1 });
  for (const name of ['drafts.sqlite', 'drafts.sqlite-wal'])
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

it('gives no version twice, and lists the last saved first although the clock is set back', () => {
  save('a', 'one', '{}');
  clock.set('2020-01-01T00:00:00Z');
  save('a', 'two', '{}');
  save('a', 'one', '{"more":1}');
  expect(all('a').map(({ id, version }) => [id, version])).toEqual([
    ['one', 3],
    ['two', 2],
  ]);
  drafts.delete('a', 'one');
  drafts.close();
  drafts = open();
  expect(save('a', 'one', '{}').version).toBe(4);
});

it('keeps for each owner what he or she last saved, whatever others do with the same id', () => {
  const act = fc.record({
    owner: fc.constantFrom('a', 'b'),
    id: fc.constantFrom('one', 'two', 'three'),
    content: fc.option(fc.string(), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      for (const owner of ['a', 'b']) for (const { id } of all(owner)) drafts.delete(owner, id);
      const expected = new Map<string, string>();
      for (const { owner, id, content } of acts) {
        const key = `${owner} ${id}`;
        if (content !== null) {
          save(owner, id, content);
          expected.set(key, content);
        } else if (drafts.delete(owner, id) !== expected.delete(key)) return false;
      }
      const found = ['a', 'b'].flatMap((owner) =>
        all(owner).map(({ id }) => [`${owner} ${id}`, drafts.find(owner, id)!.content] as const),
      );
      expect(new Map(found)).toEqual(expected);
      return found.length === expected.size;
    }),
    { numRuns: 50 },
  );
});

it('leaves nothing of a deleted draft in its files', () => {
  const secret = 'a name that nobody may read';
  save('a', 'other', '{"text":"kept"}');
  for (let typed = 1; typed <= 40; typed += 1)
    save('a', 'one', JSON.stringify({ text: `${secret} `.repeat(typed * 40) }));
  const bytes = (): string =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
  expect(bytes()).toContain(secret);
  drafts.delete('a', 'one');
  expect(bytes()).not.toContain(secret);
  expect(bytes()).toContain('kept');
});

it('refuses one draft too many, but not a change of one that is there', () => {
  for (let i = 0; i < MOST_DRAFTS; i += 1) save('a', `draft-${i}`, '{}');
  expect(() => save('a', 'one-more', '{}')).toThrow(DraftsFull);
  expect(save('a', 'draft-7', '{"more":1}').version).toBe(MOST_DRAFTS + 1);
  expect(save('b', 'one-more', '{}').id).toBe('one-more');
});

it('refuses to save in a file that was moved away', () => {
  renameSync(join(folder, 'drafts.sqlite'), join(folder, 'elsewhere'));
  expect(() => save('a', 'one', '{}')).toThrow(StoreUnavailable);
});
