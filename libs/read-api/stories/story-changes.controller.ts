import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseMoment, Problem } from '#http';
import { ReadableModel } from '../answers/readable-model.js';
import { StoryFinder } from '../answers/story-finder.js';
import { StoryPath } from '../queries/path.dto.js';
import { StoryChangesQuery } from '../queries/story.dto.js';
import { StoryAnswers } from './story-answers.js';

/** The difference between two states of a story. */
@ApiTags('stories')
@Controller('stories/:story/changes')
export class StoryChangesController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly finder: StoryFinder,
    private readonly answers: StoryAnswers,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What changed between two moments' })
  @ApiOkResponse({
    description: 'Developments, claims with their former and new status, figures, corrections',
  })
  async changes(
    @Param() { story }: StoryPath,
    @Query() query: StoryChangesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stories, zone } = this.readable;
    const from = parseMoment(query.from, zone, 'from');
    const to = parseMoment(query.to, zone, 'to');
    if (from > to) throw new Problem('query-parameter', 'from is after to: swap them.');
    await this.answers.send(request, reply, () => {
      const found = this.finder.asOf(request, story, { asOf: to, validAt: null });
      const before = stories.asOf(story, { asOf: from, validAt: null });
      const was = before.kind === 'found' ? before.found : undefined;
      const body = (): string => stories.changes(was, found, { from, to });
      return { found, body, dependsOn: ['changes', from, was?.revision ?? -1], asOf: to };
    });
  }
}
