import { Controller, Get, Param, Query, Req, Res, UseFilters, type Type } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { jsonLdForScript, storyTag, withNames } from '#formats';
import { iso } from '#http';
import { partiesIn, storyPage } from '#pages';
import {
  neighboursOf,
  partyNames,
  statusHistory,
  storyLanguage,
  type FoundStory,
  type StateView,
} from '#projections';
import { dateOf, linkText, mementoLinks, originalOf, timeGateOf, timeMapOf } from '#read-api';
import { asksByForm, seeOther, withMoment } from './form-address.js';
import { PageFilter } from './page-filter.js';
import type { PageSender } from './page-sender.js';
import { RevisionPagePath, RevisionPageQuery, StoryPagePath, StoryPageQuery } from './pages.dto.js';

/** Moves of status that a page tells of each claim. */
const MOVES = 12;

/** The controller of the pages of one story: as of a moment, and at one of its revisions. */
export function storyPagesController(pages: PageSender): Type {
  const { readable, publication, zone } = pages;
  const { stories } = readable;

  @ApiExcludeController()
  @UseFilters(new PageFilter(publication, zone))
  @Controller('stories')
  class StoryPagesController {
    @Get(':story')
    async story(
      @Param() { story }: StoryPagePath,
      @Query() query: StoryPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      if (asksByForm(query)) return seeOther(reply, withMoment(`/stories/${story}`, query, zone));
      const moments = { asOf: pages.momentOf(query.asOf), validAt: pages.momentOf(query.validAt, 'validAt') };
      await readable.ready(request, reply);
      await this.#story(request, reply, moments.asOf, () =>
        pages.find(request, stories.asOf(story, moments)),
      );
    }

    @Get(':story/revisions/:revision')
    async revision(
      @Param() { story, revision }: RevisionPagePath,
      @Query() query: RevisionPageQuery,
      @Req() request: FastifyRequest,
      @Res() reply: FastifyReply,
    ) {
      const validAt = pages.momentOf(query.validAt, 'validAt');
      await readable.ready(request, reply);
      await this.#story(request, reply, 'fixed', () =>
        pages.find(request, stories.at(story, Number(revision), validAt)),
      );
    }

    /** One state of a story, read as of one moment of the read model. Its page also tells what came before and after it. */
    async #story(
      request: FastifyRequest,
      reply: FastifyReply,
      asOf: number | 'fixed' | null,
      findStory: () => FoundStory,
    ): Promise<void> {
      const model = readable.reader;
      await model.together(() => {
        const found = findStory();
        const neighbours = neighboursOf(model, found);
        const asked = pages.askedBy(
          request,
          asOf === 'fixed' ? found.recordedAt : asOf,
          storyLanguage(model, found),
        );
        const body = (): string => {
          const recorded = JSON.parse(stories.state(found)) as StateView;
          const state = withNames(recorded, recorded, [asked.reader.language]);
          return storyPage({
            state,
            histories: statusHistory(
              model,
              found,
              state.claims.items.map(({ id }) => id),
              MOVES,
            ),
            neighbours,
            parties: partyNames(model, partiesIn(state), found.recordedAt),
            fixed: asOf === 'fixed',
            jsonLd: jsonLdForScript(state, asked.site, [asked.reader.language]),
            ...asked,
          });
        };
        const { id, anew, revision, validAt, recordedAt } = found;
        const tag = storyTag(id);
        const { origin } = asked.site;
        const original = originalOf(origin, `/stories/${found.slug}`);
        const links =
          asOf === null
            ? [timeGateOf(origin, original), timeMapOf(origin, original)]
            : mementoLinks(stories, origin, original, found);
        return pages.send(request, reply, {
          ...asked,
          asOf: asOf === 'fixed' ? null : asOf,
          revision: String(revision),
          of: [id, anew, validAt, neighbours.latest.revision],
          until: model.lastTold,
          body,
          headers: {
            'surrogate-key': tag,
            'cache-tag': tag,
            link: linkText(links),
            ...(asOf === null
              ? {}
              : {
                  'memento-datetime': dateOf(recordedAt),
                  'content-location': `/stories/${found.slug}/revisions/${revision}${validAt === null ? '' : `?validAt=${iso(validAt)}`}`,
                }),
          },
        });
      });
    }
  }
  return StoryPagesController;
}
