import { STATUSES } from '#story';
import type { Sent } from '../http/caller.js';
import { FEED_SUFFIXES, STATE_SUFFIXES, TABLE_PATHS } from '../http/format-paths.js';
import { NEVER, type Ground } from './ground.js';
import { around, between, FUTURE, moments } from './moments.js';

const STORIES = '/v1/stories';
const CROSSING = `${STORIES}/crossing`;
export const LISTS = ['developments', 'claims', 'questions', 'corrections'];

/** Every public surface, and what is asked of it by somebody who knows all that happened, and when. A new one is a line here. */
export const SURFACES: Readonly<Record<string, (ground: Ground) => readonly Sent[]>> = {
  'the front page': ({ boundaries }) => gets(moments(around(boundaries)).map((moment) => STORIES + moment)),
  'pages of the front page': ({ boundaries }) =>
    gets(moments(boundaries.slice(-3)).map((moment) => STORIES + and(moment, 'limit=1'))),
  words: ({ words }) =>
    gets(
      words.flatMap((word) =>
        [`q=${word}`, `q=${word}&asOf=${FUTURE}`, `q=bridge+${word}&limit=1`].map(
          (query) => `${STORIES}?${query}`,
        ),
      ),
    ),
  'words as of then': ({ boundaries }) =>
    gets(
      boundaries.flatMap((at) =>
        ['wombat', 'upper', 'ferry'].map((word) => `${STORIES}?q=${word}&asOf=${at}`),
      ),
    ),
  filters: (ground) =>
    gets(
      ['', `&asOf=${FUTURE}`, '&asOf=2016-12-06T15:00:00Z'].flatMap((moment) =>
        choicesOf(ground).map((choice) => `${STORIES}?${choice}${moment}`),
      ),
    ),
  'a state': (ground) => ofStories(ground, around, (moment) => [moment]),
  'a state of the world then': (ground) =>
    ofStories(ground, last(2), (moment) =>
      ['2016-11-28', '2016-12-06', FUTURE].map((validAt) => and(moment, `validAt=${validAt}`)),
    ),
  'a revision': ({ stories }) =>
    gets([
      ...revisions(34).map((rest) => CROSSING + rest),
      ...stories.flatMap((story) => revisions(8).map((rest) => STORIES + '/' + story + rest)),
    ]),
  'a revision of the world then': () =>
    gets(revisions(34).map((rest) => `${CROSSING}${rest}?validAt=2016-12-01`)),
  lists: (ground) => ofStories(ground, last(12), (moment) => LISTS.map((list) => `/${list}${moment}`)),
  'pages of lists': (ground) =>
    ofStories(ground, last(3), (moment) => LISTS.map((list) => `/${list}${and(moment, 'limit=2')}`)),
  'lists of the world then': (ground) =>
    ofStories(ground, last(1), (moment) =>
      LISTS.map((list) => `/${list}${and(moment, 'limit=3&validAt=2016-12-01')}`),
    ),
  'a claim': ({ claims, boundariesOf }) =>
    gets(
      claims.flatMap((claim) =>
        moments(around(boundariesOf(claim))).map((moment) => `${CROSSING}/claims/${claim}${moment}`),
      ),
    ),
  'a claim of another story': ({ claims, stories }) =>
    gets(stories.flatMap((story) => claims.map((claim) => `${STORIES}/${story}/claims/${claim}`))),
  assertions: ({ claims, boundariesOf }) =>
    gets(
      claims.flatMap((claim) =>
        moments(boundariesOf(claim)).map(
          (moment) => `${CROSSING}/claims/${claim}/assertions${and(moment, 'limit=1')}`,
        ),
      ),
    ),
  'a variable': ({ variables, boundariesOf }) =>
    gets(
      variables.flatMap((variable) =>
        moments(around(boundariesOf(variable))).map((moment) => `${CROSSING}/variables/${variable}${moment}`),
      ),
    ),
  'a variable of the world then': ({ variables }) =>
    gets(
      variables.flatMap((variable) =>
        moments().map(
          (moment) => `${CROSSING}/variables/${variable}${and(moment, 'limit=1&validAt=2016-12-01')}`,
        ),
      ),
    ),
  'a page for readers': (ground) => [
    ...ofStories(ground, last(6), (moment) => [moment, `/timeline${moment}`]).map(asPage),
    ...gets(revisions(34).map((rest) => CROSSING + rest)).map(asPage),
    ...gets(ground.parties.map((party) => `/v1/parties/${party}`)).map(asPage),
    ...gets(['/', '/?q=islands', '/?lang=fr', '/corrections']),
  ],
  changes: (ground) =>
    gets(
      ground.stories.flatMap((story) =>
        between([...ground.boundariesOf(story), FUTURE]).map(
          (query) => `${STORIES}/${story}/changes?${query}`,
        ),
      ),
    ),
  'a party': ({ parties, boundariesOf }) =>
    gets(
      parties.flatMap((party) =>
        moments(around(boundariesOf(party))).map((moment) => `/v1/parties/${party}${moment}`),
      ),
    ),
  'pages of a party': ({ parties }) =>
    gets(
      parties.flatMap((party) => moments().map((moment) => `/v1/parties/${party}${and(moment, 'limit=1')}`)),
    ),
  'forms of a state': (ground) =>
    ofStories(ground, last(4), (moment) => [
      ...STATE_SUFFIXES.map((form) => `${form}${moment}`),
      ...TABLE_PATHS.map((table) => `${table}${moment}`),
    ]),
  'forms of a revision': () =>
    gets(revisions(34).flatMap((rest) => STATE_SUFFIXES.slice(0, 2).map((form) => CROSSING + rest + form))),
  'archives of a feed': ({ stories }) =>
    gets(
      stories.flatMap((story) =>
        FEED_SUFFIXES.flatMap((form) => [0, 1].map((n) => `${STORIES}/${story}/archive/${n}${form}`)),
      ),
    ),
  feeds: ({ boundaries }) =>
    gets(
      moments(boundaries.slice(-5)).flatMap((moment) =>
        FEED_SUFFIXES.flatMap((form) => [`${STORIES}${form}${moment}`, `/v1/corrections${form}${moment}`]),
      ),
    ),
  'what was put right': ({ boundaries }) =>
    gets(moments(around(boundaries)).map((moment) => `/v1/corrections${moment}`)),
  'pages of what was put right': ({ boundaries }) =>
    gets(moments(boundaries.slice(-3)).map((moment) => `/v1/corrections${and(moment, 'limit=1')}`)),
  'time maps': ({ stories }) =>
    gets(
      stories.flatMap((story) => [
        `${STORIES}/${story}/timemap`,
        `${STORIES}/${story}/timemap?from=3`,
        `/v1/timemap/link/http://localhost${STORIES}/${story}`,
      ]),
    ),
  'time gates': (ground) =>
    ground.stories.flatMap((story) =>
      ['2000-01-01T00:00:00Z', ...around(ground.boundariesOf(story)), FUTURE].map((at) => ({
        ...get(`${STORIES}/${story}/timegate`),
        headers: { 'accept-datetime': new Date(at).toUTCString() },
      })),
    ),
  'what changed after a position': ({ positions, stories }) =>
    gets([
      ...['', 'limit=1', 'limit=100'].map((rest) => `/v1/changes?${rest}`),
      ...stories.map((story) => `/v1/changes?story=${story}`),
      ...positions.flatMap((position) =>
        // Short pages: the answers after two positions then share their next pages.
        [position, position.replace(/.$/, '2')].map((since) => `/v1/changes?since=${since}&limit=3`),
      ),
    ]),
  'everything at once': ({ positions }) =>
    gets([
      '/v1/dump',
      ...positions.slice(0, 12).map((position) => `/v1/dump?since=${position.replace(/.$/, '2')}`),
    ]),
  'the stream of what is over': ({ stories }) =>
    gets(stories.filter((story) => story !== 'crossing').map((story) => `${STORIES}/${story}/stream`)).map(
      (request) => ({ ...request, method: 'HEAD' }),
    ),
  'what has an id': ({ ids }) => gets(ids.flatMap((id) => [`${STORIES}/${id}`, `/v1/parties/${id}`])),
  'what has no such cursor': ({ ids, claims }) =>
    gets(
      cursors(ids, claims).flatMap((cursor) => [
        `${STORIES}?cursor=${cursor}`,
        ...['crossing/developments', 'crossing/claims', `secret/claims`, `${NEVER}/claims`].map(
          (list) => `${STORIES}/${list}?cursor=${cursor}`,
        ),
      ]),
    ),
  'a state at a position': ({ positions }) =>
    [...positions, ...positions.map((position) => position.replace(/.$/, '2'))].map((position) => ({
      ...get(CROSSING),
      headers: { 'dateline-position': position },
    })),
  'headers alone': (ground) =>
    [
      ...ofStories(ground, last(1), (moment) => [
        moment,
        `/developments${moment}`,
        `/claims/mutiny${moment}`,
      ]),
      get('/v1/parties/islands-envoy'),
    ].map((request) => ({ ...request, method: 'HEAD' })),
  'what it does not do': ({ stories }) =>
    ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].flatMap((method) =>
      stories.map((story) => ({ method, path: `${STORIES}/${story}` })),
    ),
  itself: () =>
    gets([
      '/',
      '/health/live',
      '/health/ready',
      '/openapi.json',
      '/docs',
      '/docs/swagger-ui-init.js',
      '/v1',
      '/desk/v1/stories',
    ]),
};

