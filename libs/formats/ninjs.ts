import { claimsUrl, claimUrl, partyUrl, speakerUri, storyUrl, urn } from './address.js';
import { languagesOf, worded, type Worded } from './language.js';
import type { Site } from './site.js';
import { topicUri } from './topic.js';
import {
  isOutlet,
  isSpeaker,
  issuerOf,
  type ChainView,
  type DevelopmentView,
  type NoticeView,
  type SpeakerView,
  type StoryHeader,
} from './view.js';
import { authenticityWords, goneWords, nameOf, noticeWords, titleOf } from './words.js';
import type { StateView } from '#projections';

const PLAIN = 'text/plain';
const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
} as const;

/**
 * A story's state as IPTC ninjs 3.1, in one language: one asked for, else the story's own, else English. The story is a
 * composite. Its body has the claims with their status; its associations are the developments. Killed, taken-down and
 * retracted ones are `canceled`, with an editorial note and without a body.
 */
export function ninjs(view: StateView, site: Site, asked: readonly string[] = []): string {
  if (view.notice) return ninjsOfNotice(view, view.notice, site, asked);
  const languages = languagesOf(asked, view);
  const headline = worded(view.headline, languages);
  // An item has one language: its other words follow the headline, where they exist in that language.
  const alike = headline ? [headline.lang, ...languages] : languages;
  const lede = worded(view.lede, alike);
  return JSON.stringify(
    {
      uri: storyUrl(site, view.slug),
      standard: STANDARD,
      type: 'composite',
      representationType: view.developments.next === null && view.claims.next === null ? 'full' : 'partial',
      version: view.revision,
      firstCreated: view.openedAt,
      versionCreated: view.updatedAt,
      pubStatus: 'usable',
      language: headline?.lang ?? view.language,
      title: headline?.text,
      slugline: view.slug,
      headlines: headline && [plain(headline, 'main')],
      descriptions: lede && [plain(lede, 'summary')],
      bodies: someOf([bodyOfClaims(view, alike), bodyOfQuestions(view, alike)]),
      subjects: someOf(subjectsOf(view, site, alike)),
      places: someOf(view.places.map(placeOf)),
      infoSources: [publisher(site)],
      altIds: [{ role: 'uuid', value: urn(view.id) }],
      associations: someOf([
        ...view.developments.items.map((d) => association(d, view, site, languages)),
        allDevelopments(view, site),
        allClaims(view, site),
      ]),
    },
    present,
  );
}

/**
 * A killed or taken-down story, which has no state: `canceled`, with the notice as the editorial note. Its `uri` is the
 * address of the story by its slug.
 */
export function ninjsOfNotice(
  story: Pick<StoryHeader, 'slug'> & Partial<StoryHeader>,
  notice: NoticeView,
  site: Site,
  asked: readonly string[] = [],
): string {
  const { text, lang } = noticeWords(notice, languagesOf(asked, { language: story.language ?? 'en' }));
  return JSON.stringify(
    {
      uri: storyUrl(site, story.slug),
      standard: STANDARD,
      type: 'composite',
      version: story.revision,
      firstCreated: story.openedAt,
      versionCreated: notice.at,
      pubStatus: 'canceled',
      language: lang,
      slugline: story.slug,
      edNote: text,
      infoSources: [publisher(site)],
    },
    present,
  );
}

/** Its version is that of the story: a development has no version number. */
function association(d: DevelopmentView, view: StateView, site: Site, languages: readonly string[]) {
  const gone = goneWords(d, languages);
  const title = titleOf(d, languages);
  const text = gone ? null : worded(d.text, languages);
  return {
    name: title.text,
    rel: 'development',
    uri: urn(d.id),
    type: 'text',
    version: view.revision,
    firstCreated: d.recordedAt,
    versionCreated: d.updatedAt,
    pubStatus: gone ? 'canceled' : 'usable',
    edNote: gone?.text,
    language: (gone ?? text ?? title).lang,
    headlines: gone ? undefined : [plain(title, 'main')],
    bodies: text && [plain(text, 'main')],
    located: gone ? undefined : d.place?.name,
    places: gone || !d.place ? undefined : [placeOf(d.place)],
    infoSources: gone ? undefined : someOf(sourcesOf(d.attribution, site, languages)),
    associations: gone ? undefined : someOf(documentsOf(d.attribution, site, languages)),
  };
}

