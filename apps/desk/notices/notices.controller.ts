import { Body, Controller, Header, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NoDryRun, openEventStream, Problem } from '#http';
import { Get, Put, Who, type Principal } from '#staff';
import { People } from '../recording/people.js';
import { NOTICE_ID } from './notice.js';
import { MyNotices } from './my-notices.js';
import { NoticeFollower } from './notice-follower.js';
import { NoticeStreams } from './notice-streams.js';
import { NoticeViews } from './notice-view.js';
import { NoticesQuery, NoticesSinceQuery, SeenDto } from './notices.dto.js';

const PAGE = 20;
/** Milliseconds for which an answer waits for the notices of what was recorded before the request. */
const PATIENCE = 1_000;

/** What concerns a person since he or she last looked. Everybody sees only the own notices. */
@ApiTags('notices')
@Controller('desk/v1/notices')
export class NoticesController {
  constructor(
    private readonly follower: NoticeFollower,
    private readonly notices: MyNotices,
    private readonly views: NoticeViews,
    private readonly streams: NoticeStreams,
    private readonly people: People,
  ) {}

  @Get('get-notices')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Lists your notices, the newest first' })
  @ApiOkResponse({ description: 'A page of notices' })
  async list(@Query() { unseen, limit = PAGE, cursor = '' }: NoticesQuery, @Who() who: Principal) {
    if (cursor !== '' && !NOTICE_ID.test(cursor))
      throw new Problem('cursor', 'Invalid cursor for this list or query.');
    await this.follower.caughtUp(PATIENCE);
    const seen = this.people.seen(who.id);
    const after = unseen === 'true' ? seen : '';
    const found = this.notices.newest(who, { before: cursor, after, limit: limit + 1 });
    const items = found.slice(0, limit);
    const query = new URLSearchParams({
      ...(unseen === undefined ? {} : { unseen }),
      limit: String(limit),
      cursor: items.at(-1)?.id ?? '',
    });
    return {
      items: await Promise.all(items.map((notice) => this.views.of(notice, seen))),
      next: found.length > limit ? `/desk/v1/notices?${query.toString()}` : null,
    };
  }

  @Get('get-notices', 'stream')
  @ApiOperation({ summary: 'Your notices as server-sent events' })
  @ApiOkResponse({ description: 'Notices; `id` is that of the notice', content: { 'text/event-stream': {} } })
  async stream(
    @Query() { since }: NoticesSinceQuery,
    @Who() who: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = request.headers['last-event-id'] ?? '';
    if (given !== '' && !NOTICE_ID.test(String(given)))
      throw new Problem('header-form', 'Last-Event-ID must be the id of a notice.');
    await this.follower.caughtUp(PATIENCE);
    const last = String(given) || since || this.notices.last(who);
    this.streams.checkRoom(who);
    openEventStream(reply);
    if (request.method === 'HEAD') reply.raw.end();
    else this.streams.add(reply.raw, who, last);
  }

  @Put('get-notices', 'seen')
  @NoDryRun('This has no dry run: it concerns only you. Send the request without dryRun.')
  @ApiOperation({ summary: 'Says how far you have seen your notices; it never goes back' })
  @ApiOkResponse({ description: 'How far you have seen them' })
  async markSeen(@Body() { upTo }: SeenDto, @Who() who: Principal) {
    await this.follower.caughtUp(PATIENCE);
    if (upTo > this.notices.last(who)) throw new Problem('not-found', 'You have no such notice.');
    this.people.setSeen(who.id, upTo);
    return { upTo: this.people.seen(who.id) };
  }
}
