import { Injectable } from '@nestjs/common';
import { Clock, withDeadline } from '#event-store';
import { Problem, problemOf } from '#http';
import { Publisher } from '#publishing';
import { DirectoryKeeper } from '../recording/directory-keeper.js';
import { Recorder } from '../recording/recorder.js';
import { Zone } from '../recording/newsroom-zone.js';
import { planImport, type ImportPlan } from './import-plan.js';

/** How an import goes on; the last has `done` or `error`. */
export type ImportProgress =
  | { readonly line: number; readonly of: number; readonly added: number }
  | {
      readonly done: true;
      /** There where it was only tried: `added` is then what would be. */
      readonly dryRun?: true;
      readonly lines: number;
      readonly added: number;
      readonly skipped: number;
      readonly stories: readonly string[];
    }
  | { readonly error: { readonly code: string; readonly detail: string }; readonly line: number };

const TELL_EVERY = 100;
/** Milliseconds that a line waits for a cluster that does not answer, as a request of its own does. */
const WAITS = 8_000;

/** Takes over stories that ran elsewhere, with the times at which they were recorded there. */
@Injectable()
export class Importer {
  constructor(
    private readonly recorder: Recorder,
    private readonly directory: DirectoryKeeper,
    private readonly publisher: Publisher,
    private readonly clock: Clock,
    private readonly zone: Zone,
  ) {}

  /**
   * Checks the whole file, then records it, a line at a time. A run that was cut off is gone on with by the same
   * file: what is there is skipped.
   *
   * `correlationId` is that of the request, if there was one.
   *
   * @throws Problem `validation` with line and pointer of each fault; nothing is written then
   */
  async start(lines: AsyncIterable<string>, correlationId?: string): Promise<AsyncGenerator<ImportProgress>> {
    return this.#record(await this.#plan(lines), correlationId);
  }

  /** What a file would record, checked as `start` does. @throws Problem `validation` */
  async attempt(lines: AsyncIterable<string>): Promise<ImportProgress> {
    const { steps, lines: count, skipped, stories } = await this.#plan(lines);
    return { done: true, dryRun: true, lines: count, added: steps.length, skipped, stories };
  }

  async #plan(lines: AsyncIterable<string>): Promise<ImportPlan> {
    const plan = await planImport(lines, {
      zone: this.zone.name,
      now: this.clock.now(),
      directory: await this.directory.current(),
      described: await this.directory.keys(),
      story: (id) => this.recorder.current(id),
    });
    if (plan.faults.length === 0) return plan;
    const count = plan.faults.length === 1 ? 'One thing is' : `${plan.faults.length} things are`;
    throw new Problem('validation', `${count} wrong in the file. Nothing was written.`, {
      members: { faults: plan.faults },
    });
  }

  async *#record(plan: ImportPlan, correlationId?: string): AsyncGenerator<ImportProgress> {
    let added = 0;
    let unchanged = 0;
    let head = -1n;
    let line = 0;
    try {
      for (const [i, step] of plan.steps.entries()) {
        line = step.line;
        if ('directory' in step) {
          const described = await withDeadline(WAITS, () =>
            this.directory.record(step.directory, { ...step, correlationId }),
          );
          added += described.added ? 1 : 0;
          unchanged += described.added ? 0 : 1;
        } else {
          const filed = await withDeadline(WAITS, () =>
            this.recorder.record({ ...step.filing, correlationId }),
          );
          added += filed.added ? 1 : 0;
          if (filed.position > head) head = filed.position;
        }
        if (i % TELL_EVERY === TELL_EVERY - 1) yield { line, of: plan.lines, added };
      }
      await this.publisher.caughtUp(head, 60_000);
      yield {
        done: true,
        lines: plan.lines,
        added,
        skipped: plan.skipped + unchanged,
        stories: plan.stories,
      };
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      yield { error: { code: problem.code, detail: problem.detail }, line };
    }
  }
}
