import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StoryPath } from '../queries/path.dto.js';
import { ClaimsQuery, ClaimsTableQuery } from '../queries/story.dto.js';
import { StoryLists } from './story-lists.js';

const SUMMARY =
  'The claims: first those that the newsroom judged, then those of key developments, then the others';

/** The claims of a story. */
@ApiTags('stories')
@Controller('stories/:story/claims')
export class ClaimsController {
  constructor(private readonly lists: StoryLists) {}

  @Get()
  @ApiOperation({ summary: SUMMARY })
  @ApiOkResponse({ description: 'A page of claims' })
  async claims(
    @Param() { story }: StoryPath,
    @Query() query: ClaimsQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.lists.send(request, reply, { story, list: 'claims', query });
  }
}

/** The same, as a table too. */
@Controller('stories/:story/claims')
export class PublishedClaimsController extends ClaimsController {
  @Get()
  @ApiOperation({ summary: SUMMARY })
  @ApiOkResponse({ description: 'A page of claims' })
  override async claims(
    @Param() path: StoryPath,
    @Query() query: ClaimsTableQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await super.claims(path, query, request, reply);
  }
}
