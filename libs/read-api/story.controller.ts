import { Controller, Get, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatsFingerprint, storyTag } from '#formats';
import { dayIn, parseMoment, Problem } from '#http';
import {
  iso,
  listNamed,
  withheldView,
  type FoundStory,
  type List,
  type ListFilter,
  type Moments,
  type Reading,
  type StateView,
} from '#projections';
import { ApiPosition } from './api-position.js';
import { inLanguage, languagesAsked, type AskedLanguages } from './asked-languages.js';
import { send } from './answer.js';
import { cursorOf, cursorRefused, foundOr } from './found-or-problem.js';
import { languageGiven, storyFeed } from './feed-text.js';
import { JSON_UTF8, named, negotiated, type Form } from './form.js';
import { linkText, type Link } from './link.js';
import { filterOf, type Chosen } from './list-filter.js';
import { mementoLinks, originalOf, dateOf, timeGateOf, timeMapOf } from './memento.js';
import { siteOf } from './publication.js';
import { QueryAs } from './query-as.js';
import type { Readable } from './readable-model.js';
import { isTable, sendTable, tableIsWhole, wantsTable } from './table.js';
import {
  ChangesQuery,
  ClaimPath,
  ClaimsQuery,
  ClaimsTableQuery,
  DevelopmentsQuery,
  DevelopmentsTableQuery,
  FormQuery,
  ValidAtFormQuery,
  ValidAtQuery,
  LanguageQuery,
  AsOfPageQuery,
  AsOfQuery,
  MomentsQuery,
  PageQuery,
  RevisionPath,
  StatePath,
  StateQuery,
  StoryPath,
  VariablePath,
} from './read-api.dto.js';

const PAGE = 20;

