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

/** Writes that take no dry run, and what their descriptions say of it. */
const WITHOUT: Readonly<Record<string, string>> = {
  rotateWebhookSecret: 'Takes no `dryRun`: a secret that is not given out is none.',
  pingWebhook: 'Takes no `dryRun`: a ping is a try itself, and records nothing.',
  rebuildReadModel: 'Takes no `dryRun`: it records nothing, and keeps the older file.',
  dropOldReadModels: 'Takes no `dryRun`: `GET /desk/v1/read-models` says which older files there are.',
};
/** They say in their own form what would become of them. */
const IN_OWN_FORM = ['importStories', 'removeWords'];

/** Every write answers a dry run with 200, whatever it answers else. */
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
      changes: flag('Whether anything would be recorded; false where it is so already.'),
      story: { ...ref('Uuid'), description: 'Of a write to a story.' },
      revision: { ...ref('Revision'), description: 'Of the story as it is; 0 where there is none yet.' },
      statuses: list(ref('StatusMove'), 'Claims whose status would move, and why.'),
      public: list(
        object({
          type: text('`StoryOpened`, `ConfirmationRecorded`, …', { pattern: '^[A-Z][A-Za-z]+$' }),
          data: {
            type: 'object',
            additionalProperties: true,
            description: 'As the public log would have it.',
          },
        }),
        'What readers would be told at once.',
      ),
      scheduled: list(
        object(
          {
            id: text('A development, or by what a headline or lede is known.'),
            what: waits,
            text: ref('Text'),
            languages: ref('Languages'),
            release: ref('Release'),
          },
          { optional: ['languages'] },
        ),
        'What would wait for its time, or for an editor.',
      ),
      warnings: list(ref('Warning')),
      stays: list(ref('Stays'), 'Of a kill or takedown: what may still repeat the development.'),
    },
    {
      optional: ['story', 'revision', 'stays'],
      description: 'What would become of a request. Nothing is recorded, and no `Idempotency-Key` is used.',
    },
  ),
  ClaimStanding: object(standing, { description: 'Where a claim stands, and why.' }),
  StatusMove: object(
    {
      claim: ref('Slug'),
      text: ref('Text'),
      was: nullable(ref('ClaimStanding'), 'Null for a claim that is not there yet.'),
      is: nullable(ref('ClaimStanding'), 'Null for a claim that would be gone.'),
    },
    { description: 'A claim whose status would move.' },
  ),
  Stays: object({
    what: oneOf(['claim', 'question', 'headline', 'lede', 'summary']),
    id: text('The name of a claim or question; the revision at the desk that set a heading.'),
    text: ref('Text'),
    through: list(ref('Uuid'), 'The developments that keep it.'),
  }),
  Scheduled: object({
    total: { type: 'integer', minimum: 0, description: 'How many there are in all.' },
    next: nullable(ref('Address'), 'Where the next page is; null at the end.'),
    items: list(
      object({
        id: text('A development, or by what a headline or lede is known.'),
        story: ref('Uuid'),
        slug: ref('Slug'),
        what: waits,
        text: ref('Text'),
        embargoedUntil: ref('Instant'),
        refused: nullable({ type: 'string' }, 'Why it has not come, where its time is over.'),
      }),
    ),
  }),
};
