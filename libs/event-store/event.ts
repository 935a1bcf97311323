/** An event to append. `id` is a UUID, but not the nil UUID; `type` is not empty and does not start with `$`. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/**
 * An event as a log stores it. Data and metadata have the bytes that were appended; `id` is in lower case.
 *
 * `revision` counts the events of the stream from 0, without gaps. `position` orders all events of the log. Positions can be
 * compared, but have no other meaning.
 */
export interface StoredEvent extends NewEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** Set where the original data were replaced by an erasure. */
  readonly erased?: true;
}

/** The expected revision of a stream: it was never written, or this revision is its last. */
export type Expected = 'no_stream' | bigint;
