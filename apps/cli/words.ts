import type {
  Authenticity,
  Comparator,
  CorrectionClass,
  DevelopmentKind,
  FlagName,
  Grounds,
  Medium,
  Stance,
  Status,
} from '#story';

export type Language = 'en' | 'fr';
export const LANGUAGES: readonly Language[] = ['en', 'fr'];

type Who = (who: string) => string;

/** What the page says in its own words. */
export interface Words {
  readonly status: Readonly<Record<Status, readonly [name: string, meaning: string]>>;
  readonly stance: Readonly<Record<Stance, string>>;
  readonly kind: Readonly<Record<DevelopmentKind, string>>;
  readonly comparator: Readonly<Record<Comparator, string>>;
  readonly correction: Readonly<Record<CorrectionClass | 'removal', string>>;
  readonly grounds: Readonly<Record<Grounds, string>>;
  readonly flag: Readonly<Record<FlagName, string | Who>>;
  readonly decision: Who;
  readonly allegation: string;
  readonly ended: string;
  readonly overruled: Who;
  readonly medium: Readonly<Record<Medium, string>>;
  readonly authenticity: Readonly<Record<Authenticity, string>>;
  readonly circulating: string;
  readonly also: string;
  readonly and: string;
  readonly asItStands: string;
  readonly asOf: string;
  readonly validAt: string;
  readonly endOf: string;
  readonly revision: string;
  readonly recorded: string;
  readonly desk: string;
  readonly since: string;
  readonly inTheWorld: string;
  readonly until: string;
  readonly from: string;
  readonly to: string;
  readonly known: string;
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
  readonly retracted: Readonly<Record<'us' | 'outlet', string>>;
  readonly storyStatus: Readonly<Record<'closed' | 'killed' | 'takenDown', string>>;
  readonly controller: Who;
  readonly takenFrom: Who;
  readonly colon: string;
  readonly semicolon: string;
}

