import { hash } from 'node:crypto';
import { Controller, Get, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { frontPageOf, type FrontPage } from '#pages';
import { frontPage, marksOf, partyNames, parseSearch, SearchRefused } from '#projections';
import { cursorOf, ReadableModel, timesOf } from '#read-api';
import { asksByForm, parametersOf, seeOther, withMoment } from './form-address.js';
import { PageFilter } from './page-filter.js';
import { prefersHtml } from './page-reader.js';
import { PageSender } from './page-sender.js';
import { FrontPageQuery } from './pages.dto.js';

const PAGE = 20;

/** The front page, which is also the search. */
@ApiExcludeController()
@UseFilters(PageFilter)
@Controller()
export class FrontPageController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly pages: PageSender,
  ) {}

  /** A program is redirected to the stories as data. */
  @Get()
  async front(
    @Query() query: FrontPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { readable, pages } = this;
    if (!prefersHtml(request)) return seeOther(reply, readable.addressOf('stories'));
    if (asksByForm(query)) return seeOther(reply, withMoment('/', query, readable.zone));
    const asOf = pages.momentOf(query.asOf);
    const filters = filtersOf(query);
    const { q, from, to, sort, ...marks } = filters;
    const times = timesOf({ from, to }, readable.zone);
    const chosen = parametersOf(filters);
    const list = `pages ${hash('sha256', chosen, 'base64url').slice(0, 12)}`;
    const cursor = cursorOf(query.cursor, { list, story: null, asOf });
    await readable.ready(request, reply);
    const model = readable.reader;
    await model.together(() => {
      const asked = pages.askedBy(request, asOf);
      const { status: storyStatus, ...others } = marks;
      const search = (): string =>
        frontPage(model, {
          asOf,
          at: cursor?.at ?? null,
          from: cursor?.from ?? [],
          limit: query.limit ?? PAGE,
          words: q === undefined ? [] : parseSearch(q),
          marks: marksOf({ ...others, storyStatus }),
          times,
          sort: sort ?? 'newest',
          list,
          address: '/',
          query: chosen + parametersOf({ lang: query.lang }),
        });
      const { party } = filters;
      const body = (): string =>
        frontPageOf({
          ...foundOrRefused(search),
          chosen: chosenOf(filters),
          parties: partyNames(model, party === undefined ? [] : [party], asOf ?? model.latest),
          cursor: query.cursor ?? null,
          ...asked,
        });
      return pages.send(request, reply, { ...asked, asOf, modelState: model.listVersion, body });
    });
  }
}

type Filters = Pick<
  FrontPageQuery,
  'q' | 'topic' | 'place' | 'party' | 'status' | 'claimStatus' | 'language' | 'from' | 'to' | 'sort'
>;

/** The filters of a query. A form sends empty fields for those that are not set. */
function filtersOf(query: FrontPageQuery): Filters {
  const { topic, place, party, status, claimStatus, language } = query;
  const q = query.q?.trim() || undefined;
  const [from, to] = [query.from || undefined, query.to || undefined];
  // Without words there is no relevance.
  const sort = query.sort === 'relevance' && q === undefined ? undefined : query.sort;
  return { q, topic, place, party, status, claimStatus, language, from, to, sort } as Filters;
}

function chosenOf(filters: Filters): FrontPage['chosen'] {
  const { q, topic, place, party, status, claimStatus, language, from, to, sort } = filters;
  return {
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
  };
}

type FoundStories = Pick<FrontPage, 'items' | 'total' | 'next' | 'fault'>;

/** A refused search is a page too: it says why, and has the form for another search. */
function foundOrRefused(search: () => string): FoundStories {
  try {
    return { ...(JSON.parse(search()) as Omit<FoundStories, 'fault'>), fault: null };
  } catch (error) {
    if (!(error instanceof SearchRefused)) throw error;
    return { items: [], total: null, next: null, fault: error.fault };
  }
}
