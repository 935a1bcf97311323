import type { ClaimState, Story } from './story.js';
import type { Text } from '../values/text.js';

/** The key points of the pinned summary, each with its claim: not those whose claim is not there, or not any more. */
export function pointsShown(
  story: Story,
): readonly { readonly text: Text; readonly claim: ClaimState | null }[] {
  return (story.summary?.points ?? []).flatMap(({ text, claim: id }) => {
    const claim = id === null ? null : story.claims.get(id);
    return claim === undefined ? [] : [{ text, claim }];
  });
}
