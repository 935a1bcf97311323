import type { Exchange } from './exchange.js';

export const story = 'aleppo-talks';
export const NOON = 'asOf=2016-12-01T12:00:00Z';

export const read = (
  operation: string,
  path: Readonly<Record<string, string>> = {},
  query = '',
): Exchange => ({
  operation,
  request: { path, query },
  status: 200,
});

/** Reads of the story of the documentation, on both surfaces. `limit` keeps the lists short. */
export const readingExchanges: readonly Exchange[] = [
  read('listStories', {}, 'limit=2'),
  read('readStory', { story }, NOON),
  read('readRevision', { story, revision: '1' }),
  read('listDevelopments', { story }, `${NOON}&limit=2`),
  read('countDevelopments', { story }, NOON),
  read('listClaims', { story }, `${NOON}&limit=1`),
  read('listQuestions', { story }, NOON),
  read('readClaim', { story, claim: 'talks' }, NOON),
  read('listAssertions', { story, claim: 'talks' }, `${NOON}&limit=2`),
  read('readVariable', { story, variable: 'east-aleppo-retaken-share' }),
  read('readStoryChanges', { story }, 'from=2016-12-01T10:00:00Z&to=2016-12-01T11:00:00Z'),
  read('readParty', { party: 'moscow' }, 'limit=2'),
  read('readLiveness'),
  read('readReadiness'),
];

/** Needs a correction. */
export const corrected = (of: string): Exchange => read('listCorrections', { story: of }, 'limit=1');
