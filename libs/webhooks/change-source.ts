import type { Observable } from 'rxjs';

/** A CloudEvent 1.0 in structured mode: a plain JSON object with the required attributes. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time?: string;
  readonly data?: unknown;
  readonly [extension: string]: unknown;
}

/** One public change: its position, the id of its story, and its event for partners. */
export interface PublicChange {
  readonly position: bigint;
  readonly story: string;
  readonly event: CloudEvent;
}

/**
 * A change as visible now. `gone`: it was removed, and is never sent. `not-now`: it is not readable at present, because a
 * removal is in progress, or the read model is still being built.
 */
export type ChangeNow =
  | { readonly kind: 'here'; readonly event: CloudEvent }
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-now' };

/** The public changes. Webhooks depend on no other part of the newsroom. */
export interface PublicChanges {
  /**
   * The changes after a position (-1: from the first), oldest first, at most `limit`. Of a story that is withheld now, there
   * is only the event that withheld it.
   */
  after(position: bigint, limit: number): readonly PublicChange[];
  /** One change. */
  at(position: bigint): ChangeNow;
  /** Whether the public log ends before a position: then a restore lost changes that were sent. */
  endsBefore(position: bigint): boolean;
  /** The position of the newest change; null for none. */
  head(): bigint | null;
  /** Emits when there may be something new. */
  readonly news: Observable<void>;
}
