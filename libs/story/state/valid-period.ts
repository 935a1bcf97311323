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

/** A range of world time in which one origin says that a claim is true; both ends included, null is open. */
export interface ValidPeriod {
  /** Null if only the time of the claim counts: for a proposition, a decision, or a value without support. */
  readonly origin: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Whether the origin or an editor replaced it with another value for the same time: it is never true then. */
  readonly restated: boolean;
}

/**
 * The periods in which a claim is true, in the sense of {@link isValidAt}:
 * - a proposition during its time;
 * - a decision until another one takes it out of force;
 * - a value, for each origin that supports it, until just before that origin's next value of the variable.
 *
 * A claim that is replaced before it begins has a `to` before its `from`.
 */
export function validPeriodsOf(story: Story, state: ClaimState): readonly ValidPeriod[] {
  const { validTime } = state;
  const variable = variableOf(state.claim);
  const origins = [...supportersOf(state.stances).keys()];
  if (variable === null || origins.length === 0) {
    const ended = outOfForceFrom(story, state);
    const restated = ended !== null && ended <= startOf(validTime);
    const to = ended === null || restated ? validTime.to : Math.min(endOf(validTime), ended - 1);
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
      // Of two periods with the same start, the longer one takes over when the shorter one ends.
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
