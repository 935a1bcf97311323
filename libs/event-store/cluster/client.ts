// oxlint-disable-next-line import/no-unassigned-import -- it has to run before the client is loaded
import './silence-client-debug.js';
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
 * What the client keeps for those who extend it: its connection with discovery, TLS and credentials. We put our own
 * messages on it, since its public reads take JSON apart (bytes must come back as they were), know no filter on reads of
 * the whole log, and its appends go into a batch that never times out.
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

/** Who hears a subscription: what it tells, and once how it ended. */
export interface SubscriptionListener {
  onAnswer(told: ReadAnswer): void;
  onEnd(error: CallFailed): void;
}

/** A subscription that is heard: while it is paused the server is held back. */
export interface ServerSubscription {
  pause(): void;
  resume(): void;
  cancel(): void;
}

/** Calls to a cluster, each bounded in time, whose failures say what became of them. @throws Error for a wrong URL */
export class ClusterClient {
  readonly #client: Public;
  readonly #internals: ClientInternals;
  readonly #user: Credentials | undefined;

  /** `number` tells the clients of a process apart. */
  constructor(address: Pick<ClusterAddress, 'url' | 'credentials'>, number: number) {
    this.#client = EventStoreDBClient.connectionString(connectionString(address.url, number));
    this.#internals = this.#client as unknown as ClientInternals;
    this.#user = isInsecure(address) ? undefined : (userOf(address) ?? undefined);
    // At one failed call it would close the connection under all the others. It is to turn to another leader, no more;
    // it is not awaited, and throws where an answer lacks what it looks for.
    const { handleError } = this.#internals;
    this.#internals.handleError = async (client, error) => {
      if (callFailed(error).outcome === 'not-leader') await handleError(client, error).catch(() => undefined);
    };
  }

  /**
   * One append, which is answered within `limit` milliseconds or lost. The position is null where the server does not
   * say it, as for an append that was there already.
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
    if (success === undefined) throw new CallFailed('lost', 'The cluster’s answer does not say what it did.');
    return {
      revision: BigInt(success.getCurrentRevision()),
      position: position === undefined ? null : BigInt(position),
    };
  }

  /**
   * Reads at most `count` events at the leader: a node that is cut off from the others answers as always, and may have
   * what they never had. Null where the stream was never written. Silence of `limit` ends it.
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
        // What ends after us has nobody to tell.
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

  /** Follows the whole log after a position, at any node; `limit` is for finding one. @throws CallFailed */
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
   * Deletes a stream for good, where its last revision is `last`: nothing is read of it or written to it again.
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

  /** The server's version, or null where it does not tell. @throws CallFailed */
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

  /** Makes a user; false where there is one of that name already. @throws CallFailed */
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

  /** Ends all that is under way on it. */
  async dispose(): Promise<void> {
    await this.#client.dispose();
    const { getChannel } = this.#client as unknown as { getChannel: () => Promise<{ close(): void }> };
    // Not waited for: one that still looks for a node may do so for long.
    void getChannel.call(this.#client).then(
      (channel) => channel.close(),
      () => undefined,
    );
  }

  #base<T extends object>(options: T): T & { credentials?: Credentials } {
    return this.#user === undefined ? options : { ...options, credentials: this.#user };
  }

  /** Opens a stream of answers. Finding a node is bounded here; how long answers may take, by who reads them. */
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
      // The call has its own limit: this one is for finding a node, and for a call that forgets it.
      limit + GRACE,
      this.#internals.execute(type, type.name, call),
      () => undefined,
    );
  }
}

/**
 * The transport keeps connections of equal options for all clients, and with them how long a host is not to be tried
 * again, which grows to two minutes: a client that takes the place of another would wait with it. Each has keep-alives a
 * millisecond apart from the last one's, so that it begins with a connection of its own.
 */
function connectionString(url: string, number: number): string {
  const [, given = '10000'] = /[?&]keep_?-?alive_?-?interval=(\d+)/i.exec(url) ?? [];
  const bare = url.replace(/([?&])keep_?-?alive_?-?interval=\d+&?/i, '$1').replace(/[?&]$/, '');
  const interval = Number(given) + (number % 1_000);
  return `${clientUrl(bare)}${bare.includes('?') ? '&' : '?'}keepAliveInterval=${interval}`;
}

/** A code of gRPC, which its own types number by an enum that is not there at run time. */
const is = (error: { readonly code: number }, code: number): boolean => error.code === code;
const UNIMPLEMENTED = 12;
const EXISTS = 6;
const GRACE = 500;
const tooLate = (): CallFailed => new CallFailed('lost', 'The cluster did not answer in time.');

/** What comes too late is given to `late`. */
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
