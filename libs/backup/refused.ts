/** A backup cannot be taken, read or restored. The message says why, and what the operator can do. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}
