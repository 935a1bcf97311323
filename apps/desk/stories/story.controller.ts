import {
  Body,
  Controller,
  Delete,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Put,
  UseInterceptors,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reply, ReplyInterceptor } from '#http';
import type { Command, Story, Uuid } from '#story';
import { JointCorrectionDto, toCorrectStory } from './correction.dto.js';
import { ReasonDto } from '../recording/reason.dto.js';
import { OrderedRemovalDto, RemovalDto, toKill } from '../recording/removal.dto.js';
import { StoryPath } from '../recording/path.dto.js';
import { toPlace } from '../recording/place.dto.js';
import { toRelease } from '../recording/release.dto.js';
import {
  ClassificationDto,
  ClosingDto,
  HeadlineDto,
  LedeDto,
  OpenStoryDto,
  ReopeningDto,
  SummaryDto,
  toSummary,
} from './story.dto.js';
import { FilingDesk, storyIdOf } from '../recording/filing-desk.js';
import { createdOrOk, ok } from '../recording/command-reply.js';
import { derive } from '../recording/identity.js';
import { Headers, type ActHeaders } from '../recording/request-headers.js';
import { Zone } from '../recording/newsroom-zone.js';

@ApiTags('stories')
@Controller('desk/v1/stories')
@UseInterceptors(ReplyInterceptor)
export class StoryController {
  constructor(
    private readonly desk: FilingDesk,
    private readonly zone: Zone,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Opens a story' })
  @ApiCreatedResponse({ description: 'The story, with Location and ETag' })
  async open(@Body() body: OpenStoryDto, @Headers() sent: ActHeaders) {
    const { slug, headline, language, lede = null, topics = [], places = [] } = body;
    const command: Command = {
      type: 'open',
      slug,
      headline,
      language,
      lede,
      topics,
      places: places.map(toPlace),
    };
    const id = storyIdOf(slug);
    const filed = await this.desk.open(id, { story: slug, sent, command: () => command, about: id });
    const head = { ...createdOrOk(filed).head, location: `/desk/v1/stories/${slug}` };
    if ('dryRun' in filed.view) return new Reply(filed.view, head);
    const { revision, position, warnings } = filed.view;
    return new Reply({ id, slug, revision, position, warnings }, head);
  }

  @Put(':story/headline')
  @ApiOperation({ summary: 'Revises the headline; needs If-Match' })
  @ApiOkResponse({ description: 'What was recorded' })
  headline(@Param() { story }: StoryPath, @Body() body: HeadlineDto, @Headers() sent: ActHeaders) {
    const command: Command = { type: 'headline', headline: body.headline, release: toRelease(body.release) };
    return this.#put(story, sent, command, (s) => s.headlineAt);
  }

  @Put(':story/lede')
  @ApiOperation({ summary: 'Revises the lede; needs If-Match' })
  @ApiOkResponse({ description: 'What was recorded' })
  lede(@Param() { story }: StoryPath, @Body() body: LedeDto, @Headers() sent: ActHeaders) {
    const command: Command = { type: 'lede', lede: body.lede, release: toRelease(body.release) };
    return this.#put(story, sent, command, (s) => s.ledeAt);
  }

  @Put(':story/summary')
  @ApiOperation({ summary: 'Pins a summary, in the place of one that is pinned; needs If-Match' })
  @ApiOkResponse({ description: 'What was recorded' })
  summary(@Param() { story }: StoryPath, @Body() body: SummaryDto, @Headers() sent: ActHeaders) {
    const command: Command = { type: 'summary', summary: toSummary(body) };
    return this.#put(story, sent, command, (s) => s.summaryAt);
  }

  @Delete(':story/summary')
  @ApiOperation({
    summary: 'Unpins the summary: readers see it at the moments at which it was pinned; needs If-Match',
  })
  @ApiOkResponse({ description: 'What was recorded' })
  unpinSummary(@Param() { story }: StoryPath, @Headers() sent: ActHeaders) {
    return this.#put(story, sent, { type: 'unpin-summary' }, (s) => s.summaryAt);
  }

  @Put(':story/classification')
  @ApiOperation({ summary: 'Sets topics and places; needs If-Match' })
  @ApiOkResponse({ description: 'What was recorded' })
  classification(
    @Param() { story }: StoryPath,
    @Body() body: ClassificationDto,
    @Headers() sent: ActHeaders,
  ) {
    const command: Command = { type: 'classify', topics: body.topics, places: body.places.map(toPlace) };
    return this.#put(story, sent, command, (s) => s.classifiedAt);
  }

  @Post(':story/corrections')
  @ApiOperation({ summary: 'Corrects one mistake wherever it is, under one notice; needs If-Match' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async correct(
    @Param() { story }: StoryPath,
    @Body() body: JointCorrectionDto,
    @Headers() sent: ActHeaders,
  ) {
    const command = (id: Uuid): Command =>
      toCorrectStory(
        body,
        this.zone.name,
        (ref) => derive(id, `ref/${ref}`),
        (name) => name,
      );
    const lastChanged = (s: Story): number | null => lastOf(s, body);
    const there = (): string => storyIdOf(story);
    return createdOrOk(await this.desk.file({ story, sent, command, lastChanged, required: true, there }));
  }

  @Post(':story/kill')
  @ApiOperation({ summary: 'Kills the story: 410 in public, its notice stays' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  kill(@Param() { story }: StoryPath, @Body() body: RemovalDto, @Headers() sent: ActHeaders) {
    return this.#post(story, sent, toKill('kill', null, body));
  }

  @Post(':story/takedown')
  @ApiOperation({
    summary: 'Takes the story down, as an authority or somebody’s safety demands: 451 in public',
  })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takedown(@Param() { story }: StoryPath, @Body() body: OrderedRemovalDto, @Headers() sent: ActHeaders) {
    return this.#post(story, sent, toKill('takedown', null, body));
  }

  @Post(':story/reinstatement')
  @ApiOperation({ summary: 'Takes a kill or takedown back' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  reinstate(@Param() { story }: StoryPath, @Body() body: ReasonDto, @Headers() sent: ActHeaders) {
    return this.#post(story, sent, { type: 'reinstate', development: null, ...body });
  }

  @Post(':story/closing')
  @HttpCode(HttpStatus.CREATED)
  @ApiOperation({ summary: 'Closes the story: nothing more is recorded or released' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  close(@Param() { story }: StoryPath, @Body() body: ClosingDto, @Headers() sent: ActHeaders) {
    const { reason = null, scheduled = null } = body;
    return this.#post(story, sent, { type: 'close', reason, scheduled });
  }

  @Post(':story/reopening')
  @ApiOperation({ summary: 'Opens a closed story again' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  reopen(@Param() { story }: StoryPath, @Body() body: ReopeningDto, @Headers() sent: ActHeaders) {
    return this.#post(story, sent, { type: 'reopen', reason: body.reason ?? null });
  }

  async #put(
    story: string,
    sent: ActHeaders,
    command: Command,
    lastChanged: (story: Story) => number | null,
  ) {
    const about = storyIdOf(story);
    const change = { story, sent, command: () => command, lastChanged, required: true, about };
    return ok(await this.desk.file(change));
  }

  async #post(story: string, sent: ActHeaders, command: Command) {
    return createdOrOk(
      await this.desk.file({ story, sent, command: () => command, about: storyIdOf(story) }),
    );
  }
}

/** When the last of what a correction names changed. */
function lastOf(
  story: Story,
  { headline, lede, claims = [], developments = [] }: JointCorrectionDto,
): number | null {
  const changed = [
    headline === undefined ? null : story.headlineAt,
    lede === undefined ? null : story.ledeAt,
    ...claims.map(({ claim }) => story.claims.get(claim)?.changedAt ?? null),
    ...developments.map(({ development }) => story.developments.get(development)?.changedAt ?? null),
  ].filter((revision) => revision !== null);
  return changed.length === 0 ? null : Math.max(...changed);
}
