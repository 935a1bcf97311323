import type { Appended } from '../event-store.js';
import {
  DiskFull,
  EventDamaged,
  OutcomeUnknown,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../failure.js';
import { pause } from '../pause.js';
import { foundDamage } from './damage.js';
import type { GroupAnswer, WorkAnswer, WriteAnswer, WriteRequest, WriterOptions } from './writer-messages.js';
import { WriterFailed } from './writer-thread.js';
import type { LogWriter } from './writer-thread.js';

/** A group ends at this many appends, or once it has this many bytes. */
const GROUP_APPENDS = 1_000;
const GROUP_BYTES = 16 * 1024 * 1024;
const RECOVERIES = 3;

interface Waiting {
  readonly request: WriteRequest;
  readonly written: (appended: Appended) => void;
  readonly refused: (error: Error) => void;
}

/** What is done between two groups, and is no append. */
interface Work {
  readonly work: (writer: LogWriter) => Promise<WorkAnswer>;
  readonly done: () => void;
  readonly refused: (error: unknown) => void;
}

/**
 * Gathers the appends that wait while a commit runs, and commits them together: one fsync serves them all.
 *
 * When a commit fails, no other is begun. A new writer recovers the log and tells what became of the group that was
 * under way: what is written is answered so, what is not is refused. If that fails too, each of the group has an
 * unknown outcome, the rest is refused, and the store takes no more writes until it is opened again.
 */
export class GroupCommit {
  readonly #options: WriterOptions;
  readonly #restart: () => Promise<LogWriter>;
  readonly #onWritten: (position: bigint) => void;
  #writer: LogWriter;
  #waiting: Waiting[] = [];
  #works: Work[] = [];
  #underWay = 0;
  #running: Promise<void> | null = null;
  #state: 'ready' | 'recovering' | 'failed' | 'closed' = 'ready';
  #reason: string | null = null;

  /** `restart` starts another writer once the failed one is closed; `onWritten` is told the log's end after a commit. */
  constructor(
    options: WriterOptions,
    writer: LogWriter,
    restart: () => Promise<LogWriter>,
    onWritten: (position: bigint) => void,
  ) {
    this.#options = options;
    this.#writer = writer;
    this.#restart = restart;
    this.#onWritten = onWritten;
  }

  get health(): {
    state: 'ready' | 'recovering' | 'failed' | 'closed';
    reason: string | null;
    waiting: number;
  } {
    return { state: this.#state, reason: this.#reason, waiting: this.#waiting.length + this.#underWay };
  }

  append(request: WriteRequest): Promise<Appended> {
    if (this.#state === 'closed' || this.#state === 'failed') return Promise.reject(this.#refusal());
    return new Promise((written, refused) => {
      this.#waiting.push({ request, written, refused });
      this.#running ??= this.#run();
    });
  }

  /**
   * Does with the writer what is no append, while none is under way. It must bear to be done again.
   * Throws what `work` throws, `DiskFull`, and `StoreUnavailable` when it may be done in part.
   */
  between(work: Work['work']): Promise<void> {
    if (this.#state === 'closed' || this.#state === 'failed') return Promise.reject(this.#refusal());
    return new Promise((done, refused) => {
      this.#works.push({ work, done, refused });
      this.#running ??= this.#run();
    });
  }

  /** Commits what waits, and takes no more. */
  async drain(): Promise<void> {
    while (this.#running) await this.#running;
    this.#state = 'closed';
  }

  /** Drains, then lets the writer go. */
  async close(): Promise<void> {
    await this.drain();
    await this.#writer.close();
  }

  async #run(): Promise<void> {
    await Promise.resolve(); // Appends made in the same turn come into the first group.
    const failed = (): boolean => this.#state === 'failed';
    while (!failed() && this.#waiting.length + this.#works.length > 0) {
      if (this.#waiting.length > 0) await this.#commit(this.#nextGroup());
      const work = failed() ? undefined : this.#works.shift();
      if (work) await this.#do(work);
    }
    for (const { refused } of [...this.#waiting.splice(0), ...this.#works.splice(0)])
      refused(this.#refusal());
    this.#running = null;
  }

  #nextGroup(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { request } of this.#waiting) {
      bytes += request.events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
      count += 1;
      if (count >= GROUP_APPENDS || bytes >= GROUP_BYTES) break;
    }
    return this.#waiting.splice(0, count);
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    this.#underWay = group.length;
    const requests = group.map(({ request }) => request);
    try {
      this.#tell(group, await this.#writer.write(requests));
    } catch (error) {
      const failure = error instanceof WriterFailed ? error : new WriterFailed('THREAD', String(error));
      await this.#recover(group, requests, failure);
    } finally {
      this.#underWay = 0;
    }
  }

  async #do({ work, done, refused }: Work): Promise<void> {
    const { file } = this.#options;
    try {
      const answer = await work(this.#writer);
      if (answer.kind === 'done') return done();
      if (answer.kind === 'disk-full') return refused(new DiskFull(file, answer.free, answer.reserve));
      refused(
        new StoreUnavailable(
          `A reader of ${file} stayed in the way. What was asked for is done in part; repeat it.`,
        ),
      );
    } catch (error) {
      if (!(error instanceof WriterFailed)) return refused(error);
      await this.#recover([], [], error);
      refused(
        error.code === 'SQLITE_FULL'
          ? new DiskFull(file, null, this.#options.reserve)
          : new StoreUnavailable(
              `Work on ${file} failed (${error.message}). It may be done in part; repeat it.`,
            ),
      );
    }
  }

  async #recover(
    group: readonly Waiting[],
    requests: readonly WriteRequest[],
    failure: WriterFailed,
  ): Promise<void> {
    this.#state = 'recovering';
    this.#reason = `A commit to ${this.#options.file} failed (${failure.message}).`;
    for (let failures = 0; failures < RECOVERIES; failures += 1) {
      try {
        if (failures > 0) await pause(failures, { first: 100, most: 1_000 });
        await this.#writer.close();
        this.#writer = await this.#restart();
        this.#tell(group, await this.#writer.recover(requests, failure.message), failure);
        this.#state = 'ready';
        this.#reason = null;
        return;
      } catch (error) {
        this.#reason = `A commit to ${this.#options.file} failed (${failure.message}), and so did its recovery (${String(error)}).`;
      }
    }
    this.#state = 'failed';
    for (const { request, refused } of group) refused(new OutcomeUnknown(request.stream, this.#reason));
  }

  #tell(group: readonly Waiting[], answer: GroupAnswer, failure?: WriterFailed): void {
    if (answer.kind === 'answers') {
      let end = -1;
      for (const [index, waiting] of group.entries()) {
        const one = answer.answers[index] ?? { kind: 'absent' };
        if (one.kind === 'written') end = Math.max(end, one.last?.position ?? -1);
        this.#tellOne(waiting, one, failure);
      }
      if (end >= 0) this.#onWritten(BigInt(end));
      return;
    }
    for (const { refused } of group) {
      if (answer.kind === 'disk-full') refused(new DiskFull(this.#options.file, answer.free, answer.reserve));
      else
        refused(
          new StoreUnavailable(
            `Another program is writing to ${this.#options.file}; nothing was written. Stop it.`,
          ),
        );
    }
  }

  #tellOne({ request, written, refused }: Waiting, answer: WriteAnswer, failure?: WriterFailed): void {
    switch (answer.kind) {
      case 'written': {
        const { last } = answer;
        if (!last) return written({ revision: null, position: null });
        return written({ revision: BigInt(last.revision), position: BigInt(last.position) });
      }
      case 'conflict':
        return refused(
          new WrongExpectedRevision(request.stream, toExpected(request.expected), toExpected(answer.actual)),
        );
      case 'absent': {
        if (failure?.code === 'SQLITE_FULL')
          return refused(new DiskFull(this.#options.file, null, this.#options.reserve));
        if (failure && foundDamage(failure.code))
          return refused(new EventDamaged(this.#options.file, { stream: request.stream }, failure.message));
        const reason = `A commit failed (${failure?.message}); the append to ${request.stream} was not written. Retry.`;
        return refused(new StoreUnavailable(reason));
      }
    }
  }

  #refusal(): StoreUnavailable {
    if (this.#state === 'closed')
      return new StoreUnavailable(`${this.#options.file} is closed. Open it again to write.`);
    return new StoreUnavailable(`${this.#reason} Nothing was written. See to the volume, then start again.`);
  }
}

function toExpected(revision: number): 'no_stream' | bigint {
  return revision < 0 ? 'no_stream' : BigInt(revision);
}
