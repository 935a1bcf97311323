/** For tests and benchmarks alone: the adapter of a cluster with limits of their own. */
export { ClusterEventReader } from '../cluster/cluster-event-reader.js';
export { ClusterEventStore, type ClusterOptions } from '../cluster/cluster-event-store.js';
export type { ClusterAddress } from '../cluster/cluster-address.js';
