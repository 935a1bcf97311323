import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RevisionPath, StatePath } from '../queries/path.dto.js';
import { RevisionFormatQuery, RevisionQuery, StateFormatQuery, StateQuery } from '../queries/story.dto.js';
import { StoryStates } from './story-states.js';

const STATE = 'The state of a story: recorded by `asOf`, true at `validAt`';
const REVISION = 'A fixed state of a story, by its revision';

/** The state of a story, as JSON. */
@ApiTags('stories')
@Controller('stories')
export class StateController {
  constructor(private readonly states: StoryStates) {}

  @Get(':story')
  @ApiOperation({ summary: STATE })
  @ApiOkResponse({ description: 'The state; its size is bounded' })
  async state(
    @Param() { story }: StatePath,
    @Query() query: StateQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.states.sendState(request, reply, story, query);
  }

  @Get(':story/revisions/:revision')
  @ApiOperation({ summary: REVISION })
  @ApiOkResponse({ description: 'The state' })
  async revision(
    @Param() path: RevisionPath,
    @Query() query: RevisionQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.states.sendRevision(request, reply, path, query);
  }
}

/** The same in every format, whose words may be in another language. */
@Controller('stories')
export class PublishedStateController extends StateController {
  @Get(':story')
  @ApiOperation({ summary: STATE })
  @ApiOkResponse({ description: 'The state; its size is bounded' })
  override async state(
    @Param() path: StatePath,
    @Query() query: StateFormatQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await super.state(path, query, request, reply);
  }

  @Get(':story/revisions/:revision')
  @ApiOperation({ summary: REVISION })
  @ApiOkResponse({ description: 'The state' })
  override async revision(
    @Param() path: RevisionPath,
    @Query() query: RevisionFormatQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await super.revision(path, query, request, reply);
  }
}
