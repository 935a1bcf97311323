import { Injectable } from '@nestjs/common';
import { Clock, withDeadline } from '#event-store';
import { Problem, problemOf } from '#http';
import { Publisher } from '#publishing';
import { DirectoryRecorder } from '../recording/directory-recorder.js';
import { StoryRecorder } from '../recording/story-recorder.js';
import { NewsroomZone } from '../recording/newsroom-zone.js';
import { planImport, type ImportPlan } from './import-plan.js';

/** The progress of an import; the last item has `done` or `error`. */
export type ImportProgress =
  | { readonly line: number; readonly of: number; readonly added: number }
  | {
      readonly done: true;
      /** In a dry run `added` is the number of events that would be recorded. */
      readonly dryRun?: true;
      readonly lines: number;
      readonly added: number;
      readonly skipped: number;
      readonly stories: readonly string[];
    }
  | { readonly error: { readonly code: string; readonly detail: string }; readonly line: number };

const REPORT_EVERY = 100;
/** Milliseconds that a line waits for a cluster that does not answer: as long as a request over HTTP. */
const STORE_DEADLINE = 8_000;

/** Imports stories that ran elsewhere, with the times at which they were recorded there. */
@Injectable()
export class Importer {
  constructor(
    private readonly recorder: StoryRecorder,
    private readonly directory: DirectoryRecorder,
    private readonly publisher: Publisher,
    private readonly clock: Clock,
    private readonly zone: NewsroomZone,
  ) {}

  /**
   * Checks the whole file, then records it line by line. To resume an interrupted import, send the same file: recorded
   * lines are skipped. Without a request there is no `correlationId`.
   *
   * @throws Problem `validation` with line and pointer of each fault, before anything is recorded
   */
  async start(lines: AsyncIterable<string>, correlationId?: string): Promise<AsyncGenerator<ImportProgress>> {
    return this.#record(await this.#plan(lines), correlationId);
  }

  /** Checks as `start` does, and records nothing. @throws Problem `validation` */
  async dryRun(lines: AsyncIterable<string>): Promise<ImportProgress> {
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
    const faults = plan.faults.length === 1 ? 'a fault' : `${plan.faults.length} faults`;
    throw new Problem('validation', `The file has ${faults}. Nothing was written.`, {
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
          const described = await withDeadline(STORE_DEADLINE, () =>
            this.directory.record(step.directory, { ...step, correlationId }),
          );
          added += described.added ? 1 : 0;
          unchanged += described.added ? 0 : 1;
        } else {
          const result = await withDeadline(STORE_DEADLINE, () =>
            this.recorder.record({ ...step.filing, correlationId }),
          );
          added += result.added ? 1 : 0;
          if (result.position > head) head = result.position;
        }
        if (i % REPORT_EVERY === REPORT_EVERY - 1) yield { line, of: plan.lines, added };
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
