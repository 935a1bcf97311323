import type { Claim } from '../facts/claim.js';
import type { Assertion, FieldChange, Question } from '../facts/development.js';
import { onlyAnswers } from '../facts/stance.js';
import { applyChanges, identify, type RecordedDevelopment } from '../evolve/claim.js';
import type { Withdrawal } from '../evolve/assertion.js';
import { addVisibleAssertions, type VisibleAssertions } from '../evolve/development.js';
import { correctTogether } from '../evolve/joint-correction.js';
import { mergeMoves } from '../evolve/status.js';
import { evolve } from '../evolve/evolve.js';
import {
  isDevelopmentEvent,
  withheldBy,
  withholdsDevelopment,
  type Recorded,
  type StoryEvent,
  type Withheld,
} from '../facts/event.js';
import { forgets } from '../values/grounds.js';
import { removes, withoutRemoved } from '../evolve/removed-words.js';
import { emptyStory, type Story } from '../state/story.js';
import type { Uuid } from '../values/text.js';

/** The withheld developments, and the claims that stay public although others only answer them. */
interface Hidden {
  readonly withheld: ReadonlyMap<Uuid, Withholding>;
  readonly published: ReadonlySet<string>;
}
/** Why a development is withheld, and the revision of the event that withheld it. */
interface Withholding {
  readonly why: Withheld;
  readonly revision: number;
}
const NOTHING_HIDDEN: Hidden = { withheld: new Map(), published: new Set() };

/**
 * The public story at each of its revisions: the fold of the events up to it, without removed texts. It has no content
 * of developments that are withheld now or were withheld then. The words of a claim stay if another visible development
 * needs them. A later development does not bring back words that were removed for safety, by law or for privacy.
 * Returns the fold after the last event, which can take further events.
 */
export function* publicHistory(recorded: readonly Recorded[]): Generator<Story, PublicFold, undefined> {
  const events = withoutRemoved(recorded);
  const now = events.reduce(hiddenAfter, NOTHING_HIDDEN);
  let then = NOTHING_HIDDEN;
  let fold = new PublicFold(now);
  let hidden = now;
  for (const [i, event] of events.entries()) {
    if (withholdsDevelopment(event.event.type)) {
      then = hiddenAfter(then, event);
      const both = union(then, now);
      if (!sameHidden(both, hidden)) {
        // From here on the past looks different: fold it again.
        hidden = both;
        fold = new PublicFold(hidden);
        for (const before of events.slice(0, i)) fold.take(before);
      }
    }
    yield fold.take(event);
  }
  return fold;
}

/** The public story after its last event. The fold can take further events, until one that changes the past. */
export function publicFold(recorded: readonly Recorded[]): PublicFold {
  const events = withoutRemoved(recorded);
  const fold = new PublicFold(events.reduce(hiddenAfter, NOTHING_HIDDEN));
  for (const event of events) fold.take(event);
  return fold;
}

/** Whether an event changes what is visible as of earlier moments, apart from withholding the whole story. */
export const changesPast = ({ event }: Recorded): boolean =>
  withholdsDevelopment(event.type) || removes(event);

function hiddenAfter(hidden: Hidden, { event, recordedAt, revision }: Recorded): Hidden {
  const { withheld, published } = hidden;
  if (event.type === 'DevelopmentReinstated') {
    const left = new Map(withheld);
    left.delete(event.development);
    return { withheld: left, published };
  }
  if (event.type !== 'DevelopmentKilled' && event.type !== 'DevelopmentTakenDown') return hidden;
  return {
    withheld: new Map(withheld).set(event.development, { why: withheldBy(event, recordedAt), revision }),
    published: new Set([...published, ...event.publishes]),
  };
}

const union = (then: Hidden, now: Hidden): Hidden => ({
  withheld: new Map([...then.withheld, ...now.withheld]),
  published: new Set([...then.published, ...now.published]),
});

const sameHidden = (a: Hidden, b: Hidden): boolean =>
  a.published.size === b.published.size &&
  a.withheld.size === b.withheld.size &&
  [...a.withheld].every(([id, withholding]) => b.withheld.get(id) === withholding);

/** A fold without withheld content. */
export class PublicFold {
  #story = emptyStory;
  readonly #redact: Redact;

  constructor(hidden: Hidden = NOTHING_HIDDEN) {
    this.#redact = redactor(hidden);
  }

  get story(): Story {
    return this.#story;
  }

