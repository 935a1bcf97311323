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

/** Who reads a table: a program, or a spreadsheet by which somebody opens the file. */
export type TableReader = 'program' | 'excel';

/** Short text with a digit in it: a spreadsheet may take it for a date, a number or a fraction. */
const CONVERTED = /^(?=[^\d]*\d)[^\s"][^\r\n\t"]{0,63}$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)\.\d{3}Z$/;

/**
 * One record of a CSV file (RFC 4180), with its CRLF. Text that a spreadsheet would run has an apostrophe before it, as
 * OWASP recommends: who reads with a program takes one apostrophe off where a text begins with one. There is no byte
 * order mark: the media type says that it is UTF-8, and to a program a mark is a part of the first column's name.
 *
 * For a spreadsheet a moment is a date and a time of day in UTC, to the second, which it can sort. Text that it would
 * convert is given as the formula `="…"`, whose value is that text.
 */
export const csvRecord = (cells: readonly Cell[], reader: TableReader = 'program'): string =>
  `${cells.map((cell) => written(cell, reader)).join(',')}\r\n`;

function written(cell: Cell, reader: TableReader): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const shown = harmless(cell);
  const safe = FORMULA.test(shown) ? `'${shown}` : reader === 'excel' ? unconverted(shown) : shown;
  return `"${safe.replaceAll('"', '""')}"`;
}

function unconverted(text: string): string {
  const [, day, time] = MOMENT.exec(text) ?? [];
  if (day !== undefined) return `${day} ${time}`;
  return CONVERTED.test(text) ? `="${text}"` : text;
}

/** A table's columns: the name of each, and what a row has there. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** The names of the columns; before them, for a spreadsheet, the byte order mark, by which it knows UTF-8. */
export const csvHeader = (columns: Columns<never>, reader: TableReader): string =>
  `${reader === 'excel' ? '\uFEFF' : ''}${csvRecord(Object.keys(columns))}`;
export const csvRows = <Row>(columns: Columns<Row>, rows: readonly Row[], reader: TableReader): string =>
  rows
    .map((row) =>
      csvRecord(
        Object.values(columns).map((cell) => cell(row)),
        reader,
      ),
    )
    .join('');
