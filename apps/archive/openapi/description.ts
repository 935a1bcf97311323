import { join } from 'node:path';
import {
  healthOperations,
  healthSchemas,
  healthTag,
  list,
  nullable,
  problemSchemas,
  ref,
  sharedAnswerHeaders,
  type ApiDescription,
} from '#http';
import {
  publishingAnswerHeaders,
  publishingOperations,
  publishingRequestHeaders,
  publishingSchemas,
  readingAnswerHeaders,
  readingOperations,
  readingParameters,
  readingProblemMembers,
  readingRequestHeaders,
  readingSchemas,
} from '#read-api';

/** From the built program to the sources beside it. */
const EXAMPLES = join(import.meta.dirname, '../../../../apps/archive/openapi/examples');

/** What the archive says of itself at /openapi.json, besides what its controllers do. */
export const archiveDescription: ApiDescription = {
  tags: {
    stories: 'Running stories, as of any moment.',
    changes: 'What changes, as it changes: live, by pages, and in bulk.',
    syndication: 'Feeds, archives of feeds, and tables.',
    memento: 'Time travel over HTTP (RFC 7089).',
    ...healthTag,
  },
  operations: {
    ...readingOperations({ stories: 'v1/stories', parties: 'v1/parties' }, 'public'),
    ...publishingOperations,
    ...healthOperations,
  },
  schemas: {
    ...readingSchemas('public'),
    ...publishingSchemas,
    ...healthSchemas,
    ...problemSchemas({
      ...readingProblemMembers,
      notice: { ...ref('Notice'), description: 'Of `killed` and `taken-down`: what stays.' },
      position: { ...nullable(ref('Position')), description: 'Of `position-gone`: from where to go on.' },
      checks: list(ref('Check'), 'Of `/health/ready`: every check.'),
    }),
  },
  parameters: readingParameters,
  requestHeaders: { ...readingRequestHeaders, ...publishingRequestHeaders },
  answerHeaders: { ...readingAnswerHeaders, ...publishingAnswerHeaders, ...sharedAnswerHeaders },
  everywhere: [],
  examples: EXAMPLES,
};
