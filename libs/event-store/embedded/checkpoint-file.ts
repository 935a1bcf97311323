import { existsSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { checkLength } from './file-length.js';
import { StoreDamaged, StoreIncomplete, StoreSwapped, StoreUnusable } from './opening-failure.js';

const IDENTITY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Checkpoint {
  readonly identity: string;
  readonly position: bigint | null;
}

/**
 * Stores the last position known to be durable, in a separate file (`<file>.checkpoint`). With it, a log that lost its end
 * is detected, for example after an incomplete restore. The checkpoint may be behind the log, but never ahead of it.
 */
export class CheckpointFile {
  readonly #file: string;
  readonly #identity: string;
  readonly #every: number;
  #position: bigint | null;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #problem: string | null = null;

  /** `position` is known to be durable already. `every` is the least time between two writes, in milliseconds. */
  constructor(file: string, identity: string, position: bigint | null, every: number) {
    this.#file = file;
    this.#position = position;
    this.#identity = identity;
    this.#every = every;
  }

  /** Why the last write failed; null where it succeeded. */
  get problem(): string | null {
    return this.#problem;
  }

  /** Everything up to `position` is durable. */
  note(position: bigint): void {
    this.#position = position;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#write();
    }, this.#every).unref();
  }

  /** Writes the checkpoint for the last time. */
  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    await this.#write();
  }

  #write(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      try {
        await replace(
          `${this.#file}.checkpoint`,
          format({ identity: this.#identity, position: this.#position }),
        );
        this.#problem = null;
      } catch (error) {
        this.#problem = `The checkpoint of ${this.#file} could not be written: ${String(error)}`;
      }
    });
    return this.#writing;
  }
}

/** Writes a checkpoint for a log that is put in place later. Until then the log is refused as incomplete. */
export async function writeCheckpoint(
  file: string,
  identity: string,
  position: bigint | null,
): Promise<void> {
  await replace(`${file}.checkpoint`, format({ identity, position }));
}

/**
 * Checks the log file before it is opened.
 *
 * Errors:
 * - `StoreIncomplete`: there is a checkpoint but no log. A new log would hide the loss.
 * - `StoreDamaged`: the file is shorter than its header says.
 */
export function checkPresence(file: string): void {
  const checkpoint = readCheckpoint(file);
  if (existsSync(file)) return checkLength(file, checkpoint !== null);
  if (checkpoint) throw new StoreIncomplete(file, null, checkpoint.position);
}

/**
 * Compares the log with its checkpoint, and returns the position of the checkpoint; null without one. It calls `head` after
 * it has read the checkpoint.
 *
 * @throws StoreDamaged, StoreSwapped, StoreIncomplete
 */
export function checkCompleteness(file: string, identity: string, head: () => bigint | null): bigint | null {
  if (!IDENTITY.test(identity)) throw new StoreDamaged(file, 'its identity cannot be read');
  const checkpoint = readCheckpoint(file);
  if (!checkpoint) return null;
  if (checkpoint.identity !== identity) throw new StoreSwapped(file, identity, checkpoint.identity);
  const last = head();
  if ((checkpoint.position ?? -1n) > (last ?? -1n))
    throw new StoreIncomplete(file, last, checkpoint.position);
  return checkpoint.position;
}

function readCheckpoint(file: string): Checkpoint | null {
  const path = `${file}.checkpoint`;
  if (!existsSync(path)) return null;
  const text = readFileSync(path, 'utf8');
  const [, identity, position] = /^log ([0-9a-f-]{36}) written (\d+|nothing)\n$/.exec(text) ?? [];
  if (identity === undefined || position === undefined) {
    throw new StoreUnusable(
      `${path} is no valid checkpoint. Restore it with its log, or delete it to open the log without one.`,
    );
  }
  return { identity, position: position === 'nothing' ? null : BigInt(position) };
}

function format({ identity, position }: Checkpoint): string {
  return `log ${identity} written ${position ?? 'nothing'}\n`;
}

async function replace(path: string, text: string): Promise<void> {
  const handle = await open(`${path}.new`, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.new`, path);
}
