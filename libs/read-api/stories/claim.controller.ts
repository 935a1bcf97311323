import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#http';
import { ReadableModel } from '../answers/readable-model.js';
import { StoryFinder } from '../answers/story-finder.js';
import { ClaimPath } from '../queries/path.dto.js';
import { AsOfPageQuery, AsOfQuery } from '../queries/query.dto.js';
import { StoryAnswers } from './story-answers.js';
import { StoryLists } from './story-lists.js';

const PAGE = 20;

/** One claim of a story. */
@ApiTags('stories')
@Controller('stories/:story/claims/:claim')
export class ClaimController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly finder: StoryFinder,
    private readonly answers: StoryAnswers,
    private readonly lists: StoryLists,
  ) {}

  @Get()
  @ApiOperation({ summary: 'One claim with the history of its status, and the reasons' })
  @ApiOkResponse({ description: 'The claim' })
  async claim(
    @Param() { story, claim }: ClaimPath,
    @Query() query: AsOfQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const moments = this.finder.momentsOf(query);
    await this.answers.send(request, reply, () => {
      const found = this.finder.asOf(request, story, moments);
      const body = (): string => this.readable.stories.claim(found, claim, PAGE) ?? claimUnknown();
      return { found, body, dependsOn: ['claim', claim], asOf: moments.asOf };
    });
  }

  @Get('assertions')
  @ApiOperation({ summary: 'Every assertion about a claim, oldest first, and whether it is in force' })
  @ApiOkResponse({ description: 'A page of assertions' })
  async assertions(
    @Param() { story, claim }: ClaimPath,
    @Query() query: AsOfPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.lists.sendPage(request, reply, {
      story,
      query,
      list: `claims/${claim}/assertions`,
      read: (found, from) =>
        this.readable.stories.assertions(found, claim, { from, limit: query.limit ?? PAGE }) ??
        claimUnknown(),
    });
  }
}

function claimUnknown(): never {
  throw new Problem('claim-unknown', 'The story has no such claim, or had none at that moment.');
}
