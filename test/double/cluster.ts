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

/** The shared state of the nodes. Here they share everything. */
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
  /** Whether the answer to a unary append contains its position. */
  readonly positions: boolean;
  /** The index of the leader; null if there is none. */
  leader: number | null;
  /** Nodes that are cut off from the others, each with the last log position that it has. */
  readonly isolated: Map<number, bigint>;
  /** The address of each node, and whether it runs. */
  readonly members: readonly (Endpoint & { readonly id: string; readonly alive: boolean })[];
}

/** A node, for its services. */
export interface Node {
  readonly index: number;
  readonly cluster: Cluster;
  /** Cuts the connection of a call, by its peer. */
  cut(peer: string): void;
}
