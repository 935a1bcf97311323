import { Body, Controller, HttpCode, HttpStatus, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { iso, NoDryRun, Problem, ReplyInterceptor } from '#http';
import type { Review } from '#review';
import { Get, Post, Put, Who, type Principal } from '#staff';
import type { Story } from '#story';
import { createdOrOk } from '../recording/command-reply.js';
import { EditorCommands } from '../recording/editor-commands.js';
import { DevelopmentPath } from '../recording/path.dto.js';
import { toRelease } from '../recording/release.dto.js';
import { requireIfMatch, SentForReal, SentHeaders, type WriteHeaders } from '../recording/write-headers.js';
import { ReviewRecorder } from './review-recorder.js';
import { ApprovalDto, ReturnDto, ReviewRequestDto, ReviewsQuery, RuleDto } from './review.dto.js';
import { SecondEyes } from './second-eyes.js';

const PAGE = 20;
const NO_DRY_RUN = 'A review has no dry run: nothing becomes public by it. Send the request without dryRun.';

@ApiTags('review')
@Controller('desk/v1')
@UseInterceptors(ReplyInterceptor)
export class ReviewController {
  constructor(
    private readonly commands: EditorCommands,
    private readonly reviews: ReviewRecorder,
    private readonly secondEyes: SecondEyes,
  ) {}

  @Get('read', 'reviews')
  @ApiOperation({
    summary: 'Lists the developments that wait for a review or came back from one, the oldest first',
  })
  @ApiOkResponse({ description: 'A page of reviews' })
  async list(@Query() { list, limit = PAGE, cursor = '' }: ReviewsQuery, @Who() { id: me }: Principal) {
    if (cursor !== '' && !/^\d{1,15}\.[0-9a-f-]{36}$/.test(cursor))
      throw new Problem('cursor', 'Invalid cursor for this list or query.');
    const { open } = await this.reviews.current();
    const isAsked = (review: Review): boolean =>
      list === 'mine'
        ? review.author === me
        : list === undefined || (review.author !== me && review.state === 'awaiting-review');
    const sorted = [...open.values()]
      .filter(isAsked)
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .filter((review) => keyOf(review) > cursor);
    const items: object[] = [];
    let last = '';
    for (const review of sorted) {
      const view = viewOf(review, await this.commands.current(review.story));
      if (view === null) continue;
      if (items.length === limit) {
        const query = new URLSearchParams({ ...(list === undefined ? {} : { list }), limit: String(limit) });
        return { items, next: `/desk/v1/reviews?${query.toString()}&cursor=${last}` };
      }
      items.push(view);
      last = keyOf(review);
    }
    return { items, next: null };
  }

  @Post('ask-review', 'stories/:story/developments/:development/review')
  @NoDryRun(NO_DRY_RUN)
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Asks for the review of a development on hold' })
  @ApiOkResponse({ description: 'The review' })
  async ask(
    @Param() { story: name, development }: DevelopmentPath,
    @Body() { release = 'now', note }: ReviewRequestDto,
    @SentForReal() sent: WriteHeaders,
  ) {
    const story = await this.#story(name, development, sent);
    if (story.developments.get(development)!.releasedAt !== null)
      throw new Problem('review-unknown', 'The development is released already.');
    const wanted = toRelease(release) as Exclude<ReturnType<typeof toRelease>, 'held'>;
    this.secondEyes.checkEmbargo(wanted);
    await this.reviews.record(
      { type: 'request', story: story.id, development, release: wanted, note: note ?? null },
      sent,
    );
    return this.#reviewOf(story, development);
  }

  @Post('review', 'stories/:story/developments/:development/review/approval')
  @ApiOperation({
    summary: 'Approves a development of somebody else, and releases it as asked; needs If-Match',
  })
  @ApiCreatedResponse({ description: 'What was recorded' })
  async approve(
    @Param() target: DevelopmentPath,
    @Body() { publishes = [] }: ApprovalDto,
    @SentHeaders() sent: WriteHeaders,
  ) {
    requireIfMatch(sent);
    return createdOrOk(await this.secondEyes.approve(target, publishes, sent));
  }

  @Post('review', 'stories/:story/developments/:development/review/return')
  @NoDryRun(NO_DRY_RUN)
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Returns a development to its author, with a note' })
  @ApiOkResponse({ description: 'The review' })
  async return(
    @Param() { story: name, development }: DevelopmentPath,
    @Body() { note }: ReturnDto,
    @SentForReal() sent: WriteHeaders,
  ) {
    const story = await this.#story(name, development, sent);
    await this.reviews.record({ type: 'return', development, note }, sent);
    return this.#reviewOf(story, development);
  }

  @Post('review', 'stories/:story/developments/:development/review/takeover')
  @NoDryRun(NO_DRY_RUN)
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Takes over a development of somebody else: from now on it is yours to finish' })
  @ApiOkResponse({ description: 'The review' })
  async takeOver(@Param() { story: name, development }: DevelopmentPath, @SentForReal() sent: WriteHeaders) {
    const story = await this.#story(name, development, sent);
    await this.reviews.record({ type: 'takeOver', development }, sent);
    return this.#reviewOf(story, development);
  }

  @Get('read', 'review-rule')
  @ApiOperation({ summary: 'Says what needs a second pair of eyes before readers see it' })
  @ApiOkResponse({ description: 'The rule' })
  async rule() {
    const { mayReleaseAlone, unnamedNeedApproval } = await this.reviews.current();
    return { mayReleaseAlone, unnamedNeedApproval };
  }

  @Put('set-rules', 'review-rule')
  @NoDryRun(NO_DRY_RUN)
  @ApiOperation({ summary: 'Sets what needs a second pair of eyes before readers see it' })
  @ApiOkResponse({ description: 'The rule' })
  async setRule(
    @Body() { mayReleaseAlone, unnamedNeedApproval = true }: RuleDto,
    @SentForReal() sent: WriteHeaders,
  ) {
    await this.reviews.record({ type: 'setRule', mayReleaseAlone, unnamedNeedApproval }, sent);
    return this.rule();
  }

  /** @throws Problem `forbidden`, Refusal `story-unknown`, `development-unknown` */
  async #story(name: string, development: string, sent: WriteHeaders): Promise<Story> {
    return this.commands.withDevelopment(name, development, sent);
  }

  async #reviewOf(story: Story, development: string) {
    const { open } = await this.reviews.current();
    const review = open.get(development);
    if (!review) throw new Problem('review-unknown', 'The review has ended in the meantime.');
    return viewOf(review, story);
  }
}

/** Sorts by time, then by id. */
const keyOf = ({ since, development }: Review): string => `${String(since).padStart(15, '0')}.${development}`;

/** Null if the development is no longer on hold, so that nothing is left to decide. */
function viewOf(review: Review, { slug, developments }: Story) {
  const { story, development, state, author, release, note, reviewer, since } = review;
  const of = developments.get(development);
  if (!of || of.releasedAt !== null || of.withheld !== null) return null;
  return {
    story,
    slug,
    development,
    kind: of.development.kind,
    text: of.development.text,
    state,
    author,
    release: typeof release === 'object' ? { embargoedUntil: iso(release.embargoedUntil) } : release,
    note,
    reviewer,
    since: iso(since),
  };
}
