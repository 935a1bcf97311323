import { directionOf, pageLanguage } from './language.js';
import { addressOf, inLanguage, readerIn, textIn } from './reader.js';

const reader = readerIn('fr', { asked: null, zone: 'UTC', asOf: null });

describe('a language', () => {
  it('is one of the languages of the pages, or null', () => {
    expect(['fr', 'fr-CA', 'EN-gb', 'frr', 'de'].map(pageLanguage)).toEqual(['fr', 'fr', 'en', null, null]);
  });

  it('has the direction of its script', () => {
    expect(
      ['ar', 'he', 'fa', 'ur', 'ckb', 'ku-Arab', 'fr', 'ar-Latn', 'zh-Hant', 'und'].map(directionOf),
    ).toEqual(['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'auto']);
  });
});

describe('a text', () => {
  it('is in the page’s language, else in the story’s, else in any', () => {
    expect(textIn({ en: 'a', 'fr-CA': 'b' }, reader)).toEqual({ text: 'b', language: 'fr-CA' });
    expect(textIn({ en: 'a', ar: 'c' }, reader, 'ar')).toEqual({ text: 'c', language: 'ar' });
    expect(textIn({ en: 'a' }, reader, 'ar')).toEqual({ text: 'a', language: 'en' });
    expect([textIn({}, reader), textIn(null, reader)]).toEqual([null, null]);
  });

  it('has language attributes if the page has another language', () => {
    expect(inLanguage({ text: '', language: 'fr' }, reader).markup).toBe('');
    expect(inLanguage({ text: '', language: 'fa' }, reader).markup).toBe(' lang="fa" dir="rtl"');
    expect(inLanguage({ text: '', language: 'und' }, reader).markup).toBe(' lang="" dir="auto"');
  });
});

describe('an address', () => {
  it('keeps the requested language, and encodes its parameters', () => {
    expect(addressOf('/', { asked: 'fr' }, { q: 'a&b=c', asOf: null })).toBe('/?q=a%26b%3Dc&lang=fr');
    expect(addressOf('/', { asked: 'fr' }, { lang: 'en' })).toBe('/?lang=en');
    expect(addressOf('/', { asked: null })).toBe('/');
  });
});
