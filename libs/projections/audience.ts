import { emptyStory, type Story } from '#story';
import { STREAM_PREFIX } from '#story-log';

/** Whose eyes read: the desk sees everything, the world what is not withheld. */
export type Audience = 'desk' | 'public';

export const prefixOf = (audience: Audience): string => STREAM_PREFIX[audience];

/** A story as an audience sees it: of a moment at which it was killed or taken down, the world sees the notice only. */
export function seenBy(audience: Audience, story: Story): Story {
  if (audience === 'desk' || story.withheld === null) return story;
  const { id, slug, language, status, withheld, revision, openedAt, updatedAt } = story;
  return { ...emptyStory, id, slug, language, status, withheld, revision, openedAt, updatedAt };
}
