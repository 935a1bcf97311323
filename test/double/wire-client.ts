import { readFileSync } from 'node:fs';
import { credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';

const { Empty, StreamIdentifier, UUID } = shared;

export interface Sent {
  readonly id?: string;
  readonly data?: Uint8Array;
  readonly metadata?: Uint8Array;
  readonly contentType?: string | null;
}

/** The error of a failed call. */
export interface Failed {
  readonly code: number;
  readonly details: string;
  readonly exception: string | undefined;
}

/** Sends the server's protocol directly, without the logic of a client library. */
export class WireClient {
  readonly #streams: StreamsClient;
  readonly #features: ServerFeaturesClient;
  readonly #gossip: GossipClient;
  readonly #metadata = new Metadata();

  /** `url` is a connection string with one host. */
  constructor(url: string, { requiresLeader = false, user = '' } = {}) {
    const { host, searchParams, username, password } = new URL(url);
    const authority = searchParams.get('tlsCAFile');
    const secure = searchParams.get('tls') !== 'false';
    const as = secure
      ? credentials.createSsl(authority ? readFileSync(authority) : null)
      : credentials.createInsecure();
    const options = { 'grpc.max_send_message_length': -1 };
    [this.#streams, this.#features, this.#gossip] = [
      new StreamsClient(host, as, options),
      new ServerFeaturesClient(host, as),
      new GossipClient(host, as),
    ];
    const given = user || (username ? `${decodeURIComponent(username)}:${decodeURIComponent(password)}` : '');
    if (given) this.#metadata.set('authorization', `Basic ${btoa(given)}`);
    if (requiresLeader) this.#metadata.set('requires-leader', 'true');
  }

  close(): void {
    for (const client of [this.#streams, this.#features, this.#gossip]) client.close();
  }

  /** `expected` is the value in the options; null to leave it out. */
  append(
    stream: string,
    expected: 'any' | 'no_stream' | 'stream_exists' | bigint | null,
    events: readonly Sent[],
  ): Promise<AppendResp | Failed> {
    const options = new streams.AppendReq.Options().setStreamIdentifier(named(stream));
    if (expected === 'any') options.setAny(new Empty());
    else if (expected === 'no_stream') options.setNoStream(new Empty());
    else if (expected === 'stream_exists') options.setStreamExists(new Empty());
    else if (expected !== null) options.setRevision(String(expected));
    return new Promise((resolve) => {
      const call = this.#streams.append(this.#metadata, (error, answer) =>
        resolve(error ? failed(error) : answer),
      );
      call.on('error', () => undefined);
      call.write(new streams.AppendReq().setOptions(options));
      for (const {
        id = crypto.randomUUID(),
        data = Buffer.from('{}'),
        metadata = new Uint8Array(),
        contentType = 'application/json',
      } of events) {
        const message = new streams.AppendReq.ProposedMessage().setId(new UUID().setString(id));
        message.getMetadataMap().set('type', 'Said');
        if (contentType !== null) message.getMetadataMap().set('content-type', contentType);
        call.write(
          new streams.AppendReq().setProposedMessage(message.setData(data).setCustomMetadata(metadata)),
        );
      }
      call.end();
    });
  }

  /** All answers of a read. */
  read(options: ReadReq.Options): Promise<readonly ReadResp[] | Failed> {
    return new Promise((resolve) => {
      const answers: ReadResp[] = [];
      const call = this.#streams.read(new streams.ReadReq().setOptions(whole(options)), this.#metadata);
      call.on('data', (answer: ReadResp) => answers.push(answer));
      call.on('error', (error: ServiceError) => resolve(failed(error)));
      call.on('end', () => resolve(answers));
    });
  }

  /** Subscribes until the answers are `enough`, or the call ends. `onAnswer` is called after each answer. */
  subscribe(
    options: ReadReq.Options,
    enough: (answers: readonly ReadResp[]) => boolean,
    onAnswer: (answers: readonly ReadResp[]) => void = () => undefined,
  ): Promise<readonly ReadResp[] | Failed> {
    return new Promise((resolve) => {
      const answers: ReadResp[] = [];
      options.setSubscription(new streams.ReadReq.Options.SubscriptionOptions());
      const call = this.#streams.read(new streams.ReadReq().setOptions(whole(options)), this.#metadata);
      call.on('data', (answer: ReadResp) => {
        answers.push(answer);
        onAnswer(answers);
        if (!enough(answers)) return;
        resolve(answers);
        call.cancel();
      });
      call.on('error', (error: ServiceError) => resolve(failed(error)));
      call.on('end', () => resolve(answers));
    });
  }

  delete(stream: string): Promise<Failed | null> {
    const options = new streams.DeleteReq.Options().setStreamIdentifier(named(stream)).setAny(new Empty());
    const request = new streams.DeleteReq().setOptions(options);
    return new Promise((resolve) => {
      this.#streams.delete(request, this.#metadata, (error) => resolve(error ? failed(error) : null));
    });
  }

  tombstone(stream: string): Promise<Failed | null> {
    const options = new streams.TombstoneReq.Options().setStreamIdentifier(named(stream)).setAny(new Empty());
    const request = new streams.TombstoneReq().setOptions(options);
    return new Promise((resolve) => {
      this.#streams.tombstone(request, this.#metadata, (error) => resolve(error ? failed(error) : null));
    });
  }

  features(): Promise<SupportedMethods | Failed> {
    return new Promise((resolve) => {
      this.#features.getSupportedMethods(new Empty(), this.#metadata, (error, answer) =>
        resolve(error ? failed(error) : answer),
      );
    });
  }

  gossip(): Promise<ClusterInfo | Failed> {
    return new Promise((resolve) => {
      this.#gossip.read(new Empty(), this.#metadata, (error, answer) =>
        resolve(error ? failed(error) : answer),
      );
    });
  }
}

