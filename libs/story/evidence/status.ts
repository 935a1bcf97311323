import type { Origin } from '../facts/attribution.js';
import { VERDICTS, type Judgement, type Verdict } from '../facts/claim.js';
import { mayDecide, type Decider } from '../facts/decider.js';
import { REMARKS, STANCE_FLAGS, STANCE_RULES } from '../facts/stance.js';
import { allied, apart, independent, somePair, type Assess } from './independence.js';
import { byRevision, reversalsOf, type AssertionState, type OriginStance, type Speakers } from './stance.js';
import type { AppendOnlyList } from '../values/append-only-list.js';
import type { Instant, Text, Uuid } from '../values/text.js';

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
export type Support = 'none' | 'single-origin' | 'multi-origin' | 'independent';
export type Authority = 'none' | 'one-side' | 'both-sides';
export type Contest = 'uncontested' | 'novelty-contested' | 'disputed' | 'denied';
export const FLAGS = [
  'anonymous-only',
  'document-unverified',
  'document-disputed',
  'same-side',
  ...STANCE_FLAGS,
  'superseded',
  'restated',
  'annulled',
  'contradicted',
  'corrected',
] as const;
export type FlagName = (typeof FLAGS)[number];

export interface Flag {
  readonly flag: FlagName;
  /** The parties that spoke, or the origin ids of other sources. */
  readonly who?: readonly string[];
  /** The claims that an editor put in the place of this one. */
  readonly by?: readonly string[];
}

/** The speakers by whom a claim is replaced, and the claims that an editor put in its place. */
export interface Replacement {
  readonly who: readonly string[];
  readonly by: readonly string[];
  /** Those who decided otherwise, where the claim is a decision. */
  readonly deciding?: readonly Named[];
}

/** Those a sentence about the status names, at most five of each. */
export interface Basis {
  readonly supporting: readonly Named[];
  readonly responsible: readonly Named[];
  readonly denying: readonly Named[];
  /** Those of the supporting who may decide it themselves. */
  readonly announcing: readonly Named[];
  /** Those who may decide it; of nobody where the claim is no decision. */
  readonly deciders: readonly Text[];
  /** Whose decision put an end to this one; null while it is in force, or where it is none. */
  readonly ended: { readonly how: 'annulled' | 'superseded'; readonly by: readonly Named[] } | null;
  readonly origins: number;
  readonly takenBackBy: 'us' | 'origin' | 'outlet' | null;
  /** Those who supported it and took that back themselves, where nobody supports it any more. */
  readonly takingBack: readonly Named[];
  readonly method: string | null;
  /** When the judgement was made that stands again since a later one was revoked. */
  readonly judgedAt: Instant | null;
}

export interface Named {
  readonly name: Text;
  readonly kind: Origin['kind'];
  /** Whether the side of this origin is declared. */
  readonly sided: boolean;
  /** Whether they are more than one person. */
  readonly several: boolean;
  readonly document?: Origin['document'];
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
  /** Where each origin stands that spoke of the claim, in any order. */
  readonly stances: readonly OriginStance[];
  readonly speakers: Speakers;
  readonly judgement: Judgement | null;
  readonly assess: Assess;
  readonly superseded: Replacement;
  readonly restated: Replacement;
  readonly annulled: Replacement;
  readonly contradicted: Replacement;
  readonly corrected: boolean;
  readonly deciders: readonly Decider[];
}

