import { partsIn } from '#projections';
import { capital, fieldName, filled, VOCABULARY } from '#wordings';
import { own, worded, type Worded } from './language.js';
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

/** The name of a party, the description of an unnamed source or a rumour, or the title of a document. */
export function nameOf(link: LinkView, languages: readonly string[]): string {
  if ('party' in link) return link.name;
  if ('document' in link) return worded(link.document.title, languages)?.text ?? '';
  const { descriptor } = 'rumour' in link ? link.rumour : link.unnamed;
  return worded(descriptor, languages)?.text ?? '';
}

/** A link within a chain. A document has its authenticity: `document “Inspection report” (…)`. */
function linkWords(link: LinkView, languages: readonly string[]): string {
  const words = VOCABULARY[own(languages)];
  const name = nameOf(link, languages);
  if ('rumour' in link) return `${name} (${words.circulating})`;
  if (!('document' in link)) return name;
  const { medium, issuer, date, authenticity } = link.document;
  const notes = [...(issuer ? [issuer.name] : []), ...(date === null ? [] : [date])];
  return `${words.medium[medium]} ${filled(words.quoted, name)} (${[...notes, words.authenticity[authenticity]].join(', ')})`;
}

/** The authenticity of a document, in words. */
export const authenticityWords = ({ authenticity }: DocumentView, languages: readonly string[]): string =>
  VOCABULARY[own(languages)].authenticity[authenticity];

/** A chain in words, the outermost outlet first: `Gazeta.ru, citing RIA Novosti, citing a senior opposition official`. */
export function chainWords(chain: ChainView, languages: readonly string[]): string {
  const { citing } = VOCABULARY[own(languages)];
  const links = chain.map((link) => linkWords(link, languages));
  return links.map((link, i) => (i === 0 ? link : filled(citing, link))).join('');
}

/** All chains of a development; empty without chains. */
export const sourceWords = (d: DevelopmentView, languages: readonly string[]): string =>
  d.attribution.map((chain) => chainWords(chain, languages)).join('; ');

/**
 * The title of a development: its words, shortened at the end of a word; without words, its kind and its origins. The
 * title of withheld or retracted content only says so.
 */
export function titleOf(d: DevelopmentView, languages: readonly string[]): Worded {
  const lang = own(languages);
  const { kind, colon } = VOCABULARY[lang];
  if (d.withheld) return { text: withheldWords(d.withheld, languages), lang };
  if (d.retracted) return { text: goneWords(d, languages)!.text, lang };
  const said = worded(d.text, languages);
  if (said) return { ...said, text: shortened(said.text) };
  const origins = [...new Set(d.attribution.flatMap((chain) => chain.slice(-1)))]
    .map((link) => nameOf(link, languages))
    .filter((name, i, all) => all.indexOf(name) === i);
  return {
    text: [capital(kind[d.kind]), origins.join(', ')].filter((w) => w !== '').join(`${colon} `),
    lang,
  };
}

/**
 * The title of an entry in a feed. The title of a retracted development begins with `Retracted` and keeps its words, so
 * that readers of the former title recognise it.
 */
export function entryTitleOf(d: DevelopmentView, languages: readonly string[]): Worded {
  const said = d.retracted && !d.withheld ? worded(d.text, languages) : null;
  if (!said) return titleOf(d, languages);
  const { retracted, colon } = VOCABULARY[own(languages)];
  return { ...said, text: `${capital(retracted)}${colon} ${shortened(said.text)}` };
}

/** `Taken down for legal reasons`; only `Killed` if the content was merely wrong. */
function withheldWords({ how, grounds }: NoticeView, languages: readonly string[]): string {
  const words = VOCABULARY[own(languages)];
  return capital(words.withheld[how]) + (grounds === 'wrong' ? '' : ` ${words.grounds[grounds]}`);
}

/** The notice of a kill or takedown, with the authority that demanded it. */
export function noticeWords(withheld: NoticeView, languages: readonly string[]): Worded {
  const { notice, authority } = withheld;
  const said = worded(notice, languages);
  const lang = own(languages);
  const by = authority === null ? '' : ` (${authority})`;
  const words = withheldWords(withheld, languages) + by;
  if (said === null) return { text: words, lang };
  return { text: `${words}${VOCABULARY[lang].colon} ${said.text}`, lang: said.lang };
}

/**
 * The text that replaces a killed, taken-down or retracted development; null for any other. Syndicated text is read
 * without its marks, so a format never contains retracted words.
 */
export function goneWords(
  { withheld, retracted }: DevelopmentView,
  languages: readonly string[],
): Worded | null {
  if (withheld) return noticeWords(withheld, languages);
  if (!retracted) return null;
  const lang = own(languages);
  const { retractedBy, on } = VOCABULARY[lang];
  const day = filled(on, retracted.at.slice(0, 10));
  return { text: `${capital(retractedBy[retracted.by])} ${day}.`, lang };
}

/** A correction in words: its notice, or the changed fields. It shows former content only for our own verdicts. */
export function correctionWords(c: CorrectionView, languages: readonly string[]): Worded {
  const said = worded(c.notice, languages);
  if (said) return said;
  const lang = own(languages);
  const verdict = verdictWords(c.changes, lang);
  if (verdict !== null) return { text: verdict, lang };
  const words = VOCABULARY[lang];
  const changed = partsIn(c).flatMap(({ changes }) => changes.map(({ field }) => fieldName(field, words)));
  const fields = [...new Set(changed)].join(', ');
  return { text: `${capital(words.correction[c.class])}${words.colon} ${fields}`, lang };
}
