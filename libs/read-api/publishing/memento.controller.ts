import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OWN_JSON, STORY_FORMATS } from '#formats';
import { Problem } from '#http';
import type { Reading } from '#projections';
import { foundOr } from '../answers/found-or-problem.js';
import { linkText } from '../answers/link.js';
import { Publication } from '../answers/publication.js';
import { ReadableModel } from '../answers/readable-model.js';
import { send } from '../answers/send.js';
import { NOW, StoryFinder } from '../answers/story-finder.js';
import {
  datetimeOf,
  LINK_FORMAT,
  neighbours,
  originalOf,
  RESOLUTION,
  timeMap,
  timeMapOf,
  type Original,
} from '../formats/memento.js';
import { StoryPath } from '../queries/path.dto.js';
import { TimeMapQuery } from '../queries/publishing.dto.js';

/** A resource whose time gate or time map a request names. */
interface Requested {
  /** The story, as the address names it. */
  readonly name: string;
  readonly original: (slug: string) => Original;
}

const SUFFIXES: readonly string[] = [OWN_JSON, ...STORY_FORMATS].map(({ suffix }) => suffix);
const PAGES = '/stories';

/**
 * Time gates and time maps (RFC 7089, pattern 2.1). Aggregators ask by the full address of the original resource; a short
 * address under the story does the same.
 */
@ApiTags('memento')
@Controller()
export class MementoController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly publication: Publication,
    private readonly finder: StoryFinder,
  ) {}

  @Get('timegate/*')
  @ApiOperation({ summary: 'The memento of a story as of Accept-Datetime (RFC 7089), by the full address' })
  @ApiResponse({ status: 302, description: 'The address of the memento' })
  async gate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#gate(request, reply, this.#byFullAddress(request, '/v1/timegate/'));
  }

  @Get('stories/:story/timegate')
  @ApiOperation({ summary: 'The memento of a story as of Accept-Datetime, by a short address' })
  @ApiResponse({ status: 302, description: 'The address of the memento' })
  async shortGate(
    @Param() { story }: StoryPath,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#gate(request, reply, this.#byStory(request, story));
  }

  @Get('timemap/link/*')
  @ApiOperation({ summary: 'All mementos of a story (RFC 7089), by the full address' })
  @ApiOkResponse({ description: 'Links, a thousand mementos a page' })
  async map(
    @Query() { from }: TimeMapQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#map(request, reply, this.#byFullAddress(request, '/v1/timemap/link/'), from ?? 0);
  }

  @Get('stories/:story/timemap')
  @ApiOperation({ summary: 'All mementos of a story, by a short address' })
  @ApiOkResponse({ description: 'Links, a thousand mementos a page' })
  async shortMap(
    @Param() { story }: StoryPath,
    @Query() { from }: TimeMapQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#map(request, reply, this.#byStory(request, story), from ?? 0);
  }

  /** Only a story has mementos: as JSON, in another format, or as a page. @throws Problem `original-unknown` */
  #byFullAddress(request: FastifyRequest, before: string): Requested {
    const site = this.publication.siteOf(request).origin;
    const root = this.readable.addressOf('stories');
    const url = urlIn(request.raw.url ?? '', before);
    const path = url === null || url.search !== '' || url.origin !== site ? null : url.pathname;
    const under = [root, PAGES].find((at) => path?.startsWith(`${at}/`));
    const rest = under === undefined ? '' : path!.slice(under.length + 1);
    const [, name = null, suffix = ''] = /^([a-z0-9-]{1,100})(\.[a-z]{1,20})?$/.exec(rest) ?? [];
    if (name === null || (suffix !== '' && (under === PAGES || !SUFFIXES.includes(suffix))))
      throw new Problem(
        'original-unknown',
        `That is not the address of a story. Give a full one, such as ${site}${root}/<slug>.`,
      );
    return { name, original: (slug) => originalOf(site, `${under!}/${slug}`, suffix) };
  }

  #byStory(request: FastifyRequest, story: string): Requested {
    const { origin } = this.publication.siteOf(request);
    const root = this.readable.addressOf('stories');
    return { name: story, original: (slug) => originalOf(origin, `${root}/${slug}`) };
  }

  /** Redirects to the closest state: before the first one to the first, after the last one to the last. */
  async #gate(request: FastifyRequest, reply: FastifyReply, { name, original }: Requested): Promise<void> {
    const wanted = datetimeOf(request.headers['accept-datetime']);
    await this.readable.ready(request, reply);
    this.readable.reader.together(() => {
      const { origin } = this.publication.siteOf(request);
      const found = this.finder.found(request, this.#closest(name, wanted));
      const of = original(found.slug);
      const location = of.memento(found.revision);
      const links = [
        { href: of.href, rel: 'original' },
        timeMapOf(origin, of),
        ...neighbours(this.readable.stories, of, found),
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
    const { stories } = this.readable;
    // An HTTP date names a whole second: of several states in it, the last.
    const asOf = wanted === null ? null : wanted + RESOLUTION - 1;
    const reading = stories.asOf(name, { asOf, validAt: null });
    return reading.kind === 'not-yet' ? stories.at(name, 0) : reading;
  }

  /** A withheld story still has a map, which is empty. */
  async #map(
    request: FastifyRequest,
    reply: FastifyReply,
    { name, original }: Requested,
    from: number,
  ): Promise<void> {
    await this.readable.ready(request, reply);
    const model = this.readable.reader;
    await model.together(() => {
      const { origin } = this.publication.siteOf(request);
      const reading = this.readable.stories.asOf(name, NOW);
      const found = reading.kind === 'withheld' ? null : foundOr(reading, this.readable.addressOf('stories'));
      const slug = found?.slug ?? (reading as { readonly slug: string }).slug;
      const of = original(slug);
      return send(request, reply, {
        type: LINK_FORMAT,
        revision: found === null ? 'withheld' : String(found.revision),
        dependsOn: ['timemap', of.href, from, found?.lastRewrite ?? null],
        body: () => `${linkText(timeMap(model, origin, of, found?.story ?? null, from), ',\n')}\n`,
        maxAge: this.readable.maxAgeOf(null),
      });
    });
  }
}

/** The URL at the end of another address, either as it is or percent-encoded; null if there is none. */
function urlIn(address: string, before: string): URL | null {
  const [path = ''] = address.split('?', 1);
  const rest = path.slice(path.indexOf(before) + before.length);
  try {
    return new URL(/^https?:\/\//i.test(rest) ? rest : decodeURIComponent(rest));
  } catch {
    return null;
  }
}
