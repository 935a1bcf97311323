import type { Answered, Exchange } from './exchange.js';

const story = 'aleppo-talks';

/** The requests for notes and notices. */
export const noteExchanges: readonly Exchange[] = [
  {
    operation: 'addNote',
    request: {
      path: { story },
      body: { text: '@m.editor Does the agency still stand by this? @sofia saw another figure.' },
    },
    status: 201,
  },
  { operation: 'listNotes', request: { path: { story }, query: 'limit=5' }, status: 200 },
  {
    operation: 'withdrawNote',
    request: (answered) => ({ path: { story, note: String(answered['addNote'].id) } }),
    status: 204,
  },
  {
    operation: 'listNotices',
    request: (answered) => ({ query: 'limit=2', headers: reporter(answered) }),
    status: 200,
  },
  {
    operation: 'markNoticesSeen',
    request: (answered) => ({
      headers: reporter(answered),
      body: { upTo: String(answered['listNotices'].items[0].id) },
    }),
    status: 200,
  },
];

/** The token of the reporter whose developments were reviewed. */
export const reporter = (answered: Answered): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${answered['reporter'].token}`,
});
