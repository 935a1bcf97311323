import { Body, Controller, Param, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReplyInterceptor } from '#http';
import { Post } from '#staff';
import { Refusal, type Command, type Story, type Uuid } from '#story';
import { ClaimLinkDto, IndependenceDto, LinkRevocationDto } from './claim-link.dto.js';
import { JudgementDto, toJudge } from './judgement.dto.js';
import { ReasonDto } from '../recording/reason.dto.js';
import { ClaimCorrectionDto, toClaimChanges } from './claim.dto.js';
import { ClaimPath, JudgementPath, LinkPath, StoryPath } from '../recording/path.dto.js';
import { EditorCommands, storyIdOf, type CommandRequest } from '../recording/editor-commands.js';
import { createdOrOk } from '../recording/command-reply.js';
import { SentHeaders, type WriteHeaders } from '../recording/write-headers.js';
import { NewsroomZone } from '../recording/newsroom-zone.js';

@ApiTags('claims')
@Controller('desk/v1/stories/:story')
@UseInterceptors(ReplyInterceptor)
export class ClaimController {
  constructor(
    private readonly commands: EditorCommands,
    private readonly zone: NewsroomZone,
  ) {}

  @Post('correct-story', 'claims/:claim/corrections')
  @ApiOperation({ summary: 'Corrects what a claim says; needs If-Match' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async correct(
    @Param() path: ClaimPath,
    @Body() body: ClaimCorrectionDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    const { claim } = path;
    const { withhold = [], reason } = body;
    const changes = toClaimChanges(body.changes, this.zone.name);
    return this.#act(path, sent, () => ({ type: 'correct-claim', claim, changes, withhold, reason }), {
      requiresIfMatch: true,
      existingId: () => claim,
    });
  }

  @Post('judge', 'claims/:claim/judgements')
  @ApiOperation({ summary: 'Records the newsroom’s own verdict on a claim, with the method' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  judge(@Param() path: ClaimPath, @Body() body: JudgementDto, @SentHeaders() sent: WriteHeaders) {
    const { claim } = path;
    const command = (): Command => toJudge(claim, body);
    const existingId = (s: Story): string | undefined => s.claims.get(claim)?.judgements.at(-1)?.id;
    return this.#act(path, sent, command, { existingId });
  }

  @Post('judge', 'claims/:claim/judgements/:judgement/revocation')
  @ApiOperation({ summary: 'Revokes a judgement' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  unjudge(@Param() path: JudgementPath, @Body() body: ReasonDto, @SentHeaders() sent: WriteHeaders) {
    const { judgement } = path;
    return this.#act(path, sent, () => ({ type: 'revoke-judgement', judgement, ...body }), {
      answersWith: judgement,
      check: (s) => {
        if (s.judgements.get(judgement)?.claim !== path.claim)
          throw new Refusal('judgement-unknown', 'The claim has no such judgement.');
      },
    });
  }

  @Post('correct-story', 'claims/:claim/links')
  @ApiOperation({ summary: 'Links a claim to another claim' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  link(@Param() path: ClaimPath, @Body() body: ClaimLinkDto, @SentHeaders() sent: WriteHeaders) {
    const { claim } = path;
    const existingId = (s: Story): string | undefined =>
      [...s.links.values()].find(
        (l) => !l.revoked && l.from === claim && l.to === body.to && l.relation === body.relation,
      )?.id;
    return this.#act(path, sent, () => ({ type: 'link', claim, ...body }), { existingId });
  }

  @Post('correct-story', 'claims/:claim/links/:link/revocation')
  @ApiOperation({ summary: 'Revokes a link' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  unlink(@Param() path: LinkPath, @Body() body: LinkRevocationDto, @SentHeaders() sent: WriteHeaders) {
    const { link } = path;
    return this.#act(path, sent, () => ({ type: 'revoke-link', link, reason: body.reason ?? null }), {
      answersWith: link,
      check: (s) => {
        const { from, to } = s.links.get(link) ?? {};
        if (from !== path.claim && to !== path.claim)
          throw new Refusal('link-unknown', 'The claim has no such link.');
      },
    });
  }

  @Post('correct-story', 'independence')
  @ApiOperation({ summary: 'Records whether two origins are independent of each other' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async assess(
    @Param() { story }: StoryPath,
    @Body() body: IndependenceDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    const command = (): Command => ({ type: 'independence', ...body });
    return createdOrOk(await this.commands.execute({ story, sent, command, answersWith: storyIdOf(story) }));
  }

  async #act(
    { story, claim }: ClaimPath,
    sent: WriteHeaders,
    command: (id: Uuid) => Command,
    options: Pick<CommandRequest, 'requiresIfMatch' | 'answersWith' | 'existingId' | 'check'> = {},
  ) {
    const lastChanged = (s: Story): number | null => s.claims.get(claim)?.changedAt ?? null;
    return createdOrOk(await this.commands.execute({ story, sent, command, lastChanged, ...options }));
  }
}
