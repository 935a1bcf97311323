import type { Text } from '#story';

/** Words in one language, and which one that is (BCP 47). */
export interface Worded {
  readonly text: string;
  readonly lang: string;
}

/** The languages in which the newsroom itself has words; a story may have any others. */
export type Own = 'en' | 'fr';

/** The first of the languages wanted in which the newsroom has words, else English. */
export const own = (languages: readonly string[]): Own =>
  languages.map(primary).find((tag): tag is Own => tag === 'en' || tag === 'fr') ?? 'en';

const primary = (tag: string): string => tag.toLowerCase().split('-', 1)[0]!;

/** In which languages the words of a story are wanted: those asked for, then the story's own, then English. */
export const languagesOf = (asked: readonly string[], { language }: { readonly language: string }) => [
  ...asked,
  language,
  'en',
];

/**
 * The words in the first of the languages that there are any in, else in any; null where there are none. A language
 * is found as RFC 4647 looks it up (section 3.4: `fr-CA` is content with `fr`), and then by its primary subtag alone
 * (`fr` is content with `fr-CA`).
 */
export function worded(text: Text | null, languages: readonly string[]): Worded | null {
  const there = Object.keys(text ?? {}).filter((tag) => text![tag]!.trim() !== '');
  for (const wanted of languages) {
    const tag = lookedUp(wanted.toLowerCase(), there);
    if (tag !== undefined) return { text: text![tag]!, lang: tag };
  }
  const [any] = there;
  return any === undefined ? null : { text: text![any]!, lang: any };
}

function lookedUp(wanted: string, there: readonly string[]): string | undefined {
  for (let range = wanted; range !== ''; range = shorter(range)) {
    const tag = there.find((t) => t.toLowerCase() === range);
    if (tag !== undefined) return tag;
  }
  return there.find((t) => primary(t) === primary(wanted));
}

/** A range without its last subtag, and without a single letter that then stands last. */
const shorter = (range: string): string => range.replace(/(-[^-])?-[^-]+$|^[^-]+$/, '');
