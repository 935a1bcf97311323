import { FEED_FORMATS, STORY_FORMATS, TABLE_FORMATS } from '#formats';
import type { Exchange } from './exchange.js';
import { LONG } from './long-story.js';
import { NOON, read, story } from './reading-exchanges.js';

const as = (media: string, exchange: Exchange): Exchange => ({ ...exchange, media });

/** The story of the documentation, in the other public formats. */
const forms: readonly Exchange[] = STORY_FORMATS.flatMap(({ mediaType }) => [
  as(mediaType, read('readStory', { story }, 'asOf=2016-12-01T09:05:00Z')),
  as(mediaType, read('readRevision', { story, revision: '1' })),
]);

/** Only events after the second-last development, to keep examples short. */
const LATE = 'since=112';
/** The full address of a story, as in the address of a time gate. */
const whole = encodeURIComponent('https://archive.example.org/v1/stories/aleppo-talks');
const NOON_OF_HTTP = { 'accept-datetime': 'Thu, 01 Dec 2016 12:00:00 GMT' };

/** Requests that only the archive supports. */
export const publishingExchanges: readonly Exchange[] = [
  ...forms,
  ...TABLE_FORMATS.flatMap(({ mediaType }) => [
    as(mediaType, read('listDevelopments', { story }, NOON)),
    as(mediaType, read('listClaims', { story }, NOON)),
  ]),
  { operation: 'readTimeGate', request: { path: { path: whole }, headers: NOON_OF_HTTP }, status: 302 },
  { operation: 'readTimeGateOfStory', request: { path: { story }, headers: NOON_OF_HTTP }, status: 302 },
  read('readTimeMap', { path: whole }),
  read('readTimeMapOfStory', { story }),
  read('listChanges', {}, `${LATE}&limit=1`),
  as('application/cloudevents-batch+json', read('listChanges', {}, `${LATE}&limit=1`)),
  read('dumpChanges', {}, 'since=142'),
  ...FEED_FORMATS.map(({ operation }) => read(`feedStories${operation}`)),
  ...TABLE_FORMATS.flatMap(({ operation }) => [
    read(`tabulateDevelopments${operation}`, { story }, NOON),
    read(`tabulateClaims${operation}`, { story }, NOON),
  ]),
  read('listAllCorrections', {}, 'limit=1'),
  ...FEED_FORMATS.map(({ operation }) => read(`feedCorrections${operation}`, {}, 'limit=1')),
];

/** Needs a story that is long enough for a feed archive. */
export const archiveExchanges: readonly Exchange[] = FEED_FORMATS.map(({ mediaType, suffix }, i) => {
  const exchange = read('readFeedArchive', { story: LONG, archive: `0${suffix}` });
  return i === 0 ? exchange : as(mediaType, exchange);
});
