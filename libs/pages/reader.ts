import type { LanguageNotes, Text } from '#story';
import { html, type Html } from './html.js';
import type { Language } from '#wordings';
import { directionOf } from './language.js';
import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import type { Messages } from './messages.js';

/** The reader of a page. */
export interface Reader {
  readonly language: Language;
  readonly words: Messages;
  /** The language in the address. Links keep it. */
  readonly asked: Language | null;
  /** IANA name of the newsroom's time zone, for all dates and times. */
  readonly zone: string;
  /** The `asOf` in the address of the page. Links keep it. */
  readonly asOf: string | null;
  /** Minutes with several moments of the page, from `sharedMinutes`. Absent: none. */
  readonly minutes?: ReadonlySet<string>;
}

/** An address with its parameters, except null ones, and with the language of the reader's address. */
export function addressOf(
  path: string,
  { asked }: Pick<Reader, 'asked'>,
  parameters: Readonly<Record<string, string | null>> = {},
): string {
  const given = Object.entries({ ...parameters, lang: parameters['lang'] ?? asked }).flatMap(
    ([name, value]) =>
      value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%3A', ':')}`],
  );
  return given.length === 0 ? path : `${path}?${given.join('&')}`;
}

/** A text in one language. */
export interface ChosenText {
  readonly text: string;
  /** BCP 47; `und` if unknown. */
  readonly language: string;
}

/** A text in the page's language, else in the story's, else in any; null without a text. */
export function textIn(text: Text | null, { language }: Reader, story = 'und'): ChosenText | null {
  const tags = Object.keys(text ?? {});
  for (const wanted of [language, story, 'und']) {
    const tag = tags.find((t) => t === wanted || t.startsWith(`${wanted}-`));
    if (tag !== undefined) return { text: text![tag]!, language: tag };
  }
  return tags[0] === undefined ? null : { text: text![tags[0]]!, language: tags[0] };
}

/** Attributes for a text in another language than the page: ` lang="ar" dir="rtl"`. */
export function inLanguage({ language }: ChosenText, reader: Reader): Html {
  if (language === reader.language) return html``;
  return html` lang="${language === 'und' ? '' : language}" dir="${directionOf(language)}"`;
}

/** The tags of a text that is translated, or whose translation must be checked. */
export function translationTags(
  chosen: ChosenText | null,
  languages: LanguageNotes | undefined,
  { words }: Reader,
): readonly string[] {
  const note = chosen ? languages?.[chosen.language] : undefined;
  return [
    ...(note?.translated ? [words.translation.translated] : []),
    ...(note?.toCheck ? [words.translation.toCheck] : []),
  ];
}

/** The tags as markup beside the text. */
export const translationMarks = (
  chosen: ChosenText | null,
  languages: LanguageNotes | undefined,
  reader: Reader,
): Html =>
  html`${translationTags(chosen, languages, reader).map((tag) => html` <span class="tag">${tag}</span>`)}`;

/** A text as part of a sentence, isolated so that it does not reorder the text around it. */
export function phrase(text: Text | null, reader: Reader, story?: string): Html {
  const chosen = textIn(text, reader, story);
  return chosen === null ? html`` : html`<bdi${inLanguage(chosen, reader)}>${chosen.text}</bdi>`;
}

/** A name of unknown language, as part of a sentence. */
export const name = (text: string): Html => html`<bdi>${text}</bdi>`;

/** A number in the format of the language, not rounded. */
export function number(
  value: number,
  { language }: Reader,
  style: 'decimal' | 'percent' = 'decimal',
): string {
  return new Intl.NumberFormat(language, { style, maximumFractionDigits: 10 }).format(value);
}

/** A list in a sentence: `a, b and c`. */
export function enumerated(parts: readonly Html[], { words }: Pick<Reader, 'words'>): Html {
  if (parts.length < 2) return html`${parts}`;
  return html`${parts.slice(0, -1).map((part, i) => html`${i === 0 ? '' : ', '}${part}`)} ${words.and}
  ${parts.at(-1)!}`;
}

/** The fragment for an id, which is a slug or a UUID. */
export const anchorOf = (kind: 'claim' | 'development' | 'correction' | 'question', id: string): string =>
  `${kind}-${id}`;

const MESSAGES: Readonly<Record<Language, Messages>> = { en: ENGLISH, fr: FRENCH };

/** A reader with the messages of a language. */
export const readerIn = (language: Language, reader: Omit<Reader, 'language' | 'words'>): Reader => ({
  ...reader,
  language,
  words: MESSAGES[language],
});
