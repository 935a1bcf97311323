import type { Seal } from './seal.js';

/** One append. `expected` is a revision; -1 for a stream that was never written. */
export interface WriteRequest {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly data: Uint8Array;
    readonly metadata: Uint8Array;
    readonly seal: Seal;
  }[];
}

/** The seal of an event that is already stored. */
export interface LaterSeal {
  readonly position: number;
  readonly stream: number;
  readonly revision: number;
  readonly seal: Seal;
}

/** New data for a stored event, and the hash of the event with them. */
export interface Erasure {
  readonly position: number;
  readonly data: Uint8Array;
  readonly bytes: Uint8Array;
}

/**
 * The answer to one append.
 * - `written`: the last event; null for an append without events.
 * - `conflict`: the last revision of the stream; -1 for none.
 * - `absent`: a recovery found that it is not written.
 */
export type WriteAnswer =
  | {
      readonly kind: 'written';
      /** False where the events were already stored. */
      readonly isNew: boolean;
      readonly last: { readonly revision: number; readonly position: number } | null;
    }
  | { readonly kind: 'conflict'; readonly actual: number }
  | { readonly kind: 'absent' };

interface NoRoom {
  readonly kind: 'disk-full';
  readonly free: number;
  readonly reserve: number;
}

/** The answer to a group: one answer for each append in order, or the reason why nothing was written. Sizes are in bytes. */
export type GroupAnswer =
  { readonly kind: 'answers'; readonly answers: readonly WriteAnswer[] } | NoRoom | { readonly kind: 'busy' };

/** The answer to other work. If it is not `done`, it may be done in part, and old bytes may still be in the files. */
export type WorkAnswer = { readonly kind: 'done' } | NoRoom | { readonly kind: 'busy' };

/** Messages to the thread, and its replies. After `failed` the thread has closed the log and ends. */
export type WriterMessage =
  | { readonly kind: 'write'; readonly group: readonly WriteRequest[] }
  | { readonly kind: 'recover'; readonly group: readonly WriteRequest[]; readonly reason: string }
  | { readonly kind: 'seal'; readonly seals: readonly LaterSeal[] }
  | { readonly kind: 'erase'; readonly erasures: readonly Erasure[] }
  | { readonly kind: 'close' };
export type WriterReply =
  | { readonly kind: 'ready' | 'closed' }
  | { readonly kind: 'answered'; readonly answer: GroupAnswer }
  | { readonly kind: 'worked'; readonly answer: WorkAnswer }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** `reserve`: bytes of the volume to keep free. */
export interface WriterOptions {
  readonly file: string;
  readonly reserve: number;
}