export const requestsOf = (ground: Ground): readonly Sent[] =>
  Object.values(SURFACES).flatMap((surface) => surface(ground));

/** The page of the same address. */
const asPage = (sent: Sent): Sent => ({ ...sent, path: sent.path.replace(/^\/v1/, '') });
const get = (path: string): Sent => ({ method: 'GET', path });
const gets = (paths: readonly string[]): readonly Sent[] => paths.map(get);
const and = (query: string, more: string): string => (query === '' ? `?${more}` : `${query}&${more}`);
const last =
  (count: number) =>
  (at: readonly string[]): readonly string[] =>
    at.slice(-count);
const revisions = (upTo: number): string[] => [...Array(upTo).keys(), 999_999].map((n) => `/revisions/${n}`);
/** Requests for every story at its own moments. */
const ofStories = (
  { stories, boundariesOf }: Ground,
  when: (boundaries: readonly string[]) => readonly string[],
  asked: (moment: string) => readonly string[],
): readonly Sent[] =>
  gets(
    stories.flatMap((story) =>
      moments(when(boundariesOf(story)))
        .flatMap(asked)
        .map((rest) => `${STORIES}/${story}${rest}`),
    ),
  );

const choicesOf = ({ topics, places, parties }: Ground): string[] => [
  ...topics.map((topic) => `topic=${topic}`),
  ...[...places, 'SY', 'SC'].map((place) => `place=${encodeURIComponent(place)}`),
  ...parties.map((party) => `party=${party}`),
  ...['open', 'closed', 'killed', 'takenDown'].map((status) => `storyStatus=${status}`),
  ...STATUSES.map((status) => `claimStatus=${status}`),
  ...['en', 'fr'].map((lang) => `lang=${lang}`),
];

/** No cursors, and some of which the form is right. */
const cursors = (ids: readonly string[], claims: readonly string[]): string[] => [
  'x',
  ...[
    ...ids.slice(0, 4).flatMap((story) => LISTS.map((list) => ({ list, story }))),
    ...claims.map((claim) => ({ list: `claims/${claim}/assertions`, story: ids[0] })),
  ].map((of) =>
    Buffer.from(JSON.stringify({ ...of, at: 3, known: null, held: null, from: [1] })).toString('base64url'),
  ),
];
