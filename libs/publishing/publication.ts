import {
  eventOfPart,
  EVENT_OF_KIND,
  emptyStory,
  evolve,
  exists,
  isDevelopmentEvent,
  isJudgement,
  AppendOnlyList,
  publicFold,
  same,
  changesPast,
} from '#story';
import type {
  CorrectedPart,
  Development,
  NoticeOf,
  Recorded,
  Story,
  StoryEvent,
  Summary,
  TranslationPart,
} from '#story';
import { publicChanges, publicDevelopment } from './public-form.js';
import { asRecorded, publicRemovals, withoutIn } from './public-removal.js';

/** The state of publishing a story: the desk's story, the public story, and the events that wait. */
export interface Publication {
  readonly desk: Story;
  /** The public story so far. Its next event has the next revision. */
  readonly world: Story;
  /** All public events, as they were before any removal. */
  readonly events: AppendOnlyList<StoryEvent>;
  /** Links, judgements and assessments that name something not yet public, oldest first. */
  readonly waiting: readonly StoryEvent[];
}

export const unpublished: Publication = {
  desk: emptyStory,
  world: emptyStory,
  events: AppendOnlyList.empty(),
  waiting: [],
};

/** The number of public events, which is the revision of the next one. */
export const countOf = ({ world }: Publication): number => world.revision + 1;

/** The public events for one desk event; none for most internal ones. */
export interface Published {
  readonly publication: Publication;
  readonly events: readonly StoryEvent[];
}

/**
 * Publishes one desk event: returns its public events and the new state. It is a pure function, so the same desk stream
 * always gives the same public stream.
 */
export function publish(before: Publication, recorded: Recorded): Published {
  const desk = evolve(before.desk, recorded);
  if (recorded.event.type === 'TextsRemoved') return removal({ ...before, desk }, recorded, recorded.event);
  const show = (publication: Publication, event: StoryEvent): Publication => ({
    ...publication,
    world: evolve(publication.world, { ...recorded, revision: countOf(publication), event }),
    events: publication.events.push(event),
  });
  const events =
    recorded.event.type === 'StoryCorrected'
      ? publicCorrection(before, recorded, recorded.event)
      : publicEventsOf({ ...before, desk }, recorded.event);
  let publication = events.reduce(show, { ...before, desk });
  const waits = waitingEvent(recorded.event);
  if (waits) publication = { ...publication, waiting: [...publication.waiting, waits] };
  const due = publication.waiting.filter((event) => isVisible(publication, event));
  const left = publication.waiting.filter((event) => !due.includes(event) && !revokes(recorded.event, event));
  publication = due.reduce(show, { ...publication, waiting: left });
  publication = withVisibleNames(publication, recorded.event, events);
  const names = exists(publication.world) ? missingNames(publication) : [];
  publication = names.reduce(show, publication);
  return { publication, events: [...events, ...due, ...names] };
}

/** A removal. The public events have only locations, so both stories take the words out as the desk's event says. */
function removal(
  publication: Publication,
  recorded: Recorded,
  event: Extract<StoryEvent, { type: 'TextsRemoved' }>,
): Published {
  const { desk, world, events: past, waiting } = publication;
  const events = publicRemovals([...past], world, event);
  const next: Publication = {
    desk,
    world: events.reduce((w) => evolve(w, { ...recorded, revision: w.revision + 1, event }), world),
    events: events.reduce((all, one) => all.push(one), past),
    waiting: waiting.map((one) => withoutIn(one, event.what)),
  };
  return { publication: withVisibleNames(next, event, events), events };
}

/** The public parts of a joint correction, each as it would be public alone. */
function publicCorrection(
  { desk, world }: Publication,
  recorded: Recorded,
  event: Extract<StoryEvent, { type: 'StoryCorrected' }>,
): readonly StoryEvent[] {
  const parts: CorrectedPart[] = [];
  const revision = world.revision + 1;
  for (const part of event.parts) {
    const one = eventOfPart(event, part, desk);
    desk = evolve(desk, { ...recorded, event: one });
    for (const seen of publicEventsOf({ desk, world }, one)) {
      world = evolve(world, { ...recorded, revision, event: seen });
      parts.push('changes' in seen ? { ...part, changes: seen.changes } : part);
    }
  }
  return parts.length > 0 ? [{ ...event, parts, reason: null }] : [];
}

