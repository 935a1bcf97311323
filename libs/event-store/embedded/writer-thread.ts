import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FileUnusable } from '../file-unusable.js';
import { StoreUnusable } from './opening-failure.js';
import type {
  Erasure,
  GroupAnswer,
  LaterSeal,
  WorkAnswer,
  WriteRequest,
  WriterMessage,
  WriterOptions,
  WriterReply,
} from './writer-messages.js';

/** The writer failed during a write, so the outcome of the group is unknown. `code` is that of SQLite, or `THREAD`. */
export class WriterFailed extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** Writes groups of appends, one at a time. After `WriterFailed` it can only be closed. */
export interface LogWriter {
  write(group: readonly WriteRequest[]): Promise<GroupAnswer>;
  recover(group: readonly WriteRequest[], reason: string): Promise<GroupAnswer>;
  /** Adds the seals of the next events without one. */
  seal(seals: readonly LaterSeal[]): Promise<WorkAnswer>;
  /** Replaces data, and removes the old bytes from the files. */
  erase(erasures: readonly Erasure[]): Promise<WorkAnswer>;
  close(): Promise<void>;
}

/** Starts a writer on an existing log with the current schema. @throws StoreUnusable where writes cannot be durable */
export type StartWriter = (options: WriterOptions) => Promise<LogWriter>;

/**
 * The worker file is beside this one and has the same extension: `.ts` in the sources (Node strips the types), `.js` when
 * built. Jest replaces `import.meta.filename` by `__filename` in CommonJS.
 */
const WORKER = join(import.meta.dirname, `writer${extname(import.meta.filename)}`);

/** Starts a writer in a separate thread, so that no fsync blocks the event loop. */
export const startWriterThread: StartWriter = async (options) => {
  const thread = new WriterThread(options);
  try {
    await thread.ready;
    return thread;
  } catch (error) {
    await thread.close();
    const unusable = FileUnusable.of(options.file, error);
    if (unusable instanceof FileUnusable) throw unusable;
    throw new StoreUnusable(error instanceof Error ? error.message : String(error));
  }
};

class WriterThread implements LogWriter {
  readonly ready: Promise<WriterReply>;
  readonly #worker: Worker;
  readonly #exited: Promise<unknown>;
  #settle: ((reply: WriterReply) => void) | null = null;
  #ended = false;

  constructor(options: WriterOptions) {
    this.#worker = new Worker(WORKER, { workerData: { datelineLog: options }, name: 'dateline-log' });
    this.#exited = once(this.#worker, 'exit').catch(() => undefined);
    this.#worker.on('message', (reply: WriterReply) => this.#settle?.(reply));
    this.#worker.on('error', (error: unknown) => this.#end(`the thread failed: ${String(error)}`));
    this.#worker.on('exit', () => this.#end('the thread ended'));
    this.ready = this.#reply();
  }

  write(group: readonly WriteRequest[]): Promise<GroupAnswer> {
    return this.#ask({ kind: 'write', group });
  }

  recover(group: readonly WriteRequest[], reason: string): Promise<GroupAnswer> {
    return this.#ask({ kind: 'recover', group, reason });
  }

  seal(seals: readonly LaterSeal[]): Promise<WorkAnswer> {
    return this.#work({ kind: 'seal', seals });
  }

  erase(erasures: readonly Erasure[]): Promise<WorkAnswer> {
    return this.#work({ kind: 'erase', erasures });
  }

  async close(): Promise<void> {
    if (!this.#ended) {
      const closed = this.#reply();
      this.#worker.postMessage({ kind: 'close' } satisfies WriterMessage);
      await closed.catch(() => undefined);
    }
    await this.#exited;
  }

  async #ask(message: WriterMessage): Promise<GroupAnswer> {
    const reply = await this.#send(message);
    if (reply.kind !== 'answered') throw new WriterFailed('THREAD', `an answer of kind ${reply.kind}`);
    return reply.answer;
  }

  async #work(message: WriterMessage): Promise<WorkAnswer> {
    const reply = await this.#send(message);
    if (reply.kind !== 'worked') throw new WriterFailed('THREAD', `an answer of kind ${reply.kind}`);
    return reply.answer;
  }

  async #send(message: WriterMessage): Promise<WriterReply> {
    if (this.#ended) throw new WriterFailed('THREAD', 'the thread has ended');
    const replied = this.#reply();
    this.#worker.postMessage(message);
    return replied;
  }

  async #reply(): Promise<WriterReply> {
    const reply = await new Promise<WriterReply>((resolve) => {
      this.#settle = resolve;
    });
    if (reply.kind === 'failed') throw new WriterFailed(reply.code, reply.message);
    return reply;
  }

  #end(message: string): void {
    this.#ended = true;
    this.#settle?.({ kind: 'failed', code: 'THREAD', message });
  }
}
