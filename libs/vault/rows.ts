import { damagedVault, type VaultFile } from './vault-file.js';

export interface SourceRow {
  readonly id: string;
  readonly version: number;
  /** Null after an erasure, as are the fields. */
  readonly dataKey: Buffer | null;
  readonly identity: Buffer | null;
  readonly contact: Buffer | null;
  readonly notes: Buffer | null;
  readonly record: Buffer;
}

export interface ReferenceRow {
  readonly reference: string;
  readonly story: string;
  readonly link: Buffer;
}

export interface FindingRow {
  readonly id: string;
  readonly finding: Buffer;
}

export interface VaultRow {
  readonly id: string;
  /** A `KeyRecord` as JSON. */
  readonly master: string;
  readonly listKey: Buffer;
}

const SOURCE = 'SELECT id, version, data_key AS dataKey, identity, contact, notes, record FROM sources';
const REFERENCE = 'SELECT reference, story, link FROM source_references';

/** Reads and writes the rows of a vault. It knows no keys. */
export class Rows {
  readonly #file: VaultFile;

  constructor(file: VaultFile) {
    this.#file = file;
  }

  /** @throws VaultUnusable */
  vault(): VaultRow {
    const row = this.#file.prepare<[], VaultRow>('SELECT id, master, list_key AS listKey FROM vault').get();
    if (!row) throw damagedVault(this.#file.path);
    return row;
  }

  setMaster(master: string, listKey: Buffer): void {
    this.#file.prepare('UPDATE vault SET master = ?, list_key = ?').run(master, listKey);
  }

  source(id: string): SourceRow | null {
    return this.#file.prepare<[string], SourceRow>(`${SOURCE} WHERE id = ?`).get(id) ?? null;
  }

  /** In the order of ids, which are random. */
  sources(): readonly SourceRow[] {
    return this.#file.prepare<[], SourceRow>(`${SOURCE} ORDER BY id`).all();
  }

  /** Of all sources that are not erased. */
  versions(): readonly Pick<SourceRow, 'id' | 'version'>[] {
    return this.#file
      .prepare<[], Pick<SourceRow, 'id' | 'version'>>(
        'SELECT id, version FROM sources WHERE data_key IS NOT NULL ORDER BY id',
      )
      .all();
  }

  /** Adds a source, or replaces it. */
  setSource(row: SourceRow): void {
    this.#file
      .prepare(
        `INSERT INTO sources VALUES (@id, @version, @dataKey, @identity, @contact, @notes, @record)
         ON CONFLICT (id) DO UPDATE SET version = @version, data_key = @dataKey, identity = @identity,
           contact = @contact, notes = @notes, record = @record`,
      )
      .run(row);
  }

  setDataKey(id: string, dataKey: Buffer): void {
    this.#file.prepare('UPDATE sources SET data_key = ? WHERE id = ?').run(dataKey, id);
  }

  /** Null also where the reference belongs to another story. */
  reference(reference: string, story: string): ReferenceRow | null {
    return (
      this.#file
        .prepare<[string, string], ReferenceRow>(`${REFERENCE} WHERE reference = ? AND story = ?`)
        .get(reference, story) ?? null
    );
  }

  references(): readonly ReferenceRow[] {
    return this.#file.prepare<[], ReferenceRow>(`${REFERENCE} ORDER BY reference, story`).all();
  }

  referencesOf(story: string): readonly string[] {
    return this.#file
      .prepare<[string], string>('SELECT reference FROM source_references WHERE story = ? ORDER BY reference')
      .pluck()
      .all(story);
  }

  addReference({ reference, story, link }: ReferenceRow): void {
    this.#file.prepare('INSERT INTO source_references VALUES (?, ?, ?)').run(reference, story, link);
  }

  findings(): readonly FindingRow[] {
    return this.#file.prepare<[], FindingRow>('SELECT id, finding FROM findings ORDER BY id').all();
  }

  addFinding({ id, finding }: FindingRow): void {
    this.#file.prepare('INSERT INTO findings VALUES (?, ?)').run(id, finding);
  }

  deleteFinding(id: string): void {
    this.#file.prepare('DELETE FROM findings WHERE id = ?').run(id);
  }
}