  take(recorded: Recorded): Story {
    this.#story = evolveRedacted(this.#story, recorded, this.#redact);
    return this.#story;
  }
}

/** The visible part of an event, and the claims of which it is the first visible mention. */
interface Seen {
  readonly recorded: Recorded;
  readonly brings: readonly Claim[];
  /** Earlier assertions of other developments on claims that become visible. */
  readonly joins: readonly VisibleAssertions[];
}
type Redact = (recorded: Recorded, story: Story) => Seen | null;

function evolveRedacted(story: Story, recorded: Recorded, redact: Redact): Story {
  const { event } = recorded;
  if (event.type === 'StoryCorrected') {
    const { revision, recordedAt: updatedAt } = recorded;
    const take = (s: Story, part: StoryEvent): Story => evolveSeen(s, { ...recorded, event: part }, redact);
    return correctTogether({ ...story, revision, updatedAt }, event, take, recorded);
  }
  // Earlier assertions on a claim that becomes visible change its status once more.
  return mergeMoves(story, evolveSeen(story, recorded, redact), recorded);
}

function evolveSeen(story: Story, recorded: Recorded, redact: Redact): Story {
  const seen = redact(recorded, story);
  if (!seen) return { ...story, revision: recorded.revision, updatedAt: recorded.recordedAt };
  const development = recordedDevelopment(story, seen.recorded);
  if (!development) return evolve(story, seen.recorded);
  const own = development.development.claims.length;
  const next = evolve(
    seen.brings.reduce((s, claim, i) => identify(s, claim, own + i, development, true), story),
    seen.recorded,
  );
  return seen.joins.reduce((s, answers) => addVisibleAssertions(s, answers, recorded), next);
}

/** The development that an event records or corrects, as it is after the event. */
function recordedDevelopment(
  story: Story,
  { event, revision, recordedAt }: Recorded,
): RecordedDevelopment | null {
  if (isDevelopmentEvent(event)) return { development: event.development, revision, recordedAt };
  const state = event.type === 'DevelopmentCorrected' ? story.developments.get(event.development) : undefined;
  return state && event.type === 'DevelopmentCorrected'
    ? { ...state, development: applyChanges(state.development, event.changes) }
    : null;
}

