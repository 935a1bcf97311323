import type { Exchange } from './exchange.js';

const path = { story: 'aleppo-talks' };

/** The requests for who is in a story. */
export const presenceExchanges: readonly Exchange[] = [
  { operation: 'enterStory', request: { path, body: { doing: 'writing' } }, status: 200 },
  { operation: 'listPresent', request: { path }, status: 200 },
  { operation: 'leaveStory', request: { path }, status: 204 },
];
