import type { Recorded } from '../facts/event.js';
import type { Story } from '../state/story.js';
import type { Summary } from '../values/summary.js';

/** What names a claim that is not there is left out: where it is withheld, so is what a point says of it. */
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
