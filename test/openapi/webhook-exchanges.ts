import type { Json } from '../http/caller.js';
import type { Exchange, Told } from './exchange.js';

const path = (told: Told) => ({ id: String(told['registerWebhook'].id) });
const ask = (operation: string, body?: Json, more: Readonly<Record<string, string>> = {}): Exchange => ({
  operation,
  request: (told) => ({ path: { ...path(told), ...more }, ...(body === undefined ? {} : { body }) }),
  status: operation === 'removeWebhook' ? 204 : operation === 'rotateWebhookSecret' ? 201 : 200,
});

/**
 * What the desk is asked of webhooks. Nothing becomes public meanwhile, so nothing is sent; the address is one of numbers,
 * so no name is asked for.
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
    request: (told) => ({ path: path(told), query: 'dryRun=true' }),
    status: 200,
  },
  ask('removeWebhook'),
];

/** A ping leaves the machine, which a test does not: this is what a partner that is well makes of it. */
export const pinged: Json = { answers: { 200: { delivered: true, failure: null, status: 204 } } };
