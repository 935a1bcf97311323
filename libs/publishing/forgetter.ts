import { NotErasable, WrongExpectedRevision } from '#event-store';
import { forgotten, type StoryEvent } from '#story';
import { asRecorded } from './public-removal.js';
import type { PublicLog } from './public-log.js';
import type { Publication } from './publication.js';

/** Milliseconds between two attempts to take words out of the public log. */
const AGAIN_AFTER = 5_000;

/**
 * Takes out of the public log the words that were removed for safety, by law or for privacy, and what corrections
 * withhold. It does so after they were removed for readers, beside publishing, and again until it succeeds.
 */
export class Forgetter {
  /** How often each was noted, so that one that is noted meanwhile stays. */
  readonly #pending = new Map<string, number>();
  #running: Promise<void> | null = null;
  /** One after another: what was planned before something was given back must not take it away again. */
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #reason: string | null = null;
  #closed = false;

  constructor(
    private readonly log: PublicLog,
    /** A story as it is published now. */
    private readonly publicationOf: (stream: string) => Promise<Publication>,
  ) {}

  /** The streams of the desk whose words may still be in the public log. */
  get streams(): readonly string[] {
    return [...this.#pending.keys()];
  }

  /** Why words are still in the public log; null where none are. */
  get reason(): string | null {
    if (this.#pending.size === 0 || this.#reason === null) return null;
    const stories = this.#pending.size === 1 ? '1 story' : `${this.#pending.size} stories`;
    return `Removed words of ${stories} are still in the public log, where no reader sees them: ${this.#reason}`;
  }

  /** After an event that removes, or gives back. */
  note(stream: string): void {
    this.#pending.set(stream, (this.#pending.get(stream) ?? 0) + 1);
    this.#plan(0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  /**
   * Puts back what a story may say again. Where the log has more of the story another publisher did it already; a log that
   * nothing can be erased from has it still.
   */
  async giveBack(stream: string, publication: Publication): Promise<void> {
    try {
      await this.#inTurn(() => this.#bring(stream, publication));
    } catch (error) {
      if (!(error instanceof NotErasable) && !(error instanceof WrongExpectedRevision)) throw error;
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Brings the public log to what it may hold of a story. */
  async #bring(stream: string, { events }: Publication): Promise<void> {
    const published = [...events];
    const recorded = published.map(asRecorded);
    const left = forgotten(recorded);
    // Those that keep all that they say are the same objects.
    const kept = left.map(({ event }): StoryEvent => event);
    await this.log.forget(stream, published, kept);
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
    for (const [stream, noted] of [...this.#pending]) {
      if (this.#closed) return;
      try {
        await this.#inTurn(async () => this.#bring(stream, await this.publicationOf(stream)));
        this.#reason = null;
        if (this.#pending.get(stream) === noted) this.#pending.delete(stream);
      } catch (error) {
        this.#reason = error instanceof Error ? error.message : String(error);
        return;
      }
    }
  }
}
