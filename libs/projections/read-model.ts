import { basename, dirname, extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { filter, firstValueFrom, map, of, Subject, timeout, type Observable } from 'rxjs';
import { OpenFiles, StoreLock, StoreLocked, type Clock } from '#event-store';
import type { Audience } from './audience.js';
import type { Progress } from './builder.js';
import type { Comparison } from './comparison.js';
import type { FollowerHealth } from './follower.js';
import { CaughtUpFile } from './caught-up-file.js';
import { ModelFolder, sizeOf } from './model-folder.js';
import type { ThreadMessage, ThreadOptions, ThreadReply } from './model-keeper.js';
import { ModelReader } from './model-reader.js';
import { sampled } from './sampled.js';
import { Turns } from './turns.js';

/** The read model cannot be opened; the message says why and what to do. */
export class ReadModelRefused extends Error {
  override readonly name = 'ReadModelRefused';
}

/** There is nothing to read yet: the first file is still being built. */
export class ReadModelNotBuilt extends Error {
  override readonly name = 'ReadModelNotBuilt';
}

export interface ReadModelHealth {
  readonly ok: boolean;
  readonly caughtUp: boolean;
  readonly position: bigint | null;
  /** When all that the log held could be read, in milliseconds since the epoch; null where that is not known. */
  readonly caughtUpAt: number | null;
  /** How often it had to begin anew to follow the log. */
  readonly restarts: number;
  /** For an operator, without paths and without anything that a story says. */
  readonly detail: string;
}

/** Where a read model is, of which log, and the clock by which it says how old it is. */
export interface ReadModelOptions extends Omit<ThreadOptions, 'build' | 'rewrite' | 'turns'> {
  readonly clock: Clock;
  /** Is told why it begins again: its log was restored from an older copy. */
  readonly onRewound?: (why: string) => void;
}

/** A rebuild that is under way. */
export interface Rebuild {
  /** At most four times a second. It completes when the rebuild ends, and never fails. */
  readonly progress: Observable<Progress>;
  /** The new file compared with the old one; rejects with ReadModelRefused. */
  readonly ended: Promise<Comparison>;
}

/** Milliseconds for which files that were there are taken to be there still. */
const LOOKED = 500;
/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 250;
/** Milliseconds until a thread that could not begin again is replaced. */
const BEGIN_AGAIN_AFTER = 1_000;
const THREAD = join(import.meta.dirname, `model-thread${extname(import.meta.filename)}`);

/**
 * The read model of one log: files in a folder of their own, written by a thread and read here. Another file may be
 * built beside the one that is read; it takes its place when it is level, and no reader notices.
 */
export class ReadModel {
  readonly #folder: ModelFolder;
  #thread: Thread;
  #builder: Thread | null = null;
  /** Rewrites stories, and copies the file; and what it shares with the thread that keeps the file up. */
  #rewriter: Thread | null = null;
  readonly #turns = new Turns();
  #switching = false;
  #follower: FollowerHealth = {
    position: null,
    closedOff: null,
    caughtUp: false,
    reason: null,
    restarts: 0,
    damages: 0,
  };
  #levelAt: number | null;
  #reader: ModelReader | null = null;
  #files: OpenFiles | null = null;
  #progress: Progress | null = null;
  #removals = 0;
  readonly #news = new Subject<void>();
  #ended: string | null = null;
  /** Why it had to begin again, until what is served is made of the log as it is now. */
  #rewound: string | null = null;
  #closed = false;
  #rebuilding: {
    readonly file: string;
    readonly progress: Subject<Progress>;
    readonly ended: PromiseWithResolvers<Comparison>;
  } | null = null;
  readonly #level: CaughtUpFile;
  readonly #lock: StoreLock;

  private constructor(
    private readonly options: Omit<ThreadOptions, 'build' | 'rewrite' | 'turns'>,
    private readonly clock: Clock,
    private readonly onRewound: (why: string) => void,
  ) {
    this.#folder = new ModelFolder(options.folder, options.audience);
    this.#lock = lockOf(options);
    this.#level = new CaughtUpFile(options.folder, options.audience);
    this.#levelAt = this.#level.read();
    this.#thread = new Thread({ ...options, turns: this.#turns.shared });
  }

  /**
   * Opens what there is and goes on with it, however long the log; without any, builds it first, and tells so.
   *
   * @throws ReadModelRefused
   */
  static async start({ clock, onRewound = () => {}, ...options }: ReadModelOptions): Promise<ReadModel> {
    const model = new ReadModel(options, clock, onRewound);
    const started = Promise.withResolvers<void>();
    model.#thread.on(
      (reply) => {
        if (reply.kind === 'refused') started.reject(new ReadModelRefused(reply.message));
        model.#take(reply);
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
    throw new ReadModelNotBuilt(`What is recorded is being made readable: ${told(this.#progress)}.`);
  }

  get health(): ReadModelHealth {
    const { position, caughtUp, reason, restarts, damages } = this.#follower;
    const wrong = this.#rewound ?? this.#ended ?? this.#gone() ?? (reason && this.#withoutPaths(reason));
    const detail =
      wrong ??
      (this.#reader === null
        ? `being built: ${told(this.#progress)}`
        : this.#removals > 0
          ? `${this.#removals} removal(s) pending: the text of what was killed may still be in a file`
          : this.#builder
            ? `up to date; another is being built: ${told(this.#progress)}`
            : damages > 0
              ? `${damages} story(s) not shown: damaged in the log. Run dateline verify`
              : caughtUp
                ? 'up to date'
                : 'catching up');
    // While a removal is pending nobody is shown what was removed: readers need not be sent elsewhere.
    const ok = wrong === null && this.#reader !== null;
    return { ok, caughtUp, position, caughtUpAt: this.#levelAt, restarts, detail };
  }

  /** What is read is right as long as the process runs, and is lost with it. */
  #gone(): string | null {
    const file = this.#files?.gone(LOOKED) ?? null;
    return file === null
      ? null
      : `${basename(file)} of the read model was deleted or replaced while it was open: start again, and it is built anew`;
  }

  #withoutPaths(reason: string): string {
    const { folder, log } = this.options;
    const folders = [folder, ...(log.kind === 'file' ? [dirname(log.file)] : [])];
    return folders.reduce((said, path) => said.replaceAll(`${path}/`, ''), reason);
  }

  /** Whether what can be read was ever level with the log. */
  get caughtUp(): boolean {
    return this.#follower.caughtUp;
  }

  /** When what can be read was level with the log, in milliseconds since the epoch; null where that is not known. */
  get levelAt(): number | null {
    return this.#levelAt;
  }

  /** Waits until a position of the log can be read; false if `atMost` milliseconds pass first. */
  reached(position: bigint, atMost: number): Promise<boolean> {
    if ((this.#follower.position ?? -1n) < position) this.#thread.send({ kind: 'look' });
    return this.#eventually(() => (this.#follower.position ?? -1n) >= position, atMost);
  }

  /**
   * Waits until nobody is shown what an event at a position of the log removed; false if `atMost` milliseconds pass first.
   * While nothing can be read there is nothing to wait for.
   */
  async closedOff(position: bigint, atMost: number): Promise<boolean> {
    if (this.#reader === null || (this.#follower.closedOff ?? -1n) >= position) return true;
    this.#thread.send({ kind: 'look' });
    return this.#eventually(() => (this.#follower.closedOff ?? -1n) >= position, atMost);
  }

  /** Emits whenever there may be something new to read; completes when the read model is closed. */
  get news(): Observable<void> {
    return this.#news;
  }

  /** Waits until something is so; false if `atMost` milliseconds pass first, or the read model is closed. */
  #eventually(isSo: () => boolean, atMost: number): Promise<boolean> {
    if (isSo()) return Promise.resolve(true);
    const awaited = this.#news.pipe(
      filter(isSo),
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

  /** Older files that are kept, and what they take in bytes. */
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
    await Promise.all([this.#builder?.close(), this.#endRewriting()]);
    await this.#thread.close();
    this.#reader?.close();
    this.#reader = null;
    this.#lock.release();
    this.#endRebuild('The newsroom was stopped; the building goes on when it starts again.');
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
    if (this.#builder || !this.#reader) return [];
    return this.#folder.others(this.#reader.file);
  }

  #take(reply: ThreadReply): void {
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
      case 'level':
        this.#levelAt = this.clock.now();
        this.#level.write(this.#levelAt);
        return;
      case 'progress':
        this.#progress = reply.progress;
        this.#rebuilding?.progress.next(reply.progress);
        return;
      case 'build':
        this.#build(reply.file);
        return;
      case 'rewrite':
        if (!this.#rewriter && !this.#switching && reply.file === this.#reader?.file)
          this.#rewrite(reply.file);
        return;
      case 'moved':
        this.#reader?.refresh();
        this.#thread.send({ kind: 'rewritten' });
        this.#news.next();
        return;
      case 'rewound':
        this.#beginAgain(reply.message);
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
   * The log was restored from an older copy: what is served may hold what the log lost, and lacks what it has instead. So
   * nothing is served until another file is made of the log, by a thread that begins as at a start.
   */
  #beginAgain(why: string): void {
    this.#rewound = `${why} Nothing is shown until that is done.`;
    this.onRewound(this.#rewound);
    this.#reader?.close();
    this.#reader = null;
    this.#files = null;
    this.#follower = { ...this.#follower, position: null, caughtUp: false, reason: null };
    this.#levelAt = null;
    this.#level.forget();
    this.#progress = null;
    this.#removals = 0;
    this.#endRebuild(this.#rewound);
    // Who follows what was served has nothing to go on from.
    this.#news.next();
    void this.#replaceThread();
  }

  async #replaceThread(): Promise<void> {
    const before = [this.#builder, this.#thread];
    this.#builder = null;
    this.#switching = true;
    for (const thread of [...before, this.#rewriter]) thread?.leave();
    await this.#endRewriting();
    for (const thread of before) await thread?.close();
    if (this.#closed) return;
    const thread = new Thread({ ...this.options, turns: this.#turns.shared });
    this.#thread = thread;
    const again = (): void => {
      thread.leave();
      setTimeout(() => void this.#replaceThread(), BEGIN_AGAIN_AFTER).unref();
    };
    thread.on(
      (reply) => {
        if (reply.kind === 'refused') again();
        else this.#take(reply);
      },
      (why) => {
        // The log may not be back in its place yet.
        if (this.#rewound !== null) again();
        else this.#ended = why;
      },
    );
  }

  #rewrite(file: string): void {
    const building = this.#rebuilding?.file ?? null;
    const rewriter = new Thread({ ...this.options, rewrite: { file, building }, turns: this.#turns.shared });
    this.#rewriter = rewriter;
    rewriter.on(
      (reply) => {
        if (rewriter !== this.#rewriter) return;
        this.#take(reply);
        if (reply.kind === 'copied') void this.#switchTo(reply.file, false);
        if (reply.kind === 'rewritten')
          void this.#endRewriting().then(() => this.#thread.send({ kind: 'rewritten' }));
      },
      // It is begun again when there is something new.
      () => {
        if (rewriter === this.#rewriter) this.#rewriter = null;
      },
    );
  }

  async #endRewriting(): Promise<void> {
    const rewriter = this.#rewriter;
    if (!rewriter) return;
    this.#turns.stop();
    await rewriter.close();
    this.#turns.goOn();
    this.#rewriter = null;
  }

  async #switchTo(file: string, compare: boolean): Promise<void> {
    this.#switching = true;
    const thread = this.#thread;
    await this.#endRewriting();
    thread.send({ kind: 'switch', file, compare });
  }

  #build(file: string): void {
    const ended = Promise.withResolvers<Comparison>();
    ended.promise.catch(() => undefined);
    this.#rebuilding = { file, progress: new Subject<Progress>(), ended };
    this.#rewriter?.send({ kind: 'building', file });
    const builder = new Thread({ ...this.options, build: { file } });
    this.#builder = builder;
    const end = (why: string): void => {
      this.#builder = null;
      this.#rewriter?.send({ kind: 'building', file: null });
      this.#endRebuild(why);
    };
    builder.on((reply) => {
      this.#take(reply);
      if (reply.kind === 'refused') end(reply.message);
      if (reply.kind !== 'built') return;
      this.#builder = null;
      void builder.close();
      void this.#switchTo(file, true);
    }, end);
  }
}

const lockedIn = ({ folder, audience }: Pick<ThreadOptions, 'folder' | 'audience'>): string =>
  join(folder, audience);

/** One process writes a read model. @throws ReadModelRefused */
function lockOf({ folder, audience }: Pick<ThreadOptions, 'folder' | 'audience'>): StoreLock {
  try {
    return StoreLock.take(lockedIn({ folder, audience }));
  } catch (error) {
    if (!(error instanceof StoreLocked)) throw error;
    throw new ReadModelRefused(
      `The read model in ${folder} is kept by ${error.pid === null ? 'another process' : `process ${error.pid}`}. Stop that one, or give each archive a DATELINE_DATA of its own.`,
    );
  }
}

function told(progress: Progress | null): string {
  if (progress === null || progress.of === 0) return 'just begun';
  const { events, of, perSecond, left } = progress;
  const share = Math.floor((100 * events) / of);
  return `${events} of ${of} events (${share} %), ${perSecond} a second, ${left === null ? 'time left unknown' : `about ${left} s left`}`;
}

/** Milliseconds. */
const PATIENCE = 2_000;

/** A thread of the read model, as it is seen from here. */
class Thread {
  readonly #worker: Worker;
  readonly #exited: Promise<void>;
  #closing = false;
  #left = false;

  constructor(options: ThreadOptions) {
    this.#worker = new Worker(THREAD, {
      workerData: { datelineModel: options },
      name: `dateline-${options.audience}`,
    });
    this.#exited = new Promise((resolve) => this.#worker.once('exit', () => resolve()));
  }

  on(reply: (reply: ThreadReply) => void, ended: (why: string) => void): void {
    this.#worker.on('message', (message: ThreadReply) => {
      if (!this.#left) reply(message);
    });
    this.#worker.on('error', (error: unknown) => {
      if (!this.#left) ended(`The thread of the read model failed: ${String(error)}`);
    });
    this.#worker.on('exit', () => {
      if (!this.#closing && !this.#left) ended('The thread of the read model ended.');
    });
  }

  /** What it says from now on is heard by nobody. */
  leave(): void {
    this.#left = true;
  }

  send(message: ThreadMessage): void {
    this.#worker.postMessage(message);
  }

  /** What it does is left where it is, in the midst of it where that takes long: nothing is lost with it. */
  async close(): Promise<void> {
    if (!this.#closing) this.#worker.postMessage({ kind: 'close' } satisfies ThreadMessage);
    this.#closing = true;
    const patience = setTimeout(() => void this.#worker.terminate(), PATIENCE);
    await this.#exited;
    clearTimeout(patience);
  }
}
