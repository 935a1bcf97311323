import type { Assertion, AssertionInput, Development } from '../facts/development.js';
import type { Withheld } from '../facts/event.js';
import { onlyAnswers } from '../facts/stance.js';
import type { DevelopmentState, Story } from '../state/story.js';
import { isVisible } from '../state/visibility.js';
import { forgets } from '../values/grounds.js';
import { Refusal } from '../values/refusal.js';
import type { Instant } from '../values/text.js';

/** When a development becomes public, and the present time. */
export interface Due {
  readonly publicFrom: Instant;
  readonly now: Instant;
}

/** Checks that the claims of a public development are public by then, or that it publishes them. */
export function checkPublic(
  story: Story,
  development: Development,
  by: Due | null,
  /** The pointer to a claim in the request, or to the claims that it publishes. */
  where: (claim: string) => string,
): void {
  const links = development.attribution.flat();
  if (links.some((l) => 'unnamed' in l && l.unnamed.groundRules === 'offTheRecord'))
    throw new Refusal(
      'off-the-record',
      'A source off the record cannot be released: put the development on hold, or correct the ground rules.',
      '/release',
    );
  const mine = new Set([
    ...development.publishes,
    ...development.claims.map((c) => c.id).filter((id) => !story.claims.has(id)),
  ]);
  for (const { claim } of development.assertions)
    if (!mine.has(claim)) checkClaimPublic(story, claim, development, by, where);
  for (const { id } of development.claims)
    if (!mine.has(id)) checkClaimPublic(story, id, development, by, where);
}

/** Checks that a new assertion does not bring back words that were removed for safety, by law or for privacy. */
export function checkNotForgotten(
  story: Story,
  { id: here, publishes, assertions }: Development,
  where: (claim: string) => string,
  before: readonly Assertion[] = [],
): void {
  const why = (development: string): Withheld | null => story.developments.get(development)?.withheld ?? null;
  for (const { claim, stance } of assertions) {
    const state = story.claims.get(claim);
    const by = state && why(state.identifiedBy);
    if (!state || !by || !forgets(by.grounds) || publishes.includes(claim) || onlyAnswers(stance)) continue;
    if (before.some((a) => a.claim === claim && !onlyAnswers(a.stance))) continue;
    const isAssertedElsewhere = [...state.byOrigin.values()]
      .flat()
      .some(
        (a) =>
          a.development !== here &&
          !onlyAnswers(a.stance) &&
          isVisible(story.developments.get(a.development)),
      );
    if (isAssertedElsewhere) continue;
    throw new Refusal(
      'claim-not-public',
      `The words of claim ${claim} were removed on grounds of ${by.grounds}: list it under publishes to show them again.`,
      where(claim),
    );
  }
}

/** The pointer to a claim in the request that records or corrects a development. */
export const pointerIn =
  (development: Development, assertions: readonly AssertionInput[]) =>
  (id: string): string => {
    const said = assertions.findIndex(({ claim }) => claim === id);
    if (said >= 0) return `/assertions/${said}/claim`;
    return `/claims/${development.claims.findIndex((claim) => claim.id === id)}`;
  };

function checkClaimPublic(
  story: Story,
  id: string,
  development: Development,
  by: Due | null,
  where: (claim: string) => string,
): void {
  const claim = story.claims.get(id);
  if (!claim || claim.public || claim.identifiedBy === development.id) return;
  if (by !== null && releasedBy(story.developments.get(claim.identifiedBy), by)) return;
  throw new Refusal(
    'claim-not-public',
    `Claim ${id} is only in a development that is not public: list it under publishes to make its words public.`,
    where(id),
  );
}

/** Whether the embargo of a development ends in time. */
function releasedBy(identifying: DevelopmentState | undefined, { publicFrom, now }: Due): boolean {
  if (!identifying || identifying.withheld || identifying.retracted) return false;
  const { release: waits } = identifying.development;
  return typeof waits === 'object' && waits.embargoedUntil > now && waits.embargoedUntil <= publicFrom;
}
