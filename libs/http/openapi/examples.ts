import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemBody, Problem } from '../problem/problem.js';
import { PROBLEM_MEANING } from '../problem/problem-meaning.js';
import type { ProblemCode } from '../problem/problem-status.js';

/**
 * A recorded exchange: the body of the request, if any, and the answers by status. For all but the first media type, the
 * key has both: `200 text/csv`.
 */
export interface Exchange {
  readonly request?: unknown;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The request id of an example. */
const NO_REQUEST = '00000000-0000-4000-8000-000000000000';

/** The examples of a document, from JSON files: answers of a newsroom with the story of the documentation. */
export class Examples {
  readonly #problems: Readonly<Record<string, object>>;

  constructor(private readonly folder: string) {
    this.#problems = (this.#read('problems') as Record<string, object> | null) ?? {};
  }

  of(operation: string): Exchange {
    return (this.#read(operation) as Exchange | null) ?? { answers: {} };
  }

  /** A recorded problem. A problem that a healthy newsroom cannot answer is made here. */
  problem(code: ProblemCode, status: number): object {
    const answered = this.#problems[`${status}-${code}`];
    return answered ?? problemBody(new Problem(code, PROBLEM_MEANING[code], { status }), NO_REQUEST);
  }

  #read(name: string): unknown {
    const file = join(this.folder, `${name}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : null;
  }
}
