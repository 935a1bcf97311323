import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ManualClock } from '#event-store/contract';
import {
  filesOfVault,
  keyFile,
  Vault,
  type SourceFields,
  type SourceReference,
  type UnsealedSource,
  type Unsealing,
  type VaultParts,
} from '../index.js';

/** The fields of a source for tests. */
export const fieldsWith = (changes: Partial<SourceFields> = {}): SourceFields => ({
  identity: { name: 'Mariam Haddad', otherNames: [] },
  contact: '+963 11 555 0101',
  notes: 'Meets only in person.',
  custodian: 'desk-chief',
  reporter: 'reporter-1',
  ...changes,
});

/** A vault in a folder for temporary files, whose clock a test moves. */
export class ScratchVault {
  readonly folder = mkdtempSync(join(tmpdir(), 'vault-'));
  readonly file = join(this.folder, 'vault.sqlite');
  readonly keyFile = join(this.folder, 'keys', 'master.key');
  readonly clock = new ManualClock('2026-12-01T12:00:00.000Z');
  readonly audited: Unsealing[] = [];
  readonly #opened: Vault[] = [];

  constructor() {
    mkdirSync(join(this.folder, 'keys'));
  }

  async open(parts: Partial<VaultParts> = {}): Promise<Vault> {
    const vault = await Vault.open({
      file: this.file,
      masterKey: keyFile(this.keyFile),
      clock: this.clock,
      audit: async (unsealing) => {
        this.audited.push(unsealing);
      },
      ...parts,
    });
    this.#opened.push(vault);
    return vault;
  }

  /** Works on the database beside the vault, as an attacker who can write to it. */
  tamper<T>(work: (db: Database.Database) => T): T {
    const db = new Database(this.file);
    try {
      return work(db);
    } finally {
      db.close();
    }
  }

  /** All bytes of all files of the vault. */
  bytes(file = this.file): Buffer {
    return Buffer.concat(
      filesOfVault(file)
        .filter((each) => existsSync(each))
        .map((each) => readFileSync(each)),
    );
  }

  /** Every sealed value of the sources that are not erased. */
  sealedValues(file = this.file): readonly Buffer[] {
    const db = new Database(file, { readonly: true });
    const rows = db
      .prepare<[], Buffer[]>(
        'SELECT data_key, identity, contact, notes FROM sources WHERE data_key IS NOT NULL',
      )
      .raw()
      .all();
    db.close();
    return rows.flat();
  }

  remove(): void {
    for (const vault of this.#opened) vault.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Unseals a source as two principals do. */
export function unseal(vault: Vault, source: SourceReference): Promise<UnsealedSource> {
  return vault.approve(vault.ask(source, 'reporter-1', 'to check a quote'), 'desk-chief');
}

/** The plaintext as a plain object, to compare it. */
export const plainOf = ({ name, otherNames, contact, notes }: UnsealedSource) => ({
  identity: { name, otherNames },
  contact,
  notes,
});
