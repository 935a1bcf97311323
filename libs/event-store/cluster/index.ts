export { checkAccess } from './access.js';
export { ClusterEventReader } from './cluster-event-reader.js';
export { ClusterEventStore } from './cluster-event-store.js';
export { prepareCluster } from './prepare-cluster.js';
