import type { CorrectedPart, JointCorrection, Recorded, StoryEvent } from '../facts/event.js';
import { shownChanges } from './claim.js';
import { mergeMoves } from './status.js';
import { eventOfPart } from './parts-of-correction.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import type { CorrectionEntry, Story } from '../state/story.js';

/**
 * The story after a joint correction. `take` corrects one part after the other. The record of corrections gets one
 * entry, with the parts that exist.
 */
export function correctTogether(
  story: Story,
  event: JointCorrection,
  take: (story: Story, part: StoryEvent) => Story,
  recorded: Recorded,
): Story {
  const parts: CorrectedPart[] = [];
  const none = AppendOnlyList.empty<CorrectionEntry>();
  let next: Story = { ...story, corrections: none };
  for (const part of event.parts) {
    next = take(next, eventOfPart(event, part, next));
    const entry = next.corrections.last();
    if ('heading' in part) parts.push({ ...part, changes: shownChanges(part.changes) });
    else if (entry) parts.push({ ...part, changes: entry.changes });
    next = { ...next, corrections: none };
  }
  const after = mergeMoves(story, { ...next, corrections: story.corrections }, recorded);
  if (parts.length === 0) return after;
  const { correction: id, class: kind, notice } = event;
  const { revision, recordedAt: at } = recorded;
  const entry = { id, of: { parts }, class: kind, changes: [], notice, revision, at };
  return { ...after, corrections: story.corrections.push(entry) };
}
