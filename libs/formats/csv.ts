import { harmless } from '#story';

/** The value of a cell. Null is an empty cell. */
export type Cell = string | number | null;

export const CSV = 'text/csv';
export const CSV_SUFFIX = '.csv';

/**
 * Characters that begin a formula in a spreadsheet: those of OWASP ("CSV Injection", and ASVS 5.0 requirement 1.2.10),
 * with their full-width forms. The guard itself, the apostrophe, is one of them, so that programs can remove it again.
 */
// oxlint-disable-next-line no-control-regex -- the pattern looks for control characters
const FORMULA = /^[=+\-@\t\r\n\u0000＝＋－＠']/;

/** What reads a table: a program, or a spreadsheet that opens the file. */
export type TableReader = 'program' | 'excel';

/** Short text with a digit: a spreadsheet may convert it to a date, a number or a fraction. */
const CONVERTED = /^(?=[^\d]*\d)[^\s"][^\r\n\t"]{0,63}$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)\.\d{3}Z$/;

/**
 * One record of a CSV file (RFC 4180), with its CRLF. Text that a spreadsheet would run gets an apostrophe before it, as
 * OWASP recommends. A program removes one apostrophe from each text that begins with one. There is no byte order mark.
 * The media type says UTF-8, and a program would read the mark as part of the first column's name.
 *
 * For a spreadsheet a moment is a date and a time in UTC, to the second, which it can sort. Text that it would convert
 * is a formula, `="…"`, whose value is that text.
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

/** The columns of a table: the name of each, and the cell of a row. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** The names of the columns. For a spreadsheet they follow a byte order mark, by which it recognizes UTF-8. */
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
