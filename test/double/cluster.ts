import type { Access } from './access.js';
import type { Endpoint } from './failure.js';
import type { Faults } from './faults.js';
import type { LiveSubscriptions } from './live-subscriptions.js';
import type { Log } from './log.js';
import type { Users } from './users.js';

export interface Calls {
  /** Unary appends, and appends within batch calls. */
  append: number;
  batchAppend: number;
  read: number;
  subscribe: number;
  gossip: number;
  features: number;
  createUser: number;
}

/** What the nodes of a cluster share: here, everything. */
export interface Cluster {
  readonly log: Log;
  readonly users: Users;
  readonly access: Access;
  readonly faults: Faults;
  readonly live: LiveSubscriptions;
  readonly calls: Calls;
  readonly version: string;
  readonly features: 'all' | 'none';
  readonly maxAppendSize: number;
  /** Whether an append is told at which position it stands. */
  readonly positions: boolean;
  /** The node that leads; null: none does. */
  leader: number | null;
  /** Nodes that are cut off from the others, and the last position of the log that each has. */
  readonly isolated: Map<number, bigint>;
  /** Where each node is found, and whether it runs. */
  readonly members: readonly (Endpoint & { readonly id: string; readonly alive: boolean })[];
}

/** A node as its services see it. */
export interface Node {
  readonly index: number;
  readonly cluster: Cluster;
  /** Cuts the connection of a call, by its peer. */
  cut(peer: string): void;
}
