import type { Amending, Significance } from '#story';

/**
 * One public event as followers are told it: what it was, and what became different by it. What was killed since has no
 * content here: an event of a development that is withheld shows it as withheld.
 */
export interface ChangeView {
  /** Of this surface's log: grows with it. A decimal string. */
  readonly position: string;
  /** A UUID that follows from the story and the revision, and so from nothing that is not public. */
  readonly id: string;
  /** `ConfirmationRecorded`, `HeadlineRevised`, `StoryKilled`, … */
  readonly type: string;
  readonly story: { readonly id: string; readonly slug: string };
  /** Of the story after the event. */
  readonly revision: string;
  /** When it became public: ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string;
  /** When it was so in the world, as EDTF, where the event tells of a development that says so. */
  readonly occurred: string | null;
  /** The first and the last millisecond of it; an open end is null. */
  readonly occurredBounds: { readonly from: string | null; readonly to: string | null } | null;
  /** The begin of `occurred`, or `recordedAt`: ISO 8601 in UTC with milliseconds. */
  readonly time: string;
  readonly significance: Significance;
  /** Whether more became different than `changes` tells: then the state is to be read anew. */
  readonly whole: boolean;
  readonly changes: readonly Difference[];
}

/** One that takes back or puts right what was said. */
export type Amendment = ChangeView & { readonly type: Amending };

/** A member of the story's state that is another after an event: by a JSON pointer into it, with lists by id instead of by number. */
export interface Difference {
  /** `/headline`, `/developments/<id>`, `/claims/talks/status`, `/questions/<id>/open`. */
  readonly path: string;
  /** Null where it was not there. */
  readonly was: unknown;
  /** Null where it is there no more. */
  readonly is: unknown;
  /** Set where a correction says that it changed, but not from what: `was` is null then. */
  readonly withheld?: true;
}
