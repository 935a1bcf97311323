import type { LinkView } from './view.js';
import type { Site } from './site.js';

/* Absolute addresses in the archive. `story` is a slug or an id. */

export const storiesUrl = ({ origin }: Site): string => `${origin}/v1/stories`;
export const storyUrl = (site: Site, story: string): string => `${storiesUrl(site)}/${story}`;
/** The list of all claims as of a state. `ending` is the suffix of another format, such as `.csv`. */
export const claimsUrl = (
  site: Site,
  { slug, updatedAt }: { readonly slug: string; readonly updatedAt: string },
  ending = '',
): string => `${storyUrl(site, slug)}/claims${ending}?asOf=${updatedAt}`;

export const claimUrl = (site: Site, story: string, claim: string): string =>
  `${storyUrl(site, story)}/claims/${claim}`;
/** A revision of a story. */
export const revisionUrl = (site: Site, story: string, revision: string): string =>
  `${storyUrl(site, story)}/revisions/${revision}`;
/** The page of a story, for people. */
export const pageUrl = ({ origin }: Site, story: string): string => `${origin}/stories/${story}`;
/** A development on the page of its story. */
export const developmentUrl = (site: Site, story: string, development: string): string =>
  `${pageUrl(site, story)}#development-${development}`;
export const partyUrl = ({ origin }: Site, party: string): string => `${origin}/v1/parties/${party}`;

/** The newsroom as author and publisher. PROV uses the same name. */
export const newsroomUri = ({ origin }: Site): string => `${origin}/#newsroom`;

/** A page in one language, whatever the browser prefers. */
export function pageIn(lang: string, page: string): string {
  const url = new URL(page);
  url.searchParams.set('lang', lang);
  return url.href;
}

/** A permanent name, even if addresses change (RFC 9562 section 4). */
export const urn = (uuid: string): string => `urn:uuid:${uuid}`;

/** A link of an attribution: a party by its address, any other source by its public origin id. */
export function speakerUri(site: Site, link: LinkView): string {
  if ('party' in link) return partyUrl(site, link.party);
  if ('document' in link) return urn(link.document.origin);
  return urn('rumour' in link ? link.rumour.origin : link.unnamed.origin);
}
