import type * as Cluster from './cluster/index.js';
import { silenceClient } from './cluster/silence-client.js';

let adapter: Promise<typeof Cluster> | null = null;

/**
 * Loads the adapter for a cluster. Only programs with a log on a cluster load it: its client costs each thread half a second
 * and some memory.
 */
export function clusterAdapter(): Promise<typeof Cluster> {
  if (adapter === null) {
    silenceClient();
    adapter = import('./cluster/index.js');
  }
  return adapter;
}

/** @see checkAccess in cluster/access.ts */
export const checkAccess: typeof Cluster.checkAccess = async (...given) =>
  (await clusterAdapter()).checkAccess(...given);

/** @see prepareCluster in cluster/prepare-cluster.ts */
export const prepareCluster: typeof Cluster.prepareCluster = async (...given) =>
  (await clusterAdapter()).prepareCluster(...given);
