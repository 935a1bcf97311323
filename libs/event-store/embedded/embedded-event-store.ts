import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { APPEND_LIMIT, checkAppend } from '../append-rules.js';
import type { NewEvent, StoredEvent } from '../event.js';
import type { LogRange, StoreHealth, StreamRange } from '../event-reader.js';
import { EventStore } from '../event-store.js';
import type { Appended, Expected, Replacement } from '../event-store.js';
import { AppendTooLarge, EventDamaged, StoreUnavailable } from '../failure.js';
import { FileUnusable, makeFolder } from '../file-unusable.js';
import { SubscriptionGroup } from '../subscription-group.js';
import type { Subscription, SubscriptionHandler, SubscriptionStart } from '../subscription.js';
import { CheckpointFile, checkCompleteness, checkPresence } from './checkpoint-file.js';
import { EmbeddedEventReader } from './embedded-event-reader.js';
import { FileSource } from './file-source.js';
import { GroupCommit } from './group-commit.js';
import { erasuresOf } from './erasing.js';
import { LogReader } from './log-reader.js';
import { prepareLog } from './schema.js';
import { sealOf } from './seal.js';
import { sealingProgress, sealNextEvents } from './seal-older-events.js';
import { StoreLock } from './store-lock.js';
import { obstacleTo } from './volume.js';
import { startWriterThread } from './writer-thread.js';
import type { LogWriter, StartWriter } from './writer-thread.js';

export interface EmbeddedOptions {
  /** The path of the log, which is created if it does not exist. `-wal`, `-shm`, `.lock` and `.checkpoint` files are beside it. */
  readonly file: string;
  /** Bytes of the volume to keep free: an append that would use them is refused. The default is 64 MiB. */
  readonly reserve?: number;
  /** The limit of one append in bytes: data, metadata and 16 for each id. The default is 1 MiB. */
  readonly limit?: number;
  /** The least time between two writes of the checkpoint, in milliseconds. The default is 1,000. */
  readonly checkpointEvery?: number;
  /** The first and the longest pause of a failed subscription, in milliseconds. The defaults are 100 and 10,000. */
  readonly retry?: { readonly first: number; readonly most: number };
}

/** Milliseconds between two checks that the files of the log are still there. */
const CHECK_FILES_EVERY = 500;

interface Parts {
  readonly identity: string;
  readonly limit: number;
  readonly reserve: number;
  readonly lock: StoreLock;
  readonly reader: LogReader;
  readonly subscriptions: SubscriptionGroup;
  readonly checkpoint: CheckpointFile;
  readonly commits: GroupCommit;
}

/**
 * The event store in one SQLite file. One process writes, in a separate thread; reads never wait for writes. An append is
 * answered after its fsync. Positions start at 0 and have no gaps.
 */
export class EmbeddedEventStore extends EventStore {
  override readonly identity: string;
  readonly #parts: Parts;
  readonly #fileChecks: NodeJS.Timeout;
  #closing: Promise<void> | null = null;
  readonly #sealing: Promise<void>;
  /** The damage because of which the events of an older log could not be sealed. */
  #unsealable: EventDamaged | null = null;

  private constructor(parts: Parts) {
    super();
    this.identity = parts.identity;
    this.#parts = parts;
    this.#fileChecks = setInterval(() => parts.commits.checkFiles(), CHECK_FILES_EVERY).unref();
    this.#sealing = this.#seal();
  }

  /**
   * Opens the log for writing; creates or upgrades it. `start` starts the writer: a test gives one that fails.
   *
   * @throws StoreLocked, StoreIncomplete, StoreSwapped, SchemaTooNew, StoreUnusable, FileUnusable
   */
  static async open(
    options: EmbeddedOptions,
    start: StartWriter = startWriterThread,
  ): Promise<EmbeddedEventStore> {
    const { file, reserve = 64 * 1024 * 1024, limit = APPEND_LIMIT, checkpointEvery = 1_000 } = options;
    const { first: retryFirst, most: retryMost } = options.retry ?? { first: 100, most: 10_000 };
    makeFolder(dirname(file));
    const lock = StoreLock.take(file);
    let reader: LogReader | null = null;
    let writer: LogWriter | null = null;
    try {
      checkPresence(file);
      const wasClosed = !existsSync(`${file}-wal`);
      prepareLog(file);
      const log = (reader = new LogReader(file, [`${file}.lock`]));
      const { identity } = log;
      const durable = checkCompleteness(file, identity, () => log.head());
      writer = await start({ file, reserve });
      if (!wasClosed) await emptyJournal(writer, file);
      const checkpoint = new CheckpointFile(file, identity, durable, checkpointEvery);
      const subscriptions = new SubscriptionGroup(() => new FileSource(log), {
        pollEvery: 1_000,
        retryFirst,
        retryMost,
      });
      const committed = {
        files: log.files,
        restart: (): Promise<LogWriter> => {
          log.reopen();
          return start({ file, reserve });
        },
        onWritten: (position: bigint) => {
          checkpoint.note(position);
          subscriptions.wake();
        },
        setUnknown: log.hideUnknown.bind(log),
      };
      const end = Number(log.head() ?? -1n);
      const commits = new GroupCommit({ file, reserve }, writer, committed, end);
      return new EmbeddedEventStore({
        identity,
        limit,
        reserve,
        lock,
        reader: log,
        subscriptions,
        checkpoint,
        commits,
      });
    } catch (error) {
      await writer?.close();
      reader?.close();
      lock.release();
      throw FileUnusable.of(file, error);
    }
  }

