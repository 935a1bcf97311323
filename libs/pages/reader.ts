import type { LanguageNotes, Text } from '#story';
import { html, type Html } from './html.js';
import type { Language } from '#wordings';
import { directionOf } from './language.js';
import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import type { Messages } from './messages.js';

/** For whom a page is made. */
export interface Reader {
  readonly language: Language;
  readonly words: Messages;
  /** The language that was asked for in the address, which links then keep. */
  readonly asked: Language | null;
  /** IANA name of the newsroom's zone: dates and times are given in it. */
  readonly zone: string;
  /** The moment as of which the page stands, as its address gave it; links keep it. */
  readonly asOf: string | null;
  /** Minutes in which several moments of the page fall, as `sharedMinutes` finds them; none without it. */
  readonly minutes?: ReadonlySet<string>;
}

/** An address with parameters; those that are null are left out, and the language that was asked for is kept. */
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

export interface Told {
  readonly text: string;
  /** BCP 47; `und` where it is not known. */
  readonly language: string;
}

/** A text in the page's language, else in the story's, else in any that there is; null where there is none. */
export function textIn(text: Text | null, { language }: Reader, story = 'und'): Told | null {
  const tags = Object.keys(text ?? {});
  for (const wanted of [language, story, 'und']) {
    const tag = tags.find((t) => t === wanted || t.startsWith(`${wanted}-`));
    if (tag !== undefined) return { text: text![tag]!, language: tag };
  }
  return tags[0] === undefined ? null : { text: text![tags[0]]!, language: tags[0] };
}

/** ` lang="ar" dir="rtl"`: what an element says of a text in another language than the page's. */
export function inLanguage({ language }: Told, reader: Reader): Html {
  if (language === reader.language) return html``;
  return html` lang="${language === 'und' ? '' : language}" dir="${directionOf(language)}"`;
}

/** What readers are to know of words that were translated: nothing of others. */
export function translationTags(
  told: Told | null,
  languages: LanguageNotes | undefined,
  { words }: Reader,
): readonly string[] {
  const note = told ? languages?.[told.language] : undefined;
  return [
    ...(note?.translated ? [words.translation.translated] : []),
    ...(note?.toCheck ? [words.translation.toCheck] : []),
  ];
}

/** The same as marks beside the words. */
export const translationMarks = (
  told: Told | null,
  languages: LanguageNotes | undefined,
  reader: Reader,
): Html =>
  html`${translationTags(told, languages, reader).map((tag) => html` <span class="tag">${tag}</span>`)}`;

/** A text as a part of a sentence: kept from reordering what stands around it. */
export function phrase(text: Text | null, reader: Reader, story?: string): Html {
  const told = textIn(text, reader, story);
  return told === null ? html`` : html`<bdi${inLanguage(told, reader)}>${told.text}</bdi>`;
}

/** Somebody's or something's name, whose language is not known, as a part of a sentence. */
export const name = (text: string): Html => html`<bdi>${text}</bdi>`;

/** A number by the language's custom, unrounded. */
export function number(
  value: number,
  { language }: Reader,
  style: 'decimal' | 'percent' = 'decimal',
): string {
  return new Intl.NumberFormat(language, { style, maximumFractionDigits: 10 }).format(value);
}

/** A list as a sentence has it: `a, b and c`. */
export function enumerated(parts: readonly Html[], { words }: Pick<Reader, 'words'>): Html {
  if (parts.length < 2) return html`${parts}`;
  return html`${parts.slice(0, -1).map((part, i) => html`${i === 0 ? '' : ', '}${part}`)} ${words.and}
  ${parts.at(-1)!}`;
}

/** A fragment's name of an id, which is a slug or a UUID. */
export const anchorOf = (kind: 'claim' | 'development' | 'correction' | 'question', id: string): string =>
  `${kind}-${id}`;

const MESSAGES: Readonly<Record<Language, Messages>> = { en: ENGLISH, fr: FRENCH };

/** A reader of a language's pages. */
export const readerIn = (language: Language, reader: Omit<Reader, 'language' | 'words'>): Reader => ({
  ...reader,
  language,
  words: MESSAGES[language],
});
