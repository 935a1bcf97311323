import { VERDICTS, type Verdict } from '../facts/claim.js';
import { mayDecide } from '../facts/decider.js';
import type { AppendOnlyList } from '../values/append-only-list.js';
import type { Instant, Text, Uuid } from '../values/text.js';
import { byRevision, type AssertionState } from './assertion-state.js';
import type { ClaimEvidence } from './claim-evidence.js';
import { flagsOf, type Flag } from './flags.js';
import { named, type Named } from './named.js';
import { reversalsIn } from './remarks.js';
import type { OriginStance } from './stance.js';
import {
  authorityOf,
  contestOf,
  mayAnswer,
  supportersAmong,
  supportOf,
  withoutDisputed,
  withoutRelays,
  type Authority,
  type Contest,
  type Support,
} from './support.js';

export type { Named };

export const STATUSES = [
  ...VERDICTS,
  'denied',
  'withdrawn',
  'unsupported',
  'disputed',
  'announced',
  'confirmed',
  'party-confirmed',
  'corroborated',
  'claimed',
  'reported',
  'unverified',
] as const;
export type Status = (typeof STATUSES)[number];

/** What a sentence about the status needs; it names at most five origins of each list. */
export interface Basis {
  readonly supporting: readonly Named[];
  readonly responsible: readonly Named[];
  readonly denying: readonly Named[];
  /** Those of the supporting origins who may decide it themselves. */
  readonly announcing: readonly Named[];
  /** Those who may decide it; empty if the claim is no decision. */
  readonly deciders: readonly Text[];
  /** Whose decision ended this one; null if it is in force, or if the claim is no decision. */
  readonly ended: { readonly how: 'annulled' | 'superseded'; readonly by: readonly Named[] } | null;
  readonly origins: number;
  readonly takenBackBy: 'us' | 'origin' | 'outlet' | null;
  /** If nobody supports it any more: those who took their support back themselves. */
  readonly takingBack: readonly Named[];
  readonly method: string | null;
  /** The time of a judgement that is in force again because a later one was revoked; otherwise null. */
  readonly judgedAt: Instant | null;
}

export interface ClaimStatus {
  readonly status: Status;
  readonly support: Support;
  readonly authority: Authority;
  readonly contest: Contest;
  readonly flags: readonly Flag[];
  /** The assertions and judgements that decided, at most ten, oldest first. */
  readonly because: readonly Uuid[];
  readonly basis: Basis;
}

/** The status of a claim, a total function of its evidence. It counts origins, never outlets. */
export function statusOf(evidence: ClaimEvidence): ClaimStatus {
  const rumours = evidence.stances.filter(isRumour);
  const circulating = supportersAmong(rumours);
  const stances = rumours.length === 0 ? evidence.stances : evidence.stances.filter((s) => !isRumour(s));
  const withDisputed = withoutRelays(supportersAmong(stances));
  const supporting = withoutDisputed(withDisputed);
  const denying = stances.filter((s) => s.weight.denies.length > 0);
  const { deciders, judgement } = evidence;
  const decides = ({ origin }: OriginStance): boolean => deciders.length > 0 && mayDecide(deciders, origin);
  const announcing = supporting.filter(decides);
  const responsible = supporting.filter(
    (s) => (s.weight.standing === 'principal' && mayAnswer(s.origin)) || decides(s),
  );
  const support = supportOf(supporting, evidence.assess);
  const authority = authorityOf(responsible, evidence.assess);
  const byEvidence = derived({
    support,
    authority,
    denied: denying.length > 0,
    announced: announcing.length > 0,
    circulates: circulating.length > 0,
    takenBack: evidence.stances.some((s) => s.takenBack.length > 0),
  });
  const status = judgement?.verdict ?? byEvidence;
  const takenBack =
    status === 'withdrawn' ? evidence.stances.flatMap((s) => s.takenBack).sort(byRevision) : [];
  const lastTakenBack = takenBack.at(-1);
  const basedOn = status === 'unverified' ? circulating : supporting;
  return {
    status,
    support,
    authority,
    contest: contestOf(stances, support),
    flags: flagsOf(evidence, withDisputed),
    because: judgement
      ? [judgement.id]
      : becauseOf(byEvidence, { supporting: basedOn, announcing, responsible, denying, takenBack }),
    basis: {
      supporting: named(basedOn),
      responsible: named(responsible),
      denying: named(denying),
      announcing: named(announcing),
      deciders: deciders.map(({ name }) => ({ und: name })),
      ended: endOf(evidence),
      origins: basedOn.length,
      takenBackBy: lastTakenBack ? (lastTakenBack.withdrawn ?? lastTakenBack.retracted ?? 'origin') : null,
      takingBack: status === 'withdrawn' ? named(evidence.stances.filter(tookBack)) : [],
      method: judgement?.method ?? null,
      judgedAt: judgement && judgement.again !== null ? judgement.at : null,
    },
  };
}

