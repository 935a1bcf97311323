import fc from 'fast-check';
import { anyText } from '../testing/any-text.js';
import { folded } from './folding.js';

// oxlint-disable-next-line eslint/no-restricted-globals -- they read the Unicode tables of the runtime
const { Collator, NumberFormat, supportedValuesOf } = Intl;
/** Compares letters and ignores case and accents. */
const { compare } = new Collator('und', { sensitivity: 'base' });

/** Every Unicode character except surrogates. */
const ALL: readonly string[] = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));
const letters = ALL.filter((char) => /\p{L}/u.test(char));
const named = (char: string): string => `${char} U+${char.codePointAt(0)!.toString(16).toUpperCase()}`;

/** The Greek iota subscript is a mark that nobody writes today. Only capitals write it as a letter beside the vowel. */
const hasIotaBeneath = (char: string): boolean => char.normalize('NFKD').includes('\u0345');

describe('the folded form of a text', () => {
  it.each([
    ['IŞIK KESİNTİSİ', 'isik kesintisi'],
    ['ışık', 'isik'],
    ['Diyarbakır', 'diyarbakir'],
    ['DİYARBAKIR', 'diyarbakir'],
    ['Fußball, FUSSBALL, GIEẞEN', 'fussball, fussball, giessen'],
    ['l’Œuvre', 'l’oeuvre'],
    ['Łódź', 'lodz'],
    ['Tromsø', 'tromso'],
    ['Đà Nẵng, Đorđević', 'da nang, dordevic'],
    ['Þingvellir, Seyðisfjörður', 'thingvellir, seydisfjordur'],
    ['Ærø', 'aero'],
    ['Ħaż-Żebbuġ', 'haz-zebbug'],
    ['Sáŋŋá, Ŧ', 'sanna, t'],
    ['Əliyev', 'eliyev'],
    ['Ƙasa, Ɗan, Ɓauna', 'kasa, dan, bauna'],
    ['ﬁnal', 'final'],
    ['ΣΊΣΥΦΟΣ Σίσυφος', 'σισυφοσ σισυφοσ'],
    ['ᾠδή', 'ωδη'],
    ['ёлка Ґанок', 'елка ганок'],
    ['п\u02bcять', "п'ять"],
    ['أحمد إلى ٱلله', 'احمد الي الله'],
    ['محـــادثات مُحَادَثات', 'محادثات محادثات'],
    ['שלום', 'שלומ'],
    ['می\u200cخواهم', 'ميخواهم'],
    ['क्\u200dष', 'कष'],
    ['Ver\u00adtrag, a\ufe0fb, a\u{e0100}b, \ufeffa\u2060b\u200b', 'vertrag, ab, ab, ab'],
    ['٢٠١٦ ۲۰۱۶ २०१६ ２０１６ 𝟚𝟘𝟙𝟞', '2016 2016 2016 2016 2016'],
    ['계엄령', '계엄령'],
    ['계엄령'.normalize('NFD'), '계엄령'],
    ['ᄒ\u200dᅡ\u200dᆫ', '한'],
  ])('of %s is %s', (text, is) => expect(folded(text)).toBe(is));

  it('differs for different words', () => {
    for (const [a, b] of [
      ['kot', 'кот'],
      ['Müller', 'Mueller'],
      ['가', '나'],
      ['か', 'カ'],
    ] as const)
      expect(folded(a)).not.toBe(folded(b));
  });

  it('is the same for letters that Unicode relates by case or compatibility', () => {
    const apart = letters
      .filter((char) => !hasIotaBeneath(char))
      .filter((char) =>
        [
          char.toLowerCase(),
          char.toUpperCase(),
          char.normalize('NFC'),
          char.normalize('NFKD'),
          char.normalize('NFD').toUpperCase(),
        ].some((related) => folded(related) !== folded(char)),
      );
    expect(apart.map(named)).toEqual([]);
  });

  it('of a Latin letter of a living language is the ASCII letter with which Unicode sorts it', () => {
    const ascii = [...'abcdefghijklmnopqrstuvwxyz', 'ae', 'oe', 'ss'];
    // Up to Latin Extended-B, and Latin Extended Additional: only linguists and medievalists use the rest.
    const latin = letters.filter((char) => /[\u0080-\u024f\u1e00-\u1eff]/u.test(char));
    const apart = latin.flatMap((char) =>
      ascii
        .filter((one) => compare(char, one) === 0 && folded(char).replace('·', '') !== one)
        .map((one) => `${named(char)} is ${one}`),
    );
    expect(apart).toEqual([]);
  });

  it('has one form for final and other letters of Hebrew and Greek, as in the order of Unicode', () => {
    const alphabet = letters.filter((char) => /[\u05d0-\u05ea\u03b1-\u03c9]/u.test(char));
    const apart = alphabet.flatMap((a) =>
      alphabet.filter((b) => compare(a, b) === 0 && folded(a) !== folded(b)).map((b) => `${a} is ${b}`),
    );
    expect(apart).toEqual([]);
  });

  it('has ASCII digits instead of those of any script', () => {
    const digits = ALL.filter((char) => /\p{Nd}/u.test(char));
    expect(digits.length % 10).toBe(0);
    expect(digits.filter((char) => !/^[0-9]$/.test(folded(char))).map(named)).toEqual([]);
    const systems = supportedValuesOf('numberingSystem').map((numberingSystem) => {
      const { format } = new NumberFormat('en', { numberingSystem, useGrouping: false });
      return Array.from({ length: 10 }, (_, n) => format(n));
    });
    const decimal = systems.filter((system) => system.every((digit) => /^\p{Nd}$/u.test(digit)));
    expect(decimal.length).toBeGreaterThan(60);
    for (const system of decimal) expect(system.map(folded)).toEqual([...'0123456789']);
  });

  it('has no marks and no invisible characters', () => {
    const left = ALL.filter((char) => /[\p{M}\p{Default_Ignorable_Code_Point}]/u.test(folded(char)));
    expect(left.map(named)).toEqual([]);
  });

  it('does not change when it is folded again, for every character', () =>
    expect(ALL.filter((char) => folded(folded(char)) !== folded(char)).map(named)).toEqual([]));

  const text = fc.oneof(
    anyText(),
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'ΣσςıİIßſﬁאם한하각\u0301\u0345\u200d١ŉ', ' ') }),
  );
  it('does not change when it is folded again, and does not depend on case and composition', () =>
    fc.assert(
      fc.property(text, (one) => {
        const is = folded(one);
        expect(folded(is)).toBe(is);
        expect(folded(one.toLowerCase())).toBe(is);
        const upper = hasIotaBeneath(one) ? one : one.toUpperCase();
        expect(folded(upper)).toBe(is);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const)
          expect(folded(one.normalize(form))).toBe(is);
      }),
      { numRuns: 1_000 },
    ));

  it('is the sequence of the folded characters', () =>
    fc.assert(
      fc.property(text, (one) => {
        expect([...one].map(folded).join('').normalize('NFC')).toBe(folded(one));
      }),
      { numRuns: 1_000 },
    ));
});
