import type * as Cluster from './cluster/index.js';

/**
 * The adapter for a cluster, loaded only where a log is on one: its client costs each thread half a second at the start,
 * and memory.
 */
export const clusterAdapter = (): Promise<typeof Cluster> => import('./cluster/index.js');

/** @see checkAccess in cluster/access.ts */
export const checkAccess: typeof Cluster.checkAccess = async (...given) =>
  (await clusterAdapter()).checkAccess(...given);

/** @see prepareCluster in cluster/prepare-cluster.ts */
export const prepareCluster: typeof Cluster.prepareCluster = async (...given) =>
  (await clusterAdapter()).prepareCluster(...given);
