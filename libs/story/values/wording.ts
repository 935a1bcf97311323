import type { Text } from './text.js';

/** What is to be known of words in one language. */
export interface LanguageNote {
  /** They were translated from the others after those had been recorded. */
  readonly translated: boolean;
  /** The words in another language were corrected since, and these were not. */
  readonly toCheck: boolean;
}

/** By language (BCP 47); a language of which there is nothing to know is not in it. */
export type LanguageNotes = Readonly<Record<string, LanguageNote>>;

/** Words in several languages, with what is to be known of them. */
export interface Wording {
  readonly text: Text;
  /** Not there where there is nothing to know of any language. */
  readonly languages?: LanguageNotes;
}

/** What becomes of words: those of the languages that are named, `null` where a language is dropped. */
export type TextChange = Readonly<Record<string, string | null>>;

const NOTHING: LanguageNote = { translated: false, toCheck: false };

export const noteOf = ({ languages }: Pick<Wording, 'languages'>, language: string): LanguageNote =>
  languages?.[language] ?? NOTHING;

/**
 * Words after a change: languages that it does not name keep theirs, and are to be checked where the change was of words
 * that are no translation. One that only adds languages is a translation of what is there.
 */
export function reworded(before: Wording, change: TextChange): Wording {
  const { text: was } = before;
  const text = afterChange(was, change);
  const isReplaced = (language: string): boolean => language in was && was[language] !== text[language];
  const isOther = Object.keys(change).some(
    (language) => change[language] !== null && isReplaced(language) && !noteOf(before, language).translated,
  );
  const isTranslation = onlyAdds(was, text);
  return withNotes(text, (language) => {
    const { translated, toCheck } = noteOf(before, language);
    if (!(language in was)) return { translated: isTranslation, toCheck: false };
    return { translated, toCheck: !(language in change) && (toCheck || isOther) };
  });
}

/** Words with those of one language that were translated from the rest; `null` takes them out. */
export function translated(before: Wording, language: string, words: string | null): Wording {
  const text = afterChange(before.text, { [language]: words });
  return withNotes(text, (one) =>
    one === language ? { translated: true, toCheck: false } : noteOf(before, one),
  );
}

/** Whether words differ only by languages that were not there. */
export const onlyAdds = (was: Text, is: Text): boolean =>
  Object.keys(was).length > 0 &&
  Object.keys(is).length > Object.keys(was).length &&
  Object.entries(was).every(([language, words]) => is[language] === words);

/** Whether words are among others, each in its language. */
export const isAmong = (words: Text, all: Text): boolean =>
  Object.entries(words).every(([language, text]) => all[language] === text);

/** The change that makes words of others: what `reworded` gives for it. */
export function changeOf(was: Text, { text, languages = {} }: Wording): TextChange {
  const kept = (language: string): boolean =>
    was[language] === text[language] && languages[language]?.toCheck === true;
  const gone = Object.keys(was).filter((language) => !(language in text));
  return {
    ...Object.fromEntries(Object.entries(text).filter(([language]) => !kept(language))),
    ...Object.fromEntries(gone.map((language) => [language, null])),
  };
}

function afterChange(was: Text, change: TextChange): Text {
  const all = Object.entries({ ...was, ...change });
  return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null));
}

function withNotes(text: Text, noteFor: (language: string) => LanguageNote): Wording {
  const notes = Object.keys(text).flatMap((language) => {
    const note = noteFor(language);
    return note.translated || note.toCheck ? [[language, note] as const] : [];
  });
  return notes.length === 0 ? { text } : { text, languages: Object.fromEntries(notes) };
}
