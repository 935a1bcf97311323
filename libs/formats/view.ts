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

/** An outlet only relays: a chain that ends in one does not name the origin. */
export const isOutlet = (link: LinkView): boolean => 'party' in link && link.type === 'outlet';

/** A link that can speak: a party, or an unnamed source. Documents and rumours cannot. */
export type SpeakerView = Extract<LinkView, { party: unknown } | { unnamed: unknown }>;
export const isSpeaker = (link: LinkView): link is SpeakerView => 'party' in link || 'unnamed' in link;

/** The party that issued a document, if this newsroom verified it. */
export function issuerOf({ issuer, authenticity }: DocumentView) {
  return issuer !== null && 'party' in issuer && authenticity === 'verified' ? issuer : null;
}

/** A state without its lists. */
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
