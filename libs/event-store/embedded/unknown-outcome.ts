import { OutcomeUnknown } from '../failure.js';
import type { WriteRequest } from './writer-messages.js';

/**
 * What a failed commit left open. Its streams can be neither written nor read until the log is recovered: what was
 * decided on them could rest on an event that a power cut takes away, or on the lack of one that is there.
 */
export class UnknownOutcome {
  readonly #streams: ReadonlySet<string>;

  /** `through` is the last position that is known to be durable; -1 for none. */
  constructor(
    requests: readonly WriteRequest[],
    readonly through: number,
  ) {
    this.#streams = new Set(requests.map(({ stream }) => stream));
  }

  has(stream: string): boolean {
    return this.#streams.has(stream);
  }

  errorFor(stream: string): OutcomeUnknown {
    return new OutcomeUnknown(stream, 'a commit failed, and the log is not recovered yet');
  }
}
