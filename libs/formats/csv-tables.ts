import type { Comparator } from '#story';
import { csvHeader, csvRows, type Columns, type TableReader } from './csv.js';
import type { TableList } from './format.js';
import { worded } from './language.js';
import type { ClaimView, DevelopmentView } from './view.js';
import { goneWords, sourceWords } from './words.js';

/** Ids in one cell are separated by spaces, which no id contains. */
const list = (ids: readonly string[]): string => ids.join(' ');

/** An item of a list, with the languages of its words by preference. */
interface Row<T> {
  readonly of: T;
  readonly languages: readonly string[];
}
const rowsOf = <T>(items: readonly T[], languages: readonly string[]): readonly Row<T>[] =>
  items.map((of) => ({ of, languages }));

type Placed = { readonly place: DevelopmentView['place'] };
const where = {
  place: ({ of }) => of.place?.name ?? null,
  country: ({ of }) => of.place?.country ?? null,
  longitude: ({ of }) => of.place?.geo?.coordinates[0] ?? null,
  latitude: ({ of }) => of.place?.geo?.coordinates[1] ?? null,
} satisfies Columns<Row<Placed>>;

const DEVELOPMENTS: Columns<Row<DevelopmentView>> = {
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

/** What was withheld or retracted has no words here, as in every format. */
const shown = (d: DevelopmentView, languages: readonly string[]) =>
  goneWords(d, languages) ? null : worded(d.text, languages);

/** In words: a spreadsheet would take `=` for a formula. */
const COMPARATOR: Readonly<Record<Comparator, string>> = {
  '=': 'exactly',
  '~': 'about',
  '>': 'more-than',
  '>=': 'at-least',
  '<': 'less-than',
  '<=': 'at-most',
};

const CLAIMS: Columns<Row<ClaimView>> = {
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

/** Developments as CSV: one header, then the rows of each page. Words are in the first language that they exist in. */
export const csvHeaderOfDevelopments = (reader: TableReader = 'program'): string =>
  csvHeader(DEVELOPMENTS, reader);
export const csvRowsOfDevelopments = (
  items: readonly DevelopmentView[],
  languages: readonly string[] = ['en'],
  reader: TableReader = 'program',
): string => csvRows(DEVELOPMENTS, rowsOf(items, languages), reader);

/** Claims as CSV, with their status. */
export const csvHeaderOfClaims = (reader: TableReader = 'program'): string => csvHeader(CLAIMS, reader);
export const csvRowsOfClaims = (
  items: readonly ClaimView[],
  languages: readonly string[] = ['en'],
  reader: TableReader = 'program',
): string => csvRows(CLAIMS, rowsOf(items, languages), reader);

export const csvTableHeader = (list: TableList, reader: TableReader): string =>
  list === 'claims' ? csvHeaderOfClaims(reader) : csvHeaderOfDevelopments(reader);
export const csvTableRows = (
  list: TableList,
  items: readonly never[],
  languages: readonly string[],
  reader: TableReader,
): string =>
  list === 'claims'
    ? csvRowsOfClaims(items, languages, reader)
    : csvRowsOfDevelopments(items, languages, reader);
