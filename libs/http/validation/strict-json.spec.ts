import fc from 'fast-check';
import { anyText } from '#story/testing';
import { parseStrictJson } from './strict-json.js';
import { Problem } from '../problem/problem.js';

function refused(input: string | Uint8Array): { code: string; pointer: string | undefined; detail: string } {
  try {
    parseStrictJson(input);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, pointer: error.options.errors?.[0]?.pointer, detail: error.detail };
  }
  throw new Error('It was taken.');
}

const bytes = (...values: number[]) => Uint8Array.from(values);
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('strict JSON', () => {
  it.each<[string, string | Uint8Array, string, string | undefined]>([
    ['nothing', '', 'json-syntax', ''],
    ['a broken object', '{"a": 1,}', 'json-syntax', ''],
    ['a comment', '{"a": 1 /* secret */}', 'json-syntax', '/a'],
    ['a missing comma', '{"a": [1 2]}', 'json-syntax', '/a/0'],
    ['two values', '{} {}', 'json-syntax', ''],
    ['single quotes', "{'a': 1}", 'json-syntax', ''],
    ['a leading zero', '[01]', 'json-syntax', '/0'],
    ['NaN', '[NaN]', 'json-syntax', '/0'],
    ['a plus', '[+1]', 'json-syntax', '/0'],
    ['a raw line end in a string', '["a\nb"]', 'json-syntax', '/0'],
    ['an escape that does not exist', String.raw`["\x41"]`, 'json-syntax', '/0'],
    ['a string without end', '["abc', 'json-syntax', '/0'],
    ['a no-break space', '[\u00a01]', 'json-syntax', '/0'],
    ['invalid UTF-8', bytes(0x22, 0xff, 0x22), 'json-encoding', undefined],
    ['an overlong form', bytes(0x22, 0xc0, 0xaf, 0x22), 'json-encoding', undefined],
    ['a surrogate in UTF-8', bytes(0x22, 0xed, 0xa0, 0x80, 0x22), 'json-encoding', undefined],
    ['UTF-16', new Uint8Array(Buffer.from('{"a":1}', 'utf16le')), 'json-syntax', ''],
    ['a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x7b, 0x7d), 'json-encoding', undefined],
    ['a lone surrogate in a line', '["\ud800"]', 'json-encoding', undefined],
    ['a key twice', '{"a": {"b": 1, "b": 2}}', 'json-duplicate-key', '/a/b'],
    ['a key twice, once escaped', String.raw`{"b": 1, "\u0062": 2}`, 'json-duplicate-key', '/b'],
    ['__proto__', '{"a": {"__proto__": {"admin": true}}}', 'json-key', '/a/__proto__'],
    ['__proto__, escaped', String.raw`{"\u005f_proto__": 1}`, 'json-key', '/__proto__'],
    ['constructor', '{"constructor": 1}', 'json-key', '/constructor'],
    ['prototype', '{"prototype": 1}', 'json-key', '/prototype'],
    ['NUL', String.raw`{"a": "x\u0000"}`, 'json-character', '/a'],
    ['NUL in a key', String.raw`{"a\u0000": 1}`, 'json-character', ''],
    ['a lone surrogate', String.raw`["\ud83d"]`, 'json-character', '/0'],
    ['surrogates in the wrong order', String.raw`["\ude00\ud83d"]`, 'json-character', '/0'],
    ['33 levels', nested(33), 'json-depth', '/0'.repeat(32)],
    ['40,000 levels', nested(40_000), 'json-depth', '/0'.repeat(32)],
    ['501 elements', JSON.stringify({ a: Array(501).fill(0) }), 'json-array-length', '/a'],
    ['1e999', '[1e999]', 'json-number', '/0'],
    ['1e-999', '[1e-999]', 'json-number', '/0'],
    ['2^53', '[9007199254740992]', 'json-number', '/0'],
    ['1e300', '[1e300]', 'json-number', '/0'],
  ])('refuses %s', (_, input, code, pointer) => {
    expect(refused(input)).toMatchObject({ code, pointer });
  });

  it('accepts values at the limits', () => {
    expect(parseStrictJson(nested(32))).toHaveLength(1);
    expect(parseStrictJson(JSON.stringify(Array(500).fill(0)))).toHaveLength(500);
    expect(parseStrictJson('[9007199254740991, -1.5e3, 0.1, 0, 0e5]')).toEqual([
      Number.MAX_SAFE_INTEGER,
      -1500,
      0.1,
      0,
      0,
    ]);
    expect(parseStrictJson(String.raw`"\ud83d\ude00"`)).toBe('😀');
  });

  it('says where the fault is, and never quotes the text', () => {
    const { detail } = refused('{\n "source": "secret-name" oops}');
    expect(detail).toContain('line 2, column 26');
    expect(JSON.stringify(refused(`{"${'the informant is xyzzy '.repeat(4)}": nil}`))).not.toContain('xyzzy');
  });

  it('agrees with JSON.parse on what JSON.stringify writes', () => {
    const key = anyText().filter(
      (text) => !['__proto__', 'constructor', 'prototype'].includes(text) && !text.includes('\0'),
    );
    const number = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, min: -1e15, max: 1e15 }));
    const leaf = fc.oneof(fc.constant(null), fc.boolean(), number, key);
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('value')),
        fc.dictionary(key, tie('value'), { noNullPrototype: true }),
      ),
    }));
    const written = fc
      .tuple(value, fc.constantFrom(0, 2))
      .map(([plain, indent]) => JSON.stringify(plain, null, indent));
    fc.assert(
      fc.property(written, (text) => expect(parseStrictJson(Buffer.from(text))).toEqual(JSON.parse(text))),
    );
  });

  it('accepts nothing that JSON.parse refuses, and reports a syntax fault only if JSON.parse does', () => {
    const scraps = fc.array(
      fc.constantFrom(...'{}[]:,"\\ue1 -.0+tn\n'.split(''), 'true', 'null', '"a"', '"b":'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        scraps.map((parts) => parts.join('')),
        (text) => {
          const valid = taken(() => JSON.parse(text) as unknown);
          const outcome = taken(() => parseStrictJson(text)) ? 'taken' : refused(text).code;
          // A number that is too large is refused before the parser reads the rest.
          expect(outcome).not.toBe(valid ? 'json-syntax' : 'taken');
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('parses a body of nearly 256 KiB', () => {
    const one = { en: 'x'.repeat(200), 'zh-Hant': 'é😀\n'.repeat(20), n: [1, 2.5, true, null] };
    const list = Array.from({ length: 500 }, () => one);
    expect(parseStrictJson(Buffer.from(JSON.stringify(list)))).toEqual(list);
  });
});

function taken(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
