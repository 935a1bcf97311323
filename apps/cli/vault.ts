import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreError, FileUnusable, SystemClock } from '#event-store';
import { prepareDataFolder, readVaultKey, type VaultKey } from '#settings';
import { AuditLog } from '#staff';
import { masterKeyAt, Vault, VaultError } from '#vault';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';

export interface RotateOptions {
  readonly keyFile?: string;
  readonly passphraseFile?: string;
  readonly keyCommand?: string;
}

/** `dateline vault rotate`: seals the vault with another master key. The newsroom must be stopped. */
export async function rotateVault(context: CommandContext, options: RotateOptions): Promise<void> {
  const { data, vaultKey } = await context.settings();
  const next = newKeyOf(context, options, data);
  const file = join(data, 'vault.sqlite');
  if (!existsSync(file)) throw new Failure(EXIT.absent, `There is no vault in ${data}.`);
  if (!vaultKey)
    throw new Failure(
      EXIT.usage,
      'Set the present master key: DESK_VAULT_KEY_FILE, DESK_VAULT_PASSPHRASE_FILE or DESK_VAULT_KEY_COMMAND.',
    );
  try {
    prepareDataFolder(data, 'desk');
    const { sources, damaged } = await rotated(data, file, vaultKey, next);
    const unreadable = damaged === 0 ? '' : ` ${damaged} sources were damaged before, and remain unreadable.`;
    await context.output.write(
      `${file}: ${sources} sources are sealed with the new master key.${unreadable} Set it for the desk. ` +
        'Then take a backup, and destroy the old key.\n',
    );
  } catch (error) {
    if (error instanceof VaultError || error instanceof EventStoreError || error instanceof FileUnusable)
      throw new Failure(EXIT.refused, error.message);
    throw error;
  }
}

async function rotated(data: string, file: string, present: VaultKey, next: VaultKey) {
  const clock = new SystemClock();
  const audit = new AuditLog({ kind: 'file', file: join(data, 'audit.db') }, clock);
  const refuse = (): Promise<never> => Promise.reject(new Error('Nothing is unsealed here.'));
  try {
    const vault = await Vault.open({ file, masterKey: masterKeyAt(present), clock, audit: refuse });
    try {
      await audit.record({ type: 'VaultRotated', who: 'command-line' });
      return await vault.rotate(masterKeyAt(next));
    } finally {
      vault.close();
    }
  } finally {
    await audit.close();
  }
}

/** The new key, under the rules of the settings. */
function newKeyOf(
  context: CommandContext,
  { keyFile, passphraseFile, keyCommand }: RotateOptions,
  data: string,
): VaultKey {
  const wrong: string[] = [];
  const path = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : context.file(name);
  const key = readVaultKey(
    {
      DESK_VAULT_KEY_FILE: path(keyFile),
      DESK_VAULT_PASSPHRASE_FILE: path(passphraseFile),
      DESK_VAULT_KEY_COMMAND: keyCommand,
    },
    data,
    wrong,
  );
  if (!key || wrong.length > 0)
    throw new Failure(
      EXIT.usage,
      'Give one of --key-file, --passphrase-file and --key-command; a file must be outside of the data folder.',
    );
  return key;
}
