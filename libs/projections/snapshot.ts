import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FileUnusable, makeFolder } from '#event-store';
import type { Audience } from './audience.js';
import { copyModel } from './copy.js';
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
export async function snapshot(folder: string, audience: Audience, target: string): Promise<Snapshot> {
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
  try {
    await copyModel(found.file, file);
  } catch (error) {
    throw FileUnusable.of(file, error);
  }
  const [copied] = new ModelFolder(target, audience).readable;
  if (!copied) throw new NoSnapshot(`The copy ${file} cannot be read. Take it again.`);
  return { file, position: copied.position };
}
