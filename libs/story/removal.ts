import type { Claim } from './claim.js';
import type { Development, FieldChange } from './development.js';
import { isDevelopmentEvent, type Recorded, type StoryEvent } from './event.js';
import { mapTexts } from './free-text.js';
import type { Removed, Replaced } from './removed.js';
import type { KeyPoint } from './summary.js';
import { same, type Text, type Uuid } from './text.js';
import { FORMER, PRESENT, replacer } from './words.js';

/** What an event removes of the events before it. */
export function removalsOf(event: StoryEvent): readonly Removed[] {
  if (event.type === 'TextsRemoved') return [event.what];
  if (event.type !== 'DevelopmentKilled' && event.type !== 'DevelopmentTakenDown') return [];
  return event.claims.map((claim) => ({ claim, with: event.notice }));
}

/** The correction whose earlier values an event withholds; null where it withholds none. */
export function withholdingOf(event: StoryEvent): Correction | null {
  if (event.type !== 'DevelopmentCorrected' && event.type !== 'ClaimCorrected') return null;
  return event.changes.some((change) => change.withheld) ? event : null;
}

export type Correction = Extract<StoryEvent, { type: 'DevelopmentCorrected' | 'ClaimCorrected' }>;

/** Whether an event changes what may be shown of the events before it, besides whole developments. */
export const removes = (event: StoryEvent): boolean =>
  removalsOf(event).length > 0 || withholdingOf(event) !== null;

/**
 * The events with all that later ones of them removed taken out. The same list comes back where nothing was, and events
 * from which nothing was taken are the same objects.
 */
export function withoutRemoved(events: readonly Recorded[]): readonly Recorded[] {
  if (!events.some(({ event }) => removes(event))) return events;
  const left = [...events];
  for (const [now, { event }] of events.entries()) {
    const before = (change: (event: StoryEvent, revision: number) => StoryEvent): void => {
      for (let i = 0; i < now; i++) {
        const recorded = left[i]!;
        const changed = change(recorded.event, recorded.revision);
        if (changed !== recorded.event) left[i] = { ...recorded, event: changed };
      }
    };
    for (const removed of removalsOf(event)) before(taking(removed, left.slice(0, now)));
    const withheld = withholdingOf(event);
    if (withheld) {
      before((earlier) => withhold(earlier, withheld));
      const changes = withheld.changes.map((c) => (c.withheld ? { ...c, was: null } : c));
      left[now] = { ...left[now]!, event: { ...withheld, changes } };
    }
  }
  return left;
}

/** A function that takes what is removed out of an event. `before` are the events in which a correction is looked for. */
export function taking(
  removed: Removed,
  before: readonly Recorded[] = [],
): (event: StoryEvent, revision: number) => StoryEvent {
  if ('words' in removed) {
    const texts = wordsRemoved(removed);
    return (event) =>
      event.type === 'TextsRemoved'
        ? { ...mapTexts({ ...event, what: { places: [] } }, texts), what: event.what }
        : mapTexts(event, texts);
  }
  if ('places' in removed) {
    const at = new Map<number, Replaced[]>();
    for (const place of removed.places) at.set(place.revision, [...(at.get(place.revision) ?? []), place]);
    return (event, revision) => (at.get(revision) ?? []).reduce(replaced, event);
  }
  if ('headline' in removed || 'lede' in removed) return (event) => withoutHeading(event, removed);
  if ('summary' in removed) return (event) => withoutSummary(event, removed);
  if ('claim' in removed) return (event) => withoutClaim(event, removed.claim, removed.with);
  if ('question' in removed) return (event) => withoutQuestion(event, removed.question, removed.with);
  const found = before.find(({ event }) => isCorrection(event, removed.correction));
  const correction = found && withoutWas(found.event as Correction, removed.with);
  return (event, revision) => {
    // What was corrected again later is as that made it.
    if (!correction || revision > found.revision) return event;
    return isCorrection(event, removed.correction) ? correction : withhold(event, correction);
  };
}

/** Replaces words in a text, by what is given for its language. */
export function wordsRemoved(removed: Extract<Removed, { words: unknown }>) {
  const replace = replacer(removed.words, removed.former ? FORMER : PRESENT);
  return (text: string, language: string | null): string =>
    replace(
      text,
      removed.with[language ?? 'und'] ?? removed.with['und'] ?? Object.values(removed.with)[0] ?? '',
    );
}

const isCorrection = (event: StoryEvent, id: Uuid): boolean =>
  'correction' in event && event.correction === id;

/** A heading that says exactly this. */
function withoutHeading<E extends object>(event: E, removed: Removed): E {
  let left: E = event;
  for (const [key, removedText] of Object.entries(removed)) {
    if (key !== 'headline' && key !== 'lede') continue;
    const found = (left as Record<string, unknown>)[key];
    if (found !== null && found !== undefined && same(found, removedText))
      left = { ...left, [key]: (removed as { with: Text }).with };
  }
  return left;
}

/** A summary that says exactly this: of its points nothing is left. */
function withoutSummary(event: StoryEvent, removed: Extract<Removed, { summary: unknown }>): StoryEvent {
  if (event.type !== 'SummaryPinned' || !same(event.summary.text, removed.summary)) return event;
  return { ...event, summary: { text: removed.with, points: [] } };
}

