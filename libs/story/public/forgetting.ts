import type { Claim } from '../facts/claim.js';
import type { FieldChange } from '../facts/development.js';
import {
  isDevelopmentEvent,
  mapParts,
  withheldBy,
  type Recorded,
  type StoryEvent,
  type TranslationPart,
  type Withheld,
} from '../facts/event.js';
import { emptyStory } from '../state/story.js';
import { mapTexts } from '../values/free-text.js';
import { forgets, type Grounds } from '../values/grounds.js';
import { mapCorrections } from '../evolve/parts-of-correction.js';
import { NO_CONTENT, publicFold, publicHistory } from './redaction.js';
import { removalsOf, withholdingsOf, withoutRemoved } from '../evolve/removed-words.js';
import type { Summary } from '../values/summary.js';
import { same, type Uuid } from '../values/text.js';

/**
 * The public events of a story without words that the log must forget. These are words removed for safety, by law or
 * for privacy, and words withheld by a correction. The public history and unchanged events stay the same.
 */
export const forgotten = (events: readonly Recorded[]): readonly Recorded[] => without(events, forgets);

/** Every text of public events that is never shown, whatever the `asOf`: killed, taken down, removed or withheld. */
export function hiddenTexts(events: readonly Recorded[]): readonly string[] {
  const shown = textsOf(without(events, () => true));
  return [...textsOf(events)].filter((text) => !shown.has(text));
}

function textsOf(events: readonly Recorded[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { event } of events)
    mapTexts(event, (text) => {
      texts.add(text);
      return text;
    });
  return texts;
}

/** The events without removed texts, if any text was removed on grounds that count. */
function without(events: readonly Recorded[], counts: (grounds: Grounds) => boolean): readonly Recorded[] {
  const { developments, story } = withheldNow(events);
  if (story !== null && counts(story.grounds)) return events.map((e) => change(e, emptyTexts));
  const gone = new Set([...developments].flatMap(([id, why]) => (counts(why.grounds) ? [id] : [])));
  const removed = events.some(
    ({ event }) =>
      withholdingsOf(event).length > 0 ||
      ('grounds' in event && counts(event.grounds) && removalsOf(event).length > 0),
  );
  if (gone.size === 0 && !removed) return events;
  const left = withoutNames(
    withoutRemoved(events).map((e) => change(e, withoutPlaces)),
    events,
  );
  if (gone.size === 0) return left;
  const shown = everShown(events);
  return left.map((e) => change(e, (event) => withoutContent(event, e.revision, gone, shown)));
}

function change(recorded: Recorded, by: (event: StoryEvent) => StoryEvent): Recorded {
  const event = by(recorded.event);
  return event === recorded.event ? recorded : { ...recorded, event };
}

function withheldNow(events: readonly Recorded[]) {
  const developments = new Map<Uuid, Withheld>();
  let story: Withheld | null = null;
  for (const { event, recordedAt } of events)
    if (event.type === 'DevelopmentKilled' || event.type === 'DevelopmentTakenDown')
      developments.set(event.development, withheldBy(event, recordedAt));
    else if (event.type === 'DevelopmentReinstated') developments.delete(event.development);
    else if (event.type === 'StoryKilled' || event.type === 'StoryTakenDown')
      story = withheldBy(event, recordedAt);
    else if (event.type === 'StoryReinstated') story = null;
  return { developments, story };
}

/** An event of a withheld story: only its notices keep their texts. */
function emptyTexts(event: StoryEvent): StoryEvent {
  switch (event.type) {
    case 'StoryKilled':
    case 'StoryTakenDown':
      return event;
    case 'SummaryPinned':
      return { ...event, summary: { ...mapTexts(event, () => '').summary, points: [] } };
    case 'TextsRemoved':
      return { ...withoutPlaces(event), ...{ notice: {} } };
    case 'StoryTranslated':
      return { ...event, parts: event.parts.filter((part) => 'of' in part && 'story' in part.of) };
    case 'DevelopmentCorrected':
    case 'ClaimCorrected':
      return { ...mapTexts(event, () => ''), changes: [] };
    case 'StoryCorrected':
      return { ...mapTexts(event, () => ''), parts: [] };
    default:
      if (!isDevelopmentEvent(event)) return mapTexts(event, () => '');
      return { ...event, development: { ...event.development, ...NO_CONTENT } };
  }
}

