import type { ClaimReview, LiveBlogPosting } from 'schema-dts';
import fc from 'fast-check';
import { jsonLd, jsonLdForScript, liveBlogPosting } from './json-ld.js';
import { sampleKilled, sampleState } from './sample-state.js';

const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };

// The compiler holds the node to the vocabulary of schema.org, as schema-dts writes it.
const node: LiveBlogPosting = liveBlogPosting(sampleState, SITE, []);
type Node = ReturnType<typeof liveBlogPosting>;
const read = (text: string): Node & { '@context': unknown } => JSON.parse(text);

describe('a story as JSON-LD', () => {
  it('is a live blog that is read without fetching a context', () => {
    expect(node['@type']).toBe('LiveBlogPosting');
    expect(read(jsonLd(sampleState, SITE))).toMatchObject({
      '@context': { '@vocab': 'https://schema.org/' },
      '@id': 'https://archive.example.org/v1/stories/aleppo-talks',
      headline: 'Secret talks on Aleppo',
      inLanguage: 'en',
      coverageStartTime: sampleState.openedAt,
      coverageEndTime: sampleState.updatedAt,
    });
  });

  it('is in the language that was asked for, each part in one that it has', () => {
    const told = read(jsonLd(sampleState, SITE, ['fr']));
    expect([told.headline, told.inLanguage]).toEqual(['Pourparlers secrets sur Alep', 'fr']);
    expect(told.description).toBe('Talks without the United States.');
  });

  it('reviews claims that this newsroom checked itself, and no others', () => {
    const reviews: readonly ClaimReview[] = liveBlogPosting(sampleState, SITE, []).hasPart;
    expect(reviews).toHaveLength(2);
    expect(JSON.parse(JSON.stringify(reviews))).toMatchObject([
      { '@type': 'ClaimReview', claimReviewed: 'The claim talks', reviewRating: { ratingValue: 5 } },
      { itemReviewed: { '@type': 'Claim' }, reviewRating: { ratingValue: 1, alternateName: 'False' } },
    ]);
  });

  it('says what was killed, taken down and retracted, and has no words of it', () => {
    const [taken, killed, retracted, stands] = liveBlogPosting(sampleState, SITE, []).liveBlogUpdate;
    expect([taken, killed, retracted].map((d) => [d?.articleBody, d?.creativeWorkStatus])).toEqual([
      ['Taken down (a court)', 'Withdrawn'],
      ['Killed: It was wrong.', 'Withdrawn'],
      ['Retracted by the outlet that reported it on 2016-12-01.', 'Withdrawn'],
    ]);
    expect(stands).toMatchObject({ headline: 'Confirmation: a senior opposition official, RIA Novosti' });
    expect(jsonLd(sampleState, SITE)).not.toContain('<2>');
  });

  it('of a killed story is its notice', () => {
    const told = read(jsonLd(sampleKilled, SITE));
    expect([told.headline, told.creativeWorkStatus]).toEqual(['Killed: The story was wrong.', 'Withdrawn']);
    expect(told.liveBlogUpdate).toEqual([]);
  });

  it('may stand in a script element, and is the same there', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constant('</script><!--<script>\u2028&')),
        (text) => {
          const view = { ...sampleState, headline: { en: `x${text}` } };
          const safe = jsonLdForScript(view, SITE);
          expect(safe).not.toMatch(/[<>&\u2028\u2029]/);
          expect(JSON.parse(safe)).toEqual(JSON.parse(jsonLd(view, SITE)));
        },
      ),
    ));
});