function publicEventsOf(
  { desk, world }: Pick<Publication, 'desk' | 'world'>,
  event: StoryEvent,
): readonly StoryEvent[] {
  const open = exists(world);
  const seen = (development: string): boolean => world.developments.has(development);
  if (isDevelopmentEvent(event))
    return event.development.release === 'now' ? appearance(desk, world, event.development) : [];
  switch (event.type) {
    case 'StoryOpened':
      return [];
    case 'HeadlineRevised':
      return open && event.release === 'now' ? [withoutClears(event)] : [];
    case 'LedeRevised':
      return open && event.release === 'now' ? [withoutClears(event)] : [];
    case 'SummaryPinned':
      return open ? [pinned(world, event.summary)] : [];
    case 'SummaryUnpinned':
      return world.summary === null ? [] : [event];
    case 'ReleaseRescheduled':
    case 'NamesTranslated':
      return [];
    case 'StoryTranslated': {
      const seenParts = event.parts.flatMap(
        (part) => publicEventsOf({ desk, world }, part) as TranslationPart[],
      );
      return seenParts.length === 0 ? [] : [{ ...event, parts: seenParts }];
    }
    case 'NoticeTranslated':
      return hasNotice(world, event.of) ? [event] : [];
    case 'StoryClosed':
      // The schedule is internal.
      return open ? [{ type: event.type, reason: null }] : [];
    case 'StoryClassified':
    case 'StoryReopened':
    case 'StoryKilled':
    case 'StoryTakenDown':
    case 'StoryReinstated':
      return open ? [withoutReason(event)] : [];
    case 'DevelopmentReleased': {
      const state = desk.developments.get(event.development);
      if (!state || seen(event.development) || state.retracted || state.withheld) return [];
      return appearance(desk, world, state.development);
    }
    case 'DevelopmentCorrected': {
      const changes = publicChanges(desk, world, event);
      return changes.length > 0 ? [{ ...event, changes, reason: null }] : [];
    }
    case 'DevelopmentKilled':
    case 'DevelopmentTakenDown': {
      const isPublic = (claim: string): boolean => world.claims.has(claim);
      const [claims, publishes] = [event.claims.filter(isPublic), event.publishes.filter(isPublic)];
      if (seen(event.development)) return [{ ...withoutReason(event), claims, publishes }];
      return claims.map((claim) => withoutClaim(event, claim));
    }
    case 'StoryCorrected':
    case 'TextsRemoved':
      return [];
    case 'DevelopmentRetracted':
    case 'RetractionRevoked':
    case 'DevelopmentReinstated':
      return seen(event.development) ? [withoutReason(event)] : [];
    case 'AssertionWithdrawn':
      return world.assertions.has(event.assertion) ? [withoutReason(event)] : [];
    case 'ClaimCorrected': {
      if (!world.claims.has(event.claim)) return [];
      const changes = event.changes
        .filter(({ field }) => field !== 'allegation')
        .map((c) => (c.withheld ? { ...c, was: null } : c));
      // The mark `allegation` is internal: a change of it is no public correction.
      const isPublic = changes.length > 0 || event.changes.length === 0;
      return isPublic ? [{ ...event, changes, reason: null }] : [];
    }
    case 'ClaimLinkRevoked':
      return world.links.has(event.link) ? [withoutReason(event)] : [];
    case 'JudgementRevoked':
      return world.judgements.has(event.judgement) ? [withoutReason(event)] : [];
    case 'ClaimsLinked':
    case 'ClaimVerified':
    case 'ClaimRefuted':
    case 'ClaimJudged':
    case 'SourceIndependenceAssessed':
      return [];
  }
}

function withoutClears<E extends { readonly clears?: true }>(event: E): Omit<E, 'clears'> {
  const { clears: _, ...left } = event;
  return left;
}

function hasNotice(world: Story, of: NoticeOf): boolean {
  if ('story' in of) return world.withheld !== null;
  if ('development' in of) return (world.developments.get(of.development)?.withheld ?? null) !== null;
  return [...world.corrections].some(({ id, notice }) => id === of.correction && notice !== null);
}