/** Removes the translations of names that no text uses any more. */
function withoutNames(left: readonly Recorded[], events: readonly Recorded[]): readonly Recorded[] {
  const translates = (event: StoryEvent): boolean =>
    event.type === 'NamesTranslated' || (event.type === 'StoryTranslated' && event.parts.some(translates));
  if (!left.some(({ event }) => translates(event))) return left;
  const { named } = publicFold(events).story;
  const without = <E extends StoryEvent>(event: E): E => {
    if (event.type === 'StoryTranslated') return { ...event, parts: event.parts.map(without) };
    if (event.type !== 'NamesTranslated') return event;
    return { ...event, names: event.names.filter(({ name }) => named.has(name)) };
  };
  return left.map((e) => (translates(e.event) ? change(e, without) : e));
}

/** The positions of removed words are useless once the events are without them. */
const withoutPlaces = (event: StoryEvent): StoryEvent =>
  event.type === 'TextsRemoved' && 'places' in event.what ? { ...event, what: { places: [] } } : event;

/** An event without the content of removed developments, except claims that other developments show. */
function withoutContent(
  event: StoryEvent,
  revision: number,
  gone: ReadonlySet<Uuid>,
  seen: Shown,
): StoryEvent {
  const { claims: shown, points } = seen;
  const left = (claims: unknown): readonly Claim[] =>
    (claims as readonly Claim[]).filter((claim) => shown.has(claim.id));
  if (isDevelopmentEvent(event)) {
    const { development } = event;
    if (!gone.has(development.id)) return event;
    return { ...event, development: { ...development, ...NO_CONTENT, claims: left(development.claims) } };
  }
  switch (event.type) {
    case 'StoryTranslated':
      return (
        mapParts(event, (part) => withoutContent(part, revision, gone, seen) as TranslationPart) ?? event
      );
    case 'DevelopmentCorrected': {
      if (!gone.has(event.development)) return event;
      const changes = event.changes
        .filter((c) => c.field === 'claims')
        .map((c): FieldChange => ({ ...c, was: [], is: left(c.is) }));
      return { ...event, changes, notice: null };
    }
    case 'ClaimCorrected':
      return shown.has(event.claim) ? event : { ...event, changes: [] };
    case 'StoryCorrected': {
      const left = mapCorrections(event, (one) => withoutContent(one, revision, gone, seen));
      const isSeen = left.parts.some(
        (part) =>
          'heading' in part || ('claim' in part ? shown.has(part.claim) : !gone.has(part.development)),
      );
      return isSeen ? left : { ...left, notice: null };
    }
    case 'ClaimVerified':
    case 'ClaimRefuted':
    case 'ClaimJudged':
      return shown.has(event.claim) ? event : { ...event, method: null };
    case 'SummaryPinned': {
      const of = points.get(revision) ?? [];
      return same(of, event.summary.points) ? event : { ...event, summary: { ...event.summary, points: of } };
    }
    default:
      return event;
  }
}

/** The claims that are visible at any time, and the visible points of each summary, by the revision that pinned it. */
interface Shown {
  readonly claims: ReadonlySet<string>;
  readonly points: ReadonlyMap<number, Summary['points']>;
}

function everShown(events: readonly Recorded[]): Shown {
  const shown = new Set<string>();
  const points = new Map<number, Summary['points']>();
  let before = emptyStory.claims;
  for (const { claims, summary, revision } of publicHistory(events)) {
    for (const id of claims.changesSince(before)) if (claims.has(id)) shown.add(id);
    if (summary?.revision === revision) points.set(revision, summary.points);
    before = claims;
  }
  return { claims: shown, points };
}
