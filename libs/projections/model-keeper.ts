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
import { build, type Progress } from './builder.js';
import { compare, type Comparison } from './comparison.js';
import { fingerprintOf } from './fingerprint.js';
import { Follower, type FollowerHealth } from './follower.js';
import { ModelFile } from './model-file.js';
import { FOLD, ModelFolder, type FoundFile } from './model-folder.js';
import { Rewriter } from './rewriter.js';
import { Turns } from './turns.js';

export interface ThreadOptions {
  readonly log: LogAddress;
  readonly folder: string;
  readonly audience: Audience;
  /** Build this file, and end. */
  readonly build?: { readonly file: string };
  /** Rewrite what is to be rewritten in this file, which another thread keeps up, and end; a file may be being built. */
  readonly rewrite?: { readonly file: string; readonly building: string | null };
  /** Shared by the threads that write one file. */
  readonly turns?: SharedArrayBuffer;
}

export type ThreadMessage =
  /** There is something new in the log. */
  | { readonly kind: 'look' }
  /** A file is built or copied: go over to it, compared with what was served or not. */
  | { readonly kind: 'switch'; readonly file: string; readonly compare: boolean }
  /** A file is being built from now on: what is removed must be gone from it as well. */
  | { readonly kind: 'building'; readonly file: string | null }
  /** Who rewrites stories did something. */
  | { readonly kind: 'rewritten' }
  | { readonly kind: 'close' };

export type ThreadReply =
  /** This file is to be read from now on; it may have been compared with the one before. */
  | { readonly kind: 'serving'; readonly file: string; readonly comparison: Comparison | null }
  | { readonly kind: 'health'; readonly health: FollowerHealth; readonly removals: number }
  /** All that the log holds can be read at this moment; told once a second while it is so. */
  | { readonly kind: 'level' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** What is served is of an older version, or a building was interrupted: this file is to be built beside it. */
  | { readonly kind: 'build'; readonly file: string }
  | { readonly kind: 'built' }
  /** There are stories to be rewritten in the file that is served, or something is to leave it. */
  | { readonly kind: 'rewrite'; readonly file: string }
  /** A story was rewritten and can be read, or something is proven to have left the files. */
  | { readonly kind: 'moved' }
  /** This copy of the file that is served has nothing of what is to leave it. */
  | { readonly kind: 'copied'; readonly file: string }
  /** Nothing is left to be rewritten, or to leave the files. */
  | { readonly kind: 'rewritten' }
  | { readonly kind: 'refused'; readonly message: string }
  /** The log was restored from an older copy: nothing of what is served may be shown, and this is to begin again. */
  | { readonly kind: 'rewound'; readonly message: string }
  | { readonly kind: 'closed' };

export interface Keeper {
  /** When it serves, or has built what it was to build, or told why it does neither. */
  readonly started: Promise<void>;
  take(message: ThreadMessage): Promise<void>;
  /** A building is left where it is, and goes on another time. */
  close(): Promise<void>;
}

type Tell = (reply: ThreadReply) => void;

/** What a thread of the read model does: keeps it up with the log, or builds one file of it. */
export function serve(log: EventReader, options: ThreadOptions, tell: Tell): Keeper {
  const folder = new ModelFolder(options.folder, options.audience);
  const made = { log: log.identity, fold: fingerprintOf(options.audience) };
  const turns = new Turns(options.turns);
  if (options.rewrite) return new RewritingKeeper(log, folder, { ...made, turns }, options.rewrite, tell);
  const keeper = new ModelKeeper(log, folder, { ...made, turns }, tell);
  keeper.begin(options.build);
  return keeper;
}

/** Milliseconds between two attempts while the log does not answer. */
const TRY_AGAIN = { first: 1_000, most: 60_000 };
const LOOK_AGAIN = 20;
const TELL_LEVEL = 900;
const NOTHING_YET: Progress = { events: 0, of: 0, perSecond: 0, left: null };

class ModelKeeper implements Keeper {
  #model: ModelFile | null = null;
  #follower: Follower | null = null;
  #stopped = false;
  /** What is served while the log does not answer. */
  #unfollowed: FoundFile | null = null;
  #toldLevel = -Infinity;
  started: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: EventReader,
    private readonly folder: ModelFolder,
    private readonly made: Made,
    private readonly tell: Tell,
  ) {}

  begin(beside: ThreadOptions['build']): void {
    this.started = (beside ? this.#build(beside) : this.#start()).catch((error: unknown) => {
      const found = FileUnusable.of(join(this.folder.folder, this.folder.audience), error);
      this.tell({ kind: 'refused', message: found instanceof Error ? found.message : String(found) });
    });
  }

  /** Goes on with the newest file there is, or builds the first one. */
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
    this.#rewound('The log was restored from an older copy while what is read was built of it.');
  }

  /**
   * Whether a file is made of this log: one that was restored from an older copy ends before it, or was written on
   * and has another event where the file has its last.
   */
  async #isOf({ log, position, last }: FoundFile): Promise<boolean> {
    if (log !== this.made.log || (position ?? -1n) > ((await this.log.head()) ?? -1n)) return false;
    if (last === null) return true;
    try {
      for await (const { id } of this.log.readAll({ from: last.position, limit: 1 })) return id === last.id;
      return false;
    } catch (error) {
      // Which event it was is not to be seen any more; the log is the same.
      if (error instanceof EventDamaged) return true;
      if (error instanceof LogRewound) return false;
      throw error;
    }
  }

  /** The files of this log. While the log does not answer, what was its file is served, without going on. */
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
        if (!last) return this.tell({ kind: 'progress', progress: NOTHING_YET });
        if (this.#unfollowed === null) this.tell({ kind: 'serving', file: last.file, comparison: null });
        this.#unfollowed = last;
        const health = {
          position: last.position,
          closedOff: last.position,
          caughtUp: false,
          reason,
          restarts: 0,
          damages: 0,
        };
        this.tell({ kind: 'health', health, removals: 0 });
      },
    );
  }

  /** Tries again while the log does not answer, and tells why each time. */
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
    if ((await this.#buildHere(file)) === 'built') this.tell({ kind: 'built' });
  }

  async take(message: ThreadMessage): Promise<void> {
    await this.started;
    if (message.kind === 'rewritten' && this.#follower) this.#moved(this.#follower.health);
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
        progress: (progress: Progress) => this.tell({ kind: 'progress', progress }),
        stopped: () => this.#stopped,
      };
      // What it has so far stands in the file.
      return await this.#patiently(
        () => build(log, model, folder.audience, on),
        () => this.tell({ kind: 'progress', progress: NOTHING_YET }),
      );
    } finally {
      model.close();
    }
  }

  /** Has a file read, once all that is withheld by what the log holds is closed off. */
  async #follow(file: string): Promise<void> {
    this.#model = ModelFile.open(file, this.made);
    this.#follower = new Follower(
      this.log,
      this.#model,
      this.folder.audience,
      (health) => this.#moved(health),
      () => this.#level(),
      (reason) => this.#rewound(reason),
    );
    await this.#follower.lookAhead();
    this.tell({ kind: 'serving', file, comparison: null });
    this.#moved(this.#follower.health);
  }

  /** Brings the new file to where the old one is, and only then has it read. */
  async #switch(file: string, comparing: boolean): Promise<void> {
    const [before, old] = [this.#follower!, this.#model!];
    const model = ModelFile.open(file, this.made);
    const level = Promise.withResolvers<void>();
    const follower = new Follower(
      this.log,
      model,
      this.folder.audience,
      (health) => {
        if (this.#follower === follower) this.#moved(health);
        else if (isLevel(health, before.health)) level.resolve();
      },
      () => (this.#follower === follower ? this.#level() : undefined),
      (reason) => this.#rewound(reason),
    );
    await level.promise;
    const comparison = comparing ? await compare(old.file, file, this.folder.audience) : null;
    // What is still to leave the old file leaves with it.
    for (const { id, position } of old.removals) model.noteRemoval(id, BigInt(position), 1);
    [this.#follower, this.#model] = [follower, model];
    this.tell({ kind: 'serving', file, comparison });
    this.#moved(follower.health);
    await before.close();
    old.close();
  }

  #level(): void {
    const now = performance.now();
    if (now - this.#toldLevel < TELL_LEVEL) return;
    this.#toldLevel = now;
    this.tell({ kind: 'level' });
  }

  #rewound(message: string): void {
    if (!this.#stopped) this.tell({ kind: 'rewound', message });
  }

  #ask(file: string): void {
    this.tell({ kind: 'build', file });
  }

  #moved(health: FollowerHealth): void {
    const { removals, unfinished, file } = this.#model!;
    this.tell({ kind: 'health', health, removals: removals.length });
    if (unfinished) this.tell({ kind: 'rewrite', file });
  }
}

