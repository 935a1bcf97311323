import type { Origin } from './attribution.js';
import type { Judgement } from './claim.js';
import { allied, independent, somePair, type Assess } from './independence.js';
import { notTakenBack, stanceOf, supports, type AssertionState, type OriginStance } from './stance.js';
import type { Text, Uuid } from './text.js';

export const STATUSES = [
  'verified',
  'refuted',
  'denied',
  'withdrawn',
  'unsupported',
  'disputed',
  'confirmed',
  'party-confirmed',
  'corroborated',
  'claimed',
  'reported',
] as const;
export type Status = (typeof STATUSES)[number];
export type Support = 'none' | 'single-origin' | 'multi-origin' | 'independent';
export type Authority = 'none' | 'one-side' | 'both-sides';
export type Contest = 'uncontested' | 'novelty-contested' | 'disputed' | 'denied';
export type FlagName =
  | 'anonymous-only'
  | 'same-side'
  | 'novelty-contested'
  | 'no-comment'
  | 'no-knowledge'
  | 'qualified'
  | 'superseded'
  | 'restated'
  | 'corrected';

export interface Flag {
  readonly flag: FlagName;
  /** The parties that spoke, or the origin ids of unnamed sources. */
  readonly who?: readonly string[];
}

/** Those a sentence about the status names, at most five of each. */
export interface Basis {
  readonly supporting: readonly Named[];
  readonly responsible: readonly Named[];
  readonly denying: readonly Named[];
  readonly origins: number;
  readonly takenBackBy: 'us' | 'origin' | 'outlet' | null;
  readonly method: string | null;
}

