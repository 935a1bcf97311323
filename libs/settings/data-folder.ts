import { accessSync, chmodSync, constants, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FileUnusable, makeFolder } from '#event-store';

/** Names of what desk, archive and command line keep in a data folder. */
const DESKS = /^(?:desk\.db|publisher\.json|webhooks\.sqlite|running\.json|command-line\.json)/;
const ARCHIVES = /^(?:public\.db|cluster\.json|read-models$)/;
const READ_MODELS = 'read-models';
/** What a restore moved aside. */
const KEPT = /^before-restore-/;

/**
 * Makes a program's data folder, and what it keeps there its own: files are read and written by this user alone (0600),
 * folders entered by it alone (0700), also those of an older release. A data folder that holds anything else keeps its
 * rights. Looks whether all of it can be written, so that what is wrong is said before anything is opened.
 *
 * @throws FileUnusable
 */
export function prepareDataFolder(data: string, by: 'desk' | 'archive'): void {
  // Before there is anything: so there is no moment at which others may read it. SQLite gives a journal the rights of its file.
  process.umask(0o077);
  const folder = resolve(data);
  open(folder);
  const names = readdirSync(folder);
  const isOurs = (name: string): boolean => DESKS.test(name) || ARCHIVES.test(name);
  if (names.every((name) => isOurs(name) || KEPT.test(name))) narrow(folder, 0o700);
  for (const name of names) {
    if (name === READ_MODELS || !isOurs(name)) continue;
    if (by === 'desk' || ARCHIVES.test(name)) take(join(folder, name));
  }
  const models = join(folder, READ_MODELS);
  open(models);
  narrow(models, 0o700);
  for (const name of readdirSync(models)) take(join(models, name));
}

/** A folder that can be written, made if there is none. */
function open(folder: string): void {
  makeFolder(folder);
  FileUnusable.guard(join(folder, 'file'), () => {
    readdirSync(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  });
}

/** A file that can be read and written; by nobody else from now on. */
function take(file: string): void {
  FileUnusable.guard(file, () => {
    try {
      if (statSync(file).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      accessSync(file, constants.R_OK | constants.W_OK);
    } catch (error) {
      // A program that runs on this folder takes away what it needs no more.
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
    }
  });
  narrow(file, 0o600);
}

/** Where it belongs to another user, who gave us the right to write it, it stays as it is. */
function narrow(path: string, mode: number): void {
  try {
    if ((statSync(path).mode & 0o7777) !== mode) chmodSync(path, mode);
  } catch {
    // It is not ours to change.
  }
}
