import fc from 'fast-check';
import { highlight, type Part } from './highlight.js';

const TEXT =
  'The ministry announced on Thursday that an inspection of the plant had been put off. ' +
  'It did not say for how long. Inspectors of the agency had waited at the gate since the morning, and left at noon. ' +
  'A second inspection is to follow; whether the inspections go on after that, nobody wanted to say.';

const wanted = (...words: readonly (readonly string[])[]) => words.map((terms) => new Set(terms));
const whole = (parts: readonly Part[]): string => parts.map(({ text }) => text).join('');
const marked = (parts: readonly Part[]): readonly string[] =>
  parts.filter((part) => part.matched).map(({ text }) => text);

describe('an excerpt', () => {
  it('has the wanted words in every form, and is cut between words', () => {
    const parts = highlight(TEXT, 'en', wanted(['inspection', '~en inspect'], ['follow']));
    expect(marked(parts)).toEqual(['inspection', 'follow', 'inspections']);
    expect(whole(parts)).toBe(
      '… at the gate since the morning, and left at noon. A second inspection is to follow; whether the inspections go on after that, nobody wanted to say.',
    );
  });

  it('is the whole of a short text, and the beginning of a long one without a wanted word', () => {
    expect(highlight('Talks in Ankara', 'en', wanted(['talks']))).toEqual([
      { text: 'Talks', matched: true },
      { text: ' in Ankara', matched: false },
    ]);
    const parts = highlight(TEXT, 'en', wanted(['nowhere']));
    expect(whole(parts)).toMatch(/^The ministry .* …$/);
  });

  it('marks characters of scripts without spaces, and syllables that are written in parts', () => {
    expect(marked(highlight('外交部周四否認在安卡拉開始會談', 'zh', wanted(['安'], ['卡'], ['拉'])))).toEqual(
      ['安卡拉'],
    );
    const parts = '계엄령을'.normalize('NFD');
    expect(marked(highlight(parts, 'ko', wanted(['계'], ['엄'])))).toEqual(['계엄'.normalize('NFD')]);
  });

  it('has no other words than the text', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('talks', ' ', '停', 'word ')), {
          maxLength: 120,
        }),
        (pieces) => {
          const text = pieces.join('');
          const parts = highlight(text, 'en', wanted(['talks'], ['停']));
          const inner = whole(parts).replace(/^… /, '').replace(/ …$/, '');
          expect(text).toContain(inner);
          expect(whole(parts).length).toBeLessThanOrEqual(340);
          for (const word of marked(parts)) expect(text).toContain(word);
        },
      ),
    ));
});
