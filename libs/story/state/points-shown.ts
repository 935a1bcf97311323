import type { ClaimState, Story } from './story.js';
import type { Text } from '../values/text.js';

/** The key points of the pinned summary with their claims, without the points whose claim does not exist any more. */
export function pointsShown(
  story: Story,
): readonly { readonly text: Text; readonly claim: ClaimState | null }[] {
  return (story.summary?.points ?? []).flatMap(({ text, claim: id }) => {
    const claim = id === null ? null : story.claims.get(id);
    return claim === undefined ? [] : [{ text, claim }];
  });
}
