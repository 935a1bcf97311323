import { Body, Controller, Header, HttpCode, HttpStatus, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoDryRun } from '#http';
import { deviceIn, sessionIn, setSession } from './cookies.js';
import { Post } from './routes.js';
import { InvitationDto, PasswordSignInDto, RecoveryDto, SetupDto } from './sign-in.dto.js';
import { SignIn, type From, type SignedIn } from './sign-in.js';
import { signedInView } from './staff-view.js';

/** The ways to sign in. These routes need no principal. */
@ApiTags('sign-in')
@NoDryRun('This has no dry run: it concerns no story. Send the request without dryRun.')
@Controller('desk/v1/sign-in')
export class SignInController {
  constructor(private readonly signIn: SignIn) {}

  @Post('open', 'password')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Signs in by name and password; the answer sets the cookie of the session' })
  @ApiOkResponse({ description: 'Who is signed in' })
  async password(
    @Body() { username, password }: PasswordSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return begun(await this.signIn.byPassword(username, password, fromOf(request)), reply);
  }

  @Post('open', 'recovery')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Signs in by recovery code, and sets a new password and a new recovery code' })
  @ApiOkResponse({ description: 'Who is signed in, with a new recovery code' })
  async recovery(
    @Body() body: RecoveryDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return begun(await this.signIn.byRecoveryCode(body, fromOf(request)), reply);
  }

  @Post('open', 'setup')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Makes the first account, by the setup link that the first start prints' })
  @ApiOkResponse({ description: 'Who is signed in, with a recovery code' })
  async setup(
    @Body() body: SetupDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return begun(await this.signIn.bySetup(body, fromOf(request)), reply);
  }

  @Post('open', 'invitation')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Accepts an invitation or a reset, by its link' })
  @ApiOkResponse({ description: 'Who is signed in, with a recovery code' })
  async invitation(
    @Body() { link, password }: InvitationDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return begun(await this.signIn.byInvitation(link, password, fromOf(request)), reply);
  }
}

export const fromOf = (request: FastifyRequest): From => ({
  address: request.ip,
  agent: request.headers['user-agent'] ?? '',
  session: sessionIn(request),
  device: deviceIn(request),
});

export function begun(signedIn: SignedIn, reply: FastifyReply) {
  const { secret, device, session } = signedIn;
  setSession(reply, { secret, device, lasts: session.endsAt - session.createdAt });
  return signedInView(signedIn);
}
