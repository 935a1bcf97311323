import type { Decider } from './decider.js';
import { refuseAt } from '../values/refusal.js';
import { same, type Instant, type Occurred, type Place, type Uuid } from '../values/text.js';
import { isAmong, type TextChange, type Wording } from '../values/wording.js';

export const COMPARATORS = ['=', '~', '>', '>=', '<', '<='] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** Who controls how much of an area. */
export interface Territory {
  readonly variable: string;
  readonly area: string;
  /** The whole of which `share` is a part. */
  readonly of: string | null;
  /** From 0 to 1. */
  readonly share: number | null;
  readonly km2: number | null;
  readonly comparator: Comparator;
  /** The party in control, and the party that lost it: words, not ids. */
  readonly controller: string;
  readonly from: string | null;
}

/** An amount of something. `low` and `high` are the bounds of an estimate. */
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

/** One checkable proposition, with its place, time and quantity. Each claim has one status. */
export interface Claim extends Content {
  /** Present if the claim is a decision: the parties of which each may decide. */
  readonly decidedBy?: readonly Decider[];
  /** Whether it accuses somebody of something serious. Only the desk sees it. */
  readonly allegation?: true;
}

/** A claim as an editor files it: deciders by id, or as the story already has them. */
export interface ClaimInput extends Content {
  readonly decidedBy?: readonly (string | Decider)[];
  readonly allegation?: boolean;
}

/** A quantity in a correction: if its variable is null, the claim keeps the one that it measures. */
type CorrectedQuantity<T extends { readonly variable: string }> = Omit<T, 'variable'> & {
  readonly variable: string | null;
};

/** The fields of a claim that a correction changes, each with its whole new value. */
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

/** The verdicts of the newsroom's own checks: from true to false, then `unproven`. */
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

/** A verdict of the newsroom on a claim. The method is public only if the editor says so. */
export interface Judgement {
  readonly id: Uuid;
  readonly claim: string;
  readonly verdict: Verdict;
  readonly method: string | null;
  readonly at: Instant;
  /** The revision at which it came into force again, because a later judgement was revoked. */
  readonly again: number | null;
}

/** A range of time in the world, both ends included; `null` is an open end. */
export interface TimeRange {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

export const variableOf = (claim: Claim): string | null =>
  claim.territory?.variable ?? claim.figure?.variable ?? null;

/**
 * Whether a filed claim has the time, place and quantity of a known one, and its words in all languages or some. Then
 * it is a reference, not a second claim. Without the mark of an allegation it may refer to a claim that has it.
 */
export function sameClaim(known: Claim, given: Claim): boolean {
  const { text, languages: _, ...content } = given.allegation ? known : publicClaim(known);
  const { text: words, languages: __, ...named } = given;
  return same(content, named) && isAmong(words, text);
}

/** A claim without what only the desk may see. */
export function publicClaim(claim: Claim): Claim {
  if (claim.allegation === undefined) return claim;
  const { allegation: _, ...known } = claim;
  return known;
}

/** @throws Refusal if the quantity of a claim does not fit its kind or its bounds */
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
