/** Somebody whom a note may mention. */
export interface Named {
  readonly id: string;
  /** What the person types to sign in. Nobody else has the same. */
  readonly username: string;
  /** The name that others see. Several may have the same. */
  readonly name: string;
}

export interface Mentions {
  /** Ids, each once, in the order of the text. */
  readonly mentions: readonly string[];
  /** Words after an `@` that name nobody, or several people. */
  readonly unknownMentions: readonly string[];
}

/** An `@` that begins a word. The one in a mail address does not. */
const START = /(?<![\p{L}\p{N}_.+-])@(?=[\p{L}\p{N}_])/gu;
const WORD = /^[\p{L}\p{N}_]+(?:[.@’'-][\p{L}\p{N}_]+)*/u;
/** What continues a name. A dot or a hyphen does so only before a letter. */
const CONTINUES = /^(?:[\p{L}\p{N}_]|[.@-][\p{L}\p{N}_])/u;

/**
 * Finds whom a text mentions: `@` and the name for signing in, or the name that others see. Case does not matter. Of
 * several names that fit, the longest counts.
 */
export function mentionsIn(text: string, people: readonly Named[]): Mentions {
  const mentions = new Set<string>();
  const unknown = new Set<string>();
  const names = namesOf(people);
  for (const { index } of text.matchAll(START)) {
    const rest = text.slice(index + 1);
    const [, id = null] = names.find(([name]) => begins(folded(rest), name)) ?? [];
    if (id !== null) mentions.add(id);
    else unknown.add(WORD.exec(rest)![0]);
  }
  return { mentions: [...mentions], unknownMentions: [...unknown] };
}

/** Folded names, the longest first. A name of several people has no id, unless one of them signs in with it. */
function namesOf(people: readonly Named[]): readonly (readonly [string, string | null])[] {
  const ids = new Map<string, string | null>();
  for (const { id, name } of people) ids.set(folded(name), ids.has(folded(name)) ? null : id);
  for (const { id, username } of people) ids.set(folded(username), id);
  return [...ids].sort(([a], [b]) => b.length - a.length);
}

const begins = (text: string, name: string): boolean =>
  text.startsWith(name) && !CONTINUES.test(text.slice(name.length));

const folded = (name: string): string => name.normalize('NFKC').toLowerCase();
