import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openEventStream, Problem } from '#http';
import { changesAfter, isOver } from '#projections';
import { Publication } from '../answers/publication.js';
import { ReadableModel } from '../answers/readable-model.js';
import { StoryFinder } from '../answers/story-finder.js';
import { StoryPath } from '../queries/path.dto.js';
import { SinceQuery } from '../queries/publishing.dto.js';
import { Followers } from './followers.js';

/** The public log as server-sent events. */
@ApiTags('changes')
@Controller()
export class StreamsController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly publication: Publication,
    private readonly finder: StoryFinder,
    private readonly followers: Followers,
  ) {}

  @Get('stream')
  @ApiOperation({ summary: 'Everything that changes, as server-sent events' })
  @ApiOkResponse({ description: 'CloudEvents; `id` is the position', content: { 'text/event-stream': {} } })
  async stream(
    @Query() query: SinceQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#stream(request, reply, query, null);
  }

  @Get('stories/:story/stream')
  @ApiOperation({ summary: 'What changes in a story, as server-sent events' })
  @ApiOkResponse({ description: 'CloudEvents; `id` is the position', content: { 'text/event-stream': {} } })
  @ApiResponse({ status: 204, description: 'The story is closed, and the client has every event' })
  async streamOf(
    @Param() { story }: StoryPath,
    @Query() query: SinceQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#stream(request, reply, query, story);
  }

  async #stream(
    request: FastifyRequest,
    reply: FastifyReply,
    { since }: SinceQuery,
    name: string | null,
  ): Promise<void> {
    const { readable, followers } = this;
    await readable.ready(request, reply);
    const last = request.headers['last-event-id'];
    const given = last === undefined || last === '' ? since : String(last);
    const after = given === undefined ? null : await readable.resumeFrom(given);
    const found = name === null ? null : this.finder.asOf(request, name);
    // A client with an unknown position gets a reset with a valid one before the stream may end.
    const caughtUp = after !== 'unknown' && !(found && this.#missed(found.story, after));
    if (found && caughtUp && isOver(readable.reader, found.story)) {
      void reply.status(204).header('cache-control', 'no-store').send();
      return;
    }
    if (followers.full) throw tooManyStreams();
    openEventStream(reply);
    if (request.method === 'HEAD') reply.raw.end();
    else
      followers.add(reply.raw, {
        story: found?.id ?? null,
        after: after === 'unknown' ? null : after,
        reset: after === 'unknown',
        site: this.publication.siteOf(request),
      });
  }

  /** True if a story has events after the position. */
  #missed(story: number, after: bigint | null): boolean {
    if (after === null) return false;
    const { reader, audience } = this.readable;
    return changesAfter(reader, audience, { after, story, limit: 1 }).changes.length > 0;
  }
}

const tooManyStreams = (): Problem =>
  new Problem('too-many-followers', 'Too many open streams. Try again later, or ask for pages of changes.', {
    headers: { 'retry-after': '30' },
  });
