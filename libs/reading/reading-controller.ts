import { Controller, Get, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseMoment, Problem } from '#nest';
import { iso, type FoundStory, type List, type Moments } from '#projections';
import { ApiPosition } from './api-position.js';
import { sendJson, type Representation } from './answer.js';
import { cursorOf, cursorRefused, foundOr } from './barrier.js';
import type { Readable } from './readable.js';
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
  VariablePath,
} from './reading.dto.js';

const PAGE = 20;

/** The controller of all that is read of one story: the same for desk and archive, each over its own log. */
export function readingController(readable: Readable): Type {
  const { stories, options } = readable;
  const { zone } = options;
  const root = `/${options.stories}`;
  const find = (name: string, moments: Moments): FoundStory => foundOr(stories.asOf(name, moments), root);
  const momentsOf = ({ asOf, validAt }: MomentsQuery): Moments => ({
    known: asOf === undefined ? null : parseMoment(asOf, zone),
    held: validAt === undefined ? null : parseMoment(validAt, zone, 'validAt'),
  });

  @ApiTags('stories')
  @ApiPosition()
  @Controller(options.stories)
  class ReadingController {
    @Get(':story')
    @ApiOperation({ summary: 'The state of a story as of a moment, of what held in the world at another' })
    @ApiOkResponse({ description: 'The state, bounded whatever the history' })
    async story(
      @Param() { story }: StoryPath,
      @Query() query: MomentsQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const moments = momentsOf(query);
      await readable.ready(request, reply);
      this.#answer(request, reply, () => {
        const found = find(story, moments);
        return { found, body: stories.served(found), fixed: moments.known !== null };
      });
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
      const { held } = momentsOf(query);
      await readable.ready(request, reply);
      this.#answer(request, reply, () => {
        const found = foundOr(stories.at(story, Number(revision), held), root);
        return { found, body: stories.served(found), fixed: true };
      });
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
      @Param() { story, claim }: ClaimPath,
      @Query() query: KnownQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const moments = momentsOf(query);
      await readable.ready(request, reply);
      this.#answer(request, reply, () => {
        const found = find(story, moments);
        const body = stories.claim(found, claim, PAGE) ?? noClaim();
        return { found, body, fixed: moments.known !== null };
      });
    }

    @Get(':story/claims/:claim/assertions')
    @ApiOperation({ summary: 'Every assertion about a claim, oldest first, and whether it stands' })
    @ApiOkResponse({ description: 'A page of assertions' })
    async assertions(
      @Param() { story, claim }: ClaimPath,
      @Query() query: KnownPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const cut = (found: FoundStory, from: readonly number[]): string =>
        stories.assertions(found, claim, { from, limit: query.limit ?? PAGE }) ?? noClaim();
      await this.#page(request, reply, story, query, `claims/${claim}/assertions`, cut);
    }

    @Get(':story/variables/:variable')
    @ApiOperation({
      summary:
        'What a variable measured over world time, a series for each origin; with validAt what was in force then',
    })
    @ApiOkResponse({ description: 'A page of values, by origin and by the time for which they were given' })
    async variable(
      @Param() { story, variable }: VariablePath,
      @Query() query: PageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const cut = (found: FoundStory, from: readonly number[]): string =>
        stories.series(found, variable, { from, limit: query.limit ?? 100 }) ?? noVariable();
      await this.#page(request, reply, story, query, `variables/${variable}`, cut);
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
      await readable.ready(request, reply);
      this.#answer(request, reply, () => {
        const found = find(story, { known: to, held: null });
        const before = stories.asOf(story, { known: from, held: null });
        const was = before.kind === 'found' ? before.found : undefined;
        return { found, body: stories.changes(was, found, { from, to }), fixed: true };
      });
    }

    #list(list: List, name: string, query: PageQuery, request: FastifyRequest, reply: FastifyReply) {
      return this.#page(request, reply, name, query, list, (found, from) =>
        stories.list(found, list, { from, limit: query.limit ?? PAGE }),
      );
    }

    /** A page shows the revision that its cursor names, whatever was recorded meanwhile. */
    async #page(
      request: FastifyRequest,
      reply: FastifyReply,
      name: string,
      query: PageQuery,
      list: string,
      cut: (found: FoundStory, from: readonly number[]) => string,
    ): Promise<void> {
      const moments = momentsOf(query);
      await readable.ready(request, reply);
      this.#answer(request, reply, () => {
        const now = find(name, moments);
        const cursor = cursorOf(query.cursor, { list, story: now.id, known: null });
        if (cursor === null) return { found: now, body: cut(now, []), fixed: moments.known !== null };
        const { at, held, from } = cursor;
        if (at === null || at < 0 || at > now.revision) throw cursorRefused();
        if (query.asOf !== undefined && at !== now.revision) throw cursorRefused();
        if (query.validAt !== undefined && held !== now.held) throw cursorRefused();
        const found = foundOr(stories.at(name, at, held), root);
        return { found, body: cut(found, from), fixed: true };
      });
    }

    /** Answers with what is read as of one moment of the read model. */
    #answer(request: FastifyRequest, reply: FastifyReply, read: () => Answer): void {
      const { found, body, fixed } = readable.reader.together(read);
      const held = found.held === null ? '' : `?validAt=${iso(found.held)}`;
      const moment = {
        'memento-datetime': new Date(found.recordedAt).toUTCString(),
        'content-location': `${stories.addressOf(found)}/revisions/${found.revision}${held}`,
      };
      sendJson(request, reply, body, { revision: String(found.revision), headers: fixed ? moment : {} });
    }
  }
  return ReadingController;
}

/** What is found, as it is sent; `fixed` where it was asked for as of a moment. */
interface Answer {
  readonly found: FoundStory;
  readonly body: string | Representation;
  readonly fixed: boolean;
}

function noVariable(): never {
  throw new Problem('variable-unknown', 'No claim of the story measures that, or none did at that moment.');
}

function noClaim(): never {
  throw new Problem('claim-unknown', 'The story has no such claim, or had none at that moment.');
}
