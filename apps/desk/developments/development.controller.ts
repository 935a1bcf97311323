import { Body, Controller, Param, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReplyInterceptor } from '#http';
import { Post } from '#staff';
import type { Command, Story, Uuid } from '#story';
import { ReleaseNowDto, RetractionDto, WithdrawalDto } from './retraction.dto.js';
import { ReasonDto } from '../recording/reason.dto.js';
import { KillDto, toKill } from '../recording/removal.dto.js';
import { CorrectionDto, DevelopmentDto, toChanges, toDevelopment } from './development.dto.js';
import { AssertionPath, DevelopmentPath, StoryPath } from '../recording/path.dto.js';
import { EditorCommands } from '../recording/editor-commands.js';
import { derive } from '../recording/ids.js';
import { createdOrOk } from '../recording/command-reply.js';
import { toRelease } from '../recording/release.dto.js';
import { SourceApprovals } from '../review/source-approvals.js';
import { RecordedDraft, RecordedDrafts } from '../drafts/recorded-draft.js';
import { SecondEyes } from '../review/second-eyes.js';
import { SentHeaders, type WriteHeaders } from '../recording/write-headers.js';
import { NewsroomZone } from '../recording/newsroom-zone.js';

@ApiTags('developments')
@Controller('desk/v1/stories/:story')
@UseInterceptors(ReplyInterceptor)
export class DevelopmentController {
  constructor(
    private readonly commands: EditorCommands,
    private readonly zone: NewsroomZone,
    private readonly secondEyes: SecondEyes,
    private readonly sources: SourceApprovals,
    private readonly drafts: RecordedDrafts,
  ) {}

  @Post('record', 'developments')
  @ApiOperation({ summary: 'Records a development' })
  @ApiCreatedResponse({
    description: 'Its ids, its positions in the desk log and the public log, and warnings',
  })
  async record(
    @Param() { story }: StoryPath,
    @Body() body: DevelopmentDto,
    @SentHeaders() sent: WriteHeaders,
    @RecordedDraft() draft?: string,
  ) {
    // At once, so that both read the reviews once.
    const [{ release, wanted }, sourceRule] = await Promise.all([
      this.secondEyes.onRecord(story, toRelease(body.release), sent),
      this.sources.onWrite(body.attribution, sent),
    ]);
    const check = (now: Story): void => sourceRule(now, release !== 'held');
    const command = (id: Uuid): Command => ({
      type: 'record',
      development: { ...toDevelopment(body, this.zone.name, (ref) => derive(id, `ref/${ref}`)), release },
    });
    const outcome = await this.commands.execute({ story, sent, command, check });
    if (wanted !== null) await this.secondEyes.askOnce(outcome, wanted, sent);
    this.drafts.delete(draft, outcome, sent);
    if (wanted === null) return createdOrOk(outcome);
    return createdOrOk({ ...outcome, view: { ...outcome.view, review: 'awaiting-review' } });
  }