/** Whether a file has all that another has; where that one cannot go on, neither can this one. */
const isLevel = (health: FollowerHealth, before: FollowerHealth): boolean =>
  (health.position ?? -1n) >= (before.position ?? -1n) && (health.caughtUp || before.reason !== null);

interface Made {
  readonly log: string;
  readonly fold: string;
  readonly turns: Turns;
}

/** What the thread does that rewrites stories of a file which another one keeps up. */
class RewritingKeeper implements Keeper {
  readonly #model: ModelFile;
  readonly started: Promise<void>;
  #building: string | null;

  constructor(
    log: EventReader,
    folder: ModelFolder,
    private readonly made: Made,
    { file, building }: NonNullable<ThreadOptions['rewrite']>,
    private readonly tell: Tell,
  ) {
    this.#model = ModelFile.open(file, made);
    this.#building = building;
    const rewriter = new Rewriter({
      log,
      model: this.#model,
      folder,
      turns: made.turns,
      building: () => this.#building,
      moved: () => tell({ kind: 'moved' }),
    });
    this.started = this.#run(rewriter);
  }

  async take(message: ThreadMessage): Promise<void> {
    if (message.kind === 'building') this.#building = message.file;
  }

  async close(): Promise<void> {
    this.made.turns.stop();
    await this.started;
    this.#model.close();
  }

  /** Begins again where something fails: the log does not answer, or the disk is full. */
  async #run(rewriter: Rewriter): Promise<void> {
    for (let wait = TRY_AGAIN.first; !this.made.turns.stopped; wait = Math.min(2 * wait, TRY_AGAIN.most))
      try {
        const file = await rewriter.run();
        if (!this.made.turns.stopped)
          this.tell(file === null ? { kind: 'rewritten' } : { kind: 'copied', file });
        return;
      } catch {
        for (const end = performance.now() + wait; performance.now() < end && !this.made.turns.stopped;)
          await pause(LOOK_AGAIN);
      }
  }
}

const changed = ({ file }: FoundFile): string =>
  `The read model ${file} was made by another fold than this program's, under the same version ${FOLD}. ` +
  `Raise FOLD in libs/projections/model-folder.ts: a new one is then built beside it.`;
