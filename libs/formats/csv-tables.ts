import type { Comparator } from '#story';
import { csvHeader, csvRows, type Columns, type TableReader } from './csv.js';
import { worded } from './language.js';
import type { ClaimView, DevelopmentView } from './view.js';
import { goneWords, sourceWords } from './words.js';

/** Lists of ids in one cell are separated by spaces: no id has one. */
const list = (ids: readonly string[]): string => ids.join(' ');

/** A development and in which languages its words are wanted. */
interface Told<T> {
  readonly of: T;
  readonly languages: readonly string[];
}
const told = <T>(items: readonly T[], languages: readonly string[]): readonly Told<T>[] =>
  items.map((of) => ({ of, languages }));

type Placed = { readonly place: DevelopmentView['place'] };
const where = {
  place: ({ of }) => of.place?.name ?? null,
  country: ({ of }) => of.place?.country ?? null,
  longitude: ({ of }) => of.place?.geo?.coordinates[0] ?? null,
  latitude: ({ of }) => of.place?.geo?.coordinates[1] ?? null,
} satisfies Columns<Told<Placed>>;

const DEVELOPMENTS: Columns<Told<DevelopmentView>> = {
  id: ({ of }) => of.id,
  kind: ({ of }) => of.kind,
  revision: ({ of }) => Number(of.revision),
  recordedAt: ({ of }) => of.recordedAt,
  occurred: ({ of }) => of.occurred,
  reportedAt: ({ of }) => of.reportedAt,
  significance: ({ of }) => of.significance,
  status: ({ of }) => of.withheld?.how ?? (of.retracted ? 'retracted' : 'stands'),
  notice: ({ of, languages }) => goneWords(of, languages)?.text ?? null,
  language: ({ of, languages }) => shown(of, languages)?.lang ?? null,
  text: ({ of, languages }) => shown(of, languages)?.text ?? null,
  sources: ({ of, languages }) => sourceWords(of, languages),
  ...where,
  claims: ({ of }) => list(of.claims),
  assertions: ({ of }) => list(of.assertions.map((a) => `${a.claim}:${a.stance}:${a.origin}`)),
  answers: ({ of }) => list(of.answers),
  evidence: ({ of }) => list(of.evidence.map((e) => e.url)),
  corrections: ({ of }) => of.corrections,
};

/** What was taken back has no words of its own here, as everywhere that it is syndicated. */
const shown = (d: DevelopmentView, languages: readonly string[]) =>
  goneWords(d, languages) ? null : worded(d.text, languages);

/** In words, for a spreadsheet takes `=` for a formula. */
const COMPARATOR: Readonly<Record<Comparator, string>> = {
  '=': 'exactly',
  '~': 'about',
  '>': 'more-than',
  '>=': 'at-least',
  '<': 'less-than',
  '<=': 'at-most',
};

const CLAIMS: Columns<Told<ClaimView>> = {
  id: ({ of }) => of.id,
  kind: ({ of }) => of.kind,
  language: ({ of, languages }) => worded(of.text, languages)?.lang ?? null,
  text: ({ of, languages }) => worded(of.text, languages)?.text ?? null,
  status: ({ of }) => of.status,
  since: ({ of }) => of.since,
  support: ({ of }) => of.support,
  authority: ({ of }) => of.authority,
  contest: ({ of }) => of.contest,
  flags: ({ of }) => list(of.flags.map((f) => f.flag)),
  explanation: ({ of, languages }) => worded(of.explanation, languages)?.text ?? null,
  assertions: ({ of }) => of.assertions.total,
  occurred: ({ of }) => of.occurred,
  ...where,
  variable: ({ of }) => of.territory?.variable ?? of.figure?.variable ?? null,
  comparator: ({ of }) => {
    const comparator = of.territory?.comparator ?? of.figure?.comparator;
    return comparator === undefined ? null : COMPARATOR[comparator];
  },
  area: ({ of }) => of.territory?.area ?? null,
  of: ({ of }) => of.territory?.of ?? of.figure?.of ?? null,
  share: ({ of }) => of.territory?.share ?? null,
  km2: ({ of }) => of.territory?.km2 ?? null,
  controller: ({ of }) => of.territory?.controller ?? null,
  from: ({ of }) => of.territory?.from ?? null,
  what: ({ of }) => of.figure?.what ?? null,
  count: ({ of }) => of.figure?.count ?? null,
  low: ({ of }) => of.figure?.low ?? null,
  high: ({ of }) => of.figure?.high ?? null,
  unit: ({ of }) => of.figure?.unit ?? null,
  denominator: ({ of }) => of.figure?.denominator ?? null,
  period: ({ of }) => of.figure?.period ?? null,
  decidedBy: ({ of }) => list((of.decidedBy ?? []).map(({ id }) => id)),
};

/** Developments as CSV: the header once, then the rows of each page, with words in the first of the languages. */
export const csvHeaderOfDevelopments = (reader: TableReader = 'program'): string =>
  csvHeader(DEVELOPMENTS, reader);
export const csvRowsOfDevelopments = (
  items: readonly DevelopmentView[],
  languages: readonly string[] = ['en'],
  reader: TableReader = 'program',
): string => csvRows(DEVELOPMENTS, told(items, languages), reader);

/** Claims as CSV, one row each with its status. */
export const csvHeaderOfClaims = (reader: TableReader = 'program'): string => csvHeader(CLAIMS, reader);
export const csvRowsOfClaims = (
  items: readonly ClaimView[],
  languages: readonly string[] = ['en'],
  reader: TableReader = 'program',
): string => csvRows(CLAIMS, told(items, languages), reader);
