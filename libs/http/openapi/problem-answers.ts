import { PROBLEM_JSON } from '../problem/problem.js';
import { PROBLEM_MEANING } from '../problem/problem-meaning.js';
import { PROBLEM_STATUS, type ProblemCode } from '../problem/problem-status.js';
import type { DescribedProblem } from './description.js';
import type { Examples } from './examples.js';
import { list, object, oneOf, ref, text, type Schema, type Schemas } from './schema.js';

/** What of an operation, as the controllers declare it, brings problems with it. */
export interface Asked {
  readonly method: string;
  readonly hasBody: boolean;
  readonly hasPath: boolean;
  readonly query: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
}

const MOMENTS = ['asOf', 'validAt', 'from', 'to'];
/** Any body that is sent is read, whether it is used or not. */
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

/** What an operation refuses by the parameters, headers and body that it takes. */
export function problemsOf({ method, hasBody, hasPath, query, headers }: Asked): readonly ProblemCode[] {
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

/** The answers of a document that refuse, and the examples to which they refer. */
export class ProblemAnswers {
  /** By name: `409-claim-exists`. */
  readonly #shown = new Map<string, Schema>();

  constructor(private readonly examples: Examples) {}

  /** Those of one operation, by status: each names its codes, and shows one of each. */
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
    pointer: text('Where in the body: a JSON Pointer (RFC 6901).', { format: 'json-pointer' }),
    parameter: text('Which parameter of the path or query.'),
    detail: text('What is wrong there.'),
  },
  { optional: ['pointer', 'parameter'], description: 'One thing that is wrong in a request.' },
);

/** The schemas that refusals have. `members` are those which some of a surface's problems have besides. */
export const problemSchemas = (members: Schemas): Schemas => ({
  Problem: object(
    {
      type: text('The kind of problem: `/problems/` and its code, relative to the address asked.', {
        format: 'uri-reference',
      }),
      title: text('The same for every problem of its kind.'),
      status: { type: 'integer', minimum: 400, maximum: 599, description: 'That of the answer.' },
      detail: text('What was found and what to do. It repeats nothing of the request.'),
      instance: text('The request, as in X-Request-Id and the log of the server.', { format: 'uri' }),
      code: text('What programs compare: it does not change.'),
      errors: list(ref('Finding'), 'Where it is wrong: at most 20.'),
      ...members,
    },
    {
      optional: ['errors', ...Object.keys(members)],
      description: 'Why a request was refused (RFC 9457, `application/problem+json`).',
    },
  ),
  Finding: finding,
});
