import { EventStoreDBClient, type EventStoreDBClient as Public } from '@eventstore/db-client';
import type { CallOptions, Client as GrpcClient, ClientReadableStream, Metadata } from '@grpc/grpc-js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb.js';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import users from '@eventstore/db-client/generated/users_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { NewEvent, StoredEvent } from '../event.js';
import type { Expected } from '../event-store.js';
import { WrongExpectedRevision } from '../failure.js';
import { callFailed, CallFailed } from './call-failed.js';
import { clientUrl, isInsecure, userOf, type ClusterAddress, type Credentials } from './cluster-address.js';
import {
  appendRequests,
  readRequest,
  subscriptionRequest,
  readAnswer,
  tombstoneRequest,
  type Filter,
  type Page,
  type ReadAnswer,
} from './wire.js';

/**
 * The part of the client that is meant for extensions: its connection with discovery, TLS and credentials. We send our own
 * messages on it, for three reasons. Its public reads parse JSON, but we must return the stored bytes. They cannot filter a
 * read of the whole log. And its appends go into a batch that never times out.
 */
interface ClientInternals {
  execute<C extends GrpcClient, T>(
    type: new (...args: never[]) => C,
    name: string,
    action: (client: C) => Promise<T>,
  ): Promise<T>;
  GRPCStreamCreator<C extends GrpcClient, T>(
    type: new (...args: never[]) => C,
    name: string,
    creator: (client: C) => T,
  ): () => Promise<T>;
  callArguments(
    base: { credentials?: Credentials; requiresLeader?: boolean; deadline?: number },
    options?: { deadline: number },
  ): [Metadata, CallOptions];
  handleError(client: GrpcClient, error: Error): Promise<void>;
}

/** Receives the answers of a subscription, and once the error that ended it. */
export interface SubscriptionListener {
  onAnswer(answer: ReadAnswer): void;
  onEnd(error: CallFailed): void;
}

/** A running subscription. Pausing it makes the server wait (flow control of HTTP/2). */
export interface ServerSubscription {
  pause(): void;
  resume(): void;
  cancel(): void;
}

/** Calls to a cluster. Each has a time limit, and its failure has an outcome. @throws Error for a wrong URL */
export class ClusterClient {
  readonly #client: Public;
  readonly #internals: ClientInternals;
  readonly #user: Credentials | undefined;

