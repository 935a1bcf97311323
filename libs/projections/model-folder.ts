import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '#event-store';
import type { LastEvent } from './model-file.js';
import { ModelReader } from './model-reader.js';
import type { Audience } from './audience.js';
import { SCHEMA } from './schema.js';

/**
 * Raise it whenever the same events give other rows. A new file is then built beside the old one. If this is forgotten,
 * the program refuses to start: the fingerprint of a sample story differs.
 */
export const FOLD = 9;

/** One file of a read model, by its name and its `model` row. */
export interface FoundFile {
  readonly file: string;
  readonly schema: number;
  readonly fold: number;
  /** The highest is the newest file of its version. */
  readonly generation: number;
  readonly complete: boolean;
  readonly log: string;
  readonly fingerprint: string;
  readonly position: bigint | null;
  readonly last: LastEvent | null;
}

/** The files of one read model: `<audience>.v<schema>-<fold>.<generation>.db` in one folder. */
export class ModelFolder {
  constructor(
    readonly folder: string,
    readonly audience: Audience,
  ) {
    makeFolder(folder);
  }

  /** The files that this release can read, newest first. */
  get readable(): readonly FoundFile[] {
    return this.#named
      .filter((f) => f.schema === SCHEMA)
      .flatMap((f) => look(f))
      .sort((a, b) => b.fold - a.fold || b.generation - a.generation);
  }

  /** The name of a new file of this release's version. */
  next(): string {
    const own = this.#named.filter((f) => f.schema === SCHEMA && f.fold === FOLD);
    const generation = Math.max(0, ...own.map((f) => f.generation)) + 1;
    return join(this.folder, `${this.audience}.v${SCHEMA}-${FOLD}.${generation}.db`);
  }

  /** Every file of this read model except some. */
  others(...but: readonly string[]): readonly string[] {
    return this.#named.map((f) => f.file).filter((file) => !but.includes(file));
  }

  /** Deletes every file of this read model except some, and unfinished copies. */
  removeOthers(...but: readonly string[]): void {
    for (const file of this.others(...but)) this.remove(file);
    for (const name of readdirSync(this.folder))
      if (name.startsWith(`${this.audience}.`) && name.endsWith('.half'))
        rmSync(join(this.folder, name), { force: true });
  }

  remove(file: string): void {
    for (const ending of ['-wal', '-shm', '']) rmSync(file + ending, { force: true });
  }

  get #named(): readonly Pick<FoundFile, 'file' | 'schema' | 'fold' | 'generation'>[] {
    return readdirSync(this.folder).flatMap((name) => {
      const [, schema, fold, generation] = /^[a-z]+\.v(\d+)-(\d+)\.(\d+)\.db$/.exec(name) ?? [];
      if (generation === undefined || !name.startsWith(`${this.audience}.`)) return [];
      return [
        {
          file: join(this.folder, name),
          schema: Number(schema),
          fold: Number(fold),
          generation: Number(generation),
        },
      ];
    });
  }
}

function look(named: Pick<FoundFile, 'file' | 'schema' | 'fold' | 'generation'>): readonly FoundFile[] {
  try {
    const reader = new ModelReader(named.file);
    const { log, fold, complete, position, last } = reader.state;
    reader.close();
    return [{ ...named, log, fingerprint: fold, complete, position, last }];
  } catch {
    // The process was killed before it created the tables: the file is empty.
    return [];
  }
}

/** Bytes of a file and its journal. */
export function sizeOf(file: string): number {
  return [file, `${file}-wal`].filter(existsSync).reduce((bytes, f) => bytes + statSync(f).size, 0);
}
