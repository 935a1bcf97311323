import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#event-store';
import type { VaultKey } from '#settings';
import type { AuditLog } from '#staff';
import { masterKeyAt, Vault, VaultUnusable } from '#vault';

/**
 * Opens the vault of a data folder; null without a master key.
 *
 * @throws VaultError, FileUnusable. A vault whose key is not set is refused: nobody would search texts for its names
 */
export async function openVault(
  data: string,
  key: VaultKey | null,
  clock: Clock,
  audit: AuditLog,
): Promise<Vault | null> {
  const file = join(data, 'vault.sqlite');
  if (key)
    return Vault.open({
      file,
      masterKey: masterKeyAt(key),
      clock,
      audit: ({ source, askedBy, approvedBy, purpose }) =>
        audit.record({
          type: 'SourceUnsealed',
          who: approvedBy,
          about: `${source.story}/${source.reference}`,
          askedBy,
          purpose,
        }),
    });
  if (!existsSync(file)) return null;
  throw new VaultUnusable(
    `${file} has sealed sources, but no master key is set. Set DESK_VAULT_KEY_FILE, DESK_VAULT_PASSPHRASE_FILE or DESK_VAULT_KEY_COMMAND.`,
  );
}
