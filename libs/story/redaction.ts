import type { Claim } from './claim.js';
import type { Question, Assertion, FieldChange } from './development.js';
import { apply, identify, type Bearing } from './evolve-claim.js';
import { evolve } from './evolve.js';
import { isDevelopmentEvent, withholdsDevelopment, type Recorded, type Withheld } from './event.js';
import { emptyStory, type Story } from './story.js';
import type { Uuid } from './text.js';

type ByDevelopment = ReadonlyMap<Uuid, Withheld>;

/**
 * The public story at each of its revisions: the fold of the events up to it, without the content of the
 * developments that are withheld now or were withheld then. What another development that can be seen rests
 * on (a claim's words) stays with that one. Returns the fold after the last event, to be followed further.
 */
export function* publicHistory(events: readonly Recorded[]): Generator<Story, PublicFold, undefined> {
  const now = withheldIn(events, events.length);
  let fold = new PublicFold();
  for (let from = 0; from < events.length;) {
    const next = events.findIndex((e, i) => i > from && withholds(e));
    const to = next < 0 ? events.length : next;
    fold = new PublicFold(new Map([...withheldIn(events, from + 1), ...now]));
    for (const [i, recorded] of events.slice(0, to).entries()) {
      const story = fold.take(recorded);
      if (i >= from) yield story;
    }
    from = to;
  }
  return fold;
}

/** The public story after the last of its events, to be followed further until one that withholds. */
export function publicFold(events: readonly Recorded[]): PublicFold {
  const fold = new PublicFold(withheldIn(events, events.length));
  for (const recorded of events) fold.take(recorded);
  return fold;
}

/** Whether an event changes what may be seen at moments before it. */
export const withholds = ({ event }: Recorded): boolean => withholdsDevelopment(event.type);

function withheldIn(events: readonly Recorded[], count: number): ByDevelopment {
  const withheld = new Map<Uuid, Withheld>();
  for (const { event, recordedAt: at } of events.slice(0, count)) {
    if (event.type === 'DevelopmentKilled')
      withheld.set(event.development, { how: 'killed', notice: event.notice, authority: null, at });
    else if (event.type === 'DevelopmentTakenDown')
      withheld.set(event.development, {
        how: 'takenDown',
        notice: event.notice,
        authority: event.authority,
        at,
      });
    else if (event.type === 'DevelopmentReinstated') withheld.delete(event.development);
  }
  return withheld;
}

/** A fold without the content of what is withheld. */
export class PublicFold {
  #story = emptyStory;
  readonly #redact: Redact;

  constructor(withheld: ByDevelopment = new Map()) {
    this.#redact = redactor(withheld);
  }

  get story(): Story {
    return this.#story;
  }

  take(recorded: Recorded): Story {
    this.#story = evolveRedacted(this.#story, recorded, this.#redact);
    return this.#story;
  }
}

/** What is left of an event, and the claims that it is the first to name of all that can be seen. */
interface Seen {
  readonly recorded: Recorded;
  readonly brings: readonly Claim[];
}
type Redact = (recorded: Recorded, story: Story) => Seen | null;

function evolveRedacted(story: Story, recorded: Recorded, redact: Redact): Story {
  const seen = redact(recorded, story);
  if (!seen) return { ...story, revision: recorded.revision, updatedAt: recorded.recordedAt };
  const bearer = bearerOf(story, seen.recorded);
  if (!bearer) return evolve(story, seen.recorded);
  const own = bearer.development.claims.length;
  return evolve(
    seen.brings.reduce((s, claim, i) => identify(s, claim, own + i, bearer, true), story),
    seen.recorded,
  );
}

/** The development that an event records or corrects, as it is after the event. */
function bearerOf(story: Story, { event, revision, recordedAt }: Recorded): Bearing | null {
  if (isDevelopmentEvent(event)) return { development: event.development, revision, recordedAt };
  const state = event.type === 'DevelopmentCorrected' ? story.developments.get(event.development) : undefined;
  return state && event.type === 'DevelopmentCorrected'
    ? { ...state, development: apply(state.development, event.changes) }
    : null;
}

/** Takes the content of what is withheld out of one event after another; null where nothing is left of one. */
function redactor(withheld: ByDevelopment): Redact {
  if (withheld.size === 0) return (recorded) => ({ recorded, brings: [] });
  /** What only withheld developments identified so far, as it was corrected since. */
  const kept = new Map<string, Claim>();
  const keep = (claims: readonly Claim[]): void => {
    for (const claim of claims) if (!kept.has(claim.id)) kept.set(claim.id, claim);
  };
  const show = (
    story: Story,
    recorded: Recorded,
    claims: readonly Claim[],
    assertions: readonly Assertion[],
  ): Seen => {
    const seen = (id: string): boolean => story.claims.has(id) || claims.some((c) => c.id === id);
    const named = [...new Set(assertions.map((a) => a.claim))];
    return { recorded, brings: named.flatMap((id) => (seen(id) ? [] : (kept.get(id) ?? []))) };
  };
  return (recorded, story) => {
    const { event } = recorded;
    if (event.type === 'ClaimCorrected') {
      const claim = kept.get(event.claim);
      if (claim) kept.set(event.claim, apply(claim, event.changes));
      return { recorded, brings: [] };
    }
    if (event.type === 'DevelopmentCorrected') {
      const claims = isOf(event.changes, 'claims') as readonly Claim[];
      if (!withheld.has(event.development))
        return show(story, recorded, claims, isOf(event.changes, 'assertions') as readonly Assertion[]);
      keep(claims);
      return null;
    }
    if (isDevelopmentEvent(event)) {
      const { development } = event;
      const why = withheld.get(development.id);
      if (!why) {
        const raises = development.raises.map((question) => withoutAnswers(question, withheld));
        const left = { ...event, development: { ...development, raises } };
        return show(story, { ...recorded, event: left }, development.claims, development.assertions);
      }
      keep(development.claims);
      const left = { ...event, development: { ...development, ...NOTHING }, withheld: why };
      return { recorded: { ...recorded, event: left }, brings: [] };
    }
    const concerns =
      withholds(recorded) || event.type === 'DevelopmentRetracted' || event.type === 'RetractionRevoked';
    return concerns && 'development' in event && withheld.has(event.development)
      ? null
      : { recorded, brings: [] };
  };
}

/** A question, no longer answered by what is withheld. */
function withoutAnswers(question: Question, withheld: ByDevelopment): Question {
  if (question.answeredBy === undefined) return question;
  return { ...question, answeredBy: question.answeredBy.filter((id) => !withheld.has(id)) };
}

/** What a correction sets a field that is a list to; empty where it leaves the field alone. */
const isOf = (changes: readonly FieldChange[], field: string): readonly unknown[] =>
  changes.flatMap((change) => (change.field === field ? (change.is as readonly unknown[]) : []));

const NOTHING = {
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