  /** `number` is different for each client of a process. */
  constructor(address: Pick<ClusterAddress, 'url' | 'credentials'>, number: number) {
    this.#client = EventStoreDBClient.connectionString(connectionString(address.url, number));
    this.#internals = this.#client as unknown as ClientInternals;
    this.#user = isInsecure(address) ? undefined : (userOf(address) ?? undefined);
    // After one failed call it would close the connection of all the others. It shall only switch to another leader.
    // Nobody awaits it, and it throws where an answer lacks the address of the leader.
    const { handleError } = this.#internals;
    this.#internals.handleError = async (client, error) => {
      if (callFailed(error).outcome === 'not-leader') await handleError(client, error).catch(() => undefined);
    };
  }

  /**
   * One append; without an answer within `limit` milliseconds it is lost. The position is null where the server does not
   * give it, for example for an append that was there already.
   *
   * @throws WrongExpectedRevision, CallFailed
   */
  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    limit: number,
  ): Promise<{ readonly revision: bigint; readonly position: bigint | null }> {
    const answer = await this.#unary(StreamsClient, limit, (client) => {
      return new Promise<AppendResp>((resolve, reject) => {
        const call = client.append(
          ...this.#internals.callArguments(this.#base({ deadline: limit, requiresLeader: true })),
          (error, response) => (error ? reject(error) : resolve(response)),
        );
        call.on('error', reject);
        for (const request of appendRequests(stream, expected, events)) call.write(request);
        call.end();
      });
    });
    const conflict = answer.getWrongExpectedVersion();
    if (conflict)
      throw new WrongExpectedRevision(
        stream,
        expected,
        conflict.hasCurrentRevision() ? BigInt(conflict.getCurrentRevision()) : 'no_stream',
      );
    const success = answer.getSuccess();
    const position = success?.getPosition()?.getCommitPosition();
    if (success === undefined)
      throw new CallFailed('lost', 'The answer of the cluster does not say what it did.');
    return {
      revision: BigInt(success.getCurrentRevision()),
      position: position === undefined ? null : BigInt(position),
    };
  }

  /**
   * Reads at most `count` events from the leader. Any other node may be cut off from the cluster, and then have events that
   * the cluster does not have. Null where the stream was never written. Silence of `limit` milliseconds ends the read.
   *
   * @throws CallFailed
   */
  async read(page: Page, limit: number): Promise<readonly StoredEvent[] | null> {
    const events: StoredEvent[] = [];
    const begun = performance.now();
    const stream = await this.#open(readRequest(page), true, limit);
    return new Promise((resolve, reject) => {
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        stream.removeAllListeners('data');
        // Nobody is interested in a later error.
        stream.on('error', () => undefined);
        stream.cancel();
        end();
      };
      const late = (): void => settle(() => reject(tooLate()));
      let timer = setTimeout(late, Math.max(1, begun + limit - performance.now()));
      stream.on('error', (error) => settle(() => reject(callFailed(error))));
      stream.on('end', () => settle(() => resolve(events)));
      stream.on('data', (response: ReadResp) => {
        clearTimeout(timer);
        timer = setTimeout(late, limit);
        if (response.hasStreamNotFound()) return settle(() => resolve(null));
        const found = readAnswer(response);
        if (found?.kind === 'event') events.push(found.event);
      });
    });
  }

  /** Follows the whole log after a position, on any node. `limit` is the time to find one. @throws CallFailed */
  async subscribe(
    after: bigint | null,
    filter: Filter,
    limit: number,
    listener: SubscriptionListener,
  ): Promise<ServerSubscription> {
    const stream = await this.#open(subscriptionRequest(after, filter), false, limit);
    stream.on('data', (response: ReadResp) => {
      const found = readAnswer(response);
      if (found) listener.onAnswer(found);
    });
    stream.on('error', (error) => listener.onEnd(callFailed(error)));
    stream.on('end', () => listener.onEnd(new CallFailed('lost', 'The cluster ended the subscription.')));
    return {
      pause: () => void stream.pause(),
      resume: () => void stream.resume(),
      cancel: () => {
        stream.removeAllListeners('data');
        stream.cancel();
      },
    };
  }

  /**
   * Deletes a stream for good if its last revision is `last`: it can never be read or written again.
   *
   * @throws CallFailed
   */
  async tombstone(stream: string, last: bigint, limit: number): Promise<void> {
    await this.#unary(StreamsClient, limit, (client) => {
      return new Promise<void>((resolve, reject) => {
        client.tombstone(
          tombstoneRequest(stream, last),
          ...this.#internals.callArguments(this.#base({ deadline: limit, requiresLeader: true })),
          (error) => (error ? reject(error) : resolve()),
        );
      });
    });
  }

  /** The version of the server; null where it does not give it. @throws CallFailed */
  async version(limit: number): Promise<string | null> {
    return this.#unary(ServerFeaturesClient, limit, (client) => {
      return new Promise<string | null>((resolve, reject) => {
        client.getSupportedMethods(
          new shared.Empty(),
          ...this.#internals.callArguments(this.#base({ deadline: limit })),
          (error, response) => {
            if (!error) resolve(response.getEventStoreServerVersion());
            else if (is(error, UNIMPLEMENTED)) resolve(null);
            else reject(error);
          },
        );
      });
    });
  }

  /** Whether there is a user of this name. @throws CallFailed */
  async hasUser(username: string, limit: number): Promise<boolean> {
    return this.#unary(UsersClient, limit, (client) => {
      return new Promise<boolean>((resolve, reject) => {
        const options = new users.DetailsReq.Options().setLoginName(username);
        const call = client.details(
          new users.DetailsReq().setOptions(options),
          ...this.#internals.callArguments(this.#base({ deadline: limit })),
        );
        call.on('data', () => resolve(true));
        call.on('end', () => resolve(false));
        call.on('error', (error) => {
          const [exception] = (error as { metadata?: Metadata }).metadata?.get('exception') ?? [];
          if (exception === 'user-not-found') resolve(false);
          else reject(error);
        });
      });
    });
  }

  /** Creates a user; false where the name exists already. @throws CallFailed */
  async createUser({ username, password }: Credentials, groups: string[], limit: number): Promise<boolean> {
    return this.#unary(UsersClient, limit, (client) => {
      return new Promise<boolean>((resolve, reject) => {
        const options = new users.CreateReq.Options();
        options.setLoginName(username).setPassword(password).setFullName(username).setGroupsList(groups);
        client.create(
          new users.CreateReq().setOptions(options),
          ...this.#internals.callArguments(this.#base({ deadline: limit, requiresLeader: true })),
          (error) => {
            if (!error) resolve(true);
            else if (is(error, EXISTS) || error.metadata?.get('exception')[0] === 'user-conflict')
              resolve(false);
            else reject(error);
          },
        );
      });
    });
  }

  /** Ends all running calls. */
  async dispose(): Promise<void> {
    await this.#client.dispose();
    const { getChannel } = this.#client as unknown as { getChannel: () => Promise<{ close(): void }> };
    // Not awaited: a client that still looks for a node may do so for long.
    void getChannel.call(this.#client).then(
      (channel) => channel.close(),
      () => undefined,
    );
  }

  #base<T extends object>(options: T): T & { credentials?: Credentials } {
    return this.#user === undefined ? options : { ...options, credentials: this.#user };
  }

  /** Opens a stream of answers. `limit` is the time to find a node; the reader limits the time of the answers. */
  #open(request: ReadReq, requiresLeader: boolean, limit: number): Promise<ClientReadableStream<ReadResp>> {
    const creator = this.#internals.GRPCStreamCreator(StreamsClient, 'read', (client) =>
      client.read(
        request,
        ...this.#internals.callArguments(this.#base({ requiresLeader }), { deadline: Infinity }),
      ),
    );
    return withTimeout(limit, creator(), (late) => {
      late.on('error', () => undefined);
      late.cancel();
    });
  }

  #unary<C extends GrpcClient, T>(
    type: new (...args: never[]) => C,
    limit: number,
    call: (client: C) => Promise<T>,
  ): Promise<T> {
    return withTimeout(
      // The call has its own limit. This one covers the search for a node, and a call that ignores its limit.
      limit + GRACE,
      this.#internals.execute(type, type.name, call),
      () => undefined,
    );
  }
}

