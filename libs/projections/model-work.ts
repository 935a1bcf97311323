import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  EventDamaged,
  EventStoreError,
  FileUnusable,
  LogRewound,
  type EventReader,
  type LogAddress,
} from '#event-store';
import type { Audience } from './audience.js';
import { buildModel, type BuildProgress } from './build-model.js';
import { compare, type Comparison } from './compare-files.js';
import { builtFingerprintOf } from './fingerprint.js';
import { ModelFollower, type FollowerHealth } from './model-follower.js';
import { ModelFile } from './model-file.js';
import { FOLD, ModelFolder, type FoundFile } from './model-folder.js';
import { StoryRewriter } from './story-rewriter.js';
import { WriterPriority } from './writer-priority.js';

export interface ThreadOptions {
  readonly log: LogAddress;
  readonly folder: string;
  readonly audience: Audience;
  /** Build this file, then end. */
  readonly build?: { readonly file: string };
  /** Rewrite stories in this file, which another thread updates, then end. `building`: a file that a third thread builds. */
  readonly rewrite?: { readonly file: string; readonly building: string | null };
  /** The memory of the WriterPriority that the writers of one file share. */
  readonly priority?: SharedArrayBuffer;
}

export type ThreadMessage =
  /** The log may have new events. */
  | { readonly kind: 'look' }
  /** A file was built or copied: switch to it; `compare` it with the old one first. */
  | { readonly kind: 'switch'; readonly file: string; readonly compare: boolean }
  /** A build of this file has begun, or ended (null). Killed texts must leave this file, too. */
  | { readonly kind: 'building'; readonly file: string | null }
  /** The rewriter has done something. */
  | { readonly kind: 'rewritten' }
  | { readonly kind: 'close' };

export type ThreadReply =
  /** Read this file from now on; `comparison` with the file before, if any. */
  | { readonly kind: 'serving'; readonly file: string; readonly comparison: Comparison | null }
  | { readonly kind: 'health'; readonly health: FollowerHealth; readonly removals: number }
  /** The file has all events of the log now. Repeated about once a second while this is so. */
  | { readonly kind: 'caught-up' }
  | { readonly kind: 'progress'; readonly progress: BuildProgress }
  /** The served file is of an older version, or a build was interrupted: build this file beside it. */
  | { readonly kind: 'build'; readonly file: string }
  | { readonly kind: 'built' }
  /** The served file has stories to rewrite, or texts that must leave it. */
  | { readonly kind: 'rewrite'; readonly file: string }
  /** A story can be read again, or a killed text is proven gone. */
  | { readonly kind: 'rewrite-progress' }
  /** This copy of the served file leaves the killed texts out. */
  | { readonly kind: 'copied'; readonly file: string }
  /** Nothing is left to rewrite or to remove. */
  | { readonly kind: 'rewritten' }
  | { readonly kind: 'refused'; readonly message: string }
  /** The log was restored from an older copy: stop serving, and start over. */
  | { readonly kind: 'rewound'; readonly message: string }
  | { readonly kind: 'closed' };

/** The work of one thread of the read model. */
export interface ModelWork {
  /** Resolves when it serves, or has built its file, or has reported why it does neither. */
  readonly started: Promise<void>;
  take(message: ThreadMessage): Promise<void>;
  /** Interrupts a build; it can be resumed. */
  close(): Promise<void>;
}

type Send = (reply: ThreadReply) => void;

/** Starts the work of a thread: to update the read model from the log, to build a file, or to rewrite stories. */
export function startWork(log: EventReader, options: ThreadOptions, send: Send): ModelWork {
  const folder = new ModelFolder(options.folder, options.audience);
  const made = { log: log.identity, fold: builtFingerprintOf(options.audience) };
  const priority = new WriterPriority(options.priority);
  if (options.rewrite) return new RewriteWork(log, folder, { ...made, priority }, options.rewrite, send);
  const work = new UpdateWork(log, folder, { ...made, priority }, send);
  work.begin(options.build);
  return work;
}

/** Milliseconds between two attempts while the log does not answer: the first wait, and the longest. */
const TRY_AGAIN = { first: 1_000, most: 60_000 };
/** Milliseconds between two checks whether to stop. */
const POLL_EVERY = 20;
/** Milliseconds between two reports that the file has caught up. */
const REPORT_CAUGHT_UP_EVERY = 900;
const NOTHING_YET: BuildProgress = { events: 0, of: 0, perSecond: 0, left: null };

