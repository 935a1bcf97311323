import { ref, type DescribedOperation, type DescribedProblem, type ProblemCode } from '#http';

export const json = (schema: string) => ({ 'application/json': ref(schema) });
export const NDJSON = 'application/x-ndjson';

/** A refusal that points into the body. */
export const inBody = (code: ProblemCode): DescribedProblem => ({ code, inBody: true });

/** What any write may end in, besides success. */
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
  /** Whether each request makes something: then it cannot be so already. */
  readonly makes?: boolean;
  readonly problems?: readonly DescribedProblem[];
}

const SO_ALREADY = {
  description: 'It was so already: nothing was recorded.',
  content: json('Filed'),
  headers: ['ETag'],
};
const RECORDED = {
  description: 'What was recorded, by this request or when it was first sent.',
  content: json('Filed'),
  headers: ['ETag'],
};

/** Something that an editor does to a story: 201 where it was recorded, 200 where it was so already. */
export function act(
  id: string,
  { ifMatch, description, makes = false, problems = [] }: Write = {},
): DescribedOperation {
  return {
    id,
    ...(description ? { description } : {}),
    headers: ['Idempotency-Key', ...(ifMatch ? ['If-Match'] : [])],
    answers: { ...(makes ? {} : { 200: SO_ALREADY }), 201: RECORDED },
    problems: [
      'story-unknown',
      ...(ifMatch === 'required' ? (['precondition-required'] as const) : []),
      ...problems,
      ...WRITES,
    ],
  };
}
