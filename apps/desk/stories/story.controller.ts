import { Body, Controller, HttpCode, HttpStatus, Param, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reply, ReplyInterceptor } from '#http';
import { Delete, Post, Put } from '#staff';
import type { Command, Story, Uuid } from '#story';
import { JointCorrectionDto, toCorrectStory } from './correction.dto.js';
import { RecordedDraft, RecordedDrafts } from '../drafts/recorded-draft.js';
import { ReasonDto } from '../recording/reason.dto.js';
import { OrderedRemovalDto, RemovalDto, toKill } from '../recording/removal.dto.js';
import { SourceApprovals } from '../review/source-approvals.js';
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
import { EditorCommands, storyIdOf } from '../recording/editor-commands.js';
import { createdOrOk, ok } from '../recording/command-reply.js';
import { derive } from '../recording/ids.js';
import { SentHeaders, type WriteHeaders } from '../recording/write-headers.js';
import { NewsroomZone } from '../recording/newsroom-zone.js';

@ApiTags('stories')
@Controller('desk/v1/stories')
@UseInterceptors(ReplyInterceptor)
export class StoryController {
  constructor(
    private readonly commands: EditorCommands,
    private readonly zone: NewsroomZone,
    private readonly sources: SourceApprovals,
    private readonly drafts: RecordedDrafts,
  ) {}

  @Post('run-story')
  @ApiOperation({ summary: 'Opens a story' })
  @ApiCreatedResponse({ description: 'The story, with Location and ETag' })
  async open(@Body() body: OpenStoryDto, @SentHeaders() sent: WriteHeaders, @RecordedDraft() draft?: string) {
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
    const filed = await this.commands.openStory(id, {
      story: slug,
      sent,
      command: () => command,
      answersWith: id,
    });
    this.drafts.delete(draft, filed, sent);
    const head = { ...createdOrOk(filed).head, location: `/desk/v1/stories/${slug}` };
    if ('dryRun' in filed.view) return new Reply(filed.view, head);
    const { revision, position, warnings } = filed.view;
    return new Reply({ id, slug, revision, position, warnings }, head);
  }

  @Put('run-story', ':story/headline')
  @ApiOperation({ summary: 'Revises the headline; needs If-Match' })
  @ApiOkResponse({ description: 'What was recorded' })
  headline(@Param() { story }: StoryPath, @Body() body: HeadlineDto, @SentHeaders() sent: WriteHeaders) {
    const command: Command = { type: 'headline', headline: body.headline, release: toRelease(body.release) };
    return this.#put(story, sent, command, (s) => s.headlineAt);
  }

  @Put('run-story', ':story/lede')
  @ApiOperation({ summary: 'Revises the lede; needs If-Match' })
  @ApiOkResponse({ description: 'What was recorded' })
  lede(@Param() { story }: StoryPath, @Body() body: LedeDto, @SentHeaders() sent: WriteHeaders) {
    const command: Command = { type: 'lede', lede: body.lede, release: toRelease(body.release) };
    return this.#put(story, sent, command, (s) => s.ledeAt);
  }

  @Put('run-story', ':story/summary')
  @ApiOperation({ summary: 'Pins a summary, which replaces the one before; needs If-Match' })
  @ApiOkResponse({ description: 'What was recorded' })
  summary(@Param() { story }: StoryPath, @Body() body: SummaryDto, @SentHeaders() sent: WriteHeaders) {
    const command: Command = { type: 'summary', summary: toSummary(body) };
    return this.#put(story, sent, command, (s) => s.summaryAt);
  }

  @Delete('run-story', ':story/summary')
  @ApiOperation({
    summary: 'Unpins the summary; states as of earlier times keep it; needs If-Match',
  })
  @ApiOkResponse({ description: 'What was recorded' })
  unpinSummary(@Param() { story }: StoryPath, @SentHeaders() sent: WriteHeaders) {
    return this.#put(story, sent, { type: 'unpin-summary' }, (s) => s.summaryAt);
  }

