import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { correctionsPage } from '#pages';
import { amendments, encodeCursor, withWords } from '#projections';
import { cursorOf, ReadableModel } from '#read-api';
import { asksByForm, seeOther, withMoment } from './form-address.js';
import { PageFilter } from './page-filter.js';
import { PageSender } from './page-sender.js';
import { ListPageQuery } from './pages.dto.js';

const PAGE = 20;
/** Part of the cursors of this list. */
const LIST = 'page of corrections';

/** The page of the newsroom's corrections of all stories. */
@ApiExcludeController()
@UseFilters(PageFilter)
@Controller('corrections')
export class CorrectionsPageController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly pages: PageSender,
  ) {}

  @Get()
  async corrections(
    @Query() query: ListPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { readable, pages } = this;
    if (asksByForm(query)) return seeOther(reply, withMoment('/corrections', query, readable.zone));
    const asOf = pages.momentOf(query.asOf);
    const limit = query.limit ?? PAGE;
    const cursor = cursorOf(query.cursor, { list: LIST, story: null, asOf });
    await readable.ready(request, reply);
    const model = readable.reader;
    await model.together(() => {
      const asked = pages.askedBy(request, asOf);
      const body = (): string => {
        const from = cursor?.from ?? [];
        const { changes, next } = amendments(model, readable.audience, { asOf, from, limit });
        const of = { list: LIST, story: null, at: null, asOf, validAt: null };
        return correctionsPage({
          changes: withWords(model, changes, asOf),
          next: next && encodeCursor({ ...of, from: next }),
          cursor: query.cursor ?? null,
          limit: query.limit === undefined ? null : String(query.limit),
          feed: '/v1/corrections.atom',
          ...asked,
        });
      };
      return pages.send(request, reply, { ...asked, asOf, modelState: model.listVersion, body });
    });
  }
}
