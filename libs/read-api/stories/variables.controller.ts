import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#http';
import { ReadableModel } from '../answers/readable-model.js';
import { VariablePath } from '../queries/path.dto.js';
import { PageQuery } from '../queries/query.dto.js';
import { StoryLists } from './story-lists.js';

const PAGE = 100;

/** The values of what several figures or shares of a story measure. */
@ApiTags('stories')
@Controller('stories/:story/variables')
export class VariablesController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly lists: StoryLists,
  ) {}

  @Get(':variable')
  @ApiOperation({
    summary:
      'The values of a variable over time, a series for each origin; with `validAt` those in force then',
  })
  @ApiOkResponse({ description: 'A page of values, by origin and valid time' })
  async variable(
    @Param() { story, variable }: VariablePath,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.lists.sendPage(request, reply, {
      story,
      query,
      list: `variables/${variable}`,
      read: (found, from) =>
        this.readable.stories.series(found, variable, { from, limit: query.limit ?? PAGE }) ??
        variableUnknown(),
    });
  }
}

function variableUnknown(): never {
  throw new Problem('variable-unknown', 'No claim of the story measures that, or none did at that moment.');
}
