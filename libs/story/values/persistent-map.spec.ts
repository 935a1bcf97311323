import fc from 'fast-check';
import { PersistentMap } from './persistent-map.js';

/** Pairs of keys with the same hash (FNV-1a, 32 bits). */
const COLLIDING = [
  ['claim-32ff2f27', 'claim-75fd59a5'],
  ['claim-8d8dea73', 'claim-d0946c20'],
  ['claim-624ad92b', 'claim-95caa874'],
  ['claim-1fb9de50', 'claim-dc2e4699'],
] as const;
const KEYS = [
  ...COLLIDING.flat(),
  ...Array.from({ length: 60 }, (_, i) => `claim-${i}`),
  '',
  'é',
  '__proto__',
];

const key = fc.oneof(
  fc.constantFrom(...KEYS),
  fc.constantFrom(...COLLIDING.flat()),
  fc.string({ maxLength: 3 }),
);
const change = fc.record({
  from: fc.nat(),
  key,
  value: fc.option(fc.oneof(fc.integer(), fc.constant(false))),
});
type Value = number | boolean;

/** Applies each change to one of the last versions, and to a plain map beside it. */
function versionsOf(changes: readonly { from: number; key: string; value: Value | null }[]) {
  const versions = [{ map: PersistentMap.empty<Value>(), model: new Map<string, Value>() }];
  for (const { from, key, value } of changes) {
    const { map, model } = versions[Math.max(0, versions.length - 1 - (from % 4))]!;
    const next = new Map(model);
    if (value === null) next.delete(key);
    else next.set(key, value);
    versions.push({ map: value === null ? map.delete(key) : map.set(key, value), model: next });
  }
  return versions;
}

function expectSame(map: PersistentMap<Value>, model: ReadonlyMap<string, Value>): void {
  expect(map.size).toBe(model.size);
  expect([...map.values()].map(String).sort()).toEqual([...model.values()].map(String).sort());
  for (const k of new Set([...KEYS, ...model.keys()])) {
    expect(map.get(k)).toBe(model.get(k));
    expect(map.has(k)).toBe(model.has(k));
  }
}

describe('a persistent map', () => {
  it('equals a plain map in each of its versions', () =>
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const versions = versionsOf(changes);
        for (const { map, model } of versions.filter((_, i) => i % 7 === 0 || i === versions.length - 1))
          expectSame(map, model);
      }),
      { numRuns: 60 },
    ));

  it('lists the keys that changed between any two versions, each once', () =>
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), fc.nat(), fc.nat(), (changes, a, b) => {
        const versions = versionsOf(changes);
        const [now, then] = [versions[a % versions.length]!, versions[b % versions.length]!];
        const keys = new Set([...now.model.keys(), ...then.model.keys()]);
        const changed = [...keys].filter((k) => now.model.get(k) !== then.model.get(k));
        expect([...now.map.changesSince(then.map)].sort()).toEqual(changed.sort());
      }),
      { numRuns: 300 },
    ));

  it('opens only the nodes on the path to a change when it lists the changes', () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `key ${i}`);
    const before = keys.reduce((map, k) => map.set(k, 0), PersistentMap.empty<number>());
    const after = before.set('key 7', 1).set('key 19999', 1).set('another', 1).delete('key 12345');
    const opened = countOpened(before, after);
    expect([...after.changesSince(before)].sort()).toEqual(['another', 'key 12345', 'key 19999', 'key 7']);
    // Four paths of at most seven levels and a leaf, in two maps. Each level is read for its bits, then bit by bit.
    expect(opened()).toBeLessThan(4 * 8 * 2 * 32);
    const until = opened();
    expect([...after.changesSince(after.set('key 7', 1))]).toEqual([]);
    expect(opened() - until).toBeLessThan(8 * 2 * 32);
  });

  it.each(COLLIDING)('keeps %s and %s apart although they have the same hash', (a, b) => {
    expect(fnv1a(a)).toBe(fnv1a(b));
    const both = PersistentMap.empty<number>().set(a, 1).set(b, 2);
    expect([both.get(a), both.get(b), both.size]).toEqual([1, 2, 2]);
    expect([both.set(a, 3).get(a), both.set(a, 3).get(b), both.set(a, 3).size]).toEqual([3, 2, 2]);
    const left = both.delete(a);
    expect([left.get(a), left.has(a), left.get(b), left.size]).toEqual([undefined, false, 2, 1]);
    expect([both.get(a), both.get(b)]).toEqual([1, 2]);
    expect(left.delete(b).size).toBe(0);
    expect(PersistentMap.empty<number>().set(a, 1).get(b)).toBeUndefined();
    expect(PersistentMap.empty<number>().set(a, 1).delete(b).get(a)).toBe(1);
  });

  it('stores a hundred thousand keys and deletes them all', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => `key ${i}`);
    const full = keys.reduce((map, k, i) => map.set(k, i), PersistentMap.empty<number>());
    expect(full.size).toBe(keys.length);
    expect(keys.every((k, i) => full.get(k) === i)).toBe(true);
    const empty = keys.reduce((map, k) => map.delete(k), full);
    expect([empty.size, [...empty.values()].length, full.size]).toEqual([0, 0, keys.length]);
  });
});

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Counts how often a node of these maps is opened from now on. */
function countOpened(...maps: readonly PersistentMap<number>[]): () => number {
  let opened = 0;
  const seen = new Set<object>();
  const watch = (node: object): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const [part, value] of Object.entries(node)) {
      if (!Array.isArray(value)) continue;
      if (part === 'children') value.forEach(watch);
      Object.defineProperty(node, part, {
        get: () => {
          opened++;
          return value as unknown;
        },
      });
    }
  };
  for (const map of maps) watch(map['root']);
  return () => opened;
}
