import { NotErasable, WrongExpectedRevision } from '#event-store';
import { forgotten, type StoryEvent } from '#story';
import { asRecorded } from './public-removal.js';
import type { PublicLog } from './public-log.js';
import type { Publication } from './publication.js';

/** Milliseconds between two attempts to erase words from the public log. */
const AGAIN_AFTER = 5_000;

/**
 * Erases words from the public log: those that were removed for safety, by law or for privacy, and those that
 * corrections withhold. Readers do not see them any more by then. It runs beside publishing, and retries
 * until it succeeds.
 */
export class PublicEraser {
  /** The streams to rewrite, each with the number of its requests: a stream that is requested again meanwhile stays. */
  readonly #pending = new Map<string, number>();
  #running: Promise<void> | null = null;
  /** Work runs one after the other: an erasure planned before a reinstatement must not erase the words again. */
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #reason: string | null = null;
  #closed = false;

  constructor(
    private readonly log: PublicLog,
    /** The current publication of a story. */
    private readonly publicationOf: (stream: string) => Promise<Publication>,
  ) {}

  /** The desk's streams whose removed words may still be in the public log. */
  get streams(): readonly string[] {
    return [...this.#pending.keys()];
  }

  /** Why removed words are still in the public log; null where none are. */
  get reason(): string | null {
    if (this.#pending.size === 0 || this.#reason === null) return null;
    const stories = this.#pending.size === 1 ? '1 story' : `${this.#pending.size} stories`;
    return `Removed words of ${stories} are still in the public log, but no reader sees them: ${this.#reason}`;
  }

  /** Requests a rewrite of a stream, after an event that removes or reinstates. */
  request(stream: string): void {
    this.#pending.set(stream, (this.#pending.get(stream) ?? 0) + 1);
    this.#plan(0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  /**
   * Puts reinstated words back into the public log. If the log has more events of the story, another publisher has done
   * that. If nothing can be erased from the log, the words are still there.
   */
  async putBack(stream: string, publication: Publication): Promise<void> {
    try {
      await this.#inTurn(() => this.#rewrite(stream, publication));
    } catch (error) {
      if (!(error instanceof NotErasable) && !(error instanceof WrongExpectedRevision)) throw error;
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Makes the public log of a story have exactly the words that it may have. */
  async #rewrite(stream: string, { events }: Publication): Promise<void> {
    const published = [...events];
    const recorded = published.map(asRecorded);
    const left = forgotten(recorded);
    // Events that keep all their words are the same objects.
    const kept = left.map(({ event }): StoryEvent => event);
    await this.log.erase(stream, published, kept);
  }

  #plan(after: number): void {
    if (this.#closed || this.#running || this.#timer || this.#pending.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#running = this.#all().finally(() => {
        this.#running = null;
        this.#plan(AGAIN_AFTER);
      });
    }, after);
    this.#timer.unref();
  }

  async #all(): Promise<void> {
    for (const [stream, requests] of [...this.#pending]) {
      if (this.#closed) return;
      try {
        await this.#inTurn(async () => this.#rewrite(stream, await this.publicationOf(stream)));
        this.#reason = null;
        if (this.#pending.get(stream) === requests) this.#pending.delete(stream);
      } catch (error) {
        this.#reason = error instanceof Error ? error.message : String(error);
        return;
      }
    }
  }
}
