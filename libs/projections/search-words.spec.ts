import fc from 'fast-check';
import { firstWords, MOST_WORDS, wordCount, wordsOf } from './search-words.js';

describe('the words of a text', () => {
  it.each([
    ['été', 'ETE'],
    ['Алеппо', 'АЛЕППО'],
    ['ёлка', 'елка'],
    ['أحمد', 'احمد'],
    ['إلى', 'الي'],
    ['محـــادثات', 'محادثات'],
    ['مُحَادَثات', 'محادثات'],
    ['ﬁnal', 'final'],
    ['２０１٦', '2016'],
    ['ΣΊΣΥΦΟΣ', 'σισυφος'],
    ['Straße', 'STRASSE'],
    ['Hawaiʻi', 'Hawai’i'],
    ['می\u200cخواهم', 'میخواهم'],
    ['서울', '서울'.normalize('NFD')],
  ])('are the same in %s and %s', (written, asked) => {
    expect(wordsOf(written)).toEqual(wordsOf(asked));
  });

  it('are parted by whatever is neither letter nor digit', () => {
    expect(wordsOf('L’accord, «signé» à 10:00 — non?')).toEqual([
      'l',
      'accord',
      'signe',
      'a',
      '10',
      '00',
      'non',
    ]);
    expect(wordsOf(' …!? ')).toEqual([]);
  });

  it('are characters where a script has no spaces, or puts particles at the end', () => {
    expect(wordsOf('停火 talks')).toEqual(['停', '火', 'talks']);
    expect(wordsOf('계엄령을, KBS')).toEqual(['계', '엄', '령', '을', 'kbs']);
    expect(wordsOf('スーパーTV')).toEqual(['ス', 'ー', 'ハ', 'ー', 'tv']);
    expect(wordsOf('ພາສາ')).toEqual([...'ພາສາ']);
    expect(wordsOf('ខ្មែរ၅၆')).toEqual(['ខ', 'ម', 'រ', '56']);
  });

  it('are cut between characters where they are very long', () => {
    expect(wordsOf('x'.repeat(41))).toEqual(['x'.repeat(40)]);
    expect(wordsOf('𐐨'.repeat(41))).toEqual(['𐐨'.repeat(40)]);
  });

  it('are the same again for what is one already', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        expect(wordsOf(wordsOf(text).join(' '))).toEqual(wordsOf(text));
      }),
    ));

  it('are as many as one may ask for: a character counts as half a word', () => {
    expect([wordCount([]), wordCount(['a', 'b']), wordCount([...'停火', 'a']), wordCount(['停'])]).toEqual([
      0, 2, 2, 1,
    ]);
    const many = Array.from({ length: 13 }, (_, n) => `w${n}`);
    expect(firstWords(many)).toEqual(many.slice(0, MOST_WORDS));
    expect(firstWords(['停', ...many])).toEqual(['停', ...many.slice(0, MOST_WORDS - 1)]);
    expect(firstWords(many.slice(0, MOST_WORDS))).toHaveLength(MOST_WORDS);
  });
});
