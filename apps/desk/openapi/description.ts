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
} from '#http';
import {
  readingAnswerHeaders,
  readingOperations,
  readingParameters,
  readingProblemMembers,
  readingRequestHeaders,
  readingSchemas,
} from '#read-api';
import { claimOperations } from './claim-operations.js';
import { developmentOperations } from './development-operations.js';
import { dryRunSchemas, withDryRuns } from './dry-runs.js';
import { newsroomOperations } from './newsroom-operations.js';
import { removalOperations, removalSchemas } from './removal-operations.js';
import { deskSchemas } from './schemas.js';
import { storyOperations } from './story-operations.js';
import { webhookOperations, webhookSchemas } from './webhook-operations.js';

/** From the built program to the sources beside it. */
const EXAMPLES = join(import.meta.dirname, '../../../../apps/desk/openapi/examples');

/** What the desk says of itself at /openapi.json, besides what its controllers do. */
export const deskDescription: ApiDescription = {
  tags: {
    stories: 'Running stories: opened, revised, corrected as a whole, withheld, and read as of any moment.',
    developments: 'What is recorded: each act of coverage, its corrections, and its release.',
    schedule: 'What comes at its time.',
    claims: 'What editors say of claims themselves.',
    removals: 'What is taken out of the past: texts other than developments, and words wherever they are.',
    'sides and parties': 'Who is who, for all stories.',
    imports: 'Stories that ran elsewhere, taken over and given on.',
    clock: 'Whether the time is sure by which things are recorded and released.',
    'read models': 'For operators: what is made readable of the logs.',
    webhooks: 'Partners that are told by messages what becomes public.',
    ...healthTag,
  },
  operations: withDryRuns({
    ...storyOperations,
    ...developmentOperations,
    ...claimOperations,
    ...removalOperations,
    ...newsroomOperations,
    ...webhookOperations,
    ...readingOperations({ stories: 'desk/v1/stories', parties: 'desk/v1/parties' }, 'desk'),
    ...healthOperations,
  }),
  schemas: {
    ...readingSchemas('desk'),
    ...deskSchemas,
    ...webhookSchemas,
    ...removalSchemas,
    ...dryRunSchemas,
    ...healthSchemas,
    ...problemSchemas({
      ...readingProblemMembers,
      revision: { ...ref('Revision'), description: 'Of `precondition-failed`: at which it last changed.' },
      line: { type: 'integer', minimum: 1, description: 'Of `json-syntax`: where it is, from 1.' },
      column: { type: 'integer', minimum: 1, description: 'Of `json-syntax`: where in the line, from 1.' },
      faults: list(ref('Fault'), 'Of an import: what is wrong, line by line.'),
      checks: list(ref('Check'), 'Of `/health/ready`: every check.'),
    }),
  },
  parameters: {
    ...readingParameters,
    scheduled: {
      description: 'What is to come: a development, or a headline or lede by the revision that scheduled it.',
      example: 'headline-7',
    },
    dryRun: {
      description: 'Whether only to say what would become of it: nothing is recorded.',
      example: true,
    },
    side: { description: 'The side, by its id.', example: 'turkey' },
    development: {
      description: 'A development of the story.',
      example: '53114ee0-6771-5f81-b418-2055bff74db4',
    },
    assertion: { description: 'An assertion of the story.', example: 'e1c69ac4-4b72-51be-9d24-8ef8d1fe9348' },
    judgement: { description: 'A judgement of the claim.', example: '00000000-0000-4000-8000-000000000000' },
    question: { description: 'A question of the story.', example: 'who-negotiates' },
    correction: {
      description: 'A correction or removal of the story.',
      example: '00000000-0000-4000-8000-000000000000',
    },
    link: { description: 'A link of the claim.', example: '00000000-0000-4000-8000-000000000000' },
    id: { description: 'An endpoint, by its id.', example: 'e342dd8a-0ad4-4fe3-b4cc-594a9db60d88' },
    position: { description: 'The position of a dead letter, as the archive counts.', example: '152' },
    model: { description: 'Which read model.', example: 'desk' },
  },
  requestHeaders: {
    ...readingRequestHeaders,
    'Idempotency-Key': {
      description: 'A repeat with the same key and body gives the first answer, also after a restart.',
      schema: {
        type: 'string',
        pattern: '^[\\x21-\\x7e]{1,200}$',
        examples: ['5f0c7f3a-6f0e-4f3e-9a55-4d4c7c1f0f11'],
      },
    },
    'If-Match': {
      description:
        'The ETag of what you saw: 412 if what you change has changed since, or if there is no such revision yet; `*` is any. Where it must be there, its absence is 428.',
      schema: { type: 'string', examples: ['"14"'] },
    },
  },
  answerHeaders: {
    ...readingAnswerHeaders,
    ...sharedAnswerHeaders,
    Location: {
      description: 'The address of what was made.',
      schema: { type: 'string', format: 'uri-reference', examples: ['/desk/v1/stories/aleppo-talks'] },
      always: true,
    },
  },
  everywhere: ['host-forbidden', 'origin-forbidden'],
  examples: EXAMPLES,
};
