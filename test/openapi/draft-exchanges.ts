import type { Exchange } from './exchange.js';

/** The page chooses it. */
const path = { id: '6c1f5a51-1d8e-4f0b-9a35-5b8f3c0a7d21' };
const content = { kind: 'report', text: { en: 'RIA Novosti reports that the talks' } };
const save = (status: number, more: object = {}): Exchange => ({
  operation: 'saveDraft',
  request: { path, body: { story: 'aleppo-talks', content: { ...content, ...more } } },
  status,
});

/** The requests for drafts. */
export const draftExchanges: readonly Exchange[] = [
  save(201),
  save(200, { attribution: [[{ party: 'ria-novosti' }]] }),
  { operation: 'readDraft', request: { path }, status: 200 },
  { operation: 'listDrafts', request: { query: 'limit=5' }, status: 200 },
  { operation: 'deleteDraft', request: { path }, status: 204 },
];
