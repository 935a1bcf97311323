import { documentsOf, isSeveral, outletsOf } from '../facts/attribution.js';
import type { Assertion } from '../facts/development.js';
import type { WithdrawnBy } from '../facts/event.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import type { PersistentMap } from '../values/persistent-map.js';
import { stanceAfter, stanceOf } from '../evidence/stance.js';
import { sameSpeakers, speakersOf } from '../evidence/remarks.js';
import type { AssertionState } from '../evidence/assertion-state.js';
import type { ClaimState, DevelopmentState, Story } from '../state/story.js';
import { same, type Instant, type Uuid } from '../values/text.js';

/** Adds an assertion of a development to those of its origin on the claim, or replaces its earlier version. */
export function addAssertion(story: Story, assertion: Assertion, by: DevelopmentState): Story {
  const claim = story.claims.get(assertion.claim);
  if (!claim) return story;
  const { id, origin } = assertion;
  const said = claim.byOrigin.get(origin.id) ?? [];
  const at = story.assertions.has(id) ? indexOf(said, id, by.revision) : -1;
  const state: AssertionState = {
    ...assertion,
    development: by.development.id,
    revision: by.revision,
    recordedAt: by.recordedAt,
    through: [
      ...new Set(
        assertion.chains.flatMap((i) => {
          const chain = by.development.attribution[i] ?? [];
          return [...outletsOf(chain), ...documentsOf(chain)];
        }),
      ),
    ],
    several: assertion.chains.some((i) => isSeveral(by.development.attribution[i] ?? [])),
    withdrawn: said[at]?.withdrawn ?? null,
    withdrawnAt: said[at]?.withdrawnAt ?? null,
    retracted: by.retracted?.by ?? null,
  };
  const others = at < 0 ? said : said.toSpliced(at, 1);
  const to = countUpTo(others, by.revision);
  const origins = withDescription(story.origins, origin.id, origin);
  if (to === at && same(said[at], state)) return { ...story, origins };
  const now = others.toSpliced(to, 0, state);
  const isLast = at < 0 && to === said.length;
  const claims = story.claims.set(
    claim.claim.id,
    withAssertions(claim, origin.id, now, isLast ? state : null),
  );
  const where = { claim: claim.claim.id, origin: origin.id, development: by.development.id };
  const claimsByOrigin = said.length > 0 ? story.claimsByOrigin : withClaimOf(story, assertion);
  return { ...story, claims, assertions: story.assertions.set(id, where), origins, claimsByOrigin };
}

export function removeAssertion(story: Story, id: Uuid): Story {
  const where = story.assertions.get(id);
  const claim = where && story.claims.get(where.claim);
  if (!where || !claim) return story;
  const left = (claim.byOrigin.get(where.origin) ?? []).filter((a) => a.id !== id);
  return {
    ...story,
    claims: story.claims.set(where.claim, withAssertions(claim, where.origin, left)),
    assertions: story.assertions.delete(id),
  };
}

/** Who withdrew an assertion, and when that was recorded. */
export interface Withdrawal {
  readonly by: WithdrawnBy;
  readonly at: Instant;
}

/** Withdraws an assertion, which loses its weight. */
export function withdraw(story: Story, id: Uuid, { by, at: when }: Withdrawal): Story {
  const where = story.assertions.get(id);
  const claim = where && story.claims.get(where.claim);
  if (!where || !claim) return story;
  const said = claim.byOrigin.get(where.origin) ?? [];
  const at = indexOf(said, id, story.developments.get(where.development)?.revision ?? -1);
  const assertion = said[at];
  if (!assertion) return story;
  const left = said.with(at, { ...assertion, withdrawn: by, withdrawnAt: when });
  return { ...story, claims: story.claims.set(where.claim, withAssertions(claim, where.origin, left)) };
}

/** A claim with these assertions of an origin; `last` is the new one if that is the only change. */
function withAssertions(
  claim: ClaimState,
  origin: string,
  said: readonly AssertionState[],
  last: AssertionState | null = null,
): ClaimState {
  const before = claim.stances.find((s) => s.origin.id === origin);
  const others = claim.stances.filter((s) => s !== before);
  if (said.length === 0)
    return {
      ...claim,
      byOrigin: claim.byOrigin.delete(origin),
      stances: others,
      speakers: speakersOf(others),
    };
  const stance = before && last ? stanceAfter(before, last) : stanceOf(said);
  const stances = [...others, stance];
  const speakers =
    before && sameSpeakers(before.remarks, stance.remarks) ? claim.speakers : speakersOf(stances);
  return { ...claim, byOrigin: claim.byOrigin.set(origin, said), stances, speakers };
}

/** The number of assertions that were recorded by a revision. */
function countUpTo(said: readonly AssertionState[], revision: number): number {
  let [low, high] = [0, said.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (said[middle]!.revision <= revision) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of an assertion. It is at the revision of its development, unless a log records a development twice. */
function indexOf(said: readonly AssertionState[], id: Uuid, revision: number): number {
  for (let i = countUpTo(said, revision) - 1; said[i]?.revision === revision; i--)
    if (said[i]!.id === id) return i;
  return said.findIndex((a) => a.id === id);
}

const withClaimOf = ({ claimsByOrigin }: Story, { origin, claim }: Assertion): Story['claimsByOrigin'] =>
  claimsByOrigin.set(
    origin.id,
    (claimsByOrigin.get(origin.id) ?? AppendOnlyList.empty<string>()).push(claim),
  );

/** Sets a description by its id; returns the same map if it does not change. */
export const withDescription = <T>(who: PersistentMap<T>, id: string, as: T): PersistentMap<T> =>
  same(who.get(id), as) ? who : who.set(id, as);
