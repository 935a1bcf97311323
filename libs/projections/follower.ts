import type { EventReader, StoredEvent, Subscription } from '#event-store';
import { prefixOf, type Audience } from './audience.js';
import { FenceLost, type ModelFile } from './model-file.js';
import { Projector } from './projector.js';

export interface FollowerHealth {
  readonly position: bigint | null;
  /** Whether it has been at the end of the log. */
  readonly caughtUp: boolean;
  /** Why it does not go on; null while it does. */
  readonly reason: string | null;
}

/**
 * Keeps one file of the read model up with its log. An event that cannot be told stops it there, and it says so;
 * it tries again from time to time. When another process writes to the file, it stops for good.
 */
export class Follower {
  readonly #projector: Projector;
  readonly #subscription: Subscription;
  #waiting: StoredEvent[] = [];
  #position: bigint | null;
  #caughtUp = false;
  #reason: string | null = null;
  #lost = false;

  constructor(
    log: EventReader,
    readonly model: ModelFile,
    audience: Audience,
    private readonly moved: (health: FollowerHealth) => void,
  ) {
    this.#projector = new Projector(log, model, audience);
    this.#position = model.position;
    this.#subscription = log.subscribe(
      { prefix: prefixOf(audience), after: model.position ?? 'start' },
      {
        onEvent: (event) => void this.#waiting.push(event),
        onCheckpoint: (position) => this.#take(position),
        onCaughtUp: () => {
          this.#caughtUp = true;
          this.moved(this.health);
        },
      },
    );
  }

  get health(): FollowerHealth {
    return { position: this.#position, caughtUp: this.#caughtUp, reason: this.#reason };
  }

  close(): Promise<void> {
    return this.#subscription.close();
  }

  /** Takes what was delivered since the last time: all events up to the position, in one transaction. */
  async #take(position: bigint): Promise<void> {
    if (this.#lost) throw new Error(this.#reason ?? 'stopped');
    try {
      await this.#projector.take(this.#waiting, position);
      this.#waiting = [];
      this.#position = position;
      this.#reason = null;
    } catch (error) {
      this.#lost = error instanceof FenceLost;
      const { position: taken } = this.#projector;
      this.#position = taken;
      // What is in the file already is not delivered again.
      this.#waiting = this.#waiting.filter((event) => event.position > (taken ?? -1n));
      this.#reason = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      this.moved(this.health);
    }
  }
}
