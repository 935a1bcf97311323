import type { Origin, SourceStanding } from '../facts/attribution.js';
import type { Assertion } from '../facts/development.js';
import type { RetractedBy, WithdrawnBy } from '../facts/event.js';
import { isSilent, isSupport, REMARKS, STANCE_RULES, type RemarkStance } from '../facts/stance.js';
import { AppendOnlyList } from '../values/append-only-list.js';
import { memoize } from '../values/memoize.js';
import { same, type Instant, type Uuid } from '../values/text.js';

/** An assertion and what became of it. What was corrected away is not here at all. */
export interface AssertionState extends Assertion {
  readonly development: Uuid;
  /** The revision at which its development was recorded: a correction does not make it newer. */
  readonly revision: number;
  readonly recordedAt: Instant;
  /** The outlets and documents that its chains pass through. */
  readonly through: readonly string[];
  /** Whether its origin is unnamed and more than one person. */
  readonly several: boolean;
  readonly withdrawn: WithdrawnBy | null;
  readonly withdrawnAt: Instant | null;
  readonly retracted: RetractedBy | null;
}

/** What an origin said in one of these stances, and who spoke for it. */
interface Remark {
  readonly said: AppendOnlyList<AssertionState>;
  readonly speakers: readonly string[];
}

export type Speakers = Readonly<Record<RemarkStance, readonly string[]>>;

/** Of an origin's asserts, confirms and denials those that stand. */
interface Weight {
  readonly weighs: AppendOnlyList<AssertionState>;
  readonly supports: AppendOnlyList<AssertionState>;
  readonly denies: AppendOnlyList<AssertionState>;
  /** The strongest by which it supports, and what its chains pass through. */
  readonly standing: SourceStanding;
  readonly through: readonly string[];
  /** The revision of the first of them. */
  readonly since: number | null;
}

/** Where one origin stands towards one claim. All lists are in order of revision. */
export interface OriginStance {
  /** As described when it last took the stance that stands: a party described anew does not move its past. */
  readonly origin: Origin;
  readonly weight: Weight;
  readonly remarks: Readonly<Record<RemarkStance, Remark>>;
  /** By what it supported the claim until that was withdrawn or retracted, and by what it took that back: the ten latest. */
  readonly takenBack: readonly AssertionState[];
  /** Whether it ever supported the claim by what was neither withdrawn nor retracted. */
  readonly supported: boolean;
  /** The revision of the latest that was not taken back. */
  readonly latest: number | null;
}

const NOTHING = AppendOnlyList.empty<AssertionState>();
const SILENCE: Remark = { said: NOTHING, speakers: [] };
const byRemark = <T>(of: (stance: RemarkStance) => T): Readonly<Record<RemarkStance, T>> =>
  Object.fromEntries(REMARKS.map((stance) => [stance, of(stance)])) as Record<RemarkStance, T>;
const SILENT: OriginStance['remarks'] = byRemark(() => SILENCE);
const NOBODY: Speakers = byRemark(() => []);
/** The remarks that the origin's next assertion ends, and those by which an origin takes everything back. */
const BRIEF = REMARKS.filter(isSilent);
const REVERSALS = REMARKS.filter((stance) => STANCE_RULES[stance].weight === 'none');
const STRENGTH: readonly SourceStanding[] = ['relayer', 'affiliated', 'witness', 'principal'];

const supports = ({ stance }: AssertionState): boolean => isSupport(stance);

/** The stance of an origin by all that it said of a claim, at least one assertion, in order of revision. */
export function stanceOf(said: readonly AssertionState[]): OriginStance {
  const { origin } = said[0]!;
  const before = {
    origin,
    weight: WEIGHTLESS,
    remarks: SILENT,
    takenBack: [],
    supported: false,
    latest: null,
  };
  return said.reduce<OriginStance>(stanceAfter, before);
}

/**
 * The stance of an origin that says one thing more, not earlier than the rest. Of its asserts, confirms and
 * denies only the latest stands, and with it those before it that say the same: an origin that is merely
 * relayed once more loses nothing. Any later stance ends a no-comment and a no-knowledge; one that takes back ends all
 * that it said before, until it supports or denies again.
 */
export function stanceAfter(before: OriginStance, a: AssertionState): OriginStance {
  const { weight, remarks, takenBack, supported, latest } = before;
  if (a.withdrawn !== null || a.retracted !== null) {
    const origin = latest === null ? a.origin : before.origin;
    return { ...before, origin, takenBack: supports(a) ? tenLatest(takenBack, a) : takenBack };
  }
  const left = a.revision === latest ? remarks : without(remarks, BRIEF);
  switch (STANCE_RULES[a.stance].weight) {
    case 'for':
    case 'against':
      return {
        origin: a.origin,
        weight: weightAfter(weight, a),
        remarks: without(left, REVERSALS),
        takenBack,
        supported: supported || supports(a),
        latest: a.revision,
      };
    case 'none':
      return {
        origin: a.origin,
        weight: WEIGHTLESS,
        remarks: remarkedAlso(since(a.revision, remarks), a),
        takenBack: supported ? tenLatest(takenBack, a) : takenBack,
        supported,
        latest: a.revision,
      };
    case 'unchanged': {
      const origin = weight.weighs.length === 0 ? a.origin : before.origin;
      return { ...before, origin, remarks: remarkedAlso(left, a), latest: a.revision };
    }
  }
}

