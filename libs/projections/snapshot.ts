import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FileUnusable, makeFolder } from '#event-store';
import type { Audience } from './audience.js';
import { copyModel } from './copy-model.js';
import { FOLD, ModelFolder } from './model-folder.js';

/** A copy of a read model, and the position of its last event. */
export interface Snapshot {
  readonly file: string;
  readonly position: bigint | null;
}

/** Why there is no copy. */
export class NoSnapshot extends Error {
  override readonly name = 'NoSnapshot';
}

/**
 * Copies the newest complete file of a read model into another folder, while others read and write it. An archive that
 * starts with the copy catches up from its position. The copy has no killed texts, and not the time when it had caught up.
 *
 * @throws NoSnapshot
 */
export async function snapshot(folder: string, audience: Audience, target: string): Promise<Snapshot> {
  if (!existsSync(folder)) throw new NoSnapshot(`There is no read model in ${folder}.`);
  const found = new ModelFolder(folder, audience).readable.find((f) => f.complete && f.fold === FOLD);
  if (!found)
    throw new NoSnapshot(
      `There is no complete read model of this release in ${folder}. Wait until it is built.`,
    );
  makeFolder(target);
  if (new ModelFolder(target, audience).readable.length > 0)
    throw new NoSnapshot(`${target} has a read model already. Give the folder of a new archive.`);
  const file = join(target, basename(found.file));
  try {
    await copyModel(found.file, file);
  } catch (error) {
    throw FileUnusable.of(file, error);
  }
  const [copied] = new ModelFolder(target, audience).readable;
  if (!copied) throw new NoSnapshot(`The copy ${file} cannot be read. Take the snapshot again.`);
  return { file, position: copied.position };
}
