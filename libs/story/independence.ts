import type { Origin } from './attribution.js';

/** An editor's assessment of two origins, if there is one: it wins over what the sides suggest. */
export type Assess = (a: string, b: string) => boolean | undefined;

/** Whose side nobody declared is allied with nobody that is known. */
export function allied(a: Origin, b: Origin): boolean {
  if (a.id === b.id) return true;
  if (a.side === null || b.side === null) return false;
  return a.side.id === b.side.id || a.side.allies.includes(b.side.id) || b.side.allies.includes(a.side.id);
}

/** Of two sides that were declared and are not allied, or apart by an editor's word. */
export function apart(a: Origin, b: Origin, assess: Assess): boolean {
  return assess(a.id, b.id) ?? (a.side !== null && b.side !== null && !allied(a, b));
}

/** Of different, not allied sides, and not both unnamed; who is unknown is independent of nobody. */
export function independent(a: Origin, b: Origin, assess: Assess): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return false;
  return assess(a.id, b.id) ?? (!allied(a, b) && !(a.kind === 'unnamed' && b.kind === 'unnamed'));
}

export function somePair<T>(items: readonly T[], holds: (a: T, b: T) => boolean): boolean {
  for (let i = 0; i < items.length; i++)
    for (let j = i + 1; j < items.length; j++) if (holds(items[i]!, items[j]!)) return true;
  return false;
}

/** The key under which the assessment of two origins is kept, whichever is named first. */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
