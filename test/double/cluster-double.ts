import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedEventStore } from '#event-store';
import { Access } from './access.js';
import { ClusterNode, HOST, TLS } from './cluster-node.js';
import type { Calls, Cluster } from './cluster.js';
import { Faults } from './faults.js';
import { LiveSubscriptions } from './live-subscriptions.js';
import { eventOf, Log } from './log.js';
import { atOrAfter } from './position.js';
import { defaultUser, Users } from './users.js';

export interface DoubleOptions {
  /** The folder of the log. Without it the double uses a temporary folder, and deletes it when it stops. */
  readonly folder?: string;
  readonly nodes?: 1 | 3;
  readonly tls?: boolean;
  /** Whether to check credentials and access lists. Without it everybody has all rights. */
  readonly auth?: boolean;
  /** The port of the first node; the others have the next ones. Without it the ports are free ones. */
  readonly port?: number;
  readonly version?: string;
  /** `none`: the server has no service that lists its features. */
  readonly features?: 'all' | 'none';
  /** In bytes of data, without metadata. */
  readonly maxAppendSize?: number;
  /** False: the answer to a unary append has no position. Servers may leave it out. */
  readonly positions?: boolean;
  /** Additional time of a commit, in milliseconds. */
  readonly commitTakes?: number;
  /** Milliseconds until the answer to an append that was dropped because the same one was being committed. */
  readonly droppedAfter?: number;
}

/** A server, or a cluster of three, with the protocol of EventStoreDB and KurrentDB. It fails on demand. */
export class ClusterDouble {
  readonly faults: Faults;
  readonly #cluster: Cluster;
  readonly #log: Log;
  readonly #nodes: readonly ClusterNode[];
  readonly #tls: boolean;
  readonly #scratch: string | null;

  private constructor(log: Log, options: DoubleOptions, scratch: string | null) {
    const { nodes = 1, tls = false, auth = false } = options;
    const live = new LiveSubscriptions();
    const users = new Users(log);
    const ids = Array.from({ length: nodes }, () => randomUUID());
    const members = (): Cluster['members'] =>
      this.#nodes.map(({ port, alive }, index) => ({ address: HOST, port, alive, id: ids[index] ?? '' }));
    this.faults = new Faults(live, () => this.#nodes.forEach((node) => node.cutAll()));
    this.#cluster = {
      log,
      users,
      live,
      access: new Access(log, users, auth),
      faults: this.faults,
      calls: noCalls(),
      version: options.version ?? '23.10.6',
      features: options.features ?? 'all',
      maxAppendSize: options.maxAppendSize ?? 1024 * 1024,
      positions: options.positions ?? true,
      leader: 0,
      isolated: new Map(),
      get members() {
        return members();
      },
    };
    this.#log = log;
    this.#tls = tls;
    this.#scratch = scratch;
    this.#nodes = ids.map((_, index) => new ClusterNode(index, this.#cluster, { tls }));
  }

  static async start(options: DoubleOptions = {}): Promise<ClusterDouble> {
    const scratch = options.folder === undefined ? mkdtempSync(join(tmpdir(), 'double-')) : null;
    const { commitTakes: takes = 0, droppedAfter: dropped = 2_500 } = options;
    const log = await Log.open(join(options.folder ?? scratch ?? '', 'server.db'), { takes, dropped });
    await bornWith(log);
    const double = new ClusterDouble(log, options, scratch);
    for (const node of double.#nodes) await node.start(options.port ? options.port + node.index : 0);
    return double;
  }

  /** The connection string of the first node alone. */
  get url(): string {
    return this.#urlOf('esdb', this.#endpoints().slice(0, 1));
  }

  /** The connection string with every node. The client finds the leader by gossip. */
  get gossipUrl(): string {
    return this.#urlOf('esdb', this.#endpoints());
  }

  /** The connection string with a DNS name, from which the client finds the leader. */
  get dnsUrl(): string {
    return this.#urlOf('esdb+discover', [`localhost:${this.#nodes[0]?.port}`]);
  }

  /** The connection string of one node alone. */
  urlOfNode(index: number): string {
    return this.#urlOf('esdb', this.#endpoints().slice(index, index + 1));
  }

  /** The log itself. Its positions, and its names for system streams, differ from those on the wire. */
  get store(): EmbeddedEventStore {
    return this.#log.store;
  }

  /** The number of calls of each kind since the start. */
  get calls(): Readonly<Calls> {
    return this.#cluster.calls;
  }

  /** How many subscriptions run. */
  get subscriptions(): number {
    return this.#cluster.live.size;
  }

  /** How many events all subscriptions together were sent. */
  get delivered(): number {
    return this.#cluster.live.delivered;
  }

  /** Makes the server's clock wrong by this many milliseconds. */
  skewClock(milliseconds: number): void {
    this.#log.skew = milliseconds;
  }

  /** Removes the events of hard-deleted streams from a part of the log. The positions are those on the wire. */
  async scavenge({ from = 0n, to }: { readonly from?: bigint; readonly to?: bigint }): Promise<void> {
    const end = (await this.#log.store.head()) ?? 0n;
    this.#log.scavenge({ from: atOrAfter(from), to: to === undefined ? end : atOrAfter(to) });
  }

  /** Makes a node the leader; null for none. */
  async elect(index: number | null): Promise<void> {
    this.#cluster.leader = index;
  }

  /** Cuts a node off from the others. It then has no leader, and answers with what it has. */
  async isolate(index: number): Promise<void> {
    this.#cluster.isolated.set(index, (await this.#log.store.head()) ?? -1n);
  }

  /** Connects the node with the others again. */
  rejoin(index: number): void {
    this.#cluster.isolated.delete(index);
  }

  async stopNode(index: number): Promise<void> {
    await this.#nodes[index]?.stop();
  }

  async startNode(index: number): Promise<void> {
    await this.#nodes[index]?.start();
  }

  /** Cuts every connection, closes the log, and starts on the same ports and log. For an outage, stop the nodes. */
  async restart(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.stop()));
    await this.#log.reopen();
    await Promise.all(this.#nodes.map((node) => node.start()));
  }

  /** Stops the double for good, and deletes its temporary folder. */
  async stop(): Promise<void> {
    await Promise.all(this.#nodes.map((node) => node.end()));
    await this.#log.store.close();
    if (this.#scratch !== null) rmSync(this.#scratch, { recursive: true, force: true });
  }

  #endpoints(): string[] {
    return this.#nodes.map(({ port }) => `${HOST}:${port}`);
  }

  #urlOf(scheme: string, hosts: readonly string[]): string {
    const tls = this.#tls ? `tls=true&tlsCAFile=${encodeURIComponent(join(TLS, 'ca.pem'))}` : 'tls=false';
    return `${scheme}://${hosts.join(',')}?${tls}`;
  }
}

/** The events at the beginning of every server's log. */
async function bornWith(log: Log): Promise<void> {
  if ((await log.store.head()) !== null) return;
  for (const name of ['admin', 'ops'])
    await log.append(`$user-${name}`, 'no_stream', [
      eventOf('$UserCreated', JSON.stringify(defaultUser(name))),
    ]);
}

function noCalls(): Calls {
  return { append: 0, batchAppend: 0, read: 0, subscribe: 0, gossip: 0, features: 0, createUser: 0 };
}
