/** An event to be written: `id` a non-nil UUID, `type` not empty and not beginning with `$`, the bytes as they shall come back. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/**
 * An event as the log holds it; `id` is in lower case.
 * `revision` counts within its stream from 0 without gaps; `position` orders all events of the log, is opaque, and compares.
 */
export interface StoredEvent extends NewEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** There where the data are no longer those that were appended: others replaced them. */
  readonly erased?: true;
}

/** What a writer believes of a stream: never written, or this revision is its last. */
export type Expected = 'no_stream' | bigint;
