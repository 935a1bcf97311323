import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { anyText } from '#story/testing';
import { harmless } from '#story';
import { csvRecord, type Cell } from './csv.js';
import {
  csvHeaderOfClaims,
  csvHeaderOfDevelopments,
  csvRowsOfClaims,
  csvRowsOfDevelopments,
} from './csv-tables.js';
import { sampleState } from './sample-state.js';

const recordsOf = (text: string): string[][] => parse(text, { relaxColumnCount: false });
const rowsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

/** A cell as a program reads it: without the apostrophe that guards it. */
const unguarded = (cell: string): string => cell.replace(/^'/, '');

describe('a record of a CSV file', () => {
  const cell = fc.oneof(
    anyText(),
    fc.tuple(fc.constantFrom(...'=+-@\t\r\n\u0000＝＋－＠\'",;'), fc.string()).map((s) => s.join('')),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constant(null),
  );

  it('reads back as written, except for the guard and harmful characters', () =>
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 6 }), (cells: readonly Cell[]) => {
        const [read] = recordsOf(csvRecord(cells));
        const expected = cells.map((c) => (c === null ? '' : harmless(String(c))));
        expect(read!.map((text, i) => (typeof cells[i] === 'string' ? unguarded(text) : text))).toEqual(
          expected,
        );
      }),
      { numRuns: 500 },
    ));

  it('guards text that a spreadsheet would run, and keeps numbers as numbers', () => {
    for (const begin of [...'=+-@\t\r\n＝＋－＠'])
      expect(recordsOf(csvRecord([`${begin}cmd|' /C calc'!A0`, 'x']))[0]![0]).toMatch(/^'/);
    expect(csvRecord([-3.5, 'Aleppo', null, 0])).toBe('-3.5,"Aleppo",,0\r\n');
  });

  it('ends with CRLF, and has no byte order mark', () => {
    expect(csvHeaderOfDevelopments()).toMatch(/^"id","kind",.*\r\n$/);
  });
});

describe('a table for a spreadsheet', () => {
  const record = (...cells: Cell[]): string[] => recordsOf(csvRecord(cells, 'excel'))[0]!;

  it('begins with a byte order mark, and has the same columns', () =>
    expect(csvHeaderOfClaims('excel')).toBe(`\uFEFF${csvHeaderOfClaims()}`));

  it('has moments as a date and a time, which a spreadsheet can sort', () =>
    expect(record('2016-12-01T09:05:07.123Z')).toEqual(['2016-12-01 09:05:07']));

  it('has text that no spreadsheet converts to a date or a number', () =>
    expect(record('2016-12', '1/2', '10,000', 'Dec 1', '1e5', '2016-12-01T09:05Z/..')).toEqual([
      '="2016-12"',
      '="1/2"',
      '="10,000"',
      '="Dec 1"',
      '="1e5"',
      '="2016-12-01T09:05Z/.."',
    ]));

  it('leaves numbers, words and guarded text alone', () => {
    expect(csvRecord([-3.5, null], 'excel')).toBe('-3.5,\r\n');
    expect(record('Aleppo', '-3 degrees', '=1+1', 'He said "2"', `${'w'.repeat(80)} 1`)).toEqual([
      'Aleppo',
      "'-3 degrees",
      "'=1+1",
      'He said "2"',
      `${'w'.repeat(80)} 1`,
    ]);
  });

  it('begins no formula except one whose value is text', () =>
    fc.assert(
      fc.property(anyText(), (text) => {
        const [read = ''] = record(text, 'x');
        expect(/^[=+\-@]/.test(read) ? read : '="text"').toMatch(/^="[^"\r\n\t]{1,64}"$/);
      }),
      { numRuns: 500 },
    ));
});

describe('the table of developments', () => {
  const rows = rowsOf(csvHeaderOfDevelopments() + csvRowsOfDevelopments(sampleState.developments.items));

  it('marks killed, taken-down and retracted developments, and omits their words', () => {
    expect(rows.map(({ status, notice, text }) => [status, notice, text])).toEqual([
      ['takenDown', 'Taken down for legal reasons (a court)', ''],
      ['killed', 'Killed: It was wrong.', ''],
      ['retracted', 'Retracted by the outlet that reported it on 2016-12-01.', ''],
      ['stands', '', 'An official confirms the talks <1> & more.'],
      ['stands', '', 'An official confirms the talks <5> & more.'],
    ]);
  });

  it('has the sources, the place and the claims of a development', () => {
    expect(rows[3]).toMatchObject({
      language: 'en',
      sources: 'RIA Novosti, citing a senior opposition official; RIA Novosti',
      longitude: '37.16',
      latitude: '36.2',
      claims: 'talks',
      corrections: '1',
    });
    expect(rows[4]!.sources?.split('; ')).toEqual([
      'RIA Novosti, citing the document “Inspection report <1>” (a harbour office, 2016-11-01, not verified by us)',
      'the video “The minister at the table” (Russian foreign ministry, 2016-11/2016-12, verified by us)',
      'RIA Novosti, citing messages shared on phones (circulating, not verified)',
    ]);
  });

  it('is the same page by page as at once', () => {
    const { items } = sampleState.developments;
    const pages = items.map((item) => csvRowsOfDevelopments([item], ['fr']));
    expect(pages.join('')).toBe(csvRowsOfDevelopments(items, ['fr']));
    expect(pages[3]).toContain('Un responsable confirme <1>.');
  });
});

describe('the table of claims', () => {
  const rows = rowsOf(csvHeaderOfClaims() + csvRowsOfClaims(sampleState.claims.items));

  it('has the status of each claim with its reason, and quantities as numbers', () => {
    expect(rows.map((r) => [r['id'], r['status'], r['comparator'], r['share'], r['count']])).toEqual([
      ['talks', 'verified', '', '', ''],
      ['unprecedented', 'refuted', '', '', ''],
      ['us-excluded', 'withdrawn', '', '', ''],
      ['half-retaken', 'claimed', 'exactly', '0.5', ''],
      ['surrendered', 'reported', 'more-than', '', '500'],
    ]);
    expect(rows[0]!['explanation']).toBe('Why talks is verified.');
  });
});