/** One total function of the assertions that stand. It counts origins, never outlets. */
export function statusOf(evidence: ClaimEvidence): ClaimStatus {
  const rumours = evidence.stances.filter(isRumour);
  const circulating = supportersAmong(rumours);
  const stances = rumours.length === 0 ? evidence.stances : evidence.stances.filter((s) => !isRumour(s));
  const heard = withoutRelays(supportersAmong(stances));
  const supporting = withoutDisputed(heard);
  const denying = stances.filter((s) => s.weight.denies.length > 0);
  const { deciders } = evidence;
  const decides = ({ origin }: OriginStance): boolean => deciders.length > 0 && mayDecide(deciders, origin);
  const announcing = supporting.filter(decides);
  const responsible = supporting.filter(
    (s) => (s.weight.standing === 'principal' && mayAnswer(s.origin)) || decides(s),
  );
  const support = supportOf(supporting, evidence.assess);
  const authority = authorityOf(responsible, evidence.assess);
  const contest = contestOf(stances, support);
  const found = {
    support,
    authority,
    denied: denying.length > 0,
    announced: announcing.length > 0,
    circulates: circulating.length > 0,
    takenBack: evidence.stances.some((s) => s.takenBack.length > 0),
  };
  const { judgement } = evidence;
  const says = derived(found);
  const status = judgement?.verdict ?? says;
  const takenBack =
    status === 'withdrawn' ? evidence.stances.flatMap((s) => s.takenBack).sort(byRevision) : [];
  const lastBack = takenBack.at(-1);
  const resting = status === 'unverified' ? circulating : supporting;
  return {
    status,
    support,
    authority,
    contest,
    flags: flagsOf(evidence, heard),
    because: judgement
      ? [judgement.id]
      : becauseOf(says, { supporting: resting, announcing, responsible, denying, takenBack }),
    basis: {
      supporting: named(resting),
      responsible: named(responsible),
      denying: named(denying),
      announcing: named(announcing),
      deciders: evidence.deciders.map(({ name }) => ({ und: name })),
      ended: endOf(evidence),
      origins: resting.length,
      takenBackBy: lastBack ? (lastBack.withdrawn ?? lastBack.retracted ?? 'origin') : null,
      takingBack: status === 'withdrawn' ? named(evidence.stances.filter(tookBack)) : [],
      method: judgement?.method ?? null,
      judgedAt: judgement && judgement.again !== null ? judgement.at : null,
    },
  };
}

/** Whether an origin gave up by a word of its own that it supported the claim. */
const tookBack = (stance: OriginStance): boolean => stance.supported && reversalsOf(stance).length > 0;

type Derived = Exclude<Status, Verdict>;

/** The first rule that matches, after a judgement. */
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

const isRumour = ({ origin }: OriginStance): boolean => origin.kind === 'rumour';

const supportersAmong = (stances: readonly OriginStance[]): readonly OriginStance[] =>
  stances.filter((s) => s.weight.supports.length > 0);

/** Only somebody who can be asked is responsible for what is said. */
const mayAnswer = ({ kind }: Origin): boolean => kind === 'party' || kind === 'unnamed';

/**
 * Somebody unknown behind an outlet is no further origin where that outlet relays a known one, nor is a document where
 * whoever is said to have issued it says so, or it counts as the word of its issuer.
 */
function withoutRelays(supporting: readonly OriginStance[]): readonly OriginStance[] {
  if (supporting.every(({ origin }) => mayAnswer(origin))) return supporting;
  const known = supporting.filter((s) => s.origin.kind !== 'unknown');
  const isRelayed = ({ id, speaker, document }: Origin): boolean =>
    known.some(
      (k) => k.origin.id !== id && (k.weight.through.includes(speaker) || k.origin.id === document?.issuer),
    );
  return supporting.filter(({ origin }) => mayAnswer(origin) || !isRelayed(origin));
}

/** A document whose authenticity is disputed is no further origin beside others. */
function withoutDisputed(supporting: readonly OriginStance[]): readonly OriginStance[] {
  const isDisputed = ({ origin }: OriginStance): boolean => origin.document?.authenticity === 'disputed';
  if (!supporting.some(isDisputed)) return supporting;
  const others = supporting.filter((s) => !isDisputed(s));
  return others.length > 0 ? others : supporting;
}

function supportOf(supporting: readonly OriginStance[], assess: Assess): Support {
  if (supporting.length === 0) return 'none';
  if (supporting.length === 1) return 'single-origin';
  return somePair(supporting, (a, b) => independent(a.origin, b.origin, assess))
    ? 'independent'
    : 'multi-origin';
}

