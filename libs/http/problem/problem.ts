import type { Finding } from './pointer.js';
import { PROBLEM_STATUS, type ProblemCode } from './problem-status.js';

export const PROBLEM_JSON = 'application/problem+json';

/** An answer names at most so many things that are wrong. */
export const MOST_FINDINGS = 20;

export interface ProblemOptions {
  readonly errors?: readonly Finding[];
  /** Further members of the document (RFC 9457 section 3.2). */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the same kind as the code's own, where it depends on the case. */
  readonly status?: number;
}

/**
 * An error that is answered as it stands, as `application/problem+json` (RFC 9457). `detail` says what was found
 * and what to do; it echoes nothing of the request.
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
 * The document that is sent. `type` is a reference relative to the address asked, `/problems/<code>`: Dateline
 * has no host of its own, and an identifier at somebody's host would change when a newsroom moves; clients
 * compare the text, or `code`, which is the same without the path. `instance` names the request, as the log does.
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

/** `claim-exists` → `Claim exists`: the same for every occurrence, as RFC 9457 wants it. */
function titleOf(code: ProblemCode): string {
  const words = code.replaceAll('-', ' ').replace(/^json\b/, 'JSON');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
