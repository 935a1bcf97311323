import {
  asyncScheduler,
  repeat,
  skip,
  Subject,
  takeUntil,
  tap,
  throttleTime,
  type MonoTypeOperatorFunction,
  type SchedulerLike,
} from 'rxjs';
import type { Output } from './output.js';

/** Milliseconds between two lines: on a terminal, where a line replaces the one before, and in a pipe. */
const UPDATE_EVERY = 100;
const LINE_EVERY = 1_000;

/**
 * Shows the progress of long work on stderr, with at most one line in each interval. It skips the first line, so short work
 * shows nothing.
 */
export class Progress {
  readonly #lines = new Subject<() => string>();
  readonly #ended = new Subject<void>();

  /** `scheduler` is the clock; tests use a virtual one. */
  constructor(
    private readonly output: Output,
    quiet: boolean,
    scheduler: SchedulerLike = asyncScheduler,
  ) {
    if (quiet) return;
    const { updates } = output;
    this.#lines
      .pipe(
        throttleTime(updates ? UPDATE_EVERY : LINE_EVERY, scheduler),
        skip(1),
        takeUntil(this.#ended),
        repeat(),
      )
      .subscribe((line) => (updates ? output.update(line()) : output.note(line())));
  }

  /** Shows a line if the interval since the last one is over. */
  show(line: () => string): void {
    this.#lines.next(line);
  }

  /** An operator that shows a line for each value. */
  of<T>(line: (value: T) => string): MonoTypeOperatorFunction<T> {
    return tap((value) => this.show(() => line(value)));
  }

  /** The work has ended: clears the line of a terminal. Other work may follow. */
  end(): void {
    this.#ended.next();
    this.output.endUpdate();
  }
}
