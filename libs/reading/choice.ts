import { createHash } from 'node:crypto';
import { parseMoment, Problem } from '#nest';
import { MOST_WORDS, termsOf, wordCount, type FrontPageCut } from '#projections';
import { cursorOf } from './barrier.js';
import type { ReadingOptions } from './readable.js';
import type { ChoiceQuery, FeedQuery } from './reading.dto.js';

/** By what a request chooses stories, each by one name. */
export type Choice = Omit<FeedQuery, 'lang' | 'storyStatus'>;

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
  const detail = `${former} is the former name of ${name}: give ${name} alone.`;
  throw new Problem('query-parameter', detail, { errors: [{ parameter: former, detail }] });
}

const PAGE = 20;

/** What a request chooses of the front page. @throws Problem `time-form`, `query-parameter`, `cursor` */
export function frontPageCut(query: Choice, { zone, stories }: ReadingOptions): FrontPageCut {
  const known = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
  const words = query.q === undefined ? null : termsOf({ words: query.q });
  if (words && (words.length === 0 || wordCount(words) > MOST_WORDS)) throw wordsWrong(words);
  const chosen = chosenBy(query);
  const list = `stories ${digest(chosen)}`;
  const cursor = cursorOf(query.cursor, { list, story: null, known });
  return {
    known,
    at: cursor?.at ?? null,
    from: cursor?.from ?? [],
    limit: query.limit ?? PAGE,
    terms: termsOf({ ...query, words: query.q, storyStatus: query.status }),
    list,
    address: `/${stories}`,
    query: chosen,
  };
}

const CHOICES = ['q', 'topic', 'place', 'party', 'status', 'claimStatus', 'language'] as const;

/** The part of the query that chooses stories, in one order: `topic=…&party=…&`. */
function chosenBy(query: Choice): string {
  return CHOICES.filter((name) => query[name] !== undefined)
    .map((name) => `${name}=${encodeURIComponent(query[name]!)}&`)
    .join('');
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

function wordsWrong(words: readonly string[]): Problem {
  const count = wordCount(words);
  const detail =
    count === 0
      ? 'q has no word in it: give letters or digits.'
      : `q has ${count} words: give at most ${MOST_WORDS}.` +
        (count < words.length
          ? ' Two characters of Chinese, Korean or Thai, for example, count as a word.'
          : '');
  return new Problem('query-parameter', detail, { errors: [{ parameter: 'q', detail }] });
}
