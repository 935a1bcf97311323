import { setTimeout as pause } from 'node:timers/promises';
import { Connection, type Answer } from './connection.js';

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Makes the next request of a connection. */
  readonly request: (connection: number) => string;
  readonly expect: number;
}

export interface Carried {
  readonly perSecond: number;
  /** The duration of each request in milliseconds. */
  readonly times: readonly number[];
  /** The average size of the bodies in bytes. */
  readonly bytes: number;
}

/** Measures the capacity of a server: each connection sends its next request as soon as it has an answer. */
export async function pressed(load: Load): Promise<Carried> {
  const tally = new Tally(load.expect);
  const begun = performance.now();
  const end = begun + load.seconds * 1_000;
  await withConnections(load, async (connection, index) => {
    for (let now = performance.now(); now < end;) {
      const answer = await connection.ask(load.request(index));
      const then = performance.now();
      tally.count(answer, then - now);
      now = then;
    }
  });
  return tally.over((performance.now() - begun) / 1_000);
}

/**
 * Sends a fixed number of requests per second, also if earlier ones have no answer yet. The duration counts from the
 * time at which the request was due. So a stall of the server counts for all waiting requests.
 */
export async function paced(load: Load & { readonly perSecond: number }): Promise<Carried> {
  const tally = new Tally(load.expect);
  const every = (load.connections * 1_000) / load.perSecond;
  const begun = performance.now();
  await withConnections(load, async (connection, index) => {
    const first = begun + (every * index) / load.connections;
    for (let due = first; due < begun + load.seconds * 1_000; due += every) {
      const early = due - performance.now();
      if (early > 0) await pause(early);
      // A timer is up to about a millisecond late. That is not the fault of the server.
      const from = early > 0 ? performance.now() : due;
      tally.count(await connection.ask(load.request(index)), performance.now() - from);
    }
  });
  return tally.over((performance.now() - begun) / 1_000);
}

async function withConnections(
  { port, connections }: Load,
  work: (connection: Connection, index: number) => Promise<void>,
): Promise<void> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  try {
    await Promise.all(open.map(work));
  } finally {
    for (const connection of open) connection.close();
  }
}

class Tally {
  readonly #times: number[] = [];
  #bytes = 0;

  constructor(private readonly expect: number) {}

  count({ status, bytes, body }: Answer, time: number): void {
    if (status !== this.expect) throw new Error(`The server answered ${status}: ${body.slice(0, 500)}`);
    this.#times.push(time);
    this.#bytes += bytes;
  }

  over(seconds: number): Carried {
    const count = this.#times.length;
    return { perSecond: count / seconds, times: this.#times, bytes: Math.round(this.#bytes / count) };
  }
}
