import fc from 'fast-check';
import { anyText } from '#story/testing';
import { sampleKilled, sampleState } from '#formats';
import type { StateView } from '#projections';
import { LANGUAGES, type Language } from '#wordings';
import { readerIn } from './reader.js';
import { storyPage, type StoryPage } from './story-page.js';

const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };
const here = { revision: sampleState.revision, recordedAt: sampleState.updatedAt };

const page = (state: StateView, language: Language = 'en', more: Partial<StoryPage> = {}): string =>
  storyPage({
    state,
    histories: state.claims.items.map(({ id, status, since, revision }) => ({
      claim: id,
      moves: [{ status, since, revision }],
      earlier: false,
    })),
    neighbours: { first: here, previous: null, next: null, latest: here },
    parties: new Map(),
    fixed: false,
    jsonLd: '{}',
    site: SITE,
    reader: readerIn(language, { asked: null, zone: 'UTC', asOf: null }),
    ...more,
  });

/** Elements and attribute names, without texts and values. */
const skeleton = (markup: string): string => markup.replace(/>[^<]*</g, '><').replace(/="[^"]*"/g, '=""');

/** Replaces every text in a state. */
const PROSE = new Set([
  'text',
  'headline',
  'lede',
  'summary',
  'notice',
  'descriptor',
  'explanation',
  'en',
  'fr',
  'name',
  'what',
  'of',
  'unit',
  'area',
  'controller',
  'authority',
  'denominator',
  'period',
]);
function replaced(value: unknown, by: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => replaced(each, by, key));
  if (typeof value === 'string') return PROSE.has(key) ? by : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, by, name)]));
}

const hostile = fc.oneof(
  anyText({ minLength: 1 }).filter((text) => text.trim() !== ''),
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '<!--',
    '</title>',
    '&lt;b&gt;',
    ']]>',
    '\u202e<b>',
  ),
);

describe('the page of a story', () => {
  it('has the same elements and attributes for any text', () => {
    const plain = skeleton(page(replaced(sampleState, 'x') as StateView));
    fc.assert(
      fc.property(hostile, (text) => {
        expect(skeleton(page(replaced(sampleState, text) as StateView))).toBe(plain);
      }),
      { numRuns: 200 },
    );
  });

  it.each(LANGUAGES)('leaves no word out and says none twice, in %s', (language) => {
    const markup = page(sampleState, language);
    expect(markup).not.toMatch(/undefined|\[object|NaN|\bnull\b/);
    const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, to] of markup.matchAll(/\shref="#([^"]*)"/g)) expect(ids).toContain(to);
  });

  it('shows only the notice of a killed story', () => {
    const markup = page(sampleKilled);
    expect(markup).toContain('The story was wrong.');
    expect(markup).toMatch(/<h1>\s*Withdrawn\s*<\/h1>/);
    expect(markup).not.toContain('class="claim"');
  });

  it('is a permalink if the address names a revision', () => {
    const markup = page(sampleState, 'fr', { fixed: true }).replace(/\s+/g, ' ');
    expect(markup).toContain(
      `<link rel="canonical" href="${SITE.origin}/stories/${sampleState.slug}/revisions/${sampleState.revision}"`,
    );
    expect(markup).toContain('Il n’a pas changé depuis.');
  });
});
