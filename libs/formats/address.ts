import type { LinkView } from './view.js';
import type { Site } from './site.js';

/** Where things are in the archive, absolutely. A story, by its slug or its id. */
export const storiesUrl = ({ origin }: Site): string => `${origin}/v1/stories`;
export const storyUrl = (site: Site, story: string): string => `${storiesUrl(site)}/${story}`;
/** The list of all claims of a state, as that stood: `ending` names another form of it, such as `.csv`. */
export const claimsUrl = (
  site: Site,
  { slug, updatedAt }: { readonly slug: string; readonly updatedAt: string },
  ending = '',
): string => `${storyUrl(site, slug)}/claims${ending}?asOf=${updatedAt}`;

export const claimUrl = (site: Site, story: string, claim: string): string =>
  `${storyUrl(site, story)}/claims/${claim}`;
/** A fixed state of a story. */
export const revisionUrl = (site: Site, story: string, revision: string): string =>
  `${storyUrl(site, story)}/revisions/${revision}`;
/** The page of a story, for people. */
export const pageUrl = ({ origin }: Site, story: string): string => `${origin}/stories/${story}`;
/** On that page. */
export const developmentUrl = (site: Site, story: string, development: string): string =>
  `${pageUrl(site, story)}#development-${development}`;
export const partyUrl = ({ origin }: Site, party: string): string => `${origin}/v1/parties/${party}`;

/** The newsroom itself, as who writes and publishes; as PROV names it too. */
export const newsroomUri = ({ origin }: Site): string => `${origin}/#newsroom`;

/** A page in a language, whatever the reader's program prefers. */
export function pageIn(lang: string, page: string): string {
  const url = new URL(page);
  url.searchParams.set('lang', lang);
  return url.href;
}

/** A name that stays, whatever the address becomes (RFC 9562 section 4). */
export const urn = (uuid: string): string => `urn:uuid:${uuid}`;

/** Who speaks, or what is spoken of: a party by its page, another source by its public origin id. */
export function speakerUri(site: Site, link: LinkView): string {
  if ('party' in link) return partyUrl(site, link.party);
  if ('document' in link) return urn(link.document.origin);
  return urn('rumour' in link ? link.rumour.origin : link.unnamed.origin);
}
