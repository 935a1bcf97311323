import { Controller, Get, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  FEED_FORMATS,
  feedOfCorrections,
  feedOfStories,
  formatsFingerprint,
  type FeedFormat,
  type FeedLinks,
  type FrontPageItem,
  type Site,
} from '#formats';
import { parseMoment, Problem } from '#nest';
import { amendments, encodeCursor, frontPage, iso, type Amendment, type FoundStory } from '#projections';
import { ApiPosition } from './api-position.js';
import { send } from './answer.js';
import { cursorOf, foundOr } from './barrier.js';
import { frontPageCut } from './choice.js';
import { archivesOf, storyArchive } from './feed-text.js';
import { JSON_UTF8, typeOf } from './form.js';
import { filterOf } from './list-filter.js';
import { siteOf, type Publication } from './publication.js';
import type { Readable } from './readable.js';
import {
  ArchivePath,
  ChoiceQuery,
  ChosenClaimsQuery,
  KnownPageQuery,
  SignificanceQuery,
  StateQuery,
  StoryPath,
} from './reading.dto.js';
import { sendTable } from './table.js';

const PAGE = 20;
const [ATOM, JSON_FEED] = FEED_FORMATS;

/** What others take over: feeds of all stories and of what was put right, archives of a story's feed, tables. */
export function syndicationController(readable: Readable, publication: Publication): Type {
  const { stories, options } = readable;
  const { zone } = options;
  const root = `/${options.stories}`;
  const rendering = formatsFingerprint();

  @ApiTags('syndication')
  @ApiPosition()
  @Controller()
  class SyndicationController {
    @Get(`${options.stories}.atom`)
    @ApiOperation({ summary: 'The stories as of a moment, as an Atom feed' })
    @ApiOkResponse({ description: 'A feed' })
    storiesAsAtom(@Query() query: ChoiceQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#stories(query, request, reply, ATOM);
    }

    @Get(`${options.stories}.jsonfeed`)
    @ApiOperation({ summary: 'The stories as of a moment, as a JSON Feed' })
    @ApiOkResponse({ description: 'A feed' })
    storiesAsJsonFeed(
      @Query() query: ChoiceQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#stories(query, request, reply, JSON_FEED);
    }

    @Get('v1/corrections')
    @ApiOperation({
      summary: 'What was corrected, retracted, withdrawn, killed and given back, newest first',
    })
    @ApiOkResponse({ description: 'A page of changes' })
    corrections(@Query() query: KnownPageQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#corrections(query, request, reply, null);
    }

    @Get('v1/corrections.atom')
    @ApiOperation({ summary: 'The same as an Atom feed' })
    @ApiOkResponse({ description: 'A feed' })
    correctionsAsAtom(
      @Query() query: KnownPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#corrections(query, request, reply, ATOM);
    }

    @Get('v1/corrections.jsonfeed')
    @ApiOperation({ summary: 'The same as a JSON Feed' })
    @ApiOkResponse({ description: 'A feed' })
    correctionsAsJsonFeed(
      @Query() query: KnownPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#corrections(query, request, reply, JSON_FEED);
    }

    @Get(`${options.stories}/:story/archive/:archive`)
    @ApiOperation({ summary: 'An archive document of a story’s feed (RFC 5005): a hundred of its revisions' })
    @ApiOkResponse({ description: 'A feed' })
    async archive(
      @Param() { story, archive }: ArchivePath,
      @Query() { significance }: SignificanceQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const [number = '', suffix = ''] = archive.split(/(?=\.)/);
      const form = FEED_FORMATS.find((one) => one.suffix === suffix)!;
      await readable.ready(request, reply);
      await readable.reader.together(() => {
        const found = this.#find(request, story, { known: null, held: null });
        if (Number(number) >= archivesOf(found.revision))
          throw new Problem('not-found', 'The feed of the story has no such archive document, or not yet.');
        const site = siteOf(publication, request);
        const { id, anew, revision } = found;
        return send(request, reply, {
          type: typeOf(form.mediaType),
          revision: String(revision),
          of: [id, anew, archive, significance ?? null, rendering, site.origin, site.name],
          body: () => storyArchive(stories, found, Number(number), site, { ...form, significance }),
          maxAge: readable.maxAgeOf(null),
        });
      });
    }

    @Get(`${options.stories}/:story/developments.csv`)
    @ApiOperation({ summary: 'Every development as of a moment, as a table' })
    @ApiOkResponse({ description: 'CSV (RFC 4180)' })
    developmentsAsTable(
      @Param() { story }: StoryPath,
      @Query() query: StateQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const asked = { story, ...query, filter: filterOf(query, zone) };
      return sendTable(readable, publication, 'developments', asked, request, reply);
    }

    @Get(`${options.stories}/:story/claims.csv`)
    @ApiOperation({ summary: 'Every claim as of a moment, as a table' })
    @ApiOkResponse({ description: 'CSV (RFC 4180)' })
    claimsAsTable(
      @Param() { story }: StoryPath,
      @Query() query: ChosenClaimsQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const asked = { story, ...query, filter: filterOf(query, zone) };
      return sendTable(readable, publication, 'claims', asked, request, reply);
    }

    #find(
      request: FastifyRequest,
      story: string,
      moments: { known: number | null; held: number | null },
    ): FoundStory {
      return foundOr(stories.asOf(story, moments), root, `${siteOf(publication, request).origin}/`);
    }

    async #stories(query: ChoiceQuery, request: FastifyRequest, reply: FastifyReply, form: FeedFormat) {
      const cut = frontPageCut(query, options);
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        const site = siteOf(publication, request);
        const body = (): string => {
          const page = JSON.parse(frontPage(model, cut)) as { next: string | null; items: FrontPageItem[] };
          const links = linksOf(request, site, page.next?.replace(root, root + form.suffix) ?? null, '/');
          return form.write(feedOfStories(page.items, site, links), site);
        };
        return send(request, reply, {
          type: typeOf(form.mediaType),
          revision: 'list',
          until: model.lastTold,
          of: [
            cut.known,
            cut.list,
            cut.limit,
            cut.at,
            ...cut.from,
            rendering,
            request.url,
            site.origin,
            site.name,
          ],
          body,
          maxAge: readable.maxAgeOf(cut.known),
        });
      });
    }

    async #corrections(
      query: KnownPageQuery,
      request: FastifyRequest,
      reply: FastifyReply,
      form: FeedFormat | null,
    ) {
      const known = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
      const limit = query.limit ?? PAGE;
      const list = 'corrections of all';
      const cursor = cursorOf(query.cursor, { list, story: null, known });
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        const site = siteOf(publication, request);
        const from = cursor?.from ?? [];
        const read = (): { readonly next: string | null; readonly items: readonly Amendment[] } => {
          const { changes, next } = amendments(model, readable.audience, { known, from, limit });
          const moment = known === null ? '' : `asOf=${iso(known)}&`;
          const text = next && encodeCursor({ list, story: null, at: null, known, held: null, from: next });
          return {
            items: changes,
            next: text && `/v1/corrections${form?.suffix ?? ''}?${moment}limit=${limit}&cursor=${text}`,
          };
        };
        const body = (): string => {
          const { next, items } = read();
          if (form === null) return JSON.stringify({ asOf: known === null ? null : iso(known), next, items });
          return form.write(
            feedOfCorrections(items, site, linksOf(request, site, next, '/corrections')),
            site,
          );
        };
        return send(request, reply, {
          type: form === null ? JSON_UTF8 : typeOf(form.mediaType),
          ...(form === null ? { paged: true } : {}),
          revision: 'list',
          until: model.lastTold,
          of: [
            list,
            known,
            limit,
            ...from,
            form?.suffix ?? null,
            rendering,
            request.url,
            site.origin,
            site.name,
          ],
          body,
          maxAge: readable.maxAgeOf(known),
        });
      });
    }
  }
  return SyndicationController;
}

function linksOf(
  request: FastifyRequest,
  { origin }: Site,
  next: string | null,
  alternate: string,
): FeedLinks {
  return {
    self: origin + request.url,
    alternate: origin + alternate,
    archive: false,
    related: next === null ? [] : [{ rel: 'next', href: origin + next }],
  };
}
