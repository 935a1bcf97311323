import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TABLE_FORMATS } from '#formats';
import { ReadableModel } from '../answers/readable-model.js';
import { Tables } from '../formats/tables.js';
import { StoryPath } from '../queries/path.dto.js';
import { ClaimsFileQuery, DevelopmentsFileQuery } from '../queries/story.dto.js';
import { filterOf } from '../queries/story-list-filter.js';
import { formatOfRoute } from './format-of-route.js';

/** Whole lists of a story as files for spreadsheets and programs. */
@ApiTags('syndication')
@Controller('stories/:story')
export class TablesController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly tables: Tables,
  ) {}

  @Get(TABLE_FORMATS.map(({ suffix }) => `developments${suffix}`))
  @ApiOperation({ summary: 'Every development as of a moment, as a table' })
  @ApiOkResponse({ description: 'A table' })
  async developments(
    @Param() { story }: StoryPath,
    @Query() query: DevelopmentsFileQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filter = filterOf(query, this.readable.zone);
    await this.tables.send(request, reply, {
      list: 'developments',
      format: formatOfRoute(request, TABLE_FORMATS),
      story,
      query,
      filter,
    });
  }

  @Get(TABLE_FORMATS.map(({ suffix }) => `claims${suffix}`))
  @ApiOperation({ summary: 'Every claim as of a moment, as a table' })
  @ApiOkResponse({ description: 'A table' })
  async claims(
    @Param() { story }: StoryPath,
    @Query() query: ClaimsFileQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filter = filterOf(query, this.readable.zone);
    await this.tables.send(request, reply, {
      list: 'claims',
      format: formatOfRoute(request, TABLE_FORMATS),
      story,
      query,
      filter,
    });
  }
}
