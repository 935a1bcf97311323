import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '#event-store';
import { Problem } from '../problem/problem.js';

/** How many requests each sender may send. */
export interface RequestRate {
  readonly perMinute: number;
  /** The key under which a request counts, such as the id of a person or an address; null: it does not count. */
  readonly senderOf: (request: FastifyRequest) => string | null;
  readonly clock: Clock;
}

const MINUTE = 60_000;
/** The most senders that are remembered. With more, the one that was silent longest is forgotten. */
const MOST_SENDERS = 10_000;

/** @returns a hook that counts a request. It throws Problem `too-many-requests` */
export async function limitRate(
  server: FastifyInstance,
  { perMinute, senderOf, clock }: RequestRate,
): Promise<(request: FastifyRequest) => Promise<void>> {
  await server.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: MINUTE,
    keyGenerator: (request) => senderOf(request) ?? '',
    allowList: (_, key) => key === '',
    store: countsBy(clock),
  });
  const count = server.createRateLimit();
  return async (request) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    throw new Problem(
      'too-many-requests',
      `More than ${perMinute} requests came in a minute. Wait for the seconds in Retry-After, then send fewer.`,
      { headers: { 'retry-after': String(counted.ttlInSeconds) } },
    );
  };
}

/** The package counts by the time of day. If that is set back by an hour, a minute would last an hour. */
const countsBy = (clock: Clock) =>
  class Counts {
    readonly #counts = new Map<string, { current: number; readonly since: number }>();

    incr(
      key: string,
      done: (error: null, counted: { readonly current: number; readonly ttl: number }) => void,
    ): void {
      const now = clock.monotonic();
      const found = this.#counts.get(key);
      const entry = found && now - found.since < MINUTE ? found : { current: 0, since: now };
      entry.current++;
      this.#counts.delete(key);
      this.#counts.set(key, entry);
      if (this.#counts.size > MOST_SENDERS) this.#counts.delete(this.#counts.keys().next().value!);
      done(null, { current: entry.current, ttl: entry.since + MINUTE - now });
    }

    child(): this {
      return this;
    }
  };
