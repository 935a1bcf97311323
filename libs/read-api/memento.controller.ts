import { Controller, Get, Param, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#http';
import type { Reading } from '#projections';
import { send } from './answer.js';
import { foundOr } from './found-or-problem.js';
import { linkText } from './link.js';
import {
  dateOf,
  LINK_FORMAT,
  neighbours,
  originalOf,
  RESOLUTION,
  timeMap,
  timeMapOf,
  type Original,
} from './memento.js';
import { siteOf, type Publication } from './publication.js';
import type { Readable } from './readable-model.js';
import { StoryPath, TimeMapQuery } from './read-api.dto.js';

/** A resource that a time gate or a time map is asked for. */
interface Asked {
  readonly name: string;
  readonly original: (slug: string) => Original;
}

/**
 * Time gates and time maps (RFC 7089, pattern 2.1), each by the full address of the original resource, as aggregators
 * ask, and by a short one under the story.
 */
export function mementoController(readable: Readable, publication: Publication): Type {
  const { stories, options } = readable;
  const root = `/${options.stories}`;
  const pages = '/stories';
  const suffixes = ['.json', ...publication.formats.map(({ suffix }) => suffix)];

  /** A story's address under one of the two roots, with a form or without: everything else has no mementos. */
  function askedBy(request: FastifyRequest, before: string): Asked {
    const site = siteOf(publication, request).origin;
    const url = urlIn(request.raw.url ?? '', before);
    const path = url === null || url.search !== '' || url.origin !== site ? null : url.pathname;
    const under = [root, pages].find((at) => path?.startsWith(`${at}/`));
    const rest = under === undefined ? '' : path!.slice(under.length + 1);
    const [, name = null, suffix = ''] = /^([a-z0-9-]{1,100})(\.[a-z]{1,20})?$/.exec(rest) ?? [];
    if (name === null || (suffix !== '' && (under === pages || !suffixes.includes(suffix))))
      throw new Problem(
        'original-unknown',
        `This is no address of a story. Give the whole of one, such as ${site}${root}/<slug>.`,
      );
    return { name, original: (slug) => originalOf(site, `${under!}/${slug}`, suffix) };
  }

  const short = (request: FastifyRequest, story: string): Asked => {
    const site = siteOf(publication, request).origin;
    return { name: story, original: (slug) => originalOf(site, `${root}/${slug}`) };
  };

  @ApiTags('memento')
  @Controller()
  class MementoController {
    @Get('v1/timegate/*')
    @ApiOperation({ summary: 'The state of a story’s address as of Accept-Datetime (RFC 7089)' })
    @ApiResponse({ status: 302, description: 'Where that state is' })
    gate(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#gate(request, reply, askedBy(request, '/v1/timegate/'));
    }

    @Get(`${options.stories}/:story/timegate`)
    @ApiOperation({ summary: 'The same of a story, by a short address' })
    @ApiResponse({ status: 302, description: 'Where that state is' })
    shortGate(@Param() { story }: StoryPath, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#gate(request, reply, short(request, story));
    }

    @Get('v1/timemap/link/*')
    @ApiOperation({ summary: 'Every fixed state of a story’s address (RFC 7089)' })
    @ApiOkResponse({ description: 'Links, a thousand mementos a page' })
    map(@Query() { from }: TimeMapQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#map(request, reply, askedBy(request, '/v1/timemap/link/'), from ?? 0);
    }

    @Get(`${options.stories}/:story/timemap`)
    @ApiOperation({ summary: 'The same of a story, by a short address' })
    @ApiOkResponse({ description: 'Links, a thousand mementos a page' })
    shortMap(
      @Param() { story }: StoryPath,
      @Query() { from }: TimeMapQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      return this.#map(request, reply, short(request, story), from ?? 0);
    }

    /** Answers for any story that is known: before its first state with that one, after its last with that. */
    async #gate(request: FastifyRequest, reply: FastifyReply, { name, original }: Asked): Promise<void> {
      const wanted = datetimeOf(request.headers['accept-datetime']);
      await readable.ready(request, reply);
      readable.reader.together(() => {
        const { origin } = siteOf(publication, request);
        const reading = this.#closest(name, wanted);
        const found = foundOr(reading, root, `${origin}/`);
        const of = original(found.slug);
        const location = of.memento(found.revision);
        const links = [
          { href: of.href, rel: 'original' },
          timeMapOf(origin, of),
          ...neighbours(stories, of, found),
        ];
        void reply
          .headers({
            location,
            link: linkText(links),
            vary: 'Accept-Datetime, Dateline-Position',
            'cache-control': 'no-cache',
          })
          .status(302)
          .send();
      });
    }

    #closest(name: string, wanted: number | null): Reading {
      // A date of HTTP names a whole second: of several states in it the last.
      const asOf = wanted === null ? null : wanted + RESOLUTION - 1;
      const reading = stories.asOf(name, { asOf, validAt: null });
      return reading.kind === 'not-yet' ? stories.at(name, 0) : reading;
    }

    /** The map of a story that is withheld stays, and lists nothing. */
    async #map(
      request: FastifyRequest,
      reply: FastifyReply,
      { name, original }: Asked,
      from: number,
    ): Promise<void> {
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        const { origin } = siteOf(publication, request);
        const reading = stories.asOf(name, { asOf: null, validAt: null });
        const found = reading.kind === 'withheld' ? null : foundOr(reading, root);
        const slug = found?.slug ?? (reading as { readonly slug: string }).slug;
        const { href } = original(slug);
        return send(request, reply, {
          type: LINK_FORMAT,
          revision: found === null ? 'withheld' : String(found.revision),
          of: ['timemap', href, from, found?.anew ?? null],
          body: () =>
            `${linkText(timeMap(model, origin, original(slug), found?.story ?? null, from), ',\n')}\n`,
          maxAge: readable.maxAgeOf(null),
        });
      });
    }
  }
  return MementoController;
}

/** The address that stands at the end of another, as it is or percent-encoded; null where it is none. */
function urlIn(address: string, before: string): URL | null {
  const [path = ''] = address.split('?', 1);
  const rest = path.slice(path.indexOf(before) + before.length);
  try {
    return new URL(/^https?:\/\//i.test(rest) ? rest : decodeURIComponent(rest));
  } catch {
    return null;
  }
}

const DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** The moment that `Accept-Datetime` asks for; null without one. @throws Problem `header-form` */
function datetimeOf(header: string | string[] | undefined): number | null {
  if (header === undefined) return null;
  const text = String(header).trim();
  const at = DATE.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(at) && dateOf(at) === text) return at;
  throw new Problem(
    'header-form',
    'Accept-Datetime is no date of RFC 1123 in GMT. Give one such as Thu, 01 Dec 2016 12:00:00 GMT.',
  );
}
