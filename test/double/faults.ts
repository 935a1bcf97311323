import type { LiveSubscriptions } from './live-subscriptions.js';

/** Which calls a fault befalls; `append` is either way of appending. */
export type Occasion = 'append' | 'read' | 'subscribe' | 'gossip' | 'features';

/**
 * - `refuse`: UNAVAILABLE, and nothing is done. `notLeader`, `notReady`, `busy`: as a server says so.
 * - `drop…`: the connection of this call is cut. `reset…`: only this call fails, with `status`.
 * - `mute…`: no answer, ever. `timeout…`: DEADLINE_EXCEEDED.
 * - `…Before` the events are written, `…After` they are. A read is struck by `…Before` before its first event, and by
 *   `…After` once it has sent `afterEvents`, if it has as many.
 * - `slow`: goes on after `ms`.
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
  /** Only on streams whose name begins so; `$all` is the name of the whole log. */
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
  /** Whether it strikes this time; false is for ever once it is used up. */
  strikes(): boolean;
  usedUp(): boolean;
}

/** What goes wrong, on demand. */
export class Faults {
  readonly #live: LiveSubscriptions;
  readonly #cut: () => void;
  #planned: Planned[] = [];

  constructor(live: LiveSubscriptions, cut: () => void) {
    this.#live = live;
    this.#cut = cut;
  }

  /** The next `times` matching calls; 1 if not given. */
  next(fault: Fault & { readonly times?: number }): void {
    let left = fault.times ?? 1;
    this.#planned.push({ fault, strikes: () => left-- > 0, usedUp: () => left <= 0 });
  }

  /** Each matching call with this probability (0 to 1); the same seed gives the same sequence. */
  randomly(fault: Fault & { readonly probability: number; readonly seed: number }): void {
    const draw = seededRandom(fault.seed);
    this.#planned.push({ fault, strikes: () => draw() < fault.probability, usedUp: () => false });
  }

  /** What befalls this call; null when nothing does. */
  take(on: Occasion, stream: string): Fault | null {
    if (this.#planned.length === 0) return null;
    const matches = ({ fault }: Planned): boolean => fault.on === on && stream.startsWith(fault.stream ?? '');
    const struck = this.#planned.find((planned) => matches(planned) && planned.strikes());
    this.#planned = this.#planned.filter((planned) => !planned.usedUp());
    return struck?.fault ?? null;
  }

  /** How many faults wait for their calls. */
  get pending(): number {
    return this.#planned.length;
  }

  /** The running subscriptions end, without an error. */
  endSubscriptions(): void {
    this.#live.each((subscription) => subscription.end());
  }

  /** The running subscriptions end with an error. */
  failSubscriptions(): void {
    this.#live.each((subscription) => subscription.fail());
  }

  /** The running subscriptions stay open and deliver nothing any more. */
  silenceSubscriptions(): void {
    this.#live.each((subscription) => subscription.silence());
  }

  /** From now on each event is delivered twice, also to those that run. */
  deliverTwice(): void {
    this.#live.twice = true;
  }

  /** All connections of all nodes are cut; new ones are taken. */
  cutConnections(): void {
    this.#cut();
  }

  /** Nothing more goes wrong; what is silent stays so. */
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
