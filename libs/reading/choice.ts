import { createHash } from 'node:crypto';
import { parseMoment, Problem } from '#nest';
import { MOST_WORDS, termsOf, wordCount, type FrontPageCut } from '#projections';
import { cursorOf } from './barrier.js';
import type { ReadingOptions } from './readable.js';
import type { ChoiceQuery } from './reading.dto.js';

const PAGE = 20;

/** What a request chooses of the front page. @throws Problem `time-form`, `query-parameter`, `cursor` */
export function frontPageCut(query: ChoiceQuery, { zone, stories }: ReadingOptions): FrontPageCut {
  const known = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
  const words = query.q === undefined ? null : termsOf({ words: query.q });
  if (words && (words.length === 0 || wordCount(words) > MOST_WORDS)) throw wordsWrong(words);
  const chosen = choiceOf(query);
  const list = `stories ${digest(chosen)}`;
  const cursor = cursorOf(query.cursor, { list, story: null, known });
  return {
    known,
    at: cursor?.at ?? null,
    from: cursor?.from ?? [],
    limit: query.limit ?? PAGE,
    terms: termsOf({ ...query, words: query.q, language: query.lang }),
    list,
    address: `/${stories}`,
    query: chosen,
  };
}

const CHOICES = ['q', 'topic', 'place', 'party', 'storyStatus', 'claimStatus', 'lang'] as const;

/** The part of the query that chooses stories, in one order: `topic=…&party=…&`. */
function choiceOf(query: ChoiceQuery): string {
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
