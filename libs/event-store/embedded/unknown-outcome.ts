import { OutcomeUnknown } from '../failure.js';
import type { WriteRequest } from './writer-messages.js';

/**
 * The appends of a failed commit, whose outcome is unknown. Their streams can be neither written nor read until the log is
 * recovered. A decision on them could depend on an event that a power cut removes, or miss an event that is there.
 */
export class UnknownOutcome {
  readonly #streams: ReadonlySet<string>;

  /** `through` is the last position known to be durable; -1 for none. */
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
