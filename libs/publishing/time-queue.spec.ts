import fc from 'fast-check';
import { TimeQueue, type Entry } from './time-queue.js';

const key = fc.constantFrom(...'abcdefghij');
const entry: fc.Arbitrary<Entry> = fc.record({ key, at: fc.nat({ max: 5 }), order: fc.nat({ max: 2 }) });
const act = fc.oneof(fc.record({ set: entry }), fc.record({ delete: key }));

it('a queue has each key once, sorted by time, then order, then key', () =>
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), fc.nat({ max: 6 }), (acts, time) => {
      const queue = new TimeQueue<Entry>();
      const plain = new Map<string, Entry>();
      for (const one of acts)
        if ('set' in one) {
          queue.set(one.set);
          plain.set(one.set.key, one.set);
        } else {
          queue.delete(one.delete);
          plain.delete(one.delete);
        }
      const sorted = [...plain.values()].sort(
        (a, b) => a.at - b.at || a.order - b.order || a.key.localeCompare(b.key),
      );
      expect([queue.size, queue.next]).toEqual([sorted.length, sorted[0]]);
      for (let i = 0; i <= sorted.length; i++)
        expect(queue.after(sorted[i - 1] ?? null, 2)).toEqual(sorted.slice(i, i + 2));
      expect(queue.upTo(time)).toEqual(sorted.filter(({ at }) => at <= time));
      for (const name of 'abcdefghij') expect(queue.get(name)).toBe(plain.get(name));
    }),
  ));
