import { Controller, Get, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  FEED_FORMATS,
  feedOfCorrections,
  feedOfStories,
  formatsFingerprint,
  type Feed,
  type FeedFormat,
  type FeedLinks,
  type FrontPageItem,
  type Site,
} from '#formats';
import { parseMoment, Problem } from '#http';
import { amendments, encodeCursor, inWords, iso, type Amendment, type FoundStory } from '#projections';
import { ApiPosition } from './api-position.js';
import { inLanguage, languagesAsked } from './asked-languages.js';
import { send } from './answer.js';
import { cursorOf, foundOr } from './found-or-problem.js';
import { choiceOf, chosenStories, frontPageCut } from './choice.js';
import { archivesOf, languageGiven, storyArchive } from './feed-text.js';
import { JSON_UTF8, typeOf } from './form.js';
import { filterOf } from './list-filter.js';
import { siteOf, type Publication } from './publication.js';
import type { Readable } from './readable-model.js';
import {
  ArchivePath,
  ClaimsFileQuery,
  DevelopmentsFileQuery,
  FeedQuery,
  AsOfPageQuery,
  RecordFeedQuery,
  SignificanceQuery,
  StoryPath,
} from './read-api.dto.js';
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
    storiesAsAtom(@Query() query: FeedQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#stories(query, request, reply, ATOM);
    }

    @Get(`${options.stories}.jsonfeed`)
    @ApiOperation({ summary: 'The stories as of a moment, as a JSON Feed' })
    @ApiOkResponse({ description: 'A feed' })
    storiesAsJsonFeed(@Query() query: FeedQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#stories(query, request, reply, JSON_FEED);
    }

    @Get('v1/corrections')
    @ApiOperation({
      summary: 'What was corrected, retracted, withdrawn, killed and given back, newest first',
    })
    @ApiOkResponse({ description: 'A page of changes' })
    corrections(@Query() query: AsOfPageQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#corrections(query, request, reply, null);
    }

    @Get('v1/corrections.atom')
    @ApiOperation({ summary: 'The same as an Atom feed' })
    @ApiOkResponse({ description: 'A feed' })
    correctionsAsAtom(
      @Query() query: RecordFeedQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#corrections(query, request, reply, ATOM);
    }

    @Get('v1/corrections.jsonfeed')
    @ApiOperation({ summary: 'The same as a JSON Feed' })
    @ApiOkResponse({ description: 'A feed' })
    correctionsAsJsonFeed(
      @Query() query: RecordFeedQuery,
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
      @Query() { significance, lang }: SignificanceQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const [number = '', suffix = ''] = archive.split(/(?=\.)/);
      const form = FEED_FORMATS.find((one) => one.suffix === suffix)!;
      await readable.ready(request, reply);
      await readable.reader.together(() => {
        const found = this.#find(request, story, { asOf: null, validAt: null });
        if (Number(number) >= archivesOf(found.revision))
          throw new Problem('not-found', 'The feed of the story has no such archive document, or not yet.');
        const site = siteOf(publication, request);
        const { id, anew, revision } = found;
        const asked = languagesAsked(request, lang);
        return send(request, reply, {
          type: typeOf(form.mediaType),
          revision: String(revision),
          of: [
            id,
            anew,
            archive,
            significance ?? null,
            rendering,
            site.origin,
            site.name,
            asked.lang,
            ...asked.languages,
          ],
          vary: 'Accept-Language',
          language: () => languageGiven(stories, found, asked),
          body: () => storyArchive(stories, found, Number(number), site, { ...form, significance }, asked),
          maxAge: readable.maxAgeOf(null),
        });
      });
    }

    @Get(`${options.stories}/:story/developments.csv`)
    @ApiOperation({ summary: 'Every development as of a moment, as a table' })
    @ApiOkResponse({ description: 'CSV (RFC 4180)' })
    developmentsAsTable(
      @Param() { story }: StoryPath,
      @Query() query: DevelopmentsFileQuery,
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
      @Query() query: ClaimsFileQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const asked = { story, ...query, filter: filterOf(query, zone) };
      return sendTable(readable, publication, 'claims', asked, request, reply);
    }

    #find(
      request: FastifyRequest,
      story: string,
      moments: { asOf: number | null; validAt: number | null },
    ): FoundStory {
      return foundOr(stories.asOf(story, moments), root, `${siteOf(publication, request).origin}/`);
    }

    async #stories(query: FeedQuery, request: FastifyRequest, reply: FastifyReply, form: FeedFormat) {
      const { lang, ...chosen } = query;
      const cut = frontPageCut(choiceOf(chosen), options);
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        const site = siteOf(publication, request);
        const asked = languagesAsked(request, lang);
        const feed = once((): Feed => {
          const page = JSON.parse(chosenStories(model, cut)) as {
            next: string | null;
            items: FrontPageItem[];
          };
          const next = page.next && inLanguage(page.next.replace(root, root + form.suffix), asked);
          const links = linksOf(request, site, next, { alternate: '/', data: root });
          return feedOfStories(page.items, site, links, asked.languages);
        });
        return send(request, reply, {
          type: typeOf(form.mediaType),
          revision: 'list',
          until: model.lastTold,
          of: [
            cut.asOf,
            cut.list,
            cut.limit,
            cut.at,
            ...cut.from,
            rendering,
            request.url,
            site.origin,
            site.name,
            ...asked.languages,
          ],
          vary: 'Accept-Language',
          language: () => languagesIn(feed()),
          body: () => form.write(feed(), site),
          maxAge: readable.maxAgeOf(cut.asOf),
        });
      });
    }

    async #corrections(
      query: RecordFeedQuery,
      request: FastifyRequest,
      reply: FastifyReply,
      form: FeedFormat | null,
    ) {
      const asOf = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
      const limit = query.limit ?? PAGE;
      const list = 'corrections of all';
      const cursor = cursorOf(query.cursor, { list, story: null, asOf });
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        const site = siteOf(publication, request);
        const from = cursor?.from ?? [];
        const asked = languagesAsked(request, query.lang);
        const read = (): { readonly next: string | null; readonly items: readonly Amendment[] } => {
          const { changes, next } = amendments(model, readable.audience, { asOf, from, limit });
          const moment = asOf === null ? '' : `asOf=${iso(asOf)}&`;
          const text = next && encodeCursor({ list, story: null, at: null, asOf, validAt: null, from: next });
          return {
            items: changes,
            next:
              text &&
              inLanguage(
                `/v1/corrections${form?.suffix ?? ''}?${moment}limit=${limit}&cursor=${text}`,
                asked,
              ),
          };
        };
        const feed = once((): Feed => {
          const { next, items } = read();
          const links = linksOf(request, site, next, { alternate: '/corrections', data: '/v1/corrections' });
          return feedOfCorrections(inWords(model, items, asOf), site, links, asked.languages);
        });
        const body = (): string => {
          if (form !== null) return form.write(feed(), site);
          const { next, items } = read();
          return JSON.stringify({ asOf: asOf === null ? null : iso(asOf), next, items });
        };
        return send(request, reply, {
          type: form === null ? JSON_UTF8 : typeOf(form.mediaType),
          ...(form === null ? { paged: true } : {}),
          revision: 'list',
          until: model.lastTold,
          of: [
            list,
            asOf,
            limit,
            ...from,
            form?.suffix ?? null,
            rendering,
            request.url,
            site.origin,
            site.name,
            ...(form === null ? [] : asked.languages),
          ],
          ...(form === null ? {} : { vary: 'Accept-Language', language: () => languagesIn(feed()) }),
          body,
          maxAge: readable.maxAgeOf(asOf),
        });
      });
    }
  }
  return SyndicationController;
}

/** The languages in which the entries of a feed have their words. */
function languagesIn({ entries, language }: Feed): readonly string[] {
  const found = new Set(entries.flatMap(({ title, summary }) => [title.lang, summary.lang]));
  found.delete('und');
  return found.size === 0 ? [language] : [...found];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function linksOf(
  request: FastifyRequest,
  { origin }: Site,
  next: string | null,
  { alternate, data }: Pick<FeedLinks, 'alternate' | 'data'>,
): FeedLinks {
  return {
    self: origin + request.url,
    alternate: origin + alternate,
    data: origin + data,
    archive: false,
    related: next === null ? [] : [{ rel: 'next', href: origin + next }],
  };
}
