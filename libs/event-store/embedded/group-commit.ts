import type { Appended } from '../event-store.js';
import { DiskFull, EventDamaged, StoreUnavailable, WrongExpectedRevision } from '../failure.js';
import type { OutcomeUnknown } from '../failure.js';
import { pause, pauseAfter } from '../pause.js';
import { foundDamage } from './damage.js';
import { FileGone } from './open-files.js';
import type { OpenFiles } from './open-files.js';
import { UnknownOutcome } from './unknown-outcome.js';
import type { GroupAnswer, WorkAnswer, WriteAnswer, WriteRequest, WriterOptions } from './writer-messages.js';
import { WriterFailed } from './writer-thread.js';
import type { LogWriter } from './writer-thread.js';

/** The limits of a group: appends, and bytes. */
const GROUP_APPENDS = 1_000;
const GROUP_BYTES = 16 * 1024 * 1024;
const RECOVERIES = 3;
/** The first and the longest pause between later recoveries, in milliseconds. */
const LATER = { first: 1_000, most: 10_000 };

/** The log on which groups are committed. */
export interface CommittedLog {
  /** The open files. An append is acknowledged only if they are all still in place. */
  readonly files: OpenFiles;
  /** Starts a new writer after the failed one was closed. */
  restart(): Promise<LogWriter>;
  /** Called when the log is durable through a position. */
  onWritten(position: bigint): void;
  /** Called with the appends whose outcome is unknown; with null once every outcome is known. */
  setUnknown(unknown: UnknownOutcome | null): void;
}

interface PendingAppend {
  readonly request: WriteRequest;
  readonly written: (appended: Appended) => void;
  readonly refused: (error: Error) => void;
}

/** Other work with the writer, between two groups. */
interface Work {
  readonly work: (writer: LogWriter) => Promise<WorkAnswer>;
  readonly done: () => void;
  readonly refused: (error: unknown) => void;
}

/**
 * Commits in groups: the appends that arrive during a commit are committed together, with one fsync.
 *
 * After a failed commit no other commit starts. A new writer recovers the log and finds which appends of the group are
 * written: those are acknowledged, the others are refused. If the recovery fails too, every append of the group has an
 * unknown outcome, and the store accepts no writes. It retries the recovery from time to time. Until it succeeds, an append
 * to a stream of the group has an unknown outcome, and every other append is refused. The same happens while files of the
 * log are deleted or replaced.
 */
export class GroupCommit {
  readonly #options: WriterOptions;
  readonly #log: CommittedLog;
  #writer: LogWriter;
  #waiting: PendingAppend[] = [];
  #works: Work[] = [];
  #underWay = 0;
  #running: Promise<void> | null = null;
  #state: 'ready' | 'recovering' | 'failed' | 'closed' = 'ready';
  #reason: string | null = null;
  /** The last position known to be durable; -1 for none. */
  #end: number;
  #unknown: UnknownOutcome | null = null;
  #later: NodeJS.Timeout | null = null;

  /** `end` is the last position of the log, which is durable; -1 for none. */
  constructor(options: WriterOptions, writer: LogWriter, log: CommittedLog, end: number) {
    this.#options = options;
    this.#writer = writer;
    this.#log = log;
    this.#end = end;
  }

