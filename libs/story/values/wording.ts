import type { Text } from './text.js';

/** What editors must know of the words in one language. */
export interface LanguageNote {
  /** They are a translation, added after the others were recorded. */
  readonly translated: boolean;
  /** The words in another language were corrected since; these were not. */
  readonly toCheck: boolean;
}

/** By language (BCP 47). A language without a note is left out. */
export type LanguageNotes = Readonly<Record<string, LanguageNote>>;

/** Words in several languages, with notes on them. */
export interface Wording {
  readonly text: Text;
  /** Left out if no language has a note. */
  readonly languages?: LanguageNotes;
}

/** The new words in each language that changes; `null` drops the language. */
export type TextChange = Readonly<Record<string, string | null>>;

const NOTHING: LanguageNote = { translated: false, toCheck: false };

export const noteOf = ({ languages }: Pick<Wording, 'languages'>, language: string): LanguageNote =>
  languages?.[language] ?? NOTHING;

/**
 * Words after a change. Languages without a change keep their words; they need a check if the change was of original
 * words, not of a translation. A change that only adds languages is a translation.
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

/** Words with a translation into one language; `null` removes that language. */
export function translated(before: Wording, language: string, words: string | null): Wording {
  const text = afterChange(before.text, { [language]: words });
  return withNotes(text, (one) =>
    one === language ? { translated: true, toCheck: false } : noteOf(before, one),
  );
}

/** Whether the only difference is new languages. */
export const onlyAdds = (was: Text, is: Text): boolean =>
  Object.keys(was).length > 0 &&
  Object.keys(is).length > Object.keys(was).length &&
  Object.entries(was).every(([language, words]) => is[language] === words);

/** Whether `all` contains these words, each in its language. */
export const isAmong = (words: Text, all: Text): boolean =>
  Object.entries(words).every(([language, text]) => all[language] === text);

/** The change for which `reworded` turns the old words into the new ones. */
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
