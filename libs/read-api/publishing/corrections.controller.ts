import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FEED_FORMATS, feedOfCorrections, formatsFingerprint, type Feed, type FeedFormat } from '#formats';
import { parseMoment } from '#http';
import { amendments, encodeCursor, withWords, iso, type Amendment } from '#projections';
import { inLanguage, languagesAsked } from '../answers/asked-languages.js';
import { cursorOf } from '../answers/found-or-problem.js';
import { Publication } from '../answers/publication.js';
import { ReadableModel } from '../answers/readable-model.js';
import { send } from '../answers/send.js';
import { JSON_UTF8 } from '../formats/requested-format.js';
import { CorrectionsFeedQuery } from '../queries/publishing.dto.js';
import { AsOfPageQuery } from '../queries/query.dto.js';
import { languagesIn, linksOf, once } from './feed-answers.js';
import { formatOfRoute } from './format-of-route.js';

const PAGE = 20;
/** Part of the cursors of this list. */
const LIST = 'corrections of all';

/** The newsroom's corrections of all stories, as JSON and in every feed format. */
@ApiTags('syndication')
@Controller()
export class CorrectionsController {
  readonly #rendering = formatsFingerprint();

  constructor(
    private readonly readable: ReadableModel,
    private readonly publication: Publication,
  ) {}

  @Get('corrections')
  @ApiOperation({
    summary: 'What was corrected, retracted, withdrawn, killed and reinstated, newest first',
  })
  @ApiOkResponse({ description: 'A page of changes' })
  async corrections(
    @Query() query: AsOfPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#send(query, request, reply, null);
  }

  @Get(FEED_FORMATS.map(({ suffix }) => `corrections${suffix}`))
  @ApiOperation({ summary: 'The same as a feed' })
  @ApiOkResponse({ description: 'A feed' })
  async feed(
    @Query() query: CorrectionsFeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#send(query, request, reply, formatOfRoute(request, FEED_FORMATS));
  }

  async #send(
    query: CorrectionsFeedQuery,
    request: FastifyRequest,
    reply: FastifyReply,
    format: FeedFormat | null,
  ): Promise<void> {
    const { readable } = this;
    const asOf = query.asOf === undefined ? null : parseMoment(query.asOf, readable.zone);
    const limit = query.limit ?? PAGE;
    const cursor = cursorOf(query.cursor, { list: LIST, story: null, asOf });
    const from = cursor?.from ?? [];
    await readable.ready(request, reply);
    const model = readable.reader;
    await model.together(() => {
      const site = this.publication.siteOf(request);
      const asked = languagesAsked(request, query.lang);
      const root = readable.addressOf('corrections');
      const read = (): { readonly next: string | null; readonly items: readonly Amendment[] } => {
        const { changes, next } = amendments(model, readable.audience, { asOf, from, limit });
        if (next === null) return { items: changes, next };
        const moment = asOf === null ? '' : `asOf=${iso(asOf)}&`;
        const text = encodeCursor({ list: LIST, story: null, at: null, asOf, validAt: null, from: next });
        const address = `${root}${format?.suffix ?? ''}?${moment}limit=${limit}&cursor=${text}`;
        return { items: changes, next: inLanguage(address, asked) };
      };
      const feed = once((): Feed => {
        const { next, items } = read();
        const links = linksOf(request, site, next, { alternate: '/corrections', data: root });
        return feedOfCorrections(withWords(model, items, asOf), site, links, asked.languages);
      });
      const json = (): string => {
        const { next, items } = read();
        return JSON.stringify({ asOf: asOf === null ? null : iso(asOf), next, items });
      };
      return send(request, reply, {
        revision: 'list',
        modelState: model.listVersion,
        dependsOn: [
          LIST,
          asOf,
          limit,
          ...from,
          format?.suffix ?? null,
          this.#rendering,
          request.url,
          site.origin,
          site.name,
          ...(format === null ? [] : asked.languages),
        ],
        maxAge: readable.maxAgeOf(asOf),
        ...(format === null
          ? { type: JSON_UTF8, body: json, paged: true }
          : {
              type: format.contentType,
              body: () => format.write(feed(), site),
              vary: 'Accept-Language',
              language: () => languagesIn(feed()),
            }),
      });
    });
  }
}
