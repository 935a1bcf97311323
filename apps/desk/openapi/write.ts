import {
  ref,
  type ApiDescription,
  type DescribedOperation,
  type DescribedProblem,
  type ProblemCode,
} from '#http';

export const json = (schema: string) => ({ 'application/json': ref(schema) });
export const NDJSON = 'application/x-ndjson';

/** A refusal that points into the body. */
export const inBody = (code: ProblemCode): DescribedProblem => ({ code, inBody: true });

/** The problems of every write. */
export const WRITES: readonly DescribedProblem[] = [
  'contention',
  'outcome-unknown',
  'store-unavailable',
  'event-damaged',
];

interface Write {
  /** Whether `If-Match` is read, and whether it must be there. */
  readonly ifMatch?: 'read' | 'required';
  readonly description?: string;
  /** Whether each request makes something new, so that 200 is impossible. */
  readonly makes?: boolean;
  readonly problems?: readonly DescribedProblem[];
}

const UNCHANGED = {
  description: 'Nothing changed, and nothing was recorded.',
  content: json('Filed'),
  headers: ['ETag'],
};
const RECORDED = {
  description: 'What this request, or its first sending, recorded.',
  content: json('Filed'),
  headers: ['ETag'],
};

/** A command on a story: 201 if it was recorded, 200 if nothing changed. */
export function act(
  id: string,
  { ifMatch, description, makes = false, problems = [] }: Write = {},
): DescribedOperation {
  return {
    id,
    ...(description ? { description } : {}),
    headers: ['Idempotency-Key', ...(ifMatch ? ['If-Match'] : [])],
    answers: { ...(makes ? {} : { 200: UNCHANGED }), 201: RECORDED },
    problems: [
      'story-unknown',
      ...(ifMatch === 'required' ? (['precondition-required'] as const) : []),
      ...problems,
      ...WRITES,
    ],
  };
}

/** Says of every write that it has no dry run, and why. */
export const withoutDryRun = (
  why: string,
  operations: ApiDescription['operations'],
): ApiDescription['operations'] =>
  Object.fromEntries(
    Object.entries(operations).map(([address, operation]) => [
      address,
      address.startsWith('GET ')
        ? operation
        : { ...operation, description: `This operation has no \`dryRun\`: ${why}` },
    ]),
  );
