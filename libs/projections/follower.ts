import { setTimeout as pause } from 'node:timers/promises';
import type { EventDamaged, EventReader, StoredEvent, Subscription } from '#event-store';
import { prefixOf, type Audience } from './audience.js';
import { FenceLost, type ModelFile } from './model-file.js';
import { Projector } from './projector.js';

/** Milliseconds. */
const LOOK_AGAIN = 5;

export interface FollowerHealth {
  readonly position: bigint | null;
  /** Up to where every story is closed off whose past changed. */
  readonly closedOff: bigint | null;
  /** Whether it has been at the end of the log. */
  readonly caughtUp: boolean;
  /** Why it does not go on; null while it does. */
  readonly reason: string | null;
  /** How often its subscription had to begin anew. */
  readonly restarts: number;
  /** How many stories the log has damaged: nobody reads those. */
  readonly damages: number;
}

/**
 * Keeps one file of the read model up with its log. A second look at the log runs ahead of the first and closes off at
 * once the stories whose past changes by what is there, however much is to be taken before that. An event that cannot be told stops it there, and it says so;
 * it tries again from time to time. When another process writes to the file, it stops for good.
 */
export class Follower {
  readonly #projector: Projector;
  readonly #subscription: Subscription;
  /** Looks ahead for events that change the past; null for a log of which nothing is withheld. */
  readonly #ahead: Subscription | null;
  #lookedAhead = false;
  #closedOff: bigint | null = null;
  #position: bigint | null;
  #caughtUp = false;
  #reason: string | null = null;
  #lost = false;
  #toldReason: string | null = null;

  constructor(
    log: EventReader,
    readonly model: ModelFile,
    audience: Audience,
    private readonly moved: (health: FollowerHealth) => void,
    level: () => void = () => {},
    rewound: (reason: string) => void = () => {},
  ) {
    this.#projector = new Projector(log, model, audience);
    this.#position = model.position;
    this.#subscription = log.subscribe(
      { prefix: prefixOf(audience), after: model.position ?? 'start' },
      {
        onBatch: (events, through) => this.#take(events, through),
        onDamaged: (damage) => this.#pass(damage),
        onCaughtUp: () => {
          this.#caughtUp = true;
          this.#tell();
        },
        whileCaughtUp: () => {
          if (this.#lost) return;
          // What was wrong is over only now.
          if (this.#toldReason !== null) this.#tell();
          level();
        },
        onRewound: ({ message }) => rewound(message),
      },
    );
    const look = {
      onBatch: (events: readonly StoredEvent[], through: bigint) => {
        const isClosing = this.#projector.closeOff(events);
        this.#closedOff = through;
        // Whoever killed something waits for this.
        if (isClosing) this.#tell();
      },
      // What is behind it may be a kill, whatever this one was.
      onDamaged: (damage: EventDamaged) => this.#projector.closeDamaged(damage),
      onCaughtUp: () => void (this.#lookedAhead = true),
    };
    this.#ahead =
      audience === 'desk'
        ? null
        : log.subscribe({ prefix: prefixOf(audience), after: model.position ?? 'start' }, look);
  }

  /** Waits until every story is closed off whose past changes by what the log holds; not while the log does not answer. */
  async lookAhead(): Promise<void> {
    const waits = (): boolean => {
      const { failures, state } = this.#ahead!.health;
      return !this.#lookedAhead && failures === 0 && state !== 'closed';
    };
    while (this.#ahead !== null && waits()) await pause(LOOK_AGAIN);
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

  #tell(): void {
    const { health } = this;
    this.#toldReason = health.reason;
    this.moved(health);
  }

  async close(): Promise<void> {
    await Promise.all([this.#subscription.close(), this.#ahead?.close()]);
  }

  /** The story of a damaged event is closed; where that is not known, nothing goes on. */
  #pass(damage: EventDamaged): void {
    if (damage.stream === null) throw damage;
    this.#projector.passDamaged(damage);
    this.#position = damage.position;
    this.#tell();
  }

  /** All events of the stretch, in one transaction. */
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
      this.#tell();
    }
  }
}
