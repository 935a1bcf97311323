import { partsIn } from '#projections';
import type { Authenticity, DevelopmentKind, Grounds, Medium } from '#story';
import { own, worded, type Own, type Worded } from './language.js';
import { shortened } from './shortened.js';
import { verdictWords } from './verdict.js';
import type {
  ChainView,
  CorrectionView,
  DevelopmentView,
  DocumentView,
  LinkView,
  NoticeView,
} from './view.js';

interface Words {
  readonly kinds: Readonly<Record<DevelopmentKind, string>>;
  readonly classes: Readonly<Record<CorrectionView['class'], string>>;
  readonly hidden: Readonly<Record<NoticeView['how'], string>>;
  /** After what is hidden; nothing where it was merely wrong. */
  readonly grounds: Readonly<Record<Grounds, string>>;
  readonly citing: string;
  readonly media: Readonly<Record<Medium, string>>;
  readonly authenticity: Readonly<Record<Authenticity, string>>;
  readonly circulating: string;
  readonly retractedBy: (by: 'us' | 'outlet', day: string) => string;
  readonly retracted: string;
  readonly colon: string;
}

const WORDS: Readonly<Record<Own, Words>> = {
  en: {
    kinds: {
      report: 'Report',
      statement: 'Statement',
      confirmation: 'Confirmation',
      denial: 'Denial',
      noveltyDenial: 'Denial of novelty',
      noComment: 'No comment',
      noKnowledge: 'No knowledge',
      territorialGain: 'Territorial gain',
      figure: 'Figure',
    },
    classes: {
      correction: 'Correction',
      clarification: 'Clarification',
      refile: 'Refiled',
      removal: 'Removal',
    },
    hidden: { killed: 'Killed', takenDown: 'Taken down' },
    grounds: { wrong: '', safety: ' for safety', legal: ' for legal reasons', privacy: ' for privacy' },
    citing: ', citing ',
    media: {
      text: 'the document',
      audio: 'the audio recording',
      video: 'the video',
      picture: 'the picture',
    },
    authenticity: {
      unverified: 'not verified by us',
      verified: 'verified by us',
      disputed: 'authenticity disputed',
    },
    circulating: 'circulating, not verified',
    retractedBy: (by, day) =>
      `Retracted by ${by === 'us' ? 'this newsroom' : 'the outlet that reported it'} on ${day}.`,
    retracted: 'Retracted',
    colon: ': ',
  },
  fr: {
    kinds: {
      report: 'Information',
      statement: 'Déclaration',
      confirmation: 'Confirmation',
      denial: 'Démenti',
      noveltyDenial: 'Rien de nouveau',
      noComment: 'Pas de commentaire',
      noKnowledge: 'Aucune connaissance',
      territorialGain: 'Gain territorial',
      figure: 'Chiffre',
    },
    classes: {
      correction: 'Rectification',
      clarification: 'Précision',
      refile: 'Remise en ligne',
      removal: 'Retrait',
    },
    hidden: { killed: 'Retiré', takenDown: 'Retiré sur demande' },
    grounds: {
      wrong: '',
      safety: ' pour la sécurité d’une personne',
      legal: ' pour des raisons juridiques',
      privacy: ' pour la vie privée d’une personne',
    },
    citing: ', citant ',
    media: {
      text: 'le document',
      audio: 'l’enregistrement',
      video: 'la vidéo',
      picture: 'l’image',
    },
    authenticity: {
      unverified: 'authenticité non vérifiée par nous',
      verified: 'authenticité vérifiée par nous',
      disputed: 'authenticité contestée',
    },
    circulating: 'circule, non vérifié',
    retractedBy: (by, day) =>
      `Rétracté par ${by === 'us' ? 'notre rédaction' : 'le média qui l’avait rapporté'} le ${day}.`,
    retracted: 'Rétracté',
    colon: ' : ',
  },
};

/** What a party is called, how an unnamed source or a rumour is described, or what a document's title is. */
export function nameOf(link: LinkView, languages: readonly string[]): string {
  if ('party' in link) return link.name;
  if ('document' in link) return worded(link.document.title, languages)?.text ?? '';
  const { descriptor } = 'rumour' in link ? link.rumour : link.unnamed;
  return worded(descriptor, languages)?.text ?? '';
}

