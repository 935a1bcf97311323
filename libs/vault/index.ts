/** The sealed store of protected sources: who they are, how to reach them, and notes. */
export {
  InvalidField,
  MasterKeyUnusable,
  NotAudited,
  NotPurged,
  RequestExpired,
  RequestUnknown,
  RequestUsed,
  SamePrincipal,
  SourceDamaged,
  SourceErased,
  UnknownReference,
  VaultClosed,
  VaultError,
  VaultUnusable,
  WrongMasterKey,
} from './failure.js';
export type { Identity, SourceFields } from './fields.js';
export { keyCommand } from './key-command.js';
export { keyFile } from './key-file.js';
export type { MasterKeySource } from './master-key.js';
export { passphrase } from './passphrase.js';
export type { SourceReference } from './requests.js';
export { UnsealedSource } from './unsealed-source.js';
export {
  Vault,
  type ListedSource,
  type Mentions,
  type Rotated,
  type Unsealing,
  type VaultParts,
} from './vault.js';
export { filesOfVault } from './vault-file.js';