/** The controller of all that is read of one story: the same for desk and archive, each over its own log. */
export function readingController(readable: Readable): Type {
  const { stories, options } = readable;
  const { zone, publication } = options;
  const root = `/${options.stories}`;
  /** What the formats make of a sample: where they make something else of it, they are other bytes. */
  const rendering = publication === null ? null : formatsFingerprint();
  const blockedBy = (request: FastifyRequest): string | null =>
    publication && `${siteOf(publication, request).origin}/`;
  const find = (request: FastifyRequest, name: string, moments: Moments): FoundStory =>
    foundOr(stories.asOf(name, moments), root, blockedBy(request));
  const momentsOf = ({ asOf, validAt }: MomentsQuery): Moments => ({
    asOf: asOf === undefined ? null : parseMoment(asOf, zone),
    validAt: validAt === undefined ? null : parseMoment(validAt, zone, 'validAt'),
  });

  @ApiTags('stories')
  @ApiPosition()
  @Controller(options.stories)
  class ReadingController {
    @Get(':story')
    @QueryAs(publication === null ? StateQuery : FormQuery)
    @ApiOperation({ summary: 'The state of a story as of a moment, of what held in the world at another' })
    @ApiOkResponse({ description: 'The state, bounded whatever the history' })
    async story(
      @Param() { story }: StatePath,
      @Query() query: StateQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const moments = momentsOf(query);
      const asked = this.#form(request, story, query);
      const { significance } = query;
      if (significance && !asked.form?.write) throw chosenElsewhere();
      await readable.ready(request, reply);
      await this.#answer(request, reply, () => {
        const reading = stories.asOf(asked.name, moments);
        if (this.#canceled(request, reply, reading, asked)) return null;
        const found = foundOr(reading, root, blockedBy(request));
        const state = this.#state(request, found, asked, significance);
        return { ...state, ...asked, found, asOf: moments.asOf };
      });
    }

    @Get(':story/revisions/:revision')
    @QueryAs(publication === null ? ValidAtQuery : ValidAtFormQuery)
    @ApiOperation({ summary: 'A fixed state of a story, by its revision' })
    @ApiOkResponse({ description: 'The state' })
    async revision(
      @Param() { story, revision }: RevisionPath,
      @Query() query: ValidAtQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const { validAt } = momentsOf(query);
      const asked = this.#form(request, revision, query);
      await readable.ready(request, reply);
      await this.#answer(request, reply, () => {
        const reading = stories.at(story, Number(asked.name), validAt);
        if (this.#canceled(request, reply, reading, asked)) return null;
        const found = foundOr(reading, root, blockedBy(request));
        return { ...this.#state(request, found, asked), ...asked, found, asOf: 'fixed' };
      });
    }

    @Get(':story/developments')
    @QueryAs(publication === null ? DevelopmentsQuery : DevelopmentsTableQuery)
    @ApiOperation({ summary: 'The timeline, newest first' })
    @ApiOkResponse({ description: 'A page of developments' })
    developments(
      @Param() path: StoryPath,
      @Query() query: DevelopmentsQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#list('developments', path.story, query, request, reply);
    }

    @Get(':story/developments/counts')
    @ApiOperation({ summary: 'How many developments there are, by kind and by day, newest first' })
    @ApiOkResponse({ description: 'The counts, and a page of days' })
    async developmentCounts(
      @Param() { story }: StoryPath,
      @Query() query: AsOfPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      await this.#page(request, reply, { name: story, query, list: 'developments/counts' }, (found, from) =>
        stories.developmentCounts(found, dayIn(zone), { from, limit: query.limit ?? PAGE }),
      );
    }

    @Get(':story/claims')
    @QueryAs(publication === null ? ClaimsQuery : ClaimsTableQuery)
    @ApiOperation({
      summary: 'The claims: those that the newsroom judged, those of key developments, all others',
    })
    @ApiOkResponse({ description: 'A page of claims' })
    claims(
      @Param() path: StoryPath,
      @Query() query: ClaimsQuery,
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
      @Query() query: AsOfQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const moments = momentsOf(query);
      await readable.ready(request, reply);
      await this.#answer(request, reply, () => {
        const found = find(request, story, moments);
        const body = (): string => stories.claim(found, claim, PAGE) ?? noClaim();
        return { found, body, of: ['claim', claim], asOf: moments.asOf };
      });
    }

    @Get(':story/claims/:claim/assertions')
    @ApiOperation({ summary: 'Every assertion about a claim, oldest first, and whether it stands' })
    @ApiOkResponse({ description: 'A page of assertions' })
    async assertions(
      @Param() { story, claim }: ClaimPath,
      @Query() query: AsOfPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const cut = (found: FoundStory, from: readonly number[]): string =>
        stories.assertions(found, claim, { from, limit: query.limit ?? PAGE }) ?? noClaim();
      await this.#page(request, reply, { name: story, query, list: `claims/${claim}/assertions` }, cut);
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
      await this.#page(request, reply, { name: story, query, list: `variables/${variable}` }, cut);
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
      await this.#answer(request, reply, () => {
        const found = find(request, story, { asOf: to, validAt: null });
        const before = stories.asOf(story, { asOf: from, validAt: null });
        const was = before.kind === 'found' ? before.found : undefined;
        const body = (): string => stories.changes(was, found, { from, to });
        return { found, body, of: ['changes', from, was?.revision ?? -1], asOf: to };
      });
    }

    #list(list: List, name: string, query: PageQuery & Chosen, request: FastifyRequest, reply: FastifyReply) {
      const { limit, cursor } = query;
      const filter = filterOf(query, zone);
      const table = publication !== null && isTable(list) && wantsTable(request.headers.accept);
      if (table && (limit ?? cursor) !== undefined) throw tableIsWhole();
      if (table) {
        const asked = { story: name, ...query, filter };
        return sendTable(readable, publication, list, asked, request, reply, 'Accept');
      }
      return this.#page(request, reply, { name, query, list, filter }, (found, from) =>
        stories.list(found, list, { from, limit: query.limit ?? PAGE, filter }),
      );
    }

    /** A page shows the revision that its cursor names, whatever was recorded meanwhile. */
    async #page(
      request: FastifyRequest,
      reply: FastifyReply,
      { name, query, list: path, filter = {} }: Paged,
      cut: (found: FoundStory, from: readonly number[]) => string,
    ): Promise<void> {
      const list = listNamed(path, filter);
      const moments = momentsOf(query);
      const limit = query.limit ?? 0;
      const varies = {
        paged: true,
        ...(publication !== null && isTable(path) ? { vary: 'Accept' } : {}),
      } as const;
      await readable.ready(request, reply);
      await this.#answer(request, reply, () => {
        const now = find(request, name, moments);
        const cursor = cursorOf(query.cursor, { list, story: now.id, asOf: null });
        if (cursor === null)
          return { found: now, body: () => cut(now, []), of: [list, limit], asOf: moments.asOf, ...varies };
        const { at, validAt, from } = cursor;
        if (at === null || at < 0 || at > now.revision) throw cursorRefused();
        if (query.asOf !== undefined && at !== now.revision) throw cursorRefused();
        if (query.validAt !== undefined && validAt !== now.validAt) throw cursorRefused();
        const found = foundOr(stories.at(name, at, validAt), root);
        return {
          found,
          body: () => cut(found, from),
          of: [list, limit, ...from],
          asOf: 'fixed',
          ...varies,
        };
      });
    }

    /** What an address names, and in which form it is asked for: by its suffix, or else by `Accept`. */
    #form(request: FastifyRequest, path: string, query: object): AskedForm {
      const formats = publication?.formats ?? [];
      const asked = languagesAsked(request, (query as LanguageQuery).lang);
      const suffixed = named(path, formats);
      if (suffixed) return { ...suffixed, asked, ...(suffixed.form ? { vary: 'Accept-Language' } : {}) };
      if (formats.length === 0) return { name: path, form: null, asked };
      const form = negotiated(request.headers.accept, formats);
      return { name: path, form, asked, vary: form ? 'Accept, Accept-Language' : 'Accept' };
    }

    #state(request: FastifyRequest, found: FoundStory, { form, asked }: AskedForm, significance?: 'key') {
      if (form === null || publication === null)
        return { body: () => stories.served(found), of: ['state'], type: JSON_UTF8 };
      const site = siteOf(publication, request);
      const { suffix, write } = form;
      const body = (): string =>
        write
          ? storyFeed(stories, found, site, { suffix, write, significance }, asked)
          : form.render(JSON.parse(stories.state(found)) as StateView, site, asked.languages);
      return {
        body,
        of: [
          form.name,
          rendering,
          site.origin,
          site.name,
          significance ?? null,
          asked.lang,
          ...asked.languages,
        ],
        type: form.type,
        language: () => languageGiven(stories, found, asked),
      };
    }

    /** Answers with what is read as of one moment of the read model. */
    async #answer(request: FastifyRequest, reply: FastifyReply, read: () => Answer | null): Promise<void> {
      await readable.reader.together(() => {
        const answer = read();
        if (answer === null) return;
        const { found, body, of, asOf, type = JSON_UTF8, form, vary, paged, language, asked } = answer;
        const { id, anew, validAt, revision } = found;
        const suffix = form?.suffix ?? '';
        const fixed = asOf !== null;
        const world = validAt === null ? '' : `?validAt=${iso(validAt)}`;
        const address = `${stories.addressOf(found)}/revisions/${revision}${suffix}${world}`;
        const moment = {
          'memento-datetime': dateOf(found.recordedAt),
          'content-location': form && asked ? inLanguage(address, asked) : address,
        };
        const links = form === undefined ? [] : this.#links(request, found, form, fixed);
        return send(request, reply, {
          type,
          revision: String(revision),
          of: [id, anew, found.asOf, validAt, ...of],
          body,
          maxAge: readable.maxAgeOf(asOf === 'fixed' ? null : asOf),
          ...(vary === undefined ? {} : { vary }),
          ...(paged ? { paged } : {}),
          ...(language ? { language } : {}),
          headers: {
            ...(fixed ? moment : {}),
            ...(links.length > 0 ? { link: linkText(links) } : {}),
            ...(publication === null ? {} : { 'surrogate-key': storyTag(id), 'cache-tag': storyTag(id) }),
          },
        });
      });
    }

    /** Of a story that is withheld some forms have words of their own: ninjs takes it back. */
    #canceled(
      request: FastifyRequest,
      reply: FastifyReply,
      reading: Reading,
      { form, vary, asked }: AskedForm,
    ): boolean {
      if (publication === null || reading.kind !== 'withheld' || !form?.cancel) return false;
      const site = siteOf(publication, request);
      const { slug, withheld } = reading;
      void reply
        .status(withheld.how === 'killed' ? 410 : 451)
        .headers({
          'cache-control': 'no-store',
          link: linkText([{ href: `${site.origin}/`, rel: 'blocked-by' }]),
          ...(vary === undefined ? {} : { vary }),
        })
        .type(form.type)
        // As bytes, for Fastify adds to a string a charset that JSON does not have.
        .send(Buffer.from(form.cancel({ slug }, withheldView(withheld)!, site, asked.languages)));
      return true;
    }

    /** Of a state: a fixed one is a memento (RFC 7089, pattern 2.1), the others lead to them, and to its other forms. */
    #links(request: FastifyRequest, found: FoundStory, form: Form, fixed: boolean): readonly Link[] {
      if (publication === null) return [];
      const { origin } = siteOf(publication, request);
      const address = stories.addressOf(found);
      const original = originalOf(origin, address, form?.suffix);
      if (fixed) return mementoLinks(stories, origin, original, found);
      const others = publication.formats
        .filter(({ name }) => name !== form?.name)
        .map(({ suffix, mediaType }) => ({
          href: `${origin}${address}${suffix}`,
          rel: 'alternate',
          type: mediaType,
        }));
      return [timeGateOf(origin, original), timeMapOf(origin, original), ...others];
    }
  }
  return ReadingController;
}

