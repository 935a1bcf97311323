import type { Decider } from './decider.js';
import { refuseAt } from '../values/refusal.js';
import { same, type Instant, type Occurred, type Place, type Uuid } from '../values/text.js';
import { isAmong, type TextChange, type Wording } from '../values/wording.js';

export const COMPARATORS = ['=', '~', '>', '>=', '<', '<='] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** Who controls how much of what. */
export interface Territory {
  readonly variable: string;
  readonly area: string;
  /** The whole that `share` is a share of. */
  readonly of: string | null;
  /** From 0 to 1. */
  readonly share: number | null;
  readonly km2: number | null;
  readonly comparator: Comparator;
  /** Party in control, and from whom it was taken: words, not ids. */
  readonly controller: string;
  readonly from: string | null;
}

/** How many of what. `low` and `high` bound an estimate. */
export interface Figure {
  readonly variable: string;
  readonly what: string;
  readonly of: string | null;
  readonly unit: string | null;
  readonly denominator: string | null;
  readonly period: string | null;
  readonly count: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
}

export const CLAIM_KINDS = ['proposition', 'territory', 'figure', 'decision'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

interface Content extends Wording {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly occurred: Occurred | null;
  readonly place: Place | null;
  readonly territory: Territory | null;
  readonly figure: Figure | null;
}

/** One checkable proposition, with its own place, time and quantity: the atom of status. */
export interface Claim extends Content {
  /** Who may decide, any one of them: there where the claim is a decision. */
  readonly decidedBy?: readonly Decider[];
  /** Whether it accuses somebody of something serious. Known to the desk alone. */
  readonly allegation?: true;
}

/** A claim as an editor files it: parties by id, or as they stand in the story already. */
export interface ClaimInput extends Content {
  readonly decidedBy?: readonly (string | Decider)[];
  readonly allegation?: boolean;
}

/** A quantity as a correction gives it: without a variable it keeps the one it measures. */
type CorrectedQuantity<T extends { readonly variable: string }> = Omit<T, 'variable'> & {
  readonly variable: string | null;
};

/** What a correction changes of a claim, each field whole. */
export interface ClaimChanges {
  readonly text?: TextChange;
  readonly occurred?: Occurred | null;
  readonly place?: Place | null;
  readonly territory?: CorrectedQuantity<Territory>;
  readonly figure?: CorrectedQuantity<Figure>;
  readonly decidedBy?: readonly string[];
  readonly allegation?: boolean;
}

export const RELATIONS = [
  'same',
  'narrows',
  'broadens',
  'contradicts',
  'supersedes',
  'restates',
  'annuls',
] as const;
export type Relation = (typeof RELATIONS)[number];

export interface ClaimLink {
  readonly id: Uuid;
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
}

/** What an editor may find by a check of our own: from true to false, and last what can be neither proved nor disproved. */
export const VERDICTS = [
  'verified',
  'mostly-true',
  'missing-context',
  'misleading',
  'refuted',
  'unproven',
] as const;
export type Verdict = (typeof VERDICTS)[number];
export const isVerdict = (status: string): status is Verdict =>
  (VERDICTS as readonly string[]).includes(status);

/** An editor's own finding. The method is public only where the editor says so. */
export interface Judgement {
  readonly id: Uuid;
  readonly claim: string;
  readonly verdict: Verdict;
  readonly method: string | null;
  readonly at: Instant;
  /** The revision by which it stands again, since a later one was revoked. */
  readonly again: number | null;
}

/** Over which range of world time a claim is held; both ends included, `null` is an open end. */
export interface TimeRange {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

export const variableOf = (claim: Claim): string | null =>
  claim.territory?.variable ?? claim.figure?.variable ?? null;

/**
 * Whether a claim is given with the same time, place, quantity and words, in all of its languages or some: to name it
 * again is a reference, not a second claim, and leaves it marked as an allegation if it is.
 */
export function sameClaim(known: Claim, given: Claim): boolean {
  const { text, languages: _, ...content } = given.allegation ? known : publicClaim(known);
  const { text: words, languages: __, ...named } = given;
  return same(content, named) && isAmong(words, text);
}

/** A claim as the world may know it. */
export function publicClaim(claim: Claim): Claim {
  if (claim.allegation === undefined) return claim;
  const { allegation: _, ...known } = claim;
  return known;
}

/** @throws Refusal where a claim's quantity does not fit its kind or its own bounds */
export function checkClaim(claim: Claim, pointer: string): void {
  const refuse = refuseAt(pointer);
  if (
    (claim.kind === 'territory') !== (claim.territory !== null) ||
    (claim.kind === 'figure') !== (claim.figure !== null) ||
    (claim.kind === 'decision') !== (claim.decidedBy !== undefined && claim.decidedBy.length > 0)
  )
    refuse('claim-kind-mismatch', `Claim ${claim.id} is a ${claim.kind}: it carries ${carries(claim.kind)}.`);
  const { low = null, high = null, count = null } = claim.figure ?? {};
  if (low !== null && high !== null && low > high)
    refuse('range-inverted', `Claim ${claim.id} has a low bound above its high bound.`);
  if (count !== null && ((low !== null && count < low) || (high !== null && count > high)))
    refuse('range-inverted', `Claim ${claim.id} has a count outside its bounds.`);
  if (claim.figure && low === null && high === null && count === null)
    refuse('quantity-missing', `Claim ${claim.id} is a figure: give a count, or a low or high bound.`);
  if (
    claim.territory &&
    claim.territory.share === null &&
    claim.territory.km2 === null &&
    claim.territory.of !== null
  )
    refuse(
      'quantity-missing',
      `Claim ${claim.id} names a whole: give the share of it, or leave the whole out.`,
    );
}

function carries(kind: ClaimKind): string {
  switch (kind) {
    case 'proposition':
      return 'neither territory nor figure, nor decidedBy';
    case 'territory':
      return 'territory, and neither figure nor decidedBy';
    case 'figure':
      return 'figure, and neither territory nor decidedBy';
    case 'decision':
      return 'decidedBy, the parties that may decide, and neither territory nor figure';
  }
}
