import { resolve, sep } from 'node:path';

/** Where the master key of the vault is. */
export type VaultKey =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'passphrase'; readonly file: string }
  | { readonly kind: 'command'; readonly command: readonly [string, ...string[]] };

type Env = Readonly<Record<string, string | undefined>>;

/** The variables of the vault, of which one is given. */
export const VAULT_VARIABLES = [
  'DESK_VAULT_KEY_FILE',
  'DESK_VAULT_PASSPHRASE_FILE',
  'DESK_VAULT_KEY_COMMAND',
] as const;

/** Null without a master key. Faults are added to `wrong`, one line each, without values. */
export function readVaultKey(env: Env, data: string, wrong: string[]): VaultKey | null {
  const given = Object.keys(env).filter((name) => /^DESK_VAULT_/i.test(name) && env[name]);
  for (const name of given.filter((one) => !VAULT_VARIABLES.includes(one as never)))
    wrong.push(`${name} does not exist; the variables are ${VAULT_VARIABLES.join(', ')}`);
  const [keyFile, passphraseFile, command] = VAULT_VARIABLES.map((name) => env[name] || '');
  if ([keyFile, passphraseFile, command].filter((value) => value !== '').length > 1)
    wrong.push(`only one of ${VAULT_VARIABLES.join(', ')} can be given`);
  if (command) return { kind: 'command', command: wordsOf(command) };
  const file = keyFile || passphraseFile;
  if (!file) return null;
  if (`${resolve(file)}${sep}`.startsWith(`${resolve(data)}${sep}`))
    wrong.push(
      `${keyFile ? VAULT_VARIABLES[0] : VAULT_VARIABLES[1]} must not be in DATELINE_DATA: a thief of the folder would have the key too`,
    );
  return keyFile ? { kind: 'file', file } : { kind: 'passphrase', file };
}

const wordsOf = (command: string): [string, ...string[]] => {
  const [program = '', ...parameters] = command.trim().split(/\s+/);
  return [program, ...parameters];
};
