import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newsSitemap, sitemap, SITEMAP_TYPE, type FrontPageItem, type Site } from '#formats';
import { FAVICON } from '#pages';
import { EVERY_STORY, frontPage } from '#projections';
import { Publication, ReadableModel, send } from '#read-api';

/** Stories in a sitemap, those with the newest developments: the lists lead to the others. */
const STORIES = 1_000;
const HOUR = 3_600_000;

/** What programs ask of any site: an icon, what they may crawl, and where the pages are. */
@ApiExcludeController()
@Controller()
export class CrawlersController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly publication: Publication,
  ) {}

  @Get('favicon.ico')
  @Header('cache-control', 'public, max-age=86400')
  @Header('content-type', 'image/x-icon')
  favicon(@Res() reply: FastifyReply): void {
    void reply.send(FAVICON);
  }

  /** RFC 9309. A page with a cursor only repeats what other pages have. */
  @Get('robots.txt')
  robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const { origin } = this.publication.siteOf(request);
    const lines = [
      'User-agent: *',
      'Disallow: /v1/stream',
      'Disallow: /v1/dump',
      'Disallow: /*cursor=',
      '',
      `Sitemap: ${origin}/sitemap.xml`,
      `Sitemap: ${origin}/news-sitemap.xml`,
    ];
    void reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`);
  }

  @Get('sitemap.xml')
  async sitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#sitemap(request, reply, sitemap);
  }

  @Get('news-sitemap.xml')
  async newsSitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#sitemap(request, reply, (items, site) => newsSitemap(items, site, this.readable.clock.now()));
  }

  async #sitemap(
    request: FastifyRequest,
    reply: FastifyReply,
    write: (items: readonly FrontPageItem[], site: Site) => string,
  ): Promise<void> {
    const { readable } = this;
    await readable.ready(request, reply);
    const model = readable.reader;
    await model.together(() => {
      const site = this.publication.siteOf(request);
      const cut = {
        ...EVERY_STORY,
        asOf: null,
        at: null,
        from: [],
        limit: STORIES,
        list: '',
        address: '',
        query: '',
      };
      const body = (): string =>
        write((JSON.parse(frontPage(model, cut)) as { items: readonly FrontPageItem[] }).items, site);
      return send(request, reply, {
        type: SITEMAP_TYPE,
        revision: 'list',
        // A news sitemap also changes with the hour.
        modelState: `${model.listVersion} ${Math.floor(readable.clock.now() / HOUR)}`,
        dependsOn: [site.origin, site.name],
        body,
        maxAge: readable.maxAgeOf(null),
      });
    });
  }
}
