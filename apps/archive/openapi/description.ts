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

/** The path from the built program to the sources. */
const EXAMPLES = join(import.meta.dirname, '../../../../apps/archive/openapi/examples');

/** What the archive's OpenAPI document has besides the controllers' own descriptions. */
export const archiveDescription: ApiDescription = {
  tags: {
    stories: 'Running stories, as of any moment.',
    changes: 'Changes of all stories: as a stream, in pages, and in one file.',
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
      notice: { ...ref('Notice'), description: 'For `killed` and `taken-down`: the notice that remains.' },
      position: {
        ...nullable(ref('Position')),
        description: 'For `position-gone`: the position to resume from.',
      },
      checks: list(ref('Check'), 'For `/health/ready`: every check.'),
    }),
  },
  parameters: readingParameters,
  requestHeaders: { ...readingRequestHeaders, ...publishingRequestHeaders },
  answerHeaders: { ...readingAnswerHeaders, ...publishingAnswerHeaders, ...sharedAnswerHeaders },
  everywhere: [],
  examples: EXAMPLES,
};
