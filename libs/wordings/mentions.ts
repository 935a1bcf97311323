import type { Mention, Text } from '#story';
import type { Language } from './language.js';
import { filled, listed } from './phrase.js';
import { VOCABULARY } from './vocabularies.js';

/** A text in the language, else in any that it has. */
export const textIn = (text: Text, language: Language): string =>
  text[language] ?? text['und'] ?? Object.values(text)[0] ?? '';

/** Those who are mentioned, as a list within a sentence. */
export const mentioned = (mentions: readonly Mention[], language: Language): string =>
  listed(
    mentions.map((mention, i) => {
      const name = nameOf(mention, language);
      // `an origin unknown, through X, and Moscow`
      return mention.kind === 'unknown' && i === mentions.length - 2 ? `${name},` : name;
    }),
    VOCABULARY[language].and,
  );

const THROUGH = { en: 'an origin unknown, through', fr: 'une origine inconnue, par' } as const;

function nameOf({ name, kind, document }: Mention, language: Language): string {
  const words = textIn(name, language);
  if (kind === 'unknown') return `${THROUGH[language]} ${words}`;
  return document ? documentWords(words, document, language) : words;
}

/** `the document “Inspection report” (not verified by us)`. */
function documentWords(
  title: string,
  { medium, authenticity }: NonNullable<Mention['document']>,
  language: Language,
): string {
  const words = VOCABULARY[language];
  const note = authenticity === 'verified' ? '' : ` (${words.authenticity[authenticity]})`;
  return `${words.medium[medium]} ${filled(words.quoted, title)}${note}`;
}
