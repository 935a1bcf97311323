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

/** The most that one event lists, in characters of JSON: an append has a limit. */
const MOST = 400_000;

/**
 * The public events by which a text is removed of what was published so far: none where nothing of it is public. Words
 * and headings are named by their places, since to name them would repeat them.
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
  return inParts(places).map((part) => as({ places: part }));
}

/** An event that waits to become public, without what was removed. */
export const withoutIn = (event: StoryEvent, what: Removed): StoryEvent => removingWords(what)(event, -1);

function inParts(places: readonly ReplacedValue[]): readonly (readonly ReplacedValue[])[] {
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

/** A public event as the folds take it; when and by whom does not matter to what it says. */
export const asRecorded = (event: StoryEvent, revision: number): Recorded => ({
  id: '',
  revision,
  recordedAt: 0,
  recordedBy: null,
  importedAt: null,
  event,
});
