/** The settings of an operator, from the environment. There is no web framework here, so that it loads fast. */
export {
  readArchiveSettings,
  readSettings,
  WrongSettings,
  LOG_LEVELS,
  type ArchiveSettings,
  type LogLevel,
  type Settings,
} from './settings.js';
export { readKeep, type BackupPlan, type Keep } from './backup-settings.js';
export { OIDC_VARIABLES, type OidcSettings } from './oidc-settings.js';
export { readVaultKey, VAULT_VARIABLES, type VaultKey } from './vault-settings.js';
export { prepareDataFolder } from './data-folder.js';
export { CLUSTER_VARIABLES, clusterVariable } from './cluster-variable.js';
export { isHttpUrl } from './http-url.js';
export { isZone } from './zone-name.js';
