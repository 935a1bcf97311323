import { languagesOf, worded } from './language.js';

const text = { en: 'talks', fr: 'pourparlers', 'zh-Hant-TW': '會談', ar: '' };

describe('the words of a text', () => {
  it.each([
    [['fr'], 'fr'],
    [['fr-CA'], 'fr'],
    [['FR-ca', 'en'], 'fr'],
    [['zh'], 'zh-Hant-TW'],
    [['zh-Hant'], 'zh-Hant-TW'],
    [['ru', 'fr'], 'fr'],
    [['ru'], 'en'],
    [[], 'en'],
  ])('are, for the languages %p, in %s', (languages, lang) => {
    expect(worded(text, languages)).toEqual({ text: text[lang as 'en'], lang });
  });

  it('are never empty', () => {
    expect(worded(text, ['ar'])?.lang).toBe('en');
    expect(worded({ ar: ' ' }, ['ar'])).toBeNull();
    expect(worded({}, ['en'])).toBeNull();
    expect(worded(null, ['en'])).toBeNull();
  });

  it('prefer the languages asked for, then the story’s own, then English', () => {
    expect(languagesOf(['ru'], { language: 'fr' })).toEqual(['ru', 'fr', 'en']);
  });
});
