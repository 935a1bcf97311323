import { isVerdict, type Verdict } from '../facts/claim.js';
import type { Document } from '../facts/document.js';
import type { Basis, ClaimStatus, Named, Status } from './status.js';
import { dayOf, type Text } from '../values/text.js';

/** Somebody or something that a sentence about a status names. */
export interface Mention extends Pick<Named, 'name' | 'kind'> {
  readonly document?: Pick<Document, 'medium' | 'authenticity'>;
  /** Set where they are more than one person, and where the sentence agrees with that. */
  readonly several?: true;
}

type Mentions = readonly Mention[];

type Because =
  | {
      readonly status: Verdict;
      readonly method: string | null;
      /** A day in UTC, `2016-12-01`: of a verdict that is in force again since a later one was revoked. */
      readonly judgedOn: string | null;
    }
  | { readonly status: 'denied'; readonly denying: Mentions }
  | { readonly status: 'withdrawn'; readonly by: Basis['takenBackBy']; readonly takingBack: Mentions }
  | { readonly status: 'unsupported' }
  | { readonly status: 'disputed'; readonly supporting: Mentions; readonly denying: Mentions }
  | { readonly status: 'announced'; readonly announcing: Mentions }
  | { readonly status: 'confirmed' | 'claimed'; readonly responsible: Mentions }
  | {
      readonly status: 'party-confirmed';
      readonly responsible: Mentions;
      readonly origins: number;
      /** Whether the sides of all of them are declared. */
      readonly sided: boolean;
    }
  | { readonly status: 'corroborated' | 'reported'; readonly supporting: Mentions; readonly origins: number }
  | { readonly status: 'unverified'; readonly supporting: Mentions };

/** What more there is to say of a decision. */
type OfDecision =
  | { readonly notAnnouncedBy: readonly Text[] }
  | { readonly ended: NonNullable<Basis['ended']>['how']; readonly by: Mentions };

/**
 * Why a claim has its status: all that a sentence about it needs, and nothing else. Two statuses with the same reason
 * are explained in the same words.
 */
export type Reason = Because & { readonly decision?: OfDecision };

export function reasonOf(status: ClaimStatus): Reason {
  const decision = ofDecision(status);
  return { ...because(status), ...(decision ? { decision } : {}) };
}

function because({ status, basis }: ClaimStatus): Because {
  const { origins, method, judgedAt } = basis;
  if (isVerdict(status)) return { status, method, judgedOn: judgedAt === null ? null : dayOf(judgedAt) };
  switch (status) {
    case 'denied':
      return { status, denying: mentions(basis.denying) };
    case 'withdrawn':
      return {
        status,
        by: basis.takenBackBy,
        takingBack: basis.takenBackBy === 'origin' ? mentions(basis.takingBack) : [],
      };
    case 'unsupported':
      return { status };
    case 'disputed':
      return { status, supporting: agreeing(basis.supporting), denying: agreeing(basis.denying) };
    case 'announced':
      return { status, announcing: mentions(basis.announcing) };
    case 'confirmed':
      return { status, responsible: mentions(basis.responsible) };
    case 'party-confirmed':
      return {
        status,
        responsible: mentions(basis.responsible),
        origins,
        sided: basis.responsible.every((who) => who.sided),
      };
    case 'claimed':
      return { status, responsible: agreeing(basis.responsible) };
    case 'corroborated':
    case 'reported':
      return { status, supporting: mentions(basis.supporting), origins };
    case 'unverified':
      return { status, supporting: mentions(basis.supporting) };
  }
}

const NEVER_MADE: readonly Status[] = ['refuted', 'denied', 'withdrawn', 'unsupported'];
const NOT_ANNOUNCED: readonly Status[] = [
  'confirmed',
  'party-confirmed',
  'corroborated',
  'claimed',
  'reported',
];

/** Of a decision: that it is not announced, or what put an end to it. */
function ofDecision({ status, basis: { deciders, ended } }: ClaimStatus): OfDecision | null {
  if (deciders.length === 0 || NEVER_MADE.includes(status)) return null;
  if (ended) return { ended: ended.how, by: mentions(ended.by) };
  return NOT_ANNOUNCED.includes(status) ? { notAnnouncedBy: deciders } : null;
}

const mentions = (of: readonly Named[]): Mentions =>
  of.map(({ name, kind, document }) => ({
    name,
    kind,
    ...(document ? { document: { medium: document.medium, authenticity: document.authenticity } } : {}),
  }));

const agreeing = (of: readonly Named[]): Mentions =>
  mentions(of).map((mention, i) => (of[i]!.several ? { ...mention, several: true } : mention));
