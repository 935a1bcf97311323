import type { Reason } from '#story';
import { explainInEnglish } from './explanation-in-english.js';
import { explainInFrench } from './explanation-in-french.js';
import type { Language } from './language.js';

/** Why a claim has its status, in a sentence or two, in every language. */
export const explain = (reason: Reason): Readonly<Record<Language, string>> => ({
  en: explainInEnglish(reason),
  fr: explainInFrench(reason),
});
