import { FEED_FORMATS, TABLE_FORMATS, type TableList } from '#formats';
import {
  lines,
  ref,
  text,
  type DescribedAnswer,
  type DescribedOperation,
  type DescribedProblem,
} from '#http';
import { contentOf } from './format-contents.js';

type Operations = Readonly<Record<string, DescribedOperation>>;

const STORY = '/v1/stories/{story}';
const CACHED = ['ETag', 'Cache-Control'];
const UNCHANGED: DescribedAnswer = { description: 'The reader has it already.', headers: ['ETag'] };
const OF_STORY: readonly DescribedProblem[] = ['story-unknown', 'event-damaged', 'killed', 'taken-down'];

const events = {
  'text/event-stream': text('Server-sent events: `id` is the position, `data` a CloudEvent.'),
};

function kept(
  id: string,
  content: NonNullable<DescribedAnswer['content']>,
  problems: readonly DescribedProblem[] = [],
  headers: readonly string[] = [],
): DescribedOperation {
  return {
    id,
    headers: ['Dateline-Position', 'If-None-Match'],
    answers: { 200: { content, headers: [...CACHED, ...headers] }, 304: UNCHANGED },
    problems: ['stale', ...problems],
  };
}

/** The same with its words in one language. */
function worded(...of: Parameters<typeof kept>): DescribedOperation {
  const [id, content, problems, headers = []] = of;
  const operation = kept(id, content, problems, [...headers, 'Content-Language']);
  return { ...operation, headers: [...(operation.headers ?? []), 'Accept-Language'] };
}

const gate = (id: string, problems: readonly DescribedProblem[] = []): DescribedOperation => ({
  id,
  headers: ['Accept-Datetime', 'Dateline-Position'],
  answers: { 302: { headers: ['Location', 'Link'] } },
  problems: ['stale', ...problems, ...OF_STORY],
});
const map = (id: string, problems: readonly DescribedProblem[] = []): DescribedOperation =>
  kept(id, { 'application/link-format': text('Links (RFC 6690).') }, [
    'story-unknown',
    'event-damaged',
    ...problems,
  ]);

const stream = (id: string, ends: boolean): DescribedOperation => ({
  id,
  description:
    'Without a position it begins with what is to come. Read the state of a change with its `data.position` as ' +
    '`Dateline-Position`: caches, that of the browser too, may have the former one. A `reset` event says that what the reader has may hold what was ' +
    'withdrawn since: then it reads the states anew.',
  headers: ['Last-Event-ID', 'Dateline-Position'],
  answers: { 200: { content: events }, ...(ends ? { 204: {} } : {}) },
  problems: ['stale', 'too-many-followers', ...(ends ? OF_STORY : [])],
});

/** What the public log is published as, for programs, feed readers and archives of others. */
export const publishingOperations: Operations = {
  'GET /v1/timegate/{path}': gate('readTimeGate', ['original-unknown']),
  [`GET ${STORY}/timegate`]: gate('readTimeGateOfStory'),
  'GET /v1/timemap/link/{path}': map('readTimeMap', ['original-unknown']),
  [`GET ${STORY}/timemap`]: map('readTimeMapOfStory'),
  'GET /v1/changes': {
    ...kept(
      'listChanges',
      {
        'application/json': ref('ChangesPage'),
        'application/cloudevents-batch+json': { type: 'array', items: ref('CloudEvent') },
      },
      ['position-gone', ...OF_STORY],
      ['Link', 'Dateline-Poll'],
    ),
    description:
      'Without `since` from the beginning. `position` of the last page is where to go on later; that of `/v1/stories` is where to begin.',
  },
  'GET /v1/stream': stream('followChanges', false),
  [`GET ${STORY}/stream`]: stream('followStory', true),
  'GET /v1/dump': {
    id: 'dumpChanges',
    description:
      'One address takes two at once. What is not taken for a minute is cut: ask for the rest by `since`.',
    headers: ['Dateline-Position'],
    answers: { 200: { content: { 'application/x-ndjson': lines('CloudEvent', 'A CloudEvent a line.') } } },
    problems: ['stale', 'position-gone', 'too-many-requests', 'too-many-followers'],
  },
  ...feeds('stories', 'feedStories', (title) => `The stories as of a moment, as ${title}`),
  'GET /v1/corrections': kept('listAllCorrections', { 'application/json': ref('CorrectionsRecord') }),
  ...feeds('corrections', 'feedCorrections', (title) => `The same as ${title}`),
  [`GET ${STORY}/archive/{archive}`]: worded('readFeedArchive', contentOf(FEED_FORMATS), OF_STORY),
  ...tables('developments', 'tabulateDevelopments'),
  ...tables('claims', 'tabulateClaims'),
};

/** The operations of a list in every feed format. */
function feeds(list: string, id: string, summaryOf: (title: string) => string): Operations {
  return Object.fromEntries(
    FEED_FORMATS.map((format) => [
      `GET /v1/${list}${format.suffix}`,
      { ...worded(`${id}${format.operation}`, contentOf([format])), summary: summaryOf(format.title) },
    ]),
  );
}

/** The operations of a list of a story in every table format. */
function tables(list: TableList, id: string): Operations {
  return Object.fromEntries(
    TABLE_FORMATS.map((format) => [
      `GET ${STORY}/${list}${format.suffix}`,
      worded(`${id}${format.operation}`, contentOf([format]), ['not-yet', ...OF_STORY]),
    ]),
  );
}