class UpdateWork implements ModelWork {
  #model: ModelFile | null = null;
  #follower: ModelFollower | null = null;
  #stopped = false;
  /** The file that is served while the log does not answer. */
  #unfollowed: FoundFile | null = null;
  #caughtUpReportedAt = -Infinity;
  started: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: EventReader,
    private readonly folder: ModelFolder,
    private readonly made: ModelIdentity,
    private readonly send: Send,
  ) {}

  begin(beside: ThreadOptions['build']): void {
    this.started = (beside ? this.#build(beside) : this.#start()).catch((error: unknown) => {
      const found = FileUnusable.of(join(this.folder.folder, this.folder.audience), error);
      this.send({ kind: 'refused', message: found instanceof Error ? found.message : String(found) });
    });
  }

  /** Resumes with the newest file, or builds the first one. */
  async #start(): Promise<void> {
    const own = await this.#own();
    const current = own.find((f) => f.complete && f.fold === FOLD);
    if (current && current.fingerprint !== this.made.fold) throw new Error(changed(current));
    const begun = own.find((f) => !f.complete && f.fold === FOLD && f.fingerprint === this.made.fold);
    const served = current ?? own.find((f) => f.complete);
    if (served) {
      await this.#follow(served.file);
      if (begun || !current) this.#ask(begun?.file ?? this.folder.next());
      return;
    }
    const file = begun?.file ?? this.folder.next();
    if ((await this.#buildHere(file)) === 'stopped') return;
    const built = this.folder.readable.find((f) => f.file === file);
    if (built && (await this.#isOf(built))) return this.#follow(file);
    this.#rewound('The log was restored from an older copy while the read model was built from it.');
  }

  /**
   * Whether a file is made of this log. A log that was restored from an older copy ends before the file does, or has
   * another event at the file's last position.
   */
  async #isOf({ log, position, last }: FoundFile): Promise<boolean> {
    if (log !== this.made.log || (position ?? -1n) > ((await this.log.head()) ?? -1n)) return false;
    if (last === null) return true;
    try {
      for await (const { id } of this.log.readAll({ from: last.position, limit: 1 })) return id === last.id;
      return false;
    } catch (error) {
      // The event is damaged, so it cannot be compared. The log is taken to be the same.
      if (error instanceof EventDamaged) return true;
      if (error instanceof LogRewound) return false;
      throw error;
    }
  }

  /** The files of this log. While the log does not answer, its newest file is served without updates. */
  async #own(): Promise<readonly FoundFile[]> {
    const found = this.folder.readable;
    return this.#patiently(
      async () => {
        const own: FoundFile[] = [];
        for (const file of found) if (await this.#isOf(file)) own.push(file);
        return own;
      },
      (reason) => {
        const { log, fold } = this.made;
        const last = found.find(
          (f) => f.complete && f.log === log && f.fold === FOLD && f.fingerprint === fold,
        );
        if (!last) return this.send({ kind: 'progress', progress: NOTHING_YET });
        if (this.#unfollowed === null) this.send({ kind: 'serving', file: last.file, comparison: null });
        this.#unfollowed = last;
        const health = {
          position: last.position,
          closedOff: last.position,
          caughtUp: false,
          reason,
          restarts: 0,
          damages: 0,
        };
        this.send({ kind: 'health', health, removals: 0 });
      },
    );
  }

  /** Retries while the log does not answer, and reports the reason each time. */
  async #patiently<T>(work: () => Promise<T>, waiting: (reason: string) => void): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof EventStoreError) || this.#stopped) throw error;
        waiting(error.message);
        await pause(TRY_AGAIN.first);
      }
    }
  }

  /** Builds a file beside the one that is served. */
  async #build({ file }: NonNullable<ThreadOptions['build']>): Promise<void> {
    if ((await this.#buildHere(file)) === 'built') this.send({ kind: 'built' });
  }

  async take(message: ThreadMessage): Promise<void> {
    await this.started;
    if (message.kind === 'rewritten' && this.#follower) this.#reportHealth(this.#follower.health);
    if (message.kind === 'switch') await this.#switch(message.file, message.compare);
  }

  async close(): Promise<void> {
    this.#stopped = true;
    await this.#follower?.close();
    await this.started;
    await this.#follower?.close();
    this.#model?.close();
  }

  async #buildHere(file: string): Promise<'built' | 'stopped'> {
    const model = ModelFile.open(file, { ...this.made, toBuild: true });
    try {
      const { log, folder } = this;
      const on = {
        progress: (progress: BuildProgress) => this.send({ kind: 'progress', progress }),
        stopped: () => this.#stopped,
      };
      // The file has all progress so far.
      return await this.#patiently(
        () => buildModel(log, model, folder.audience, on),
        () => this.send({ kind: 'progress', progress: NOTHING_YET }),
      );
    } finally {
      model.close();
    }
  }

  /** Serves a file, once every story is closed off whose past the log has changed. */
  async #follow(file: string): Promise<void> {
    this.#model = ModelFile.open(file, this.made);
    this.#follower = new ModelFollower(
      this.log,
      this.#model,
      this.folder.audience,
      (health) => this.#reportHealth(health),
      () => this.#reportCaughtUp(),
      (reason) => this.#rewound(reason),
    );
    await this.#follower.lookAhead();
    this.send({ kind: 'serving', file, comparison: null });
    this.#reportHealth(this.#follower.health);
  }

  /** Lets the new file catch up with the old one, then serves it. */
  async #switch(file: string, comparing: boolean): Promise<void> {
    const [before, old] = [this.#follower!, this.#model!];
    const model = ModelFile.open(file, this.made);
    const ready = Promise.withResolvers<void>();
    const follower = new ModelFollower(
      this.log,
      model,
      this.folder.audience,
      (health) => {
        if (this.#follower === follower) this.#reportHealth(health);
        else if (hasCaughtUpWith(health, before.health)) ready.resolve();
      },
      () => (this.#follower === follower ? this.#reportCaughtUp() : undefined),
      (reason) => this.#rewound(reason),
    );
    await ready.promise;
    const comparison = comparing ? await compare(old.file, file, this.folder.audience) : null;
    // The texts that must leave are not in the new file. Their removal still needs a proof.
    for (const { id, position } of old.removals) model.noteRemoval(id, BigInt(position), 1);
    [this.#follower, this.#model] = [follower, model];
    this.send({ kind: 'serving', file, comparison });
    this.#reportHealth(follower.health);
    await before.close();
    old.close();
  }

  #reportCaughtUp(): void {
    const now = performance.now();
    if (now - this.#caughtUpReportedAt < REPORT_CAUGHT_UP_EVERY) return;
    this.#caughtUpReportedAt = now;
    this.send({ kind: 'caught-up' });
  }

  #rewound(message: string): void {
    if (!this.#stopped) this.send({ kind: 'rewound', message });
  }

  #ask(file: string): void {
    this.send({ kind: 'build', file });
  }

  #reportHealth(health: FollowerHealth): void {
    const { removals, unfinished, file } = this.#model!;
    this.send({ kind: 'health', health, removals: removals.length });
    if (unfinished) this.send({ kind: 'rewrite', file });
  }
}

