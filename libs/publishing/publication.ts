import { EVENT_OF_KIND, emptyStory, evolve, isDevelopmentEvent } from '#story';
import type { Assertion, Development, Recorded, Story, StoryEvent } from '#story';
import { publicChanges, publicDevelopment } from './public-form.js';

/** How far a story is published: the desk's story, what the world has seen of it, and what waits. */
export interface Publication {
  readonly desk: Story;
  /** Public events so far: the next one's revision. */
  readonly count: number;
  /** The origins that the world has heard of. */
  readonly origins: ReadonlySet<string>;
  /** Judgements and links in the public log, so that their revocation follows them there. */
  readonly acts: ReadonlySet<string>;
  /** Links, judgements and assessments that name what is not public yet, oldest first. */
  readonly waiting: readonly StoryEvent[];
}

export const unpublished: Publication = {
  desk: emptyStory,
  count: 0,
  origins: new Set(),
  acts: new Set(),
  waiting: [],
};

/** The events to append to the public log for one event of the desk's, none for most that are internal. */
export interface Published {
  readonly publication: Publication;
  readonly events: readonly StoryEvent[];
}

/**
 * What of the desk's log the world may see, one event at a time: a pure function, so that the same desk stream
 * always gives the same public stream.
 */
export function publish(before: Publication, recorded: Recorded): Published {
  const desk = evolve(before.desk, recorded);
  const events = [...release({ ...before, desk }, before.desk, recorded.event)];
  let publication = events.reduce(note, { ...before, desk });
  const waits = toWait(recorded.event);
  if (waits) publication = { ...publication, waiting: [...publication.waiting, waits] };
  const due = publication.waiting.filter((event) => mayBeSeen(publication, event));
  const left = publication.waiting.filter((event) => !due.includes(event) && !revokes(recorded.event, event));
  publication = due.reduce(note, { ...publication, waiting: left });
  return { publication, events: [...events, ...due] };
}

function release(now: Publication, before: Story, event: StoryEvent): readonly StoryEvent[] {
  const { desk } = now;
  const open = now.count > 0;
  const seen = (development: string): boolean => before.developments.get(development)?.releasedAt != null;
  if (isDevelopmentEvent(event))
    return event.development.release === 'now' ? appear(now, before, event.development) : [];
  switch (event.type) {
    case 'StoryOpened':
      return [];
    case 'HeadlineRevised':
    case 'LedeRevised':
      return open && event.release === 'now' ? [event] : [];
    case 'StoryClassified':
    case 'StoryClosed':
    case 'StoryReopened':
    case 'StoryKilled':
    case 'StoryTakenDown':
    case 'StoryReinstated':
      return open ? [withoutReason(event)] : [];
    case 'DevelopmentReleased': {
      const state = desk.developments.get(event.development);
      const was = before.developments.get(event.development);
      if (!state || !was || was.releasedAt !== null || state.retracted || state.withheld) return [];
      return appear(now, before, state.development);
    }
    case 'DevelopmentCorrected': {
      const was = before.developments.get(event.development)?.development;
      const is = desk.developments.get(event.development)?.development;
      if (!seen(event.development) || !was || !is) return [];
      const changes = publicChanges(desk, was, is, event.changes);
      return changes.length > 0 ? [{ ...event, changes, reason: null }] : [];
    }
    case 'DevelopmentRetracted':
    case 'RetractionRevoked':
    case 'DevelopmentKilled':
    case 'DevelopmentTakenDown':
    case 'DevelopmentReinstated':
      return seen(event.development) ? [withoutReason(event)] : [];
    case 'AssertionWithdrawn': {
      const where = desk.assertions.get(event.assertion);
      return where && seen(where.development) ? [withoutReason(event)] : [];
    }
    case 'ClaimCorrected': {
      if (!before.claims.get(event.claim)?.public) return [];
      const changes = event.changes.map((c) => (c.withheld ? { ...c, was: null } : c));
      return [{ ...event, changes, reason: null }];
    }
    case 'ClaimLinkRevoked':
      return now.acts.has(event.link) ? [withoutReason(event)] : [];
    case 'JudgementRevoked':
      return now.acts.has(event.judgement) ? [withoutReason(event)] : [];
    case 'ClaimsLinked':
    case 'ClaimVerified':
    case 'ClaimRefuted':
    case 'SourceIndependenceAssessed':
      return [];
  }
}

const withoutReason = <E extends StoryEvent>(event: E): E =>
  'reason' in event ? { ...event, reason: null } : event;

/** A development becomes public, and with the first one its story, as both stand. */
function appear(now: Publication, before: Story, development: Development): readonly StoryEvent[] {
  const seen = publicDevelopment(before, now.desk, development);
  const event: StoryEvent = { type: EVENT_OF_KIND[development.kind], development: seen };
  if (now.count > 0) return [event];
  const { id: story, slug, language, publicHeadline: headline, publicLede: lede, topics, places } = now.desk;
  return [{ type: 'StoryOpened', story, slug, language, headline, lede, topics, places }, event];
}

/** What names others waits until all that it names is public. */
function toWait(event: StoryEvent): StoryEvent | null {
  switch (event.type) {
    case 'ClaimsLinked':
      return event;
    case 'ClaimVerified':
    case 'ClaimRefuted':
      return { ...event, reason: null, method: event.methodPublic ? event.method : null };
    case 'SourceIndependenceAssessed':
      return { ...event, reason: null };
    default:
      return null;
  }
}

function mayBeSeen({ desk, origins, count }: Publication, event: StoryEvent): boolean {
  const seen = (claim: string): boolean => count > 0 && (desk.claims.get(claim)?.public ?? false);
  switch (event.type) {
    case 'ClaimsLinked':
      return seen(event.from) && seen(event.to);
    case 'ClaimVerified':
    case 'ClaimRefuted':
      return seen(event.claim);
    case 'SourceIndependenceAssessed':
      return event.origins.every((id) => origins.has(id));
    default:
      return false;
  }
}

/** A link or judgement that is taken back before it could be seen was never there. */
function revokes(event: StoryEvent, waiting: StoryEvent): boolean {
  if (event.type === 'ClaimLinkRevoked') return waiting.type === 'ClaimsLinked' && waiting.id === event.link;
  if (event.type !== 'JudgementRevoked') return false;
  return (
    (waiting.type === 'ClaimVerified' || waiting.type === 'ClaimRefuted') && waiting.id === event.judgement
  );
}

/** What the world has seen once an event is in the public log. */
function note(publication: Publication, event: StoryEvent): Publication {
  const count = publication.count + 1;
  if (event.type === 'ClaimsLinked' || event.type === 'ClaimVerified' || event.type === 'ClaimRefuted')
    return { ...publication, count, acts: new Set(publication.acts).add(event.id) };
  const heard = assertionsOf(event).filter((a) => !publication.origins.has(a.origin.id));
  if (heard.length === 0) return { ...publication, count };
  return {
    ...publication,
    count,
    origins: new Set([...publication.origins, ...heard.map((a) => a.origin.id)]),
  };
}

function assertionsOf(event: StoryEvent): readonly Assertion[] {
  if (isDevelopmentEvent(event)) return event.development.assertions;
  if (event.type !== 'DevelopmentCorrected') return [];
  return (event.changes.find((c) => c.field === 'assertions')?.is ?? []) as readonly Assertion[];
}
