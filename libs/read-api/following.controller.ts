import {
  Controller,
  Get,
  Header,
  Param,
  Query,
  Req,
  Res,
  type OnModuleDestroy,
  type Type,
} from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cloudEvent } from '#formats';
import { Problem } from '#http';
import { changesAfter, isOver, newestPosition, positionText, type FoundStory } from '#projections';
import { preferredOf } from './accepted.js';
import { send } from './answer.js';
import { foundOr } from './found-or-problem.js';
import { encodingFor } from './compression.js';
import { ApiPosition } from './api-position.js';
import { Dumps } from './dumps.js';
import type { Followers } from './followers.js';
import { JSON_UTF8 } from './form.js';
import { pollAfter } from './polling.js';
import { siteOf, type Publication } from './publication.js';
import type { Readable } from './readable-model.js';
import { FollowedQuery, SinceQuery, StoryPath } from './read-api.dto.js';

const PAGE = 50;
const BATCH = 'application/cloudevents-batch+json';
/** Dumps that are written at once. */
const DUMPS = { most: 20, mostToOne: 2 };

/** The public log as others follow it: live, by pages, and in bulk; each gives the same events in the same order. */
export function followingController(
  readable: Readable,
  publication: Publication,
  followers: Followers,
): Type {
  const { stories, options } = readable;
  const root = `/${options.stories}`;
  const find = (request: FastifyRequest, story: string): FoundStory =>
    foundOr(
      stories.asOf(story, { asOf: null, validAt: null }),
      root,
      `${siteOf(publication, request).origin}/`,
    );

  @ApiTags('changes')
  @ApiPosition()
  @Controller()
  class FollowingController implements OnModuleDestroy {
    readonly #dumps = new Dumps(readable, DUMPS);

    onModuleDestroy(): void {
      followers.close();
    }

    @Get('v1/changes')
    @ApiOperation({
      summary: 'What changed after a position, oldest first, by pages: as the stream gives it',
    })
    @ApiOkResponse({ description: 'A page of CloudEvents' })
    async changes(@Query() query: FollowedQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      const { since, limit = PAGE, story } = query;
      await readable.ready(request, reply);
      const from = since === undefined ? null : await this.#from(since);
      const batch = isBatch(request.headers.accept);
      const model = readable.reader;
      await model.together(() => {
        const site = siteOf(publication, request);
        const of = story === undefined ? null : find(request, story);
        const found = changesAfter(model, readable.audience, {
          after: from,
          story: of?.story ?? null,
          limit,
        });
        const last = found.last ?? from ?? newestPosition(model, null);
        const position = last === null || last < 0n ? null : positionText(readable.audience, last);
        const next =
          found.last !== null && found.more
            ? `/v1/changes?${story === undefined ? '' : `story=${story}&`}limit=${limit}&since=${position}`
            : null;
        const poll = pollAfter(next !== null, model.latest, options.clock.now());
        const items = (): readonly object[] => found.changes.map(({ change }) => cloudEvent(change, site));
        return send(request, reply, {
          type: batch ? BATCH : JSON_UTF8,
          revision: 'changes',
          until: model.lastTold,
          of: [site.origin, of?.id ?? null, since ?? null, limit, poll],
          body: () =>
            batch ? JSON.stringify(items()) : JSON.stringify({ position, next, poll, items: items() }),
          maxAge: readable.maxAgeOf(null),
          vary: 'Accept',
          headers: {
            ...(next === null ? {} : { link: `<${site.origin}${next}>; rel="next"` }),
            ...(position === null ? {} : { 'dateline-position': position }),
            'dateline-poll': String(poll),
          },
        });
      });
    }

    @Get('v1/stream')
    @ApiOperation({ summary: 'Everything that changes, as server-sent events' })
    @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Goes on after this event' })
    @ApiOkResponse({ description: 'CloudEvents; `id` is the position', content: { 'text/event-stream': {} } })
    stream(@Query() query: SinceQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#stream(request, reply, query, null);
    }

    @Get(`${options.stories}/:story/stream`)
    @ApiOperation({ summary: 'What changes in a story, as server-sent events' })
    @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Goes on after this event' })
    @ApiOkResponse({ description: 'CloudEvents; `id` is the position', content: { 'text/event-stream': {} } })
    @ApiResponse({ status: 204, description: 'The story is closed: nothing is to come' })
    streamOf(
      @Param() { story }: StoryPath,
      @Query() query: SinceQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#stream(request, reply, query, story);
    }

    @Get('v1/dump')
    @Header('content-type', 'application/x-ndjson')
    @ApiOperation({ summary: 'The whole public record, or all of it after a position: a CloudEvent a line' })
    @ApiOkResponse({ description: 'Every change up to now', content: { 'application/x-ndjson': {} } })
    async dump(@Query() { since }: SinceQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      await readable.ready(request, reply);
      const from = since === undefined ? null : await this.#from(since);
      const gzip = encodingFor(request.headers['accept-encoding'], ['gzip']) !== null;
      const head = {
        'content-type': 'application/x-ndjson',
        'cache-control': 'no-store',
        vary: 'Accept-Encoding',
        ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      };
      if (request.method === 'HEAD') {
        open(reply, head);
        reply.raw.end();
        return;
      }
      const over = this.#dumps.admit(request.ip);
      open(reply, head);
      await this.#dumps.write(reply.raw, { from, site: siteOf(publication, request), gzip }).finally(over);
    }

    async #from(since: string): Promise<bigint> {
      const position = await readable.goesOnFrom(since);
      if (position !== 'unknown') return position;
      const newest = newestPosition(readable.reader, null);
      throw new Problem(
        'position-gone',
        'No event is at this position, or it was withdrawn: what you have may hold what nobody may show any more. ' +
          'Read the states anew, and go on from position.',
        { members: { position: newest === null ? null : positionText(readable.audience, newest) } },
      );
    }

    async #stream(
      request: FastifyRequest,
      reply: FastifyReply,
      { since }: SinceQuery,
      name: string | null,
    ): Promise<void> {
      await readable.ready(request, reply);
      const last = request.headers['last-event-id'];
      const given = last === undefined || last === '' ? since : String(last);
      const after = given === undefined ? null : await readable.goesOnFrom(given);
      const found = name === null ? null : find(request, name);
      const from = after === 'unknown' ? null : after;
      // Who has what was withdrawn since is told so first, and then has a position to come back with.
      const level = after !== 'unknown' && !(found && this.#missed(found.story, after));
      if (found && level && isOver(readable.reader, found.story)) {
        void reply.status(204).header('cache-control', 'no-store').send();
        return;
      }
      if (followers.full) throw tooMany();
      open(reply, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      if (request.method === 'HEAD') reply.raw.end();
      else
        followers.add(reply.raw, {
          story: found?.id ?? null,
          after: from,
          reset: after === 'unknown',
          site: siteOf(publication, request),
        });
    }

    /** Whether something happened in a story that whoever was at a position has not been told. */
    #missed(story: number, after: bigint | null): boolean {
      if (after === null) return false;
      const model = readable.reader;
      return changesAfter(model, readable.audience, { after, story, limit: 1 }).changes.length > 0;
    }
  }
  return FollowingController;
}

function tooMany(): Problem {
  return new Problem(
    'too-many-followers',
    'As many follow as may. Ask again later, or ask for pages of changes.',
    { headers: { 'retry-after': '30' } },
  );
}

/** The answer is written by others from here on, without Fastify. */
function open(reply: FastifyReply, headers: Readonly<Record<string, string>>): void {
  const given = reply.getHeaders();
  reply.hijack();
  reply.raw.writeHead(200, { ...given, ...headers } as Record<string, string>);
  reply.raw.flushHeaders();
}

function isBatch(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  return preferredOf(accept, ['application/json', BATCH]) === BATCH;
}
