import { randomUUID } from 'node:crypto';
import { Body, Controller, Header, HttpCode, HttpStatus, Param, Req, UseInterceptors } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { NoDryRun, Problem, Reply, ReplyInterceptor } from '#http';
import { Staff } from '../accounts/staff.js';
import { AuditLog } from '../audit/audit-log.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { NewPasskeyDto } from './passkey.dto.js';
import { unauthorized, Who, type Principal } from './principal.js';
import { Delete, Get, Post } from './routes.js';
import { ofPerson } from './session.controller.js';
import { fromOf } from './sign-in.controller.js';
import { SignIn } from './sign-in.js';
import { passkeyView } from './staff-view.js';
import { IdPath } from './staff.dto.js';

/** The passkeys of the person who asks. */
@ApiTags('sign-in')
@NoDryRun('This has no dry run: it concerns no story. Send the request without dryRun.')
@Controller('desk/v1/session/passkeys')
@UseInterceptors(ReplyInterceptor)
export class PasskeysController {
  constructor(
    private readonly staff: Staff,
    private readonly signIn: SignIn,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly audit: AuditLog,
  ) {}

  @Get('know-staff')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Lists your passkeys, the newest first' })
  @ApiOkResponse({ description: 'Your passkeys' })
  list(@Who() who: Principal) {
    ofPerson(who);
    return { items: this.staff.passkeys.of(who.id).map(passkeyView) };
  }

  @Post('know-staff', 'options')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Makes a challenge for a new passkey' })
  @ApiOkResponse({ description: 'For PublicKeyCredential.parseCreationOptionsFromJSON' })
  async options(@Who() who: Principal, @Req() request: FastifyRequest) {
    ofPerson(who);
    await this.signIn.countChallenge(fromOf(request));
    return this.ceremonies.newOptions(this.staff.accounts.find(who.id)!, request.headers.origin);
  }

  @Post('know-staff')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Adds a passkey that an authenticator made' })
  @ApiCreatedResponse({ description: 'The passkey' })
  async add(
    @Body() { name, ...answer }: NewPasskeyDto,
    @Who() who: Principal,
    @Req() request: FastifyRequest,
  ) {
    const session = ofPerson(who);
    const made = await this.ceremonies.verifyNew(who.id, answer);
    if (!made) throw refused('The passkey was not added: its answer is wrong or comes too late. Try again.');
    const id = randomUUID();
    await this.audit.record({ type: 'PasskeyAdded', who: who.id, about: id, address: request.ip });
    // A reset meanwhile has removed all passkeys, and this one must not outlive it.
    if (!this.staff.sessions.of(who.id).some(({ id: open }) => open === session))
      throw unauthorized('The session has ended. Sign in again.');
    const passkey = this.staff.passkeys.add(who.id, name, made, id);
    if (!passkey) throw refused('The desk has this passkey already, or you have 20. Remove one first.');
    return new Reply(passkeyView(passkey), { location: `/desk/v1/session/passkeys/${id}` });
  }

  @Delete('know-staff', ':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Removes one of your passkeys: from now on it is refused' })
  @ApiNoContentResponse({ description: 'Removed' })
  async remove(
    @Who() who: Principal,
    @Param() { id }: IdPath,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    ofPerson(who);
    if (!this.staff.passkeys.of(who.id).some((passkey) => passkey.id === id))
      throw new Problem('not-found', 'You have no such passkey.');
    await this.audit.record({ type: 'PasskeyRemoved', who: who.id, about: id, address: request.ip });
    this.staff.passkeys.remove(id);
  }
}

const refused = (detail: string): Problem => new Problem('passkey-refused', detail);
