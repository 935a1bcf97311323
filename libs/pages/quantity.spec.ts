import type { Figure, Territory } from '#story';
import { quantityOf } from './quantity.js';
import { readerIn } from './reader.js';

const figure: Figure = {
  variable: 'v',
  what: 'fighters',
  of: null,
  unit: null,
  denominator: null,
  period: null,
  count: null,
  low: null,
  high: null,
  comparator: '=',
};
const territory: Territory = {
  variable: 'v',
  area: 'east Aleppo',
  of: null,
  share: null,
  km2: null,
  comparator: '=',
  controller: 'the army',
  from: null,
};

function amount(measured: Partial<Figure & Territory>, language: 'en' | 'fr' = 'en'): string {
  const reader = readerIn(language, { asked: null, zone: 'UTC', asOf: null });
  const isTerritory = 'share' in measured || 'km2' in measured;
  const words = quantityOf(
    isTerritory
      ? { territory: { ...territory, ...measured }, figure: null }
      : { territory: null, figure: { ...figure, ...measured } },
    reader,
  )!;
  return words.amount.markup.replace(/<[^>]*>/g, '').replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('a figure in words', () => {
  it.each([
    [{ count: 500, comparator: '>' }, 'more than 500', 'plus de 500'],
    [{ low: 200, high: 300 }, '200–300', 'de 200 à 300'],
    [{ low: 200 }, 'at least 200', 'au moins 200'],
    [{ high: 300 }, 'at most 300', 'au plus 300'],
    [
      { count: 1250, low: 1200, high: 1300, comparator: '~' },
      'about 1,250 (1,200–1,300)',
      'environ 1 250 (de 1 200 à 1 300)',
    ],
    [{ count: 3, unit: 'lorries' }, '3 lorries', '3 lorries'],
    [{ share: 0.5 }, '50%', '50 %'],
    [{ share: 0.333, comparator: '<' }, 'less than 33.3%', 'moins de 33,3 %'],
    [{ km2: 12.5 }, '12.5 km²', '12,5 km²'],
  ] as const)('%j', (measured, english, french) => {
    expect([amount(measured), amount(measured, 'fr')]).toEqual([english, french]);
  });

  it('gives the subject, and who controls it', () => {
    const reader = readerIn('en', { asked: null, zone: 'UTC', asOf: null });
    const of = { share: 0.5, of: 'what rebels held', from: 'rebels' };
    expect(
      quantityOf({ territory: { ...territory, ...of }, figure: null }, reader)!.of.markup.replace(
        /<[^>]*>/g,
        '',
      ),
    ).toBe('east Aleppo (of what rebels held), controlled by the army, taken from rebels');
    expect(quantityOf({ territory: null, figure: null }, reader)).toBeNull();
  });
});
