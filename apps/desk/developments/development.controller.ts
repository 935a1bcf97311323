import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReplyInterceptor } from '#http';
import type { Command, Story, Uuid } from '#story';
import { ReleaseNowDto, RetractionDto, WithdrawalDto } from './retraction.dto.js';
import { ReasonDto } from '../recording/reason.dto.js';
import { KillDto, toKill } from '../recording/removal.dto.js';
import { CorrectionDto, DevelopmentDto, toChanges, toDevelopment } from './development.dto.js';
import { AssertionPath, DevelopmentPath, StoryPath } from '../recording/path.dto.js';
import { FilingDesk } from '../recording/filing-desk.js';
import { derive } from '../recording/identity.js';
import { createdOrOk } from '../recording/command-reply.js';
import { Headers, type ActHeaders } from '../recording/request-headers.js';
import { Zone } from '../recording/newsroom-zone.js';

@ApiTags('developments')
@Controller('desk/v1/stories/:story')
@UseInterceptors(ReplyInterceptor)
export class DevelopmentController {
  constructor(
    private readonly desk: FilingDesk,
    private readonly zone: Zone,
  ) {}

  @Post('developments')
  @ApiOperation({ summary: 'Records a development' })
  @ApiCreatedResponse({ description: 'Its ids, its place in the desk’s and the public log, and warnings' })
  async record(@Param() { story }: StoryPath, @Body() body: DevelopmentDto, @Headers() sent: ActHeaders) {
    const command = (id: Uuid): Command => ({
      type: 'record',
      development: toDevelopment(body, this.zone.name, (ref) => derive(id, `ref/${ref}`)),
    });
    return createdOrOk(await this.desk.file({ story, sent, command }));
  }

  @Post('developments/:development/corrections')
  @ApiOperation({ summary: 'Corrects a development: was, is, why; needs If-Match' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async correct(@Param() path: DevelopmentPath, @Body() body: CorrectionDto, @Headers() sent: ActHeaders) {
    const { class: kind, withhold = [], reason, notice = null } = body;
    const { development } = path;
    const command = (id: Uuid): Command => {
      const changes = toChanges(body.changes, this.zone.name, (ref) => derive(id, `ref/${ref}`));
      return { type: 'correct', development, class: kind, changes, withhold, reason, notice };
    };
    const change = {
      story: path.story,
      sent,
      command,
      lastChanged: changeOf(development),
      required: true,
      there: () => development,
    };
    return createdOrOk(await this.desk.file(change));
  }

  @Post('developments/:development/retraction')
  @ApiOperation({ summary: 'Retracts a development: it stays on the record as withdrawn' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  retract(@Param() path: DevelopmentPath, @Body() body: RetractionDto, @Headers() sent: ActHeaders) {
    return this.#act(path, sent, { type: 'retract', development: path.development, ...body });
  }

  @Post('developments/:development/retraction/revocation')
  @ApiOperation({ summary: 'Takes a retraction back' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  revoke(@Param() path: DevelopmentPath, @Body() body: ReasonDto, @Headers() sent: ActHeaders) {
    return this.#act(path, sent, {
      type: 'revoke-retraction',
      development: path.development,
      ...body,
    });
  }

  @Post('developments/:development/release')
  @ApiOperation({ summary: 'Releases what is held or embargoed, now' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  release(@Param() path: DevelopmentPath, @Body() body: ReleaseNowDto, @Headers() sent: ActHeaders) {
    const { development } = path;
    return this.#act(path, sent, {
      type: 'release',
      development,
      cause: 'editor',
      publishes: body.publishes ?? [],
    });
  }

  @Post('developments/:development/kill')
  @ApiOperation({ summary: 'Kills a development: gone from every public moment, but for a notice' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  kill(@Param() path: DevelopmentPath, @Body() body: KillDto, @Headers() sent: ActHeaders) {
    return this.#act(path, sent, toKill('kill', path.development, body));
  }

  @Post('developments/:development/takedown')
  @ApiOperation({ summary: 'Takes a development down, as an authority or somebody’s safety demands' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  takedown(@Param() path: DevelopmentPath, @Body() body: KillDto, @Headers() sent: ActHeaders) {
    return this.#act(path, sent, toKill('takedown', path.development, body));
  }

  @Post('developments/:development/reinstatement')
  @ApiOperation({ summary: 'Takes a kill or takedown back' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  reinstate(@Param() path: DevelopmentPath, @Body() body: ReasonDto, @Headers() sent: ActHeaders) {
    return this.#act(path, sent, { type: 'reinstate', development: path.development, ...body });
  }

  @Post('assertions/:assertion/withdrawal')
  @ApiOperation({ summary: 'Withdraws one assertion: it stops standing from now on' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async withdraw(@Param() path: AssertionPath, @Body() body: WithdrawalDto, @Headers() sent: ActHeaders) {
    const { story, assertion } = path;
    const command = (): Command => ({ type: 'withdraw', assertion, ...body });
    const lastChanged = (s: Story): number | null =>
      changeOf(s.assertions.get(assertion)?.development ?? '')(s);
    return createdOrOk(await this.desk.file({ story, sent, command, lastChanged, about: assertion }));
  }

  async #act({ story, development }: DevelopmentPath, sent: ActHeaders, command: Command) {
    const change = {
      story,
      sent,
      command: () => command,
      lastChanged: changeOf(development),
      about: development,
    };
    return createdOrOk(await this.desk.file(change));
  }
}

const changeOf =
  (development: Uuid) =>
  (story: Story): number | null =>
    story.developments.get(development)?.changedAt ?? null;
