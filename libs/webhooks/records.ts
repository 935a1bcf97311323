import { DeadLetters } from './dead-letters.js';
import { Endpoints, type Endpoint } from './endpoints.js';
import type { Outcome } from './outcome.js';
import { Queue, type PendingMessage } from './queue.js';
import { MOST_FAILING, pauseAfter } from './schedule.js';
import type { StateFile } from './state-file.js';

/** What has become of a message and its endpoint by an attempt. */
export type Verdict = 'settled' | 'waits' | 'dead' | 'off';

/** An attempt that came to an end. */
export interface Attempt {
  readonly endpoint: string;
  readonly waiting: PendingMessage;
  /** The id of the event that was sent. */
  readonly event: string;
  readonly outcome: Outcome;
  /** By the steady time, for waiting. */
  readonly now: number;
  /** By the wall clock, for people. */
  readonly at: number;
  /** From 0 to 1: by how much the pause differs from the plan. */
  readonly random: number;
}

/** All that is kept, and the changes of it that belong together. */
export class Records {
  readonly endpoints: Endpoints;
  readonly queue: Queue;
  readonly letters: DeadLetters;

  constructor(readonly file: StateFile) {
    this.endpoints = new Endpoints(file.db);
    this.queue = new Queue(file.db);
    this.letters = new DeadLetters(file.db);
  }

  /** Notes what an attempt led to. Of an endpoint that was removed meanwhile nothing is noted. */
  note(attempt: Attempt): Verdict {
    return this.file.write(() => {
      const endpoint = this.endpoints.find(attempt.endpoint);
      return endpoint ? this.#note(endpoint, attempt) : 'settled';
    });
  }

  #note({ id, failingSince }: Endpoint, { waiting, event, outcome, now, at, random }: Attempt): Verdict {
    if (outcome.kind === 'delivered') {
      this.queue.remove(id, waiting);
      this.endpoints.succeeded(id, at, outcome.status);
      return 'settled';
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
