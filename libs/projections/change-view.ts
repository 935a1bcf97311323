import type { Amending, Significance } from '#story';

/**
 * One event as followers get it: its type, and what it changed. Content that was killed since is not shown: an event of a
 * withheld development shows the development as withheld.
 */
export interface ChangeView {
  /** The position in the log of this surface, as a decimal string. */
  readonly position: string;
  /** A UUID made of the story id and the revision, and so of nothing that is not public. */
  readonly id: string;
  /** `ConfirmationRecorded`, `HeadlineRevised`, `StoryKilled`, … */
  readonly type: string;
  readonly story: { readonly id: string; readonly slug: string };
  /** The revision of the story after the event. */
  readonly revision: string;
  /** When the event was recorded in this log: ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string;
  /** When it happened in the world, as EDTF; null if the event has no development with a time. */
  readonly occurred: string | null;
  /** Its first and last millisecond; null for an open end. */
  readonly occurredBounds: { readonly from: string | null; readonly to: string | null } | null;
  /** The beginning of `occurred`, or `recordedAt`: ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  readonly significance: Significance;
  /** True if `changes` is incomplete: fetch the state again. */
  readonly whole: boolean;
  readonly changes: readonly Difference[];
}

/** A correction, retraction, withdrawal, kill or similar. */
export type Amendment = ChangeView & { readonly type: Amending };

/** A member of the story's state that an event changed. The path is a JSON pointer, with ids in the place of list indexes. */
export interface Difference {
  /** `/headline`, `/developments/<id>`, `/claims/talks/status`, `/questions/<id>/open`. */
  readonly path: string;
  /** Null if it did not exist. */
  readonly was: unknown;
  /** Null if it no longer exists. */
  readonly is: unknown;
  /** Set if a correction withholds the old value: `was` is then null. */
  readonly withheld?: true;
}
