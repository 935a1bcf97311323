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
const UNCHANGED: DescribedAnswer = { description: 'Your copy is current.', headers: ['ETag'] };
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

/** An operation whose words are in one language at a time. */
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
    'Without a position the stream begins with the next event. To read the state after a change, send its ' +
    '`data.position` as `Dateline-Position`: caches, even the browser’s, may still have the former state. After a `reset` ' +
    'event your copy may contain withdrawn content: fetch the states again.',
  headers: ['Last-Event-ID', 'Dateline-Position'],
  answers: { 200: { content: events }, ...(ends ? { 204: {} } : {}) },
  problems: ['stale', 'too-many-followers', ...(ends ? OF_STORY : [])],
});

/** The operations of publishing: changes, mementos, feeds and tables. */
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
      'Without `since`, the changes start from the beginning. To resume, use `position` of the last page. To follow a copy of `/v1/stories`, start from its `position`.',
  },
  'GET /v1/stream': stream('followChanges', false),
  [`GET ${STORY}/stream`]: stream('followStory', true),
  'GET /v1/dump': {
    id: 'dumpChanges',
    description:
      'A client address may read two dumps at once. The server ends a dump that the client does not read for a minute. Ask for the rest with `since`.',
    headers: ['Dateline-Position'],
    answers: {
      200: { content: { 'application/x-ndjson': lines('CloudEvent', 'One CloudEvent on each line.') } },
    },
    problems: ['stale', 'position-gone', 'too-many-requests', 'too-many-followers'],
  },
  ...feeds('stories', 'feedStories', (title) => `The stories as of a moment, as ${title}`),
  'GET /v1/corrections': kept('listAllCorrections', { 'application/json': ref('CorrectionsRecord') }),
  ...feeds('corrections', 'feedCorrections', (title) => `The corrections of all stories as ${title}`),
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
