import type { Amendment, Difference } from '#projections';
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
});

const told = (changes: readonly Amendment[], language: 'en' | 'fr' = 'en'): string =>
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
  it('tells what a correction changed, and in which story', () => {
    const page = told([
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
      /Clarification 5 December 2016, 11:00 .*It was put badly\..*It said: Badly\.\s*It says now: Well\..*What it was is withheld\./,
    );
    expect(page).toContain('href="/stories/aleppo-talks/revisions/7#development-d"');
    expect(page).toContain('href="/corrections?cursor=abc"');
  });

  it('tells of a retraction by whom, of a claim what it was, of a kill its notice', () => {
    const page = words(
      told([
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
    expect(page).toContain('Retracted by us on 5 December 2016, 11:00.');
    expect(page).toContain('us excluded: Withdrawn ← Reported');
    expect(page).toContain('All wrong.');
  });

  it('tells of a verdict that was changed what it was and is', () => {
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
    expect(words(told([changed('mostly-true')]))).toMatch(
      /Correction .* of the claim us excluded .*this newsroom’s verdict\s*It said: Refuted\s*It says now: Mostly true/,
    );
    expect(words(told([changed(null)]))).toMatch(/It said: Refuted\s*It says now: nothing/);
    expect(words(told([changed('unproven')], 'fr'))).toMatch(/Réfuté.*Non établi/);
  });

  it('says that there is nothing', () => {
    expect(words(told([]))).toContain('Nothing has been corrected yet.');
    expect(words(told([], 'fr'))).toContain('Rien n’a encore été rectifié.');
  });
});
