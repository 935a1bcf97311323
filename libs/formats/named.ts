import type { StateView } from '#projections';
import { languagesOf } from './language.js';

type Names = ReadonlyMap<string, string>;

/** Members of a view that contain a name. */
const NAMES: ReadonlySet<string> = new Set([
  'name',
  'area',
  'of',
  'controller',
  'from',
  'what',
  'unit',
  'denominator',
  'period',
]);
/** Members that describe a source, in several languages. */
const TEXTS: ReadonlySet<string> = new Set(['descriptor', 'title', 'name']);

/**
 * Translates the names of parties, places and units in a view of a story or of one of its lists. The language is the
 * first of `asked` in which the story exists, else the language of the story. Returns the view itself if the story has
 * no names in that language.
 */
export function withNames<T extends object>(
  view: T,
  story: Pick<StateView, 'names' | 'language'>,
  asked: readonly string[],
): T {
  const [language = story.language] = languagesOf(asked, story);
  const named = (story.names ?? []).flatMap(({ name, text }) => {
    const there = text[language] ?? text[language.split('-', 1)[0]!];
    return there === undefined ? [] : [[name, there] as const];
  });
  if (named.length === 0) return view;
  // A name may be a part of a longer one, which then takes precedence.
  const names = new Map(named.toSorted(([a], [b]) => b.length - a.length));
  return inNames(view, '', language, names) as T;
}

function inNames(value: unknown, key: string, language: string, names: Names): unknown {
  if (typeof value === 'string') return NAMES.has(key) ? (names.get(value) ?? value) : value;
  // `names` itself is the list of translations.
  if (typeof value !== 'object' || value === null || key === 'names') return value;
  if (Array.isArray(value)) return value.map((item) => inNames(item, key, language, names));
  if (key === 'explanation') return explained(value as Texts, language, names);
  if (TEXTS.has(key) && !(language in value)) {
    const name = Object.values(value as Texts).find((text) => names.has(text));
    return name === undefined ? value : { ...value, [language]: names.get(name)! };
  }
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, inNames(v, k, language, names)]));
}

type Texts = Readonly<Record<string, string>>;

/** Dateline's explanation in the language, with its names translated. */
function explained(explanation: Texts, language: string, names: Names): Texts {
  const sentence = explanation[language];
  if (sentence === undefined) return explanation;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...names.keys()].map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return { ...explanation, [language]: sentence.replace(pattern, (name) => names.get(name)!) };
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
