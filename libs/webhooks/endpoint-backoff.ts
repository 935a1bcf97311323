/**
 * How long an endpoint is left alone after its second failure in a row, and after many, in milliseconds: doubled each time.
 * A story that fails alone is not what this is for: others succeed between its attempts.
 */
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** Who fails again and again is not called for one story after the other. */
export class EndpointBackoff {
  readonly #failed = new Map<string, { readonly times: number; readonly until: number }>();

  /** Until when an endpoint is left alone; 0 where it is not. */
  until(endpoint: string): number {
    return this.#failed.get(endpoint)?.until ?? 0;
  }

  succeeded(endpoint: string): void {
    this.#failed.delete(endpoint);
  }

  failed(endpoint: string, now: number): void {
    const times = (this.#failed.get(endpoint)?.times ?? 0) + 1;
    const pause = times < 2 ? 0 : Math.min(SHORTEST_PAUSE * 2 ** Math.min(times - 2, 10), LONGEST_PAUSE);
    this.#failed.set(endpoint, { times, until: now + pause });
  }
}
