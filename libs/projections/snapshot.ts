import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { FileUnusable, makeFolder } from '#event-store';
import type { Audience } from './audience.js';
import { FOLD, ModelFolder } from './model-folder.js';

/** A copy of a read model, and up to which position of its log it goes. */
export interface Snapshot {
  readonly file: string;
  readonly position: bigint | null;
}

/** Why there is no copy. */
export class NoSnapshot extends Error {
  override readonly name = 'NoSnapshot';
}

/**
 * Copies the newest whole file of a read model into another folder, as of one moment, while it is read and written: an
 * archive that starts with it catches up from there. What was killed is not in the copy, nor is when it was level.
 *
 * @throws NoSnapshot
 */
export function snapshot(folder: string, audience: Audience, target: string): Snapshot {
  if (!existsSync(folder)) throw new NoSnapshot(`There is no read model in ${folder}.`);
  const found = new ModelFolder(folder, audience).readable.find((f) => f.complete && f.fold === FOLD);
  if (!found)
    throw new NoSnapshot(
      `There is no whole read model of this release in ${folder}. Wait until it is built.`,
    );
  makeFolder(target);
  if (new ModelFolder(target, audience).readable.length > 0)
    throw new NoSnapshot(`${target} holds a read model already. Give an archive that is new.`);
  const file = join(target, basename(found.file));
  const half = `${file}.half`;
  rmSync(half, { force: true });
  const db = new Database(found.file, { readonly: true, timeout: 5_000 });
  try {
    FileUnusable.guard(half, () => db.prepare('VACUUM INTO ?').run(half));
  } finally {
    db.close();
  }
  renameSync(half, file);
  const [copied] = new ModelFolder(target, audience).readable;
  if (!copied) throw new NoSnapshot(`The copy ${file} cannot be read. Take it again.`);
  return { file, position: copied.position };
}
