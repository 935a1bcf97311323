import type {
  BlogPosting,
  BlogPostingLeaf,
  Claim,
  ClaimLeaf,
  ClaimReview,
  ClaimReviewLeaf,
  CorrectionComment,
  CorrectionCommentLeaf,
  CreativeWorkLeaf,
  DefinedTermLeaf,
  DigitalDocumentLeaf,
  LiveBlogPosting,
  LiveBlogPostingLeaf,
  MediaObjectLeaf,
  PlaceLeaf,
  RatingLeaf,
  VideoObjectLeaf,
} from 'schema-dts';
import fc from 'fast-check';
import { anyText } from '#story/testing';
import type { Verdict } from '#story';
import { jsonLd, jsonLdForScript, liveBlogPosting } from './json-ld.js';
import { sampleKilled, sampleState } from './sample-state.js';

const DATE_TIME = { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' };
const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };

// The compiler checks each node against the vocabulary of schema.org, in the types of schema-dts. Each is checked alone:
// inside another node, anything with an `@id` would pass as a reference.
const rendered = liveBlogPosting(sampleState, SITE, []);
const node: LiveBlogPosting = rendered;
const updates: readonly BlogPosting[] = rendered.liveBlogUpdate;
const corrections: readonly CorrectionComment[] = rendered.correction;
const reviews: readonly ClaimReview[] = rendered.hasPart;
const claims: readonly Claim[] = rendered.hasPart.map((review) => review.itemReviewed);
type Node = typeof rendered;

/** True if a type has every member of a node. An assignment alone would accept a wrong name. */
type Names<Leaf, Of> = [Exclude<keyof Of, keyof Leaf>] extends [never] ? true : Exclude<keyof Of, keyof Leaf>;
type Update = Node['liveBlogUpdate'][number];
type Review = Node['hasPart'][number];
type Work = NonNullable<
  Extract<NonNullable<Update['citation']>[number], { readonly isBasedOn?: unknown }>['isBasedOn']
>;
const named: readonly [
  Names<LiveBlogPostingLeaf, Node>,
  Names<BlogPostingLeaf, Update>,
  Names<CreativeWorkLeaf, NonNullable<Update['citation']>[number]>,
  Names<DigitalDocumentLeaf, Work>,
  Names<VideoObjectLeaf, Work>,
  Names<MediaObjectLeaf, NonNullable<Work['encoding']>>,
  Names<ClaimReviewLeaf, Review>,
  Names<ClaimLeaf, Review['itemReviewed']>,
  Names<RatingLeaf, Review['reviewRating']>,
  Names<CorrectionCommentLeaf, Node['correction'][number]>,
  Names<DefinedTermLeaf, Node['about'][number]>,
  Names<PlaceLeaf, Node['contentLocation'][number]>,
] = [true, true, true, true, true, true, true, true, true, true, true, true];
const read = (text: string): Node & { '@context': unknown } => JSON.parse(text);

function ratingOf(status: Verdict, language: string) {
  const [claim] = sampleState.claims.items;
  const claims = { ...sampleState.claims, items: [{ ...claim!, status }] };
  return read(jsonLd({ ...sampleState, claims }, SITE, [language])).hasPart[0]!.reviewRating;
}

