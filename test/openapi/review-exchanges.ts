import type { Json } from '../http/caller.js';
import type { Answered, Exchange } from './exchange.js';

const story = 'aleppo-talks';

/** A request of a reporter, with the token from `makeToken`. */
const reporter = (answered: Answered): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${answered['reporter'].token}`,
});
const body: Json = {
  kind: 'report',
  text: { en: 'RIA Novosti reports that the talks go into a third day.' },
  attribution: [[{ party: 'ria-novosti' }]],
  // So far ahead that nothing becomes public here.
  release: { embargoedUntil: '2999-01-01T06:00:00Z' },
};
const records = (as: string): Exchange => ({
  operation: 'recordDevelopment',
  as,
  request: (answered) => ({ path: { story }, body, headers: reporter(answered) }),
  status: 201,
});
const onOne = (operation: string, of: string, more: object = {}, status = 200): Exchange => ({
  operation,
  request: (answered) => ({ path: { story, development: String(answered[of].id) }, ...more }),
  status,
});
const approval = { body: {}, headers: { 'if-match': '*' } };

/** The requests for the review of developments. */
export const reviewExchanges: readonly Exchange[] = [
  {
    operation: 'makeToken',
    as: 'reporter',
    request: { body: { name: 'A reporter', roles: ['reporter'] } },
    status: 201,
  },
  { operation: 'readReleaseRule', request: {}, status: 200 },
  {
    operation: 'setReleaseRule',
    request: { body: { mayReleaseAlone: ['editor', 'publisher'] } },
    status: 200,
  },
  records('first'),
  records('second'),
  { operation: 'listReviews', request: { query: 'list=waiting&limit=5' }, status: 200 },
  onOne('returnReview', 'first', { body: { note: 'Since when?' } }),
  { operation: 'listHeld', request: { query: 'limit=5' }, status: 200 },
  {
    operation: 'requestReview',
    request: (answered) => ({
      path: { story, development: String(answered['first'].id) },
      body: { note: 'Since Tuesday.', release: body.release },
      headers: reporter(answered),
    }),
    status: 200,
  },
  onOne('takeReviewOver', 'first'),
  onOne('approveDevelopment', 'second', { ...approval, query: 'dryRun=true' }),
  onOne('approveDevelopment', 'second', approval, 201),
];