/**
 * The transport shares connections among clients with equal options. With them it shares the pause before the next
 * attempt, which grows to two minutes, so a new client would wait as well. Therefore each client gets a keep-alive interval
 * that differs by a millisecond, and with it a separate connection.
 */
function connectionString(url: string, number: number): string {
  const [, given = '10000'] = /[?&]keep_?-?alive_?-?interval=(\d+)/i.exec(url) ?? [];
  const bare = url.replace(/([?&])keep_?-?alive_?-?interval=\d+&?/i, '$1').replace(/[?&]$/, '');
  const interval = Number(given) + (number % 1_000);
  return `${clientUrl(bare)}${bare.includes('?') ? '&' : '?'}keepAliveInterval=${interval}`;
}

/** Compares a gRPC code. The types of gRPC use an enum that does not exist at run time. */
const is = (error: { readonly code: number }, code: number): boolean => error.code === code;
const UNIMPLEMENTED = 12;
const EXISTS = 6;
const GRACE = 500;
const tooLate = (): CallFailed => new CallFailed('lost', 'The cluster did not answer in time.');

/** Ends `work` after `limit` milliseconds. A later result goes to `late`. */
async function withTimeout<T>(limit: number, work: Promise<T>, late: (result: T) => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  work.then(
    (result) => (over ? late(result) : undefined),
    () => undefined,
  );
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      over = true;
      reject(tooLate());
    }, limit);
  });
  try {
    return await Promise.race([work, end]);
  } catch (error) {
    throw callFailed(error);
  } finally {
    clearTimeout(timer);
  }
}
