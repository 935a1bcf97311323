import type { Command } from '../facts/command.js';
import { words } from './schedule.js';
import type { StoryEvent } from '../facts/event.js';
import { Refusal } from '../values/refusal.js';
import { nearClaims, type ClaimState, type Story } from '../state/story.js';
import { isVisible, showsClaim } from '../state/visibility.js';
import { same } from '../values/text.js';

/** @throws Refusal `text-missing`, `claim-unknown`, `claim-not-public` */
export function pinSummary(
  story: Story,
  { summary }: Extract<Command, { type: 'summary' }>,
): readonly StoryEvent[] {
  words(summary.text, '/text');
  summary.points.forEach(({ text, claim }, i) => {
    words(text, `/points/${i}/text`);
    if (claim !== null) checkShown(story, claim, `/points/${i}/claim`);
  });
  const { text, points } = story.summary ?? {};
  return same({ text, points }, summary) ? [] : [{ type: 'SummaryPinned', summary }];
}

export const unpinSummary = (story: Story): readonly StoryEvent[] =>
  story.summary === null ? [] : [{ type: 'SummaryUnpinned' }];

/** Checks that a claim is visible: a summary is public at once and must not show hidden words. */
function checkShown(story: Story, id: string, pointer: string): void {
  const claim = story.claims.get(id);
  if (!claim)
    throw new Refusal('claim-unknown', `This story has no claim ${id}.${nearClaims(story, id)}`, pointer);
  if (!claim.public || !isShown(story, claim))
    throw new Refusal(
      'claim-not-public',
      `Claim ${id} is not public: leave the point out, or release first a development that asserts the claim.`,
      pointer,
    );
}

/** Whether a visible development makes the words of a claim public. The one that identified it is checked first. */
function isShown(story: Story, { claim: { id }, identifiedBy }: ClaimState): boolean {
  if (isVisible(story.developments.get(identifiedBy))) return true;
  return [...story.developments.values()].some(
    (state) => isVisible(state) && showsClaim(state.development, id),
  );
}