const isRumour = ({ origin }: OriginStance): boolean => origin.kind === 'rumour';

/** Whether an origin that supported the claim took that back itself. */
const tookBack = ({ supported, remarks }: OriginStance): boolean =>
  supported && reversalsIn(remarks).length > 0;

function endOf({ deciders, annulled, superseded }: ClaimEvidence): Basis['ended'] {
  if (deciders.length === 0) return null;
  if (annulled.by.length > 0) return { how: 'annulled', by: annulled.deciding ?? [] };
  return superseded.by.length > 0 ? { how: 'superseded', by: superseded.deciding ?? [] } : null;
}

/** A status without a judgement. */
type Derived = Exclude<Status, Verdict>;

/** The first rule that matches. */
function derived(found: {
  support: Support;
  authority: Authority;
  denied: boolean;
  announced: boolean;
  circulates: boolean;
  takenBack: boolean;
}): Derived {
  if (found.support === 'none') {
    if (found.denied) return 'denied';
    if (found.circulates) return 'unverified';
    return found.takenBack ? 'withdrawn' : 'unsupported';
  }
  if (found.denied) return 'disputed';
  if (found.announced) return 'announced';
  if (found.authority === 'both-sides') return 'confirmed';
  if (found.authority === 'one-side' && found.support !== 'single-origin') return 'party-confirmed';
  if (found.support === 'independent') return 'corroborated';
  return found.authority === 'one-side' ? 'claimed' : 'reported';
}

interface Found {
  readonly supporting: readonly OriginStance[];
  readonly announcing: readonly OriginStance[];
  readonly responsible: readonly OriginStance[];
  readonly denying: readonly OriginStance[];
  readonly takenBack: readonly AssertionState[];
}

/** The assertions from which a status follows, at most ten. */
function becauseOf(status: Derived, found: Found): readonly Uuid[] {
  const last = (
    of: (s: OriginStance) => AppendOnlyList<AssertionState>,
    stances: readonly OriginStance[],
  ): AssertionState[] => stances.map((s) => of(s).last()!);
  const supporting = last((s) => s.weight.supports, found.supporting);
  const denying = last((s) => s.weight.denies, found.denying);
  switch (status) {
    case 'denied':
      return ids(denying, 10);
    case 'withdrawn':
      return ids(found.takenBack, 10);
    case 'unsupported':
      return [];
    case 'disputed':
      return [...ids(supporting, 5), ...ids(denying, 5)];
    case 'announced':
      return ids(
        last((s) => s.weight.supports, found.announcing),
        10,
      );
    case 'confirmed':
    case 'claimed':
      return ids(
        last((s) => s.weight.supports, found.responsible),
        10,
      );
    case 'party-confirmed': {
      const deciding = last((s) => s.weight.supports, found.responsible)
        .sort(byRevision)
        .slice(-5);
      const others = supporting.filter((a) => !deciding.includes(a)).sort(byRevision);
      return ids([...deciding, ...others.slice(deciding.length - 10)], 10);
    }
    case 'corroborated':
    case 'reported':
    case 'unverified':
      return ids(supporting, 10);
  }
}

const ids = (assertions: readonly AssertionState[], atMost: number): Uuid[] =>
  [...assertions]
    .sort(byRevision)
    .slice(-atMost)
    .map((a) => a.id);
