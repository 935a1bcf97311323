import { Controller, Get, Param, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { jsonLdForScript, storyTag, withNames } from '#formats';
import { iso } from '#http';
import { partiesIn, storyPage } from '#pages';
import {
  nearbyRevisions,
  partyNames,
  statusHistory,
  storyLanguage,
  type FoundStory,
  type NearbyRevisions,
  type StateView,
} from '#projections';
import { dateOf, linkText, mementoLinks, originalOf, ReadableModel, timeGateOf, timeMapOf } from '#read-api';
import { asksByForm, seeOther, withMoment } from './form-address.js';
import { PageFilter } from './page-filter.js';
import { PageSender, type Asked } from './page-sender.js';
import { RevisionPagePath, RevisionPageQuery, StoryPagePath, StoryPageQuery } from './pages.dto.js';

/** Status changes that a page shows for each claim. */
const STATUS_CHANGES = 12;

/** The pages of one story: as of a moment, and at one of its revisions. */
@ApiExcludeController()
@UseFilters(PageFilter)
@Controller('stories')
export class StoryPagesController {
  constructor(
    private readonly readable: ReadableModel,
    private readonly pages: PageSender,
  ) {}

  @Get(':story')
  async story(
    @Param() { story }: StoryPagePath,
    @Query() query: StoryPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { readable, pages } = this;
    if (asksByForm(query)) return seeOther(reply, withMoment(`/stories/${story}`, query, readable.zone));
    const moments = { asOf: pages.momentOf(query.asOf), validAt: pages.momentOf(query.validAt, 'validAt') };
    await this.#send(request, reply, moments.asOf, () =>
      pages.find(request, readable.stories.asOf(story, moments)),
    );
  }

  @Get(':story/revisions/:revision')
  async revision(
    @Param() { story, revision }: RevisionPagePath,
    @Query() query: RevisionPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const validAt = this.pages.momentOf(query.validAt, 'validAt');
    await this.#send(request, reply, 'fixed', () =>
      this.pages.find(request, this.readable.stories.at(story, Number(revision), validAt)),
    );
  }

  /** Sends one state of a story. `find` runs as of one moment of the read model. */
  async #send(
    request: FastifyRequest,
    reply: FastifyReply,
    asOf: number | 'fixed' | null,
    find: () => FoundStory,
  ): Promise<void> {
    await this.readable.ready(request, reply);
    const model = this.readable.reader;
    await model.together(() => {
      const found = find();
      const fixed = asOf === 'fixed';
      const neighbours = nearbyRevisions(model, found);
      const asked = this.pages.askedBy(request, fixed ? found.recordedAt : asOf, storyLanguage(model, found));
      const { id, lastRewrite, revision, validAt } = found;
      return this.pages.send(request, reply, {
        ...asked,
        asOf: fixed ? null : asOf,
        revision: String(revision),
        dependsOn: [id, lastRewrite, validAt, neighbours.latest.revision],
        modelState: model.listVersion,
        body: () => this.#page(found, neighbours, asked, fixed),
        headers: this.#headers(found, asked, asOf !== null),
      });
    });
  }

  #page(found: FoundStory, neighbours: NearbyRevisions, asked: Asked, fixed: boolean): string {
    const model = this.readable.reader;
    const { language } = asked.reader;
    const recorded = JSON.parse(this.readable.stories.state(found)) as StateView;
    const state = withNames(recorded, recorded, [language]);
    const claims = state.claims.items.map(({ id }) => id);
    return storyPage({
      state,
      histories: statusHistory(model, found, claims, STATUS_CHANGES),
      neighbours,
      parties: partyNames(model, partiesIn(state), found.recordedAt),
      fixed,
      jsonLd: jsonLdForScript(state, asked.site, [language]),
      ...asked,
    });
  }

  #headers(
    found: FoundStory,
    { site: { origin } }: Asked,
    isMemento: boolean,
  ): Readonly<Record<string, string>> {
    const { id, slug, revision, validAt, recordedAt } = found;
    const tag = storyTag(id);
    const original = originalOf(origin, `/stories/${slug}`);
    const tags = { 'surrogate-key': tag, 'cache-tag': tag };
    if (!isMemento)
      return { ...tags, link: linkText([timeGateOf(origin, original), timeMapOf(origin, original)]) };
    return {
      ...tags,
      link: linkText(mementoLinks(this.readable.stories, origin, original, found)),
      'memento-datetime': dateOf(recordedAt),
      'content-location': `/stories/${slug}/revisions/${revision}${validAt === null ? '' : `?validAt=${iso(validAt)}`}`,
    };
  }
}
