import { partsIn, type StateView } from '#projections';
import { isSupport, isVerdict } from '#story';
import {
  claimsUrl,
  claimUrl,
  developmentUrl,
  newsroomUri,
  pageUrl,
  partyUrl,
  revisionUrl,
  speakerUri,
  storyUrl,
  urn,
} from './address.js';
import { CSV, CSV_SUFFIX } from './csv.js';
import { languagesOf, own, worded } from './language.js';
import type { Site } from './site.js';
import { MEDIA_TOPICS, topicUri } from './topic.js';
import { RATINGS, ratingName } from './verdict.js';
import {
  isSpeaker,
  issuerOf,
  type ChainView,
  type ClaimView,
  type CorrectionView,
  type DevelopmentView,
  type DocumentView,
  type SpeakerView,
} from './view.js';
import { chainWords, correctionWords, goneWords, nameOf, noticeWords, titleOf } from './words.js';

const MOMENT = { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' } as const;

/**
 * Programs can read it without fetching anything: every name is one of schema.org. Moments have a type. Without one, a
 * program that reads triples would take them for text, which equals no moment.
 */
const CONTEXT = {
  '@vocab': 'https://schema.org/',
  datePublished: MOMENT,
  dateModified: MOMENT,
  coverageStartTime: MOMENT,
  coverageEndTime: MOMENT,
} as const;

/**
 * A story's state as schema.org JSON-LD: a `LiveBlogPosting` with a `BlogPosting` for each development. Only claims that
 * this newsroom checked itself have a `ClaimReview`, with its verdict. Assertions of others are no review of ours.
 */
export const jsonLd = (view: StateView, site: Site, asked: readonly string[] = []): string =>
  JSON.stringify({ '@context': CONTEXT, ...liveBlogPosting(view, site, asked) });

/**
 * The same for `<script type="application/ld+json">`: nothing in it ends the element or begins a comment. See HTML,
 * section "Restrictions for contents of script elements". Its value as JSON is the same.
 */
export const jsonLdForScript = (view: StateView, site: Site, asked: readonly string[] = []): string =>
  jsonLd(view, site, asked).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The node without its context. */
export function liveBlogPosting(view: StateView, site: Site, asked: readonly string[]) {
  const languages = languagesOf(asked, view);
  const headline = worded(view.headline, languages);
  const lede = worded(view.lede, headline ? [headline.lang, ...languages] : languages);
  const id = storyUrl(site, view.slug);
  const notice = view.notice && noticeWords(view.notice, languages);
  return defined({
    '@type': 'LiveBlogPosting' as const,
    '@id': id,
    url: pageUrl(site, view.slug),
    encoding: json(id),
    identifier: urn(view.id),
    version: view.revision,
    headline: notice?.text ?? headline?.text,
    description: notice ? undefined : lede?.text,
    abstract: notice ? undefined : abstractOf(view, headline ? [headline.lang, ...languages] : languages),
    inLanguage: (notice ?? headline)?.lang ?? view.language,
    creativeWorkStatus: notice ? 'Withdrawn' : undefined,
    datePublished: view.openedAt,
    dateModified: view.updatedAt,
    coverageStartTime: view.openedAt,
    coverageEndTime: view.status === 'closed' ? view.updatedAt : undefined,
    author: newsroom(site),
    publisher: newsroom(site),
    about: view.topics.map(topic),
    contentLocation: view.places.map(place),
    liveBlogUpdate: view.developments.items.map((d) => blogPosting(d, view, site, languages)),
    mentions: someOf(view.claims.items.flatMap((c) => action(c, view.slug, site, languages))),
    correction: view.corrections.items.map((c) => correctionComment(c, view.slug, site, languages)),
    hasPart: view.claims.items.flatMap((c) => claimReview(c, view.slug, site, languages)),
    subjectOf: allClaims(view, site),
  });
}

/** The summary pinned to the story: its text, and a line for each point. */
function abstractOf({ summary }: StateView, languages: readonly string[]): string | undefined {
  const texts = summary ? [summary.text, ...summary.points.map(({ text }) => text)] : [];
  const lines = texts.flatMap((text) => worded(text, languages)?.text ?? []);
  return lines.length > 0 ? lines.join('\n') : undefined;
}

/** The address of the same in our own JSON. */
const json = (contentUrl: string) => ({
  '@type': 'MediaObject' as const,
  encodingFormat: 'application/json',
  contentUrl,
});

const newsroom = (site: Site) => ({
  '@type': 'NewsMediaOrganization' as const,
  '@id': newsroomUri(site),
  name: site.name,
  url: site.origin,
});

function blogPosting(d: DevelopmentView, view: StateView, site: Site, languages: readonly string[]) {
  const gone = goneWords(d, languages);
  const title = titleOf(d, languages);
  const text = gone ? null : worded(d.text, languages);
  return defined({
    '@type': 'BlogPosting' as const,
    '@id': urn(d.id),
    isPartOf: storyUrl(site, view.slug),
    url: developmentUrl(site, view.slug, d.id),
    encoding: json(revisionUrl(site, view.slug, d.revision)),
    headline: title.text,
    articleBody: gone?.text ?? text?.text,
    creativeWorkStatus: gone ? 'Withdrawn' : undefined,
    inLanguage: (gone ?? text ?? title).lang,
    datePublished: d.recordedAt,
    dateModified: d.updatedAt,
    author: newsroom(site),
    contentLocation: gone || !d.place ? undefined : place(d.place),
    citation: gone
      ? undefined
      : [
          ...d.attribution.map((chain) => cited(chain, site, languages)),
          ...d.evidence.map(({ url }) => ({ '@type': 'CreativeWork' as const, url })),
        ],
  });
}

/** The work behind a chain: published by its outermost outlet, authored by its origin, or based on a document. */
function cited(chain: ChainView, site: Site, languages: readonly string[]) {
  const [outer, origin] = [chain[0], chain.at(-1)];
  return defined({
    '@type': 'CreativeWork' as const,
    name: chainWords(chain, languages),
    publisher: outer && outer !== origin && isSpeaker(outer) ? speaker(outer, site, languages) : undefined,
    author: origin && isSpeaker(origin) ? speaker(origin, site, languages) : undefined,
    isBasedOn: origin && 'document' in origin ? work(origin.document, site, languages) : undefined,
  });
}

const isPerson = (link: SpeakerView): boolean =>
  'party' in link ? link.type === 'person' : link.unnamed.count === 1;

const speaker = (link: SpeakerView, site: Site, languages: readonly string[]) => ({
  '@type': isPerson(link) ? ('Person' as const) : ('Organization' as const),
  '@id': speakerUri(site, link),
  name: nameOf(link, languages),
});

const WORKS = {
  text: 'DigitalDocument',
  audio: 'AudioObject',
  video: 'VideoObject',
  picture: 'ImageObject',
} as const;
const AUTHENTICITY = { unverified: 'Unverified', verified: 'Verified', disputed: 'Disputed' } as const;

/** A document or a recording. Its publisher is given only if the newsroom verified it. */
function work(document: DocumentView, site: Site, languages: readonly string[]) {
  const { origin, medium, title, issuer, date, seen, sha256, authenticity } = document;
  const words = worded(title, languages);
  const party = issuerOf(document);
  const plainDate = date !== null && /^\d{4}(-\d\d(-\d\d)?)?$/.test(date);
  return defined({
    '@type': WORKS[medium],
    '@id': urn(origin),
    name: words?.text,
    inLanguage: words?.lang,
    publisher: party ? speaker({ ...party, side: null, speaksFor: null }, site, languages) : undefined,
    creditText: party || !issuer ? undefined : issuer.name,
    dateCreated: plainDate ? date : undefined,
    temporal: plainDate ? undefined : (date ?? undefined),
    url: seen !== null && URL.canParse(seen) ? seen : undefined,
    encoding: sha256 === null ? undefined : { '@type': 'MediaObject' as const, sha256 },
    creativeWorkStatus: AUTHENTICITY[authenticity],
  });
}

const topic = (code: string) =>
  defined({
    '@type': 'DefinedTerm' as const,
    '@id': topicUri(code) ?? undefined,
    termCode: code,
    inDefinedTermSet: MEDIA_TOPICS,
  });

function place({ name, country, geo }: StateView['places'][number]) {
  return defined({
    '@type': 'Place' as const,
    name,
    address: country === null ? undefined : { '@type': 'PostalAddress' as const, addressCountry: country },
    geo: geo
      ? {
          '@type': 'GeoCoordinates' as const,
          longitude: geo.coordinates[0],
          latitude: geo.coordinates[1],
        }
      : undefined,
  });
}

function correctionComment(c: CorrectionView, slug: string, site: Site, languages: readonly string[]) {
  const { text, lang } = correctionWords(c, languages);
  const corrected = partsIn(c).map((part) =>
    'development' in part
      ? urn(part.development)
      : 'claim' in part
        ? claimUrl(site, slug, part.claim)
        : storyUrl(site, slug),
  );
  const [first = { '@id': storyUrl(site, slug) }, ...others] = [...new Set(corrected)].map((id) => ({
    '@id': id,
  }));
  return {
    '@type': 'CorrectionComment' as const,
    '@id': urn(c.id),
    text,
    inLanguage: lang,
    datePublished: c.at,
    about: others.length > 0 ? [first, ...others] : first,
  };
}

/** The addresses of all claims, if the state does not show all. */
function allClaims(view: StateView, site: Site) {
  const { total, next } = view.claims;
  if (next === null) return undefined;
  const download = (ending: string, encodingFormat: string) => ({
    '@type': 'DataDownload' as const,
    contentUrl: claimsUrl(site, view, ending),
    encodingFormat,
  });
  return {
    '@type': 'Dataset' as const,
    name: `Claims (${total})`,
    description: `All ${total} claims of the story, with their status.`,
    distribution: [download('', 'application/json'), download(CSV_SUFFIX, CSV)],
  };
}

/** Only a claim with a verdict of this newsroom has a review. */
function claimReview(claim: ClaimView, slug: string, site: Site, languages: readonly string[]) {
  const { status } = claim;
  if (!isVerdict(status)) return [];
  const rating = RATINGS[status];
  const text = worded(claim.text, languages);
  const url = claimUrl(site, slug, claim.id);
  return [
    defined({
      '@type': 'ClaimReview' as const,
      url,
      claimReviewed: text?.text,
      inLanguage: text?.lang,
      datePublished: claim.since,
      author: newsroom(site),
      itemReviewed: defined({ '@type': 'Claim' as const, '@id': url, text: text?.text }),
      reviewRating: defined({
        '@type': 'Rating' as const,
        ...(rating === null ? {} : { ratingValue: rating, bestRating: 5, worstRating: 1 }),
        alternateName: ratingName(status, own(languages)),
        ratingExplanation: worded(claim.explanation, languages)?.text,
      }),
    }),
  ];
}

/** An announced decision: who decided, and in words whether it is in force. */
function action(claim: ClaimView, slug: string, site: Site, languages: readonly string[]) {
  if (claim.decidedBy === null || claim.status !== 'announced') return [];
  const url = claimUrl(site, slug, claim.id);
  return [
    defined({
      '@type': 'Action' as const,
      '@id': url,
      url,
      name: worded(claim.text, languages)?.text,
      description: worded(claim.explanation, languages)?.text,
      agent: announcers(claim).map(({ id, name, type }) => ({
        '@type': type === 'person' ? ('Person' as const) : ('Organization' as const),
        '@id': partyUrl(site, id),
        name,
      })),
      actionStatus: 'https://schema.org/CompletedActionStatus',
      location: claim.place ? place(claim.place) : undefined,
    }),
  ];
}

/** The deciders among the assertions shown; all deciders if none of them is shown. */
function announcers({ decidedBy, assertions }: ClaimView): NonNullable<ClaimView['decidedBy']> {
  const said = assertions.items.filter(({ stance }) => isSupport(stance));
  const spoke = new Set(said.map(({ origin }) => origin));
  const seen = (decidedBy ?? []).filter(({ id }) => spoke.has(id));
  return seen.length > 0 ? seen : (decidedBy ?? []);
}

const someOf = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

type Defined<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the members that are undefined. */
const defined = <T extends object>(node: T): Defined<T> =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined)) as Defined<T>;
