import { emptyStory, type Story } from '#story';
import { STREAM_PREFIX } from '#story-log';

/** Who reads: the desk sees everything, the public what is not withheld. */
export type Audience = 'desk' | 'public';

export const prefixOf = (audience: Audience): string => STREAM_PREFIX[audience];

/** A story as visible to an audience: the public sees only the notice of a killed story. */
export function seenBy(audience: Audience, story: Story): Story {
  if (audience === 'desk' || story.withheld === null) return story;
  const { id, slug, language, status, withheld, revision, openedAt, updatedAt } = story;
  return { ...emptyStory, id, slug, language, status, withheld, revision, openedAt, updatedAt };
}
