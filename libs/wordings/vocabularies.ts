import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import type { Language } from './language.js';
import type { Vocabulary } from './vocabulary.js';

export const VOCABULARY: Readonly<Record<Language, Vocabulary>> = { en: ENGLISH, fr: FRENCH };

/** A field that a correction names; the name in the data where there is no word for it. */
export const fieldName = (field: string, { field: names }: Pick<Vocabulary, 'field'>): string =>
  (names as Readonly<Record<string, string>>)[field] ?? field;
