import {
  replacedTexts,
  removingWords,
  withoutRemoved,
  type Recorded,
  type Removed,
  type ReplacedValue,
  type Story,
  type StoryEvent,
} from '#story';

type TextsRemoved = Extract<StoryEvent, { type: 'TextsRemoved' }>;

/** The longest list of locations in one event, in characters of JSON. An append has a limit. */
const MOST = 400_000;

/**
 * The public events that remove a text from the published events; none where no part of it is public. They give the
 * locations of words and headings (`places`), because the words themselves would repeat what is removed.
 */
export function publicRemovals(
  published: readonly StoryEvent[],
  world: Story,
  event: TextsRemoved,
): readonly StoryEvent[] {
  const { what } = event;
  const past = withoutRemoved(published.map(asRecorded));
  const as = (shown: Removed): StoryEvent => ({ ...event, what: shown, reason: null });
  if ('claim' in what) return world.claims.has(what.claim) ? [as(what)] : [];
  if ('question' in what) return world.questions.has(what.question) ? [as(what)] : [];
  if ('correction' in what)
    return [...world.corrections].some(({ id }) => id === what.correction) ? [as(what)] : [];
  const take = removingWords(what, past);
  const places = past.flatMap((e) => replacedTexts(e.event, take(e.event, e.revision), e.revision));
  return eventsOf(places).map((part) => as({ places: part }));
}

/** A waiting event without the removed text. */
export const withoutIn = (event: StoryEvent, what: Removed): StoryEvent => removingWords(what)(event, -1);

function eventsOf(places: readonly ReplacedValue[]): readonly (readonly ReplacedValue[])[] {
  const parts: ReplacedValue[][] = [];
  let size = Infinity;
  for (const place of places) {
    const length = JSON.stringify(place).length;
    if (size + length > MOST) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(place);
    size += length;
  }
  return parts;
}

/** A public event for a fold that needs only the content, not the time and the author. */
export const asRecorded = (event: StoryEvent, revision: number): Recorded => ({
  id: '',
  revision,
  recordedAt: 0,
  recordedBy: null,
  importedAt: null,
  event,
});
