/** For tests and benches only: the adapter of a cluster, with adjustable limits. */
export { ClusterEventReader } from '../cluster/cluster-event-reader.js';
export { ClusterEventStore, type ClusterOptions } from '../cluster/cluster-event-store.js';
export type { ClusterAddress } from '../cluster/cluster-address.js';