export interface Named {
  readonly name: Text;
  readonly kind: Origin['kind'];
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

export interface ClaimEvidence {
  /** What each origin said of the claim, in order of revision. */
  readonly byOrigin: Iterable<readonly AssertionState[]>;
  readonly judgement: Judgement | null;
  readonly assess: Assess;
  readonly superseded: readonly string[];
  readonly restated: readonly string[];
  readonly corrected: boolean;
}

/** One total function of the assertions that stand. It counts origins, never outlets. */
export function statusOf(evidence: ClaimEvidence): ClaimStatus {
  const spoken = [...evidence.byOrigin].filter((assertions) => assertions.length > 0);
  const stances = spoken.map(stanceOf);
  const supporting = withoutRelays(stances.filter((s) => s.supports.length > 0));
  const denying = stances.filter((s) => s.denies.length > 0);
  const responsible = supporting.filter((s) => s.standing === 'principal' && s.origin.kind !== 'unknown');
  const takenBack = spoken
    .flat()
    .filter((a) => supports(a) && !notTakenBack(a))
    .sort(byRevision);
  const support = supportOf(supporting, evidence.assess);
  const authority = authorityOf(responsible);
  const contest = contestOf(stances, support);
  const found = { support, authority, denied: denying.length > 0, takenBack: takenBack.length > 0 };
  const status = evidence.judgement?.verdict ?? derived(found);
  const lastBack = takenBack.at(-1);
  return {
    status,
    support,
    authority,
    contest,
    flags: flagsOf(evidence, stances, supporting),
    because: becauseOf(status, evidence.judgement, { supporting, responsible, denying, takenBack }),
    basis: {
      supporting: named(supporting),
      responsible: named(responsible),
      denying: named(denying),
      origins: supporting.length,
      takenBackBy: status === 'withdrawn' ? (lastBack?.withdrawn ?? lastBack?.retracted ?? null) : null,
      method: evidence.judgement?.method ?? null,
    },
  };
}

/** The first rule that matches, after a judgement. */
function derived(found: {
  support: Support;
  authority: Authority;
  denied: boolean;
  takenBack: boolean;
}): Status {
  if (found.support === 'none') {
    if (found.denied) return 'denied';
    return found.takenBack ? 'withdrawn' : 'unsupported';
  }
  if (found.denied) return 'disputed';
  if (found.authority === 'both-sides') return 'confirmed';
  if (found.authority === 'one-side' && found.support !== 'single-origin') return 'party-confirmed';
  if (found.support === 'independent') return 'corroborated';
  return found.authority === 'one-side' ? 'claimed' : 'reported';
}

/** Somebody unknown behind an outlet is no further origin where that outlet relays a known one. */
function withoutRelays(supporting: readonly OriginStance[]): readonly OriginStance[] {
  const known = supporting.filter((s) => s.origin.kind !== 'unknown');
  const relaying = new Set(known.flatMap((s) => s.supports.flatMap((a) => a.outlets)));
  return supporting.filter((s) => s.origin.kind !== 'unknown' || !relaying.has(s.origin.speaker));
}

function supportOf(supporting: readonly OriginStance[], assess: Assess): Support {
  if (supporting.length === 0) return 'none';
  if (supporting.length === 1) return 'single-origin';
  return somePair(supporting, (a, b) => independent(a.origin, b.origin, assess))
    ? 'independent'
    : 'multi-origin';
}

function authorityOf(responsible: readonly OriginStance[]): Authority {
  if (responsible.length === 0) return 'none';
  const both = somePair(
    responsible,
    (a, b) => !allied(a.origin, b.origin) && (a.origin.kind === 'party' || b.origin.kind === 'party'),
  );
  return both ? 'both-sides' : 'one-side';
}

function contestOf(stances: readonly OriginStance[], support: Support): Contest {
  if (stances.some((s) => s.denies.length > 0)) return support === 'none' ? 'denied' : 'disputed';
  return stances.some((s) => s.deniesNovelty.length > 0) ? 'novelty-contested' : 'uncontested';
}

function flagsOf(
  evidence: ClaimEvidence,
  stances: readonly OriginStance[],
  supporting: readonly OriginStance[],
): readonly Flag[] {
  const flags: Flag[] = [];
  const kinds = new Set(supporting.map((s) => s.origin.kind));
  const known = supporting.filter((s) => s.origin.kind !== 'unknown');
  if (kinds.has('unnamed') && !kinds.has('party')) flags.push({ flag: 'anonymous-only' });
  if (known.length > 1 && !somePair(known, (a, b) => !allied(a.origin, b.origin)))
    flags.push({ flag: 'same-side' });
  const who = (flag: FlagName, of: (s: OriginStance) => readonly AssertionState[]): void => {
    const speakers = new Set(stances.flatMap((s) => of(s).map((a) => a.origin.speaker)));
    if (speakers.size > 0) flags.push({ flag, who: [...speakers].sort() });
  };
  who('novelty-contested', (s) => s.deniesNovelty);
  who('no-comment', (s) => s.declinesComment);
  who('no-knowledge', (s) => s.noKnowledge);
  who('qualified', (s) => s.qualifies);
  if (evidence.superseded.length > 0) flags.push({ flag: 'superseded', who: evidence.superseded });
  if (evidence.restated.length > 0) flags.push({ flag: 'restated', who: evidence.restated });
  if (evidence.corrected) flags.push({ flag: 'corrected' });
  return flags;
}

interface Found {
  readonly supporting: readonly OriginStance[];
  readonly responsible: readonly OriginStance[];
  readonly denying: readonly OriginStance[];
  readonly takenBack: readonly AssertionState[];
}

function becauseOf(status: Status, judgement: Judgement | null, found: Found): readonly Uuid[] {
  const last = (
    of: (s: OriginStance) => readonly AssertionState[],
    stances: readonly OriginStance[],
  ): AssertionState[] => stances.map((s) => of(s).at(-1)!);
  const supporting = last((s) => s.supports, found.supporting);
  const denying = last((s) => s.denies, found.denying);
  switch (status) {
    case 'verified':
    case 'refuted':
      return judgement ? [judgement.id] : [];
    case 'denied':
      return ids(denying, 10);
    case 'withdrawn':
      return ids(found.takenBack, 10);
    case 'unsupported':
      return [];
    case 'disputed':
      return [...ids(supporting, 5), ...ids(denying, 5)];
    case 'confirmed':
    case 'claimed':
      return ids(
        last((s) => s.supports, found.responsible),
        10,
      );
    case 'party-confirmed': {
      const deciding = last((s) => s.supports, found.responsible)
        .sort(byRevision)
        .slice(-5);
      const others = supporting.filter((a) => !deciding.includes(a)).sort(byRevision);
      return ids([...deciding, ...others.slice(deciding.length - 10)], 10);
    }
    case 'corroborated':
    case 'reported':
      return ids(supporting, 10);
  }
}

const byRevision = (a: AssertionState, b: AssertionState): number =>
  a.revision - b.revision || (a.id < b.id ? -1 : 1);

const ids = (assertions: readonly AssertionState[], atMost: number): Uuid[] =>
  [...assertions]
    .sort(byRevision)
    .slice(-atMost)
    .map((a) => a.id);

function named(stances: readonly OriginStance[]): readonly Named[] {
  const byFirst = [...stances].sort(
    (a, b) => firstOf(a) - firstOf(b) || (a.origin.id < b.origin.id ? -1 : 1),
  );
  return byFirst.slice(0, 5).map(({ origin }) => ({ name: origin.name, kind: origin.kind }));
}

const firstOf = (s: OriginStance): number => (s.supports[0] ?? s.denies[0])!.revision;
