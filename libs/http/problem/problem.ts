import type { Finding } from './pointer.js';
import { PROBLEM_STATUS, type ProblemCode } from './problem-status.js';

export const PROBLEM_JSON = 'application/problem+json';

/** An answer has at most this many faults. */
export const MOST_FINDINGS = 20;

export interface ProblemOptions {
  readonly errors?: readonly Finding[];
  /** Additional members of the document (RFC 9457 section 3.2). */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Replaces the status of the code. */
  readonly status?: number;
}

/**
 * An error whose text the client sees, as `application/problem+json` (RFC 9457). `detail` says what was found and what to
 * do. It never repeats values of the request.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly options: ProblemOptions = {},
  ) {
    super(detail);
    this.status = options.status ?? PROBLEM_STATUS[code];
  }
}

/**
 * The document for the client. `type` is the relative reference `/problems/<code>`: an absolute one would change when a
 * newsroom moves to another host. Clients compare `type` or `code`. `instance` has the request id, as the log does.
 */
export function problemBody(problem: Problem, request: string): Record<string, unknown> {
  const { errors, members } = problem.options;
  return {
    ...members,
    type: `/problems/${problem.code}`,
    title: titleOf(problem.code),
    status: problem.status,
    detail: problem.detail,
    instance: `urn:uuid:${request}`,
    code: problem.code,
    ...(errors && errors.length > 0 ? { errors: errors.slice(0, MOST_FINDINGS) } : {}),
  };
}

/** `claim-exists` → `Claim exists`. RFC 9457 wants the same title for every occurrence. */
function titleOf(code: ProblemCode): string {
  const words = code.replaceAll('-', ' ').replace(/^json\b/, 'JSON');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
