import type { Origin } from '../facts/attribution.js';

/** An editor's assessment of two origins: true if they are independent. It overrides what their sides suggest. */
export type Assess = (a: string, b: string) => boolean | undefined;

/**
 * Whether two origins are on the same or allied sides. An undeclared side has no allies. A document and its issuer are
 * one voice.
 */
export function allied(a: Origin, b: Origin): boolean {
  if (voiceOf(a) === voiceOf(b)) return true;
  if (a.side === null || b.side === null) return false;
  return a.side.id === b.side.id || a.side.allies.includes(b.side.id) || b.side.allies.includes(a.side.id);
}

const voiceOf = ({ id, document }: Origin): string => document?.issuer ?? id;

/** Whether two origins are on opposing sides: an editor says so, or both sides are declared and not allied. */
export function apart(a: Origin, b: Origin, assess: Assess): boolean {
  return assess(a.id, b.id) ?? (a.side !== null && b.side !== null && !allied(a, b));
}

/** Whether two origins corroborate each other: not allied, and at least one of them open to verification by readers. */
export function independent(a: Origin, b: Origin, assess: Assess): boolean {
  if (corroboratesNobody(a) || corroboratesNobody(b)) return false;
  return assess(a.id, b.id) ?? (!allied(a, b) && !(isUncertain(a) && isUncertain(b)));
}

/** Origins that corroborate nobody: unknown ones, rumours, and documents with disputed authenticity. */
export const corroboratesNobody = ({ kind, document }: Origin): boolean =>
  kind === 'unknown' || kind === 'rumour' || document?.authenticity === 'disputed';

/** Origins that readers cannot verify. An unverified document counts as an unnamed source. */
const isUncertain = ({ kind, document }: Origin): boolean =>
  kind === 'unnamed' || document?.authenticity === 'unverified';

export function somePair<T>(items: readonly T[], satisfies: (a: T, b: T) => boolean): boolean {
  for (let i = 0; i < items.length; i++)
    for (let j = i + 1; j < items.length; j++) if (satisfies(items[i]!, items[j]!)) return true;
  return false;
}

/** The key of the assessment of two origins, in either order. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