function without(
  remarks: OriginStance['remarks'],
  stances: readonly RemarkStance[],
): OriginStance['remarks'] {
  if (stances.every((stance) => remarks[stance] === SILENCE)) return remarks;
  return { ...remarks, ...Object.fromEntries(stances.map((stance) => [stance, SILENCE])) };
}

/** What is left where all that was said before a revision is taken back, but for that it had been before. */
function since(revision: number, remarks: OriginStance['remarks']): OriginStance['remarks'] {
  return byRemark((stance) =>
    REVERSALS.includes(stance)
      ? remarks[stance]
      : remarkOf(lastOf(remarks[stance].said, (a) => a.revision === revision)),
  );
}

const remarkOf = (said: readonly AssertionState[]): Remark =>
  said.length === 0
    ? SILENCE
    : {
        said: listOf(said),
        speakers: together(
          [],
          said.map((a) => a.origin.speaker),
        ),
      };

function remarkedAlso(remarks: OriginStance['remarks'], a: AssertionState): OriginStance['remarks'] {
  const { said, speakers } = remarks[a.stance as RemarkStance];
  return { ...remarks, [a.stance]: { said: said.push(a), speakers: together(speakers, [a.origin.speaker]) } };
}

const tenLatest = (before: readonly AssertionState[], a: AssertionState): readonly AssertionState[] =>
  [...before, a].sort(byRevision).slice(-10);

function weightAfter(before: Weight, a: AssertionState): Weight {
  const last = before.weighs.last();
  const ofTwoMinds = before.supports.length > 0 && before.denies.length > 0;
  if (last && (ofTwoMinds || supports(last) !== supports(a))) {
    const goesWith = (b: AssertionState): boolean =>
      last.revision === a.revision ? b.revision === a.revision : supports(b) === supports(a);
    return weightOf([...lastOf(before.weighs, goesWith), a]);
  }
  const weighs = before.weighs.push(a);
  const { standing, through, since } = before;
  if (!supports(a))
    return { weighs, supports: NOTHING, denies: weighs, standing, through, since: since ?? a.revision };
  return {
    weighs,
    supports: weighs,
    denies: NOTHING,
    standing: STRENGTH.indexOf(a.standing) > STRENGTH.indexOf(standing) ? a.standing : standing,
    through: together(through, a.through),
    since: since ?? a.revision,
  };
}

function weightOf(assertions: readonly AssertionState[]): Weight {
  const supporting = assertions.filter(supports);
  return {
    weighs: listOf(assertions),
    supports: listOf(supporting),
    denies: listOf(assertions.filter((a) => !supports(a))),
    standing: STRENGTH.findLast((s) => supporting.some((a) => a.standing === s)) ?? 'relayer',
    through: supporting.reduce<readonly string[]>((all, a) => together(all, a.through), []),
    since: assertions[0]?.revision ?? null,
  };
}

const WEIGHTLESS: Weight = {
  weighs: NOTHING,
  supports: NOTHING,
  denies: NOTHING,
  standing: 'relayer',
  through: [],
  since: null,
};

const listOf = (assertions: readonly AssertionState[]): AppendOnlyList<AssertionState> =>
  assertions.reduce((list, a) => list.push(a), NOTHING);

/** The last of a list, as long as they are so. */
function lastOf(
  list: AppendOnlyList<AssertionState>,
  are: (a: AssertionState) => boolean,
): readonly AssertionState[] {
  const last: AssertionState[] = [];
  for (const a of list.newestFirst()) {
    if (!are(a)) break;
    last.unshift(a);
  }
  return last;
}

const together = (all: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((one) => all.includes(one)) ? all : [...new Set([...all, ...more])];

/** Who spoke for any of these origins in each of the stances that weigh nothing, in order of their ids. */
export function speakersOf(stances: readonly OriginStance[]): Speakers {
  const remarking = stances.filter(({ remarks }) => remarks !== SILENT);
  if (remarking.length === 0) return NOBODY;
  return byRemark((stance) => {
    const speakers = new Set<string>();
    for (const { remarks } of remarking)
      for (const speaker of remarks[stance].speakers) speakers.add(speaker);
    return [...speakers].sort();
  });
}

/** The assertions by which an origin took back what it had said, until it supports or denies the claim again. */
export const reversalsOf = ({ remarks }: OriginStance): readonly AssertionState[] =>
  REVERSALS.flatMap((stance) => [...remarks[stance].said]);

export function sameSpeakers({ remarks: a }: OriginStance, { remarks: b }: OriginStance): boolean {
  if (a === b) return true;
  return REMARKS.every((stance) => same(a[stance].speakers, b[stance].speakers));
}

/** The assertions of one origin that stand now; the others were given up, ended or taken back. */
export const assertionsInForce = memoize((said: readonly AssertionState[]): ReadonlySet<Uuid> => {
  const { weight, remarks } = stanceOf(said);
  const lists = [weight.weighs, ...Object.values(remarks).map((r) => r.said)];
  return new Set(lists.flatMap((list) => [...list]).map((a) => a.id));
});

/** For sorting: what was recorded later comes later. */
export const byRevision = (a: AssertionState, b: AssertionState): number =>
  a.revision - b.revision || (a.id < b.id ? -1 : 1);

/** The origins that support a claim, each with who last spoke for it. */
export const supportersOf = memoize(
  (stances: readonly OriginStance[]): ReadonlyMap<string, string> =>
    new Map(
      stances.flatMap(({ weight }) => {
        const last = weight.supports.last();
        return last ? [[last.origin.id, last.origin.speaker] as const] : [];
      }),
    ),
);
