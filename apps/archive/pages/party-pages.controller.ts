import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { partyPageOf, type PartyView } from '#pages';
import { partyPage } from '#projections';
import { cursorOf, partyNotHeard, ReadableModel } from '#read-api';
import { asksByForm, parametersOf, seeOther, withMoment } from './form-address.js';
import { PageFilter } from './page-filter.js';
import { PageSender } from './page-sender.js';
import { ListPageQuery, PartyPagePath } from './pages.dto.js';

const PAGE = 20;

/** The pages of parties. */
@ApiExcludeController()
@UseFilters(PageFilter)
@Controller('parties')
export class PartyPagesController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly pages: PageSender,
  ) {}

  @Get(':party')
  async party(
    @Param() { party }: PartyPagePath,
    @Query() query: ListPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { readable, pages } = this;
    if (asksByForm(query)) return seeOther(reply, withMoment(`/parties/${party}`, query, readable.zone));
    const asOf = pages.momentOf(query.asOf);
    const cursor = cursorOf(query.cursor, { list: `party ${party}`, story: null, asOf });
    await readable.ready(request, reply);
    const model = readable.reader;
    await model.together(() => {
      const asked = pages.askedBy(request, asOf);
      const cut = {
        asOf,
        at: cursor?.at ?? null,
        from: cursor?.from ?? [],
        limit: query.limit ?? PAGE,
        address: '/parties',
        stories: '/stories',
      };
      const body = (): string => {
        const view = JSON.parse(partyPage(model, party, cut) ?? partyNotHeard()) as PartyView;
        const next = view.claims.next && inLanguage(view.claims.next, query.lang);
        return partyPageOf({
          party: { ...view, claims: { ...view.claims, next } },
          cursor: query.cursor ?? null,
          ...asked,
        });
      };
      return pages.send(request, reply, { ...asked, asOf, modelState: model.listVersion, body });
    });
  }
}

/** An address that keeps the language of the request's address. */
const inLanguage = (address: string, lang: string | undefined): string =>
  `${address}&${parametersOf({ lang })}`.slice(0, -1);