/** Returns a function that removes withheld content from events, in order; it returns null if nothing remains. */
function redactor({ withheld, published }: Hidden): Redact {
  if (withheld.size === 0) return (recorded) => ({ recorded, brings: [], joins: [] });
  /** The claims that only withheld developments identified so far, with later corrections. */
  const kept = new Map<string, Claim>();
  /** The revision since which no assertion makes a claim visible again. */
  const barredFrom = new Map<string, number>();
  const keep = (claims: readonly Claim[], { why, revision }: Withholding): void => {
    for (const claim of claims) {
      if (!kept.has(claim.id)) kept.set(claim.id, claim);
      if (forgets(why.grounds))
        barredFrom.set(claim.id, Math.min(revision, barredFrom.get(claim.id) ?? revision));
    }
  };
  const hiddenAssertions = new HiddenAssertions();
  /** The visible assertions of a development: not those that only answer a claim which nothing visible asserts. */
  const show = (
    story: Story,
    { development, revision }: { readonly development: Uuid; readonly revision: number },
    claims: readonly Claim[],
    assertions: readonly Assertion[],
  ): { readonly assertions: readonly Assertion[] } & Pick<Seen, 'brings' | 'joins'> => {
    const seen = (id: string): boolean => story.claims.has(id) || claims.some((c) => c.id === id);
    const named = [...new Set(assertions.map((a) => a.claim))].filter((id) => !seen(id));
    const says = (id: string): boolean =>
      published.has(id) ||
      (revision < (barredFrom.get(id) ?? Infinity) &&
        assertions.some((a) => a.claim === id && !onlyAnswers(a.stance)));
    const dropped = new Set(named.filter((id) => !kept.has(id) || !says(id)));
    const brings = named.flatMap((id) => (dropped.has(id) ? [] : (kept.get(id) ?? [])));
    const joins = hiddenAssertions.of([...claims, ...brings]);
    if (dropped.size === 0) return { brings, joins, assertions };
    hiddenAssertions.keep(development, assertions, dropped);
    return { brings, joins, assertions: assertions.filter((a) => !dropped.has(a.claim)) };
  };
  const redact: Redact = (recorded, story) => {
    const { event } = recorded;
    const whole = { recorded, brings: [], joins: [] };
    if (event.type === 'StoryTranslated') {
      const parts = event.parts.filter((part) => redact({ ...recorded, event: part }, story) !== null);
      return { ...whole, recorded: { ...recorded, event: { ...event, parts } } };
    }
    if (event.type === 'AssertionWithdrawn')
      hiddenAssertions.withdraw(event.assertion, { by: event.by, at: recorded.recordedAt });
    if (event.type === 'ClaimCorrected') {
      const claim = kept.get(event.claim);
      if (claim) kept.set(event.claim, applyChanges(claim, event.changes));
      return whole;
    }
    if (event.type === 'DevelopmentCorrected') {
      const claims = isOf(event.changes, 'claims') as readonly Claim[];
      const withholding = withheld.get(event.development);
      if (withholding) {
        keep(claims, withholding);
        return null;
      }
      const said = isOf(event.changes, 'assertions') as readonly Assertion[];
      if (event.changes.some((c) => c.field === 'assertions')) hiddenAssertions.drop(event.development);
      const { assertions, ...seen } = show(
        story,
        { development: event.development, revision: recorded.revision },
        claims,
        said,
      );
      if (assertions === said) return { recorded, ...seen };
      const changes = event.changes.map((c) => (c.field === 'assertions' ? { ...c, is: assertions } : c));
      return { recorded: { ...recorded, event: { ...event, changes } }, ...seen };
    }
    if (isDevelopmentEvent(event)) {
      const { development } = event;
      const withholding = withheld.get(development.id);
      if (!withholding) {
        const raises = development.raises.map((question) => withoutAnswers(question, withheld));
        const { assertions, ...seen } = show(
          story,
          { development: development.id, revision: recorded.revision },
          development.claims,
          development.assertions,
        );
        const left = { ...event, development: { ...development, raises, assertions } };
        return { recorded: { ...recorded, event: left }, ...seen };
      }
      keep(development.claims, withholding);
      const left = { ...event, development: { ...development, ...NO_CONTENT }, withheld: withholding.why };
      return { recorded: { ...recorded, event: left }, brings: [], joins: [] };
    }
    const concerns =
      withholdsDevelopment(event.type) ||
      event.type === 'DevelopmentRetracted' ||
      event.type === 'RetractionRevoked';
    return concerns && 'development' in event && withheld.has(event.development) ? null : whole;
  };
  return redact;
}

/** Assertions on claims that are not visible. They are left out until another development names the claim. */
class HiddenAssertions {
  readonly #said = new Map<Uuid, readonly Assertion[]>();
  readonly #by = new Map<string, Set<Uuid>>();
  readonly #withdrawn = new Map<Uuid, Withdrawal>();

  keep(development: Uuid, said: readonly Assertion[], claims: ReadonlySet<string>): void {
    this.#said.set(development, said);
    for (const claim of claims) this.#by.set(claim, (this.#by.get(claim) ?? new Set()).add(development));
  }

  drop(development: Uuid): void {
    this.#said.delete(development);
  }

  withdraw(assertion: Uuid, withdrawal: Withdrawal): void {
    this.#withdrawn.set(assertion, withdrawal);
  }

  /** The kept assertions on these claims, by development, in order. */
  of(claims: readonly Claim[]): readonly VisibleAssertions[] {
    const developments = new Set(claims.flatMap(({ id }) => [...(this.#by.get(id) ?? [])]));
    return [...developments].flatMap((development) => {
      const said = this.#said.get(development);
      return said ? [{ development, said, withdrawn: this.#withdrawn }] : [];
    });
  }
}

/** A question without the answers of withheld developments. */
function withoutAnswers(question: Question, withheld: Hidden['withheld']): Question {
  if (question.answeredBy === undefined) return question;
  return { ...question, answeredBy: question.answeredBy.filter((id) => !withheld.has(id)) };
}

/** The new value of a list in a correction; empty if the list does not change. */
const isOf = (changes: readonly FieldChange[], field: string): readonly unknown[] =>
  changes.flatMap((change) => (change.field === field ? (change.is as readonly unknown[]) : []));

/** The empty content of a withheld development. */
export const NO_CONTENT = {
  text: {},
  attribution: [],
  claims: [],
  assertions: [],
  raises: [],
  answers: [],
  publishes: [],
  occurred: null,
  reportedAt: null,
  place: null,
  evidence: [],
} as const;
