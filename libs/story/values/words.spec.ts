import fc from 'fast-check';
import { anyText } from '../testing/any-text.js';
import { folded } from './folding.js';
import { FORMER, PRESENT, replacer } from './words.js';

const replace = (words: string, text: string, by = '[…]'): string => replacer([words])(text, by);

describe('words in a text', () => {
  it.each([
    ['jane doe', 'Jane Doe was there', '[…] was there'],
    ['Jane Doe', 'JANE  DOE’s car', '[…]’s car'],
    ['Jane Doe', 'Jane-Doe, J\u00e0ne\u00a0Doe\u0301.', '[…], […].'],
    ['Jane Doe', 'Jane Doer and Ojane Doe', 'Jane Doer and Ojane Doe'],
    ['Jane Doe', 'Ja\u200bne D\u00adoe', '[…]'],
    ['Jane Doe', 'Ｊａｎｅ Ｄｏｅ', '[…]'],
    ['Jane Doe', 'J\u0430ne D\u043ee', '[…]'],
    ['Иван Жуков', 'ИВАН ЖУКОВ', '[…]'],
    ['Straße', 'in der STRASSE', 'in der […]'],
    ['ışık', 'Işık yok', '[…] yok'],
    ['أحمد', 'قال احمد أمس', 'قال […] أمس'],
    ['王伟', '记者王伟说', '记者[…]说'],
    ['김철수', '김철수 씨', '[…] 씨'],
    ['a.b', 'A B, a/b and ab', '[…], […] and ab'],
    ['Jane Doe', 'nobody', 'nobody'],
    ['Diyarbakir', 'in Diyarbakır, DİYARBAKIR.', 'in […], […].'],
    ['Diyarbakır', 'in Diyarbakir', 'in […]'],
    ['Łódź', 'Lodz, LODZ, Łódzki', '[…], […], Łódzki'],
    ['Djordjevic Đ', 'Djordjević D.', '[…].'],
    ['Gießen', 'GIESSEN, Gie\u00adßen, Gies', '[…], […], Gies'],
    ['Əliyev', 'ELİYEV’in', '[…]’in'],
    ['Пʼять', "п’ять, п'ять", '[…], […]'],
    ['ОБ’ЄДНАННЯ', 'обʼєднання', '[…]'],
    ['تماس ۱۲۳', 'تماس 123 و تماس ١٢٣', '[…] و […]'],
    ['نیم‌روز', 'نیمروز', '[…]'],
    ['김철수', '김철수가 말했다', '[…]가 말했다'],
    ['김철수', '김철수'.normalize('NFD') + '가', '[…]가'],
    ['김철수'.normalize('NFD'), '기자 김철수의', '기자 […]의'],
    ['김철수', '김철숨, 김철숟가', '김철숨, 김철숟가'],
    ['김철수', '김철숨'.normalize('NFD'), '김철숨'.normalize('NFD')],
    ['ກຳ', 'ຄຳກຳນົດ', 'ຄຳ[…]ນົດ'],
  ])('%s in %s', (words, text, is) => expect(replace(words, text)).toBe(is));

  it('are replaced at the longest match', () =>
    expect(replacer(['Jane', 'Jane Doe'])('Jane Doe and Jane', 'X')).toBe('X and X'));

  it('are not found if there are no letters to look for', () => {
    expect(replace('', 'text')).toBe('text');
    expect(replace(' -\u200b', 'a - b')).toBe('a - b');
  });

  it('are found in every form of a letter that search finds, and replaced exactly', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ıłøđßœæþðə가각ᄒéŋ١Σ'), minLength: 1 }),
        fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'),
        (word, form) => {
          for (const written of [word.normalize(form), folded(word), word.toUpperCase()])
            expect(replace(word, `(${written}) [${written}]`, 'X')).toBe('(X) [X]');
        },
      ),
    ));

  it('are found as before by the rules of version 1', () => {
    const formerly = (word: string, text: string): string => replacer([word], FORMER)(text, '[…]');
    for (const [word, text, then] of [
      ['Diyarbakir', 'DİYARBAKIR, Diyarbakır, D\u0456yarbakir', '[…], […], […]'],
      ['Straße', 'STRASSE', '[…]'],
      ['أحمد', 'قال احمد', 'قال […]'],
      ['王伟', '记者王伟说', '记者[…]说'],
      ['김철수', '김철수 씨, 김철수가', '[…] 씨, 김철수가'],
      ['김철수'.normalize('NFD'), '김철수', '[…]'],
      ['123', '١٢٣, １２３', '١٢٣, […]'],
      ['Əliyev', 'Eliyev', 'Eliyev'],
    ] as const)
      expect(formerly(word, text)).toBe(then);
  });

  it('never distinguish letters that were the same in version 1', () => {
    const now = new Map<string, string>();
    const apart: string[] = [];
    for (let code = 0; code < 0x110000; code += 1) {
      const char = String.fromCodePoint(code);
      if (/[\p{Cn}\p{Co}\p{Cs}]/u.test(char)) continue;
      const [then, is] = [FORMER, PRESENT].map(({ lettersOf }) => lettersOf(char).join(''));
      if ((now.get(then!) ?? is) !== is) apart.push(`U+${code.toString(16)}`);
      now.set(then!, is!);
    }
    expect(apart).toEqual([]);
  });

  it('are not found again after their replacement', () =>
    fc.assert(
      fc.property(anyText(), fc.string({ unit: 'grapheme', minLength: 1 }), (text, words) => {
        const left = replace(words, text, ' ');
        expect(replace(words, left, ' ')).toBe(left);
      }),
    ));
});
