import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemBody, Problem } from '../problem/problem.js';
import { PROBLEM_MEANING } from '../problem/problem-meaning.js';
import type { ProblemCode } from '../problem/problem-status.js';

/**
 * What was sent and answered once: a request's body where it has one, and an answer by its status; in another media type
 * than the first by both, `200 text/csv`.
 */
export interface Exchange {
  readonly request?: unknown;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** An example names no request. */
const NO_REQUEST = '00000000-0000-4000-8000-000000000000';

/** The examples of a document: what a newsroom with the story of the documents answered, in a folder of JSON files. */
export class Examples {
  readonly #problems: Readonly<Record<string, object>>;

  constructor(private readonly folder: string) {
    this.#problems = (this.#read('problems') as Record<string, object> | null) ?? {};
  }

  of(operation: string): Exchange {
    return (this.#read(operation) as Exchange | null) ?? { answers: {} };
  }

  /** A refusal as it was answered; one that cannot be provoked in a newsroom that is well is made as it would be. */
  problem(code: ProblemCode, status: number): object {
    const answered = this.#problems[`${status}-${code}`];
    return answered ?? problemBody(new Problem(code, PROBLEM_MEANING[code], { status }), NO_REQUEST);
  }

  #read(name: string): unknown {
    const file = join(this.folder, `${name}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : null;
  }
}
