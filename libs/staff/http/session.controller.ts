import { Body, Controller, Header, HttpCode, HttpStatus, Param, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, NoDryRun } from '#http';
import { reachOf, VERBS, type Role, type Verb } from '#roles';
import { Staff } from '../accounts/staff.js';
import { AuditLog } from '../audit/audit-log.js';
import { clearSession } from './cookies.js';
import { notOfProvider } from './of-provider.js';
import { Who, type Principal } from './principal.js';
import { Delete, Get, Post } from './routes.js';
import { begun, fromOf } from './sign-in.controller.js';
import { PasswordChangeDto } from './sign-in.dto.js';
import { SignIn } from './sign-in.js';
import { sessionView } from './staff-view.js';
import { IdPath } from './staff.dto.js';

/** For pages, which show only what one may do. */
function verbsOf(roles: readonly Role[]) {
  return (Object.keys(VERBS) as Verb[]).flatMap((verb) => {
    const reach = reachOf(verb, roles);
    return reach === null ? [] : [{ verb, reach }];
  });
}

/** What each person may do with the own account. */
@ApiTags('sign-in')
@NoDryRun('This has no dry run: it concerns no story. Send the request without dryRun.')
@Controller('desk/v1')
export class SessionController {
  constructor(
    private readonly staff: Staff,
    private readonly signIn: SignIn,
    private readonly audit: AuditLog,
  ) {}

  @Get('know-staff', 'session')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Says who you are, and your roles' })
  @ApiOkResponse({ description: 'You' })
  whoAmI(@Who() { id, kind, name, roles }: Principal) {
    return { id, kind, name, roles, verbs: verbsOf(roles) };
  }

  @Delete('know-staff', 'session')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Signs out this browser' })
  @ApiNoContentResponse({ description: 'Signed out' })
  async signOut(
    @Who() who: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.audit.record({ type: 'SignedOut', who: who.id, address: request.ip });
    this.staff.sessions.end(who.id, ofPerson(who));
    clearSession(reply);
  }

  @Get('know-staff', 'sessions')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Lists your sessions, the last used first' })
  @ApiOkResponse({ description: 'Your sessions' })
  sessions(@Who() who: Principal) {
    const current = ofPerson(who);
    return { items: this.staff.sessions.of(who.id).map((session) => sessionView(session, current)) };
  }

  @Delete('know-staff', 'sessions/:id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Ends one of your sessions' })
  @ApiNoContentResponse({ description: 'Ended' })
  async end(@Who() who: Principal, @Param() { id }: IdPath, @Req() request: FastifyRequest): Promise<void> {
    ofPerson(who);
    if (!this.staff.sessions.of(who.id).some((session) => session.id === id))
      throw new Problem('not-found', 'You have no such session.');
    await this.audit.record({ type: 'SessionsEnded', who: who.id, about: id, address: request.ip });
    this.staff.sessions.end(who.id, id);
  }

  @Delete('know-staff', 'sessions')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Ends all your sessions, this one too' })
  @ApiNoContentResponse({ description: 'Ended' })
  async endAll(
    @Who() who: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    ofPerson(who);
    await this.audit.record({ type: 'SessionsEnded', who: who.id, about: who.id, address: request.ip });
    this.staff.sessions.endAll(who.id);
    clearSession(reply);
  }

  @Post('know-staff', 'session/password')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Changes your password, and ends your other sessions' })
  @ApiOkResponse({ description: 'Who is signed in' })
  async changePassword(
    @Who() who: Principal,
    @Body() body: PasswordChangeDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    ofPerson(who);
    notOfProvider(this.staff, who.id);
    const account = this.staff.accounts.find(who.id)!;
    return begun(await this.signIn.changePassword(account, body, fromOf(request)), reply);
  }
}

/** The session of a person. A token has none. @throws Problem `forbidden` */
export function ofPerson({ session }: Principal): string {
  if (session === null)
    throw new Problem(
      'forbidden',
      'Only people have sessions, and this request has a token. Sign in with a browser.',
    );
  return session;
}
