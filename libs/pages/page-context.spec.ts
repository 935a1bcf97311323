import { readerIn } from './reader.js';
import {
  askedWords,
  chainWords,
  partiesIn,
  pageContextOf,
  type ChainView,
  type DevelopmentView,
} from './page-context.js';

const outlet = (party: string, called: string): ChainView[number] => ({
  party,
  name: called,
  type: 'outlet',
  side: null,
  speaksFor: null,
});
const FT = outlet('financial-times', 'Financial Times');
const RIA = outlet('ria-novosti', 'RIA Novosti');
const GAZETA = outlet('gazeta-ru', 'Gazeta.ru');
const FOUR: ChainView[number] = {
  unnamed: {
    origin: 'four',
    descriptor: {
      en: 'four members of the Syrian opposition',
      fr: 'quatre membres de l’opposition syrienne',
    },
    count: 4,
    side: 'opposition',
  },
};
const ZAKHAROVA: ChainView[number] = {
  party: 'zakharova',
  name: 'Maria Zakharova',
  type: 'person',
  side: 'russia',
  speaksFor: 'russian-foreign-ministry',
};
const TURKEY: ChainView[number] = { ...outlet('turkey', 'Turkey'), type: 'state' };

const development = (chain: ChainView): DevelopmentView =>
  ({ attribution: [chain], assertions: [] }) as unknown as DevelopmentView;

/** The text without markup. */
function textOf(chain: ChainView, language: 'en' | 'fr' = 'en', words = chainWords): string {
  const state = { language: 'en', developments: { items: [development(chain)] } };
  const reader = readerIn(language, { asked: null, zone: 'UTC', asOf: null });
  return words(chain, pageContextOf(state, new Map(), reader)).markup.replace(/<[^>]*>/g, '');
}

describe('a chain of attribution in words', () => {
  it('names the outlet first, and says who is not named', () => {
    expect(textOf([FT, FOUR])).toBe(
      'Financial Times, citing four members of the Syrian opposition (not named)',
    );
    expect(textOf([FT, FOUR], 'fr')).toBe(
      'Financial Times, citant quatre membres de l’opposition syrienne (sources non nommées)',
    );
  });

  it('includes every link down to the origin', () => {
    expect(textOf([GAZETA, RIA, FOUR])).toBe(
      'Gazeta.ru, citing RIA Novosti, which cites four members of the Syrian opposition (not named)',
    );
  });

  it('says if an outlet names no source, and for whom a person speaks', () => {
    expect(textOf([RIA])).toBe('RIA Novosti (names no source)');
    expect(textOf([{ ...RIA, standing: 'witness' }])).toBe('RIA Novosti (was there)');
    expect(textOf([{ ...RIA, standing: 'principal' }])).toBe('RIA Novosti');
    expect(textOf([FT, ZAKHAROVA])).toBe(
      'Financial Times, citing Maria Zakharova (for russian foreign ministry)',
    );
  });

  it('gives the medium, issuer, date and authenticity of a document', () => {
    const document = {
      origin: 'report',
      medium: 'text',
      title: { en: 'Inspection report', fr: 'Rapport d’inspection' },
      issuer: { name: 'the harbour office' },
      date: '2015-03-12',
      seen: 'a reading room',
      sha256: null,
      authenticity: 'unverified',
    } as const;
    const report: ChainView[number] = { document };
    expect(textOf([FT, report])).toBe(
      'Financial Times, citing the document “Inspection report”, issued by the harbour office, dated 12 March 2015, seen at a reading room (not verified by us)',
    );
    expect(textOf([report], 'fr')).toBe(
      'le document «\u00a0Rapport d’inspection\u00a0», publié par the harbour office, date\u00a0: 12 mars 2015, vu ici\u00a0: a reading room (authenticité non vérifiée par nous)',
    );
    const party = { party: 'moscow', name: 'Moscow', type: 'state' } as const;
    const video: ChainView[number] = {
      document: {
        ...document,
        medium: 'video',
        issuer: party,
        date: null,
        seen: null,
        authenticity: 'verified',
      },
    };
    expect(textOf([video])).toBe('the video “Inspection report”, published by Moscow (verified by us)');
    expect(textOf([video], 'fr')).toBe(
      'la vidéo «\u00a0Rapport d’inspection\u00a0», publiée par Moscow (authenticité vérifiée par nous)',
    );
    expect([...partiesIn({ language: 'en', developments: { items: [development([video])] } })]).toEqual([
      'moscow',
    ]);
    const disputed: ChainView[number] = {
      document: { ...document, medium: 'video', authenticity: 'disputed' },
    };
    expect(textOf([disputed])).toMatch(/\(authenticity disputed\)$/);
    expect(textOf([disputed], 'fr')).toMatch(/\(authenticité contestée\)$/);
  });

  it('links the title of a document to the web address where it was seen', () => {
    const at = (seen: string): string => {
      const document = {
        origin: 'd',
        medium: 'text',
        title: { en: 'T' },
        issuer: null,
        date: null,
        seen,
        sha256: null,
        authenticity: 'unverified',
      } as const;
      const state = { language: 'en', developments: { items: [development([{ document }])] } };
      const reader = readerIn('en', { asked: null, zone: 'UTC', asOf: null });
      return chainWords([{ document }], pageContextOf(state, new Map(), reader)).markup;
    };
    expect(at('https://example.org/a?b=1&c="2"')).toContain(
      '<a class="outside" href="https://example.org/a?b=1&amp;c=&quot;2&quot;" rel="nofollow noreferrer">',
    );
    expect(at('javascript:alert(1)')).not.toContain('href');
  });

  it('marks material that circulates without verification', () => {
    const messages: ChainView[number] = { rumour: { origin: 'r', descriptor: { en: 'messages on phones' } } };
    expect(textOf([FT, messages])).toBe(
      'Financial Times, citing messages on phones (circulating, not verified)',
    );
    expect(textOf([messages], 'fr')).toBe('messages on phones (circule, non vérifié)');
  });

  it('begins with the source that did not comment', () => {
    expect(textOf([FT, TURKEY], 'en', askedWords)).toBe('Turkey, asked by Financial Times');
    expect(textOf([GAZETA, FT, TURKEY], 'en', askedWords)).toBe(
      'Gazeta.ru, citing Financial Times, which cites Turkey',
    );
  });

  it('links a party to its record, as of the same moment', () => {
    const state = { language: 'en', developments: { items: [development([FT, ZAKHAROVA])] } };
    expect([...partiesIn(state)]).toEqual(['financial-times', 'zakharova', 'russian-foreign-ministry']);
    const reader = readerIn('en', { asked: 'en', zone: 'UTC', asOf: '2016-12-01T10:00:00.000Z' });
    const parties = new Map([['russian-foreign-ministry', 'Russian foreign ministry']]);
    expect(chainWords([FT, ZAKHAROVA], pageContextOf(state, parties, reader)).markup).toContain(
      '<a href="/parties/russian-foreign-ministry?asOf=2016-12-01T10:00:00.000Z&amp;lang=en"><bdi>Russian foreign ministry</bdi></a>',
    );
  });
});