  /**
   * Opens the log for reading only. Another process may write to it, as with the command line.
   *
   * @throws StoreIncomplete, StoreSwapped, SchemaTooNew, and StoreUnusable where there is no log
   */
  static read({
    file,
    pollEvery,
  }: {
    readonly file: string;
    /** How often a subscription checks for events of another process, in milliseconds. The default is 200. */
    readonly pollEvery?: number;
  }): Promise<EmbeddedEventReader> {
    return EmbeddedEventReader.open(file, pollEvery);
  }

  override async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const { limit, commits, reader } = this.#parts;
    checkAppend(stream, expected, events, limit);
    if (reader.nameDamage && !reader.hasStream(stream)) throw reader.nameDamage;
    const before = expected === 'no_stream' ? -1 : Number(expected);
    return commits.append({
      stream,
      expected: before,
      // Copied, so that the caller may change its bytes meanwhile.
      events: events.map(({ id, type, data, metadata }, index) => {
        const said = { stream, revision: before + 1 + index, id: id.toLowerCase(), type, data, metadata };
        return { id, type, data: copy(data), metadata: copy(metadata), seal: sealOf(said) };
      }),
    });
  }

  override async erase(stream: string, last: bigint, replacements: readonly Replacement[]): Promise<void> {
    const { limit, commits, reader } = this.#parts;
    for (const { data } of replacements)
      if (data.byteLength > limit) throw new AppendTooLarge(stream, data.byteLength, limit);
    await commits.runBetweenCommits(async (writer) => {
      while (await sealNextEvents(reader, writer));
      return writer.erase(await erasuresOf(reader, stream, last, replacements));
    });
  }

  override readStream(stream: string, range?: StreamRange): AsyncIterable<StoredEvent> {
    return this.#parts.reader.readStream(stream, range);
  }

  override readAll(range?: LogRange): AsyncIterable<StoredEvent> {
    return this.#parts.reader.readAll(range);
  }

  override subscribe(start: SubscriptionStart, handler: SubscriptionHandler): Subscription {
    return this.#parts.subscriptions.start(start, handler);
  }

  override async head(): Promise<bigint | null> {
    return this.#parts.reader.head();
  }

  override health(): StoreHealth {
    const { commits, checkpoint, subscriptions, reader, reserve } = this.#parts;
    const { state, reason, waiting } = commits.health;
    const obstacle = state === 'ready' ? obstacleTo(reader.file, reserve) : null;
    const isThere = state === 'ready' && reader.files.gone() === null;
    const sealing = isThere ? sealingProgress(reader, this.#unsealable) : null;
    return {
      state: obstacle === null ? state : 'unwritable',
      reason: reason ?? obstacle ?? checkpoint.problem ?? sealing,
      waiting,
      subscriptions: subscriptions.health,
      damages: reader.damages,
    };
  }

  override close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Seals the events of an older log, between the appends. */
  async #seal(): Promise<void> {
    const { sealed, of } = this.#parts.reader.sealed;
    if (sealed === of) return;
    try {
      while (this.#closing === null && (await this.#sealSome()));
    } catch (error) {
      // Health reports the failure. The next start tries again.
      if (error instanceof EventDamaged) this.#unsealable = error;
    }
  }

  async #sealSome(): Promise<boolean> {
    const { reader, commits } = this.#parts;
    let more = false;
    await commits.runBetweenCommits(async (writer) => {
      more = await sealNextEvents(reader, writer);
      return { kind: 'done' };
    });
    return more;
  }

  async #close(): Promise<void> {
    const { subscriptions, commits, checkpoint, reader, lock } = this.#parts;
    clearInterval(this.#fileChecks);
    try {
      await subscriptions.close();
      await this.#sealing;
      await commits.drain();
      // The writer closes last: then SQLite moves everything into the one file, which can be copied. If the file was
      // replaced, the files beside it belong to the new one and stay untouched.
      const another = reader.files.gone() === reader.file;
      if (!another) reader.close();
      await commits.close();
      if (!another) await checkpoint.close();
    } finally {
      reader.close();
      lock.release();
    }
  }
}

/**
 * Empties the write-ahead log that an earlier process left. It may have pages that can be read but are not on the disk,
 * because an fsync failed. Later commits must not come after such pages.
 */
async function emptyJournal(writer: LogWriter, file: string): Promise<void> {
  try {
    await writer.recover([], 'the last process did not close the log');
  } catch (error) {
    throw new StoreUnavailable(`The journal of ${file} could not be emptied: ${String(error)}`);
  }
}

/** Copies bytes out of their pool: a message to the writer thread would copy the whole pool. */
function copy(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}
