import { harmless } from '#story';

/** What a cell may hold. Numbers stay numbers; what is not known is an empty cell. */
export type Cell = string | number | null;

export const CSV = 'text/csv; charset=utf-8; header=present';

/**
 * What a spreadsheet takes for the begin of a formula: those of OWASP ("CSV Injection", and ASVS 5.0 requirement
 * 1.2.10), with their full-width forms. The apostrophe itself is among them, so that the guard can be taken off again.
 */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const FORMULA = /^[=+\-@\t\r\n\u0000＝＋－＠']/;

/**
 * One record of a CSV file (RFC 4180), with its CRLF. Text that a spreadsheet would run has an apostrophe before it, as
 * OWASP recommends: who reads with a program takes one apostrophe off where a text begins with one. There is no byte
 * order mark: the media type says that it is UTF-8, and to a program a mark is a part of the first column's name.
 */
export const csvRecord = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const shown = harmless(cell);
  const guarded = FORMULA.test(shown) ? `'${shown}` : shown;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** A table's columns: the name of each, and what a row has there. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

export const csvHeader = (columns: Columns<never>): string => csvRecord(Object.keys(columns));
export const csvRows = <Row>(columns: Columns<Row>, rows: readonly Row[]): string =>
  rows.map((row) => csvRecord(Object.values(columns).map((cell) => cell(row)))).join('');
