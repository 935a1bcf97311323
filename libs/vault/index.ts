/** The sealed store of protected sources: who they are, how to reach them, and notes. */
export {
  InvalidField,
  MasterKeyUnusable,
  NotAudited,
  NotPurged,
  ReferenceTaken,
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
export { masterKeyAt, type MasterKeyPlace } from './master-key-place.js';
export type { MasterKeySource } from './master-key.js';
export { passphrase } from './passphrase.js';
export type { OpenRequest, SourceReference } from './requests.js';
export { UnsealedSource } from './unsealed-source.js';
export {
  Vault,
  type Alert,
  type Keepers,
  type ListedSource,
  type Mentions,
  type Rotated,
  type Unsealing,
  type VaultParts,
  type Watched,
} from './vault.js';
export { filesOfVault } from './vault-file.js';