export const isFailed = (answer: unknown): answer is Failed =>
  typeof answer === 'object' && answer !== null && 'details' in answer;

/** Options of a read of one stream, forward from its start. */
export function ofStream(stream: string, count = 100): ReadReq.Options {
  const place = new streams.ReadReq.Options.StreamOptions()
    .setStreamIdentifier(named(stream))
    .setStart(new Empty());
  return new streams.ReadReq.Options().setStream(place).setNoFilter(new Empty()).setCount(String(count));
}

/** Options of a read of the whole log: from a position, its start (null), or its end. */
export function ofAll(from: bigint | null | 'end', count = 100): ReadReq.Options {
  const all = new streams.ReadReq.Options.AllOptions();
  if (from === null) all.setStart(new Empty());
  else if (from === 'end') all.setEnd(new Empty());
  else {
    const position = new streams.ReadReq.Options.Position();
    all.setPosition(position.setCommitPosition(String(from)).setPreparePosition(String(from)));
  }
  return new streams.ReadReq.Options().setAll(all).setNoFilter(new Empty()).setCount(String(count));
}

/** A filter of streams by what their names begin with, in windows of 32 events. */
export function byPrefix(prefix: string, interval = 1): ReadReq.Options.FilterOptions {
  const names = new streams.ReadReq.Options.FilterOptions.Expression().setPrefixList([prefix]);
  const filter = new streams.ReadReq.Options.FilterOptions().setStreamIdentifier(names).setMax(32);
  return filter.setCheckpointintervalmultiplier(interval);
}

const named = (stream: string): shared.StreamIdentifier =>
  new StreamIdentifier().setStreamName(Buffer.from(stream));

function whole(options: ReadReq.Options): ReadReq.Options {
  return options
    .setResolveLinks(false)
    .setUuidOption(new streams.ReadReq.Options.UUIDOption().setString(new Empty()));
}

function failed({ code, details, metadata }: ServiceError): Failed {
  const [exception] = metadata.get('exception');
  return { code, details, exception: exception === undefined ? undefined : String(exception) };
}
