import { randomUUID } from 'node:crypto';
import { DoesNotOpen, type Key, type Place } from './key.js';
import { openText, sealText } from './padded-text.js';
import type { FindingRow, Rows } from './rows.js';
import type { VaultFile } from './vault-file.js';

/** What one text says of sealed sources. `at` is ISO 8601. */
export interface Finding {
  readonly at: string;
  /** The story of the text; null for a text of no story, such as the name of a party. */
  readonly story: string | null;
  /** The principal who wrote the text. */
  readonly by: string;
  /** Ids of sources that it names. */
  readonly named: readonly string[];
  /** Ids of sources of which it says that they declined to comment. */
  readonly declining: readonly string[];
}

/** More sources in one text are not kept, so that each row has the same length. */
const MOST = 15;
/** In characters of ASCII. */
const LENGTH = 4_000;
/** After so many new rows, those without a source are deleted. */
const SWEEP_EVERY = 1_000;

/** What was found in texts. Texts without a finding get a row too. All rows look alike. */
export class Findings {
  /** How many rows are new since the last sweep. */
  #added = 0;

  constructor(
    private readonly file: VaultFile,
    private readonly rows: Rows,
    private readonly key: Key,
    private readonly vault: string,
  ) {}

  add(finding: Finding): void {
    if (this.#added >= SWEEP_EVERY) this.sweep();
    this.#added += 1;
    const row = this.#sealed(randomUUID(), finding);
    this.file.write(() => this.rows.addFinding(row));
  }

  /** Those that name a source or say that it declined, with their ids. */
  all(): readonly (Finding & { readonly id: string })[] {
    return this.rows.findings().flatMap(({ id, finding }) => {
      const found = this.#opened(id, finding);
      return found && hasSource(found) ? [{ ...found, id }] : [];
    });
  }

  /** Deletes the rows of texts without a source, and rows that do not open. */
  sweep(): void {
    this.#added = 0;
    const kept = new Set(this.all().map(({ id }) => id));
    this.file.write(() => {
      for (const { id } of this.rows.findings()) if (!kept.has(id)) this.rows.deleteFinding(id);
    });
  }

  /** Takes sources out of one finding. */
  drop(id: string, isDropped: (source: string) => boolean): void {
    const found = this.all().find((one) => one.id === id);
    if (!found) return;
    const remains = (sources: readonly string[]): readonly string[] =>
      sources.filter((one) => !isDropped(one));
    const { at, story, by } = found;
    const now = { at, story, by, named: remains(found.named), declining: remains(found.declining) };
    this.file.write(() => {
      this.rows.deleteFinding(id);
      if (hasSource(now)) this.rows.addFinding(this.#sealed(id, now));
    });
  }

  #sealed(id: string, finding: Finding): FindingRow {
    const [named, declining] = [finding.named.slice(0, MOST), finding.declining.slice(0, MOST)];
    const json = JSON.stringify({ ...finding, named, declining });
    return { id, finding: sealText(this.key, this.#place(id), json.padEnd(LENGTH)) };
  }

  #opened(id: string, sealed: Buffer): Finding | null {
    try {
      return JSON.parse(openText(this.key, this.#place(id), sealed)) as Finding;
    } catch (error) {
      if (error instanceof DoesNotOpen) return null;
      throw error;
    }
  }

  #place(row: string): Place {
    return { vault: this.vault, row, field: 'finding', version: 1 };
  }
}

const hasSource = ({ named, declining }: Finding): boolean => named.length + declining.length > 0;
