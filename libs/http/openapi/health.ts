import type { ApiDescription, DescribedOperation } from './description.js';
import { flag, list, object, oneOf, ref, text, type Schemas } from './schema.js';

/** The operations on health, for every API. */
export const healthOperations: Readonly<Record<string, DescribedOperation>> = {
  'GET /health/live': {
    id: 'readLiveness',
    summary: 'Reports whether the process answers',
    answers: { 200: { content: { 'application/json': ref('Liveness') } } },
  },
  'GET /health/ready': {
    id: 'readReadiness',
    summary: 'Reports each check; answers 503 if a required check fails',
    answers: { 200: { content: { 'application/json': ref('Readiness') } } },
    problems: ['not-ready'],
  },
};

export const healthSchemas: Schemas = {
  Liveness: object({ status: oneOf(['live']) }),
  Readiness: object({ status: oneOf(['ready']), checks: list(ref('Check')) }),
  Check: object(
    {
      name: text('The name of the check.'),
      ok: flag('Whether it passes.'),
      detail: text('For an operator.'),
    },
    { description: 'One check of readiness.' },
  ),
};

export const healthTag: ApiDescription['tags'] = {
  health: 'For operators: liveness and readiness.',
};

/** Headers of answers, for every API. */
export const sharedAnswerHeaders: ApiDescription['answerHeaders'] = {
  'Retry-After': {
    description: 'How many seconds to wait before you repeat the request.',
    schema: { type: 'integer', minimum: 0, examples: [1] },
  },
};
