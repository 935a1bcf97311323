import { exhaustMap, filter, timer, type Subscription } from 'rxjs';
import type { TrustedClock } from './trusted-clock.js';

/** What time it is by a clock that is not this machine's, in milliseconds since the epoch; null where it does not say. */
export type SecondClock = () => Promise<number | null>;

/** How often a clock that is in doubt is compared with the second one. */
const EVERY = 30_000;
/** Milliseconds by which that may be off: whole seconds, and the way there and back. */
const WITHIN = 5_000;

/** Asks a second clock while the first is in doubt. What they agree on is trusted. */
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

const PATIENCE = 4_000;

/** The clock of a web server, as the `Date` of its answer says (RFC 9110 section 6.6.1). An answer that was kept says none. */
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
