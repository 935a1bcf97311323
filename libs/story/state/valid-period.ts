import { variableOf } from '../facts/claim.js';
import { outOfForceFrom } from './replacing.js';
import { supportersOf } from '../evidence/stance.js';
import type { ClaimState, Story } from './story.js';
import type { Instant } from '../values/text.js';
import {
  beginsAmong,
  endOf,
  isLater,
  isReplaced,
  recordedAfter,
  sameTime,
  startOf,
  valuesOf,
} from './variable.js';

/** A range of world time over which a claim holds by one origin's word; both ends included, null is open. */
export interface ValidPeriod {
  /** Null for a claim that holds by its own time: a proposition, a decision, or a value that nobody supports. */
  readonly origin: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** The same origin gave another value for the same time later, or an editor put one in its place: this one never holds. */
  readonly restated: boolean;
}

/**
 * When a claim holds, in the sense of {@link holdsAt}: a proposition over its own time; a decision until another takes it
 * out of force; a value, by each
 * origin that supports it, until the millisecond before that origin's next value of the variable begins. One that another
 * takes the place of before it begins has a `to` before its `from`.
 */
export function validPeriodsOf(story: Story, state: ClaimState): readonly ValidPeriod[] {
  const { validTime } = state;
  const variable = variableOf(state.claim);
  const origins = [...supportersOf(state.stances).keys()];
  if (variable === null || origins.length === 0) {
    const replaced = outOfForceFrom(story, state);
    const restated = replaced !== null && replaced <= startOf(validTime);
    const to = replaced === null || restated ? validTime.to : Math.min(endOf(validTime), replaced - 1);
    return [{ origin: null, from: validTime.from, to, restated }];
  }
  const start = startOf(validTime);
  const others = valuesOf(story, variable).filter((v) => v !== state && startOf(v.validTime) >= start);
  return origins.map((origin) => {
    const own = others.filter((v) => supportersOf(v.stances).has(origin) && !isReplaced(story, v));
    const restated =
      isReplaced(story, state) ||
      own.some((v) => sameTime(v.validTime, validTime) && recordedAfter(v, state));
    const next = own.reduce((first, other) => {
      if (!isLater(other.validTime, validTime)) return first;
      // Of periods that begin together the longer begins where the shorter ends.
      return Math.min(
        first,
        startOf(other.validTime) > start ? startOf(other.validTime) : endOf(validTime) + 1,
      );
    }, Infinity);
    const begins = beginsAmong(own, validTime);
    return {
      origin,
      from: begins === -Infinity ? null : begins,
      to: restated || next === Infinity ? null : next - 1,
      restated,
    };
  });
}
