import { Controller, Get, Inject, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseMoment, Problem } from '#nest';
import {
  assertionsOf,
  assertionView,
  changesView,
  claimPage,
  decodeCursor,
  encodeCursor,
  frontPage,
  iso,
  listOf,
  pageOf,
  stateView,
  StoryReader,
  StoryShelf,
  type Audience,
  type Cursor,
  type List,
} from '#projections';
import type { ClaimState } from '#story';
import { sendJson } from './answer.js';
import { checkCursor, cursorRefused, foundOr, type FoundStory } from './barrier.js';
import {
  ChangesQuery,
  ClaimPath,
  HeldQuery,
  KnownPageQuery,
  KnownQuery,
  MomentsQuery,
  PageQuery,
  RevisionPath,
  StoryPath,
} from './reading.dto.js';

export interface ReadingOptions {
  /** Where the stories are, e.g. `v1/stories`. */
  readonly path: string;
  readonly audience: Audience;
  /** IANA name of the zone in which the newsroom's days end. */
  readonly zone: string;
  /** Waits before each answer until the log is folded as far as it is written: the desk reads its own writes. */
  readonly fresh: boolean;
}

const PAGE = 20;

/** The controller of all that is read of stories: the same for desk and archive, each over its own log. */
export function readingController({ path, audience, zone, fresh }: ReadingOptions): Type {
  const root = `/${path}`;

  @ApiTags('stories')
  @Controller(path)
  class ReadingController {
    constructor(
      @Inject(StoryShelf) private readonly shelf: StoryShelf,
      @Inject(StoryReader) private readonly reader: StoryReader,
    ) {}

    @Get()
    @ApiOperation({ summary: 'The stories as of a moment, the one with the newest development first' })
    @ApiOkResponse({ description: 'A page of stories' })
    async stories(
      @Query() query: KnownPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      await this.#ready();
      const { known, cursor, limit } = this.#cut(query);
      const from = cursor ? checkCursor(cursor, 'stories', null) : null;
      const page = frontPage(this.shelf, {
        known: from?.at ?? known,
        offset: from?.offset ?? 0,
        limit,
        audience,
        address: root,
      });
      sendJson(request, reply, page, { revision: 'list' });
    }

    @Get(':story')
    @ApiOperation({ summary: 'The state of a story as of a moment, of what held in the world at another' })
    @ApiOkResponse({ description: 'The state, bounded whatever the history' })
    async story(
      @Param() { story }: StoryPath,
      @Query() query: MomentsQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const found = await this.#find(story, query);
      this.#send(request, reply, found, stateView(found.story, found.shown));
    }

    @Get(':story/revisions/:revision')
    @ApiOperation({ summary: 'A fixed state of a story, by its revision' })
    @ApiOkResponse({ description: 'The state' })
    async revision(
      @Param() { story, revision }: RevisionPath,
      @Query() query: HeldQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      await this.#ready();
      const held = query.validAt === undefined ? null : parseMoment(query.validAt, zone, 'validAt');
      const found = foundOr(this.reader.at(story, Number(revision), held), root);
      this.#send(request, reply, found, stateView(found.story, found.shown), true);
    }

    @Get(':story/developments')
    @ApiOperation({ summary: 'The timeline, newest first' })
    @ApiOkResponse({ description: 'A page of developments' })
    developments(
      @Param() path: StoryPath,
      @Query() query: PageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#list('developments', path.story, query, request, reply);
    }

    @Get(':story/claims')
    @ApiOperation({ summary: 'The claims, in the order in which they were identified' })
    @ApiOkResponse({ description: 'A page of claims' })
    claims(
      @Param() path: StoryPath,
      @Query() query: PageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#list('claims', path.story, query, request, reply);
    }

    @Get(':story/questions')
    @ApiOperation({ summary: 'What is not known: the questions raised, and by what they were answered' })
    @ApiOkResponse({ description: 'A page of questions' })
    questions(
      @Param() path: StoryPath,
      @Query() query: PageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#list('questions', path.story, query, request, reply);
    }

    @Get(':story/corrections')
    @ApiOperation({ summary: 'The corrections, newest first' })
    @ApiOkResponse({ description: 'A page of corrections' })
    corrections(
      @Param() path: StoryPath,
      @Query() query: PageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#list('corrections', path.story, query, request, reply);
    }

    @Get(':story/claims/:claim')
    @ApiOperation({ summary: 'One claim with the history of its status, and why' })
    @ApiOkResponse({ description: 'The claim' })
    async claim(
      @Param() path: ClaimPath,
      @Query() query: KnownQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const found = await this.#find(path.story, query);
      const claim = claimIn(found, path.claim);
      this.#send(request, reply, found, claimPage(found.story, claim, assertionPage(found, claim, 0, PAGE)));
    }

    @Get(':story/claims/:claim/assertions')
    @ApiOperation({ summary: 'Every assertion about a claim, oldest first, and whether it stands' })
    @ApiOkResponse({ description: 'A page of assertions' })
    async assertions(
      @Param() path: ClaimPath,
      @Query() query: KnownPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const { cursor, limit } = this.#cut(query);
      const found = await this.#find(path.story, query, cursor);
      const claim = claimIn(found, path.claim);
      const offset = cursor ? checkCursor(cursor, `assertions ${path.claim}`, found.story.id).offset : 0;
      this.#send(request, reply, found, assertionPage(found, claim, offset, limit));
    }

    @Get(':story/changes')
    @ApiOperation({ summary: 'What changed between two moments' })
    @ApiOkResponse({
      description: 'Developments, claims with their status then and now, figures, corrections',
    })
    async changes(
      @Param() { story }: StoryPath,
      @Query() query: ChangesQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const from = parseMoment(query.from, zone, 'from');
      const to = parseMoment(query.to, zone, 'to');
      if (from > to) throw new Problem('query-parameter', 'from is after to: exchange them.');
      const found = await this.#find(story, { asOf: query.to });
      const before = this.reader.asOf(story, { known: from, held: null });
      const was = before.kind === 'found' ? before.story : undefined;
      this.#send(request, reply, found, changesView(was, found.story, { from, to, audience }));
    }

    async #list(list: List, name: string, query: PageQuery, request: FastifyRequest, reply: FastifyReply) {
      const { cursor, limit } = this.#cut(query);
      const found = await this.#find(name, query, cursor);
      const from = cursor ? checkCursor(cursor, list, found.story.id) : null;
      if (from && query.validAt !== undefined && from.held !== found.shown.held) throw cursorRefused();
      const shown = from ? { ...found.shown, held: from.held } : found.shown;
      this.#send(
        request,
        reply,
        found,
        listOf(found.story, shown, list, { offset: from?.offset ?? 0, limit }),
      );
    }

    /** A later page shows the revision of the first, whatever was recorded meanwhile. */
    async #find(name: string, query: MomentsQuery, cursor: Cursor | null = null): Promise<FoundStory> {
      await this.#ready();
      const known = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
      const held = query.validAt === undefined ? null : parseMoment(query.validAt, zone, 'validAt');
      const found = foundOr(this.reader.asOf(name, { known, held }), root);
      if (cursor === null) return found;
      const { at, known: asked } = cursor;
      if (at === null || at < 0 || at > found.story.revision || asked !== known) throw cursorRefused();
      return { ...foundOr(this.reader.at(name, at, held), root), shown: found.shown };
    }

    async #ready(): Promise<void> {
      // Until the log was folded once, what is not there yet is not unknown.
      if (!fresh && this.shelf.health.caughtUp) return;
      if (await this.shelf.upToDate(1_000)) return;
      throw new Problem('not-ready', 'What is recorded is not readable yet: repeat the request.', {
        headers: { 'retry-after': '1' },
      });
    }

    #cut(query: KnownPageQuery) {
      const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor);
      if (query.cursor !== undefined && cursor === null) throw cursorRefused();
      const known = query.asOf === undefined ? null : parseMoment(query.asOf, zone);
      return { known, cursor, limit: query.limit ?? PAGE };
    }

    #send(
      request: FastifyRequest,
      reply: FastifyReply,
      { story, shown }: FoundStory,
      body: object,
      fixed = shown.known !== null,
    ) {
      const held = shown.held === null ? '' : `?validAt=${iso(shown.held)}`;
      const moment = {
        'memento-datetime': new Date(story.updatedAt).toUTCString(),
        'content-location': `${shown.address}/revisions/${story.revision}${held}`,
      };
      sendJson(request, reply, body, { revision: String(story.revision), headers: fixed ? moment : {} });
    }
  }
  return ReadingController;
}

function claimIn({ story }: FoundStory, id: string): ClaimState {
  const claim = story.claims.get(id);
  if (!claim) throw new Problem('claim-unknown', 'The story has no such claim, or had none at that moment.');
  return claim;
}

function assertionPage({ story, shown }: FoundStory, claim: ClaimState, offset: number, limit: number) {
  const id = claim.claim.id;
  const moment = shown.known === null ? '' : `asOf=${iso(shown.known)}&`;
  const address = (next: number): string => {
    const cursor = encodeCursor({
      list: `assertions ${id}`,
      story: story.id,
      at: story.revision,
      known: shown.known,
      held: null,
      offset: next,
    });
    return `${shown.address}/claims/${id}/assertions?${moment}limit=${limit}&cursor=${cursor}`;
  };
  return pageOf(assertionsOf(claim), { offset, limit, address, view: (a) => assertionView(story, a) });
}
