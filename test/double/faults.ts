import type { LiveSubscriptions } from './live-subscriptions.js';

/** The calls that a fault can strike; `append` means both kinds of append. */
export type Occasion = 'append' | 'read' | 'subscribe' | 'gossip' | 'features';

/**
 * - `refuse`: UNAVAILABLE, and nothing is done. `notLeader`, `notReady`, `busy`: the errors of a real server.
 * - `drop…`: the connection of this call is cut. `reset…`: only this call fails, with `status`.
 * - `mute…`: no answer, ever. `timeout…`: DEADLINE_EXCEEDED.
 * - `…Before`: before the events are written, or before the first event of a read.
 * - `…After`: after the events are written, or after `afterEvents` events of a read, if it has so many.
 * - `slow`: continues after `ms`.
 */
export type FaultName =
  | 'refuse'
  | 'dropBefore'
  | 'dropAfter'
  | 'resetBefore'
  | 'resetAfter'
  | 'muteBefore'
  | 'muteAfter'
  | 'timeoutBefore'
  | 'timeoutAfter'
  | 'slow'
  | 'notLeader'
  | 'notReady'
  | 'busy';

export interface Fault {
  readonly on: Occasion;
  readonly fault: FaultName;
  /** Only streams with this prefix; `$all` is the name of the whole log. */
  readonly stream?: string;
  /** For `slow`, milliseconds; 1,000 if not given. */
  readonly ms?: number;
  /** For reads struck `…After`: how many events are sent first; 1 if not given. */
  readonly afterEvents?: number;
  /** For `reset…`: UNAVAILABLE if not given. */
  readonly status?: 'CANCELLED' | 'UNAVAILABLE';
}

interface Planned {
  readonly fault: Fault;
  /** Whether it strikes this time. Once it is used up, always false. */
  strikes(): boolean;
  usedUp(): boolean;
}

/** The faults of a double, on demand. */
export class Faults {
  readonly #live: LiveSubscriptions;
  readonly #cut: () => void;
  #planned: Planned[] = [];

  constructor(live: LiveSubscriptions, cut: () => void) {
    this.#live = live;
    this.#cut = cut;
  }

  /** Strikes the next `times` matching calls (default 1). */
  next(fault: Fault & { readonly times?: number }): void {
    let left = fault.times ?? 1;
    this.#planned.push({ fault, strikes: () => left-- > 0, usedUp: () => left <= 0 });
  }

  /** Strikes each matching call with this probability (0 to 1). The same seed gives the same sequence. */
  randomly(fault: Fault & { readonly probability: number; readonly seed: number }): void {
    const draw = seededRandom(fault.seed);
    this.#planned.push({ fault, strikes: () => draw() < fault.probability, usedUp: () => false });
  }

  /** The fault that strikes this call; null if there is none. */
  take(on: Occasion, stream: string): Fault | null {
    if (this.#planned.length === 0) return null;
    const matches = ({ fault }: Planned): boolean => fault.on === on && stream.startsWith(fault.stream ?? '');
    const struck = this.#planned.find((planned) => matches(planned) && planned.strikes());
    this.#planned = this.#planned.filter((planned) => !planned.usedUp());
    return struck?.fault ?? null;
  }

  /** How many faults have not struck yet. */
  get pending(): number {
    return this.#planned.length;
  }

  /** Ends the running subscriptions without an error. */
  endSubscriptions(): void {
    this.#live.each((subscription) => subscription.end());
  }

  /** Ends the running subscriptions with an error. */
  failSubscriptions(): void {
    this.#live.each((subscription) => subscription.fail());
  }

  /** Keeps the running subscriptions open, but they deliver nothing more. */
  silenceSubscriptions(): void {
    this.#live.each((subscription) => subscription.silence());
  }

  /** From now on all subscriptions get each event twice. */
  deliverTwice(): void {
    this.#live.twice = true;
  }

  /** Cuts all connections of all nodes. New ones are accepted. */
  cutConnections(): void {
    this.#cut();
  }

  /** Removes all faults. Silent subscriptions remain silent. */
  clear(): void {
    this.#planned = [];
    this.#live.twice = false;
  }
}

/** Mulberry32: numbers from 0 to 1. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