const EN: Words = {
  status: {
    verified: ['Verified', 'this newsroom has checked it'],
    announced: ['Announced', 'by those who decide it'],
    'mostly-true': ['Mostly true', 'this newsroom has checked it: it is mostly so'],
    'missing-context': ['Missing context', 'this newsroom has checked it: it leaves out what matters'],
    misleading: ['Misleading', 'this newsroom has checked it: it misleads'],
    unproven: ['Unproven', 'this newsroom has checked it: it is neither proved nor disproved'],
    confirmed: ['Confirmed', 'by those responsible, on sides that are not allied'],
    'party-confirmed': ['Party-confirmed', 'by those responsible on one side'],
    corroborated: ['Corroborated', 'by independent origins'],
    claimed: ['Claimed', 'by a party to the matter alone'],
    reported: ['Reported', 'and not confirmed'],
    disputed: ['Disputed', 'some say so, others deny it'],
    denied: ['Denied', 'and nobody stands by it'],
    refuted: ['Refuted', 'this newsroom has checked it: it is not so'],
    withdrawn: ['Withdrawn', 'nobody stands by it any more'],
    unsupported: ['Unsupported', 'nobody has said that it is so'],
    unverified: ['Unverified', 'it circulates, and nobody stands by it'],
  },
  stance: {
    asserts: 'says so',
    confirms: 'confirms',
    denies: 'denies',
    deniesNovelty: 'nothing new',
    declinesComment: 'no comment',
    noKnowledge: 'no knowledge',
    qualifies: 'qualifies',
    takesBack: 'takes it back',
  },
  kind: {
    report: 'report',
    statement: 'statement',
    confirmation: 'confirmation',
    denial: 'denial',
    noveltyDenial: 'denial of novelty',
    noComment: 'no comment',
    noKnowledge: 'no knowledge',
    territorialGain: 'territorial gain',
    figure: 'figure',
  },
  comparator: {
    '=': '',
    '~': 'about',
    '>': 'more than',
    '>=': 'at least',
    '<': 'less than',
    '<=': 'at most',
  },
  correction: {
    correction: 'correction',
    clarification: 'clarification',
    refile: 'refile',
    removal: 'removal',
  },
  grounds: {
    wrong: 'as wrong',
    safety: 'for somebody’s safety',
    legal: 'for legal reasons',
    privacy: 'for somebody’s privacy',
  },
  flag: {
    'anonymous-only': 'only unnamed sources say so',
    'document-unverified': (which) => `rests on a document not verified by us: ${which}`,
    'document-disputed': (which) => `rests on a document whose authenticity is disputed: ${which}`,
    'same-side': 'all who say so are of one side',
    corrected: 'corrected',
    'novelty-contested': (who) => `not new, according to ${who}`,
    'no-comment': (who) => `no comment from ${who}`,
    'no-knowledge': (who) => `no knowledge of it: ${who}`,
    qualified: (who) => `qualified by ${who}`,
    'taken-back': (who) => `taken back by ${who}`,
    superseded: (who) => `a later value has been given by ${who}`,
    restated: (who) => `restated by ${who}`,
    annulled: (who) => `annulled by ${who}`,
    contradicted: (who) => `contradicted by ${who}`,
  },
  decision: (who) => `whose decision it is: ${who}`,
  allegation: 'marked as an allegation, known to the desk alone',
  ended: 'no longer in force',
  overruled: (who) => `superseded by a decision of ${who}`,
  medium: { text: 'document', audio: 'audio recording', video: 'video', picture: 'picture' },
  authenticity: {
    unverified: 'not verified by us',
    verified: 'verified by us',
    disputed: 'authenticity disputed',
  },
  circulating: 'circulating, not verified',
  also: 'also',
  and: 'and',
  asItStands: 'as it stands',
  asOf: 'as of',
  validAt: 'what held in the world at',
  endOf: 'the end of',
  revision: 'revision',
  recorded: 'recorded',
  desk: 'the desk’s own record',
  since: 'since',
  inTheWorld: 'in the world',
  until: 'until',
  from: 'from',
  to: 'to',
  known: 'What we know',
  pinned: 'as of',
  notKnown: 'Not known',
  corrections: 'Corrections',
  latest: 'Latest developments',
  nothing: 'Nothing is claimed at this moment.',
  more: (count) => `and ${count} more`,
  of: (shown, total) => `${shown} of ${total}`,
  was: (was, is) => `was ${was}, is ${is}`,
  changed: 'was changed',
  development: 'a development',
  retracted: { us: 'retracted by us', outlet: 'retracted by its outlet' },
  storyStatus: { closed: 'closed', killed: 'killed: withdrawn as wrong', takenDown: 'taken down' },
  controller: (who) => `held by ${who}`,
  takenFrom: (who) => `taken from ${who}`,
  colon: ':',
  semicolon: ';',
};

