import { hash } from 'node:crypto';
import { Controller, Get, Param, Query, Req, Res, UseFilters, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Site } from '#formats';
import { iso, parseMoment } from '#nest';
import {
  frontPageOf,
  ICON,
  partiesIn,
  partyPageOf,
  storyPage,
  STYLESHEET,
  timelinePage,
  type Asset,
  type PartyView,
  type StoryItem,
  type TimelinePage,
} from '#pages';
import {
  frontPage,
  neighboursOf,
  partyNames,
  partyPage,
  statusHistory,
  termsOf,
  type FoundStory,
  type StateView,
} from '#projections';
import { cursorOf, cursorRefused, foundOr, partyNotHeard, type Readable } from '#reading';
import { chosenMoment } from './chosen-moment.js';
import { PageFilter } from './page-filter.js';
import { pageReader, prefersHtml } from './page-reader.js';
import {
  FrontPageQuery,
  ListPageQuery,
  PartyPagePath,
  RevisionPagePath,
  RevisionPageQuery,
  StoryPagePath,
  StoryPageQuery,
} from './pages.dto.js';

const PAGE = 20;
const MOST_WORDS = 12;
/** Moves of status that a page tells of each claim. */
const MOVES = 12;

/** The controller of the pages for readers: HTML without a script, of the same states as `/v1`. */
export function pagesController(readable: Readable, site: Site): Type {
  const { stories, options } = readable;
  const { zone } = options;
  const readerOf = (request: FastifyRequest, known: number | null, story = 'en') =>
    pageReader(request, { zone, asOf: known === null ? null : iso(known), story });
  const momentOf = (text: string | undefined, parameter = 'asOf'): number | null =>
    text === undefined ? null : parseMoment(text, zone, parameter);

  @ApiExcludeController()
  @UseFilters(new PageFilter(site, zone))
  @Controller()
  class PagesController {
    /** Whoever comes without an address is shown the stories; a program is sent to them as data. */
    @Get()
    async front(@Query() query: FrontPageQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      if (!prefersHtml(request)) return seeOther(reply, `/${options.stories}`);
      if (asksByForm(query)) return seeOther(reply, withMoment('/', query, zone));
      const { topic, place, cursor: given, limit = PAGE } = query;
      const q = query.q?.trim() || undefined;
      const known = momentOf(query.asOf);
      const chosen = parametersOf({ q, topic, place });
      const list = `pages ${hash('sha256', chosen, 'base64url').slice(0, 12)}`;
      const cursor = cursorOf(given, { list, story: null, known });
      await readable.ready(request, reply);
      const model = readable.reader;
      const words = termsOf({ words: q }).slice(0, MOST_WORDS);
      const text = model.together(() =>
        q !== undefined && words.length === 0
          ? '{"items":[],"next":null}'
          : frontPage(model, {
              known,
              at: cursor?.at ?? null,
              from: cursor?.from ?? [],
              limit,
              terms: [...words, ...termsOf({ topic, place })],
              list,
              address: '/',
              query: chosen + parametersOf({ lang: query.lang }),
            }),
      );
      const { items, next } = JSON.parse(text) as {
        readonly items: readonly StoryItem[];
        readonly next: string | null;
      };
      sendPage(
        reply,
        frontPageOf({
          items,
          next,
          chosen: { q: q ?? null, topic: topic ?? null, place: place ?? null },
          cursor: given ?? null,
          site,
          reader: readerOf(request, known),
        }),
      );
    }

    @Get('stories/:story')
    async story(
      @Param() { story }: StoryPagePath,
      @Query() query: StoryPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      if (asksByForm(query)) return seeOther(reply, withMoment(`/stories/${story}`, query, zone));
      const moments = { known: momentOf(query.asOf), held: momentOf(query.validAt, 'validAt') };
      await readable.ready(request, reply);
      this.#story(request, reply, false, () => foundOr(stories.asOf(story, moments), '/stories'));
    }

    @Get('stories/:story/revisions/:revision')
    async revision(
      @Param() { story, revision }: RevisionPagePath,
      @Query() query: RevisionPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const held = momentOf(query.validAt, 'validAt');
      await readable.ready(request, reply);
      this.#story(request, reply, true, () => foundOr(stories.at(story, Number(revision), held), '/stories'));
    }

    /** The developments by page, where a story has more than its own page shows. */
    @Get('stories/:story/timeline')
    async timeline(
      @Param() { story }: StoryPagePath,
      @Query() query: ListPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const known = momentOf(query.asOf);
      const list = 'developments';
      await readable.ready(request, reply);
      const model = readable.reader;
      const page = model.together(() => {
        const now = foundOr(stories.asOf(story, { known, held: null }), '/stories');
        const cursor = cursorOf(query.cursor, { list, story: now.id, known: null });
        if (cursor && (cursor.at === null || cursor.at < 0 || cursor.at > now.revision))
          throw cursorRefused();
        const found = cursor?.at == null ? now : foundOr(stories.at(story, cursor.at), '/stories');
        const text = stories.list(found, list, { from: cursor?.from ?? [], limit: query.limit ?? PAGE });
        const state = JSON.parse(stories.state(found)) as StateView;
        const developments = JSON.parse(text) as TimelinePage['developments'];
        const named = partiesIn({ language: state.language, developments });
        return { story: state, developments, parties: partyNames(model, named, found.recordedAt) };
      });
      const { next } = page.developments;
      const cursor = next && new URLSearchParams(next.split('?')[1]).get('cursor');
      sendPage(
        reply,
        timelinePage({
          ...page,
          developments: { ...page.developments, next: cursor },
          cursor: query.cursor ?? null,
          site,
          reader: readerOf(request, known, page.story.language),
        }),
      );
    }

    @Get('parties/:party')
    async party(
      @Param() { party }: PartyPagePath,
      @Query() query: ListPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      if (asksByForm(query)) return seeOther(reply, withMoment(`/parties/${party}`, query, zone));
      const known = momentOf(query.asOf);
      const cursor = cursorOf(query.cursor, { list: `party ${party}`, story: null, known });
      await readable.ready(request, reply);
      const model = readable.reader;
      const text = model.together(() =>
        partyPage(model, party, {
          known,
          at: cursor?.at ?? null,
          from: cursor?.from ?? [],
          limit: query.limit ?? PAGE,
          address: '/parties',
          stories: '/stories',
        }),
      );
      if (text === undefined) throw partyNotHeard();
      const view = JSON.parse(text) as PartyView;
      const kept = parametersOf({ lang: query.lang });
      const next = view.claims.next && `${view.claims.next}&${kept}`.replace(/&$/, '');
      sendPage(
        reply,
        partyPageOf({
          party: { ...view, claims: { ...view.claims, next } },
          cursor: query.cursor ?? null,
          site,
          reader: readerOf(request, known),
        }),
      );
    }

    @Get(STYLESHEET.path)
    stylesheet(@Res() reply: FastifyReply) {
      sendAsset(reply, STYLESHEET);
    }

    @Get(ICON.path)
    icon(@Res() reply: FastifyReply) {
      sendAsset(reply, ICON);
    }

    /** One state of a story, read as of one moment of the read model. */
    #story(request: FastifyRequest, reply: FastifyReply, fixed: boolean, find: () => FoundStory): void {
      const model = readable.reader;
      const page = model.together(() => {
        const found = find();
        const state = JSON.parse(stories.state(found)) as StateView;
        const claims = state.claims.items.map(({ id }) => id);
        return {
          state,
          histories: statusHistory(model, found, claims, MOVES),
          neighbours: neighboursOf(model, found),
          parties: partyNames(model, partiesIn(state), found.recordedAt),
          reader: readerOf(request, found.known, state.language),
        };
      });
      sendPage(reply, storyPage({ ...page, fixed, jsonLd: null, site }));
    }
  }
  return PagesController;
}

