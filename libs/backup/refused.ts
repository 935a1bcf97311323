/** A backup cannot be taken, read or restored; the message says what was found and what to do. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}
