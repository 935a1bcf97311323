import type { FastifyRequest } from 'fastify';
import { inLanguage, languagesAsked } from './asked-languages.js';

const asked = (header: string | undefined, lang?: string) =>
  languagesAsked({ headers: { 'accept-language': header } } as FastifyRequest, lang);

it('puts the language of the address before those of the header, which are by weight', () => {
  expect(asked('de;q=0.2, fr-CH, en;q=0.5', 'es')).toEqual({
    languages: ['es', 'fr-CH', 'en', 'de'],
    lang: 'es',
  });
  expect(asked('de;q=0.2, fr-CH, en;q=0.5')).toEqual({ languages: ['fr-CH', 'en', 'de'], lang: null });
  expect(asked(undefined)).toEqual({ languages: [], lang: null });
});

it('has each language once, ignores what is no language, and takes at most eight', () => {
  expect(asked('fr, *;q=0.1', 'fr').languages).toEqual(['fr']);
  expect(asked('x, en, abcdefghi').languages).toEqual(['en']);
  expect(asked('aa, ab, ac, ad, ae, af, ag, ah, ai').languages).toHaveLength(8);
});

it('keeps the language of the address in other addresses, but not that of the header', () => {
  expect(inLanguage('/v1/stories', asked(undefined, 'fr'))).toBe('/v1/stories?lang=fr');
  expect(inLanguage('/v1/stories?limit=1', asked(undefined, 'fr'))).toBe('/v1/stories?limit=1&lang=fr');
  expect(inLanguage('/v1/stories', asked('fr'))).toBe('/v1/stories');
});
