/** One append. `expected` is a revision, -1 for a stream that was never written. */
export interface WriteRequest {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly { id: string; type: string; data: Uint8Array; metadata: Uint8Array }[];
}

/**
 * `written`: the last event, null if there was none to write. `conflict`: the stream's last revision, -1 if it has none.
 * `absent`: found not to be written, in a recovery.
 */
export type WriteAnswer =
  | {
      readonly kind: 'written';
      readonly last: { readonly revision: number; readonly position: number } | null;
    }
  | { readonly kind: 'conflict'; readonly actual: number }
  | { readonly kind: 'absent' };

/** To a whole group: answers in order, or the reason for which nothing was written, in bytes and words. */
export type GroupAnswer =
  | { readonly kind: 'answers'; readonly answers: readonly WriteAnswer[] }
  | { readonly kind: 'disk-full'; readonly free: number; readonly reserve: number }
  | { readonly kind: 'busy' };

/** What the thread is asked. After `failed` it has let the log go and ends. */
export type WriterMessage =
  | { readonly kind: 'write'; readonly group: readonly WriteRequest[] }
  | { readonly kind: 'recover'; readonly group: readonly WriteRequest[]; readonly reason: string }
  | { readonly kind: 'close' };
export type WriterReply =
  | { readonly kind: 'ready' | 'closed' }
  | { readonly kind: 'done'; readonly answer: GroupAnswer }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** `reserve`: how many bytes of the volume to leave free. */
export interface WriterOptions {
  readonly file: string;
  readonly reserve: number;
}
