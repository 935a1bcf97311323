/** Milliseconds of the pause after the second failure in a row. It doubles with each further failure, up to the longest. */
const SHORTEST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/**
 * Pauses between messages to an endpoint that fails repeatedly, whatever the story. If only one story fails, other messages
 * succeed in between, and there is no pause.
 */
export class EndpointBackoff {
  readonly #failed = new Map<string, { readonly times: number; readonly until: number }>();

  /** The end of the pause of an endpoint; 0 without a pause. */
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
