import { Body, Controller, Header, HttpCode, HttpStatus, Param, Req, UseInterceptors } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Problem, Reply, ReplyInterceptor, NoDryRun } from '#http';
import { Staff } from '../accounts/staff.js';
import { AuditLog } from '../audit/audit-log.js';
import { Who, type Principal } from './principal.js';
import { Delete, Get, Post } from './routes.js';
import { tokenView } from './staff-view.js';
import { IdPath, TokenDto } from './staff.dto.js';

const DAYS = 90;

/** For administrators: the tokens of services. */
@ApiTags('staff')
@NoDryRun('This has no dry run: it concerns no story. Send the request without dryRun.')
@Controller('desk/v1/tokens')
@UseInterceptors(ReplyInterceptor)
export class TokensController {
  constructor(
    private readonly staff: Staff,
    private readonly audit: AuditLog,
  ) {}

  @Get('manage-tokens')
  @ApiOperation({ summary: 'Lists the tokens of services, the newest first, with their last use' })
  @ApiOkResponse({ description: 'The tokens, without their secrets' })
  list() {
    return { items: this.staff.tokens.list().map(tokenView) };
  }

  @Post('manage-tokens')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Makes a token for a service; only this answer has its secret' })
  @ApiCreatedResponse({ description: 'The token, with its secret' })
  async make(
    @Body() { name, roles, days = DAYS }: TokenDto,
    @Who() who: Principal,
    @Req() request: FastifyRequest,
  ) {
    await this.audit.record({
      type: 'TokenMade',
      who: who.id,
      address: request.ip,
      detail: `roles: ${roles.join(', ')}; ${days} days`,
    });
    const { secret, token } = this.staff.tokens.make(name, roles, { madeBy: who.id, days });
    return new Reply({ ...tokenView(token), token: secret }, { location: `/desk/v1/tokens/${token.id}` });
  }

  @Delete('manage-tokens', ':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Revokes a token: from now on it is refused' })
  @ApiNoContentResponse({ description: 'Revoked' })
  async revoke(
    @Param() { id }: IdPath,
    @Who() who: Principal,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    if (!this.staff.tokens.find(id)) throw new Problem('not-found', 'There is no such token.');
    await this.audit.record({ type: 'TokenRevoked', who: who.id, about: id, address: request.ip });
    this.staff.tokens.revoke(id);
  }
}
