import { join } from 'node:path';
import {
  distinct,
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
import { draftOperations, draftSchemas } from './draft-operations.js';
import { dryRunSchemas, withDryRuns } from './dry-runs.js';
import { noteOperations, noteSchemas } from './note-operations.js';
import { noticeOperations, noticeSchemas } from './notice-operations.js';
import { newsroomOperations } from './newsroom-operations.js';
import { presenceOperations, presenceSchemas } from './presence-operations.js';
import { removalOperations, removalSchemas } from './removal-operations.js';
import { reviewOperations, reviewSchemas } from './review-operations.js';
import { rolesFor, securitySchemes } from './rights.js';
import { deskSchemas } from './schemas.js';
import { sourceOperations, sourceSchemas } from './source-operations.js';
import { staffOperations, staffSchemas } from './staff-operations.js';
import { storyOperations } from './story-operations.js';
import { webhookOperations, webhookSchemas } from './webhook-operations.js';

/** The examples are beside the sources, not in dist. */
const EXAMPLES = join(import.meta.dirname, '../../../../apps/desk/openapi/examples');

/** The part of the desk's document that its controllers do not declare. */
export const deskDescription: ApiDescription = {
  tags: {
    stories: 'Running stories: open, revise, correct, withhold, and read them as of any moment.',
    developments: 'Acts of coverage, their corrections, and their release.',
    review: 'A second pair of eyes: what waits for it, its decisions, and the rule of the newsroom.',
    sources: 'Unnamed sources: their approval, and the vault that has who they are.',
    drafts: 'What you write before you record it. Nobody else sees it.',
    presence: 'Who is in a story now.',
    notes: 'Notes of the staff on stories and developments. Readers never see them.',
    notices: 'What concerns you: reviews, kills, ended embargoes, mentions, and webhooks that fail.',
    schedule: 'Items that become public at a set time.',
    claims: 'Corrections, judgements and links of claims.',
    removals: 'Removal of texts and words, whatever the `asOf`.',
    'sides and parties': 'Sides and parties, for all stories.',
    imports: 'Import of stories that ran elsewhere, and export.',
    clock: 'Whether the time of recording and release is trusted.',
    'read models': 'For operators: the read models of the logs.',
    'sign-in': 'Sign in and out, and what each person may do with the own account.',
    staff: 'For administrators: people and their roles, and the tokens of services.',
    audit: 'For auditors: who signed in, who was refused, and who changed rights.',
    webhooks: 'Signed messages to partners about public changes.',
    ...healthTag,
  },
  operations: {
    ...withDryRuns({
      ...storyOperations,
      ...developmentOperations,
      ...reviewOperations,
      ...draftOperations,
      ...presenceOperations,
      ...noteOperations,
      ...noticeOperations,
      ...claimOperations,
      ...removalOperations,
      ...newsroomOperations,
      ...webhookOperations,
      ...readingOperations({ stories: 'desk/v1/stories', parties: 'desk/v1/parties' }, 'desk'),
      ...healthOperations,
    }),
    ...staffOperations,
    ...sourceOperations,
  },
  schemas: distinct(
    readingSchemas('desk'),
    deskSchemas,
    webhookSchemas,
    staffSchemas,
    sourceSchemas,
    reviewSchemas,
    draftSchemas,
    presenceSchemas,
    noteSchemas,
    noticeSchemas,
    removalSchemas,
    dryRunSchemas,
    healthSchemas,
    problemSchemas({
      ...readingProblemMembers,
      revision: {
        ...ref('Revision'),
        description: 'For `precondition-failed`: the revision of the last change.',
      },
      line: { type: 'integer', minimum: 1, description: 'For `json-syntax`: the line, from 1.' },
      column: { type: 'integer', minimum: 1, description: 'For `json-syntax`: the column, from 1.' },
      faults: list(ref('Fault'), 'For an import: the faults, by line.'),
      checks: list(ref('Check'), 'For `/health/ready`: all checks.'),
    }),
  ),
  parameters: {
    ...readingParameters,
    scheduled: {
      description:
        'A scheduled item: a development by its id, or a headline or lede by the revision that scheduled it.',
      example: 'headline-7',
    },
    dryRun: {
      description:
        'If true, the desk only checks the request: the answer has the effects, and nothing is recorded.',
      example: true,
    },
    draft: {
      description: 'Your draft of this. It is deleted after the recording; an unknown id changes nothing.',
      example: '6c1f5a51-1d8e-4f0b-9a35-5b8f3c0a7d21',
    },
    side: { description: 'The side, by its id.', example: 'turkey' },
    development: {
      description: 'A development of the story.',
      example: '53114ee0-6771-5f81-b418-2055bff74db4',
    },
    note: { description: 'A note on the story.', example: '00000000-0000-4000-8000-000000000000' },
    assertion: { description: 'An assertion of the story.', example: 'e1c69ac4-4b72-51be-9d24-8ef8d1fe9348' },
    judgement: { description: 'A judgement of the claim.', example: '00000000-0000-4000-8000-000000000000' },
    question: { description: 'A question of the story.', example: 'who-negotiates' },
    correction: {
      description: 'A correction or removal of the story.',
      example: '00000000-0000-4000-8000-000000000000',
    },
    link: { description: 'A link of the claim.', example: '00000000-0000-4000-8000-000000000000' },
    id: {
      description: 'An endpoint, an account, a session, a token or a draft, by its id.',
      example: 'e342dd8a-0ad4-4fe3-b4cc-594a9db60d88',
    },
    position: { description: 'The position of a dead letter in the public log.', example: '152' },
    model: { description: 'The read model.', example: 'desk' },
  },
  requestHeaders: {
    ...readingRequestHeaders,
    'Idempotency-Key': {
      description: 'A repeat with the same key and body gets the first answer, also after a restart.',
      schema: {
        type: 'string',
        pattern: '^[\\x21-\\x7e]{1,200}$',
        examples: ['5f0c7f3a-6f0e-4f3e-9a55-4d4c7c1f0f11'],
      },
    },
    'Last-Event-ID': {
      description: 'The id of the last notice that the client has; browsers send it when they reconnect.',
      schema: { type: 'string', pattern: '^[0-9a-f]{16}$', examples: ['000000000000002a'] },
    },
    'If-Match': {
      description:
        'The ETag of what you saw; `*` matches any. The answer is 412 if the target has changed since, or if the revision does not exist. It is 428 if a required header is missing.',
      schema: { type: 'string', examples: ['"14"'] },
    },
  },
  answerHeaders: {
    ...readingAnswerHeaders,
    ...sharedAnswerHeaders,
    'Set-Cookie': {
      description: 'Sets or clears the cookie of the session, or of a sign-in.',
      schema: { type: 'string' },
      always: true,
    },
    Location: {
      description: 'The address of the new resource, or the next address of the browser.',
      schema: { type: 'string', format: 'uri-reference', examples: ['/desk/v1/stories/aleppo-talks'] },
      always: true,
    },
  },
  securitySchemes,
  rolesOf: rolesFor,
  everywhere: ['host-forbidden', 'origin-forbidden'],
  examples: EXAMPLES,
};
