import fc from 'fast-check';
import { decodeCursor, encodeCursor } from './page.js';

const moment = fc.option(fc.integer({ min: -8.64e15, max: 8.64e15 }));
const cursor = fc.record({
  list: fc.string(),
  story: fc.option(fc.string()),
  at: moment,
  asOf: moment,
  validAt: moment,
  from: fc.array(fc.maxSafeInteger(), { maxLength: 3 }),
});

describe('a cursor', () => {
  it('survives encoding and decoding, and needs no escaping in an address', () =>
    fc.assert(
      fc.property(cursor, (sent) => {
        expect(encodeCursor(sent)).toMatch(/^[\w-]+$/);
        expect(decodeCursor(encodeCursor(sent))).toEqual(sent);
      }),
    ));

  it('decodes to null, and never throws, if it is not a cursor', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map((j) => btoa(encodeURI(j))),
        ),
        (text) => expect(decodeCursor(text)).toBeNull(),
      ),
    ));

  const sound = { list: 'claims', story: 'a', at: 3, known: null, held: null, from: [20] };
  it.each([
    [{ list: 5 }],
    [{ at: 'x' }],
    [{ at: 1.5 }],
    [{ held: 'now' }],
    [{ held: 1e300 }],
    [{ from: 1 }],
    [{ from: [0.5] }],
    [{ from: ['1'] }],
    [{ from: [1, 2, 3, 4] }],
    [{ from: null }],
  ])('decodes to null with %j in it', (spoilt) => {
    const of = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const { known: asOf, held: validAt, ...rest } = sound;
    expect(decodeCursor(of(sound))).toEqual({ ...rest, asOf, validAt });
    expect(decodeCursor(of({ ...sound, ...spoilt }))).toBeNull();
  });
});