const FR: Words = {
  status: {
    verified: ['Vérifié', 'par notre rédaction'],
    announced: ['Annoncé', 'par ceux à qui il revient d’en décider'],
    'mostly-true': ['Plutôt vrai', 'notre rédaction l’a vérifié : c’est vrai pour l’essentiel'],
    'missing-context': ['Hors contexte', 'notre rédaction l’a vérifié : il y manque l’essentiel du contexte'],
    misleading: ['Trompeur', 'notre rédaction l’a vérifié : cela induit en erreur'],
    unproven: ['Non établi', 'notre rédaction l’a vérifié : ni prouvé ni réfuté'],
    confirmed: ['Confirmé', 'par des responsables de camps qui ne sont pas alliés'],
    'party-confirmed': ['Confirmé par un camp', 'par ses responsables'],
    corroborated: ['Corroboré', 'par des origines indépendantes'],
    claimed: ['Affirmé', 'par une partie prenante seulement'],
    reported: ['Rapporté', 'et non confirmé'],
    disputed: ['Contesté', 'affirmé par les uns, démenti par les autres'],
    denied: ['Démenti', 'et plus soutenu par personne'],
    refuted: ['Réfuté', 'notre rédaction l’a vérifié et trouvé faux'],
    withdrawn: ['Retiré', 'plus personne ne le soutient'],
    unsupported: ['Sans appui', 'personne ne l’a affirmé'],
    unverified: ['Non vérifié', 'cela circule, et personne ne s’en porte garant'],
  },
  stance: {
    asserts: 'affirme',
    confirms: 'confirme',
    denies: 'dément',
    deniesNovelty: 'rien de nouveau',
    declinesComment: 'sans commentaire',
    noKnowledge: 'dit l’ignorer',
    qualifies: 'nuance',
    takesBack: 'revient sur ses propos',
  },
  kind: {
    report: 'information',
    statement: 'déclaration',
    confirmation: 'confirmation',
    denial: 'démenti',
    noveltyDenial: 'rien de nouveau',
    noComment: 'sans commentaire',
    noKnowledge: 'dit l’ignorer',
    territorialGain: 'gain de territoire',
    figure: 'chiffre',
  },
  comparator: {
    '=': '',
    '~': 'environ',
    '>': 'plus de',
    '>=': 'au moins',
    '<': 'moins de',
    '<=': 'au plus',
  },
  correction: {
    correction: 'rectification',
    clarification: 'précision',
    refile: 'nouvelle version',
    removal: 'retrait',
  },
  grounds: {
    wrong: 'car faux',
    safety: 'pour la sécurité d’une personne',
    legal: 'pour des raisons juridiques',
    privacy: 'pour la vie privée d’une personne',
  },
  flag: {
    'anonymous-only': 'seules des sources anonymes l’affirment',
    'document-unverified': (which) => `s’appuie sur un document non vérifié par nous : ${which}`,
    'document-disputed': (which) => `s’appuie sur un document dont l’authenticité est contestée : ${which}`,
    'same-side': 'tous ceux qui l’affirment sont d’un même camp',
    corrected: 'rectifié',
    'novelty-contested': (who) => `rien de nouveau selon ${who}`,
    'no-comment': (who) => `sans commentaire de ${who}`,
    'no-knowledge': (who) => `ignoré de ${who}`,
    qualified: (who) => `nuancé par ${who}`,
    'taken-back': (who) => `retiré par ${who}`,
    superseded: (who) => `une valeur plus récente a été donnée par ${who}`,
    restated: (who) => `revu par ${who}`,
    annulled: (who) => `annulé par ${who}`,
    contradicted: (who) => `contredit par ${who}`,
  },
  decision: (who) => `à qui il revient d’en décider\u00a0: ${who}`,
  allegation: 'marquée comme une accusation, ce que seule la rédaction sait',
  ended: 'n’est plus en vigueur',
  overruled: (who) => `remplacé par une décision de ${who}`,
  medium: { text: 'document', audio: 'enregistrement', video: 'vidéo', picture: 'image' },
  authenticity: {
    unverified: 'authenticité non vérifiée par nous',
    verified: 'authenticité vérifiée par nous',
    disputed: 'authenticité contestée',
  },
  circulating: 'circule, non vérifié',
  also: 'aussi',
  and: 'et',
  asItStands: 'en l’état actuel',
  asOf: 'au',
  validAt: 'ce qui valait dans le monde au',
  endOf: 'la fin du',
  revision: 'révision',
  recorded: 'consignée le',
  desk: 'le registre de la rédaction',
  since: 'depuis le',
  inTheWorld: 'dans le monde',
  until: 'jusqu’au',
  from: 'depuis le',
  to: 'au',
  known: 'Ce que l’on sait',
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
  retracted: { us: 'retiré par nous', outlet: 'retiré par son média' },
  storyStatus: { closed: 'close', killed: 'retirée comme fausse', takenDown: 'retirée du public' },
  controller: (who) => `tenu par ${who}`,
  takenFrom: (who) => `pris à ${who}`,
  colon: '\u00a0:',
  semicolon: '\u00a0;',
};

export const WORDS: Readonly<Record<Language, Words>> = { en: EN, fr: FR };

/** A text in the language asked for, else in the story's, else in any that there is. */
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
