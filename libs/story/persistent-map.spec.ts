import fc from 'fast-check';
import { PersistentMap } from './persistent-map.js';

/** Pairs of keys of one hash each (FNV-1a, 32 bits). */
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

function expectSame(map: PersistentMap<Value>, model: ReadonlyMap<string, Value>): void {
  expect(map.size).toBe(model.size);
  expect([...map.values()].map(String).sort()).toEqual([...model.values()].map(String).sort());
  for (const k of new Set([...KEYS, ...model.keys()])) {
    expect(map.get(k)).toBe(model.get(k));
    expect(map.has(k)).toBe(model.has(k));
  }
}

describe('a persistent map', () => {
  it('is what a plain map is, in every version that was ever made', () =>
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
        const versions = [{ map: PersistentMap.empty<Value>(), model: new Map<string, Value>() }];
        for (const { from, key, value } of changes) {
          const { map, model } = versions[Math.max(0, versions.length - 1 - (from % 4))]!;
          const next = new Map(model);
          if (value === null) next.delete(key);
          else next.set(key, value);
          versions.push({ map: value === null ? map.delete(key) : map.set(key, value), model: next });
        }
        for (const { map, model } of versions.filter((_, i) => i % 7 === 0 || i === versions.length - 1))
          expectSame(map, model);
      }),
      { numRuns: 60 },
    ));

  it.each(COLLIDING)('keeps %s and %s apart, which have one hash', (a, b) => {
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

  it('holds a hundred thousand keys and gives them all up again', () => {
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