describe('a story as JSON-LD', () => {
  it('is a live blog that programs read without fetching a context', () => {
    expect([node['@type'], new Set(named).size]).toEqual(['LiveBlogPosting', 1]);
    expect(read(jsonLd(sampleState, SITE))).toMatchObject({
      '@context': { '@vocab': 'https://schema.org/', datePublished: DATE_TIME, dateModified: DATE_TIME },
      '@id': 'https://archive.example.org/v1/stories/aleppo-talks',
      headline: 'Secret talks on Aleppo',
      inLanguage: 'en',
      coverageStartTime: sampleState.openedAt,
      coverageEndTime: sampleState.updatedAt,
    });
  });

  it('names the newsroom by one `@id`, as author and as publisher', () => {
    const { author, publisher, liveBlogUpdate } = read(jsonLd(sampleState, SITE));
    const newsroom = { '@type': 'NewsMediaOrganization', '@id': 'https://archive.example.org/#newsroom' };
    expect([author, publisher]).toMatchObject([newsroom, newsroom]);
    expect(liveBlogUpdate[0]!.author).toMatchObject(newsroom);
  });

  it('is in the language asked for; a part without it is in another', () => {
    const of = read(jsonLd(sampleState, SITE, ['fr']));
    expect([of.headline, of.inLanguage]).toEqual(['Pourparlers secrets sur Alep', 'fr']);
    expect(of.description).toBe('Talks without the United States.');
  });

  it('reviews only claims that this newsroom checked', () => {
    expect([reviews.length, claims.length]).toEqual([2, 2]);
    expect(JSON.parse(JSON.stringify(reviews))).toMatchObject([
      { '@type': 'ClaimReview', claimReviewed: 'The claim talks', reviewRating: { ratingValue: 5 } },
      { itemReviewed: { '@type': 'Claim' }, reviewRating: { ratingValue: 1, alternateName: 'False' } },
    ]);
  });

  it.each([
    ['verified', 5, 'True', 'Vrai'],
    ['mostly-true', 4, 'Mostly true', 'Plutôt vrai'],
    ['missing-context', 3, 'Missing context', 'Manque de contexte'],
    ['misleading', 2, 'Misleading', 'Trompeur'],
    ['refuted', 1, 'False', 'Faux'],
  ] as const)('rates “%s” as %i of 5, named in both languages', (status, ratingValue, en, fr) => {
    const [scale] = [{ ratingValue, bestRating: 5, worstRating: 1 }];
    expect(ratingOf(status, 'en')).toMatchObject({ ...scale, alternateName: en });
    expect(ratingOf(status, 'fr')).toMatchObject({ ...scale, alternateName: fr });
  });

  it('gives no number to an unproven claim', () =>
    expect(ratingOf('unproven', 'en')).toEqual({
      '@type': 'Rating',
      alternateName: 'Unproven',
      ratingExplanation: expect.any(String),
    }));

  it('gives the former and the present verdict if it was changed', () => {
    const changed = (was: string | null, is: string | null, ...asked: readonly string[]) => {
      const [one] = sampleState.corrections.items;
      const items = [{ ...one!, notice: null, changes: [{ field: 'verdict', was, is }] }];
      return read(jsonLd({ ...sampleState, corrections: { total: 1, next: null, items } }, SITE, asked))
        .correction[0]!.text;
    };
    expect(changed('refuted', 'mostly-true')).toBe('Our verdict was: False; it is now: Mostly true.');
    expect(changed('refuted', null)).toBe('Our verdict was: False; it is revoked.');
    expect(changed('refuted', 'verified', 'fr')).toBe(
      'Notre verdict était : Faux ; il est maintenant : Vrai.',
    );
    expect(changed('unproven', null, 'fr')).toBe('Notre verdict était : Non établi ; il est annulé.');
  });

  it('says what was corrected, with the notice to readers, and omits the former words', () => {
    expect(corrections).toMatchObject([
      { text: 'Clarification: the wording', datePublished: sampleState.corrections.items[0]!.at },
      { text: 'We had the place wrong.', about: { '@id': updates[3]!['@id'] } },
    ]);
  });

  it('marks killed, taken-down and retracted developments, and omits their words', () => {
    const [taken, killed, retracted, shown] = rendered.liveBlogUpdate;
    expect([taken, killed, retracted].map((d) => [d?.articleBody, d?.creativeWorkStatus])).toEqual([
      ['Taken down for legal reasons (a court)', 'Withdrawn'],
      ['Killed: It was wrong.', 'Withdrawn'],
      ['Retracted by the outlet that reported it on 2016-12-01.', 'Withdrawn'],
    ]);
    expect(shown).toMatchObject({ headline: 'An official confirms the talks <1> & more.' });
    expect(jsonLd(sampleState, SITE)).not.toContain('<2>');
  });

  it('gives a document as a work, and not as a person', () => {
    const { citation = [] } = rendered.liveBlogUpdate[4]!;
    expect(JSON.parse(JSON.stringify(citation))).toEqual([
      {
        '@type': 'CreativeWork',
        name: 'RIA Novosti, citing the document “Inspection report <1>” (a harbour office, 2016-11-01, not verified by us)',
        publisher: expect.objectContaining({ name: 'RIA Novosti' }),
        isBasedOn: {
          '@type': 'DigitalDocument',
          '@id': 'urn:uuid:5a3c1e00-0000-5000-8000-000000000901',
          name: 'Inspection report <1>',
          inLanguage: 'en',
          creditText: 'a harbour office',
          dateCreated: '2016-11-01',
          creativeWorkStatus: 'Unverified',
        },
      },
      {
        '@type': 'CreativeWork',
        name: 'the video “The minister at the table” (Russian foreign ministry, 2016-11/2016-12, verified by us)',
        isBasedOn: {
          '@type': 'VideoObject',
          '@id': 'urn:uuid:5a3c1e00-0000-5000-8000-000000000902',
          name: 'The minister at the table',
          inLanguage: 'en',
          publisher: {
            '@type': 'Organization',
            '@id': 'https://archive.example.org/v1/parties/russian-foreign-ministry',
            name: 'Russian foreign ministry',
          },
          temporal: '2016-11/2016-12',
          url: 'https://archive.example.org/video?a=1&b=2',
          encoding: { '@type': 'MediaObject', sha256: 'ab'.repeat(32) },
          creativeWorkStatus: 'Verified',
        },
      },
      {
        '@type': 'CreativeWork',
        name: 'RIA Novosti, citing messages shared on phones (circulating, not verified)',
        publisher: expect.objectContaining({ name: 'RIA Novosti' }),
      },
    ]);
  });

  it('has only the notice of a killed story', () => {
    const of = read(jsonLd(sampleKilled, SITE));
    expect([of.headline, of.creativeWorkStatus]).toEqual(['Killed: The story was wrong.', 'Withdrawn']);
    expect(of.liveBlogUpdate).toEqual([]);
  });

  it('is safe in a script element, where its value is the same', () =>
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.constant('</script><!--<script>\u2028&')), (text) => {
        const view = { ...sampleState, headline: { en: `x${text}` } };
        const safe = jsonLdForScript(view, SITE);
        expect(safe).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(safe)).toEqual(JSON.parse(jsonLd(view, SITE)));
      }),
    ));
});
