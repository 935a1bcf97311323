import fc from 'fast-check';
import { anyText } from '../testing/any-text.js';
import { harmless, isInvisible, wrongCharacter } from './characters.js';

const inLines = (text: string): string | null => wrongCharacter(text, { lines: true });
const inLine = (text: string): string | null => wrongCharacter(text, { lines: false });

describe('a text', () => {
  it.each([
    ['an escape', 'a\u001b[31m', 'contains U+001B as character 2'],
    ['a bell', '\u0007', 'contains U+0007 as character 1'],
    ['a delete', 'a\u007f', 'contains U+007F as character 2'],
    ['a control of C1', 'a\u009bm', 'contains U+009B as character 2'],
    ['a next line', 'a\u0085b', 'contains U+0085 as character 2'],
    ['a carriage return alone', 'a\rb', 'contains U+000D as character 2'],
    ['an override', 'Toll is \u202e21', 'contains U+202E as character 9'],
    ['an embedding that ends', '\u202babc\u202c', 'contains U+202B as character 1'],
    ['a noncharacter', 'a\ufdd0', 'contains U+FDD0 as character 2'],
    ['a noncharacter of another plane', '😀\u{1fffe}', 'contains U+1FFFE as character 2'],
    ['tags', 'a\u{e0041}\u{e0042}', 'contains U+E0041 as character 2'],
    ['a tag of language', '\u{e0001}', 'contains U+E0001 as character 1'],
    ['tags after a flag', '🏴󠁧󠁢󠁳󠁣󠁴󠁿\u{e0041}', 'contains U+E0041 as character 8'],
    ['a flag that does not end', '🏴\u{e0067}\u{e0062}\u{e0073}', 'contains U+E0067 as character 2'],
    ['half of a pair', 'a\ud83d', 'contains U+D83D as character 2'],
    ['an isolate that does not end', 'a \u2067b', 'contains U+2067 as character 3'],
    ['the end of an isolate that did not begin', 'a\u2069', 'contains U+2069 as character 2'],
  ])('with %s is refused with the code point and its position', (_, text, expected) => {
    expect(inLines(text)).toContain(expected);
    expect(inLine(text)).toContain(expected);
  });

  it.each([
    ['Arabic with a mark', '\u200fقال مصدر\u200e إن'],
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['Hebrew in an isolate', 'said \u2067שלום\u2069 then'],
    ['isolates in isolates', '\u2066a \u2067b \u2068c\u2069\u2069\u2069'],
    ['Devanagari with joiners', 'क्\u200dष क्\u200cष'],
    ['Thai with a line break opportunity', 'ภาษา\u200bไทย'],
    ['a family', '👩‍👩‍👧'],
    ['the flags of Scotland and Wales', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['variation selectors', '☎\ufe0f 葛\u{e0100}'],
    ['a soft hyphen', 'Donau\u00addampf'],
  ])('of %s is accepted', (_, text) => {
    expect(inLines(text)).toBeNull();
    expect(inLine(text)).toBeNull();
  });

  it('with an isolate that ends in another paragraph is refused', () =>
    expect(inLines('\u2068a\nb\u2069')).toContain('contains U+2068 as character 1'));

  it('may have several lines unless it must be one line', () => {
    const text = 'one\n\ttwo\r\nthree\u2028four';
    expect(inLines(text)).toBeNull();
    expect(inLine(text)).toContain('contains U+000A as character 4, and must be one line');
  });

  it('that is accepted never reorders the text after it', () => {
    const units = fc.constantFrom('a', 'א', '\n', ...'\u202a\u202c\u202e\u2066\u2067\u2068\u2069');
    fc.assert(
      fc.property(fc.string({ unit: units }), (text) => {
        if (inLines(text) !== null) return;
        for (const paragraph of text.split('\n')) {
          let depth = 0;
          for (const unit of paragraph) {
            expect(unit).not.toMatch(/[\u202a-\u202e]/);
            if (unit === '\u2069') depth -= 1;
            else if (/[\u2066-\u2068]/.test(unit)) depth += 1;
            expect(depth).toBeGreaterThanOrEqual(0);
          }
          expect(depth).toBe(0);
        }
      }),
    );
  });
});

it.each([
  '',
  ' ',
  '\u200b',
  '\u3164',
  '\u00ad',
  '\u2060\ufeff\u180e',
  '\u115f\u1160\uffa0',
  '\u2800',
  '\u{e0100}',
])('%j is invisible', (text) => expect(isInvisible(text)).toBe(true));

it.each(['a', '\u200ba', '.', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '\u0301'])('%j is visible', (text) =>
  expect(isInvisible(text)).toBe(false),
);

describe('a text of an old log', () => {
  it.each([
    ['Toll is \u202e21', 'Toll is 21'],
    ['\u001b[31mred\u0007', '\ufffd[31mred\ufffd'],
    ['a \u2067b', 'a b'],
    ['a\u{e0041}b', 'ab'],
    ['one\rtwo\r\nthree', 'one\ntwo\r\nthree'],
    ['\ud83d \uffff', '\ufffd \ufffd'],
  ])('%j is shown as %j', (text, shown) => expect(harmless(text)).toBe(shown));

  it('is shown with accepted characters only, and unchanged if all are accepted', () => {
    const units = fc.oneof(
      fc.constantFrom(
        'a',
        '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
        '\r',
        '\n',
        '\u202e',
        '\u2067',
        '\u2069',
        '\u{e0041}',
        '\ud83d',
        '\udc00',
        '\u009b',
      ),
      anyText({ maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(units), (pieces) => {
        const text = pieces.join('');
        const shown = harmless(text);
        expect(inLines(shown)).toBeNull();
        expect(shown).toBe(inLines(text) === null ? text : shown);
      }),
      { numRuns: 500 },
    );
  });
});
