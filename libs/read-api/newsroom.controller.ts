import { Controller, Get, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseMoment } from '#http';
import { newestPosition, partyPage, positionText } from '#projections';
import { ApiPosition } from './api-position.js';
import { send } from './answer.js';
import { cursorOf, partyNotHeard } from './found-or-problem.js';
import { choiceOf, chosenStories, frontPageCut } from './choice.js';
import { JSON_UTF8 } from './form.js';
import { ChoiceQuery, AsOfPageQuery, PartyPath } from './read-api.dto.js';
import type { Readable } from './readable-model.js';

const PAGE = 20;

/** The controller of what is read of many stories: the front page, searched or not, and what became of a party's words. */
export function newsroomController(readable: Readable): Type {
  const { options } = readable;
  const { zone, stories, parties } = options;

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
      const cut = frontPageCut(choiceOf(query), options);
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        // A later page shows the moment of the first: who went on from now would miss what came between.
        const newest = cut.asOf === null && cut.at === null ? newestPosition(model, null) : null;
        const position = newest === null ? null : positionText(readable.audience, newest);
        return send(request, reply, {
          type: JSON_UTF8,
          paged: true,
          revision: 'list',
          until: model.lastTold,
          of: [cut.asOf, cut.list, cut.limit, cut.at, ...cut.from],
          body: () => chosenStories(model, cut, position),
          maxAge: readable.maxAgeOf(cut.asOf),
          headers: position === null ? {} : { 'dateline-position': position },
        });
      });
    }

    @Get(`${parties}/:party`)
    @ApiOperation({
      summary: 'What a party has asserted, confirmed and denied as of a moment, and what had become of it',
    })
    @ApiOkResponse({ description: 'Its record, and a page of claims, the ones it took up last first' })
    async party(
      @Param() { party }: PartyPath,
      @Query() query: AsOfPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const asOf = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
      const list = `party ${party}`;
      const cursor = cursorOf(query.cursor, { list, story: null, asOf });
      await readable.ready(request, reply);
      // Who saw it as it was has not seen it as it is.
      const registered = asOf === null ? ((await options.registered?.(party)) ?? null) : null;
      const model = readable.reader;
      const cut = {
        asOf,
        registeredAs: registered?.name ?? null,
        at: cursor?.at ?? null,
        from: cursor?.from ?? [],
        limit: query.limit ?? PAGE,
        address: `/${parties}`,
        stories: `/${stories}`,
      };
      await model.together(() =>
        send(request, reply, {
          type: JSON_UTF8,
          paged: true,
          // What If-Match of a change of the party takes.
          revision: registered === null ? 'list' : String(registered.revision),
          until: model.lastTold,
          of: [asOf, list, cut.limit, cut.at, ...cut.from],
          body: () => partyPage(model, party, cut) ?? partyNotHeard(),
          maxAge: readable.maxAgeOf(asOf),
        }),
      );
    }
  }
  return NewsroomController;
}
