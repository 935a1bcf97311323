import type { Origin } from '../facts/attribution.js';

/** An editor's assessment of two origins, if there is one: it wins over what the sides suggest. */
export type Assess = (a: string, b: string) => boolean | undefined;

/** Whose side nobody declared is allied with nobody that is known; a document is of one voice with its issuer. */
export function allied(a: Origin, b: Origin): boolean {
  if (voiceOf(a) === voiceOf(b)) return true;
  if (a.side === null || b.side === null) return false;
  return a.side.id === b.side.id || a.side.allies.includes(b.side.id) || b.side.allies.includes(a.side.id);
}

const voiceOf = ({ id, document }: Origin): string => document?.issuer ?? id;

/** Of two sides that were declared and are not allied, or apart by an editor's word. */
export function apart(a: Origin, b: Origin, assess: Assess): boolean {
  return assess(a.id, b.id) ?? (a.side !== null && b.side !== null && !allied(a, b));
}

/** Of different, not allied sides, and not both such as readers cannot look up; who backs nobody is independent of nobody. */
export function independent(a: Origin, b: Origin, assess: Assess): boolean {
  if (backsNobody(a) || backsNobody(b)) return false;
  return assess(a.id, b.id) ?? (!allied(a, b) && !(isUncertain(a) && isUncertain(b)));
}

/** Who is unknown, what circulates, and a document whose authenticity is disputed. */
export const backsNobody = ({ kind, document }: Origin): boolean =>
  kind === 'unknown' || kind === 'rumour' || document?.authenticity === 'disputed';

/** A document that nobody has verified counts as an unnamed source does. */
const isUncertain = ({ kind, document }: Origin): boolean =>
  kind === 'unnamed' || document?.authenticity === 'unverified';

export function somePair<T>(items: readonly T[], holds: (a: T, b: T) => boolean): boolean {
  for (let i = 0; i < items.length; i++)
    for (let j = i + 1; j < items.length; j++) if (holds(items[i]!, items[j]!)) return true;
  return false;
}

/** The key under which the assessment of two origins is kept, whichever is named first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
