import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { withNames, type StoryHeader } from '#formats';
import { claimsPage, partiesIn, timelinePage, type ClaimsPage, type TimelinePage } from '#pages';
import {
  claimsBefore,
  encodeCursor,
  listName,
  partyNames,
  storyLanguage,
  type FoundStory,
  type ListFilter,
} from '#projections';
import { cursorOf, filterOf, invalidCursor, ReadableModel } from '#read-api';
import { PageFilter } from './page-filter.js';
import { PageSender, type Asked } from './page-sender.js';
import { ClaimsPageQuery, ListPageQuery, StoryPagePath, TimelinePageQuery } from './pages.dto.js';

const PAGE = 20;

/** A page of a list that a request asks for. */
interface RequestedPage {
  readonly list: 'developments' | 'claims';
  readonly story: string;
  readonly query: ListPageQuery;
  readonly filter: ListFilter;
}

/** What it is rendered from. */
interface FoundPage extends Asked {
  readonly found: FoundStory;
  readonly story: StoryHeader;
  readonly from: readonly number[];
  readonly limit: number;
  /** Puts names into the reader's language. */
  readonly named: <T extends object>(list: T) => T;
}

/** The lists of one story, for what its own page has no room for. */
@ApiExcludeController()
@UseFilters(PageFilter)
@Controller('stories')
export class StoryListPagesController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly pages: PageSender,
  ) {}

  @Get(':story/timeline')
  async timeline(
    @Param() { story }: StoryPagePath,
    @Query() query: TimelinePageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stories, zone } = this.readable;
    const filter = filterOf(query, zone);
    await this.#send(request, reply, { list: 'developments', story, query, filter }, (page) => {
      const { found, from, limit, named, ...asked } = page;
      const text = stories.list(found, 'developments', { from, limit, filter });
      const developments = named(JSON.parse(text) as TimelinePage['developments']);
      const parties = partiesIn({ language: page.story.language, developments });
      return timelinePage({
        ...asked,
        developments: { ...developments, next: cursorIn(developments.next) },
        keyOnly: query.significance === 'key',
        parties: partyNames(this.readable.reader, parties, found.recordedAt),
        cursor: query.cursor ?? null,
      });
    });
  }

  @Get(':story/claims')
  async claims(
    @Param() { story }: StoryPagePath,
    @Query() query: ClaimsPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { stories, zone } = this.readable;
    const filter = filterOf(query, zone);
    await this.#send(request, reply, { list: 'claims', story, query, filter }, (page) => {
      const { found, from, limit, named, ...asked } = page;
      const model = this.readable.reader;
      const text = stories.list(found, 'claims', { from, limit, filter });
      const claims = named(JSON.parse(text) as ClaimsPage['claims']);
      const before = claimsBefore(model, found, filter, { from, limit });
      const parties = partiesIn({ language: page.story.language, claims, developments: { items: [] } });
      const { id, revision } = found;
      const list = listName('claims', filter);
      return claimsPage({
        ...asked,
        claims: { ...claims, next: cursorIn(claims.next) },
        cursor: query.cursor ?? null,
        previous:
          before && encodeCursor({ list, story: id, at: revision, asOf: null, validAt: null, from: before }),
        chosen: chosenBy(query),
        parties: partyNames(model, parties, found.recordedAt),
      });
    });
  }

  async #send(
    request: FastifyRequest,
    reply: FastifyReply,
    { list: path, story, query, filter }: RequestedPage,
    render: (page: FoundPage) => string,
  ): Promise<void> {
    const { readable, pages } = this;
    const { stories } = readable;
    const asOf = pages.momentOf(query.asOf);
    const list = listName(path, filter);
    await readable.ready(request, reply);
    const model = readable.reader;
    await model.together(() => {
      const now = pages.find(request, stories.asOf(story, { asOf, validAt: null }));
      const cursor = cursorOf(query.cursor, { list, story: now.id, asOf: null });
      if (cursor && (cursor.at === null || cursor.at < 0 || cursor.at > now.revision)) throw invalidCursor();
      const found = cursor?.at == null ? now : pages.find(request, stories.at(story, cursor.at));
      const asked = pages.askedBy(request, asOf, storyLanguage(model, found));
      const body = (): string => {
        const header = stories.header(found) as StoryHeader;
        return render({
          ...asked,
          found,
          story: header,
          named: (items) => withNames(items, header, [asked.reader.language]),
          from: cursor?.from ?? [],
          limit: query.limit ?? PAGE,
        });
      };
      const { id, lastRewrite, revision } = found;
      return pages.send(request, reply, {
        ...asked,
        asOf,
        revision: String(revision),
        dependsOn: [id, lastRewrite],
        modelState: model.listVersion,
        body,
      });
    });
  }
}

const cursorIn = (next: string | null): string | null =>
  next && new URLSearchParams(next.split('?')[1]).get('cursor');

/** The filters and the limit of a query, which the links to its other pages repeat. */
const chosenBy = ({ limit, status, kind, variable, party, changedSince }: ClaimsPageQuery) => ({
  status: status ?? null,
  kind: kind ?? null,
  variable: variable ?? null,
  party: party ?? null,
  changedSince: changedSince ?? null,
  limit: limit === undefined ? null : String(limit),
});
