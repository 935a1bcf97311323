import { Body, Controller, Header, HttpCode, HttpStatus, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoDryRun } from '#http';
import { PasskeyCeremonies } from './passkey-ceremonies.js';
import { PasskeySignInDto } from './passkey.dto.js';
import { Post } from './routes.js';
import { begun, fromOf } from './sign-in.controller.js';
import { SignIn } from './sign-in.js';

/** Signs in with a passkey. These routes need no principal. */
@ApiTags('sign-in')
@NoDryRun('This has no dry run: it concerns no story. Send the request without dryRun.')
@Controller('desk/v1/sign-in/passkey')
export class PasskeySignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly ceremonies: PasskeyCeremonies,
  ) {}

  @Post('open', 'options')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Makes a challenge for signing in with a passkey: the same for everybody' })
  @ApiOkResponse({ description: 'For PublicKeyCredential.parseRequestOptionsFromJSON' })
  async options(@Req() request: FastifyRequest) {
    await this.signIn.countChallenge(fromOf(request));
    return this.ceremonies.signInOptions(request.headers.origin);
  }

  @Post('open')
  @HttpCode(HttpStatus.OK)
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Signs in with a passkey; the answer sets the cookie of the session' })
  @ApiOkResponse({ description: 'Who is signed in' })
  async passkey(
    @Body() body: PasskeySignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return begun(await this.signIn.byPasskey(body, fromOf(request)), reply);
  }
}
