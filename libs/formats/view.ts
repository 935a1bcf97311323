import type { StateView } from '#projections';

/** The parts of a story's state, by name. */
export type DevelopmentView = StateView['developments']['items'][number];
export type ClaimView = StateView['claims']['items'][number];
export type CorrectionView = StateView['corrections']['items'][number];
export type ChainView = DevelopmentView['attribution'][number];
export type LinkView = ChainView[number];
export type NoticeView = NonNullable<StateView['notice']>;

/** An outlet only relays: a chain that ends in one does not say who knows. */
export const isOutlet = (link: LinkView): boolean => 'party' in link && link.type === 'outlet';

/** What a state says of the story itself, without its lists. */
export type StoryHeader = Pick<
  StateView,
  | 'id'
  | 'slug'
  | 'revision'
  | 'headline'
  | 'lede'
  | 'language'
  | 'topics'
  | 'places'
  | 'status'
  | 'notice'
  | 'openedAt'
  | 'updatedAt'
>;
