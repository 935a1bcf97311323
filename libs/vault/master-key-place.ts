import { FileUnusable } from '#event-store';
import { keyCommand } from './key-command.js';
import { keyFile, readOwnFile } from './key-file.js';
import { MasterKeyUnusable } from './failure.js';
import type { MasterKeySource } from './master-key.js';
import { passphrase } from './passphrase.js';

/** Where an operator keeps the master key: a file of 32 bytes, a file with a passphrase, or a command with its parameters. */
export type MasterKeyPlace =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'passphrase'; readonly file: string }
  | { readonly kind: 'command'; readonly command: readonly [string, ...string[]] };

/** In bytes. */
const LONGEST_PASSPHRASE = 4_096;

/** @throws MasterKeyUnusable, FileUnusable if a passphrase cannot be read */
export function masterKeyAt(place: MasterKeyPlace): MasterKeySource {
  if (place.kind === 'file') return keyFile(place.file);
  if (place.kind === 'passphrase') return passphrase(passphraseIn(place.file));
  const [command, ...parameters] = place.command;
  return keyCommand(command, parameters);
}

/** The first line of a file that only this user may read. */
function passphraseIn(file: string): string {
  const bytes = FileUnusable.guard(file, () => readOwnFile(file, LONGEST_PASSPHRASE));
  if (bytes === null)
    throw new MasterKeyUnusable(`The file ${file} with the passphrase is missing. Bring it back.`);
  const text = bytes.toString('utf8').replace(/\r?\n$/, '');
  bytes.fill(0);
  if (/[\r\n]/.test(text))
    throw new MasterKeyUnusable(`The file ${file} has more than one line. It must have the passphrase only.`);
  return text;
}
