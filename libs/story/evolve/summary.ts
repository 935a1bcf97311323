import type { Recorded } from '../facts/event.js';
import type { Story } from '../state/story.js';
import type { Summary } from '../values/summary.js';

/** Pins a summary without the points whose claim does not exist: the public story has no withheld claims. */
export function pinSummary(
  story: Story,
  { text, points: all }: Summary,
  { revision, recordedAt: at }: Recorded,
): Story {
  const points = all.filter(({ claim }) => claim === null || story.claims.has(claim));
  return {
    ...story,
    summary: { text, points, revision, at },
    summaryAt: revision,
    headings: story.headings.push({ what: 'summary', text, points, revision }),
  };
}

export const unpinSummary = (story: Story, { revision }: Recorded): Story => ({
  ...story,
  summary: null,
  summaryAt: revision,
});
