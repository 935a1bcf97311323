import { PassThrough } from 'node:stream';
import { cells, cut, wrap } from './cells.js';
import { Output } from './output.js';
import { inLine, plain, plainJson } from './plain.js';
import { quantityWords } from './quantity.js';
import { Sheet } from './sheet.js';
import { WORDS } from './words.js';

const ARABIC = 'قال مصدر إن المحادثات مستمرة';

describe('text of others', () => {
  it('becomes one line without control characters', () => {
    expect(plain('a\r\nb\tc\u2028d')).toBe('a b c d');
    expect(plain('\u001b[31mred\u0007\u007f\u009b0m')).toBe('␛[31mred␇␡\ufffd0m');
    expect(plain('\u202egpj.exe\u202c \ud800')).toBe('gpj.exe \ufffd');
  });

  it('is isolated if it is right-to-left', () => {
    expect(inLine(`\u2067${ARABIC}`)).toBe(`\u2068${ARABIC}\u2069`);
    expect(inLine('Aleppo')).toBe('Aleppo');
  });

  it('keeps its value in JSON that is safe on a terminal', () => {
    const value = { text: 'a\u009bb\u202ec\u2028d\u007f' };
    const json = plainJson(JSON.stringify(value));
    expect(json).toBe('{"text":"a\\u009bb\\u202ec\\u2028d\\u007f"}');
    expect(JSON.parse(json)).toEqual(value);
  });
});

describe('cells', () => {
  it.each([
    ['Aleppo', 6],
    ['Alépo', 5],
    ['e\u0301', 1],
    ['アレッポ', 8],
    ['한국', 4],
    ['👩‍👩‍👧', 2],
    ['🇸🇾', 2],
    [`\u2068${ARABIC}\u2069`, 28],
  ])('%j fills %i', (text, width) => expect(cells(text)).toBe(width));

  it('are cut between characters, and isolates are closed', () => {
    expect(cut('アレッポの会談', 7)).toBe('アレッ…');
    expect(cut('Aleppo', 6)).toBe('Aleppo');
    expect(cut(`\u2068${ARABIC}\u2069`, 10)).toBe('\u2068قال مصدر…\u2069');
  });
});

describe('a text wrapped to a width', () => {
  it('is broken at spaces, and within a word that is longer than a line', () => {
    expect(wrap('Talks to end the fighting', 10)).toEqual(['Talks to', 'end the', 'fighting']);
    expect(wrap('at https://example.org/a', 10)).toEqual(['at', 'https://ex', 'ample.org/', 'a']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('is broken anywhere between wide characters', () =>
    expect(wrap('会談 アレッポの会談', 10)).toEqual(['会談 アレ', 'ッポの会談']));

  it('isolates each line of a right-to-left text', () => {
    const lines = wrap(`says: \u2068${ARABIC}\u2069 so`, 16);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) {
      expect(line.split('\u2068')).toHaveLength(line.split('\u2069').length);
      expect(cells(line)).toBeLessThanOrEqual(16);
    }
  });
});

describe('a sheet', () => {
  const sheetOf = (colours: boolean): string =>
    new Sheet({ width: 24, colours })
      .heading('Confirmed', 'good', ' – by both')
      .line('Talks to end the fighting', { bullet: '•', strong: true })
      .line('since noon', { indent: 4, tone: 'quiet' }).text;

  it('indents its lines under their bullet', () =>
    expect(sheetOf(false)).toBe('Confirmed – by both\n  • Talks to end the\n    fighting\n    since noon\n'));

  it('colours whole lines, after wrapping', () => {
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    expect(sheetOf(true).replaceAll(/\u001b\[\d+m/g, '')).toBe(sheetOf(false));
    expect(sheetOf(true).split('\n')[2]).toBe('    \u001b[1mfighting\u001b[22m');
  });
});

describe('colours', () => {
  const outputOn = (isTTY: boolean, env: Record<string, string>): Output =>
    new Output(Object.assign(new PassThrough(), { isTTY, columns: 100 }), new PassThrough(), env);

  it('are only for terminals without NO_COLOR', () => {
    expect(outputOn(true, {})).toMatchObject({ colours: true, width: 100 });
    expect(outputOn(false, {})).toMatchObject({ colours: false, width: 80 });
    expect(outputOn(true, { NO_COLOR: '1' }).colours).toBe(false);
    expect(outputOn(true, { TERM: 'dumb' }).colours).toBe(false);
  });
});

describe('a quantity in words', () => {
  const figure = {
    ...{ variable: 'dead', what: 'people killed', of: null, unit: null, denominator: null, period: null },
    ...{ count: null, low: null, high: null },
    comparator: '=' as const,
  };
  const words = (more: object): string | null =>
    quantityWords({ territory: null, figure: { ...figure, ...more } }, WORDS.en, 'en');

  it.each([
    [{ count: 12_500 }, 'people killed: 12,500'],
    [{ count: 500, comparator: '>' }, 'people killed: more than 500'],
    [{ count: 40, comparator: '~', low: 30, high: 60 }, 'people killed: about 40 (30–60)'],
    [{ low: 30 }, 'people killed: at least 30'],
    [{ high: 60, unit: 'a day', period: 'in May' }, 'people killed: at most 60 a day, in May'],
  ])('%j: %s', (more, expected) => expect(words(more)).toBe(expected));

  it('is a share with its whole, and the party in control', () => {
    const territory = {
      ...{ variable: 'v', area: 'east Aleppo', of: 'the city', share: 0.125, km2: null },
      ...{ comparator: '<=' as const, controller: 'the army', from: null },
    };
    expect(quantityWords({ territory, figure: null }, WORDS.en, 'en')).toBe(
      'east Aleppo: at most 12.5% (the city), controlled by the army',
    );
    expect(quantityWords({ territory: null, figure: null }, WORDS.en, 'en')).toBeNull();
  });
});
