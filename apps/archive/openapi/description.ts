import { join } from 'node:path';
import {
  healthOperations,
  healthSchemas,
  healthTag,
  list,
  problemSchemas,
  ref,
  sharedAnswerHeaders,
  type ApiDescription,
} from '#nest';
import {
  readingAnswerHeaders,
  readingOperations,
  readingParameters,
  readingProblemMembers,
  readingRequestHeaders,
  readingSchemas,
} from '#reading';

/** From the built program to the sources beside it. */
const EXAMPLES = join(import.meta.dirname, '../../../../apps/archive/openapi/examples');

/** What the archive says of itself at /openapi.json, besides what its controllers do. */
export const archiveDescription: ApiDescription = {
  tags: { stories: 'Running stories, as of any moment.', ...healthTag },
  operations: {
    ...readingOperations({ stories: 'v1/stories', parties: 'v1/parties' }, 'public'),
    ...healthOperations,
  },
  schemas: {
    ...readingSchemas('public'),
    ...healthSchemas,
    ...problemSchemas({
      ...readingProblemMembers,
      notice: { ...ref('Notice'), description: 'Of `killed` and `taken-down`: what stays.' },
      checks: list(ref('Check'), 'Of `/health/ready`: every check.'),
    }),
  },
  parameters: readingParameters,
  requestHeaders: readingRequestHeaders,
  answerHeaders: { ...readingAnswerHeaders, ...sharedAnswerHeaders },
  everywhere: [],
  examples: EXAMPLES,
};
