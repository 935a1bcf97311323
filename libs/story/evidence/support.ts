import type { Origin } from '../facts/attribution.js';
import { apart, independent, somePair, type Assess } from './independence.js';
import type { OriginStance } from './stance.js';

/** How many origins support a claim, and whether two of them are independent. */
export type Support = 'none' | 'single-origin' | 'multi-origin' | 'independent';
/** On how many sides responsible origins support a claim. */
export type Authority = 'none' | 'one-side' | 'both-sides';
/** Whether anybody contradicts a claim. */
export type Contest = 'uncontested' | 'novelty-contested' | 'disputed' | 'denied';

export const supportersAmong = (stances: readonly OriginStance[]): readonly OriginStance[] =>
  stances.filter((s) => s.weight.supports.length > 0);

/** Only an origin that can be asked is responsible for what it says. */
export const mayAnswer = ({ kind }: Origin): boolean => kind === 'party' || kind === 'unnamed';

/**
 * The supporters without origins that add nothing. An unknown origin behind an outlet adds nothing if that outlet also
 * relays a known origin. A document adds nothing if its issuer supports the claim too, or speaks through it.
 */
export function withoutRelays(supporting: readonly OriginStance[]): readonly OriginStance[] {
  if (supporting.every(({ origin }) => mayAnswer(origin))) return supporting;
  const identified = supporting.filter((s) => s.origin.kind !== 'unknown');
  const isRelayed = ({ id, speaker, document }: Origin): boolean =>
    identified.some(
      (k) => k.origin.id !== id && (k.weight.through.includes(speaker) || k.origin.id === document?.issuer),
    );
  return supporting.filter(({ origin }) => mayAnswer(origin) || !isRelayed(origin));
}

/** A document with disputed authenticity counts only if it is the only kind of support. */
export function withoutDisputed(supporting: readonly OriginStance[]): readonly OriginStance[] {
  const isDisputed = ({ origin }: OriginStance): boolean => origin.document?.authenticity === 'disputed';
  if (!supporting.some(isDisputed)) return supporting;
  const others = supporting.filter((s) => !isDisputed(s));
  return others.length > 0 ? others : supporting;
}

export function supportOf(supporting: readonly OriginStance[], assess: Assess): Support {
  if (supporting.length === 0) return 'none';
  if (supporting.length === 1) return 'single-origin';
  return somePair(supporting, (a, b) => independent(a.origin, b.origin, assess))
    ? 'independent'
    : 'multi-origin';
}

export function authorityOf(responsible: readonly OriginStance[], assess: Assess): Authority {
  if (responsible.length === 0) return 'none';
  const both = somePair(
    responsible,
    (a, b) => apart(a.origin, b.origin, assess) && (a.origin.kind === 'party' || b.origin.kind === 'party'),
  );
  return both ? 'both-sides' : 'one-side';
}

export function contestOf(stances: readonly OriginStance[], support: Support): Contest {
  if (stances.some((s) => s.weight.denies.length > 0)) return support === 'none' ? 'denied' : 'disputed';
  return stances.some((s) => s.remarks.deniesNovelty.said.length > 0) ? 'novelty-contested' : 'uncontested';
}
