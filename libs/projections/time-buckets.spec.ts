import fc from 'fast-check';
import { bucketsOf, bucketsUpTo } from './time-buckets.js';

const moment = fc.oneof(
  fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }),
  fc.integer({ min: 1_480_000_000_000, max: 1_480_000_100_000 }),
);

describe('counts in buckets of time', () => {
  it('give the sum of the changes up to every moment, in whatever order these came', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(moment, fc.integer({ min: -3, max: 3 })), { maxLength: 40 }),
        moment,
        (changes, at) => {
          const buckets = new Map<string, number>();
          for (const [when, by] of changes)
            for (const { scale, bucket } of bucketsOf(when))
              buckets.set(`${scale} ${bucket}`, (buckets.get(`${scale} ${bucket}`) ?? 0) + by);
          for (const moment of [at, ...changes.map(([when]) => when)]) {
            let sum = 0;
            for (const { scale, from, to } of bucketsUpTo(moment))
              for (const [key, n] of buckets) {
                const [l, b] = key.split(' ').map(Number) as [number, number];
                if (l === scale && b >= from && b < to) sum += n;
              }
            const expected = changes.filter(([when]) => when <= moment).reduce((s, [, by]) => s + by, 0);
            expect(sum).toBe(expected);
          }
        },
      ),
      { numRuns: 100 },
    ));

  it('need few buckets, however far away the moment is', () =>
    fc.assert(
      fc.property(moment, (at) => {
        expect(bucketsOf(at)).toHaveLength(4);
        const below = bucketsUpTo(at).filter(({ scale }) => scale < 3);
        expect(Math.max(0, ...below.map(({ from, to }) => to - from))).toBeLessThan(4096);
      }),
    ));
});
