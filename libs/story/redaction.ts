import type { Claim } from './claim.js';
import { apply } from './evolve-claim.js';
import { evolve } from './evolve.js';
import { isDevelopmentEvent, type Recorded, type Withheld } from './event.js';
import { emptyStory, type Story } from './story.js';
import type { Uuid } from './text.js';

type ByDevelopment = ReadonlyMap<Uuid, Withheld>;

/**
 * The public story at each of its revisions: the fold of the events up to it, without the content of the
 * developments that are withheld now or were withheld then. What another development that can be seen rests
 * on (a claim's words) stays with that one.
 */
export function publicHistory(events: readonly Recorded[]): readonly Story[] {
  const now = withheldIn(events, events.length);
  const history: Story[] = [];
  for (let from = 0; from < events.length; ) {
    const next = events.findIndex((e, i) => i > from && withholds(e));
    const to = next < 0 ? events.length : next;
    const withheld = new Map([...withheldIn(events, from + 1), ...now]);
    history.push(...foldWithout(events.slice(0, to), withheld).slice(from));
    from = to;
  }
  return history;
}

/** Whether an event changes what may be seen at moments before it. */
export const withholds = ({ event }: Recorded): boolean =>
  event.type === 'DevelopmentKilled' || event.type === 'DevelopmentTakenDown' || event.type === 'DevelopmentReinstated';

function withheldIn(events: readonly Recorded[], count: number): ByDevelopment {
  const withheld = new Map<Uuid, Withheld>();
  for (const { event, recordedAt: at } of events.slice(0, count)) {
    if (event.type === 'DevelopmentKilled')
      withheld.set(event.development, { how: 'killed', notice: event.notice, authority: null, at });
    else if (event.type === 'DevelopmentTakenDown')
      withheld.set(event.development, { how: 'takenDown', notice: event.notice, authority: event.authority, at });
    else if (event.type === 'DevelopmentReinstated') withheld.delete(event.development);
  }
  return withheld;
}

function foldWithout(events: readonly Recorded[], withheld: ByDevelopment): readonly Story[] {
  const redact = redactor(events, withheld);
  let story = emptyStory;
  return events.map((recorded) => (story = evolveRedacted(story, recorded, redact)));
}

/** One more event on a public story of which nothing is withheld anew. */
export function evolvePublic(story: Story, events: readonly Recorded[]): Story {
  const recorded = events.at(-1)!;
  const withheld = withheldIn(events, events.length);
  return withheld.size === 0 ? evolve(story, recorded) : evolveRedacted(story, recorded, redactor(events, withheld, true));
}

type Redact = (recorded: Recorded) => Recorded | null;

function evolveRedacted(story: Story, recorded: Recorded, redact: Redact): Story {
  const seen = redact(recorded);
  return seen ? evolve(story, seen) : { ...story, revision: recorded.revision, updatedAt: recorded.recordedAt };
}

/** Takes the content of what is withheld out of one event after another; null where nothing is left of one. */
function redactor(events: readonly Recorded[], withheld: ByDevelopment, replay = false): Redact {
  const named = namedBy(events);
  const kept = new Map<string, Claim>();
  const redact: Redact = (recorded) => {
    const { event } = recorded;
    if (event.type === 'ClaimCorrected') {
      const claim = kept.get(event.claim);
      if (claim) kept.set(event.claim, apply(claim, event.changes));
      return recorded;
    }
    if (event.type === 'DevelopmentCorrected' && withheld.has(event.development)) {
      for (const { field, is } of event.changes)
        if (field === 'claims') for (const claim of is as readonly Claim[]) kept.set(claim.id, claim);
      return null;
    }
    if (event.type === 'DevelopmentRetracted' || event.type === 'RetractionRevoked')
      return withheld.has(event.development) ? null : recorded;
    if (!isDevelopmentEvent(event)) return recorded;
    const { development } = event;
    const why = withheld.get(development.id);
    if (why) {
      for (const claim of development.claims) kept.set(claim.id, claim);
      return { ...recorded, event: { ...event, development: { ...development, ...NOTHING }, withheld: why } };
    }
    const brought = [...(named.get(development.id) ?? [])].flatMap((id) => kept.get(id) ?? []);
    for (const { id } of brought) kept.delete(id);
    return { ...recorded, event: { ...event, development: { ...development, claims: [...brought, ...development.claims] } } };
  };
  if (replay) for (const earlier of events.slice(0, -1)) redact(earlier);
  return redact;
}

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

/** The claims each development names, its corrections included. */
function namedBy(events: readonly Recorded[]): ReadonlyMap<Uuid, ReadonlySet<string>> {
  const named = new Map<Uuid, Set<string>>();
  const add = (development: Uuid, assertions: readonly { readonly claim: string }[]): void => {
    const claims = named.get(development) ?? new Set();
    for (const { claim } of assertions) claims.add(claim);
    named.set(development, claims);
  };
  for (const { event } of events) {
    if (event.type === 'DevelopmentCorrected') {
      for (const { field, is } of event.changes)
        if (field === 'assertions') add(event.development, is as readonly { claim: string }[]);
    } else if (isDevelopmentEvent(event)) add(event.development.id, event.development.assertions);
  }
  return named;
}