/** A list of which a page is asked for. */
interface Paged {
  readonly name: string;
  readonly query: PageQuery;
  readonly list: string;
  readonly filter?: ListFilter;
}

/** A story's state in one of its forms, with its words in the languages that are asked for. */
interface AskedForm extends Vary {
  readonly name: string;
  readonly form: Form;
  readonly asked: AskedLanguages;
}

interface Vary {
  readonly vary?: string;
  readonly paged?: true;
}

/** What is found, and how it is told. `known` is the moment it was asked for; null for now, `fixed` for one revision. */
interface Answer extends Vary {
  readonly found: FoundStory;
  readonly body: () => string | Buffer;
  readonly of: readonly (string | number | null)[];
  readonly asOf: number | 'fixed' | null;
  readonly type?: string;
  /** Of a state: in which form. */
  readonly form?: Form;
  readonly asked?: AskedLanguages;
  readonly language?: () => readonly string[];
}

function chosenElsewhere(): Problem {
  const detail =
    'significance chooses the developments of a feed (.atom, .jsonfeed) or of the list of developments.';
  return new Problem('query-parameter', detail, { errors: [{ parameter: 'significance', detail }] });
}

function noVariable(): never {
  throw new Problem('variable-unknown', 'No claim of the story measures that, or none did at that moment.');
}

function noClaim(): never {
  throw new Problem('claim-unknown', 'The story has no such claim, or had none at that moment.');
}
