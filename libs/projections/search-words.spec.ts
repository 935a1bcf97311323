import fc from 'fast-check';
import { anyText } from '#story/testing';
import { termsIn, wordCount, wordsOf } from './search-words.js';

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

  it('are separated by everything that is neither a letter nor a digit', () => {
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

  it('are single characters in a script without spaces, or with particles at the end of words', () => {
    expect(wordsOf('停火 talks')).toEqual(['停', '火', 'talks']);
    expect(wordsOf('계엄령을, KBS')).toEqual(['계', '엄', '령', '을', 'kbs']);
    expect(wordsOf('スーパーTV')).toEqual(['ス', 'ー', 'ハ', 'ー', 'tv']);
    expect(wordsOf('ພາສາ')).toEqual([...'ພາສາ']);
    expect(wordsOf('ខ្មែរ၅၆')).toEqual(['ខ', 'ម', 'រ', '56']);
  });

  it('are cut between characters if they are very long', () => {
    expect(wordsOf('x'.repeat(41))).toEqual(['x'.repeat(40)]);
    expect(wordsOf('𐐨'.repeat(41))).toEqual(['𐐨'.repeat(40)]);
  });

  it('stay the same when they are split again', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), anyText()), (text) => {
        expect(wordsOf(wordsOf(text).join(' '))).toEqual(wordsOf(text));
      }),
    ));

  it('are counted with half a word for a character', () => {
    expect([wordCount([]), wordCount(['a', 'b']), wordCount([...'停火', 'a']), wordCount(['停'])]).toEqual([
      0, 2, 2, 1,
    ]);
  });

  it('are indexed in the form in which a search has them', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), anyText()),
        fc.constantFrom('en', 'fr', 'ar', 'hi', 'tr', 'zh-Hant', 'x-none'),
        (text, language) => {
          const words = termsIn(text, language).filter((term) => !term.startsWith('~'));
          expect(words).toEqual(wordsOf(text));
        },
      ),
      { numRuns: 2_000 },
    ));
});

/** The stems of the words of a text. */
const stemsIn = (text: string, language: string): readonly string[] =>
  termsIn(text, language).filter((term) => term.startsWith('~'));

describe('the forms of a word', () => {
  it.each([
    ['en', ['inspection', 'Inspections', 'INSPECTED', 'in\u00adspecting']],
    ['en-GB', ['evacuate', 'evacuated', 'evacuation', 'evacuations']],
    ['fr', ['négociation', 'négociations', 'NÉGOCIER', 'negociations', 'ne\u0301gocie\u0301es']],
    ['de', ['Angriff', 'Angriffe', 'Angriffen']],
    ['es', ['negociación', 'negociaciones', 'negociacion']],
    ['ru', ['военный', 'военного', 'военных', 'ВОЕННЫЙ']],
    ['tr', ['görüşme', 'görüşmeler', 'GÖRÜŞMELER']],
    ['tr', ['IŞIK', 'ışık']],
    ['ar', ['الاجتماع', 'اجتماع', 'الإجتماع']],
    ['ar', ['المحادثات', 'محادثات', 'محادثة', 'للمحادثات']],
    ['nb', ['forhandling', 'forhandlinger', 'forhandlingene']],
    ['pt-BR', ['negociação', 'negociações']],
  ])('of %s share a stem: %s', (language, forms) => {
    const [first, ...rest] = forms.map((form) => stemsIn(form, language));
    expect(first).not.toEqual([]);
    for (const stems of rest)
      expect([stems, stems.some((stem) => first!.includes(stem))]).toEqual([stems, true]);
  });

  it('depend on the language of the text, and are missing without a stemmer', () => {
    expect(stemsIn('talks', 'en')).toEqual(['~en talk']);
    expect(stemsIn('talks', 'de')).toEqual(['~de talk']);
    for (const language of ['ko', 'uk', 'und', 'x-klingon']) expect(stemsIn('talks', language)).toEqual([]);
    expect(stemsIn('停火 2016 계엄령 4f2a T72s', 'en')).toEqual([]);
  });
});
