import { PROBLEM_JSON } from '../problem/problem.js';
import { PROBLEM_MEANING } from '../problem/problem-meaning.js';
import { PROBLEM_STATUS, type ProblemCode } from '../problem/problem-status.js';
import type { DescribedProblem } from './description.js';
import type { Examples } from './examples.js';
import { list, object, oneOf, ref, text, type Schema, type Schemas } from './schema.js';

/** The parts of an operation from which problems follow. */
export interface RequestShape {
  readonly method: string;
  readonly hasBody: boolean;
  readonly hasPath: boolean;
  readonly query: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
}

const MOMENTS = ['asOf', 'validAt', 'from', 'to'];
/** Every body is read, even if the operation does not use it. */
const BODY_PROBLEMS: readonly ProblemCode[] = [
  'json-syntax',
  'json-encoding',
  'json-duplicate-key',
  'json-key',
  'json-character',
  'json-depth',
  'json-array-length',
  'json-number',
  'payload-too-large',
  'unsupported-media-type',
];

/** The problems that follow from the parameters, headers and body of an operation. */
export function problemsOf({
  method,
  hasBody,
  hasPath,
  query,
  headers,
}: RequestShape): readonly ProblemCode[] {
  const takes = (header: string, ...codes: ProblemCode[]): readonly ProblemCode[] =>
    headers.has(header) ? codes : [];
  return [
    'query-parameter',
    ...(hasPath ? (['address-malformed', 'not-found'] as const) : []),
    ...(MOMENTS.some((name) => query.has(name)) ? (['time-form'] as const) : []),
    ...(query.has('cursor') ? (['cursor'] as const) : []),
    ...(method === 'get' ? (['body-not-expected'] as const) : BODY_PROBLEMS),
    ...(hasBody ? (['validation'] as const) : []),
    ...takes('Dateline-Position', 'header-form', 'position-of-another-log', 'not-ready'),
    ...takes('Idempotency-Key', 'header-form', 'idempotency-key-reused'),
    ...takes('If-Match', 'header-form', 'precondition-failed'),
    'internal',
  ];
}

/** The problem answers of a document, and their examples. */
export class ProblemAnswers {
  /** By name, such as `409-claim-exists`. */
  readonly #shown = new Map<string, Schema>();

  constructor(private readonly examples: Examples) {}

  /** The problem answers of one operation by status, each with its codes and an example of each. */
  of(problems: readonly DescribedProblem[]): Readonly<Record<string, Schema>> {
    const byStatus = new Map<number, ProblemCode[]>();
    for (const problem of problems) {
      const code = typeof problem === 'string' ? problem : problem.code;
      const status = typeof problem === 'string' ? PROBLEM_STATUS[code] : 422;
      const codes = byStatus.get(status) ?? [];
      byStatus.set(status, codes);
      if (!codes.includes(code)) codes.push(code);
    }
    return Object.fromEntries([...byStatus].map(([status, codes]) => [status, this.#answer(status, codes)]));
  }

  get shown(): Readonly<Record<string, Schema>> {
    return Object.fromEntries([...this.#shown].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #answer(status: number, codes: readonly ProblemCode[]): Schema {
    const retry = { 'Retry-After': { $ref: '#/components/headers/Retry-After' } };
    return {
      description: codes.map((code) => `- \`${code}\`: ${PROBLEM_MEANING[code]}`).join('\n'),
      ...([429, 503].includes(status) ? { headers: retry } : {}),
      content: {
        [PROBLEM_JSON]: {
          schema: {
            allOf: [
              ref('Problem'),
              {
                type: 'object',
                required: ['code', 'status'],
                properties: { code: oneOf(codes), status: { type: 'integer', const: status } },
              },
            ],
          },
          examples: Object.fromEntries(codes.map((code) => [code, this.#example(status, code)])),
        },
      },
    };
  }

  #example(status: number, code: ProblemCode): Schema {
    const name = `${status}-${code}`;
    this.#shown.set(name, { value: this.examples.problem(code, status) });
    return { $ref: `#/components/examples/${name}` };
  }
}

const finding: Schema = object(
  {
    pointer: text('The part of the body, as a JSON Pointer (RFC 6901).', { format: 'json-pointer' }),
    parameter: text('The name of the path or query parameter.'),
    detail: text('What is wrong there.'),
  },
  { optional: ['pointer', 'parameter'], description: 'A fault in a request.' },
);

/** The schemas of problems. `members` are the additional members of some problems of one API. */
export const problemSchemas = (members: Schemas): Schemas => ({
  Problem: object(
    {
      type: text('The kind of problem: `/problems/` and its code, relative to the address of the request.', {
        format: 'uri-reference',
      }),
      title: text('The same for all problems of this kind.'),
      status: { type: 'integer', minimum: 400, maximum: 599, description: 'The status of the answer.' },
      detail: text('What was found and what to do. It never repeats values of the request.'),
      instance: text('The id of the request, as in X-Request-Id and in the log of the server.', {
        format: 'uri',
      }),
      code: text('The code for programs. It never changes.'),
      errors: list(ref('Finding'), 'The faults: at most 20.'),
      ...members,
    },
    {
      optional: ['errors', ...Object.keys(members)],
      description: 'Why a request was refused (RFC 9457, `application/problem+json`).',
    },
  ),
  Finding: finding,
});