/** Each document that a development is based on, once. */
function documentsOf(chains: readonly ChainView[], site: Site, languages: readonly string[]) {
  const documents = new Map<string, object>();
  for (const link of chains.flat()) {
    if (!('document' in link)) continue;
    const { document } = link;
    const issuer = issuerOf(document);
    const title = worded(document.title, languages);
    documents.set(document.origin, {
      name: title?.text,
      rel: 'source',
      uri: urn(document.origin),
      type: document.medium,
      language: title?.lang,
      headlines: title && [plain(title, 'main')],
      edNote: authenticityWords(document, languages),
      by: issuer ? undefined : document.issuer?.name,
      infoSources: issuer
        ? [{ name: issuer.name, role: 'origin', uri: partyUrl(site, issuer.party), literal: issuer.party }]
        : undefined,
    });
  }
  return [...documents.values()];
}
/** The address of all developments, if not all are here. */
const allDevelopments = ({ slug, updatedAt, developments: { next, total } }: StateView, site: Site) =>
  next === null
    ? null
    : {
        name: `Developments (${total})`,
        rel: 'developments',
        uri: `${storyUrl(site, slug)}/developments?asOf=${updatedAt}`,
        type: 'composite',
      };

/** The address of all claims, if the body has not all of them. */
const allClaims = (view: StateView, site: Site) =>
  view.claims.next === null
    ? null
    : { name: `Claims (${view.claims.total})`, rel: 'claims', uri: claimsUrl(site, view), type: 'composite' };

/** Each source in the chains, once. The last link is the origin, unless it is an outlet; outlets relay. */
function sourcesOf(chains: readonly ChainView[], site: Site, languages: readonly string[]) {
  const sources = new Map<string, object>();
  for (const chain of chains)
    for (const [i, link] of chain.entries()) {
      if (!isSpeaker(link)) continue;
      const role = i === chain.length - 1 && !isOutlet(link) ? 'origin' : 'relayer';
      sources.set(`${role} ${speakerUri(site, link)}`, sourceOf(link, role, site, languages));
    }
  return [...sources.values()];
}

const sourceOf = (link: SpeakerView, role: string, site: Site, languages: readonly string[]) => ({
  name: nameOf(link, languages),
  role,
  uri: speakerUri(site, link),
  literal: 'party' in link ? link.party : link.unnamed.origin,
});

const publisher = ({ name, origin }: Site) => ({ name, role: 'publisher', uri: origin });

/** The subjects of the story: its topics by their IPTC addresses, and its claims. */
const subjectsOf = (view: StateView, site: Site, languages: readonly string[]) => [
  ...view.topics.flatMap((topic) => ({ rel: 'about', uri: topicUri(topic) ?? undefined, literal: topic })),
  ...view.claims.items.map((claim) => ({
    name: worded(claim.text, languages)?.text,
    rel: 'claim',
    uri: claimUrl(site, view.slug, claim.id),
    literal: claim.status,
  })),
];

function placeOf({ name, country, geo }: StateView['places'][number]) {
  const address = country && { country };
  return { name, contactInfo: address && [{ address }], geoJSON: geo };
}

/** A line for each claim with its status, as an agency would print it. */
function bodyOfClaims(view: StateView, languages: readonly string[]) {
  const lines = view.claims.items.flatMap((claim) => {
    const text = worded(claim.text, languages);
    return text ? `${text.text} (${claim.status}). ${worded(claim.explanation, languages)!.text}` : [];
  });
  return lines.length === 0 ? null : { role: 'claims', contentType: PLAIN, value: lines.join('\n') };
}

function bodyOfQuestions(view: StateView, languages: readonly string[]) {
  const open = view.questions.items.filter((q) => q.open);
  const lines = open.flatMap((q) => worded(q.text, languages)?.text ?? []);
  return lines.length === 0 ? null : { role: 'open-questions', contentType: PLAIN, value: lines.join('\n') };
}

const plain = ({ text }: Worded, role: string) => ({ role, contentType: PLAIN, value: text });

/** The list without nulls; undefined if nothing is left. */
function someOf<T>(list: readonly (T | null)[]): readonly T[] | undefined {
  const there = list.filter((item) => item !== null);
  return there.length === 0 ? undefined : there;
}

/** ninjs has no nulls: unknown members are left out. */
const present = (_: string, value: unknown): unknown => value ?? undefined;
