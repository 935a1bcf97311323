import { accessSync, chmodSync, constants, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { FileUnusable, makeFolder } from '#event-store';

/** Names of the files of desk, archive and command line in a data folder. */
const DESKS =
  /^(?:desk\.db|publisher\.json|webhooks\.sqlite|notices\.sqlite|staff\.sqlite|vault\.sqlite|drafts\.sqlite|audit\.db|running\.json|command-line-)/;
const ARCHIVES = /^(?:public\.db|cluster\.json|read-models$)/;
const READ_MODELS = 'read-models';
/** Files that a restore moved aside. */
const KEPT = /^before-restore-/;

/**
 * Creates the data folder of a program. Only this user may read and write its files (0600) and enter its folders (0700),
 * also those of an older release. A data folder with other files keeps its rights. Checks that all is writable, so that a
 * fault is reported before anything is opened.
 *
 * @returns a sentence for the log if others had rights; else null
 * @throws FileUnusable
 */
export function prepareDataFolder(data: string, by: 'desk' | 'archive'): string | null {
  // First of all, so that others can never read a new file. SQLite gives a journal the rights of its database.
  process.umask(0o077);
  const folder = resolve(data);
  open(folder);
  const names = readdirSync(folder);
  const mended: string[] = [];
  const narrow = (path: string, mode: number): void => {
    if (narrowed(path, mode)) mended.push(relative(folder, path) || 'the folder');
  };
  const isOurs = (name: string): boolean => DESKS.test(name) || ARCHIVES.test(name);
  if (names.every((name) => isOurs(name) || KEPT.test(name))) narrow(folder, 0o700);
  for (const name of names) {
    if (name === READ_MODELS || !isOurs(name)) continue;
    if (by === 'desk' || ARCHIVES.test(name)) take(join(folder, name), narrow);
  }
  const models = join(folder, READ_MODELS);
  open(models);
  narrow(models, 0o700);
  for (const name of readdirSync(models)) take(join(models, name), narrow);
  if (mended.length === 0) return null;
  return `Others had rights in ${folder}, and have none now: ${mended.join(', ')}.`;
}

/** Creates a folder if needed, and checks that it is writable. */
function open(folder: string): void {
  makeFolder(folder);
  FileUnusable.guard(join(folder, 'file'), () => {
    readdirSync(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  });
}

/** Checks that a file is readable and writable, and takes the rights of others away. */
function take(file: string, narrow: (path: string, mode: number) => void): void {
  FileUnusable.guard(file, () => {
    try {
      if (statSync(file).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      accessSync(file, constants.R_OK | constants.W_OK);
    } catch (error) {
      // Another running program may have deleted the file in the meantime.
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
    }
  });
  narrow(file, 0o600);
}

/** Whether others had rights. A file of another user, who gave us the right to write, stays as it is. */
function narrowed(path: string, mode: number): boolean {
  try {
    const had = statSync(path).mode & 0o7777;
    if (had !== mode) chmodSync(path, mode);
    return (had & 0o077) !== 0;
  } catch {
    // Only the owner may change it.
    return false;
  }
}
