import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type as systemName } from 'node:os';
import { join } from 'node:path';
import { isMet, type Finding, type Row } from './bench.js';
import type { Measured } from './samples.js';

/** The machine of the measurement. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  /** The time of a durable write of 4 KiB in the folder of the benches. */
  readonly fsync: string;
  /** The load average of the last minute before the benches began. */
  readonly load: string;
}

export type Findings = Readonly<Record<string, Finding>>;

export function machine(fsync: number): Machine {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${systemName()} ${process.arch}`,
    node: process.version,
    fsync: `${fsync.toFixed(2)} ms`,
    load: loadavg()[0]!.toFixed(1),
  };
}

/** Writes report.md and report.json. Returns the table for a terminal. */
export function writeReport(folder: string, on: Machine, findings: Findings): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify({ machine: on, findings }, null, 2)}\n`);
  writeFileSync(join(folder, 'report.md'), markdown(on, findings));
  return Object.entries(findings)
    .map(([name, { rows }]) => [name, ...rows.map((row) => `  ${line(row)}`)].join('\n'))
    .join('\n');
}

const line = (row: Row): string =>
  `${verdict(row).padEnd(7)} ${row.what}: ${number(row.ours.median)} ${row.unit}; ${row.against}: ${number(row.theirs.median)}; ratio ${number(row.ratio)}${wanted(row)}`;

function markdown(on: Machine, findings: Findings): string {
  const header =
    '| target | what | ours | against | theirs | ratio | wanted | |\n| --- | --- | --- | --- | --- | --- | --- | --- |';
  const rows = Object.values(findings).flatMap((finding) => finding.rows);
  const cells = (row: Row): string =>
    [
      row.wanted?.target ?? '',
      row.what,
      `${spread(row.ours)} ${row.unit}`,
      row.against,
      spread(row.theirs),
      number(row.ratio),
      wanted(row).replace(', ', ''),
      verdict(row),
    ].join(' | ');
  return [
    '# Benchmarks',
    '',
    'Ratios of one run, as medians with the interquartile range in brackets. `npm run bench` repeats the run.',
    '',
    Object.entries(on)
      .map(([name, value]) => `- ${name}: ${value}`)
      .join('\n'),
    '',
    header,
    ...rows.map((row) => `| ${cells(row)} |`),
    '',
    '## Settings',
    '',
    ...Object.entries(findings).flatMap(([name, { settings }]) => [
      `### ${name}`,
      '',
      ...settings.map((one) => `- ${one}`),
      '',
    ]),
  ].join('\n');
}

function verdict(row: Row): string {
  const met = isMet(row);
  return met === null ? '' : met ? 'met' : 'MISSED';
}

function wanted({ wanted: range }: Row): string {
  if (!range) return '';
  return range.least === undefined ? `, at most ${range.most}` : `, at least ${range.least}`;
}

const spread = ({ median, low, high, count }: Measured): string =>
  count === 1 ? number(median) : `${number(median)} (${number(low)} – ${number(high)})`;

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(3)).toString();
