import type { Origin, Standing } from './attribution.js';
import type { Assertion, Stance } from './development.js';
import type { RetractedBy, WithdrawnBy } from './event.js';
import type { Instant, Uuid } from './text.js';

/** An assertion and what became of it. What was corrected away is not here at all. */
export interface AssertionState extends Assertion {
  readonly development: Uuid;
  /** The revision at which its development was recorded: a correction does not make it newer. */
  readonly revision: number;
  readonly recordedAt: Instant;
  /** The outlets that its chains pass through. */
  readonly outlets: readonly string[];
  readonly withdrawn: WithdrawnBy | null;
  readonly retracted: RetractedBy | null;
}

/** Where one origin stands towards one claim. */
export interface OriginStance {
  /** As described when it last took the stance that stands: a party described anew does not move its past. */
  readonly origin: Origin;
  /** In order of revision, each empty where it has none. */
  readonly supports: readonly AssertionState[];
  readonly denies: readonly AssertionState[];
  readonly deniesNovelty: readonly AssertionState[];
  readonly declinesComment: readonly AssertionState[];
  readonly noKnowledge: readonly AssertionState[];
  readonly qualifies: readonly AssertionState[];
  readonly standing: Standing;
}

const SUPPORTS: ReadonlySet<Stance> = new Set<Stance>(['asserts', 'confirms']);
const carriesWeight = (a: AssertionState): boolean => SUPPORTS.has(a.stance) || a.stance === 'denies';
const STRENGTH: readonly Standing[] = ['relayer', 'affiliated', 'witness', 'principal'];

export const supports = (a: { readonly stance: Stance }): boolean => SUPPORTS.has(a.stance);
export const notTakenBack = (a: AssertionState): boolean => a.withdrawn === null && a.retracted === null;

/**
 * Of one origin's asserts, confirms and denies only the latest stands, and with it those before it that say
 * the same: an origin that is merely relayed once more loses nothing. Any later stance ends a no-comment and
 * a no-knowledge.
 */
export function stanceOf(assertions: readonly AssertionState[]): OriginStance {
  const live = assertions.filter(notTakenBack);
  const weight = live.filter(carriesWeight);
  const newest = weight.filter((a) => a.revision === weight.at(-1)?.revision);
  const mixed = newest.some(supports) && newest.some((a) => !supports(a));
  const since = mixed
    ? weight.length - newest.length
    : weight.findLastIndex((a) => supports(a) !== supports(newest[0]!)) + 1;
  const run = weight.slice(since);
  const latest = live.at(-1)?.revision;
  const of = (stance: Stance): AssertionState[] => live.filter((a) => a.stance === stance);
  const supporting = run.filter(supports);
  return {
    origin: (run.at(-1) ?? live.at(-1) ?? assertions.at(-1)!).origin,
    supports: supporting,
    denies: run.filter((a) => !supports(a)),
    deniesNovelty: of('deniesNovelty'),
    declinesComment: of('declinesComment').filter((a) => a.revision === latest),
    noKnowledge: of('noKnowledge').filter((a) => a.revision === latest),
    qualifies: of('qualifies'),
    standing: supporting.reduce<Standing>((s, a) => (stronger(a.standing, s) ? a.standing : s), 'relayer'),
  };
}

const stronger = (a: Standing, b: Standing): boolean => STRENGTH.indexOf(a) > STRENGTH.indexOf(b);

/** The assertions of one origin that stand now; the others were given up, ended or taken back. */
export function standingOf(assertions: readonly AssertionState[]): ReadonlySet<Uuid> {
  const s = stanceOf(assertions);
  const standing = [s.supports, s.denies, s.deniesNovelty, s.declinesComment, s.noKnowledge, s.qualifies];
  return new Set(standing.flat().map((a) => a.id));
}
