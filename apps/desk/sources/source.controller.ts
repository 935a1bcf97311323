import { Body, Controller, HttpCode, HttpStatus, Param, Req, UseInterceptors } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NoDryRun, Problem, Reply, ReplyInterceptor } from '#http';
import { sourceKey } from '#review';
import { actsOnOwnOnly, Get, Post, Put, Who, type Principal } from '#staff';
import type { Story } from '#story';
import type { SourceReference } from '#vault';
import { EditorCommands } from '../recording/editor-commands.js';
import { StoryPath } from '../recording/path.dto.js';
import { SentForReal, type WriteHeaders } from '../recording/write-headers.js';
import { ReviewRecorder } from '../review/review-recorder.js';
import { unnamedIn } from '../review/source-approvals.js';
import { SourceVault } from '../vault/source-vault.js';
import { ProtectedSources } from './protected-sources.js';
import {
  ErasureDto,
  KeepersDto,
  PassingOnDto,
  PurposeDto,
  SealedSourceDto,
  SourcePath,
} from './source.dto.js';
import { requestView } from './unsealing.controller.js';
import { Unsealings } from './unsealings.js';

/** The unnamed sources of a story: who approved them, and which are sealed. */
@ApiTags('sources')
@NoDryRun('This has no dry run: it changes no story. Send the request without dryRun.')
@Controller('desk/v1/stories/:story/sources')
@UseInterceptors(ReplyInterceptor)
export class SourceController {
  constructor(
    private readonly commands: EditorCommands,
    private readonly reviews: ReviewRecorder,
    private readonly vault: SourceVault,
    private readonly sources: ProtectedSources,
    private readonly unsealings: Unsealings,
  ) {}

  @Get('read')
  @ApiOperation({ summary: 'Lists the unnamed sources of a story' })
  @ApiOkResponse({ description: 'The sources, without who they are' })
  async list(@Param() { story: name }: StoryPath) {
    const story = await this.commands.current(name);
    const { approvers } = await this.reviews.current();
    const sealed = this.vault.sealedIn(story.id);
    const named = [...story.sources.values()].flatMap((one) =>
      'unnamed' in one ? [one.unnamed.origin] : [],
    );
    const ids = [...new Set([...named, ...sealed])].sort();
    return {
      items: ids.map((id) =>
        viewOf(story, id, approvers.get(sourceKey({ story: story.id, origin: id })), sealed),
      ),
    };
  }

  @Put('seal-source', ':source')
  @ApiOperation({ summary: 'Seals who an unnamed source is, or seals it again' })
  @ApiOkResponse({ description: 'The source that was sealed again, without who it is' })
  @ApiCreatedResponse({ description: 'The source, without who it is' })
  async seal(
    @Param() { story: name, source }: SourcePath,
    @Body() { name: ofSource, otherNames = [], contact = '', notes = '', custodian }: SealedSourceDto,
    @Who() who: Principal,
    @Req() { ip }: FastifyRequest,
  ) {
    const story = await this.commands.current(name);
    if (story.sources.has(source) && unnamedIn(story, source) === null)
      throw new Problem('source-unknown', 'This is a document or a rumour, and no unnamed source.');
    const identity = { name: ofSource, otherNames };
    const reference = { story: story.id, reference: source };
    const isNew = await this.sources.seal(
      reference,
      { identity, contact, notes, custodian },
      { who, address: ip },
    );
    const view = { story: story.id, source, ...this.vault.opened.keepersOf(reference) };
    return new Reply(view, { status: isNew ? HttpStatus.CREATED : HttpStatus.OK });
  }

  @Post('approve-source', ':source/approval')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Approves the use of an unnamed source in a story' })
  @ApiOkResponse({ description: 'The source' })
  async approve(@Param() { story: name, source }: SourcePath, @SentForReal() sent: WriteHeaders) {
    const story = await this.commands.current(name);
    if (unnamedIn(story, source) === null)
      throw new Problem('source-unknown', 'The story has no unnamed source with this id.');
    if (!sent.approvesSources)
      throw new Problem('approver-unknown', 'A service cannot approve a source: a person must.');
    await this.reviews.record({ type: 'approveSource', story: story.id, origin: source }, sent);
    const { approvers } = await this.reviews.current();
    const approver = approvers.get(sourceKey({ story: story.id, origin: source }));
    return viewOf(story, source, approver, this.vault.sealedIn(story.id));
  }

  @Post('seal-source', ':source/passing-on')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Gives another story a reference to the same sealed source' })
  @ApiOkResponse({ description: 'The reference there' })
  async passOn(
    @Param() { story, source }: SourcePath,
    @Body() { story: otherName }: PassingOnDto,
    @Who() who: Principal,
    @Req() { ip }: FastifyRequest,
  ) {
    const other = await this.commands.current(otherName);
    const reference = await this.#reference(story, source);
    const there = await this.sources.passOn(reference, other.id, { who, address: ip });
    return { story: other.id, source: there };
  }

  @Put('keep-sources', ':source/keepers')
  @ApiOperation({ summary: 'Hands a sealed source over to another custodian or reporter' })
  @ApiOkResponse({ description: 'The source, without who it is' })
  async handOver(
    @Param() { story, source }: SourcePath,
    @Body() keepers: KeepersDto,
    @Who() who: Principal,
    @Req() { ip }: FastifyRequest,
  ) {
    const reference = await this.#reference(story, source);
    await this.sources.handOver(reference, keepers, { who, address: ip });
    return { story: reference.story, source, ...this.vault.opened.keepersOf(reference) };
  }

  @Post('keep-sources', ':source/erasure')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiNoContentResponse({ description: 'The source is erased' })
  @ApiOperation({ summary: 'Erases a sealed source in all stories: nobody can read it any more' })
  async erase(
    @Param() { story, source }: SourcePath,
    @Body() { reason }: ErasureDto,
    @Who() who: Principal,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    await this.sources.erase(await this.#reference(story, source), reason, { who, address: ip });
  }

  @Post('ask-unsealing', ':source/unsealing')
  @ApiOperation({ summary: 'Asks to see a sealed source; a custodian must approve within ten minutes' })
  @ApiCreatedResponse({ description: 'The request' })
  async ask(
    @Param() { story, source }: SourcePath,
    @Body() { purpose }: PurposeDto,
    @Who() who: Principal,
    @Req() request: FastifyRequest,
  ) {
    const reference = await this.#reference(story, source);
    const actor = { who, address: request.ip };
    return requestView(await this.unsealings.ask(reference, purpose, actor, actsOnOwnOnly(request)));
  }

  async #reference(name: string, source: string): Promise<SourceReference> {
    return { story: (await this.commands.current(name)).id, reference: source };
  }
}

function viewOf(story: Story, id: string, approver: string | undefined, sealed: ReadonlySet<string>) {
  const {
    descriptor = null,
    count = null,
    groundRules = null,
    approvedBy = null,
  } = unnamedIn(story, id) ?? {};
  return {
    source: id,
    descriptor,
    count,
    groundRules,
    approvedBy: approvedBy ?? approver ?? null,
    sealed: sealed.has(id),
  };
}
