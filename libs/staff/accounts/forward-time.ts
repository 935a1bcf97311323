import type { DatabaseFile } from '#database';
import type { Clock } from '#event-store';

/** Milliseconds between two times that are stored. */
const STORED_EVERY = 60_000;

/**
 * Milliseconds since the epoch, for what ends by time. It never runs backwards, also across restarts: a clock that is set
 * back does not revive a session or a link.
 */
export class ForwardTime {
  #latest: number;
  #stored: number;
  #at: number;

  constructor(
    private readonly clock: Clock,
    private readonly file: DatabaseFile,
  ) {
    const stored = file.prepare<[], number>(`SELECT value FROM facts WHERE name = 'latest'`).pluck().get();
    this.#stored = stored ?? 0;
    this.#latest = Math.max(this.#stored, clock.now());
    this.#at = clock.monotonic();
  }

  now(): number {
    const monotonic = this.clock.monotonic();
    this.#latest = Math.floor(Math.max(this.#latest + (monotonic - this.#at), this.clock.now()));
    this.#at = monotonic;
    if (this.#latest - this.#stored >= STORED_EVERY) this.#store();
    return this.#latest;
  }

  #store(): void {
    this.#stored = this.#latest;
    this.file.write(() =>
      this.file.prepare(`INSERT OR REPLACE INTO facts VALUES ('latest', ?)`).run(this.#latest),
    );
  }
}
