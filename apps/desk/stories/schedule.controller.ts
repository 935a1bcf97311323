import { Body, Controller, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { iso, Problem, ReplyInterceptor } from '#http';
import { Publisher, type HeldDevelopment, type ScheduleCursor, type ScheduledRelease } from '#publishing';
import type { Review } from '#review';
import { Delete, Get, Put } from '#staff';
import { scheduledId, type Command, type Story } from '#story';
import { ScheduledPath } from '../recording/path.dto.js';
import { RescheduleDto, ScheduledQuery, toRelease } from '../recording/release.dto.js';
import { ok } from '../recording/command-reply.js';
import { EditorCommands } from '../recording/editor-commands.js';
import { ReviewRecorder } from '../review/review-recorder.js';
import { SecondEyes } from '../review/second-eyes.js';
import { SentHeaders, type WriteHeaders } from '../recording/write-headers.js';

const PAGE = 20;

type Reschedule = Extract<Command, { type: 'reschedule' }>;

@ApiTags('schedule')
@Controller('desk/v1')
@UseInterceptors(ReplyInterceptor)
export class ScheduleController {
  constructor(
    private readonly commands: EditorCommands,
    private readonly publisher: Publisher,
    private readonly secondEyes: SecondEyes,
    private readonly reviews: ReviewRecorder,
  ) {}

  @Get('read', 'scheduled')
  @ApiOperation({ summary: 'Lists the scheduled items of all stories, in order of time' })
  @ApiOkResponse({ description: 'A page of scheduled items' })
  list(@Query() { limit = PAGE, cursor }: ScheduledQuery) {
    this.#checkKnown();
    const after = cursor === undefined ? null : fromCursor(cursor);
    const { total, items } = this.publisher.scheduled(after, limit + 1);
    return { total, ...pageOf('scheduled', items, limit, viewOf) };
  }

  @Get('read', 'held')
  @ApiOperation({ summary: 'Lists the developments on hold in all stories, those that wait longest first' })
  @ApiOkResponse({ description: 'A page of developments on hold' })
  async listHeld(@Query() { limit = PAGE, cursor }: ScheduledQuery) {
    this.#checkKnown();
    const after = cursor === undefined ? null : fromCursor(cursor);
    const { total, items } = this.publisher.held(after, limit + 1);
    const { open } = await this.reviews.current();
    return {
      total,
      ...pageOf('held', items, limit, (held) => heldView(held, open.get(held.id)?.state ?? null)),
    };
  }

  @Put('release', 'stories/:story/scheduled/:scheduled')
  @ApiOperation({
    summary: 'Changes a scheduled release: to another time, to on hold, or to now; needs If-Match',
  })
  @ApiOkResponse({ description: 'What was recorded' })
  move(@Param() path: ScheduledPath, @Body() body: RescheduleDto, @SentHeaders() sent: WriteHeaders) {
    const { reason = null } = body;
    return this.#reschedule(path, sent, { release: toRelease(body.release), reason });
  }

  @Delete('release', 'stories/:story/scheduled/:scheduled')
  @ApiOperation({
    summary:
      'Cancels a scheduled release: drops a headline or lede, puts a development on hold; needs If-Match',
  })
  @ApiOkResponse({ description: 'What was recorded' })
  cancel(@Param() path: ScheduledPath, @SentHeaders() sent: WriteHeaders) {
    return this.#reschedule(path, sent, { release: 'cancelled', reason: null });
  }

  /** @throws Problem `not-ready` */
  #checkKnown(): void {
    if (!this.publisher.health.caughtUp)
      throw new Problem(
        'not-ready',
        'The schedule is not known yet: the desk has just started. Repeat the request.',
      );
  }

  async #reschedule(
    { story, scheduled }: ScheduledPath,
    sent: WriteHeaders,
    asked: Pick<Reschedule, 'release' | 'reason'>,
  ) {
    const found = (await this.commands.current(story)).scheduled.find(
      (one) => scheduledId(one) === scheduled,
    );
    const [what] = /^(?:headline|lede)(?=-)/.exec(scheduled) ?? [];
    const of = what ?? scheduled;
    const command: Command = {
      type: 'reschedule',
      of,
      was: found?.release ?? null,
      cause: 'editor',
      ...asked,
    };
    const outcome = await this.commands.execute({
      story,
      sent,
      command: () => command,
      lastChanged: lastChangeOf(of),
      requiresIfMatch: true,
      answersWith: scheduled,
      ...(asked.release === 'cancelled' || asked.release === 'held'
        ? {}
        : { allow: await this.secondEyes.onRelease(sent, of) }),
    });
    return ok(outcome);
  }
}

const lastChangeOf =
  (of: string) =>
  (story: Story): number | null => {
    if (of === 'headline') return story.headlineAt;
    return of === 'lede' ? story.ledeAt : (story.developments.get(of)?.changedAt ?? null);
  };

function viewOf({ due, until, slug, text, refused }: ScheduledRelease & { readonly refused: string | null }) {
  const id = due.what === 'development' ? due.development : scheduledId(due);
  return { id, story: due.story, slug, what: due.what, text, embargoedUntil: iso(until), refused };
}

const heldView = (
  { id, story, slug, kind, text, recordedBy, since }: HeldDevelopment,
  review: Review['state'] | null,
) => ({ id, story, slug, kind, text, recordedBy, since: iso(since), review });

/** The first `limit` items of those found, and the address of the next page if there are more. */
function pageOf<E extends ScheduleCursor, V>(
  name: string,
  found: readonly E[],
  limit: number,
  view: (item: E) => V,
): { readonly items: readonly V[]; readonly next: string | null } {
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  const next = last === undefined ? null : `/desk/v1/${name}?limit=${limit}&cursor=${toCursor(last)}`;
  return { items: items.map(view), next };
}

const toCursor = ({ at, order, key }: ScheduleCursor): string =>
  Buffer.from(JSON.stringify([at, order, key])).toString('base64url');

/** @throws Problem `cursor` */
function fromCursor(cursor: string): ScheduleCursor {
  try {
    const [at, order, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (Number.isSafeInteger(at) && Number.isSafeInteger(order) && typeof key === 'string')
      return { at: at as number, order: order as number, key };
  } catch {
    // Not a cursor of ours.
  }
  throw new Problem('cursor', 'Invalid cursor for this list.');
}
