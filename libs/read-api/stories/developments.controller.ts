import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayIn } from '#http';
import { ReadableModel } from '../answers/readable-model.js';
import { StoryPath } from '../queries/path.dto.js';
import { AsOfPageQuery } from '../queries/query.dto.js';
import { DevelopmentsQuery, DevelopmentsTableQuery } from '../queries/story.dto.js';
import { StoryLists } from './story-lists.js';

const PAGE = 20;

/** The developments of a story. */
@ApiTags('stories')
@Controller('stories/:story/developments')
export class DevelopmentsController {
  constructor(
    private readonly lists: StoryLists,
    private readonly readable: ReadableModel,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The timeline, newest first' })
  @ApiOkResponse({ description: 'A page of developments' })
  async developments(
    @Param() { story }: StoryPath,
    @Query() query: DevelopmentsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.lists.send(request, reply, { story, list: 'developments', query });
  }

  @Get('counts')
  @ApiOperation({ summary: 'The number of developments, by kind and by day, newest first' })
  @ApiOkResponse({ description: 'The counts, and a page of days' })
  async counts(
    @Param() { story }: StoryPath,
    @Query() query: AsOfPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stories, zone } = this.readable;
    await this.lists.sendPage(request, reply, {
      story,
      query,
      list: 'developments/counts',
      read: (found, from) =>
        stories.developmentCounts(found, dayIn(zone), { from, limit: query.limit ?? PAGE }),
    });
  }
}

/** The same, with the list as a table too. */
@Controller('stories/:story/developments')
export class PublishedDevelopmentsController extends DevelopmentsController {
  @Get()
  @ApiOperation({ summary: 'The timeline, newest first' })
  @ApiOkResponse({ description: 'A page of developments' })
  override async developments(
    @Param() path: StoryPath,
    @Query() query: DevelopmentsTableQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await super.developments(path, query, request, reply);
  }
}
