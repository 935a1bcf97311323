import { Controller, Get, Header, Req, Res, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newsSitemap, sitemap, SITEMAP_TYPE, type FrontPageItem, type Site } from '#formats';
import { FAVICON } from '#pages';
import { EVERY_STORY, frontPage } from '#projections';
import { send, siteOf } from '#read-api';
import type { PageSender } from './page-sender.js';

/** Stories that a sitemap names, those with the newest developments: the lists lead to the others. */
const STORIES = 1_000;

/** The controller of what programs ask for of any site: an icon, what they may read, and where the pages are. */
export function crawlersController({ readable, publication }: PageSender): Type {
  @ApiExcludeController()
  @Controller()
  class CrawlersController {
    @Get('favicon.ico')
    @Header('cache-control', 'public, max-age=86400')
    @Header('content-type', 'image/x-icon')
    favicon(@Res() reply: FastifyReply) {
      void reply.send(FAVICON);
    }

    /** RFC 9309. Pages of lists by cursor are the same stories again. */
    @Get('robots.txt')
    robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      const { origin } = siteOf(publication, request);
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
    sitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#sitemap(request, reply, sitemap);
    }

    @Get('news-sitemap.xml')
    newsSitemap(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
      return this.#sitemap(request, reply, (items, site) =>
        newsSitemap(items, site, readable.options.clock.now()),
      );
    }

    async #sitemap(
      request: FastifyRequest,
      reply: FastifyReply,
      write: (items: readonly FrontPageItem[], site: Site) => string,
    ): Promise<void> {
      await readable.ready(request, reply);
      const model = readable.reader;
      await model.together(() => {
        const site = siteOf(publication, request);
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
          // A news sitemap names what is new by the hour too.
          until: `${model.lastTold} ${Math.floor(readable.options.clock.now() / HOUR)}`,
          of: [site.origin, site.name],
          body,
          maxAge: readable.maxAgeOf(null),
        });
      });
    }
  }
  return CrawlersController;
}

const HOUR = 3_600_000;
