import type { Observable } from 'rxjs';

/** A CloudEvent 1.0 in structured mode, as it is sent: a plain JSON object with its required attributes. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time?: string;
  readonly data?: unknown;
  readonly [extension: string]: unknown;
}

/** One public change: where it stands, the id of the story that it is of, and how it is told to partners. */
export interface PublicChange {
  readonly position: bigint;
  readonly story: string;
  readonly event: CloudEvent;
}

/**
 * A change as it may be seen now: here it is, or it is gone for good and is never sent, or it cannot be read for the
 * moment, because something of its story is being removed or the read model is being built.
 */
export type ChangeNow =
  | { readonly kind: 'here'; readonly event: CloudEvent }
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-now' };

/** What is public, change by change. Webhooks know nothing else of the newsroom. */
export interface PublicChanges {
  /**
   * The changes after a position (-1: from the first on), oldest first, at most `limit`. A change whose story is
   * withheld by now is not among them but for the event that withheld it.
   */
  after(position: bigint, limit: number): readonly PublicChange[];
  /** What has become of one change. */
  at(position: bigint): ChangeNow;
  /** Whether the public log ends before a position: then what was sent up to there was lost, in a restore. */
  endsBefore(position: bigint): boolean;
  /** The position of the newest one; null for none. */
  head(): bigint | null;
  /** Emits when there may be something new. */
  readonly news: Observable<void>;
}