  @Post('correct', 'developments/:development/corrections')
  @ApiOperation({ summary: 'Corrects a development; needs If-Match' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async correct(
    @Param() path: DevelopmentPath,
    @Body() body: CorrectionDto,
    @SentHeaders() sent: WriteHeaders,
    @RecordedDraft() draft?: string,
  ) {
    const { class: kind, withhold = [], reason, notice = null } = body;
    const { development } = path;
    const command = (id: Uuid): Command => {
      const changes = toChanges(body.changes, this.zone.name, (ref) => derive(id, `ref/${ref}`));
      return { type: 'correct', development, class: kind, changes, withhold, reason, notice };
    };
    const correcting = {
      story: path.story,
      sent,
      command,
      lastChanged: lastChangeOf(development),
      recordedBy: recorderOf(development),
      requiresIfMatch: true,
      existingId: () => development,
      check: await this.sources.onCorrection(development, body.changes.attribution ?? [], sent),
    };
    const outcome = await this.secondEyes.correct(path, correcting);
    this.drafts.delete(draft, outcome, sent);
    return createdOrOk(outcome);
  }

  @Post('correct', 'developments/:development/retraction')
  @ApiOperation({ summary: 'Retracts a development: it no longer counts, but stays visible with a mark' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async retract(
    @Param() path: DevelopmentPath,
    @Body() body: RetractionDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    const { development } = path;
    const allow = await this.secondEyes.onChange(sent, () => development);
    return this.#act(path, sent, { type: 'retract', development, ...body }, allow);
  }

  @Post('correct', 'developments/:development/retraction/revocation')
  @ApiOperation({ summary: 'Revokes a retraction' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async revoke(@Param() path: DevelopmentPath, @Body() body: ReasonDto, @SentHeaders() sent: WriteHeaders) {
    const { development } = path;
    const allow = await this.secondEyes.onChange(sent, () => development);
    return this.#act(path, sent, { type: 'revoke-retraction', development, ...body }, allow);
  }

  @Post('release', 'developments/:development/release')
  @ApiOperation({ summary: 'Releases a development that is on hold or embargoed' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async release(
    @Param() path: DevelopmentPath,
    @Body() body: ReleaseNowDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    const { development } = path;
    const allow = await this.secondEyes.onRelease(sent, development);
    const publishes = body.publishes ?? [];
    const released = await this.#act(
      path,
      sent,
      { type: 'release', development, cause: 'editor', publishes },
      allow,
    );
    await this.secondEyes.settle(development, sent);
    return released;
  }

  @Post('kill', 'developments/:development/kill')
  @ApiOperation({ summary: 'Kills a development: readers see only a notice, whatever the asOf' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  kill(@Param() path: DevelopmentPath, @Body() body: KillDto, @SentHeaders() sent: WriteHeaders) {
    return this.#act(path, sent, toKill('kill', path.development, body));
  }

  @Post('kill', 'developments/:development/takedown')
  @ApiOperation({ summary: 'Takes a development down at somebody’s demand, such as a court order' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takedown(@Param() path: DevelopmentPath, @Body() body: KillDto, @SentHeaders() sent: WriteHeaders) {
    return this.#act(path, sent, toKill('takedown', path.development, body));
  }

  @Post('kill', 'developments/:development/reinstatement')
  @ApiOperation({ summary: 'Reinstates a development: undoes its kill or takedown' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  reinstate(@Param() path: DevelopmentPath, @Body() body: ReasonDto, @SentHeaders() sent: WriteHeaders) {
    return this.#act(path, sent, { type: 'reinstate', development: path.development, ...body });
  }

  @Post('correct', 'assertions/:assertion/withdrawal')
  @ApiOperation({ summary: 'Withdraws one assertion: it no longer counts' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async withdraw(
    @Param() path: AssertionPath,
    @Body() body: WithdrawalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    const { story, assertion } = path;
    const command = (): Command => ({ type: 'withdraw', assertion, ...body });
    const of = (s: Story): Uuid => s.assertions.get(assertion)?.development ?? '';
    return createdOrOk(
      await this.commands.execute({
        story,
        sent,
        command,
        lastChanged: (s) => lastChangeOf(of(s))(s),
        recordedBy: (s) => recorderOf(of(s))(s),
        answersWith: assertion,
        allow: await this.secondEyes.onChange(sent, of),
      }),
    );
  }

  async #act(
    { story, development }: DevelopmentPath,
    sent: WriteHeaders,
    command: Command,
    allow?: (story: Story) => void,
  ) {
    return createdOrOk(
      await this.commands.execute({
        story,
        sent,
        command: () => command,
        lastChanged: lastChangeOf(development),
        recordedBy: recorderOf(development),
        answersWith: development,
        ...(allow ? { allow } : {}),
      }),
    );
  }
}

const lastChangeOf =
  (development: Uuid) =>
  (story: Story): number | null =>
    story.developments.get(development)?.changedAt ?? null;

const recorderOf =
  (development: Uuid) =>
  (story: Story): string | null | undefined =>
    story.developments.get(development)?.recordedBy;
