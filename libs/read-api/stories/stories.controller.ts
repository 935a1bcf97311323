import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newestPosition, positionText } from '#projections';
import { ReadableModel } from '../answers/readable-model.js';
import { send } from '../answers/send.js';
import { JSON_UTF8 } from '../formats/requested-format.js';
import { StoriesQuery } from '../queries/stories.dto.js';
import { storiesCut, storiesFilter, storiesPage } from '../queries/stories-filter.js';

/** All stories: the front page, and the search. */
@ApiTags('stories')
@Controller('stories')
export class StoriesController {
  constructor(private readonly readable: ReadableModel) {}

  @Get()
  @ApiOperation({
    summary: 'The stories as of a moment, newest development first; a search reads the texts of that moment',
  })
  @ApiOkResponse({ description: 'A page of stories' })
  async stories(
    @Query() query: StoriesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { readable } = this;
    const cut = storiesCut(storiesFilter(query), readable.zone, readable.addressOf('stories'));
    await readable.ready(request, reply);
    const model = readable.reader;
    await model.together(() => {
      // A later page shows the moment of the first: a client that resumed from now would miss what came in between.
      const newest = cut.asOf === null && cut.at === null ? newestPosition(model, null) : null;
      const position = newest === null ? null : positionText(readable.audience, newest);
      return send(request, reply, {
        type: JSON_UTF8,
        paged: true,
        revision: 'list',
        modelState: model.listVersion,
        dependsOn: [cut.asOf, cut.list, cut.limit, cut.at, ...cut.from],
        body: () => storiesPage(model, cut, position),
        maxAge: readable.maxAgeOf(cut.asOf),
        headers: position === null ? {} : { 'dateline-position': position },
      });
    });
  }
}