/** Whether a file has all that another has. If the other one has stopped, it need not be caught up with the log. */
const hasCaughtUpWith = (health: FollowerHealth, before: FollowerHealth): boolean =>
  (health.position ?? -1n) >= (before.position ?? -1n) && (health.caughtUp || before.reason !== null);

interface ModelIdentity {
  readonly log: string;
  readonly fold: string;
  readonly priority: WriterPriority;
}

/** The work of the thread that rewrites stories in a file which another thread updates. */
class RewriteWork implements ModelWork {
  readonly #model: ModelFile;
  readonly started: Promise<void>;
  #building: string | null;

  constructor(
    log: EventReader,
    folder: ModelFolder,
    private readonly made: ModelIdentity,
    { file, building }: NonNullable<ThreadOptions['rewrite']>,
    private readonly send: Send,
  ) {
    this.#model = ModelFile.open(file, made);
    this.#building = building;
    const rewriter = new StoryRewriter({
      log,
      model: this.#model,
      folder,
      priority: made.priority,
      building: () => this.#building,
      onProgress: () => send({ kind: 'rewrite-progress' }),
    });
    this.started = this.#run(rewriter);
  }

  async take(message: ThreadMessage): Promise<void> {
    if (message.kind === 'building') this.#building = message.file;
  }

  async close(): Promise<void> {
    this.made.priority.stop();
    await this.started;
    this.#model.close();
  }

  /** Retries after a failure: the log does not answer, or the disk is full. */
  async #run(rewriter: StoryRewriter): Promise<void> {
    for (let wait = TRY_AGAIN.first; !this.made.priority.stopped; wait = Math.min(2 * wait, TRY_AGAIN.most))
      try {
        const file = await rewriter.run();
        if (!this.made.priority.stopped)
          this.send(file === null ? { kind: 'rewritten' } : { kind: 'copied', file });
        return;
      } catch {
        for (const end = performance.now() + wait; performance.now() < end && !this.made.priority.stopped;)
          await pause(POLL_EVERY);
      }
  }
}

const changed = ({ file }: FoundFile): string =>
  `The read model ${file} has version ${FOLD}, but other code has made its rows. ` +
  `Raise FOLD in libs/projections/model-folder.ts: a new file is then built beside it.`;
