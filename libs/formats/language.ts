import type { Text } from '#story';

/** Words in one language, with its BCP 47 tag. */
export interface Worded {
  readonly text: string;
  readonly lang: string;
}

/** The languages of the newsroom's own words. A story may have any others. */
export type Own = 'en' | 'fr';

/** The first of the languages that the newsroom has words in, else English. */
export const own = (languages: readonly string[]): Own =>
  languages.map(primary).find((tag): tag is Own => tag === 'en' || tag === 'fr') ?? 'en';

const primary = (tag: string): string => tag.toLowerCase().split('-', 1)[0]!;

/** The languages for a story's words, by preference: those asked for, then the story's own, then English. */
export const languagesOf = (asked: readonly string[], { language }: { readonly language: string }) => [
  ...asked,
  language,
  'en',
];

/**
 * The words in the first language that they exist in, else in any language; null without words. The lookup is that of
 * RFC 4647 section 3.4: `fr-CA` also finds `fr`. If it finds nothing, the primary subtag decides: `fr` finds `fr-CA`.
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

/** A range without its last subtag, and without a single letter before that. */
const shorter = (range: string): string => range.replace(/(-[^-])?-[^-]+$|^[^-]+$/, '');
