import { Controller, Get, Param, Query, Req, Res, UseFilters, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { withNames, type StoryHeader } from '#formats';
import { claimsPage, partiesIn, timelinePage, type ClaimsPage, type TimelinePage } from '#pages';
import {
  claimsBefore,
  encodeCursor,
  listNamed,
  partyNames,
  storyLanguage,
  type FoundStory,
  type ListFilter,
} from '#projections';
import { cursorOf, cursorRefused, filterOf } from '#read-api';
import { PageFilter } from './page-filter.js';
import type { Asked, PageSender } from './page-sender.js';
import { ClaimsPageQuery, StoryPagePath, TimelinePageQuery, type ListPageQuery } from './pages.dto.js';

const PAGE = 20;

/** Which part of which list is asked for. */
interface Part {
  readonly path: 'developments' | 'claims';
  readonly story: string;
  readonly query: ListPageQuery;
  readonly filter: ListFilter;
}

/** What was found of it, and for whom. */
interface Read extends Asked {
  readonly found: FoundStory;
  readonly story: StoryHeader;
  readonly from: readonly number[];
  readonly limit: number;
  /** What was read, with names in the reader's language. */
  readonly named: <T extends object>(list: T) => T;
}

/** The controller of the lists of one story by page, where it has more than its own page shows. */
export function storyListsController(pages: PageSender): Type {
  const { readable, publication, zone } = pages;
  const { stories } = readable;

  @ApiExcludeController()
  @UseFilters(new PageFilter(publication, zone))
  @Controller('stories')
  class StoryListsController {
    @Get(':story/timeline')
    timeline(
      @Param() { story }: StoryPagePath,
      @Query() query: TimelinePageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const filter = filterOf(query, zone);
      return this.#page(request, reply, { path: 'developments', story, query, filter }, (read) => {
        const { found, from, limit, named: translated, ...asked } = read;
        const text = stories.list(found, 'developments', { from, limit, filter });
        const developments = translated(JSON.parse(text) as TimelinePage['developments']);
        const named = partiesIn({ language: read.story.language, developments });
        return timelinePage({
          ...asked,
          developments: { ...developments, next: cursorIn(developments.next) },
          keyOnly: query.significance === 'key',
          parties: partyNames(readable.reader, named, found.recordedAt),
          cursor: query.cursor ?? null,
        });
      });
    }

    @Get(':story/claims')
    claims(
      @Param() { story }: StoryPagePath,
      @Query() query: ClaimsPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const filter = filterOf(query, zone);
      return this.#page(request, reply, { path: 'claims', story, query, filter }, (read) => {
        const { found, from, limit, named: translated, ...asked } = read;
        const text = stories.list(found, 'claims', { from, limit, filter });
        const claims = translated(JSON.parse(text) as ClaimsPage['claims']);
        const before = claimsBefore(readable.reader, found, filter, { from, limit });
        const named = partiesIn({ language: read.story.language, claims, developments: { items: [] } });
        const { id, revision } = found;
        const list = listNamed('claims', filter);
        return claimsPage({
          ...asked,
          claims: { ...claims, next: cursorIn(claims.next) },
          cursor: query.cursor ?? null,
          previous:
            before &&
            encodeCursor({ list, story: id, at: revision, asOf: null, validAt: null, from: before }),
          chosen: chosenBy(query),
          parties: partyNames(readable.reader, named, found.recordedAt),
        });
      });
    }

    async #page(
      request: FastifyRequest,
      reply: FastifyReply,
      { path, story, query, filter }: Part,
      write: (read: Read) => string,
    ): Promise<void> {
      const asOf = pages.momentOf(query.asOf);
      const list = listNamed(path, filter);
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        const now = pages.find(request, stories.asOf(story, { asOf, validAt: null }));
        const cursor = cursorOf(query.cursor, { list, story: now.id, asOf: null });
        if (cursor && (cursor.at === null || cursor.at < 0 || cursor.at > now.revision))
          throw cursorRefused();
        const found = cursor?.at == null ? now : pages.find(request, stories.at(story, cursor.at));
        const asked = pages.askedBy(request, asOf, storyLanguage(model, found));
        const body = (): string => {
          const header = stories.header(found) as StoryHeader;
          return write({
            ...asked,
            found,
            story: header,
            named: (list) => withNames(list, header, [asked.reader.language]),
            from: cursor?.from ?? [],
            limit: query.limit ?? PAGE,
          });
        };
        const { id, anew, revision } = found;
        return pages.send(request, reply, {
          ...asked,
          asOf,
          revision: String(revision),
          of: [id, anew],
          until: model.lastTold,
          body,
        });
      });
    }
  }
  return StoryListsController;
}

const cursorIn = (next: string | null): string | null =>
  next && new URLSearchParams(next.split('?')[1]).get('cursor');

/** What of a query its other pages have as well. */
const chosenBy = ({ limit, status, kind, variable, party, changedSince }: ClaimsPageQuery) => ({
  status: status ?? null,
  kind: kind ?? null,
  variable: variable ?? null,
  party: party ?? null,
  changedSince: changedSince ?? null,
  limit: limit === undefined ? null : String(limit),
});
