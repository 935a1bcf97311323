import type { Command } from '../facts/command.js';
import { words } from './schedule.js';
import { onlyAnswers } from '../facts/stance.js';
import type { StoryEvent } from '../facts/event.js';
import { Refusal } from '../values/refusal.js';
import { nearClaims, type ClaimState, type DevelopmentState, type Story } from '../state/story.js';
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

/** A summary is public at once, so what it names is: it shows no words that are hidden. */
function checkShown(story: Story, id: string, pointer: string): void {
  const claim = story.claims.get(id);
  if (!claim)
    throw new Refusal('claim-unknown', `No claim ${id} was identified.${nearClaims(story, id)}`, pointer);
  if (!claim.public || !isShown(story, claim))
    throw new Refusal(
      'claim-not-public',
      `Claim ${id} is not public: leave the point out, or release first what says so.`,
      pointer,
    );
}

/** Whether a development that can be seen brings a claim's words. Only where the first one does not, others are asked. */
function isShown(story: Story, { claim: { id }, identifiedBy }: ClaimState): boolean {
  if (isSeen(story.developments.get(identifiedBy))) return true;
  return [...story.developments.values()].some(
    (state) =>
      isSeen(state) &&
      (state.development.publishes.includes(id) ||
        state.development.claims.some((claim) => claim.id === id) ||
        state.development.assertions.some((a) => a.claim === id && !onlyAnswers(a.stance))),
  );
}

const isSeen = (state: DevelopmentState | undefined): boolean =>
  state !== undefined && state.releasedAt !== null && state.withheld === null;