/** A claim of which nothing is left but that it is there. */
export const emptied = ({ id }: Claim, text: Text): Claim => ({
  id,
  kind: 'proposition',
  text,
  occurred: null,
  place: null,
  territory: null,
  figure: null,
});

/** An event without the content of a claim. */
function withoutClaim(event: StoryEvent, id: string, text: Text): StoryEvent {
  if (event.type === 'ClaimCorrected' && event.claim === id) return { ...event, changes: [] };
  if (event.type === 'SummaryPinned') {
    const points = pointsWithout(event.summary.points, id, text);
    return points === event.summary.points ? event : { ...event, summary: { ...event.summary, points } };
  }
  return mapItems(event, 'claims', (claim: Claim) => (claim.id === id ? emptied(claim, text) : claim));
}

/** The points of a summary, those that name a claim without what they say of it. */
export const pointsWithout = (points: readonly KeyPoint[], claim: string, text: Text): readonly KeyPoint[] =>
  points.some((point) => point.claim === claim)
    ? points.map((point) => (point.claim === claim ? { ...point, text } : point))
    : points;

function withoutQuestion(event: StoryEvent, id: string, text: Text): StoryEvent {
  return mapItems(event, 'raises', (question: Development['raises'][number]) =>
    question.id === id ? { ...question, text } : question,
  );
}

/** A development's list of claims or questions, in its record and in its corrections. */
function mapItems<T>(event: StoryEvent, list: 'claims' | 'raises', change: (item: T) => T): StoryEvent {
  const items = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    const now = (value as T[]).map(change);
    return now.every((item, i) => item === value[i]) ? value : now;
  };
  if (isDevelopmentEvent(event)) {
    const now = items(event.development[list]);
    if (now === event.development[list]) return event;
    return { ...event, development: { ...event.development, [list]: now } };
  }
  if (event.type !== 'DevelopmentCorrected') return event;
  const changes = event.changes.map((c) => {
    if (c.field !== list) return c;
    const [was, is] = [items(c.was), items(c.is)];
    return was === c.was && is === c.is ? c : { ...c, was, is };
  });
  return changes.every((c, i) => c === event.changes[i]) ? event : { ...event, changes };
}

/** A correction that says neither what was wrong nor why. */
function withoutWas<C extends Correction>(event: C, notice: Text): C {
  const changes = event.changes.map((c) => ({ ...c, was: null, withheld: true }));
  return { ...event, changes, ...('notice' in event && event.notice !== null ? { notice } : {}) };
}

/**
 * What a correction withholds was never shown: a development or claim has, from its record on, what the correction
 * made of the field, and so have the corrections before it.
 */
export function withhold(event: StoryEvent, by: Correction): StoryEvent {
  const now = new Map(by.changes.filter((c) => c.withheld).map((c) => [c.field, c.is]));
  const corrected = (changes: readonly FieldChange[]): readonly FieldChange[] =>
    changes.some((c) => now.has(c.field))
      ? changes.map((c) => (now.has(c.field) ? { ...c, was: null, is: now.get(c.field), withheld: true } : c))
      : changes;
  if (by.type === 'ClaimCorrected') {
    if (event.type === 'ClaimCorrected' && event.claim === by.claim)
      return withChanges(event, corrected(event.changes));
    return mapItems(event, 'claims', (claim: Claim) =>
      claim.id === by.claim ? { ...claim, ...Object.fromEntries(now) } : claim,
    );
  }
  if (event.type === 'DevelopmentCorrected' && event.development === by.development)
    return withChanges(event, corrected(event.changes));
  if (!isDevelopmentEvent(event) || event.development.id !== by.development) return event;
  return { ...event, development: { ...event.development, ...Object.fromEntries(now) } };
}

const withChanges = <C extends Correction>(event: C, changes: readonly FieldChange[]): C =>
  changes === event.changes ? event : { ...event, changes };

/** An event with one value replaced; where there is no such place, as it is. */
function replaced(event: StoryEvent, { pointer, is }: Replaced): StoryEvent {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return put(event, path, is) as StoryEvent;
}

function put(value: unknown, [key, ...rest]: readonly string[], is: unknown): unknown {
  if (key === undefined) return is;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  const inside = put((value as Record<string, unknown>)[key], rest, is);
  if (Array.isArray(value)) return value.with(Number(key), inside);
  return { ...value, [key]: inside };
}

/** The smallest places at which two events of one revision differ. */
export function placesOf(was: unknown, is: unknown, revision: number, pointer = ''): readonly Replaced[] {
  if (was === is || same(was, is)) return [];
  const inside =
    typeof was === 'object' &&
    typeof is === 'object' &&
    was !== null &&
    is !== null &&
    Array.isArray(was) === Array.isArray(is) &&
    same(Object.keys(was), Object.keys(is));
  if (!inside) return [{ revision, pointer, is }];
  return Object.entries(was).flatMap(([key, value]) =>
    placesOf(
      value,
      (is as Record<string, unknown>)[key],
      revision,
      `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    ),
  );
}
