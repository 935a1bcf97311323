import {
  Body,
  Controller,
  Header,
  HttpCode,
  HttpStatus,
  Param,
  Query,
  Req,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DryRun, keyOf, NoDryRun, Problem, Reply, ReplyInterceptor, dryRunAnswer } from '#http';
import { iso, parsePosition } from '#projections';
import { Delete, Get, Post } from '#staff';
import { fromCursor, pageOf } from './webhook-page.js';
import { StoryIds } from './story-ids.js';
import { LimitReached, UnusableUrl, Webhooks } from './webhooks.js';
import { deadLetterView, endpointView } from './webhook-view.js';
import {
  DeadLetterPath,
  RegistrationDto,
  ReplayDto,
  ResumeDto,
  WebhookPath,
  WebhooksQuery,
} from './webhook.dto.js';

const ROOT = 'desk/v1/webhooks';
const PAGE = 20;

/** For operators: the endpoints of partners. */
@ApiTags('webhooks')
@Controller(ROOT)
@UseInterceptors(ReplyInterceptor)
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly stories: StoryIds,
  ) {}

  @Post('keep-webhooks')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Registers an endpoint of a partner; only this answer has its secret' })
  @ApiCreatedResponse({ description: 'The endpoint, with its secret' })
  async register(@Body() body: RegistrationDto, @DryRun() dryRun: boolean, @Req() request: FastifyRequest) {
    if (dryRun) {
      await orProblem(() => this.webhooks.checkUrl(body.url));
      return new Reply(dryRunAnswer(true), { status: HttpStatus.OK });
    }
    const { url, description = null, stories, from = 'head' } = body;
    const ids = stories === undefined ? null : [...new Set(stories.map((name) => this.stories.idOf(name)))];
    const { endpoint, secret } = await orProblem(() =>
      this.webhooks.register({ url, description, stories: ids, from }, keyOf(request)),
    );
    return new Reply({ ...endpointView(endpoint), secret }, { location: `/${ROOT}/${endpoint.id}` });
  }

  @Get('keep-webhooks')
  @ApiOperation({ summary: 'Lists the endpoints' })
  @ApiOkResponse({ description: 'A page of endpoints' })
  list(@Query() { limit = PAGE, cursor }: WebhooksQuery) {
    const after = cursor === undefined ? '' : fromCursor(cursor, /^[0-9a-f-]{36}$/);
    const found = this.webhooks.page(after, limit + 1);
    return pageOf(found, { limit, path: ROOT, view: endpointView, key: ({ id }) => id });
  }

  @Get('keep-webhooks', ':id')
  @ApiOperation({ summary: 'Reads an endpoint: its state, position and last deliveries' })
  @ApiOkResponse({ description: 'The endpoint' })
  one(@Param() { id }: WebhookPath) {
    return endpointView(foundOrProblem(this.webhooks.find(id)));
  }

  @Delete('keep-webhooks', ':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Deletes an endpoint, its secrets and its pending messages' })
  @ApiNoContentResponse({ description: 'Deleted' })
  remove(@Param() { id }: WebhookPath, @DryRun() dryRun: boolean) {
    if (!dryRun) {
      foundOrProblem(this.webhooks.remove(id) || null);
      return undefined;
    }
    foundOrProblem(this.webhooks.find(id));
    return new Reply(dryRunAnswer(true), { status: HttpStatus.OK });
  }

  @Post('keep-webhooks', ':id/secret')
  @NoDryRun(
    'A new secret has no dry run: it must be given out to be of use. Send the request without dryRun.',
  )
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Rotates the secret of an endpoint; the old one stays valid for 24 hours' })
  @ApiCreatedResponse({ description: 'The new secret; only this answer has it' })
  async rotate(@Param() { id }: WebhookPath, @Req() request: FastifyRequest) {
    const key = keyOf(request);
    const { secret, oldValidUntil } = foundOrProblem(await orProblem(() => this.webhooks.rotate(id, key)));
    return { secret, oldValidUntil: iso(oldValidUntil) };
  }

  @Post('keep-webhooks', ':id/pause')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Pauses an endpoint until it is resumed; no message is lost' })
  @ApiOkResponse({ description: 'The endpoint' })
  pause(@Param() { id }: WebhookPath, @DryRun() dryRun: boolean) {
    if (dryRun) return dryRunAnswer(foundOrProblem(this.webhooks.find(id)).state !== 'paused');
    return endpointView(foundOrProblem(this.webhooks.pause(id)));
  }

  @Post('keep-webhooks', ':id/resume')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Resumes an endpoint that was paused or switched off' })
  @ApiOkResponse({ description: 'The endpoint' })
  resume(@Param() { id }: WebhookPath, @Body() { from }: ResumeDto, @DryRun() dryRun: boolean) {
    if (dryRun)
      return dryRunAnswer(foundOrProblem(this.webhooks.find(id)).state !== 'active' || from !== undefined);
    return endpointView(foundOrProblem(this.webhooks.resume(id, from ?? null)));
  }

  @Post('keep-webhooks', ':id/ping')
  @NoDryRun(
    'A ping has no dry run: it is itself a test, and records nothing. Send the request without dryRun.',
  )
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Sends a signed test event once, and reports the outcome' })
  @ApiOkResponse({ description: 'Whether it was delivered, and if not, why' })
  async ping(@Param() { id }: WebhookPath) {
    const outcome = foundOrProblem(await orProblem(() => this.webhooks.ping(id)));
    const failure = outcome.kind === 'failed' ? outcome.failure : null;
    return { delivered: outcome.kind === 'delivered', failure, status: outcome.status };
  }

  @Get('keep-webhooks', ':id/dead-letters')
  @ApiOperation({ summary: 'Lists the dead letters, in the order of the public log' })
  @ApiOkResponse({ description: 'A page of dead letters' })
  deadLetters(@Param() { id }: WebhookPath, @Query() { limit = PAGE, cursor }: WebhooksQuery) {
    const { dead } = foundOrProblem(this.webhooks.find(id));
    const after = cursor === undefined ? -1 : Number(fromCursor(cursor, /^\d{1,15}$/));
    const found = this.webhooks.deadLetters(id, after, limit + 1);
    const path = `${ROOT}/${id}/dead-letters`;
    const page = {
      limit,
      path,
      view: deadLetterView,
      key: ({ position }: { position: number }) => String(position),
    };
    return { total: dead, ...pageOf(found, page) };
  }

  @Post('keep-webhooks', ':id/dead-letters/replay')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Sends all or some dead letters again, before pending messages of their stories' })
  @ApiOkResponse({ description: 'How many messages are sent again' })
  replay(@Param() { id }: WebhookPath, @Body() { positions }: ReplayDto, @DryRun() dryRun: boolean) {
    foundOrProblem(this.webhooks.find(id));
    const chosen = positions?.map(toPosition) ?? null;
    return dryRun
      ? dryRunAnswer(this.webhooks.hasDead(id, chosen))
      : { replayed: this.webhooks.replay(id, chosen) };
  }

  @Delete('keep-webhooks', ':id/dead-letters')
  @ApiOperation({ summary: 'Deletes all dead letters of an endpoint' })
  @ApiOkResponse({ description: 'The number of deleted items' })
  discardAll(@Param() { id }: WebhookPath, @DryRun() dryRun: boolean) {
    foundOrProblem(this.webhooks.find(id));
    if (dryRun) return dryRunAnswer(this.webhooks.hasDead(id, null));
    return { deleted: this.webhooks.discard(id, null) };
  }

  @Delete('keep-webhooks', ':id/dead-letters/:position')
  @ApiOperation({ summary: 'Deletes a dead letter' })
  @ApiOkResponse({ description: 'The number of deleted items' })
  discard(@Param() { id, position }: DeadLetterPath, @DryRun() dryRun: boolean) {
    foundOrProblem(this.webhooks.find(id));
    if (dryRun) return dryRunAnswer(this.webhooks.hasDead(id, [toPosition(position)]));
    return { deleted: this.webhooks.discard(id, [toPosition(position)]) };
  }
}

function foundOrProblem<T>(found: T | null): T {
  if (found === null) throw new Problem('webhook-unknown', 'No endpoint of this id is registered.');
  return found;
}

/** Turns refusals of the webhooks into problems. */
async function orProblem<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnusableUrl)
      throw new Problem('webhook-url', 'Webhooks cannot be sent to this URL. See errors.', {
        errors: [{ pointer: '/url', detail: error.message }],
      });
    if (error instanceof LimitReached) throw new Problem('too-many-requests', error.message);
    throw error;
  }
}

function toPosition(text: string): number {
  const position = parsePosition('public', text);
  if (position === 'other')
    throw new Problem(
      'position-of-another-log',
      'This position belongs to the desk log. Send the position of a dead letter.',
    );
  if (position === null)
    throw new Problem('validation', 'Unknown position. Take it from the list of dead letters.');
  return Number(position);
}
