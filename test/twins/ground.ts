import type { Json } from '../http/caller.js';
import { EMBARGO_ENDS, HOLD_ENDS } from './crossing-hidden.js';
import { FULL } from './newsroom-files.js';

/** All that a reader may ask for who knows everything that the desk knows, and things that there never were. */
export interface Ground {
  readonly stories: readonly string[];
  readonly claims: readonly string[];
  readonly variables: readonly string[];
  readonly parties: readonly string[];
  readonly topics: readonly string[];
  readonly places: readonly string[];
  readonly words: readonly string[];
  /** When something happened, hidden or not, to what has such a name; and all of these moments. */
  readonly boundariesOf: (name: string) => readonly string[];
  readonly boundaries: readonly string[];
  /** Of stories, events, developments, assertions, origins, judgements and links. */
  readonly ids: readonly string[];
  readonly positions: readonly string[];
}

export const NEVER = 'never-was';
/** What happens after the import, and when. */
const TO_COME = [EMBARGO_ENDS, HOLD_ENDS].map((at) => ({ at, story: 'crossing' }));

/** What the full twin's file names, and the ids and positions of its desk's log. */
export function groundOf(log: readonly Json[]): Ground {
  const lines = [...FULL.filter(({ story }) => story !== undefined), ...TO_COME].map((line) => ({
    at: line.at as string,
    text: JSON.stringify(line),
  }));
  const file = JSON.stringify(FULL);
  return {
    stories: [...named(file, /"story":"([a-z-]+)"/g), NEVER],
    claims: [...named(file, /"id":"([a-z-]+)","kind":"(?:proposition|territory|figure|decision)"/g), NEVER],
    variables: [...named(file, /"variable":"([a-z-]+)"/g), NEVER],
    parties: [...named(file, /"(?:party|speaksFor)":"([a-z-]+)"/g), NEVER],
    topics: named(file, /"(medtop:\d+)"/g),
    places: named(file, /"name":"([^"]+)"/g),
    words: each(named(file, /"en":"([^"]*)"/g).flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? [])),
    boundariesOf: (name) => each(lines.filter(({ text }) => text.includes(`"${name}"`)).map(({ at }) => at)),
    boundaries: each(lines.map(({ at }) => at)).sort(),
    ids: named(JSON.stringify(log), /"([0-9a-f]{8}-[0-9a-f-]{27})"/g),
    positions: each(log.map((event) => event.position as string)),
  };
}

const each = (names: readonly string[]): string[] => [...new Set(names)];
const named = (text: string, name: RegExp): string[] => each([...text.matchAll(name)].map(([, one]) => one!));
