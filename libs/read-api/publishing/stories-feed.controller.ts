import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FEED_FORMATS, feedOfStories, formatsFingerprint, type Feed, type FrontPageItem } from '#formats';
import { inLanguage, languagesAsked } from '../answers/asked-languages.js';
import { Publication } from '../answers/publication.js';
import { ReadableModel } from '../answers/readable-model.js';
import { send } from '../answers/send.js';
import { StoriesFeedQuery } from '../queries/stories.dto.js';
import { storiesCut, storiesFilter, storiesPage } from '../queries/stories-filter.js';
import { languagesIn, linksOf, once } from './feed-answers.js';
import { formatOfRoute } from './format-of-route.js';

/** The stories, in every feed format. */
@ApiTags('syndication')
@Controller()
export class StoriesFeedController {
  readonly #rendering = formatsFingerprint();

  constructor(
    private readonly readable: ReadableModel,
    private readonly publication: Publication,
  ) {}

  @Get(FEED_FORMATS.map(({ suffix }) => `stories${suffix}`))
  @ApiOperation({ summary: 'The stories as of a moment, as a feed' })
  @ApiOkResponse({ description: 'A feed' })
  async stories(
    @Query() query: StoriesFeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { readable } = this;
    const format = formatOfRoute(request, FEED_FORMATS);
    const root = readable.addressOf('stories');
    const { lang, ...filters } = query;
    const cut = storiesCut(storiesFilter(filters), readable.zone, root);
    await readable.ready(request, reply);
    const model = readable.reader;
    await model.together(() => {
      const site = this.publication.siteOf(request);
      const asked = languagesAsked(request, lang);
      const feed = once((): Feed => {
        const page = JSON.parse(storiesPage(model, cut)) as {
          readonly next: string | null;
          readonly items: readonly FrontPageItem[];
        };
        const next = page.next && inLanguage(page.next.replace(root, root + format.suffix), asked);
        const links = linksOf(request, site, next, { alternate: '/', data: root });
        return feedOfStories(page.items, site, links, asked.languages);
      });
      return send(request, reply, {
        type: format.contentType,
        revision: 'list',
        modelState: model.listVersion,
        dependsOn: [
          cut.asOf,
          cut.list,
          cut.limit,
          cut.at,
          ...cut.from,
          this.#rendering,
          request.url,
          site.origin,
          site.name,
          ...asked.languages,
        ],
        vary: 'Accept-Language',
        language: () => languagesIn(feed()),
        body: () => format.write(feed(), site),
        maxAge: readable.maxAgeOf(cut.asOf),
      });
    });
  }
}