/** Translations of names that the desk has and the public story lacks, although the names are public. */
function missingNames({ desk, world }: Publication): readonly StoryEvent[] {
  const names = [...new Set([...desk.names, ...world.names].map(({ name }) => name))].flatMap((name) => {
    const [is, was] = [desk, world].map((of) => of.names.find((one) => one.name === name)?.text ?? {});
    return world.named.has(name) && !same(is, was) ? [{ name, text: is! }] : [];
  });
  return names.length === 0 ? [] : [{ type: 'NamesTranslated', names }];
}

/**
 * Updates which names are visible: those of withheld developments are not. That needs another fold of the
 * story, so it is done only where names are translated and the event may hide one.
 */
function withVisibleNames(
  publication: Publication,
  event: StoryEvent,
  made: readonly StoryEvent[],
): Publication {
  const { desk, world, events } = publication;
  const isNamed = desk.names.length > 0 || world.names.length > 0;
  const asks = event.type === 'StoryTranslated' && event.parts.some(({ type }) => type === 'NamesTranslated');
  if (!isNamed || !(asks || made.map(asRecorded).some(changesPast))) return publication;
  const { named } = publicFold([...events].map(asRecorded)).story;
  return { ...publication, world: { ...world, named } };
}

/** Removes a claim that other developments made public. The development itself was never public. */
function withoutClaim(
  event: Extract<StoryEvent, { type: 'DevelopmentKilled' | 'DevelopmentTakenDown' }>,
  claim: string,
): StoryEvent {
  const { grounds, notice, development: removal } = event;
  const how = event.type === 'DevelopmentKilled' ? 'killed' : 'takenDown';
  const authority = event.type === 'DevelopmentTakenDown' ? event.authority : null;
  const what = { claim, with: notice };
  return { type: 'TextsRemoved', removal, what, how, grounds, reason: null, notice, authority };
}

const withoutReason = <E extends StoryEvent>(event: E): E =>
  'reason' in event ? { ...event, reason: null } : event;

/** A summary without the points about claims that are not public. */
const pinned = (world: Story, { text, points }: Summary): StoryEvent => ({
  type: 'SummaryPinned',
  summary: { text, points: points.filter(({ claim }) => claim === null || world.claims.has(claim)) },
});

/** A development becomes public. With the first one, the story and its pinned summary become public too. */
function appearance(desk: Story, world: Story, development: Development): readonly StoryEvent[] {
  const seen = publicDevelopment(desk, world, development);
  const event: StoryEvent = { type: EVENT_OF_KIND[development.kind], development: seen };
  if (exists(world)) return [event];
  const { id: story, slug, language, headline, topics, places } = desk;
  const [words, lede] = [headline.text, desk.lede?.text ?? null];
  const summary = desk.summary === null ? [] : [pinned(world, desk.summary)];
  const notes = {
    ...(headline.languages ? { headlineLanguages: headline.languages } : {}),
    ...(desk.lede?.languages ? { ledeLanguages: desk.lede.languages } : {}),
  };
  return [
    { type: 'StoryOpened', story, slug, language, headline: words, lede, ...notes, topics, places },
    ...summary,
    event,
  ];
}

/** The public form of an event that waits until everything it names is public; null for other events. */
function waitingEvent(event: StoryEvent): StoryEvent | null {
  switch (event.type) {
    case 'ClaimsLinked':
      return event;
    case 'ClaimVerified':
    case 'ClaimRefuted':
    case 'ClaimJudged':
      return { ...event, reason: null, method: event.methodPublic ? event.method : null };
    case 'SourceIndependenceAssessed':
      return { ...event, reason: null };
    default:
      return null;
  }
}

function isVisible({ world }: Publication, event: StoryEvent): boolean {
  const seen = (claim: string): boolean => world.claims.has(claim);
  switch (event.type) {
    case 'ClaimsLinked':
      return seen(event.from) && seen(event.to);
    case 'ClaimVerified':
    case 'ClaimRefuted':
    case 'ClaimJudged':
      return seen(event.claim);
    case 'SourceIndependenceAssessed':
      return event.origins.every((id) => world.origins.has(id));
    default:
      return false;
  }
}

/** Whether an event revokes a waiting link or judgement, which then never becomes public. */
function revokes(event: StoryEvent, waiting: StoryEvent): boolean {
  if (event.type === 'ClaimLinkRevoked') return waiting.type === 'ClaimsLinked' && waiting.id === event.link;
  if (event.type !== 'JudgementRevoked') return false;
  return isJudgement(waiting) && waiting.id === event.judgement;
}
