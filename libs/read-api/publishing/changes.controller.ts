import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cloudEvent } from '#formats';
import { changesAfter, newestPosition, positionText } from '#projections';
import { preferredOf } from '../answers/preferred-type.js';
import { Publication } from '../answers/publication.js';
import { ReadableModel } from '../answers/readable-model.js';
import { send } from '../answers/send.js';
import { StoryFinder } from '../answers/story-finder.js';
import { JSON_UTF8 } from '../formats/requested-format.js';
import { ChangesQuery } from '../queries/publishing.dto.js';
import { pollAfter } from './polling.js';
import { positionSince } from './since.js';

const PAGE = 50;
const BATCH = 'application/cloudevents-batch+json';

/** The public log in pages. */
@ApiTags('changes')
@Controller('changes')
export class ChangesController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly publication: Publication,
    private readonly finder: StoryFinder,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'What changed after a position, oldest first, in pages: the same events as in the stream',
  })
  @ApiOkResponse({ description: 'A page of CloudEvents' })
  async changes(
    @Query() query: ChangesQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { readable } = this;
    const { since, limit = PAGE, story } = query;
    await readable.ready(request, reply);
    const from = await positionSince(readable, since);
    const batch = isBatch(request.headers.accept);
    const model = readable.reader;
    await model.together(() => {
      const site = this.publication.siteOf(request);
      const of = story === undefined ? null : this.finder.asOf(request, story);
      const found = changesAfter(model, readable.audience, {
        after: from,
        story: of?.story ?? null,
        limit,
      });
      const last = found.last ?? from ?? newestPosition(model, null);
      const position = last === null || last < 0n ? null : positionText(readable.audience, last);
      const next =
        found.last !== null && found.more
          ? `${readable.addressOf('changes')}?${story === undefined ? '' : `story=${story}&`}limit=${limit}&since=${position}`
          : null;
      const poll = pollAfter(next !== null, model.latest, readable.clock.now());
      const items = (): readonly object[] => found.changes.map(({ change }) => cloudEvent(change, site));
      return send(request, reply, {
        type: batch ? BATCH : JSON_UTF8,
        revision: 'changes',
        modelState: model.listVersion,
        dependsOn: [site.origin, of?.id ?? null, since ?? null, limit, poll],
        body: () => JSON.stringify(batch ? items() : { position, next, poll, items: items() }),
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
}

function isBatch(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  return preferredOf(accept, ['application/json', BATCH]) === BATCH;
}
