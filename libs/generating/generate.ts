import { PriorityQueue } from './priority-queue.js';
import { castOf, type Cast } from './cast.js';
import { lengths, SHORTEST } from './lengths.js';
import type { Generated, Line } from './line.js';
import { CLAIMS_AT_ONCE } from './coverage.js';
import { Narrator } from './narrator.js';
import { Random } from './random.js';
import { vocabulary, type Language } from './vocabulary.js';

export interface HistorySize {
  readonly stories: number;
  /** The events of all stories together, without those of sides and parties. */
  readonly events: number;
  readonly seed: number;
}

export interface StorySize {
  readonly events: number;
  readonly claims: number;
  readonly seed: number;
}

/** The most events of one history. */
const MOST = 10_000_000;
const DAY = 86_400_000;
/** Ten years in the past: an import refuses times in the future. */
const BEGIN = Date.UTC(2015, 0, 1);
const SPAN = 3_650 * DAY;

/**
 * Makes up a newsroom's history from a seed: the lines of an import file, in order of time. Many stories are short, a
 * few are very long. The result is lazy: only the stories in progress are in memory.
 *
 * @throws RangeError at once, if the events are too few for the stories, or a number is out of range
 */
export function generate({ stories, events, seed }: HistorySize): Iterable<Generated> {
  whole('stories', stories, 1);
  whole('events', events, 1);
  whole('seed', seed, 0);
  if (events < SHORTEST * stories)
    throw new RangeError(
      `${stories} stories need at least ${SHORTEST * stories} events (two each: one opens the story, one records something), not ${events}.`,
    );
  return interleaved(new Random(seed), { stories, events, seed });
}

/**
 * Makes up the history of one story with exactly this many events and claims. The story stays open.
 *
 * @throws RangeError at once, if the events are too few for the claims, or a number is out of range
 */
export function generateStory({ events, claims, seed }: StorySize): Iterable<Generated> {
  whole('events', events, SHORTEST);
  whole('claims', claims, 1);
  whole('seed', seed, 0);
  if (claims > CLAIMS_AT_ONCE * (events - 1))
    throw new RangeError(
      `${events} events bring ${CLAIMS_AT_ONCE * (events - 1)} claims at most, not ${claims}.`,
    );
  const random = new Random(seed);
  const plot = { slug: slugOf(random, 0), language: 'en' as const, events, claims, ends: false, from: BEGIN };
  return alone(random, (cast) => new Narrator(random, cast, { ...plot, until: BEGIN + lifeOf(events) }));
}

/** Checks a number: a seed may be any safe integer from `least`, a count at most ten million. */
function whole(name: string, value: number, least: number): void {
  const most = name === 'seed' ? Number.MAX_SAFE_INTEGER : MOST;
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new RangeError(`${name} is ${value}: give a whole number from ${least} to ${most}.`);
}

function* alone(random: Random, narrate: (cast: Cast) => Narrator): Generator<Generated> {
  const cast = castOf(random, new Date(BEGIN).toISOString());
  yield* introduced(cast);
  const narrator = narrate(cast);
  while (narrator.left > 0) yield { line: narrator.next(), last: narrator.left === 0 };
}

function* interleaved(random: Random, { stories, events, seed }: HistorySize): Generator<Generated> {
  const cast = castOf(random, new Date(BEGIN).toISOString());
  yield* introduced(cast);
  const length = lengths(random, stories, events);
  const queue = new PriorityQueue<{ readonly narrator: Narrator; readonly index: number }>(
    (a, b) => a.narrator.at - b.narrator.at || a.index - b.index,
  );
  // A story begins every four hours, or more often, so that all begin in the first nine tenths of the time.
  const every = Math.min(DAY / 6, (SPAN * 0.9) / stories);
  const opened = (index: number): number => BEGIN + DAY + Math.floor(index * every);
  for (let begun = 0; begun < stories || queue.next;) {
    while (begun < stories && opened(begun) <= (queue.next?.narrator.at ?? Infinity)) {
      const narrator = narratorOf(new Random(seed, begun + 1), cast, begun, length[begun]!, opened(begun));
      queue.add({ narrator, index: begun });
      begun += 1;
    }
    const now = queue.take()!;
    yield { line: now.narrator.next(), last: now.narrator.left === 0 };
    if (now.narrator.left > 0) queue.add(now);
  }
}

function narratorOf(random: Random, cast: Cast, index: number, events: number, from: number): Narrator {
  const language: Language = random.weighted({ en: 70, fr: 12, ru: 10, ar: 8 });
  const usual = random.between(4, 12) + Math.min(28, Math.floor(events / 200));
  const claims = Math.min(usual, CLAIMS_AT_ONCE * (events - 1));
  const until = Math.min(from + lifeOf(events) * (0.5 + random.fraction()), BEGIN + SPAN);
  return new Narrator(random, cast, {
    slug: slugOf(random, index),
    language,
    events,
    claims,
    ends: true,
    from,
    until,
  });
}

/**
 * The duration of a story in milliseconds. It grows with the root of the events: ten take some days, 100,000 over a
 * year.
 */
const lifeOf = (events: number): number => (1 + 1.5 * Math.sqrt(events)) * DAY;

function slugOf(random: Random, index: number): string {
  const word = (): string => random.pick(vocabulary('en')).slice(0, 24);
  return `${word()}-${word()}-${index + 1}`;
}

function* introduced({ sides, outlets, speakers }: Cast): Generator<Generated> {
  // castOf returns bodies before their speakers, so that each speaker refers to a body that exists.
  const lines: readonly Line[] = [...sides, ...outlets, ...speakers];
  for (const line of lines) yield { line, last: false };
}
