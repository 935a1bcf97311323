import fc, { type StringSharedConstraints } from 'fast-check';

/** Any code point but half of a surrogate pair. Half of them are of ASCII or of the scripts up to U+0FFF. */
const codePoint = fc
  .oneof(fc.integer({ max: 0x7f, min: 0 }), fc.integer({ max: 0xfff, min: 0 }), {
    arbitrary: fc.integer({ max: 0x10_ff_ff - 0x800, min: 0 }),
    weight: 2,
  })
  .map((n) => String.fromCodePoint(n < 0xd800 ? n : n + 0x800));

/** Any text. `fc.string({ unit: 'binary' })` takes a second to set up, in each spec file. */
export const anyText = (constraints: StringSharedConstraints = {}): fc.Arbitrary<string> =>
  fc.string({ ...constraints, unit: codePoint });
