import type { ApiDescription, DescribedOperation } from './description.js';
import { flag, list, object, oneOf, ref, text, type Schemas } from './schema.js';

/** What every surface says of its health. */
export const healthOperations: Readonly<Record<string, DescribedOperation>> = {
  'GET /health/live': {
    id: 'readLiveness',
    summary: 'Whether the process answers',
    answers: { 200: { content: { 'application/json': ref('Liveness') } } },
  },
  'GET /health/ready': {
    id: 'readReadiness',
    summary: 'Whether it can do its work: each check, and 503 where one that it needs is not ok',
    answers: { 200: { content: { 'application/json': ref('Readiness') } } },
    problems: ['not-ready'],
  },
};

export const healthSchemas: Schemas = {
  Liveness: object({ status: oneOf(['live']) }),
  Readiness: object({ status: oneOf(['ready']), checks: list(ref('Check')) }),
  Check: object(
    {
      name: text('Which check.'),
      ok: flag('Whether it passes.'),
      detail: text('For an operator.'),
    },
    { description: 'One thing on which readiness depends.' },
  ),
};

export const healthTag: ApiDescription['tags'] = {
  health: 'For whoever operates it: does it live, is it ready.',
};

/** `Retry-After`, and what every answer has. */
export const sharedAnswerHeaders: ApiDescription['answerHeaders'] = {
  'Retry-After': {
    description: 'Seconds after which to repeat the request.',
    schema: { type: 'integer', minimum: 0, examples: [1] },
  },
};
