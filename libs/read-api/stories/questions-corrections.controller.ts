import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StoryPath } from '../queries/path.dto.js';
import { PageQuery } from '../queries/query.dto.js';
import { StoryLists } from './story-lists.js';

/** The questions and the corrections of a story. */
@ApiTags('stories')
@Controller('stories/:story')
export class QuestionsCorrectionsController {
  constructor(private readonly lists: StoryLists) {}

  @Get('questions')
  @ApiOperation({ summary: 'The questions that were raised, and their answers' })
  @ApiOkResponse({ description: 'A page of questions' })
  async questions(
    @Param() { story }: StoryPath,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.lists.send(request, reply, { story, list: 'questions', query });
  }

  @Get('corrections')
  @ApiOperation({ summary: 'The corrections, newest first' })
  @ApiOkResponse({ description: 'A page of corrections' })
  async corrections(
    @Param() { story }: StoryPath,
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.lists.send(request, reply, { story, list: 'corrections', query });
  }
}
