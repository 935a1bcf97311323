import { createHash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseMoment, Problem } from '#nest';
import { frontPage, partyPage, termsOf } from '#projections';
import { ApiPosition } from './api-position.js';
import { sendJson } from './answer.js';
import { cursorOf, partyNotHeard } from './barrier.js';
import { ChoiceQuery, KnownPageQuery, PartyPath } from './reading.dto.js';
import type { Readable } from './readable.js';

const PAGE = 20;
const MOST_WORDS = 12;

/** The controller of what is read of many stories: the front page, searched or not, and what became of a party's words. */
export function newsroomController(readable: Readable): Type {
  const { zone, stories, parties } = readable.options;

  @ApiTags('stories')
  @ApiPosition()
  @Controller()
  class NewsroomController {
    @Get(stories)
    @ApiOperation({
      summary:
        'The stories as of a moment, the one with the newest development first; searched as they stood then',
    })
    @ApiOkResponse({ description: 'A page of stories' })
    async stories(@Query() query: ChoiceQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      const known = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
      const words = query.q === undefined ? [] : termsOf({ words: query.q });
      if (query.q !== undefined && (words.length === 0 || words.length > MOST_WORDS))
        throw wordsWrong(words.length);
      const chosen = choiceOf(query);
      const list = `stories ${digest(chosen)}`;
      const cursor = cursorOf(query.cursor, { list, story: null, known });
      await readable.ready(request, reply);
      const model = readable.reader;
      const cut = {
        known,
        at: cursor?.at ?? null,
        from: cursor?.from ?? [],
        limit: query.limit ?? PAGE,
        terms: termsOf({ ...query, words: query.q, language: query.lang }),
        list,
        address: `/${stories}`,
        query: chosen,
      };
      const page = model.together(() => frontPage(model, cut));
      sendJson(request, reply, page, { revision: 'list' });
    }

    @Get(`${parties}/:party`)
    @ApiOperation({
      summary: 'What a party has asserted, confirmed and denied as of a moment, and what had become of it',
    })
    @ApiOkResponse({ description: 'Its record, and a page of claims, the ones it took up last first' })
    async party(
      @Param() { party }: PartyPath,
      @Query() query: KnownPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const known = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
      const cursor = cursorOf(query.cursor, { list: `party ${party}`, story: null, known });
      await readable.ready(request, reply);
      const model = readable.reader;
      const cut = {
        known,
        at: cursor?.at ?? null,
        from: cursor?.from ?? [],
        limit: query.limit ?? PAGE,
        address: `/${parties}`,
        stories: `/${stories}`,
      };
      const page = model.together(() => partyPage(model, party, cut));
      if (page === undefined) throw partyNotHeard();
      sendJson(request, reply, page, { revision: 'list' });
    }
  }
  return NewsroomController;
}

const CHOICES = ['q', 'topic', 'place', 'party', 'storyStatus', 'claimStatus', 'lang'] as const;

/** The part of the query that chooses stories, in one order: `topic=…&party=…&`. */
function choiceOf(query: ChoiceQuery): string {
  return CHOICES.filter((name) => query[name] !== undefined)
    .map((name) => `${name}=${encodeURIComponent(query[name]!)}&`)
    .join('');
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

function wordsWrong(count: number): Problem {
  const detail =
    count === 0
      ? 'q has no word in it: give letters or digits.'
      : `q has ${count} words: give at most ${MOST_WORDS}.`;
  return new Problem('query-parameter', detail, { errors: [{ parameter: 'q', detail }] });
}
