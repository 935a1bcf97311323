import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import type { AllStreamSubscription, StreamSubscription } from '@eventstore/db-client';
import { ClusterDouble } from './index.js';
import type { DoubleOptions } from './index.js';

/** The fixture of one test: a double, and real clients. */
export class Scene {
  #double: ClusterDouble | null = null;
  #clients: EventStoreDBClient[] = [];

  get double(): ClusterDouble {
    if (!this.#double) throw new Error('The double was not started.');
    return this.#double;
  }

  /** The first client. */
  get client(): EventStoreDBClient {
    const [first] = this.#clients;
    if (!first) throw new Error('There is no client yet.');
    return first;
  }

  async start(options: DoubleOptions = {}, url: 'url' | 'gossipUrl' | 'dnsUrl' = 'url'): Promise<void> {
    this.#double = await ClusterDouble.start(options);
    this.connect(this.#double[url]);
  }

  connect(url: string): EventStoreDBClient {
    const client = EventStoreDBClient.connectionString(url);
    this.#clients.push(client);
    return client;
  }

  /** The revisions in a stream. */
  async revisions(stream: string, client = this.client): Promise<number[]> {
    const found: number[] = [];
    for await (const { event } of client.readStream(stream)) found.push(Number(event?.revision));
    return found;
  }

  async end(): Promise<void> {
    await Promise.all(this.#clients.splice(0).map((client) => client.dispose()));
    await this.#double?.stop();
    this.#double = null;
  }
}

export const admin = { username: 'admin', password: 'changeit' };

/** With these options the client sends a unary append. Without credentials it uses the batch call. */
export const unary = { credentials: admin };

export const reports = (count: number) =>
  Array.from({ length: count }, (_, index) => jsonEvent({ type: 'Reported', data: { index } }));

/** The streams at the beginning of every server's log. */
const BORN_WITH = /^\$user-(?:admin|ops)$/;

/** What a subscription delivers: `story-1@0` (an event), `caught up`, `ended`, or the type of an error. */
export function follow(subscription: AllStreamSubscription | StreamSubscription): string[] {
  const seen: string[] = [];
  subscription
    .on('data', ({ event }: { event?: { streamId: string; revision: bigint } }) => {
      if (event && !BORN_WITH.test(event.streamId)) seen.push(`${event.streamId}@${event.revision}`);
    })
    .on('caughtUp', () => seen.push('caught up'))
    .on('end', () => seen.push('ended'))
    .on('error', (error: Error) => seen.push(typeOf(error)));
  return seen;
}

/** `done`, the type of the error, or `no answer` if nothing comes within this many milliseconds. */
export function outcome(work: Promise<unknown>, within = 300): Promise<string> {
  const done = work.then(() => 'done', typeOf);
  return Promise.race([done, pause(within, 'no answer', { ref: false })]);
}

export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 5) {
    if (holds()) return;
    await pause(5);
  }
  throw new Error(`Waited a minute in vain until ${what}.`);
}

const typeOf = (error: Error): string => ('type' in error ? String(error.type) : error.message);
