/** What an operator chooses, read from the environment and checked. It knows no web framework, so that it is read in no time. */
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
export { prepareDataFolder } from './data-folder.js';
export { CLUSTER_VARIABLES, clusterVariable } from './cluster-variable.js';
export { isHttpUrl } from './http-url.js';
export { isZone } from './zone-name.js';
