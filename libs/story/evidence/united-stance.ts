import { stanceAfter, stanceOf, type OriginStance } from './stance.js';
import { byRevision, type AssertionState } from './assertion-state.js';

/** The assertions of one origin on one claim, and the stance that follows from them. */
export interface OriginAssertions {
  readonly said: readonly AssertionState[];
  readonly stance: OriginStance;
}

/** The last result, by the first assertion of an origin. */
const lastUnited = new WeakMap<
  AssertionState,
  { readonly of: readonly OriginAssertions[]; readonly united: OriginStance }
>();

/**
 * The stance of an origin on several claims that are the same. If the origin only added assertions since the last call,
 * the last stance is continued.
 */
export function unitedStance(of: readonly OriginAssertions[]): OriginStance {
  const [first, ...more] = of;
  if (more.length === 0) return first!.stance;
  const key = first!.said[0]!;
  const before = lastUnited.get(key);
  if (before && hasSameAssertions(before.of, of)) return before.united;
  const added = before && addedSince(before.of, of);
  const united = added
    ? added.reduce(stanceAfter, before.united)
    : stanceOf(of.flatMap(({ said }) => said).toSorted(byRevision));
  lastUnited.set(key, { of, united });
  return united;
}

const hasSameAssertions = (before: readonly OriginAssertions[], now: readonly OriginAssertions[]): boolean =>
  before.length === now.length && before.every(({ said }, i) => said === now[i]!.said);

/** The new assertions, if they come after all earlier ones; null if anything else changed. */
function addedSince(
  before: readonly OriginAssertions[],
  now: readonly OriginAssertions[],
): readonly AssertionState[] | null {
  if (before.length !== now.length) return null;
  let latest = -1;
  const added: AssertionState[] = [];
  for (const [i, { said: was }] of before.entries()) {
    const { said: is } = now[i]!;
    if (is !== was && !was.every((a, n) => a === is[n])) return null;
    latest = Math.max(latest, was.at(-1)!.revision);
    added.push(...is.slice(was.length));
  }
  return added.every(({ revision }) => revision > latest) ? added.sort(byRevision) : null;
}
