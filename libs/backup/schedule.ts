import type { Clock } from '#event-store';

/** What a schedule needs from the backups. Times are in milliseconds since the epoch. */
export interface BackupWork {
  /** The time of the newest backup; null if there is none. */
  last(): number | null;
  /** Takes a backup. Resolves to its time. */
  take(): Promise<number>;
  /** Stops a running backup. The earlier ones stay as they are. */
  stop(): Promise<void>;
}

export interface BackupHealth {
  readonly ok: boolean;
  /** The time of the newest backup, in milliseconds since the epoch; null if there is none. */
  readonly lastAt: number | null;
  /** For an operator, without paths. */
  readonly detail: string;
}

/** The pause after a failed backup, and the interval of looking at the clock, in milliseconds. */
const RETRY_AFTER = 60_000;
const CHECK_EVERY = 30_000;

/** Takes a backup when the newest is older than an interval. After a failure it retries after at most a minute. */
export class BackupSchedule {
  #lastAt: number | null;
  #failed: string | null = null;
  #tryAt = -Infinity;
  #running: Promise<void> | null = null;
  readonly #timer: NodeJS.Timeout;
  #closed = false;

  /** `failed` gets the full message of each failure. The text in `health` contains no path. */
  constructor(
    private readonly work: BackupWork,
    /** Milliseconds between two backups. */
    private readonly every: number,
    private readonly clock: Clock,
    private readonly failed: (why: string) => void,
  ) {
    this.#lastAt = work.last();
    this.#timer = setInterval(() => void this.check(), Math.min(CHECK_EVERY, every)).unref();
    void this.check();
  }

  get health(): BackupHealth {
    const lastAt = this.#lastAt;
    const last = lastAt === null ? 'none yet' : `the last was taken at ${new Date(lastAt).toISOString()}`;
    if (this.#failed !== null) return { ok: false, lastAt, detail: `${this.#failed}; ${last}` };
    const overdue = lastAt !== null && this.clock.now() - lastAt > 2 * this.every;
    return { ok: !overdue, lastAt, detail: overdue ? `overdue; ${last}` : last };
  }

  /** Starts a backup if one is due. Resolves when the running backup, if any, has ended. */
  check(): Promise<void> {
    const now = this.clock.now();
    const due = this.#lastAt === null || now - this.#lastAt >= this.every || this.#lastAt > now;
    if (due && !this.#closed && now >= this.#tryAt)
      this.#running ??= this.#take().finally(() => {
        this.#running = null;
      });
    return this.#running ?? Promise.resolve();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.work.stop();
    await this.#running;
  }

  async #take(): Promise<void> {
    try {
      this.#lastAt = await this.work.take();
      this.#failed = null;
    } catch (error) {
      if (this.#closed) return;
      this.#failed = 'The last backup failed, and the log says why';
      this.#tryAt = this.clock.now() + Math.min(RETRY_AFTER, this.every);
      this.failed(error instanceof Error ? error.message : String(error));
    }
  }
}
