import type { Json } from '../http/caller.js';
import type { Exchange, Answered } from './exchange.js';

const path = (answered: Answered) => ({ id: String(answered['registerWebhook'].id) });
const ask = (operation: string, body?: Json, more: Readonly<Record<string, string>> = {}): Exchange => ({
  operation,
  request: (answered) => ({ path: { ...path(answered), ...more }, ...(body === undefined ? {} : { body }) }),
  status: operation === 'removeWebhook' ? 204 : operation === 'rotateWebhookSecret' ? 201 : 200,
});

/**
 * The webhook requests of the desk. Nothing becomes public meanwhile, so nothing is sent. The address is numeric, so no DNS
 * lookup happens.
 */
export const webhookExchanges: readonly Exchange[] = [
  {
    operation: 'registerWebhook',
    request: {
      body: {
        url: 'https://93.184.215.14/dateline',
        stories: ['aleppo-talks'],
        description: 'The partner’s live page',
      },
    },
    status: 201,
  },
  {
    operation: 'registerWebhook',
    as: 'tried',
    request: { body: { url: 'https://93.184.215.14/dateline' }, query: 'dryRun=true' },
    status: 200,
  },
  { operation: 'listWebhooks', request: {}, status: 200 },
  ask('readWebhook'),
  ask('pauseWebhook'),
  ask('resumeWebhook', {}),
  ask('rotateWebhookSecret'),
  ask('listDeadLetters'),
  ask('replayDeadLetters', {}),
  ask('discardDeadLetters'),
  ask('discardDeadLetter', undefined, { position: '152' }),
  {
    operation: 'removeWebhook',
    as: 'tried',
    request: (answered) => ({ path: path(answered), query: 'dryRun=true' }),
    status: 200,
  },
  ask('removeWebhook'),
];

/** A ping would leave the machine, so the test does not send one: this is the answer of a healthy partner. */
export const pinged: Json = { answers: { 200: { delivered: true, failure: null, status: 204 } } };
