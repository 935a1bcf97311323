export { ClusterDouble } from './cluster-double.js';
export type { DoubleOptions } from './cluster-double.js';
export type { Fault, FaultName } from './faults.js';
