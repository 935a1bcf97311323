import {
  lines,
  ref,
  text,
  type DescribedAnswer,
  type DescribedOperation,
  type DescribedProblem,
} from '#http';

const STORY = '/v1/stories/{story}';
const CACHED = ['ETag', 'Cache-Control'];
const UNCHANGED: DescribedAnswer = { description: 'The reader has it already.', headers: ['ETag'] };
const OF_STORY: readonly DescribedProblem[] = ['story-unknown', 'event-damaged', 'killed', 'taken-down'];

const atom = { 'application/atom+xml': ref('Atom') };
const jsonFeed = { 'application/feed+json': ref('JsonFeed') };
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
export const publishingOperations: Readonly<Record<string, DescribedOperation>> = {
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
  'GET /v1/stories.atom': {
    ...worded('feedStoriesAtom', atom),
    summary: 'The stories as of a moment, as an Atom feed',
  },
  'GET /v1/stories.jsonfeed': {
    ...worded('feedStoriesJson', jsonFeed),
    summary: 'The stories as of a moment, as a JSON Feed',
  },
  'GET /v1/corrections': kept('listAllCorrections', { 'application/json': ref('CorrectionsRecord') }),
  'GET /v1/corrections.atom': {
    ...worded('feedCorrectionsAtom', atom),
    summary: 'The same as an Atom feed',
  },
  'GET /v1/corrections.jsonfeed': {
    ...worded('feedCorrectionsJson', jsonFeed),
    summary: 'The same as a JSON Feed',
  },
  [`GET ${STORY}/archive/{archive}`]: worded('readFeedArchive', { ...atom, ...jsonFeed }, OF_STORY),
  [`GET ${STORY}/developments.csv`]: worded('tabulateDevelopments', { 'text/csv': ref('Table') }, [
    'not-yet',
    ...OF_STORY,
  ]),
  [`GET ${STORY}/claims.csv`]: worded('tabulateClaims', { 'text/csv': ref('Table') }, [
    'not-yet',
    ...OF_STORY,
  ]),
};
