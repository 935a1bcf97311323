import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadableModel } from '../answers/readable-model.js';
import { Tables } from '../formats/tables.js';
import { StoryPath } from '../queries/path.dto.js';
import { ClaimsFileQuery, DevelopmentsFileQuery } from '../queries/story.dto.js';
import { filterOf } from '../queries/story-list-filter.js';

/** Whole lists of a story as files for spreadsheets and programs. */
@ApiTags('syndication')
@Controller('stories/:story')
export class TablesController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly tables: Tables,
  ) {}

  @Get('developments.csv')
  @ApiOperation({ summary: 'Every development as of a moment, as a table' })
  @ApiOkResponse({ description: 'CSV (RFC 4180)' })
  async developments(
    @Param() { story }: StoryPath,
    @Query() query: DevelopmentsFileQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filter = filterOf(query, this.readable.zone);
    await this.tables.send(request, reply, { table: 'developments', story, query, filter });
  }

  @Get('claims.csv')
  @ApiOperation({ summary: 'Every claim as of a moment, as a table' })
  @ApiOkResponse({ description: 'CSV (RFC 4180)' })
  async claims(
    @Param() { story }: StoryPath,
    @Query() query: ClaimsFileQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filter = filterOf(query, this.readable.zone);
    await this.tables.send(request, reply, { table: 'claims', story, query, filter });
  }
}
