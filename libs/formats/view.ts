import type { StateView } from '#projections';

/** The parts of a story's state, by name. */
export type DevelopmentView = StateView['developments']['items'][number];
export type ClaimView = StateView['claims']['items'][number];
export type CorrectionView = StateView['corrections']['items'][number];
export type ChainView = DevelopmentView['attribution'][number];
export type LinkView = ChainView[number];
/** A document or a recording at the end of a chain. */
export type DocumentView = Extract<LinkView, { document: unknown }>['document'];
export type NoticeView = NonNullable<StateView['notice']>;

/** An outlet only relays: a chain that ends in one does not say who knows. */
export const isOutlet = (link: LinkView): boolean => 'party' in link && link.type === 'outlet';

/** Who can speak: a party, or a source that is not named. A document and what circulates are no agents. */
export type SpeakerView = Extract<LinkView, { party: unknown } | { unnamed: unknown }>;
export const isSpeaker = (link: LinkView): link is SpeakerView => 'party' in link || 'unnamed' in link;

/** The party that is known to have issued a document: this newsroom has verified it. */
export function issuerOf({ issuer, authenticity }: DocumentView) {
  return issuer !== null && 'party' in issuer && authenticity === 'verified' ? issuer : null;
}

/** What a state says of the story itself, without its lists. */
export type StoryHeader = Pick<
  StateView,
  | 'id'
  | 'slug'
  | 'revision'
  | 'headline'
  | 'lede'
  | 'languages'
  | 'names'
  | 'summary'
  | 'language'
  | 'topics'
  | 'places'
  | 'status'
  | 'notice'
  | 'openedAt'
  | 'updatedAt'
>;