type Given = Readonly<Record<string, string | undefined>>;

/** `q=…&topic=…&` of those that are given. */
const parametersOf = (given: Given): string =>
  Object.entries(given)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}&`]))
    .join('');

const asksByForm = ({ date, time }: { readonly date?: string; readonly time?: string }): boolean =>
  date !== undefined || time !== undefined;

/** The address of the moment that a form asked for, with all else that it asked. */
function withMoment(
  path: string,
  { date, time, asOf: _, ...kept }: StoryPageQuery & Partial<FrontPageQuery>,
  zone: string,
): string {
  const asOf = chosenMoment(
    { ...(date === undefined ? {} : { date }), ...(time === undefined ? {} : { time }) },
    zone,
  );
  const { q, topic, place, validAt, lang } = kept;
  const parameters = parametersOf({ asOf: asOf ?? undefined, validAt, q, topic, place, lang });
  return `${path}?${parameters}`.slice(0, -1);
}

function seeOther(reply: FastifyReply, address: string): void {
  void reply.header('vary', 'Accept').redirect(address, 303);
}

/** The one place where a page is answered. */
function sendPage(reply: FastifyReply, page: string): void {
  void reply
    .headers({ 'cache-control': 'no-cache', vary: 'Accept-Language' })
    .type('text/html; charset=utf-8')
    .send(page);
}

/** Its name changes with its content. */
function sendAsset(reply: FastifyReply, { type, body }: Asset): void {
  void reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(body);
}
