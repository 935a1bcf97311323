import fc from 'fast-check';
import { normalForm, wordsOf } from './normal-form.js';

describe('the normal form of words', () => {
  it.each([
    ['été', 'ETE'],
    ['Алеппо', 'АЛЕППО'],
    ['ёлка', 'елка'],
    ['أحمد', 'احمد'],
    ['إلى', 'الي'],
    ['محـــادثات', 'محادثات'],
    ['مُحَادَثات', 'محادثات'],
    ['ﬁnal', 'final'],
    ['２０１６', '2016'],
    ['ΣΊΣΥΦΟΣ', 'σισυφος'],
  ])('finds %s by %s', (written, asked) => {
    expect(wordsOf(written)).toEqual(wordsOf(asked));
  });

  it('tells words apart at whatever is neither letter nor digit', () => {
    expect(wordsOf('L’accord, «signé» à 10:00 — non?')).toEqual([
      'l',
      'accord',
      'signe',
      'a',
      '10',
      '00',
      'non',
    ]);
    expect(wordsOf('停火 talks')).toEqual(['停', '火', 'talks']);
    expect(wordsOf(' …!? ')).toEqual([]);
  });

  it('is the same again for what is in it already', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(wordsOf(wordsOf(text).join(' '))).toEqual(wordsOf(text));
        expect(normalForm(normalForm(text))).toBe(normalForm(text));
      }),
    ));
});
