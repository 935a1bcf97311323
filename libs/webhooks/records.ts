import { DeadLetters } from './dead-letters.js';
import { Endpoints, type Endpoint } from './endpoints.js';
import type { Outcome } from './outcome.js';
import { Queue, type PendingMessage } from './queue.js';
import { MOST_FAILING, pauseAfter } from './schedule.js';
import type { StateFile } from './state-file.js';

/** The state of a message, or of its endpoint, after an attempt. */
export type Verdict = 'done' | 'waits' | 'dead' | 'off';

/** An attempt that has ended. */
export interface Attempt {
  readonly endpoint: string;
  readonly waiting: PendingMessage;
  /** The id of the event that was sent. */
  readonly event: string;
  readonly outcome: Outcome;
  /** The steady time, for waits. */
  readonly now: number;
  /** The wall clock, for people. */
  readonly at: number;
  /** From 0 to 1: varies the pause. */
  readonly random: number;
}

/** The durable state of all webhooks, and its transactions. */
export class Records {
  readonly endpoints: Endpoints;
  readonly queue: Queue;
  readonly letters: DeadLetters;

  constructor(readonly file: StateFile) {
    this.endpoints = new Endpoints(file.db);
    this.queue = new Queue(file.db);
    this.letters = new DeadLetters(file.db);
  }

  /** Records the outcome of an attempt, unless the endpoint was removed in the meantime. */
  note(attempt: Attempt): Verdict {
    return this.file.write(() => {
      const endpoint = this.endpoints.find(attempt.endpoint);
      return endpoint ? this.#note(endpoint, attempt) : 'done';
    });
  }

  #note({ id, failingSince }: Endpoint, { waiting, event, outcome, now, at, random }: Attempt): Verdict {
    if (outcome.kind === 'delivered') {
      this.queue.remove(id, waiting);
      this.endpoints.succeeded(id, at, outcome.status);
      return 'done';
    }
    const failure = outcome.kind === 'gone' ? 'status' : outcome.failure;
    this.endpoints.failed(id, { at, now, failure, status: outcome.status });
    if (outcome.kind === 'gone') {
      this.endpoints.setState(id, 'off', 'gone');
      return 'off';
    }
    const failures = waiting.failures + 1;
    const pause = pauseAfter(failures, random);
    if (outcome.wait !== null) this.endpoints.delayUntil(id, now + outcome.wait);
    if (pause !== null) this.queue.retryAt(id, { ...waiting, failures }, now + pause);
    else {
      const { position, story } = waiting;
      const { status } = outcome;
      this.letters.add(id, { position, story, event, attempts: failures, diedAt: at, failure, status });
      this.queue.remove(id, waiting);
    }
    if (failingSince !== null && now - failingSince > MOST_FAILING) {
      this.endpoints.setState(id, 'off', 'failing');
      return 'off';
    }
    return pause === null ? 'dead' : 'waits';
  }
}
