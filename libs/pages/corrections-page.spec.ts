import type { WordedAmendment as Amendment, Difference } from '#projections';
import { correctionsPage } from './corrections-page.js';
import { readerIn } from './reader.js';

const change = (type: Amendment['type'], ...changes: readonly Difference[]): Amendment => ({
  position: '9',
  id: '5a3c1e00-0000-5000-8000-000000000001',
  type,
  story: { id: '5a3c1e00-0000-5000-8000-000000000002', slug: 'aleppo-talks' },
  revision: '7',
  recordedAt: '2016-12-05T11:00:00.000Z',
  occurred: null,
  occurredBounds: null,
  time: '2016-12-05T11:00:00.000Z',
  significance: 'substantive',
  whole: false,
  changes,
  words: {
    headline: { en: 'Secret talks on Aleppo', fr: 'Pourparlers secrets sur Alep' },
    language: 'en',
    parties: new Map([['moscow', 'Moscow']]),
    claims: {
      'us-excluded': {
        was: { en: 'The United States is left out' },
        is: { en: 'The United States takes no part', fr: 'Les États-Unis n’y prennent pas part' },
      },
    },
  },
});

const pageOf = (changes: readonly Amendment[], language: 'en' | 'fr' = 'en'): string =>
  correctionsPage({
    changes,
    next: 'abc',
    cursor: null,
    limit: null,
    feed: '/v1/corrections.atom',
    site: { origin: '', name: 'Dateline' },
    reader: readerIn(language, { asked: null, zone: 'UTC', asOf: null }),
  })
    .replace(/\s+/g, ' ')
    .replace(/^.*<main[^>]*>/, '');

const words = (markup: string): string => markup.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');

describe('the record of corrections', () => {
  it('says what a correction changed, and in which story', () => {
    const page = pageOf([
      change('DevelopmentCorrected', {
        path: '/corrections/c',
        was: null,
        is: {
          id: 'c',
          development: 'd',
          class: 'clarification',
          notice: { en: 'It was put badly.' },
          changes: [
            { field: 'text', was: { en: 'Badly.' }, is: { en: 'Well.' } },
            { field: 'place', withheld: true },
          ],
          revision: '7',
          at: '2016-12-05T11:00:00.000Z',
        },
      }),
    ]);
    expect(words(page)).toMatch(
      /Clarification 5 December 2016, 11:00 UTC .*in the story Secret talks on Aleppo.*It was put badly\..*It said: Badly\.\s*It says now: Well\..*The earlier version is withheld\./,
    );
    expect(page).toContain('href="/stories/aleppo-talks/revisions/7#development-d"');
    expect(page).toContain('href="/corrections?cursor=abc"');
  });

  it('names who retracted, the old status of a claim, and the notice of a kill', () => {
    const page = words(
      pageOf([
        change('DevelopmentRetracted', {
          path: '/developments/d/retracted',
          was: null,
          is: { by: 'us', at: '2016-12-05T11:00:00.000Z' },
        }),
        change('AssertionWithdrawn', {
          path: '/claims/us-excluded/status',
          was: 'reported',
          is: 'withdrawn',
        }),
        change('StoryKilled', {
          path: '/notice',
          was: null,
          is: { how: 'killed', notice: { en: 'All wrong.' } },
        }),
      ]),
    );
    expect(page).toContain('Retracted by us on 5 December 2016, 11:00 UTC.');
    expect(page).toContain('The United States takes no part: Withdrawn ← Reported');
    expect(page).not.toMatch(/us.excluded|aleppo.talks/);
    expect(page).toContain('All wrong.');
  });

  it('shows a changed verdict before and after', () => {
    const changed = (is: string | null) =>
      change(is === null ? 'JudgementRevoked' : 'ClaimJudged', {
        path: '/corrections/c',
        was: null,
        is: {
          id: 'c',
          claim: 'us-excluded',
          class: 'correction',
          notice: null,
          changes: [{ field: 'verdict', was: 'refuted', is }],
          revision: '7',
          at: '2016-12-05T11:00:00.000Z',
        },
      });
    expect(words(pageOf([changed('mostly-true')]))).toMatch(
      /Correction .* of the claim The United States takes no part .*this newsroom’s verdict\s*It said: refuted\s*It says now: mostly true/,
    );
    expect(words(pageOf([changed(null)]))).toMatch(/It said: refuted\s*It says now: nothing/);
    expect(words(pageOf([changed('unproven')], 'fr'))).toMatch(/réfuté.*non établi/);
  });

  it('shows an assertion with the text of the claim at that time', () => {
    const assertion = { claim: 'us-excluded', origin: 'moscow' };
    const correction = (more: object): Difference => ({
      path: '/corrections/c',
      was: null,
      is: {
        id: 'c',
        development: 'd',
        class: 'correction',
        notice: null,
        revision: '7',
        at: '2016-12-05T11:00:00.000Z',
        ...more,
      },
    });
    const changes = [
      {
        field: 'assertions',
        was: [{ ...assertion, stance: 'denies' }],
        is: [{ ...assertion, stance: 'asserts', origin: '5a3c1e00-0000-5000-8000-000000000009' }],
      },
    ];
    const page = words(pageOf([change('DevelopmentCorrected', correction({ changes }))]));
    expect(page).toMatch(
      /It said: Moscow: denies, “The United States is left out”.*It says now: a source: says so, “The United States takes no part”/,
    );
    const french = words(pageOf([change('DevelopmentCorrected', correction({ changes }))], 'fr'));
    expect(french).toContain('Pourparlers secrets sur Alep');
  });

  it('leaves out a refile that only changes data', () => {
    const refile = (field: string): Amendment =>
      change('DevelopmentCorrected', {
        path: '/corrections/c',
        was: null,
        is: {
          id: 'c',
          development: 'd',
          class: 'refile',
          notice: null,
          changes: [{ field, was: null, is: 'x' }],
        },
      });
    expect(words(pageOf([refile('occurred')]))).toContain('Nothing has been corrected yet.');
    expect(words(pageOf([refile('text')]))).toContain('Refile');
  });

  it('says if it is empty', () => {
    expect(words(pageOf([]))).toContain('Nothing has been corrected yet.');
    expect(words(pageOf([], 'fr'))).toContain('Rien n’a encore été rectifié.');
  });
});
