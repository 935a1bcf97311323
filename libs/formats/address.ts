import type { LinkView } from './view.js';
import type { Site } from './site.js';

/** Where things are in the archive, absolutely. A story, by its slug or its id. */
export const storiesUrl = ({ origin }: Site): string => `${origin}/v1/stories`;
export const storyUrl = (site: Site, story: string): string => `${storiesUrl(site)}/${story}`;
export const claimUrl = (site: Site, story: string, claim: string): string =>
  `${storyUrl(site, story)}/claims/${claim}`;
/** The page of a story, for people. */
export const pageUrl = ({ origin }: Site, story: string): string => `${origin}/stories/${story}`;
/** On that page. */
export const developmentUrl = (site: Site, story: string, development: string): string =>
  `${pageUrl(site, story)}#development-${development}`;
export const partyUrl = ({ origin }: Site, party: string): string => `${origin}/v1/parties/${party}`;

/** A name that stays, whatever the address becomes (RFC 9562 section 4). */
export const urn = (uuid: string): string => `urn:uuid:${uuid}`;

/** Who speaks: a party by its page, an unnamed source by its public origin id. */
export const speakerUri = (site: Site, link: LinkView): string =>
  'party' in link ? partyUrl(site, link.party) : urn(link.unnamed.origin);
