import type { Origin } from '../facts/attribution.js';
import { isVerdict, type Verdict } from '../facts/claim.js';
import type { Medium } from '../facts/document.js';
import type { ClaimStatus, Named, Status } from './status.js';
import { dayOf, type Text } from '../values/text.js';

/** Why a claim has its status, in a sentence, in English and French. */
export function explain(status: ClaimStatus): { readonly en: string; readonly fr: string } {
  const { en, fr } = ofDecision(status);
  return { en: `${english(status)}${en}`, fr: `${french(status)}${fr}` };
}

function english(claim: ClaimStatus): string {
  const { basis, status } = claim;
  const who = names(basis.supporting, 'en');
  if (isVerdict(status)) return judgedInEnglish(status, basis);
  switch (status) {
    case 'denied':
      return `Denied by ${names(basis.denying, 'en')}; nobody stands by it now.`;
    case 'withdrawn':
      return withdrawnInEnglish(basis);
    case 'unsupported':
      return 'Nobody has said that it is so.';
    case 'disputed':
      return `${capital(subject(basis.supporting))} ${areMany(basis.supporting) ? 'say' : 'says'} so; ${subject(basis.denying)} ${areMany(basis.denying) ? 'deny' : 'denies'} it.`;
    case 'announced':
      return `Announced by ${names(basis.announcing, 'en')}, whose decision it is.`;
    case 'confirmed':
      return `Confirmed by those responsible, of whom at least two are independent of each other: ${names(basis.responsible, 'en')}.`;
    case 'party-confirmed':
      return basis.responsible.every((who) => who.sided)
        ? `Confirmed by one side's responsible party, ${names(basis.responsible, 'en')}, and said by ${basis.origins} origins in all; no other side has confirmed it.`
        : `Confirmed by those responsible, ${names(basis.responsible, 'en')}, and said by ${basis.origins} origins in all; which sides confirmed it is not known.`;
    case 'corroborated':
      return `Said by ${basis.origins} origins of which at least two are independent: ${who}; no responsible party has confirmed it.`;
    case 'claimed':
      return `Claimed by ${names(basis.responsible, 'en')} alone, ${areMany(basis.responsible) ? 'parties' : 'a party'} to the matter.`;
    case 'reported':
      return claim.support === 'single-origin'
        ? `Reported from a single origin: ${who}; nobody else has confirmed it.`
        : `Reported from ${basis.origins} origins that are not independent of each other: ${who}.`;
    case 'unverified':
      return `It circulates (${who}), and nobody who could know it has said so.`;
  }
}

const NOTHING = { en: '', fr: '' } as const;

const NEVER_MADE: readonly Status[] = ['refuted', 'denied', 'withdrawn', 'unsupported'];
const NOT_ANNOUNCED: readonly Status[] = [
  'confirmed',
  'party-confirmed',
  'corroborated',
  'claimed',
  'reported',
];

/** What more there is to say of a decision: that it is not announced, or what put an end to it. */
function ofDecision({ status, basis }: ClaimStatus): { readonly en: string; readonly fr: string } {
  if (basis.deciders.length === 0 || NEVER_MADE.includes(status)) return NOTHING;
  if (basis.ended === null)
    return NOT_ANNOUNCED.includes(status)
      ? {
          en: ` It has not been announced by ${oneOf(basis.deciders, 'en')}, whose decision it is.`,
          fr: ` Ce n’est pas annoncé par ${oneOf(basis.deciders, 'fr')}, à qui il revient d’en décider.`,
        }
      : NOTHING;
  const { how, by } = basis.ended;
  return how === 'annulled'
    ? {
        en: ` It is no longer in force: annulled by ${names(by, 'en')}.`,
        fr: ` Ce n’est plus en vigueur : annulé par ${names(by, 'fr')}.`,
      }
    : {
        en: ` It is no longer in force: superseded by a decision of ${names(by, 'en')}.`,
        fr: ` Ce n’est plus en vigueur : remplacé par une décision de ${names(by, 'fr')}.`,
      };
}

const OR = { en: 'or', fr: 'ou' } as const;

