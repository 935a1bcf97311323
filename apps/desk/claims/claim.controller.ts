import { Body, Controller, Param, Post, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReplyInterceptor } from '#http';
import { Refusal, type Command, type Story, type Uuid } from '#story';
import { ClaimLinkDto, IndependenceDto, LinkRevocationDto } from './claim-link.dto.js';
import { JudgementDto, toJudge } from './judgement.dto.js';
import { ReasonDto } from '../recording/reason.dto.js';
import { ClaimCorrectionDto, toClaimChanges } from './claim.dto.js';
import { ClaimPath, JudgementPath, LinkPath, StoryPath } from '../recording/path.dto.js';
import { FilingDesk, storyIdOf, type Change } from '../recording/filing-desk.js';
import { createdOrOk } from '../recording/command-reply.js';
import { Headers, type ActHeaders } from '../recording/request-headers.js';
import { Zone } from '../recording/newsroom-zone.js';

@ApiTags('claims')
@Controller('desk/v1/stories/:story')
@UseInterceptors(ReplyInterceptor)
export class ClaimController {
  constructor(
    private readonly desk: FilingDesk,
    private readonly zone: Zone,
  ) {}

  @Post('claims/:claim/corrections')
  @ApiOperation({ summary: 'Corrects what a claim says; needs If-Match' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async correct(@Param() path: ClaimPath, @Body() body: ClaimCorrectionDto, @Headers() sent: ActHeaders) {
    const { claim } = path;
    const { withhold = [], reason } = body;
    const changes = toClaimChanges(body.changes, this.zone.name);
    return this.#act(path, sent, () => ({ type: 'correct-claim', claim, changes, withhold, reason }), {
      required: true,
      there: () => claim,
    });
  }

  @Post('claims/:claim/judgements')
  @ApiOperation({ summary: 'Records what we found of a claim ourselves, and how' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  judge(@Param() path: ClaimPath, @Body() body: JudgementDto, @Headers() sent: ActHeaders) {
    const { claim } = path;
    const command = (): Command => toJudge(claim, body);
    const there = (s: Story): string | undefined => s.claims.get(claim)?.judgements.at(-1)?.id;
    return this.#act(path, sent, command, { there });
  }

  @Post('claims/:claim/judgements/:judgement/revocation')
  @ApiOperation({ summary: 'Takes a judgement back' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  unjudge(@Param() path: JudgementPath, @Body() body: ReasonDto, @Headers() sent: ActHeaders) {
    const { judgement } = path;
    return this.#act(path, sent, () => ({ type: 'revoke-judgement', judgement, ...body }), {
      about: judgement,
      check: (s) => {
        if (s.judgements.get(judgement)?.claim !== path.claim)
          throw new Refusal('judgement-unknown', 'The claim has no such judgement.');
      },
    });
  }

  @Post('claims/:claim/links')
  @ApiOperation({ summary: 'Links a claim to another' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  link(@Param() path: ClaimPath, @Body() body: ClaimLinkDto, @Headers() sent: ActHeaders) {
    const { claim } = path;
    const there = (s: Story): string | undefined =>
      [...s.links.values()].find(
        (l) => !l.revoked && l.from === claim && l.to === body.to && l.relation === body.relation,
      )?.id;
    return this.#act(path, sent, () => ({ type: 'link', claim, ...body }), { there });
  }

  @Post('claims/:claim/links/:link/revocation')
  @ApiOperation({ summary: 'Takes a link back' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  unlink(@Param() path: LinkPath, @Body() body: LinkRevocationDto, @Headers() sent: ActHeaders) {
    const { link } = path;
    return this.#act(path, sent, () => ({ type: 'revoke-link', link, reason: body.reason ?? null }), {
      about: link,
      check: (s) => {
        const { from, to } = s.links.get(link) ?? {};
        if (from !== path.claim && to !== path.claim)
          throw new Refusal('link-unknown', 'The claim has no such link.');
      },
    });
  }

  @Post('independence')
  @ApiOperation({ summary: 'Records whether two origins are independent of each other' })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async assess(@Param() { story }: StoryPath, @Body() body: IndependenceDto, @Headers() sent: ActHeaders) {
    const command = (): Command => ({ type: 'independence', ...body });
    return createdOrOk(await this.desk.file({ story, sent, command, about: storyIdOf(story) }));
  }

  async #act(
    { story, claim }: ClaimPath,
    sent: ActHeaders,
    command: (id: Uuid) => Command,
    more: Pick<Change, 'required' | 'about' | 'there' | 'check'> = {},
  ) {
    const lastChanged = (s: Story): number | null => s.claims.get(claim)?.changedAt ?? null;
    return createdOrOk(await this.desk.file({ story, sent, command, lastChanged, ...more }));
  }
}
