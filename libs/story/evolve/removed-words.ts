import type { Claim } from '../facts/claim.js';
import type { Development, FieldChange, Question } from '../facts/development.js';
import {
  isDevelopmentEvent,
  mapParts,
  type Correction,
  type JointCorrection,
  type Recorded,
  type StoryEvent,
  type TranslationPart,
} from '../facts/event.js';
import { mapTexts } from '../values/free-text.js';
import { correctionsIn, mapCorrections, mapHeadings } from './parts-of-correction.js';
import type { Removed, ReplacedValue } from '../values/removed.js';
import type { KeyPoint } from '../values/summary.js';
import { same, type Text, type Uuid } from '../values/text.js';
import { FORMER, PRESENT, replacer } from '../values/words.js';

/** The texts that an event removes from the events before it. */
export function removalsOf(event: StoryEvent): readonly Removed[] {
  if (event.type === 'TextsRemoved') return [event.what];
  if (event.type !== 'DevelopmentKilled' && event.type !== 'DevelopmentTakenDown') return [];
  return event.claims.map((claim) => ({ claim, with: event.notice }));
}

/** The corrections of an event that withhold earlier values. */
export const withholdingsOf = (event: StoryEvent): readonly Correction[] =>
  correctionsOf(event).filter(({ changes }) => changes.some((change) => change.withheld));

function correctionsOf(event: StoryEvent): readonly Correction[] {
  if (event.type === 'StoryCorrected') return correctionsIn(event);
  return event.type === 'DevelopmentCorrected' || event.type === 'ClaimCorrected' ? [event] : [];
}

/** Whether an event changes what earlier events may show, apart from whole developments. */
export const removes = (event: StoryEvent): boolean =>
  removalsOf(event).length > 0 || withholdingsOf(event).length > 0;

/**
 * The events without everything that later events remove. An unchanged event stays the same object, and so does the
 * list if nothing is removed.
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
    for (const removed of removalsOf(event)) before(removingWords(removed, left.slice(0, now)));
    const withholdings = withholdingsOf(event);
    for (const withholding of withholdings) before((earlier) => withhold(earlier, withholding));
    if (withholdings.length > 0) left[now] = { ...left[now]!, event: mapChanges(event, withoutWithheldWas) };
  }
  return left;
}

/** Returns a function that removes texts from an event. `before` are the events among which it finds a correction. */
export function removingWords(
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
    const at = new Map<number, ReplacedValue[]>();
    for (const one of removed.places) at.set(one.revision, [...(at.get(one.revision) ?? []), one]);
    return (event, revision) => (at.get(revision) ?? []).reduce(replaceValue, event);
  }
  if ('headline' in removed || 'lede' in removed) return headingRemoval(removed, before);
  if ('summary' in removed) return (event) => withoutSummary(event, removed);
  if ('claim' in removed) return inParts((event) => withoutClaim(event, removed.claim, removed.with));
  if ('question' in removed)
    return inParts((event) => withoutQuestion(event, removed.question, removed.with));
  const found = before.find(({ event }) => isCorrection(event, removed.correction));
  const correction = found && withoutWas(found.event as Correction | JointCorrection, removed.with);
  const headings = found ? headingsCorrected(found.event).map((one) => headingRemoval(one, before)) : [];
  return inParts((event, revision) => {
    // A later event may translate its notice.
    if (event.type === 'NoticeTranslated')
      return 'correction' in event.of && event.of.correction === removed.correction
        ? noticed(event, removed.with)
        : event;
    // A later correction of the same text stays.
    if (!correction || revision > found.revision) return event;
    if (isCorrection(event, removed.correction)) return correction;
    const left = correctionsOf(correction).reduce(withhold, event);
    return headings.reduce((now, remove) => remove(now, revision), left);
  });
}

/** Returns a function that replaces words in a text by the replacement for its language. */
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

type Removal = (event: StoryEvent, revision: number) => StoryEvent;

/** Applies a removal to each part of a translation. */
const inParts =
  (remove: Removal): Removal =>
  (event, revision) =>
    event.type === 'StoryTranslated'
      ? (mapParts(event, (part) => remove(part, revision) as TranslationPart) ?? event)
      : remove(event, revision);

/** An event with another notice, without notes on its languages. */
function noticed<E extends { readonly notice: Text | null }>(event: E, notice: Text): E {
  const { languages: _, ...left } = event as E & { languages?: unknown };
  return { ...(left as E), notice };
}

type HeadingRemoved = Extract<Removed, { headline: Text } | { lede: Text }>;

/** Removes a heading with exactly this text, and its translations. */
function headingRemoval(removed: HeadingRemoved, before: readonly Recorded[]): Removal {
  const what = 'headline' in removed ? 'headline' : 'lede';
  const gone = [(removed as Readonly<Record<string, Text>>)[what]!];
  const isGone = (text: unknown): boolean => gone.some((one) => same(one, text));
  // Each translation has the text that it translates.
  for (const { event } of before.toReversed())
    for (const one of event.type === 'StoryTranslated' ? event.parts : [event]) {
      const { translates, ...heading } = one as Readonly<Record<string, unknown>>;
      if (translates && isGone(heading[what]) && !isGone(translates)) gone.push(translates as Text);
    }
  return inParts((event) =>
    gone.reduce(
      (left, text) => withoutHeading(left, { [what]: text, with: removed.with } as unknown as Removed),
      event,
    ),
  );
}

