import { Body, Controller, Get, HttpStatus, Param, Post, Put, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Reply, ReplyInterceptor, tried, type Tried } from '#http';
import type { DirectoryCommand } from '#story';
import { PartyDescriptionDto, PartyDto, SideDto, toParty, toSide } from './party.dto.js';
import { PartyPath, SidePath } from '../recording/path.dto.js';
import { DirectoryKeeper } from '../recording/directory-keeper.js';
import { checkIfMatch, requireIfMatch, Headers, type ActHeaders } from '../recording/request-headers.js';

@ApiTags('sides and parties')
@Controller('desk/v1')
@UseInterceptors(ReplyInterceptor)
export class DirectoryController {
  constructor(private readonly directory: DirectoryKeeper) {}

  @Get('sides')
  @ApiOperation({ summary: 'The sides declared' })
  @ApiOkResponse({ description: 'All sides' })
  async sides() {
    const { directory, revision } = await this.directory.now();
    return new Reply({ items: [...directory.sides.values()] }, { revision });
  }

  @Get('parties')
  @ApiOperation({ summary: 'The parties registered' })
  @ApiOkResponse({ description: 'All parties' })
  async parties() {
    const { directory, revision } = await this.directory.now();
    return new Reply({ items: [...directory.parties.values()] }, { revision });
  }

  @Put('sides/:side')
  @ApiOperation({ summary: 'Declares a side, or declares it anew; to change one needs If-Match' })
  @ApiOkResponse({ description: 'The side' })
  @ApiCreatedResponse({ description: 'The side' })
  async side(@Param() { side: id }: SidePath, @Body() body: SideDto, @Headers() sent: ActHeaders) {
    const side = toSide(id, body);
    return this.#record({ type: 'side', side }, sent, side);
  }

  @Post('parties')
  @ApiOperation({ summary: 'Registers a party' })
  @ApiCreatedResponse({ description: 'The party' })
  @ApiOkResponse({ description: 'The party, registered before with the same content' })
  async register(@Body() body: PartyDto, @Headers() sent: ActHeaders) {
    const party = toParty(body.id, body);
    return this.#record({ type: 'party', party, describe: false }, sent, party);
  }

  @Put('parties/:party')
  @ApiOperation({ summary: 'Describes a party anew; needs If-Match where it is registered' })
  @ApiOkResponse({ description: 'The party' })
  @ApiCreatedResponse({ description: 'The party' })
  async describe(
    @Param() { party: id }: PartyPath,
    @Body() body: PartyDescriptionDto,
    @Headers() sent: ActHeaders,
  ) {
    const party = toParty(id, body);
    return this.#record({ type: 'party', party, describe: true }, sent, party);
  }

  /** What was described; in a dry run what would become of it. */
  async #record<T>(command: DirectoryCommand, sent: ActHeaders, described: T): Promise<Reply<T | Tried>> {
    const check = (changedAt: number | null, head: number): void => {
      if (changedAt !== null && (command.type === 'side' || command.describe)) requireIfMatch(sent);
      if (sent.seen !== null) checkIfMatch(sent.seen, changedAt, head);
    };
    const { outcome, revision } = await this.directory.record(command, { ...sent, check });
    const created = outcome === 'created' && !sent.dryRun;
    const head = { status: created ? HttpStatus.CREATED : HttpStatus.OK, revision };
    return new Reply(sent.dryRun ? tried(outcome !== 'same') : described, head);
  }
}
