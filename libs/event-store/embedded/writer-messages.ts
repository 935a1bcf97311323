import type { Seal } from './seal.js';

/** One append. `expected` is a revision, -1 for a stream that was never written. */
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

/** The seal of an event that is there already. */
export interface LaterSeal {
  readonly position: number;
  readonly stream: number;
  readonly revision: number;
  readonly seal: Seal;
}

/** Other data for an event that is there, and the hash of the event with it. */
export interface Erasure {
  readonly position: number;
  readonly data: Uint8Array;
  readonly bytes: Uint8Array;
}

/**
 * `written`: the last event, null if there was none to write. `conflict`: the stream's last revision, -1 if it has none.
 * `absent`: found not to be written, in a recovery.
 */
export type WriteAnswer =
  | {
      readonly kind: 'written';
      /** False where the events stood there already. */
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

/** To a whole group: answers in order, or the reason for which nothing was written, in bytes and words. */
export type GroupAnswer =
  { readonly kind: 'answers'; readonly answers: readonly WriteAnswer[] } | NoRoom | { readonly kind: 'busy' };

/** Whether it is done. It may be begun where it is not: then the former bytes may still be in the files. */
export type WorkAnswer = { readonly kind: 'done' } | NoRoom | { readonly kind: 'busy' };

/** What the thread is asked. After `failed` it has let the log go and ends. */
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

/** `reserve`: how many bytes of the volume to leave free. */
export interface WriterOptions {
  readonly file: string;
  readonly reserve: number;
}
