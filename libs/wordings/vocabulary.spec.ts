import {
  AUTHENTICITIES,
  COMPARATORS,
  CORRECTABLE,
  GROUNDS,
  KINDS,
  MEDIA,
  SIGNIFICANCES,
  STANCES,
  STATUSES,
  VERDICTS,
} from '#story';
import { LANGUAGES } from './language.js';
import { capital, filled, listed, partsOfPhrase } from './phrase.js';
import { STATUS_GROUPS } from './status-groups.js';
import { VOCABULARY } from './vocabularies.js';

/** Every text of a vocabulary by its path: `flag.corrected`. */
const textsIn = (value: unknown, path: string): readonly (readonly [path: string, text: string])[] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, member]) => textsIn(member, `${path}.${key}`));

const byPath = (language: (typeof LANGUAGES)[number]) => new Map(textsIn(VOCABULARY[language], ''));

describe('the vocabulary', () => {
  it.each(LANGUAGES)('has a word in %s for every term of a story', (language) => {
    const words = VOCABULARY[language];
    expect(Object.keys(words.status).sort()).toEqual([...STATUSES].sort());
    expect(Object.keys(words.rating).sort()).toEqual([...VERDICTS].sort());
    expect(Object.keys(words.stance).sort()).toEqual([...STANCES].sort());
    expect(Object.keys(words.kind).sort()).toEqual([...KINDS].sort());
    expect(Object.keys(words.significance).sort()).toEqual([...SIGNIFICANCES].sort());
    expect(Object.keys(words.comparator).sort()).toEqual([...COMPARATORS].sort());
    expect(Object.keys(words.grounds).sort()).toEqual([...GROUNDS].sort());
    expect(Object.keys(words.medium).sort()).toEqual([...MEDIA].sort());
    expect(Object.keys(words.authenticity).sort()).toEqual([...AUTHENTICITIES].sort());
    expect(Object.keys(words.field)).toEqual(expect.arrayContaining([...CORRECTABLE]));
    const empty = [...byPath(language)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([['.comparator.=', '']]);
  });

  it('has the same terms in every language, with a gap in the same phrases', () => {
    const gaps = (language: (typeof LANGUAGES)[number]) =>
      [...byPath(language)].map(([path, text]) => `${path} ${partsOfPhrase(text).length}`).sort();
    for (const language of LANGUAGES) expect(gaps(language)).toEqual(gaps('en'));
  });

  it.each(LANGUAGES)('has flags in %s that fit one source and several', (language) => {
    for (const flag of Object.values(VOCABULARY[language].flag))
      expect(flag).not.toMatch(
        /\b(?:says?|has|have|knows?|dit|disent|ont)\b.*\{|\}.*\b(?:says?|has|have|dit|a|ont)\b/,
      );
  });

  it('names no two statuses, and no two stances, alike', () => {
    for (const language of LANGUAGES) {
      const { status, stance } = VOCABULARY[language];
      expect(new Set(Object.values(status).map(({ name }) => name)).size).toBe(STATUSES.length);
      expect(new Set(Object.values(stance)).size).toBe(STANCES.length);
    }
  });
});

it('the groups of statuses have every status once', () => {
  expect(Object.values(STATUS_GROUPS).flat().sort()).toEqual([...STATUSES].sort());
});

describe('a phrase', () => {
  it('is filled where it has a gap', () => {
    expect(filled('qualified by {who}', 'Moscow')).toBe('qualified by Moscow');
    expect(filled('« {words} »', '$& {who}')).toBe('« $& {who} »');
    expect(filled('corrected', 'Moscow')).toBe('corrected');
  });

  it('begins a sentence with a capital', () => {
    expect(capital('s’appuie')).toBe('S’appuie');
    expect(capital('élément')).toBe('Élément');
    expect(capital('')).toBe('');
  });

  it('joins a list as a sentence does', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => listed(items, 'and'))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