  get health(): {
    state: 'ready' | 'recovering' | 'failed' | 'closed';
    reason: string | null;
    waiting: number;
  } {
    return { state: this.#state, reason: this.#reason, waiting: this.#waiting.length + this.#underWay };
  }

  append(request: WriteRequest): Promise<Appended> {
    if (this.#state === 'closed' || this.#state === 'failed') return Promise.reject(this.#refusal(request));
    return new Promise((written, refused) => {
      this.#waiting.push({ request, written, refused });
      this.#running ??= this.#run();
    });
  }

  /**
   * Does other work with the writer while no commit runs. The work must be idempotent.
   *
   * @throws what `work` throws, DiskFull, and StoreUnavailable where the work may be done in part
   */
  runBetweenCommits(work: Work['work']): Promise<void> {
    if (this.#state === 'closed' || this.#state === 'failed') return Promise.reject(this.#refusal());
    return new Promise((done, refused) => {
      this.#works.push({ work, done, refused });
      this.#running ??= this.#run();
    });
  }

  /** Commits the pending appends, and accepts no more. */
  async drain(): Promise<void> {
    this.#cancelLater();
    while (this.#running) await this.#running;
    this.#cancelLater();
    this.#state = 'closed';
  }

  /** Drains, then closes the writer. */
  async close(): Promise<void> {
    await this.drain();
    await this.#writer.close();
  }

  async #run(): Promise<void> {
    await Promise.resolve(); // Appends of the same turn of the event loop get into the first group.
    const failed = (): boolean => this.#state === 'failed';
    while (!failed() && this.#hasWork) {
      if (this.#waiting.length > 0) await this.#commit(this.#nextGroup());
      const work = failed() ? undefined : this.#works.shift();
      if (work) await this.#do(work);
    }
    for (const { request, refused } of this.#waiting.splice(0)) refused(this.#refusal(request));
    for (const { refused } of this.#works.splice(0)) refused(this.#refusal());
    this.#running = null;
  }

  get #hasWork(): boolean {
    return this.#waiting.length + this.#works.length > 0;
  }

  #nextGroup(): PendingAppend[] {
    let bytes = 0;
    let count = 0;
    for (const { request } of this.#waiting) {
      bytes += request.events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
      count += 1;
      if (count >= GROUP_APPENDS || bytes >= GROUP_BYTES) break;
    }
    return this.#waiting.splice(0, count);
  }

  async #commit(group: readonly PendingAppend[]): Promise<void> {
    this.#underWay = group.length;
    const requests = group.map(({ request }) => request);
    try {
      const answer = await this.#writer.write(requests);
      const gone = this.#log.files.gone();
      if (gone === null) this.#answer(group, answer);
      else this.#filesGone(gone, group);
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
      const gone = this.#log.files.gone();
      if (gone !== null) {
        this.#filesGone(gone, []);
        return refused(this.#refusal());
      }
      if (answer.kind === 'done') return done();
      if (answer.kind === 'disk-full') return refused(new DiskFull(file, answer.free, answer.reserve));
      refused(new StoreUnavailable(`A reader of ${file} blocked the work. It is done in part; repeat it.`));
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

  /** Stops where a file of the log is gone. */
  checkFiles(): void {
    const gone = this.#state === 'ready' && this.#running === null ? this.#log.files.gone() : null;
    if (gone !== null) this.#filesGone(gone, []);
  }

  #filesGone(file: string, group: readonly PendingAppend[]): void {
    const requests = group.map(({ request }) => request);
    const gone = new FileGone(file);
    this.#setUnknown(new UnknownOutcome(requests, this.#end));
    this.#fail(group, gone.message);
    this.#recoverLater(requests, new WriterFailed('GONE', gone.message), 0);
  }

  #fail(group: readonly PendingAppend[], reason: string): void {
    this.#state = 'failed';
    this.#reason = reason;
    for (const { request, refused } of group) refused(this.#refusal(request));
  }

  async #recover(
    group: readonly PendingAppend[],
    requests: readonly WriteRequest[],
    failure: WriterFailed,
  ): Promise<void> {
    this.#state = 'recovering';
    this.#reason = `A commit to ${this.#options.file} failed (${failure.message}).`;
    this.#setUnknown(new UnknownOutcome(requests, this.#end));
    for (let failures = 0; failures < RECOVERIES; failures += 1) {
      if (failures > 0) await pause(failures, { first: 100, most: 1_000 });
      const answer = await this.#recovered(requests, failure);
      if (answer) return this.#answer(group, answer, failure);
    }
    this.#fail(group, this.#reason);
    this.#recoverLater(requests, failure, 0);
  }

  /** Recovers with a new writer, and returns the outcome of each request; null where the recovery fails. */
  async #recovered(requests: readonly WriteRequest[], failure: WriterFailed): Promise<GroupAnswer | null> {
    try {
      this.#log.files.check();
      await this.#writer.close();
      this.#writer = await this.#log.restart();
      const answer = await this.#writer.recover(requests, failure.message);
      this.#state = 'ready';
      this.#reason = null;
      this.#setUnknown(null);
      return answer;
    } catch (error) {
      this.#reason =
        error instanceof FileGone
          ? error.message
          : `A commit to ${this.#options.file} failed (${failure.message}), and so did its recovery (${String(error)}).`;
      return null;
    }
  }

  /** Retries the recovery later, because the volume may work again. */
  #recoverLater(requests: readonly WriteRequest[], failure: WriterFailed, failures: number): void {
    const recover = async (): Promise<void> => {
      const answer = await this.#recovered(requests, failure);
      if (answer) this.#answer([], answer);
      else this.#recoverLater(requests, failure, failures + 1);
      this.#running = this.#hasWork ? this.#run() : null;
    };
    this.#later = setTimeout(
      () => {
        this.#running = recover();
      },
      pauseAfter(failures, LATER),
    ).unref();
  }

  #cancelLater(): void {
    if (this.#later) clearTimeout(this.#later);
    this.#later = null;
  }

  #setUnknown(unknown: UnknownOutcome | null): void {
    this.#unknown = unknown;
    this.#log.setUnknown(unknown);
  }

  #answer(group: readonly PendingAppend[], answer: GroupAnswer, failure?: WriterFailed): void {
    if (answer.kind === 'answers') {
      let end = -1;
      for (const one of answer.answers)
        if (one.kind === 'written') end = Math.max(end, one.last?.position ?? -1);
      this.#end = Math.max(this.#end, end);
      for (const [index, waiting] of group.entries())
        this.#answerOne(waiting, answer.answers[index] ?? { kind: 'absent' }, failure);
      if (end >= 0) this.#log.onWritten(BigInt(end));
      return;
    }
    for (const { refused } of group) {
      if (answer.kind === 'disk-full') refused(new DiskFull(this.#options.file, answer.free, answer.reserve));
      else
        refused(
          new StoreUnavailable(
            `Another program writes to ${this.#options.file}, so nothing was written. Stop that program.`,
          ),
        );
    }
  }

  #answerOne(
    { request, written, refused }: PendingAppend,
    answer: WriteAnswer,
    failure?: WriterFailed,
  ): void {
    switch (answer.kind) {
      case 'written': {
        const { last, isNew } = answer;
        if (!last) return written({ revision: null, position: null, isNew: false });
        return written({ revision: BigInt(last.revision), position: BigInt(last.position), isNew });
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

  #refusal(request?: WriteRequest): StoreUnavailable | OutcomeUnknown {
    if (request && this.#unknown?.has(request.stream)) return this.#unknown.errorFor(request.stream);
    if (this.#state === 'closed')
      return new StoreUnavailable(`${this.#options.file} is closed. Open it again to write.`);
    return new StoreUnavailable(
      `${this.#reason} Nothing was written. Check the volume; the store tries again.`,
    );
  }
}

function toExpected(revision: number): 'no_stream' | bigint {
  return revision < 0 ? 'no_stream' : BigInt(revision);
}
