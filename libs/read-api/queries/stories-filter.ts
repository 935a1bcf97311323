import { createHash } from 'node:crypto';
import { parseBegin, parseMoment, parseSince, Problem } from '#http';
import {
  frontPage,
  marksOf,
  MOST_WORDS,
  parseSearch,
  SearchRefused,
  SHORTEST_BEGINNING,
  type FrontPageRequest,
  type ModelReader,
  type SearchFault,
  type Times,
} from '#projections';
import { cursorOf } from '../answers/found-or-problem.js';
import type { StoriesFeedQuery, StoriesQuery } from './stories.dto.js';

/** The filters of a list of stories, each under one name. */
export type StoriesFilter = Omit<StoriesFeedQuery, 'lang' | 'storyStatus'> & Pick<StoriesQuery, 'sort'>;

/** Accepts the former names of filters too. @throws Problem `query-parameter` for a filter given under both names */
export function storiesFilter({ storyStatus, lang, ...query }: StoriesQuery): StoriesFilter {
  return {
    ...query,
    ...renamed('status', query.status, 'storyStatus', storyStatus),
    ...renamed('language', query.language, 'lang', lang),
  };
}

function renamed(
  name: 'status' | 'language',
  value: string | undefined,
  former: string,
  formerValue: string | undefined,
): Partial<StoriesFilter> {
  if (formerValue === undefined) return {};
  if (value === undefined) return { [name]: formerValue };
  throw wrongParameter(former, `${former} is the former name of ${name}: give ${name} only.`);
}

const PAGE = 20;

/** Which page of the stories a query asks for. @throws Problem `time-form`, `query-parameter`, `cursor` */
export function storiesCut(query: StoriesFilter, zone: string, address: string): FrontPageRequest {
  const asOf = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
  const { q, status, sort = 'newest' } = query;
  if (sort === 'relevance' && q === undefined)
    throw wrongParameter('sort', 'sort=relevance sorts by the words of q: give q as well.');
  const words = q === undefined ? [] : explained(() => parseSearch(q));
  const times = timesOf(query, zone);
  const filters = filtersIn(query);
  const list = `stories ${digest(filters)}`;
  const cursor = cursorOf(query.cursor, { list, story: null, asOf });
  return {
    asOf,
    at: cursor?.at ?? null,
    from: cursor?.from ?? [],
    limit: query.limit ?? PAGE,
    words,
    marks: marksOf({ ...query, storyStatus: status }),
    times,
    sort,
    list,
    address,
    query: filters,
  };
}

/** Between which moments the stories of a list are. @throws Problem `time-form`, `query-parameter` */
export function timesOf(
  { from, to, updatedSince }: { readonly [name in keyof Times]?: string | undefined },
  zone: string,
): Times {
  const times = {
    from: from === undefined ? undefined : parseBegin(from, zone, 'from'),
    to: to === undefined ? undefined : parseMoment(to, zone, 'to'),
    updatedSince: updatedSince === undefined ? undefined : parseSince(updatedSince, zone, 'updatedSince'),
  };
  if (times.from !== undefined && times.to !== undefined && times.from > times.to)
    throw wrongParameter('from', 'from is after to: swap them.');
  return times;
}

/** A page of stories, as JSON. @throws Problem `query-parameter` for a search that asks for too much */
export function storiesPage(
  model: ModelReader,
  cut: FrontPageRequest,
  position: string | null = null,
): string {
  return explained(() => frontPage(model, cut, position));
}

function explained<T>(search: () => T): T {
  try {
    return search();
  } catch (error) {
    if (!(error instanceof SearchRefused)) throw error;
    throw wrongParameter(error.fault.why === 'many-stories' ? 'sort' : 'q', explanation(error.fault));
  }
}

function explanation(fault: SearchFault): string {
  switch (fault.why) {
    case 'no-words':
      return 'q contains no word: give letters or digits.';
    case 'many-words':
      return (
        `q has ${fault.words} words: give at most ${MOST_WORDS}.` +
        (fault.characters ? ' In Chinese, Korean or Thai, for example, two characters count as a word.' : '')
      );
    case 'short-beginning':
      return `“${fault.word}*” is too short: give at least ${SHORTEST_BEGINNING} letters before the star.`;
    case 'star-within':
      return `A star comes at the end of a word, as in evacuat*, and not next to “${fault.word}”.`;
    case 'many-endings':
      return `Too many words begin with “${fault.word}”: give more letters before the star.`;
    case 'many-stories':
      return 'Too many stories match to sort them. Leave sort out to get the newest first, or narrow the search: by a rarer word or a party, for example.';
  }
}

const wrongParameter = (parameter: string, detail: string): Problem =>
  new Problem('query-parameter', detail, { errors: [{ parameter, detail }] });

const FILTERS = [
  'q',
  'topic',
  'place',
  'party',
  'status',
  'claimStatus',
  'language',
  'from',
  'to',
  'updatedSince',
  'sort',
] as const;

/** The filters of a query in one order, for cursors and addresses: `topic=…&party=…&`. */
function filtersIn(query: StoriesFilter): string {
  return FILTERS.filter((name) => query[name] !== undefined)
    .map((name) => `${name}=${encodeURIComponent(query[name]!)}&`)
    .join('');
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);