  @Put('run-story', ':story/classification')
  @ApiOperation({ summary: 'Sets topics and places; needs If-Match' })
  @ApiOkResponse({ description: 'What was recorded' })
  classification(
    @Param() { story }: StoryPath,
    @Body() body: ClassificationDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    const command: Command = { type: 'classify', topics: body.topics, places: body.places.map(toPlace) };
    return this.#put(story, sent, command, (s) => s.classifiedAt);
  }

  @Post('correct-story', ':story/corrections')
  @ApiOperation({ summary: 'Corrects one mistake wherever it occurs, with one notice; needs If-Match' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async correct(
    @Param() { story }: StoryPath,
    @Body() body: JointCorrectionDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    const command = (id: Uuid): Command =>
      toCorrectStory(
        body,
        this.zone.name,
        (ref) => derive(id, `ref/${ref}`),
        (name) => name,
      );
    const lastChanged = (s: Story): number | null => lastChangeOf(s, body);
    const existingId = (): string => storyIdOf(story);
    const rules = await Promise.all(
      (body.developments ?? []).map(({ development, changes }) =>
        this.sources.onCorrection(development, changes.attribution ?? [], sent),
      ),
    );
    const check = (s: Story): void => rules.forEach((rule) => rule(s));
    return createdOrOk(
      await this.commands.execute({
        story,
        sent,
        command,
        lastChanged,
        requiresIfMatch: true,
        existingId,
        check,
      }),
    );
  }

  @Post('kill', ':story/kill')
  @ApiOperation({ summary: 'Kills the story: readers get 410 with the notice' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  kill(@Param() { story }: StoryPath, @Body() body: RemovalDto, @SentHeaders() sent: WriteHeaders) {
    return this.#post(story, sent, toKill('kill', null, body));
  }

  @Post('kill', ':story/takedown')
  @ApiOperation({
    summary: 'Takes the story down at somebody’s demand, such as a court order: readers get 451',
  })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takedown(
    @Param() { story }: StoryPath,
    @Body() body: OrderedRemovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    return this.#post(story, sent, toKill('takedown', null, body));
  }

  @Post('kill', ':story/reinstatement')
  @ApiOperation({ summary: 'Reinstates the story: undoes its kill or takedown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  reinstate(@Param() { story }: StoryPath, @Body() body: ReasonDto, @SentHeaders() sent: WriteHeaders) {
    return this.#post(story, sent, { type: 'reinstate', development: null, ...body });
  }

  @Post('run-story', ':story/closing')
  @HttpCode(HttpStatus.CREATED)
  @ApiOperation({
    summary: 'Closes the story to new developments; `scheduled` decides about embargoed items',
  })
  @ApiCreatedResponse({ description: 'What was recorded' })
  close(@Param() { story }: StoryPath, @Body() body: ClosingDto, @SentHeaders() sent: WriteHeaders) {
    const { reason = null, scheduled = null } = body;
    return this.#post(story, sent, { type: 'close', reason, scheduled });
  }

  @Post('run-story', ':story/reopening')
  @ApiOperation({ summary: 'Reopens a closed story' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  reopen(@Param() { story }: StoryPath, @Body() body: ReopeningDto, @SentHeaders() sent: WriteHeaders) {
    return this.#post(story, sent, { type: 'reopen', reason: body.reason ?? null });
  }

  async #put(
    story: string,
    sent: WriteHeaders,
    command: Command,
    lastChanged: (story: Story) => number | null,
  ) {
    return ok(
      await this.commands.execute({
        story,
        sent,
        command: () => command,
        lastChanged,
        requiresIfMatch: true,
        answersWith: storyIdOf(story),
      }),
    );
  }

  async #post(story: string, sent: WriteHeaders, command: Command) {
    return createdOrOk(
      await this.commands.execute({ story, sent, command: () => command, answersWith: storyIdOf(story) }),
    );
  }
}

/** The last revision that changed something that the correction names. */
function lastChangeOf(
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
