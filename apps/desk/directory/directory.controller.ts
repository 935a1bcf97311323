import { Body, Controller, HttpStatus, Param, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reply, ReplyInterceptor, dryRunAnswer, type DryRunAnswer } from '#http';
import { Get, Post, Put } from '#staff';
import type { DirectoryCommand } from '#story';
import { PartyDescriptionDto, PartyDto, SideDto, toParty, toSide } from './party.dto.js';
import { PartyPath, SidePath } from '../recording/path.dto.js';
import { DirectoryRecorder } from '../recording/directory-recorder.js';
import { checkIfMatch, requireIfMatch, SentHeaders, type WriteHeaders } from '../recording/write-headers.js';

@ApiTags('sides and parties')
@Controller('desk/v1')
@UseInterceptors(ReplyInterceptor)
export class DirectoryController {
  constructor(private readonly directory: DirectoryRecorder) {}

  @Get('read', 'sides')
  @ApiOperation({ summary: 'Lists the sides' })
  @ApiOkResponse({ description: 'All sides' })
  async sides() {
    const { directory, revision } = await this.directory.withRevision();
    return new Reply({ items: [...directory.sides.values()] }, { revision });
  }

  @Get('read', 'parties')
  @ApiOperation({ summary: 'Lists the parties' })
  @ApiOkResponse({ description: 'All parties' })
  async parties() {
    const { directory, revision } = await this.directory.withRevision();
    return new Reply({ items: [...directory.parties.values()] }, { revision });
  }

  @Put('describe-parties', 'sides/:side')
  @ApiOperation({ summary: 'Declares or changes a side; a change needs If-Match' })
  @ApiOkResponse({ description: 'The side' })
  @ApiCreatedResponse({ description: 'The side' })
  async side(@Param() { side: id }: SidePath, @Body() body: SideDto, @SentHeaders() sent: WriteHeaders) {
    const side = toSide(id, body);
    return this.#record({ type: 'side', side }, sent, side);
  }

  @Post('register-party', 'parties')
  @ApiOperation({ summary: 'Registers a party' })
  @ApiCreatedResponse({ description: 'The party' })
  @ApiOkResponse({ description: 'The party existed already, with the same content' })
  async register(@Body() body: PartyDto, @SentHeaders() sent: WriteHeaders) {
    const party = toParty(body.id, body);
    return this.#record({ type: 'party', party, describe: false }, sent, party);
  }

  @Put('describe-parties', 'parties/:party')
  @ApiOperation({ summary: 'Registers or changes a party; a change needs If-Match' })
  @ApiOkResponse({ description: 'The party' })
  @ApiCreatedResponse({ description: 'The party' })
  async describe(
    @Param() { party: id }: PartyPath,
    @Body() body: PartyDescriptionDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    const party = toParty(id, body);
    return this.#record({ type: 'party', party, describe: true }, sent, party);
  }

  async #record<T>(
    command: DirectoryCommand,
    sent: WriteHeaders,
    described: T,
  ): Promise<Reply<T | DryRunAnswer>> {
    const check = (changedAt: number | null, head: number): void => {
      if (changedAt !== null && (command.type === 'side' || command.describe)) requireIfMatch(sent);
      if (sent.seen !== null) checkIfMatch(sent.seen, changedAt, head);
    };
    const { outcome, revision } = await this.directory.record(command, { ...sent, check });
    const created = outcome === 'created' && !sent.dryRun;
    const head = { status: created ? HttpStatus.CREATED : HttpStatus.OK, revision };
    return new Reply(sent.dryRun ? dryRunAnswer(outcome !== 'same') : described, head);
  }
}
