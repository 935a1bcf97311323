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

/** How far a story is published: the desk's story, what the world has seen of it, and what waits. */
export interface Publication {
  readonly desk: Story;
  /** The story as the public stream tells it so far: its next event has the next revision. */
  readonly world: Story;
  /** All that was published of it, as it was before anything was removed. */
  readonly events: AppendOnlyList<StoryEvent>;
  /** Links, judgements and assessments that name what is not public yet, oldest first. */
  readonly waiting: readonly StoryEvent[];
}

export const unpublished: Publication = {
  desk: emptyStory,
  world: emptyStory,
  events: AppendOnlyList.empty(),
  waiting: [],
};

/** Public events so far: the next one's revision. */
export const countOf = ({ world }: Publication): number => world.revision + 1;

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
  if (recorded.event.type === 'TextsRemoved') return remove({ ...before, desk }, recorded, recorded.event);
  const show = (publication: Publication, event: StoryEvent): Publication => ({
    ...publication,
    world: evolve(publication.world, { ...recorded, revision: countOf(publication), event }),
    events: publication.events.push(event),
  });
  const events =
    recorded.event.type === 'StoryCorrected'
      ? corrected(before, recorded, recorded.event)
      : release({ ...before, desk }, recorded.event);
  let publication = events.reduce(show, { ...before, desk });
  const waits = toWait(recorded.event);
  if (waits) publication = { ...publication, waiting: [...publication.waiting, waits] };
  const due = publication.waiting.filter((event) => mayBeSeen(publication, event));
  const left = publication.waiting.filter((event) => !due.includes(event) && !revokes(recorded.event, event));
  publication = due.reduce(show, { ...publication, waiting: left });
  publication = withNamesSeen(publication, recorded.event, events);
  const names = exists(publication.world) ? namesDue(publication) : [];
  publication = names.reduce(show, publication);
  return { publication, events: [...events, ...due, ...names] };
}

/** The public log names the places of what was removed and repeats none of it: so both folds take it out as the desk says. */
function remove(
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
  return { publication: withNamesSeen(next, event, events), events };
}

/** Of a correction of several things the parts of what is public, each as it would be public alone. */
function corrected(
  { desk, world }: Publication,
  recorded: Recorded,
  event: Extract<StoryEvent, { type: 'StoryCorrected' }>,
): readonly StoryEvent[] {
  const parts: CorrectedPart[] = [];
  const revision = world.revision + 1;
  for (const part of event.parts) {
    const one = eventOfPart(event, part);
    desk = evolve(desk, { ...recorded, event: one });
    for (const seen of release({ desk, world }, one)) {
      world = evolve(world, { ...recorded, revision, event: seen });
      parts.push('changes' in seen ? { ...part, changes: seen.changes } : part);
    }
  }
  return parts.length > 0 ? [{ ...event, parts, reason: null }] : [];
}

function release(
  { desk, world }: Pick<Publication, 'desk' | 'world'>,
  event: StoryEvent,
): readonly StoryEvent[] {
  const open = exists(world);
  const seen = (development: string): boolean => world.developments.has(development);
  if (isDevelopmentEvent(event))
    return event.development.release === 'now' ? appear(desk, world, event.development) : [];
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
      const seenParts = event.parts.flatMap((part) => release({ desk, world }, part) as TranslationPart[]);
      return seenParts.length === 0 ? [] : [{ ...event, parts: seenParts }];
    }
    case 'NoticeTranslated':
      return showsNotice(world, event.of) ? [event] : [];
    case 'StoryClosed':
      // That something is scheduled is nobody's business.
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
      return appear(desk, world, state.development);
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
      // That a claim is marked as an allegation is the desk's alone: no correction in public.
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

function showsNotice(world: Story, of: NoticeOf): boolean {
  if ('story' in of) return world.withheld !== null;
  if ('development' in of) return (world.developments.get(of.development)?.withheld ?? null) !== null;
  return [...world.corrections].some(({ id, notice }) => id === of.correction && notice !== null);
}

/** Names as the desk has them in other languages, and the world not yet, although something public has them. */
function namesDue({ desk, world }: Publication): readonly StoryEvent[] {
  const names = [...new Set([...desk.names, ...world.names].map(({ name }) => name))].flatMap((name) => {
    const [is, was] = [desk, world].map((of) => of.names.find((one) => one.name === name)?.text ?? {});
    return world.named.has(name) && !same(is, was) ? [{ name, text: is! }] : [];
  });
  return names.length === 0 ? [] : [{ type: 'NamesTranslated', names }];
}

/**
 * The names of what is withheld are not seen any more. To find them the story is folded again, only where names are
 * translated and one of them may be such.
 */
function withNamesSeen(
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

/** Of a development that was never public, a claim that others made public. */
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

/** A summary without the points whose claim nobody has seen. */
const pinned = (world: Story, { text, points }: Summary): StoryEvent => ({
  type: 'SummaryPinned',
  summary: { text, points: points.filter(({ claim }) => claim === null || world.claims.has(claim)) },
});

/** A development becomes public, and with the first one its story and what is pinned on it, as they stand. */
function appear(desk: Story, world: Story, development: Development): readonly StoryEvent[] {
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

/** What names others waits until all that it names is public. */
function toWait(event: StoryEvent): StoryEvent | null {
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

function mayBeSeen({ world }: Publication, event: StoryEvent): boolean {
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

/** A link or judgement that is taken back before it could be seen was never there. */
function revokes(event: StoryEvent, waiting: StoryEvent): boolean {
  if (event.type === 'ClaimLinkRevoked') return waiting.type === 'ClaimsLinked' && waiting.id === event.link;
  if (event.type !== 'JudgementRevoked') return false;
  return isJudgement(waiting) && waiting.id === event.judgement;
}
