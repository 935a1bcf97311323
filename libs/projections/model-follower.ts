import { setTimeout as pause } from 'node:timers/promises';
import type { EventDamaged, EventReader, StoredEvent, Subscription } from '#event-store';
import { prefixOf, type Audience } from './audience.js';
import { FenceLost, type ModelFile } from './model-file.js';
import { Projector } from './projector.js';

/** Milliseconds. */
const POLL_EVERY = 5;

export interface FollowerHealth {
  readonly position: bigint | null;
  /** Up to this position, every story whose past changed is closed off. */
  readonly closedOff: bigint | null;
  /** Whether it has ever reached the end of the log. */
  readonly caughtUp: boolean;
  /** Why it has stopped; null while it runs. */
  readonly reason: string | null;
  /** How often its subscriptions had to restart. */
  readonly restarts: number;
  /** How many stories are damaged in the log: nobody reads those. */
  readonly damages: number;
}

/**
 * Keeps one file of the read model up to date with its log. A second subscription runs ahead and closes off the stories
 * whose past changes, however many events come before. If the projector cannot apply an event, the follower stays before
 * it, reports why, and tries again. If another process writes to the file, it stops for good.
 */
export class ModelFollower {
  readonly #projector: Projector;
  readonly #subscription: Subscription;
  /** Runs ahead for events that change the past; null for the desk log, which has none. */
  readonly #ahead: Subscription | null;
  #lookedAhead = false;
  #closedOff: bigint | null = null;
  #position: bigint | null;
  #caughtUp = false;
  #reason: string | null = null;
  #lost = false;
  #reportedReason: string | null = null;

  constructor(
    log: EventReader,
    readonly model: ModelFile,
    audience: Audience,
    private readonly onHealth: (health: FollowerHealth) => void,
    onCaughtUp: () => void = () => {},
    onRewound: (reason: string) => void = () => {},
  ) {
    this.#projector = new Projector(log, model, audience);
    this.#position = model.position;
    this.#subscription = log.subscribe(
      { prefix: prefixOf(audience), after: model.position ?? 'start' },
      {
        onBatch: (events, through) => this.#take(events, through),
        onDamaged: (damage) => this.#passDamaged(damage),
        onCaughtUp: () => {
          this.#caughtUp = true;
          this.#report();
        },
        whileCaughtUp: () => {
          if (this.#lost) return;
          // The last failure is over only now.
          if (this.#reportedReason !== null) this.#report();
          onCaughtUp();
        },
        onRewound: ({ message }) => onRewound(message),
      },
    );
    const look = {
      onBatch: (events: readonly StoredEvent[], through: bigint) => {
        const isClosing = this.#projector.closeOff(events);
        this.#closedOff = through;
        // The request that killed something waits for this.
        if (isClosing) this.#report();
      },
      // A kill may follow the damaged event.
      onDamaged: (damage: EventDamaged) => this.#projector.closeDamaged(damage),
      onCaughtUp: () => void (this.#lookedAhead = true),
    };
    this.#ahead =
      audience === 'desk'
        ? null
        : log.subscribe({ prefix: prefixOf(audience), after: model.position ?? 'start' }, look);
  }

  /** Waits until every story whose past changes is closed off. It does not wait for a log that does not answer. */
  async lookAhead(): Promise<void> {
    const waits = (): boolean => {
      const { failures, state } = this.#ahead!.health;
      return !this.#lookedAhead && failures === 0 && state !== 'closed';
    };
    while (this.#ahead !== null && waits()) await pause(POLL_EVERY);
  }

  get health(): FollowerHealth {
    const { restarts, reason } = this.#subscription.health;
    const [position, ahead] = [this.#position, this.#closedOff];
    return {
      position,
      closedOff: position === null || (ahead !== null && ahead > position) ? ahead : position,
      caughtUp: this.#caughtUp,
      reason: this.#reason ?? reason,
      restarts: restarts + (this.#ahead?.health.restarts ?? 0),
      damages: this.model.damages,
    };
  }

  #report(): void {
    const { health } = this;
    this.#reportedReason = health.reason;
    this.onHealth(health);
  }

  async close(): Promise<void> {
    await Promise.all([this.#subscription.close(), this.#ahead?.close()]);
  }

  /** Closes the story of a damaged event. If its story is unknown, the follower stops. */
  #passDamaged(damage: EventDamaged): void {
    if (damage.stream === null) throw damage;
    this.#projector.passDamaged(damage);
    this.#position = damage.position;
    this.#report();
  }

  /** Applies a batch of events. */
  async #take(events: readonly StoredEvent[], through: bigint): Promise<void> {
    if (this.#lost) throw new Error(this.#reason ?? 'stopped');
    try {
      await this.#projector.take(events, through);
      this.#position = through;
      this.#reason = null;
    } catch (error) {
      this.#lost = error instanceof FenceLost;
      this.#position = this.#projector.position;
      this.#reason = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      this.#report();
    }
  }
}
