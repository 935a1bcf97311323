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

/** A write finds out where the file that keeps the webhooks is gone. */
const writes = ({ problems = [], ...operation }: Operation): Operation => ({
  ...operation,
  problems: [...problems, 'store-unavailable'],
});

/** Partners that are told by messages what becomes public. */
export const webhookOperations: ApiDescription['operations'] = {
  [`POST ${ROOT}`]: writes({
    id: 'registerWebhook',
    description: 'Messages are CloudEvents 1.0, signed as Standard Webhooks has it.',
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
  'Why a message did not arrive.',
);
const status = nullable({ type: 'integer' }, 'What the partner answered; null where nothing came.');

const endpoint: Schemas = {
  id: ref('Uuid'),
  url: text('Where messages are sent.', { format: 'uri' }),
  description: nullable({ type: 'string' }),
  stories: nullable(list(ref('Uuid')), 'The stories of which it is told; null for all.'),
  state: oneOf(['active', 'paused', 'off']),
  reason: nullable(oneOf(['gone', 'failing', 'other-log']), 'Why it was switched off.'),
  createdAt: ref('Instant'),
  position: nullable(ref('Position'), 'The archive’s: up to where it has been told.'),
  pending: count('How many messages wait.'),
  deadLetters: count('How many were given up.'),
  lastSuccess: nullable(object({ at: ref('Instant'), status: { type: 'integer' } })),
  lastFailure: nullable(object({ at: ref('Instant'), failure, status })),
};
const secret = text('With which messages are signed: told here and nowhere else.', { pattern: '^whsec_' });

export const webhookSchemas: Schemas = {
  Webhook: object(endpoint, { description: 'An endpoint of a partner.' }),
  RegisteredWebhook: object({ ...endpoint, secret }),
  WebhookSecret: object({ secret, oldValidUntil: ref('Instant') }),
  Webhooks: object({ items: list(ref('Webhook')), next: nullable(ref('Address')) }),
  Pinged: object({ delivered: flag('Whether it arrived.'), failure: nullable(failure), status }),
  DeadLetters: object({
    total: count('How many there are in all.'),
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
    { description: 'A message that was given up.' },
  ),
  Replayed: object({ replayed: count('How many are sent again.') }),
};
