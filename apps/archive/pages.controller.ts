import { hash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res, UseFilters, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  correctionsPage,
  frontPageOf,
  ICON,
  partyPageOf,
  STYLESHEET,
  type Asset,
  type FrontPage,
  type PartyView,
} from '#pages';
import {
  amendments,
  encodeCursor,
  frontPage,
  inWords,
  marksOf,
  partyNames,
  partyPage,
  questionOf,
  SearchRefused,
} from '#projections';
import { cursorOf, partyNotHeard, timesOf } from '#read-api';
import { asksByForm, parametersOf, seeOther, withMoment } from './form-address.js';
import { PageFilter } from './page-filter.js';
import { prefersHtml } from './page-reader.js';
import type { PageSender } from './page-sender.js';
import { FrontPageQuery, ListPageQuery, PartyPagePath } from './pages.dto.js';

const PAGE = 20;

/** The controller of the pages over many stories: the front page, the parties, the corrections, and what pages are dressed in. */
export function pagesController(pages: PageSender): Type {
  const { readable, publication, zone } = pages;

  @ApiExcludeController()
  @UseFilters(new PageFilter(publication, zone))
  @Controller()
  class PagesController {
    /** Whoever comes without an address is shown the stories; a program is sent to them as data. */
    @Get()
    async front(@Query() query: FrontPageQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      if (!prefersHtml(request)) return seeOther(reply, `/${readable.options.stories}`);
      if (asksByForm(query)) return seeOther(reply, withMoment('/', query, zone));
      const { topic, place, party, status, claimStatus, language, cursor: given, limit = PAGE } = query;
      const q = query.q?.trim() || undefined;
      const [from, to] = [query.from || undefined, query.to || undefined];
      // Without words there is nothing that one story could answer better than another.
      const sort = query.sort === 'relevance' && q === undefined ? undefined : query.sort;
      const asOf = pages.momentOf(query.asOf);
      const times = timesOf({ from, to }, zone);
      const chosen = parametersOf({ q, topic, place, party, status, claimStatus, language, from, to, sort });
      const list = `pages ${hash('sha256', chosen, 'base64url').slice(0, 12)}`;
      const cursor = cursorOf(given, { list, story: null, asOf });
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        const asked = pages.askedBy(request, asOf);
        const found = (): string =>
          frontPage(model, {
            asOf,
            at: cursor?.at ?? null,
            from: cursor?.from ?? [],
            limit,
            words: q === undefined ? [] : questionOf(q),
            marks: marksOf({ topic, place, party, storyStatus: status, claimStatus, language }),
            times,
            sort: sort ?? 'newest',
            list,
            address: '/',
            query: chosen + parametersOf({ lang: query.lang }),
          });
        const body = (): string =>
          frontPageOf({
            ...foundOrRefused(found),
            chosen: {
              q: q ?? null,
              topic: topic ?? null,
              place: place ?? null,
              party: party ?? null,
              status: status ?? null,
              claimStatus: claimStatus ?? null,
              language: language ?? null,
              from: from ?? null,
              to: to ?? null,
              sort: sort === undefined || sort === 'newest' ? null : sort,
            },
            parties: partyNames(model, party === undefined ? [] : [party], asOf ?? model.latest),
            cursor: given ?? null,
            ...asked,
          });
        return pages.send(request, reply, { ...asked, asOf, until: model.lastTold, body });
      });
    }

    @Get('parties/:party')
    async party(
      @Param() { party }: PartyPagePath,
      @Query() query: ListPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      if (asksByForm(query)) return seeOther(reply, withMoment(`/parties/${party}`, query, zone));
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
        return pages.send(request, reply, { ...asked, asOf, until: model.lastTold, body });
      });
    }

    /** What was corrected, retracted and withdrawn, of all stories. */
    @Get('corrections')
    async corrections(
      @Query() query: ListPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      if (asksByForm(query)) return seeOther(reply, withMoment('/corrections', query, zone));
      const asOf = pages.momentOf(query.asOf);
      const limit = query.limit ?? PAGE;
      const list = 'page of corrections';
      const cursor = cursorOf(query.cursor, { list, story: null, asOf });
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        const asked = pages.askedBy(request, asOf);
        const body = (): string => {
          const { changes, next } = amendments(model, readable.audience, {
            asOf,
            from: cursor?.from ?? [],
            limit,
          });
          const of = { list, story: null, at: null, asOf, validAt: null };
          return correctionsPage({
            changes: inWords(model, changes, asOf),
            next: next && encodeCursor({ ...of, from: next }),
            cursor: query.cursor ?? null,
            limit: query.limit === undefined ? null : String(query.limit),
            feed: '/v1/corrections.atom',
            ...asked,
          });
        };
        return pages.send(request, reply, { ...asked, asOf, until: model.lastTold, body });
      });
    }

    @Get(STYLESHEET.path)
    stylesheet(@Res() reply: FastifyReply) {
      sendAsset(reply, STYLESHEET);
    }

    @Get(ICON.path)
    icon(@Res() reply: FastifyReply) {
      sendAsset(reply, ICON);
    }
  }
  return PagesController;
}

type FoundStories = Pick<FrontPage, 'items' | 'total' | 'next' | 'fault'>;

/** A search that is not answered is a page too: it says why, and has the form for another. */
function foundOrRefused(search: () => string): FoundStories {
  try {
    return { ...(JSON.parse(search()) as Omit<FoundStories, 'fault'>), fault: null };
  } catch (error) {
    if (!(error instanceof SearchRefused)) throw error;
    return { items: [], total: null, next: null, fault: error.fault };
  }
}

/** An address that goes on in the language that was asked for. */
const inLanguage = (address: string, lang: string | undefined): string =>
  `${address}&${parametersOf({ lang })}`.slice(0, -1);

/** Its name changes with its content. */
function sendAsset(reply: FastifyReply, { type, body }: Asset): void {
  void reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(body);
}