function authorityOf(responsible: readonly OriginStance[], assess: Assess): Authority {
  if (responsible.length === 0) return 'none';
  const both = somePair(
    responsible,
    (a, b) => apart(a.origin, b.origin, assess) && (a.origin.kind === 'party' || b.origin.kind === 'party'),
  );
  return both ? 'both-sides' : 'one-side';
}

function contestOf(stances: readonly OriginStance[], support: Support): Contest {
  if (stances.some((s) => s.weight.denies.length > 0)) return support === 'none' ? 'denied' : 'disputed';
  return stances.some((s) => s.remarks.deniesNovelty.said.length > 0) ? 'novelty-contested' : 'uncontested';
}

function flagsOf(evidence: ClaimEvidence, supporting: readonly OriginStance[]): readonly Flag[] {
  const flags: Flag[] = [];
  const kinds = new Set(supporting.map((s) => s.origin.kind));
  const known = supporting.filter((s) => s.origin.kind !== 'unknown');
  if (kinds.has('unnamed') && !kinds.has('party') && !kinds.has('document'))
    flags.push({ flag: 'anonymous-only' });
  for (const authenticity of kinds.has('document') ? (['unverified', 'disputed'] as const) : []) {
    const documents = supporting.filter((s) => s.origin.document?.authenticity === authenticity);
    const who = documents.map((s) => s.origin.speaker).sort();
    if (who.length > 0) flags.push({ flag: `document-${authenticity}`, who });
  }
  // Whose decision it is needs nobody of another side to say so.
  const { deciders } = evidence;
  const decided = deciders.length > 0 && known.some((s) => mayDecide(deciders, s.origin));
  if (!decided && known.length > 1 && !somePair(known, (a, b) => !allied(a.origin, b.origin)))
    flags.push({ flag: 'same-side' });
  for (const stance of REMARKS) {
    const who = evidence.speakers[stance];
    if (who.length > 0) flags.push({ flag: STANCE_RULES[stance].flag, who });
  }
  for (const flag of ['superseded', 'restated', 'annulled', 'contradicted'] as const) {
    const { who, by } = evidence[flag];
    if (who.length > 0 || by.length > 0) flags.push({ flag, who, ...(by.length > 0 ? { by } : {}) });
  }
  if (evidence.corrected) flags.push({ flag: 'corrected' });
  return flags;
}

function endOf({ deciders, annulled, superseded }: ClaimEvidence): Basis['ended'] {
  if (deciders.length === 0) return null;
  if (annulled.by.length > 0) return { how: 'annulled', by: annulled.deciding ?? [] };
  return superseded.by.length > 0 ? { how: 'superseded', by: superseded.deciding ?? [] } : null;
}

interface Found {
  readonly supporting: readonly OriginStance[];
  readonly announcing: readonly OriginStance[];
  readonly responsible: readonly OriginStance[];
  readonly denying: readonly OriginStance[];
  readonly takenBack: readonly AssertionState[];
}

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

const NOBODY: readonly Named[] = [];

const named = (stances: readonly OriginStance[]): readonly Named[] =>
  stances.length === 0
    ? NOBODY
    : firstOf(5, stances, byFirst).map((stance) => {
        const { name, kind, side, document } = stance.origin;
        const last = stance.weight.weighs.last() ?? reversalsOf(stance).at(-1);
        return {
          name,
          kind,
          sided: side !== null,
          several: last?.several ?? false,
          ...(document ? { document } : {}),
        };
      });

const byFirst = (a: OriginStance, b: OriginStance): number =>
  sinceOf(a) - sinceOf(b) || (a.origin.id < b.origin.id ? -1 : 1);

/** The revision from which an origin supports or denies, or has taken that back. */
const sinceOf = (stance: OriginStance): number =>
  stance.weight.since ?? reversalsOf(stance)[0]?.revision ?? -1;

/** The first few in an order, without sorting the rest. */
function firstOf<T>(count: number, items: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  const first: T[] = [];
  for (const item of items) {
    let at = first.length;
    while (at > 0 && compare(item, first[at - 1]!) < 0) at--;
    if (at < count) first.splice(at, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}
