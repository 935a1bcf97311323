import { VOCABULARY, type Language, type Vocabulary } from '#wordings';

/** The phrases of the terminal output, besides the shared vocabulary. */
export interface Words extends Vocabulary {
  readonly allegation: string;
  readonly current: string;
  readonly asOf: string;
  readonly asOfEnd: string;
  readonly validAt: string;
  readonly validAtEnd: string;
  readonly revision: string;
  readonly recorded: string;
  readonly desk: string;
  readonly since: string;
  readonly inTheWorld: string;
  readonly until: string;
  readonly from: string;
  readonly to: string;
  readonly pinned: string;
  readonly notKnown: string;
  readonly corrections: string;
  readonly latest: string;
  readonly nothing: string;
  readonly more: (count: number) => string;
  readonly of: (shown: number, total: number) => string;
  readonly was: (was: string, is: string) => string;
  readonly changed: string;
  readonly development: string;
}

const EN: Words = {
  ...VOCABULARY.en,
  allegation: 'marked as an allegation, visible only to the desk',
  current: 'now',
  asOf: 'as of',
  asOfEnd: 'as of the end of',
  validAt: 'what was true in the world at',
  validAtEnd: 'what was true in the world at the end of',
  revision: 'revision',
  recorded: 'recorded',
  desk: 'the desk’s own record',
  since: 'since',
  inTheWorld: 'in the world',
  until: 'until',
  from: 'from',
  to: 'to',
  pinned: 'as of',
  notKnown: 'Not known',
  corrections: 'Corrections',
  latest: 'Latest developments',
  nothing: 'No claims at this moment.',
  more: (count) => `and ${count} more`,
  of: (shown, total) => `${shown} of ${total}`,
  was: (was, is) => `was ${was}, is ${is}`,
  changed: 'was changed',
  development: 'a development',
};

const FR: Words = {
  ...VOCABULARY.fr,
  allegation: 'marquée comme une accusation, visible par la seule rédaction',
  current: 'état actuel',
  asOf: 'au',
  asOfEnd: 'à la fin du',
  validAt: 'ce qui était vrai dans le monde au',
  validAtEnd: 'ce qui était vrai dans le monde à la fin du',
  revision: 'révision',
  recorded: 'consignée le',
  desk: 'le registre de la rédaction',
  since: 'depuis le',
  inTheWorld: 'dans le monde',
  until: 'jusqu’au',
  from: 'depuis le',
  to: 'au',
  pinned: 'au',
  notKnown: 'Ce qu’on ignore',
  corrections: 'Rectifications',
  latest: 'Derniers développements',
  nothing: 'Rien n’est affirmé à ce moment.',
  more: (count) => `et ${count} de plus`,
  of: (shown, total) => `${shown} sur ${total}`,
  was: (was, is) => `était ${was}, est ${is}`,
  changed: 'a changé',
  development: 'un développement',
};

export const WORDS: Readonly<Record<Language, Words>> = { en: EN, fr: FR };

/** A text in the first of the languages that it has, else in any. */
export function textIn(
  text: Readonly<Record<string, string>> | null,
  ...languages: readonly string[]
): string {
  for (const language of [...languages, 'und']) {
    const tag = Object.keys(text ?? {}).find((t) => t === language || t.startsWith(`${language}-`));
    if (tag !== undefined) return text![tag]!;
  }
  return Object.values(text ?? {})[0] ?? '';
}
