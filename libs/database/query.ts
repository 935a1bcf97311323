import type { RunResult, Statement } from 'better-sqlite3';

/** A prepared statement of a {@link DatabaseFile}. @throws FileUnusable at each call, where the file cannot be used */
export class Query<P extends unknown[], R> {
  constructor(
    private readonly statement: Statement<P, R>,
    private readonly guarded: <T>(work: () => T) => T,
  ) {}

  /** The first row. */
  get(...values: P): R | undefined {
    return this.guarded(() => this.statement.get(...values));
  }

  all(...values: P): R[] {
    return this.guarded(() => this.statement.all(...values));
  }

  run(...values: P): RunResult {
    return this.guarded(() => this.statement.run(...values));
  }

  /** Each row is the value of its first column. */
  pluck(): this {
    this.statement.pluck();
    return this;
  }
}
