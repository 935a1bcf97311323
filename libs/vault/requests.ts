import { randomUUID } from 'node:crypto';
import type { Clock, SinceBoot } from '#event-store';
import { RequestExpired, RequestUnknown, RequestUsed, SamePrincipal } from './failure.js';

/** In milliseconds: an approval must come within ten minutes, to the millisecond. */
const VALID = 10 * 60_000;
/** The oldest requests beyond this number are forgotten. */
const MOST = 1_000;

/** A source, as a story names it. */
export interface SourceReference {
  readonly story: string;
  readonly reference: string;
}

/** Somebody asks to see a source. */
export interface Asked {
  readonly source: SourceReference;
  readonly by: string;
  readonly purpose: string;
}

interface Request extends Asked {
  readonly wall: number;
  readonly steady: number;
  readonly boot: SinceBoot | null;
  state: 'open' | 'used' | 'expired';
}

/** A request that waits for a second principal. `until` is in milliseconds since the epoch. */
export interface OpenRequest extends Asked {
  readonly id: string;
  readonly until: number;
}

/** The requests to unseal a source. They are in memory only, so a restart ends them all. */
export class Requests {
  readonly #requests = new Map<string, Request>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Returns the id of the request. */
  add(asked: Asked): string {
    const id = randomUUID();
    const wall = this.#clock.now();
    const steady = this.#clock.monotonic();
    this.#requests.set(id, { ...asked, wall, steady, boot: this.#clock.sinceBoot(), state: 'open' });
    for (const oldest of this.#requests.keys()) {
      if (this.#requests.size <= MOST) break;
      this.#requests.delete(oldest);
    }
    return id;
  }

  /** Those that may still be approved, oldest first. */
  open(): readonly OpenRequest[] {
    return [...this.#requests]
      .filter(([, request]) => request.state === 'open' && this.#age(request) <= VALID)
      .map(([id, request]) => {
        const { source, by, purpose, wall } = request;
        return { id, source, by, purpose, until: wall + VALID };
      });
  }

  /**
   * Uses up a request that another principal approves. Letter case and compatibility forms do not make another principal.
   *
   * @throws RequestUnknown, RequestUsed, RequestExpired, SamePrincipal
   */
  use(id: string, by: string): Asked {
    const request = this.#requests.get(id);
    if (!request) throw new RequestUnknown();
    if (request.state === 'used') throw new RequestUsed();
    if (request.state === 'expired' || this.#age(request) > VALID) {
      request.state = 'expired';
      throw new RequestExpired();
    }
    if (compared(by) === compared(request.by)) throw new SamePrincipal();
    request.state = 'used';
    return request;
  }

  /** The longest that any clock measured. So setting the wall clock back cannot make a request younger, and sleep counts. */
  #age({ wall, steady, boot }: Request): number {
    const now = this.#clock.sinceBoot();
    const sinceBoot = now && boot && now.boot === boot.boot ? now.milliseconds - boot.milliseconds : 0;
    return Math.max(this.#clock.now() - wall, this.#clock.monotonic() - steady, sinceBoot);
  }
}

const compared = (principal: string): string => principal.normalize('NFKC').trim().toLowerCase();
