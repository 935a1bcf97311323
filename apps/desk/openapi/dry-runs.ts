import {
  flag,
  list,
  nullable,
  object,
  oneOf,
  ref,
  text,
  type ApiDescription,
  type Schema,
  type Schemas,
} from '#http';
import { standing } from '#read-api';
import { json } from './write.js';

type Operations = ApiDescription['operations'];

/** Writes without a dry run, with the sentence for their descriptions. */
const WITHOUT: Readonly<Record<string, string>> = {
  rotateWebhookSecret: 'This operation has no `dryRun`: a new secret is of use only if it is given out.',
  pingWebhook: 'This operation has no `dryRun`: a ping is itself a test, and records nothing.',
  rebuildReadModel: 'This operation has no `dryRun`: it records nothing, and keeps the older file.',
  requestReview: 'This operation has no `dryRun`: nothing becomes public by it.',
  returnReview: 'This operation has no `dryRun`: nothing becomes public by it.',
  takeReviewOver: 'This operation has no `dryRun`: nothing becomes public by it.',
  setReleaseRule: 'This operation has no `dryRun`: nothing becomes public by it.',
  saveDraft: 'This operation has no `dryRun`: nobody else sees a draft.',
  deleteDraft: 'This operation has no `dryRun`: nobody else sees a draft.',
  enterStory: 'This operation has no `dryRun`: it records nothing.',
  leaveStory: 'This operation has no `dryRun`: it records nothing.',
  addNote: 'This operation has no `dryRun`: nothing becomes public by it.',
  withdrawNote: 'This operation has no `dryRun`: nothing becomes public by it.',
  markNoticesSeen: 'This operation has no `dryRun`: it concerns only the person who sends it.',
  dropOldReadModels: 'This operation has no `dryRun`: `GET /desk/v1/read-models` lists the older files.',
};
/** Writes whose dry runs have their own schema. */
const IN_OWN_FORM = ['importStories', 'removeWords'];

/** Every write answers a dry run with 200. */
export function withDryRuns(operations: Operations): Operations {
  return Object.fromEntries(
    Object.entries(operations).map(([address, operation]) => {
      const { id, description, answers } = operation;
      if (address.startsWith('GET ') || IN_OWN_FORM.includes(id)) return [address, operation];
      const why = WITHOUT[id];
      if (why !== undefined)
        return [address, { ...operation, description: description ? `${description} ${why}` : why }];
      const { 200: done, ...others } = answers;
      const own = done?.content?.['application/json'];
      const content = own ? { 'application/json': eitherOf(own) } : json('DryRun');
      const made = others[201]?.headers?.includes('ETag') === true ? { headers: ['ETag'] } : {};
      const tried = done ?? { description: 'A dry run.', ...made };
      return [address, { ...operation, answers: { 200: { ...tried, content }, ...others } }];
    }),
  );
}

const eitherOf = (own: Schema): Schema => ({ anyOf: [own, ref('DryRun')] });

const waits = oneOf(['headline', 'lede', 'development']);

export const dryRunSchemas: Schemas = {
  DryRun: object(
    {
      dryRun: { type: 'boolean', const: true },
      changes: flag('Whether anything would be recorded; false if nothing would change.'),
      story: { ...ref('Uuid'), description: 'Only for a write to a story.' },
      revision: {
        ...ref('Revision'),
        description: 'The present revision of the story; 0 if it does not exist.',
      },
      statuses: list(ref('StatusMove'), 'Claims whose status would change.'),
      public: list(
        object({
          type: text('`StoryOpened`, `ConfirmationRecorded`, …', { pattern: '^[A-Z][A-Za-z]+$' }),
          data: {
            type: 'object',
            additionalProperties: true,
            description: 'As in the public log.',
          },
        }),
        'The events that would be public at once.',
      ),
      scheduled: list(
        object(
          {
            id: text('The id of a development, or of a scheduled headline or lede.'),
            what: waits,
            text: ref('Text'),
            languages: ref('Languages'),
            release: ref('Release'),
          },
          { optional: ['languages'] },
        ),
        'What would be embargoed or on hold.',
      ),
      warnings: list(ref('Warning')),
      stays: list(ref('Stays'), 'After a kill or takedown: what may still show the same content.'),
      review: {
        type: 'string',
        const: 'awaiting-review',
        description: 'Present if the development would wait on hold for a second pair of eyes.',
      },
    },
    {
      optional: ['story', 'revision', 'stays', 'review'],
      description:
        'The effects that a request would have. Nothing is recorded, and no `Idempotency-Key` is used.',
    },
  ),
  ClaimStanding: object(standing, { description: 'The status of a claim, with its reasons.' }),
  StatusMove: object(
    {
      claim: ref('Slug'),
      text: ref('Text'),
      was: nullable(ref('ClaimStanding'), 'Null if the claim does not exist yet.'),
      is: nullable(ref('ClaimStanding'), 'Null if the claim would be gone.'),
    },
    { description: 'A claim whose status would change.' },
  ),
  Stays: object({
    what: oneOf(['claim', 'question', 'headline', 'lede', 'summary']),
    id: text('The id of a claim or question; for a heading, the desk’s revision that set it.'),
    text: ref('Text'),
    through: list(ref('Uuid'), 'The developments that keep it visible.'),
  }),
  Scheduled: object({
    total: { type: 'integer', minimum: 0, description: 'How many there are in total.' },
    next: nullable(ref('Address'), 'Where the next page is; null at the end.'),
    items: list(
      object({
        id: text('The id of a development, or of a scheduled headline or lede.'),
        story: ref('Uuid'),
        slug: ref('Slug'),
        what: waits,
        text: ref('Text'),
        embargoedUntil: ref('Instant'),
        refused: nullable({ type: 'string' }, 'Why its release was refused, if the embargo has ended.'),
      }),
    ),
  }),
};
