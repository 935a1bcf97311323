import { LANGUAGES, type Language } from '#wordings';

const primaryOf = (tag: string): string => tag.toLowerCase().split('-', 1)[0]!;

/** The language of the pages for a tag (BCP 47), such as French for `fr-CA`; null if the pages do not have it. */
export function pageLanguage(tag: string): Language | null {
  return LANGUAGES.find((language) => language === primaryOf(tag)) ?? null;
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  'ar arc arz azb ckb dv fa glk he iw ji ks lrc mzn nqo pnb ps sd syr ug ur yi'.split(' '),
);
const SCRIPTS: ReadonlySet<string> = new Set(
  'adlm arab aran hebr mand mend nkoo rohg samr syrc thaa'.split(' '),
);

/** The direction of text: by the script if the tag names one (`ku-Arab`); `auto` if the language is unknown. */
export function directionOf(tag: string): 'ltr' | 'rtl' | 'auto' {
  const [language = '', ...more] = tag.toLowerCase().split('-');
  if (language === 'und' || language === '') return 'auto';
  const script = more.find((part) => /^[a-z]{4}$/.test(part));
  if (script !== undefined) return SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}