/** A link as a chain has it, with whether a document is authentic: `document “Inspection report” (…)`. */
function linkWords(link: LinkView, languages: readonly string[]): string {
  const words = WORDS[own(languages)];
  const name = nameOf(link, languages);
  if ('rumour' in link) return `${name} (${words.circulating})`;
  if (!('document' in link)) return name;
  const { medium, issuer, date, authenticity } = link.document;
  const notes = [...(issuer ? [issuer.name] : []), ...(date === null ? [] : [date])];
  return `${words.media[medium]} “${name}” (${[...notes, words.authenticity[authenticity]].join(', ')})`;
}

/** Whether a document is authentic, in words. */
export const authenticityWords = ({ authenticity }: DocumentView, languages: readonly string[]): string =>
  WORDS[own(languages)].authenticity[authenticity];

/** Who says so, outermost outlet first: `Gazeta.ru, citing RIA Novosti, citing a senior opposition official`. */
export const chainWords = (chain: ChainView, languages: readonly string[]): string =>
  chain.map((link) => linkWords(link, languages)).join(WORDS[own(languages)].citing);

/** Every chain of a development; empty where it has none. */
export const sourceWords = (d: DevelopmentView, languages: readonly string[]): string =>
  d.attribution.map((chain) => chainWords(chain, languages)).join('; ');

/**
 * What a development is called: its own words, cut short at a word; where it has none, its kind and who is behind it. Of
 * what is gone only that it is.
 */
export function titleOf(d: DevelopmentView, languages: readonly string[]): Worded {
  const lang = own(languages);
  const { kinds, hidden, grounds, colon } = WORDS[lang];
  if (d.withheld) return { text: hidden[d.withheld.how] + grounds[d.withheld.grounds], lang };
  if (d.retracted) return { text: goneWords(d, languages)!.text, lang };
  const said = worded(d.text, languages);
  if (said) return { ...said, text: shortened(said.text) };
  const origins = [...new Set(d.attribution.flatMap((chain) => chain.slice(-1)))]
    .map((link) => nameOf(link, languages))
    .filter((name, i, all) => all.indexOf(name) === i);
  return { text: [kinds[d.kind], origins.join(', ')].filter((w) => w !== '').join(colon), lang };
}

/**
 * The title of an entry in a feed. That of what was retracted begins with saying so: a reader who kept the former title
 * knows it again, and nobody reads the words without their mark.
 */
export function entryTitleOf(d: DevelopmentView, languages: readonly string[]): Worded {
  const said = d.retracted && !d.withheld ? worded(d.text, languages) : null;
  if (!said) return titleOf(d, languages);
  const { retracted, colon } = WORDS[own(languages)];
  return { ...said, text: `${retracted}${colon}${shortened(said.text)}` };
}

/** The notice of what was killed or taken down, with who demanded it. */
export function noticeWords(
  { how, grounds, notice, authority }: NoticeView,
  languages: readonly string[],
): Worded {
  const said = worded(notice, languages);
  const { hidden, grounds: why, colon } = WORDS[own(languages)];
  const by = authority === null ? '' : ` (${authority})`;
  const words = `${hidden[how]}${why[grounds]}${by}`;
  if (said === null) return { text: words, lang: own(languages) };
  return { text: `${words}${colon}${said.text}`, lang: said.lang };
}

/**
 * What stands in the place of a development that was killed, taken down or retracted; null where it stands. What is
 * syndicated is read far from its marks, so that nobody is given the words that were taken back.
 */
export function goneWords(
  { withheld, retracted }: DevelopmentView,
  languages: readonly string[],
): Worded | null {
  if (withheld) return noticeWords(withheld, languages);
  if (!retracted) return null;
  const lang = own(languages);
  return { text: WORDS[lang].retractedBy(retracted.by, retracted.at.slice(0, 10)), lang };
}

/** A correction in words: its notice, or which fields it changed. Never what they were, but for our own verdict. */
export function correctionWords(c: CorrectionView, languages: readonly string[]): Worded {
  const said = worded(c.notice, languages);
  if (said) return said;
  const lang = own(languages);
  const verdict = verdictWords(c.changes, lang);
  if (verdict !== null) return { text: verdict, lang };
  const changed = partsIn(c).flatMap(({ changes }) => changes.map(({ field }) => field));
  const fields = [...new Set(changed)].join(', ');
  return { text: `${WORDS[lang].classes[c.class]}${WORDS[lang].colon}${fields}`, lang };
}
