import { basename, dirname, extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { filter, firstValueFrom, map, of, Subject, timeout, type Observable } from 'rxjs';
import { OpenFiles, StoreLock, StoreLocked, type Clock } from '#event-store';
import type { Audience } from './audience.js';
import type { BuildProgress } from './build-model.js';
import type { Comparison } from './compare-files.js';
import type { FollowerHealth } from './model-follower.js';
import { CaughtUpFile } from './caught-up-file.js';
import { ModelFolder, sizeOf } from './model-folder.js';
import type { ThreadMessage, ThreadOptions, ThreadReply } from './model-work.js';
import { ModelReader } from './model-reader.js';
import { sampled } from './sampled.js';
import { WriterPriority } from './writer-priority.js';

/** The read model cannot be opened; the message says why and what to do. */
export class ReadModelRefused extends Error {
  override readonly name = 'ReadModelRefused';
}

/** Nothing can be read yet: the first file is still being built. */
export class ReadModelNotBuilt extends Error {
  override readonly name = 'ReadModelNotBuilt';
}

export interface ReadModelHealth {
  readonly ok: boolean;
  readonly caughtUp: boolean;
  readonly position: bigint | null;
  /** When it last had all events of the log, in milliseconds since 1970; null if unknown. */
  readonly caughtUpAt: number | null;
  /** How often its subscriptions to the log had to restart. */
  readonly restarts: number;
  /** For operators. It has no paths and no content of stories. */
  readonly detail: string;
}

/** The folder and the log of a read model, and the clock by which it states its age. */
export interface ReadModelOptions extends Omit<ThreadOptions, 'build' | 'rewrite' | 'turns'> {
  readonly clock: Clock;
  /** Gets the reason when the read model starts over: its log was restored from an older copy. */
  readonly onRewound?: (why: string) => void;
}

/** A rebuild that is under way. */
export interface Rebuild {
  /** At most four times a second. It completes when the rebuild ends, and never fails. */
  readonly progress: Observable<BuildProgress>;
  /** The new file compared with the old one; rejects with ReadModelRefused. */
  readonly ended: Promise<Comparison>;
}

/** Milliseconds for which a check of the open files stays valid. */
const FILES_TRUSTED_FOR = 500;
/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 250;
/** Milliseconds until a thread that could not start over is replaced. */
const RETRY_AFTER = 1_000;
const THREAD = join(import.meta.dirname, `model-thread${extname(import.meta.filename)}`);

/**
 * The read model of one log: files in a separate folder. A thread writes them, and this class serves them. Another file can
 * be built beside the served one. When it has caught up, it replaces the served file, and readers notice nothing.
 */
export class ReadModel {
  readonly #folder: ModelFolder;
  #updateThread: Thread;
  #buildThread: Thread | null = null;
  /** Rewrites stories, and copies the file. It shares the priority with the thread that updates the file. */
  #rewriteThread: Thread | null = null;
  readonly #priority = new WriterPriority();
  #switching = false;
  #follower: FollowerHealth = {
    position: null,
    closedOff: null,
    caughtUp: false,
    reason: null,
    restarts: 0,
    damages: 0,
  };
  #caughtUpAt: number | null;
  #reader: ModelReader | null = null;
  #files: OpenFiles | null = null;
  #progress: BuildProgress | null = null;
  #removals = 0;
  readonly #news = new Subject<void>();
  #ended: string | null = null;
  /** Why it started over; null again when the served file is made of the present log. */
  #rewound: string | null = null;
  #closed = false;
  #rebuilding: {
    readonly file: string;
    readonly progress: Subject<BuildProgress>;
    readonly ended: PromiseWithResolvers<Comparison>;
  } | null = null;
  readonly #caughtUpFile: CaughtUpFile;
  readonly #lock: StoreLock;

  private constructor(
    private readonly options: Omit<ThreadOptions, 'build' | 'rewrite' | 'turns'>,
    private readonly clock: Clock,
    private readonly onRewound: (why: string) => void,
  ) {
    this.#folder = new ModelFolder(options.folder, options.audience);
    this.#lock = lockOf(options);
    this.#caughtUpFile = new CaughtUpFile(options.folder, options.audience);
    this.#caughtUpAt = this.#caughtUpFile.read();
    this.#updateThread = new Thread({ ...options, priority: this.#priority.shared });
  }

  /**
   * Opens the newest file and resumes it, however long the log is. Without a file, it builds one and reports progress.
   *
   * @throws ReadModelRefused
   */
  static async start({ clock, onRewound = () => {}, ...options }: ReadModelOptions): Promise<ReadModel> {
    const model = new ReadModel(options, clock, onRewound);
    const started = Promise.withResolvers<void>();
    model.#updateThread.on(
      (reply) => {
        if (reply.kind === 'refused') started.reject(new ReadModelRefused(reply.message));
        model.#handle(reply);
        if (reply.kind === 'serving' || reply.kind === 'progress') started.resolve();
      },
      (why) => {
        model.#ended = why;
        started.reject(new ReadModelRefused(why));
      },
    );
    try {
      await started.promise;
      return model;
    } catch (error) {
      await model.close();
      throw error;
    }
  }

  get audience(): Audience {
    return this.options.audience;
  }

  /** @throws ReadModelNotBuilt */
  get reader(): ModelReader {
    if (this.#reader) return this.#reader;
    throw new ReadModelNotBuilt(`The read model is still being built: ${describe(this.#progress)}.`);
  }

  get health(): ReadModelHealth {
    const { position, caughtUp, reason, restarts, damages } = this.#follower;
    const wrong = this.#rewound ?? this.#ended ?? this.#gone() ?? (reason && this.#withoutPaths(reason));
    const detail =
      wrong ??
      (this.#reader === null
        ? `being built: ${describe(this.#progress)}`
        : this.#removals > 0
          ? `${this.#removals} removal(s) pending: killed text may still be in a file`
          : this.#buildThread
            ? `up to date; another file is being built: ${describe(this.#progress)}`
            : damages > 0
              ? `${damages} story(s) not shown: damaged in the log. Run dateline verify`
              : caughtUp
                ? 'up to date'
                : 'catching up');
    // While a removal is pending, nobody sees the killed text: the read model can serve.
    const ok = wrong === null && this.#reader !== null;
    return { ok, caughtUp, position, caughtUpAt: this.#caughtUpAt, restarts, detail };
  }

  /** The file that was deleted or replaced. Reading still works, but the data is lost with the process. */
  #gone(): string | null {
    const file = this.#files?.gone(FILES_TRUSTED_FOR) ?? null;
    return file === null
      ? null
      : `${basename(file)} of the read model was deleted or replaced while it was open: restart, and it is built again`;
  }

  #withoutPaths(reason: string): string {
    const { folder, log } = this.options;
    const folders = [folder, ...(log.kind === 'file' ? [dirname(log.file)] : [])];
    return folders.reduce((text, path) => text.replaceAll(`${path}/`, ''), reason);
  }

  /** Whether it has ever had all events of the log. */
  get caughtUp(): boolean {
    return this.#follower.caughtUp;
  }

  /** When it last had all events of the log, in milliseconds since 1970; null if unknown. */
  get caughtUpAt(): number | null {
    return this.#caughtUpAt;
  }

  /** Waits until a position of the log can be read; false after `atMost` milliseconds. */
  reached(position: bigint, atMost: number): Promise<boolean> {
    if ((this.#follower.position ?? -1n) < position) this.#updateThread.send({ kind: 'look' });
    return this.#eventually(() => (this.#follower.position ?? -1n) >= position, atMost);
  }

  /**
   * Waits until nobody sees the text that the event at a position killed; false after `atMost` milliseconds. While nothing
   * can be read, it does not wait.
   */
  async closedOff(position: bigint, atMost: number): Promise<boolean> {
    if (this.#reader === null || (this.#follower.closedOff ?? -1n) >= position) return true;
    this.#updateThread.send({ kind: 'look' });
    return this.#eventually(() => (this.#follower.closedOff ?? -1n) >= position, atMost);
  }

  /** Emits whenever there may be something new to read; completes when the read model is closed. */
  get news(): Observable<void> {
    return this.#news;
  }

  /** Waits until a condition holds; false after `atMost` milliseconds, or when the read model is closed. */
  #eventually(condition: () => boolean, atMost: number): Promise<boolean> {
    if (condition()) return Promise.resolve(true);
    const awaited = this.#news.pipe(
      filter(condition),
      map(() => true),
      timeout({ first: atMost, with: () => of(false) }),
    );
    return firstValueFrom(awaited, { defaultValue: false });
  }

  /** Builds another file beside the one that is read, or joins the rebuild that is under way. */
  rebuild(): Rebuild {
    if (!this.#rebuilding) this.#build(this.#folder.next());
    const { progress, ended } = this.#rebuilding!;
    return { progress: sampled(progress, REPORT_EVERY), ended: ended.promise };
  }

  /** The older files that are kept, and their size in bytes. */
  get old(): { readonly files: number; readonly bytes: number } {
    const files = this.#oldFiles();
    return { files: files.length, bytes: files.reduce((bytes, file) => bytes + sizeOf(file), 0) };
  }

  get bytes(): number {
    return this.#reader ? sizeOf(this.#reader.file) : 0;
  }

  /** Deletes the older files. */
  dropOld(): number {
    const files = this.#oldFiles();
    for (const file of files) this.#folder.remove(file);
    return files.length;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#switching = true;
    await Promise.all([this.#buildThread?.close(), this.#endRewriting()]);
    await this.#updateThread.close();
    this.#reader?.close();
    this.#reader = null;
    this.#lock.release();
    this.#endRebuild('The newsroom was stopped. The rebuild resumes when it starts again.');
    this.#news.complete();
  }

  #endRebuild(how: Comparison | string): void {
    if (!this.#rebuilding) return;
    const { progress, ended } = this.#rebuilding;
    this.#rebuilding = null;
    progress.complete();
    if (typeof how === 'string') ended.reject(new ReadModelRefused(how));
    else ended.resolve(how);
  }

  #oldFiles(): readonly string[] {
    if (this.#buildThread || !this.#reader) return [];
    return this.#folder.others(this.#reader.file);
  }

  #handle(reply: ThreadReply): void {
    switch (reply.kind) {
      case 'serving':
        this.#reader?.close();
        this.#reader = new ModelReader(reply.file);
        this.#rewound = null;
        this.#files = OpenFiles.ofDatabase(reply.file, [`${lockedIn(this.options)}.lock`]);
        this.#switching = false;
        if (reply.comparison && reply.file === this.#rebuilding?.file) this.#endRebuild(reply.comparison);
        this.#news.next();
        return;
      case 'health':
        this.#reader?.refresh();
        this.#follower = reply.health;
        this.#removals = reply.removals;
        this.#news.next();
        return;
      case 'caught-up':
        this.#caughtUpAt = this.clock.now();
        this.#caughtUpFile.write(this.#caughtUpAt);
        return;
      case 'progress':
        this.#progress = reply.progress;
        this.#rebuilding?.progress.next(reply.progress);
        return;
      case 'build':
        this.#build(reply.file);
        return;
      case 'rewrite':
        if (!this.#rewriteThread && !this.#switching && reply.file === this.#reader?.file)
          this.#rewrite(reply.file);
        return;
      case 'rewrite-progress':
        this.#reader?.refresh();
        this.#updateThread.send({ kind: 'rewritten' });
        this.#news.next();
        return;
      case 'rewound':
        this.#startOver(reply.message);
        return;
      case 'built':
      case 'copied':
      case 'rewritten':
      case 'refused':
      case 'closed':
        return;
    }
  }

  /**
   * The log was restored from an older copy. The served file may have events that the log has lost, and lacks others. So
   * nothing is served until a new thread has made another file of the log.
   */
  #startOver(why: string): void {
    this.#rewound = `${why} Nothing is shown until it is built again.`;
    this.onRewound(this.#rewound);
    this.#reader?.close();
    this.#reader = null;
    this.#files = null;
    this.#follower = { ...this.#follower, position: null, caughtUp: false, reason: null };
    this.#caughtUpAt = null;
    this.#caughtUpFile.forget();
    this.#progress = null;
    this.#removals = 0;
    this.#endRebuild(this.#rewound);
    // Followers of the old file cannot resume.
    this.#news.next();
    void this.#replaceThread();
  }

  async #replaceThread(): Promise<void> {
    const before = [this.#buildThread, this.#updateThread];
    this.#buildThread = null;
    this.#switching = true;
    for (const thread of [...before, this.#rewriteThread]) thread?.ignore();
    await this.#endRewriting();
    for (const thread of before) await thread?.close();
    if (this.#closed) return;
    const thread = new Thread({ ...this.options, priority: this.#priority.shared });
    this.#updateThread = thread;
    const again = (): void => {
      thread.ignore();
      setTimeout(() => void this.#replaceThread(), RETRY_AFTER).unref();
    };
    thread.on(
      (reply) => {
        if (reply.kind === 'refused') again();
        else this.#handle(reply);
      },
      (why) => {
        // The restored log may not be there yet.
        if (this.#rewound !== null) again();
        else this.#ended = why;
      },
    );
  }

  #rewrite(file: string): void {
    const building = this.#rebuilding?.file ?? null;
    const rewriter = new Thread({
      ...this.options,
      rewrite: { file, building },
      priority: this.#priority.shared,
    });
    this.#rewriteThread = rewriter;
    rewriter.on(
      (reply) => {
        if (rewriter !== this.#rewriteThread) return;
        this.#handle(reply);
        if (reply.kind === 'copied') void this.#switchTo(reply.file, false);
        if (reply.kind === 'rewritten')
          void this.#endRewriting().then(() => this.#updateThread.send({ kind: 'rewritten' }));
      },
      // The update thread asks for it again with its next message.
      () => {
        if (rewriter === this.#rewriteThread) this.#rewriteThread = null;
      },
    );
  }

  async #endRewriting(): Promise<void> {
    const rewriter = this.#rewriteThread;
    if (!rewriter) return;
    this.#priority.stop();
    await rewriter.close();
    this.#priority.resume();
    this.#rewriteThread = null;
  }

  async #switchTo(file: string, compare: boolean): Promise<void> {
    this.#switching = true;
    const thread = this.#updateThread;
    await this.#endRewriting();
    thread.send({ kind: 'switch', file, compare });
  }

  #build(file: string): void {
    const ended = Promise.withResolvers<Comparison>();
    ended.promise.catch(() => undefined);
    this.#rebuilding = { file, progress: new Subject<BuildProgress>(), ended };
    this.#rewriteThread?.send({ kind: 'building', file });
    const builder = new Thread({ ...this.options, build: { file } });
    this.#buildThread = builder;
    const end = (why: string): void => {
      this.#buildThread = null;
      this.#rewriteThread?.send({ kind: 'building', file: null });
      this.#endRebuild(why);
    };
    builder.on((reply) => {
      this.#handle(reply);
      if (reply.kind === 'refused') end(reply.message);
      if (reply.kind !== 'built') return;
      this.#buildThread = null;
      void builder.close();
      void this.#switchTo(file, true);
    }, end);
  }
}

const lockedIn = ({ folder, audience }: Pick<ThreadOptions, 'folder' | 'audience'>): string =>
  join(folder, audience);

/** Makes sure that only one process writes a read model. @throws ReadModelRefused */
function lockOf({ folder, audience }: Pick<ThreadOptions, 'folder' | 'audience'>): StoreLock {
  try {
    return StoreLock.take(lockedIn({ folder, audience }));
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    throw new ReadModelRefused(
      `The read model in ${folder} is in use by ${error.pid === null ? 'another process' : `process ${error.pid}`}. Stop that process, or give each archive its own DATELINE_DATA.`,
    );
  }
}

function describe(progress: BuildProgress | null): string {
  if (progress === null || progress.of === 0) return 'just begun';
  const { events, of, perSecond, left } = progress;
  const share = Math.floor((100 * events) / of);
  return `${events} of ${of} events (${share} %), ${perSecond} a second, ${left === null ? 'time left unknown' : `about ${left} s left`}`;
}

/** Milliseconds. */
const PATIENCE = 2_000;

/** A thread of the read model, as its owner sees it. */
class Thread {
  readonly #worker: Worker;
  readonly #exited: Promise<void>;
  #closing = false;
  #ignored = false;

  constructor(options: ThreadOptions) {
    this.#worker = new Worker(THREAD, {
      workerData: { datelineModel: options },
      name: `dateline-${options.audience}`,
    });
    this.#exited = new Promise((resolve) => this.#worker.once('exit', () => resolve()));
  }

  on(reply: (reply: ThreadReply) => void, ended: (why: string) => void): void {
    this.#worker.on('message', (message: ThreadReply) => {
      if (!this.#ignored) reply(message);
    });
    this.#worker.on('error', (error: unknown) => {
      if (!this.#ignored) ended(`The thread of the read model failed: ${String(error)}`);
    });
    this.#worker.on('exit', () => {
      if (!this.#closing && !this.#ignored) ended('The thread of the read model ended.');
    });
  }

  /** Ignores all further messages of the thread. */
  ignore(): void {
    this.#ignored = true;
  }

  send(message: ThreadMessage): void {
    this.#worker.postMessage(message);
  }

  /** Ends the thread, by force if it takes too long. No data is lost: its work can be resumed. */
  async close(): Promise<void> {
    if (!this.#closing) this.#worker.postMessage({ kind: 'close' } satisfies ThreadMessage);
    this.#closing = true;
    const patience = setTimeout(() => void this.#worker.terminate(), PATIENCE);
    await this.#exited;
    clearTimeout(patience);
  }
}
