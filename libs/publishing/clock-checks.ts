import { exhaustMap, filter, timer, type Subscription } from 'rxjs';
import type { TrustedClock } from './trusted-clock.js';

/** The time of a clock outside this machine, in milliseconds since the epoch; null where it gives none. */
export type SecondClock = () => Promise<number | null>;

/** Milliseconds between two checks of a clock that is in doubt. */
const EVERY = 30_000;
/** Milliseconds by which the second clock may be off: it gives whole seconds, and the request takes time. */
const WITHIN = 5_000;

/** Asks a second clock while the first one is in doubt. If they agree, the first one is trusted again. */
export class ClockChecks {
  #checks: Subscription | null = null;

  /** `confirmed` is called when the doubt is over. */
  constructor(
    private readonly clock: TrustedClock,
    private readonly second: SecondClock,
    private readonly confirmed: () => void,
  ) {}

  start(): void {
    this.#checks = timer(0, EVERY)
      .pipe(
        filter(() => this.clock.state.doubt !== null),
        exhaustMap(() => this.second()),
        filter((now) => now !== null && this.clock.confirm(now, WITHIN)),
      )
      .subscribe(() => this.confirmed());
  }

  async close(): Promise<void> {
    this.#checks?.unsubscribe();
  }
}

/** Milliseconds to wait for the answer. */
const PATIENCE = 4_000;

/**
 * The clock of a web server, from the `Date` of its answer (RFC 9110 section 6.6.1). An answer from a cache
 * gives no time.
 */
export const httpTime =
  (url: string): SecondClock =>
  async () => {
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      const headers = { 'cache-control': 'no-cache' };
      const { headers: answered } = await fetch(url, { method: 'HEAD', redirect: 'manual', signal, headers });
      const date = Date.parse(answered.get('date') ?? '');
      return Number.isNaN(date) || Number(answered.get('age') ?? 0) > 0 ? null : date;
    } catch {
      return null;
    }
  };
