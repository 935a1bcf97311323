import type { StateView } from '#projections';
import { languagesOf } from './language.js';

type Names = ReadonlyMap<string, string>;

/** Members of a view that name somebody or something. */
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
/** Members that describe a source, in words of several languages. */
const TEXTS: ReadonlySet<string> = new Set(['descriptor', 'title', 'name']);

/**
 * A view of a story, or of a list of it, with the names of parties, places and units as the story has them in the first of
 * the languages that are asked for, else in its own. Where it has none in it, the view itself.
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
  // A name may be a part of another: the longer one is meant.
  const names = new Map(named.toSorted(([a], [b]) => b.length - a.length));
  return inNames(view, '', language, names) as T;
}

function inNames(value: unknown, key: string, language: string, names: Names): unknown {
  if (typeof value === 'string') return NAMES.has(key) ? (names.get(value) ?? value) : value;
  // What the names are is not to be translated.
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

/** Our own sentence in the language, with the names that stand in it. */
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
