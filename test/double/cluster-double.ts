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
  /** Where the log lies; without it in a folder of its own, which goes when the double stops. */
  readonly folder?: string;
  readonly nodes?: 1 | 3;
  readonly tls?: boolean;
  /** Whether credentials and access lists count; without it everybody may do everything. */
  readonly auth?: boolean;
  /** The first node's; the others have the next ones. Free ones if not given. */
  readonly port?: number;
  readonly version?: string;
  /** `none`: the server does not know the service that tells its features. */
  readonly features?: 'all' | 'none';
  /** In bytes of data; what stands beside it does not count. */
  readonly maxAppendSize?: number;
  /** False: a unary append is not told its position, as a server may leave it out. */
  readonly positions?: boolean;
  /** Milliseconds that a commit takes besides the disk. */
  readonly commitTakes?: number;
  /** Milliseconds after which an append is answered that was dropped because the same was being committed. */
  readonly droppedAfter?: number;
}

/** A server, or a cluster of three, that speaks the protocol of EventStoreDB and KurrentDB, and fails on demand. */
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

  /** The connection string with every node, of which the client finds the leader. */
  get gossipUrl(): string {
    return this.#urlOf('esdb', this.#endpoints());
  }

  /** The connection string with a name, from which the client finds the leader. */
  get dnsUrl(): string {
    return this.#urlOf('esdb+discover', [`localhost:${this.#nodes[0]?.port}`]);
  }

  /** The connection string of one node alone. */
  urlOfNode(index: number): string {
    return this.#urlOf('esdb', this.#endpoints().slice(index, index + 1));
  }

  /** The log itself; its positions, and names that begin with `$`, are not those of the wire. */
  get store(): EmbeddedEventStore {
    return this.#log.store;
  }

  /** How often each was called since the start. */
  get calls(): Readonly<Calls> {
    return this.#cluster.calls;
  }

  /** How many subscriptions run. */
  get subscriptions(): number {
    return this.#cluster.live.size;
  }

  /** How many events subscriptions were sent in all. */
  get delivered(): number {
    return this.#cluster.live.delivered;
  }

  /** The server's clock is wrong by that many milliseconds from here on. */
  skewClock(milliseconds: number): void {
    this.#log.skew = milliseconds;
  }

  /** Takes what streams had that were deleted for good out of a part of the log, given by positions of the wire. */
  async scavenge({ from = 0n, to }: { readonly from?: bigint; readonly to?: bigint }): Promise<void> {
    const end = (await this.#log.store.head()) ?? 0n;
    this.#log.scavenge({ from: atOrAfter(from), to: to === undefined ? end : atOrAfter(to) });
  }

  /** Makes a node the leader; null: there is none. */
  async elect(index: number | null): Promise<void> {
    this.#cluster.leader = index;
  }

  /** A node is cut off from the others: it has no leader, and answers with what it has. */
  async isolate(index: number): Promise<void> {
    this.#cluster.isolated.set(index, (await this.#log.store.head()) ?? -1n);
  }

  /** The node hears the others again. */
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

  /** Ends for good; a log in a folder of its own goes too. */
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

/** What stands at the beginning of each server's log. */
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