/** The headlines and ledes before a correction: its texts replace them, as if they had never been shown. */
function headingsCorrected(event: StoryEvent): readonly HeadingRemoved[] {
  if (event.type !== 'StoryCorrected') return [];
  return event.parts.flatMap((part) => {
    const [change] = part.changes;
    if (!('heading' in part) || !change || change.was === null) return [];
    const [was, instead] = [change.was as Text, change.is as Text];
    return part.heading === 'headline' ? { headline: was, with: instead } : { lede: was, with: instead };
  });
}

function withoutHeading<E extends StoryEvent>(event: E, removed: Removed): E {
  if (event.type === 'StoryCorrected') return withoutHeadingIn(event, removed) as E;
  let left: E = event;
  for (const [key, removedText] of Object.entries(removed)) {
    if (key !== 'headline' && key !== 'lede') continue;
    const found = (left as Record<string, unknown>)[key];
    if (found !== null && found !== undefined && same(found, removedText))
      left = asRevised(left, key, (removed as { with: Text }).with);
  }
  return left;
}

/** An event that sets a heading, with another text instead. */
function asRevised<E extends object>(event: E, what: 'headline' | 'lede', text: Text): E {
  const {
    languages: _,
    translates: __,
    ...left
  } = event as E & { languages?: unknown; translates?: unknown };
  const { [`${what}Languages`]: ___, ...rest } = left as Readonly<Record<string, unknown>>;
  return { ...(rest as E), [what]: text };
}

function withoutHeadingIn(event: JointCorrection, removed: Removed): JointCorrection {
  const without = (gone: Text, instead: Text) => (text: Text) => (same(text, gone) ? instead : text);
  if ('headline' in removed) return mapHeadings(event, 'headline', without(removed.headline, removed.with));
  return 'lede' in removed ? mapHeadings(event, 'lede', without(removed.lede, removed.with)) : event;
}

/** Removes a summary with exactly this text, and its points. */
function withoutSummary(event: StoryEvent, removed: Extract<Removed, { summary: unknown }>): StoryEvent {
  if (event.type !== 'SummaryPinned' || !same(event.summary.text, removed.summary)) return event;
  return { ...event, summary: { text: removed.with, points: [] } };
}

/** A claim without its content. */
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
  if (event.type === 'StoryCorrected') return mapCorrections(event, (one) => withoutClaim(one, id, text));
  if (event.type === 'ClaimCorrected' && event.claim === id) return { ...event, changes: [] };
  if (event.type === 'SummaryPinned') {
    const points = pointsWithout(event.summary.points, id, text);
    return points === event.summary.points ? event : { ...event, summary: { ...event.summary, points } };
  }
  return mapItems(event, 'claims', (claim: Claim) => (claim.id === id ? emptied(claim, text) : claim));
}

/** The points of a summary, with another text for those that name a claim. */
export const pointsWithout = (points: readonly KeyPoint[], claim: string, text: Text): readonly KeyPoint[] =>
  points.some((point) => point.claim === claim)
    ? points.map((point) => (point.claim === claim ? { ...point, text } : point))
    : points;

function withoutQuestion(event: StoryEvent, id: string, text: Text): StoryEvent {
  return mapItems(event, 'raises', (question: Development['raises'][number]) =>
    question.id === id ? withText(question, text) : question,
  );
}

function withText(question: Question, text: Text): Question {
  const { languages: _, ...left } = question;
  return { ...left, text };
}

/** Changes the claims or questions of a development, in its record and in its corrections. */
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
  if (event.type === 'StoryCorrected') return mapCorrections(event, (one) => mapItems(one, list, change));
  if (event.type !== 'DevelopmentCorrected') return event;
  const changes = event.changes.map((c) => {
    if (c.field !== list) return c;
    const [was, is] = [items(c.was), items(c.is)];
    return was === c.was && is === c.is ? c : { ...c, was, is };
  });
  return changes.every((c, i) => c === event.changes[i]) ? event : { ...event, changes };
}

/** A correction without the old values, and with another notice. */
function withoutWas(event: Correction | JointCorrection, notice: Text): StoryEvent {
  const left = mapChanges(event, (c) => ({ ...c, was: null, withheld: true }));
  return 'notice' in left && left.notice !== null ? { ...left, notice } : left;
}

const withoutWithheldWas = (change: FieldChange): FieldChange =>
  change.withheld ? { ...change, was: null } : change;

/** Changes each field change of a correction. */
function mapChanges(event: StoryEvent, change: (change: FieldChange) => FieldChange): StoryEvent {
  if (event.type === 'StoryCorrected')
    return {
      ...event,
      parts: event.parts.map((part) => ({ ...part, changes: part.changes.map(change) })),
    };
  return 'changes' in event ? { ...event, changes: event.changes.map(change) } : event;
}

/**
 * Applies a correction that withholds earlier values to an earlier event. Its new values replace the old ones
 * everywhere, as if these had never been shown.
 */
export function withhold(event: StoryEvent, by: Correction): StoryEvent {
  if (event.type === 'StoryTranslated')
    return mapParts(event, (part) => withhold(part, by) as TranslationPart) ?? event;
  if (event.type === 'StoryCorrected') return mapCorrections(event, (one) => withhold(one, by));
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

/** Replaces one value of an event, if the pointer leads to one. */
function replaceValue(event: StoryEvent, { pointer, is }: ReplacedValue): StoryEvent {
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

/** The smallest values in which two versions of an event differ. */
export function replacedTexts(
  was: unknown,
  is: unknown,
  revision: number,
  pointer = '',
): readonly ReplacedValue[] {
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
    replacedTexts(
      value,
      (is as Record<string, unknown>)[key],
      revision,
      `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    ),
  );
}
