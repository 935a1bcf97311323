import {
  flag,
  list,
  nullable,
  object,
  oneOf,
  page,
  ref,
  text,
  type ApiDescription,
  type DescribedOperation,
  type DescribedProblem,
  type Schemas,
} from '#http';
import { GROUND_RULES } from '#story';
import { json, withoutDryRun, WRITES } from './write.js';

const ONE = '/desk/v1/stories/{story}/sources/{source}';
const SEALED: readonly DescribedProblem[] = [
  'story-unknown',
  'source-unknown',
  'source-erased',
  'source-damaged',
  'vault-missing',
  'store-unavailable',
  'outcome-unknown',
];

const answers = (
  id: string,
  of: string,
  problems: DescribedOperation['problems'] = SEALED,
  status = 200,
): DescribedOperation => ({ id, answers: { [status]: { content: json(of) } }, problems });

/** Operations on unnamed sources and the vault. */
export const sourceOperations: ApiDescription['operations'] = withoutDryRun('it changes no story.', {
  'GET /desk/v1/stories/{story}/sources': answers('listSources', 'StorySources', [
    'story-unknown',
    'store-unavailable',
  ]),
  [`PUT ${ONE}`]: {
    id: 'sealSource',
    answers: {
      200: { content: json('SourceKeepers') },
      201: { content: json('SourceKeepers') },
    },
    problems: [...SEALED, 'custodian-unknown', 'contention', 'not-purged'],
  },
  [`POST ${ONE}/approval`]: answers('approveSource', 'StorySource', [
    'story-unknown',
    'source-unknown',
    'approver-unknown',
    ...WRITES,
  ]),
  [`POST ${ONE}/passing-on`]: answers('passSourceOn', 'SourceReference'),
  [`PUT ${ONE}/keepers`]: answers('handSourceOver', 'SourceKeepers', [
    ...SEALED,
    'custodian-unknown',
    'not-purged',
  ]),
  [`POST ${ONE}/erasure`]: {
    id: 'eraseSource',
    answers: { 204: {} },
    problems: [...SEALED, 'not-purged'],
  },
  [`POST ${ONE}/unsealing`]: answers('askUnsealing', 'Unsealing', SEALED, 201),
  'GET /desk/v1/unsealings': answers('listUnsealings', 'Unsealings', ['vault-missing']),
  'POST /desk/v1/unsealings/{unsealing}/approval': answers('approveUnsealing', 'Unsealing', [
    'unsealing-unknown',
    'own-unsealing',
    'vault-missing',
    'store-unavailable',
    'outcome-unknown',
  ]),
  'POST /desk/v1/unsealings/{unsealing}/source': answers('showSource', 'UnsealedSource', [
    'unsealing-unknown',
    'unsealing-waits',
    'not-audited',
    'source-erased',
    'source-damaged',
    'source-unknown',
    'vault-missing',
  ]),
  'GET /desk/v1/sources': answers('listSealedSources', 'SealedSources', ['vault-missing']),
  'GET /desk/v1/source-alerts': answers('listSourceAlerts', 'SourceAlerts', ['vault-missing']),
  'DELETE /desk/v1/source-alerts/{alert}': {
    id: 'dismissSourceAlert',
    answers: { 204: {} },
    problems: ['vault-missing'],
  },
});

const person = (description: string) => text(description, { format: 'uuid' });
const origin = text('The origin id of the source in this story.', { format: 'uuid' });
const keepers = {
  custodian: person('The staff id of who answers for the source.'),
  reporter: person('The staff id of whose source it is.'),
};
const nobody = (of: string) => nullable({ type: 'string', format: 'uuid' }, of);
const moment = (of: string) => nullable(ref('Instant'), of);
const stories = list(ref('SourceReference'), 'The source in each story.');

export const sourceSchemas: Schemas = {
  StorySource: object(
    {
      source: origin,
      descriptor: nullable(ref('Text'), 'Null if no development names the source yet.'),
      count: nullable({ type: 'integer', minimum: 1 }, 'How many people it is.'),
      groundRules: nullable(oneOf(GROUND_RULES)),
      approvedBy: nullable({ type: 'string' }, 'The id of who approved its use; null if nobody did.'),
      sealed: flag('Whether the vault has who it is.'),
    },
    { description: 'An unnamed source of a story.' },
  ),
  StorySources: object({ items: list(ref('StorySource'), 'The unnamed sources, by id.') }),
  SourceReference: object(
    { story: ref('Uuid'), source: origin },
    { description: 'A sealed source in a story.' },
  ),
  SourceKeepers: object(
    { story: ref('Uuid'), source: origin, ...keepers },
    { description: 'A sealed source, without who it is.' },
  ),
  Unsealing: object(
    {
      id: text('The id of the request.', { format: 'uuid' }),
      story: ref('Uuid'),
      source: origin,
      askedBy: person('The staff id of who asked.'),
      purpose: text('Why.'),
      approvedBy: nobody('The staff id of who approved; null as long as the request waits.'),
      until: text('When it ends.', { format: 'date-time' }),
    },
    { description: 'A request to see a sealed source. The desk forgets all requests when it stops.' },
  ),
  Unsealings: object({ items: list(ref('Unsealing'), 'The requests that are open, the oldest first.') }),
  UnsealedSource: object(
    {
      name: text('The name.'),
      otherNames: list({ type: 'string' }, 'Other spellings and names.'),
      contact: text('How to reach the source; may be empty.'),
      notes: text('May be empty.'),
    },
    { description: 'Who a source is. Only this answer has it.' },
  ),
  SealedSource: object(
    {
      state: oneOf(['sealed', 'erased', 'damaged']),
      custodian: nobody('The staff id of who answers for the source; null if damaged.'),
      reporter: nobody('The staff id of whose source it is; null if damaged.'),
      sealedAt: moment('When it was sealed; null if damaged.'),
      changedAt: moment('When it was sealed the last time; null if damaged.'),
      erased: nullable(
        object({ at: ref('Instant'), reason: text('Why it was erased.') }),
        'When and why it was erased.',
      ),
      stories,
    },
    { description: 'A sealed source, without who it is.' },
  ),
  SealedSources: page('SealedSource', 'A page of sealed sources, in no order that says anything.'),
  SourceAlert: object(
    {
      id: text('The id of the alert.', { format: 'uuid' }),
      at: ref('Instant'),
      kind: oneOf(
        ['named', 'declining'],
        '`named`: a text has the name of the source. `declining`: it says that the source declined to comment.',
      ),
      story: nullable(ref('Uuid'), 'The story of the text; null for a party or side.'),
      writtenBy: text('The id of who wrote the text.'),
      stories,
    },
    { description: 'A text that may reveal a source in your custody.' },
  ),
  SourceAlerts: object({ items: list(ref('SourceAlert'), 'The alerts, the oldest first.') }),
};
