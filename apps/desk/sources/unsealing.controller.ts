import { Controller, Header, HttpCode, HttpStatus, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { iso, NoDryRun } from '#http';
import { reachOf } from '#roles';
import { Get, Post, Who, type Principal } from '#staff';
import { UnsealingPath } from './source.dto.js';
import { Unsealings, type UnsealingRequest } from './unsealings.js';

/** Requests to see a sealed source. */
@ApiTags('sources')
@NoDryRun('This has no dry run: it changes no story. Send the request without dryRun.')
@Controller('desk/v1/unsealings')
export class UnsealingController {
  constructor(private readonly unsealings: Unsealings) {}

  @Get('ask-unsealing')
  @ApiOperation({ summary: 'Lists the requests to see a sealed source: yours, or all for a custodian' })
  @ApiOkResponse({ description: 'The requests that are open, the oldest first' })
  list(@Who() { id: me, roles }: Principal) {
    const seesAll = reachOf('keep-sources', roles) !== null;
    const mine = this.unsealings.open().filter(({ by }) => seesAll || by === me);
    return { items: mine.map(requestView) };
  }

  @Post('keep-sources', ':unsealing/approval')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Approves that somebody else sees a sealed source' })
  @ApiOkResponse({ description: 'The request' })
  async approve(@Param() { unsealing }: UnsealingPath, @Who() who: Principal, @Req() { ip }: FastifyRequest) {
    return requestView(await this.unsealings.approve(unsealing, { who, address: ip }));
  }

  @Post('ask-unsealing', ':unsealing/source')
  @Header('cache-control', 'no-store')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Shows the source to the person who asked, once, after an approval' })
  @ApiOkResponse({ description: 'Who the source is' })
  async show(@Param() { unsealing }: UnsealingPath, @Who() who: Principal, @Req() { ip }: FastifyRequest) {
    const source = await this.unsealings.show(unsealing, { who, address: ip });
    const { name, otherNames, contact, notes } = source;
    return { name, otherNames, contact, notes };
  }
}

export const requestView = ({ id, source, by, purpose, until, approvedBy }: UnsealingRequest) => ({
  id,
  story: source.story,
  source: source.reference,
  askedBy: by,
  purpose,
  approvedBy,
  until: iso(until),
});
