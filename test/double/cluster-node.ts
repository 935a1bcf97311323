import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Server as Listener, Socket } from 'node:net';
import { join } from 'node:path';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { UsersService } from '@eventstore/db-client/generated/users_grpc_pb.js';
import { accountsOf } from './accounts.js';
import type { Cluster, Node } from './cluster.js';
import { featuresOf } from './features.js';
import { gossipOf } from './gossip.js';
import { streamsOf } from './streams.js';

export const HOST = '127.0.0.1';
export const TLS = join(import.meta.dirname, 'tls');

/** The largest message in bytes, in both directions, whatever the limit of an append is. */
const MESSAGE_LIMIT = 17 * 1024 * 1024;

/** One node. It accepts each connection itself and then passes it to gRPC, so that it can cut it. */
export class ClusterNode implements Node {
  readonly index: number;
  readonly cluster: Cluster;
  readonly #grpc = new Server({
    'grpc.max_receive_message_length': MESSAGE_LIMIT,
    'grpc.max_send_message_length': MESSAGE_LIMIT,
  });
  readonly #accept: (socket: Socket) => void;
  readonly #sockets = new Map<string, Socket>();
  #listener: Listener | null = null;
  #port = 0;

  constructor(index: number, cluster: Cluster, { tls }: { readonly tls: boolean }) {
    this.index = index;
    this.cluster = cluster;
    this.#grpc.addService(StreamsService, streamsOf(this));
    this.#grpc.addService(GossipService, gossipOf(this));
    this.#grpc.addService(ServerFeaturesService, featuresOf(this));
    this.#grpc.addService(UsersService, accountsOf(this));
    const injector = this.#grpc.createConnectionInjector(credentials(tls));
    this.#accept = (socket) => injector.injectConnection(socket);
  }

  get port(): number {
    return this.#port;
  }

  get alive(): boolean {
    return this.#listener !== null;
  }

  /** Listens on its former port, or on the given one, or on a free one (0). */
  async start(port = this.#port): Promise<void> {
    if (this.#listener) return;
    const listener = createServer({ noDelay: true }, (socket) => {
      const peer = `${socket.remoteAddress}:${socket.remotePort}`;
      this.#sockets.set(peer, socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(peer));
      this.#accept(socket);
    });
    listener.listen(port, HOST);
    await once(listener, 'listening');
    this.#port = (listener.address() as AddressInfo).port;
    this.#listener = listener;
  }

  /** Refuses new connections, and cuts the existing ones. */
  async stop(): Promise<void> {
    const listener = this.#listener;
    this.#listener = null;
    if (!listener) return;
    const closed = once(listener, 'close');
    listener.close();
    this.cutAll();
    await closed;
  }

  /** Stops for good. */
  async end(): Promise<void> {
    await this.stop();
    this.#grpc.forceShutdown();
  }

  cut(peer: string): void {
    this.#sockets.get(peer)?.destroy();
  }

  cutAll(): void {
    for (const socket of [...this.#sockets.values()]) socket.destroy();
  }
}

function credentials(tls: boolean): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  const pair = {
    private_key: readFileSync(join(TLS, 'server.key')),
    cert_chain: readFileSync(join(TLS, 'server.pem')),
  };
  return ServerCredentials.createSsl(null, [pair]);
}
