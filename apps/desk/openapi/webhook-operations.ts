import {
  count,
  flag,
  list,
  nullable,
  object,
  oneOf,
  ref,
  text,
  type ApiDescription,
  type Schemas,
} from '#http';
import { json } from './write.js';

const ROOT = '/desk/v1/webhooks';
const ONE = `${ROOT}/{id}`;

type Operation = ApiDescription['operations'][string];

const one = (id: string, schema: string, status: 200 | 201 = 200): Operation => ({
  id,
  answers: { [status]: { content: json(schema) } },
  problems: ['webhook-unknown'],
});

/** A write notices if the file of the webhooks is gone. */
const writes = ({ problems = [], ...operation }: Operation): Operation => ({
  ...operation,
  problems: [...problems, 'store-unavailable'],
});

/** Operations on the webhooks of partners. */
export const webhookOperations: ApiDescription['operations'] = {
  [`POST ${ROOT}`]: writes({
    id: 'registerWebhook',
    description: 'Messages are CloudEvents 1.0, signed according to Standard Webhooks.',
    answers: { 201: { content: json('RegisteredWebhook'), headers: ['Location'] } },
    problems: ['webhook-url', 'too-many-requests'],
  }),
  [`GET ${ROOT}`]: { id: 'listWebhooks', answers: { 200: { content: json('Webhooks') } } },
  [`GET ${ONE}`]: one('readWebhook', 'Webhook'),
  [`DELETE ${ONE}`]: writes({ id: 'removeWebhook', answers: { 204: {} }, problems: ['webhook-unknown'] }),
  [`POST ${ONE}/secret`]: writes({
    ...one('rotateWebhookSecret', 'WebhookSecret', 201),
    problems: ['webhook-unknown', 'too-many-requests'],
  }),
  [`POST ${ONE}/pause`]: writes(one('pauseWebhook', 'Webhook')),
  [`POST ${ONE}/resume`]: writes(one('resumeWebhook', 'Webhook')),
  [`POST ${ONE}/ping`]: {
    ...one('pingWebhook', 'Pinged'),
    problems: ['webhook-unknown', 'webhook-url', 'too-many-requests'],
  },
  [`GET ${ONE}/dead-letters`]: one('listDeadLetters', 'DeadLetters'),
  [`DELETE ${ONE}/dead-letters`]: writes(one('discardDeadLetters', 'Dropped')),
  [`POST ${ONE}/dead-letters/replay`]: writes({
    ...one('replayDeadLetters', 'Replayed'),
    problems: ['webhook-unknown', 'position-of-another-log'],
  }),
  [`DELETE ${ONE}/dead-letters/{position}`]: writes({
    ...one('discardDeadLetter', 'Dropped'),
    problems: ['webhook-unknown', 'position-of-another-log', 'validation'],
  }),
};

const failure = oneOf(
  [
    'address-refused',
    'name-unresolved',
    'connection',
    'tls',
    'timeout',
    'answer-malformed',
    'redirect',
    'status',
  ],
  'Why the delivery failed.',
);
const status = nullable({ type: 'integer' }, 'The status of the answer; null without an answer.');

const endpoint: Schemas = {
  id: ref('Uuid'),
  url: text('The address to which messages are sent.', { format: 'uri' }),
  description: nullable({ type: 'string' }),
  stories: nullable(list(ref('Uuid')), 'The stories whose changes are sent; null for all.'),
  state: oneOf(['active', 'paused', 'off']),
  reason: nullable(oneOf(['gone', 'failing', 'other-log']), 'Why it was switched off.'),
  createdAt: ref('Instant'),
  position: nullable(
    ref('Position'),
    'The position in the public log up to which this webhook has taken the changes.',
  ),
  pending: count('How many messages are pending.'),
  deadLetters: count('The number of dead letters.'),
  lastSuccess: nullable(object({ at: ref('Instant'), status: { type: 'integer' } })),
  lastFailure: nullable(object({ at: ref('Instant'), failure, status })),
};
const secret = text('The key of the signatures. Only this answer has it.', { pattern: '^whsec_' });

export const webhookSchemas: Schemas = {
  Webhook: object(endpoint, { description: 'An endpoint of a partner.' }),
  RegisteredWebhook: object({ ...endpoint, secret }),
  WebhookSecret: object({ secret, oldValidUntil: ref('Instant') }),
  Webhooks: object({ items: list(ref('Webhook')), next: nullable(ref('Address')) }),
  Pinged: object({
    delivered: flag('Whether the message was delivered.'),
    failure: nullable(failure),
    status,
  }),
  DeadLetters: object({
    total: count('How many there are in total.'),
    items: list(ref('DeadLetter')),
    next: nullable(ref('Address')),
  }),
  DeadLetter: object(
    {
      position: ref('Position'),
      event: ref('Uuid'),
      story: ref('Uuid'),
      attempts: count('How often it was sent.'),
      diedAt: ref('Instant'),
      failure,
      status,
    },
    { description: 'A message that could not be delivered, and was set aside.' },
  ),
  Replayed: object({ replayed: count('How many messages are sent again.') }),
};
