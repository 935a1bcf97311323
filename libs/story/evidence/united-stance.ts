import { byRevision, stanceAfter, stanceOf, type AssertionState, type OriginStance } from './stance.js';

/** What one origin said of one claim, and where that leaves it. */
export interface OriginAssertions {
  readonly said: readonly AssertionState[];
  readonly stance: OriginStance;
}

/** By the first thing that an origin said: where it stood when that was last asked, and by what. */
const lastUnited = new WeakMap<
  AssertionState,
  { readonly of: readonly OriginAssertions[]; readonly united: OriginStance }
>();

/**
 * Where an origin stands by all that it said of several claims that are the same. Where it only said more since that was
 * last asked, the rest is not looked at again.
 */
export function unitedStance(of: readonly OriginAssertions[]): OriginStance {
  const [first, ...more] = of;
  if (more.length === 0) return first!.stance;
  const key = first!.said[0]!;
  const before = lastUnited.get(key);
  if (before && isAlike(before.of, of)) return before.united;
  const since = before && saidSince(before.of, of);
  const united = since
    ? since.reduce(stanceAfter, before.united)
    : stanceOf(of.flatMap(({ said }) => said).toSorted(byRevision));
  lastUnited.set(key, { of, united });
  return united;
}

const isAlike = (before: readonly OriginAssertions[], now: readonly OriginAssertions[]): boolean =>
  before.length === now.length && before.every(({ said }, i) => said === now[i]!.said);

/** What was said later than all that was said before; null where anything else changed. */
function saidSince(
  before: readonly OriginAssertions[],
  now: readonly OriginAssertions[],
): readonly AssertionState[] | null {
  if (before.length !== now.length) return null;
  let latest = -1;
  const since: AssertionState[] = [];
  for (const [i, { said: was }] of before.entries()) {
    const { said: is } = now[i]!;
    if (is !== was && !was.every((a, n) => a === is[n])) return null;
    latest = Math.max(latest, was.at(-1)!.revision);
    since.push(...is.slice(was.length));
  }
  return since.every(({ revision }) => revision > latest) ? since.sort(byRevision) : null;
}
