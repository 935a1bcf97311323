import { Controller, Header, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#http';
import { PENDING_LASTS } from '../oidc/pending-sign-ins.js';
import { clearPending, pendingIn, setPending, setSession } from './cookies.js';
import { Get } from './routes.js';
import { fromOf } from './sign-in.controller.js';
import { SignInByProvider } from './sign-in-by-provider.js';

/** Sign-in at an identity provider. Browsers come here by links and redirects, so a browser gets each refusal as a page. */
@ApiTags('sign-in')
@Controller('desk/v1/sign-in')
export class ProviderController {
  constructor(private readonly signIn: SignInByProvider) {}

  @Get('open', 'ways')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Says which ways to sign in there are besides passwords' })
  @ApiOkResponse({ description: 'The identity provider, if there is one' })
  ways() {
    return { provider: this.signIn.way };
  }

  @Get('open', 'oidc')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Begins a sign-in at the identity provider' })
  @ApiResponse({ status: 303, description: 'The address at the provider, or a page that says what is wrong' })
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await orPage(request, reply, async () => {
      const { id, address } = await this.signIn.begin(fromOf(request));
      setPending(reply, id, PENDING_LASTS);
      return address;
    });
  }

  /** A client ignores parameters that it does not know (RFC 6749, section 4.1.2), so no DTO lists them. */
  @Get('open', 'oidc/callback')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Finishes a sign-in: the identity provider sends the browser here' })
  @ApiResponse({ status: 303, description: 'The desk, or a page that says what is wrong' })
  async finish(
    @Query() query: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await orPage(request, reply, async () => {
      const signedIn = await this.signIn.finish(
        pendingIn(request),
        new URLSearchParams(query),
        fromOf(request),
      );
      const { secret, device, session } = signedIn;
      clearPending(reply);
      setSession(reply, { secret, device, lasts: session.endsAt - session.createdAt });
      return '/desk';
    });
  }
}

/** Redirects to what `work` gives. A browser that wants a page gets the code of a problem after #, where no server logs it. */
async function orPage(
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<string>,
): Promise<void> {
  let address: string;
  try {
    address = await work();
  } catch (error) {
    clearPending(reply);
    if (!(error instanceof Problem) || !request.headers.accept?.includes('text/html')) throw error;
    address = `/desk/sign-in#${error.code}`;
  }
  void reply.redirect(address, 303);
}
