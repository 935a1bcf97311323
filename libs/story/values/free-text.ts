import { AppendOnlyList } from './append-only-list.js';
import { PersistentMap } from './persistent-map.js';

/** Returns the text that replaces another one; `language` is its BCP 47 tag, null if it has none. */
export type ChangeText = (text: string, language: string | null) => string;

/** Members that are words in several languages. `name` is one for an origin, elsewhere a string. */
const TEXTS: ReadonlySet<string> = new Set([
  'headline',
  'lede',
  'summary',
  'text',
  'notice',
  'descriptor',
  'title',
  'name',
  'with',
  'translates',
]);
/** Members that are free text. All others are identifiers, words of the model, numbers or times. */
const STRINGS: ReadonlySet<string> = new Set(['name', 'reason', 'method', 'authority', 'approvedBy']);
/** Quantities: all of their members are words, except `NO_WORDS`. */
const QUANTITIES: ReadonlySet<string> = new Set(['territory', 'figure']);
const NO_WORDS: ReadonlySet<string> = new Set(['variable', 'comparator']);

/** The member that says where a document was seen. */
const ADDRESS = 'seen';

/**
 * Changes every free text of an event or a state; parts without a change stay the same objects. It drops the address of
 * evidence or of a document that would change: half an address leads nowhere.
 */
export function mapTexts<T>(value: T, change: ChangeText): T {
  return mapped(value, '', change) as T;
}

function mapped(value: unknown, key: string, change: ChangeText): unknown {
  if (typeof value === 'string') {
    if (key === ADDRESS) return isWorded(value, change) ? null : value;
    return STRINGS.has(key) ? change(value, null) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof PersistentMap || value instanceof AppendOnlyList)
    return (value as AppendOnlyList<unknown>).map((item) => mapped(item, key, change));
  if (Array.isArray(value)) return list(value, key, change);
  if (QUANTITIES.has(key)) return members(value, (text, k) => (NO_WORDS.has(k) ? text : change(text, null)));
  if (TEXTS.has(key) && Object.values(value).every((text) => typeof text === 'string'))
    return members(value, change);
  const field = 'field' in value && typeof value.field === 'string' ? value.field : null;
  return changed(value, (v, k) =>
    mapped(v, field !== null && (k === 'was' || k === 'is') ? field : k, change),
  );
}

function list(items: readonly unknown[], key: string, change: ChangeText): readonly unknown[] {
  const kept =
    key === 'evidence'
      ? items.filter((item) => !isWorded((item as { readonly url: string }).url, change))
      : items;
  const now = kept.map((item) => mapped(item, key, change));
  return now.length === items.length && now.every((item, i) => item === items[i]) ? items : now;
}

const isWorded = (url: string, change: ChangeText): boolean =>
  change(url, null) !== url || change(plainAddress(url), null) !== plainAddress(url);

/** An address with its percent-encoding decoded. */
function plainAddress(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

const members = (value: object, change: (text: string, key: string) => string): object =>
  changed(value, (text, key) => (typeof text === 'string' ? change(text, key) : text));

function changed(value: object, change: (value: unknown, key: string) => unknown): object {
  const entries = Object.entries(value);
  const now = entries.map(([key, v]) => [key, change(v, key)] as const);
  return now.every(([, v], i) => v === entries[i]![1]) ? value : Object.fromEntries(now);
}