function oneOf(deciders: readonly Text[], language: 'en' | 'fr'): string {
  const all = deciders.map((name) => said(name, language));
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${OR[language]} ${all.at(-1)!}`;
}

const FOUND: Readonly<Record<Verdict, { readonly en: string; readonly fr: string }>> = {
  verified: { en: 'found to be so', fr: 'qui l’a trouvé exact' },
  'mostly-true': { en: 'found to be mostly so', fr: 'qui l’a trouvé plutôt exact' },
  'missing-context': {
    en: 'found to leave out what matters',
    fr: 'qui a trouvé qu’il y manque l’essentiel du contexte',
  },
  misleading: { en: 'found to mislead', fr: 'qui l’a trouvé trompeur' },
  refuted: { en: 'found not to be so', fr: 'qui l’a trouvé faux' },
  unproven: { en: 'found to be neither proved nor disproved', fr: 'qui n’a pu ni l’établir ni l’écarter' },
};

function judgedInEnglish(verdict: Verdict, { method, judgedAt }: ClaimStatus['basis']): string {
  const how = method === null ? '' : `: ${clause(method)}`;
  const again =
    judgedAt === null
      ? ''
      : ` This verdict is of ${dayOf(judgedAt)}: it stands again since a later one was revoked.`;
  return `Checked by this newsroom itself and ${FOUND[verdict].en}${how}.${again}`;
}

function withdrawnInEnglish({ takenBackBy, takingBack }: ClaimStatus['basis']): string {
  if (takenBackBy === 'origin' && takingBack.length > 0)
    return `Taken back by ${names(takingBack, 'en')}; nobody stands by it now.`;
  switch (takenBackBy) {
    case 'us':
      return 'Withdrawn by us: what this newsroom had recorded in its support no longer stands.';
    case 'outlet':
      return 'Withdrawn by the outlet that reported it.';
    case 'origin':
    case null:
      return 'Withdrawn by the source: whoever said so has taken it back.';
  }
}

function french(claim: ClaimStatus): string {
  const { basis, status } = claim;
  const who = names(basis.supporting, 'fr');
  const by = names(basis.denying, 'fr');
  if (isVerdict(status)) return judgedInFrench(status, basis);
  switch (status) {
    case 'denied':
      return `Démenti par ${by} ; plus personne ne le soutient.`;
    case 'withdrawn':
      return withdrawnInFrench(basis);
    case 'unsupported':
      return 'Personne ne l’a affirmé.';
    case 'disputed':
      return `Affirmé par ${who} ; démenti par ${by}.`;
    case 'announced':
      return `Annoncé par ${names(basis.announcing, 'fr')}, à qui il revient d’en décider.`;
    case 'confirmed':
      return `Confirmé par des responsables, dont deux au moins sont indépendants l’un de l’autre : ${names(basis.responsible, 'fr')}.`;
    case 'party-confirmed':
      return basis.responsible.every((who) => who.sided)
        ? `Confirmé par le responsable d’un seul camp, ${names(basis.responsible, 'fr')}, et affirmé par ${basis.origins} origines en tout ; aucun autre camp ne l’a confirmé.`
        : `Confirmé par des responsables, ${names(basis.responsible, 'fr')}, et affirmé par ${basis.origins} origines en tout ; on ne sait pas quels camps l’ont confirmé.`;
    case 'corroborated':
      return `Affirmé par ${basis.origins} origines, dont deux au moins sont indépendantes : ${who} ; aucun responsable ne l’a confirmé.`;
    case 'claimed':
      return `Affirmé par ${names(basis.responsible, 'fr')} seulement, ${basis.responsible.some((one) => one.several) ? 'parties prenantes' : 'partie prenante'}.`;
    case 'reported':
      return claim.support === 'single-origin'
        ? `Rapporté d’une seule origine : ${who} ; personne d’autre ne l’a confirmé.`
        : `Rapporté de ${basis.origins} origines qui ne sont pas indépendantes entre elles : ${who}.`;
    case 'unverified':
      return `Cela circule (${who}), et personne qui puisse le savoir ne l’a affirmé.`;
  }
}

function judgedInFrench(verdict: Verdict, { method, judgedAt }: ClaimStatus['basis']): string {
  const how = method === null ? '' : ` : ${clause(method)}`;
  const again =
    judgedAt === null
      ? ''
      : ` Ce verdict est du ${dayOf(judgedAt)} : il vaut de nouveau depuis qu’un autre, plus récent, a été annulé.`;
  return `Vérifié par notre rédaction, ${FOUND[verdict].fr}${how}.${again}`;
}

function withdrawnInFrench({ takenBackBy, takingBack }: ClaimStatus['basis']): string {
  if (takenBackBy === 'origin' && takingBack.length > 0)
    return `Retiré par ${names(takingBack, 'fr')}, à l’origine de l’affirmation ; plus personne ne le soutient.`;
  switch (takenBackBy) {
    case 'us':
      return 'Retiré par nous : ce que notre rédaction avait consigné à l’appui ne tient plus.';
    case 'outlet':
      return 'Retiré par le média qui l’avait rapporté.';
    case 'origin':
    case null:
      return 'Retiré par la source, qui est revenue sur ses propos.';
  }
}

const AND = { en: 'and', fr: 'et' } as const;
const UNKNOWN = { en: 'an origin unknown, through', fr: 'une origine inconnue, par' } as const;

function names(of: readonly Named[], language: 'en' | 'fr'): string {
  const all = of.map(({ name, kind, document }) => {
    const words = said(name, language);
    if (document) return documentInWords(words, document, language);
    return kind === 'unknown' ? `${UNKNOWN[language]} ${words}` : words;
  });
  if (all.length < 2) return all.join('');
  const comma = of.at(-2)!.kind === 'unknown' ? ',' : '';
  return `${all.slice(0, -1).join(', ')}${comma} ${AND[language]} ${all.at(-1)!}`;
}

const MEDIA = {
  en: { text: 'the document', audio: 'the audio recording', video: 'the video', picture: 'the picture' },
  fr: { text: 'le document', audio: 'l’enregistrement audio', video: 'la vidéo', picture: 'l’image' },
} as const;

const FEMININE: readonly Medium[] = ['video', 'picture'];

/** `the document “Inspection report” (not verified by us)`. */
function documentInWords(
  title: string,
  { medium, authenticity }: NonNullable<Origin['document']>,
  language: 'en' | 'fr',
): string {
  const what = MEDIA[language][medium];
  if (language === 'en') {
    const notes = {
      unverified: ' (not verified by us)',
      verified: '',
      disputed: ' (its authenticity is disputed)',
    };
    return `${what} “${title}”${notes[authenticity]}`;
  }
  const agreed = FEMININE.includes(medium) ? 'vérifiée' : 'vérifié';
  const notes = {
    unverified: ` (non ${agreed} par nous)`,
    verified: '',
    disputed: ' (dont l’authenticité est contestée)',
  };
  return `${what} « ${title} »${notes[authenticity]}`;
}

/** Of whom something is said then: what stands between commas ends with one. */
const subject = (of: readonly Named[]): string =>
  `${names(of, 'en')}${of.at(-1)?.kind === 'unknown' ? ',' : ''}`;

/** Whether the verb of them is a plural: they are several, or one source that is described in the plural. */
const areMany = (of: readonly Named[]): boolean =>
  of.length > 1 || of.some(({ several, kind, name }) => several || (kind === 'unnamed' && isPlural(name)));

const AFTER_THE_NOUN =
  /^(?:of|in|on|at|to|from|with|by|for|near|close|familiar|who|that|which|inside|within|about|.+ed|.+ing|seen|sent)$/i;

/**
 * Whether an English description is of more than one: "messages shared on phones", "hospital records", but not "a member
 * of two committees". Its noun is the last word before what says more of it.
 */
function isPlural(text: Text): boolean {
  const words = (text['en'] ?? '').split(/\s+/);
  if (/^(?:an?|one|each|every)$/i.test(words[0] ?? '')) return false;
  const end = words.findIndex(
    (word, i) => i > 0 && (AFTER_THE_NOUN.test(word) || /[,;(]$/.test(words[i - 1]!)),
  );
  const noun = words.at(end < 0 ? -1 : end - 1)!.replace(/[\p{P}]+$/u, '');
  return /(?:^|[a-z])(?:people|men|women|children|police)$|[^'’sui]s$/i.test(noun);
}

/** In the language asked for, else in any that there is. */
const said = (text: Text, language: string): string =>
  text[language] ?? text['und'] ?? Object.values(text)[0] ?? '';

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A sentence as the end of another, which has a full stop of its own. */
const clause = (sentence: string): string => sentence.replace(/[.\s]+$/, '');
