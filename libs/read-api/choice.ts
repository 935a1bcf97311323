import { createHash } from 'node:crypto';
import { parseBegin, parseMoment, parseSince, Problem } from '#http';
import {
  frontPage,
  marksOf,
  MOST_WORDS,
  questionOf,
  SearchRefused,
  SHORTEST_BEGINNING,
  type AskedWord,
  type FrontPageCut,
  type ModelReader,
  type SearchFault,
  type Times,
} from '#projections';
import { cursorOf } from './found-or-problem.js';
import type { ReadingOptions } from './readable-model.js';
import type { ChoiceQuery, FeedQuery } from './read-api.dto.js';

/** By what a request chooses stories, each by one name. */
export type Choice = Omit<FeedQuery, 'lang' | 'storyStatus'> & Pick<ChoiceQuery, 'sort'>;

/** What is chosen by former names as well. @throws Problem `query-parameter` for what has both names */
export function choiceOf({ storyStatus, lang, ...query }: ChoiceQuery): Choice {
  return {
    ...query,
    ...once('status', query.status, 'storyStatus', storyStatus),
    ...once('language', query.language, 'lang', lang),
  };
}

function once(
  name: 'status' | 'language',
  given: string | undefined,
  former: string,
  by: string | undefined,
): Partial<Choice> {
  if (by === undefined) return {};
  if (given === undefined) return { [name]: by };
  throw refused(former, `${former} is the former name of ${name}: give ${name} alone.`);
}

const PAGE = 20;

/** What a request chooses of the front page. @throws Problem `time-form`, `query-parameter`, `cursor` */
export function frontPageCut(query: Choice, { zone, stories }: ReadingOptions): FrontPageCut {
  const asOf = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
  const { q, status, sort = 'newest' } = query;
  if (sort === 'relevance' && q === undefined) throw nothingToSortBy();
  const words = q === undefined ? [] : asked(q);
  const times = timesOf(query, zone);
  const chosen = chosenBy(query);
  const list = `stories ${digest(chosen)}`;
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
    address: `/${stories}`,
    query: chosen,
  };
}

/** Between which moments stories are chosen. @throws Problem `time-form`, `query-parameter` */
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
    throw refused('from', 'from is after to: exchange them.');
  return times;
}

function asked(q: string): readonly AskedWord[] {
  return explained(() => questionOf(q));
}

/** A page of the stories that are chosen, as JSON. @throws Problem `query-parameter` for a search that is not answered */
export function chosenStories(model: ModelReader, cut: FrontPageCut, position: string | null = null): string {
  return explained(() => frontPage(model, cut, position));
}

function explained<T>(search: () => T): T {
  try {
    return search();
  } catch (error) {
    if (!(error instanceof SearchRefused)) throw error;
    throw refused(error.fault.why === 'many-stories' ? 'sort' : 'q', explanation(error.fault));
  }
}

function explanation(fault: SearchFault): string {
  switch (fault.why) {
    case 'no-words':
      return 'q has no word in it: give letters or digits.';
    case 'many-words':
      return (
        `q has ${fault.words} words: give at most ${MOST_WORDS}.` +
        (fault.characters ? ' Two characters of Chinese, Korean or Thai, for example, count as a word.' : '')
      );
    case 'short-beginning':
      return `“${fault.word}*” is too short: give at least ${SHORTEST_BEGINNING} letters before the star.`;
    case 'star-within':
      return `A star stands at the end of a word, as in evacuat*, and not beside “${fault.word}”.`;
    case 'many-endings':
      return `Too many words begin with “${fault.word}”: give more letters before the star.`;
    case 'many-stories':
      return 'Too many stories are chosen to sort them so: leave sort out, which gives the newest first, or choose fewer, by a rarer word or a party for example.';
  }
}

const nothingToSortBy = (): Problem =>
  refused('sort', 'sort=relevance goes by the words of q: give q as well.');

const refused = (parameter: string, detail: string): Problem =>
  new Problem('query-parameter', detail, { errors: [{ parameter, detail }] });

const CHOICES = [
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

/** The part of the query that chooses stories, in one order: `topic=…&party=…&`. */
function chosenBy(query: Choice): string {
  return CHOICES.filter((name) => query[name] !== undefined)
    .map((name) => `${name}=${encodeURIComponent(query[name]!)}&`)
    .join('');
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);
