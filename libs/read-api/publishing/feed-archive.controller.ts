import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FEED_FORMATS, formatsFingerprint } from '#formats';
import { Problem } from '#http';
import { languagesAsked } from '../answers/asked-languages.js';
import { Publication } from '../answers/publication.js';
import { ReadableModel } from '../answers/readable-model.js';
import { send } from '../answers/send.js';
import { StoryFinder } from '../answers/story-finder.js';
import { archivesOf, languageGiven, storyArchive } from '../formats/story-feed.js';
import { ArchivePath } from '../queries/path.dto.js';
import { StoryFeedQuery } from '../queries/publishing.dto.js';

/** The archive documents of a story's feed, in every feed format. */
@ApiTags('syndication')
@Controller('stories/:story/archive')
export class FeedArchiveController {
  readonly #rendering = formatsFingerprint();

  constructor(
    private readonly readable: ReadableModel,
    private readonly publication: Publication,
    private readonly finder: StoryFinder,
  ) {}

  @Get(':archive')
  @ApiOperation({ summary: 'An archive document of a story’s feed (RFC 5005): a hundred of its revisions' })
  @ApiOkResponse({ description: 'A feed' })
  async archive(
    @Param() { story, archive }: ArchivePath,
    @Query() { significance, lang }: StoryFeedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { readable } = this;
    const [number = '', suffix = ''] = archive.split(/(?=\.)/);
    const format = FEED_FORMATS.find((one) => one.suffix === suffix)!;
    await readable.ready(request, reply);
    await readable.reader.together(() => {
      const { stories } = readable;
      const found = this.finder.asOf(request, story);
      if (Number(number) >= archivesOf(found.revision))
        throw new Problem('not-found', 'The feed of this story has no such archive document, or not yet.');
      const site = this.publication.siteOf(request);
      const { id, lastRewrite, revision } = found;
      const asked = languagesAsked(request, lang);
      return send(request, reply, {
        type: format.contentType,
        revision: String(revision),
        dependsOn: [
          id,
          lastRewrite,
          archive,
          significance ?? null,
          this.#rendering,
          site.origin,
          site.name,
          asked.lang,
          ...asked.languages,
        ],
        vary: 'Accept-Language',
        language: () => languageGiven(stories, found, asked),
        body: () => storyArchive(stories, found, Number(number), site, { ...format, significance }, asked),
        maxAge: readable.maxAgeOf(null),
      });
    });
  }
}
