import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FEED_FORMATS, formatsFingerprint, STORY_FORMATS } from '#formats';
import { Problem } from '#http';
import { withheldView, type FoundStory, type Reading, type StateView } from '#projections';
import { inLanguage, languagesAsked, type AskedLanguages } from '../answers/asked-languages.js';
import { linkText, type Link } from '../answers/link.js';
import { ReadableModel } from '../answers/readable-model.js';
import { StoryFinder } from '../answers/story-finder.js';
import { mementoLinks, originalOf, timeGateOf, timeMapOf } from '../formats/memento.js';
import {
  formatByAccept,
  formatBySuffix,
  JSON_UTF8,
  type RequestedFormat,
} from '../formats/requested-format.js';
import { languageGiven, storyFeed } from '../formats/story-feed.js';
import type { RevisionFormatQuery, StateFormatQuery } from '../queries/story.dto.js';
import { StoryAnswers, type StoryAnswer } from './story-answers.js';

/** The format and the languages that a request asks for. */
interface Requested {
  readonly format: RequestedFormat;
  readonly languages: AskedLanguages;
  /** Request headers that chose them. */
  readonly vary?: string;
}

/** Sends the state of a story: as JSON, and on a published surface in every other format. */
@Injectable()
export class StoryStates {
  /** Another version of Dateline may render a revision differently: then its ETag differs too. */
  readonly #rendering: string | null;

  constructor(
    private readonly readable: ReadableModel,
    private readonly finder: StoryFinder,
    private readonly answers: StoryAnswers,
  ) {
    this.#rendering = readable.publication && formatsFingerprint();
  }

  /** `path` is the story's name, with or without the suffix of a format. */
  async sendState(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    query: StateFormatQuery,
  ): Promise<void> {
    const moments = this.finder.momentsOf(query);
    const { name, requested } = this.#requested(request, path, query.lang);
    const { significance } = query;
    if (significance && requested.format?.kind !== 'feed') throw significanceOfNoFeed();
    await this.answers.send(request, reply, () => {
      const reading = this.readable.stories.asOf(name, moments);
      return this.#answer(request, reply, reading, requested, moments.asOf, significance);
    });
  }

  /** `path` is the number of the revision, with or without the suffix of a format. */
  async sendRevision(
    request: FastifyRequest,
    reply: FastifyReply,
    { story, revision: path }: { readonly story: string; readonly revision: string },
    query: RevisionFormatQuery,
  ): Promise<void> {
    const { validAt } = this.finder.momentsOf(query);
    const { name, requested } = this.#requested(request, path, query.lang);
    await this.answers.send(request, reply, () => {
      const reading = this.readable.stories.at(story, Number(name), validAt);
      return this.#answer(request, reply, reading, requested, 'fixed');
    });
  }

  /** The suffix of the address decides the format; without one, the `Accept` header does. */
  #requested(
    request: FastifyRequest,
    path: string,
    lang: string | undefined,
  ): { readonly name: string; readonly requested: Requested } {
    const formats = this.readable.publication === null ? [] : STORY_FORMATS;
    const languages = languagesAsked(request, lang);
    const suffixed = formatBySuffix(path, formats);
    if (suffixed) {
      const { name, format } = suffixed;
      return { name, requested: { format, languages, ...(format ? { vary: 'Accept-Language' } : {}) } };
    }
    if (formats.length === 0) return { name: path, requested: { format: null, languages } };
    const format = formatByAccept(request.headers.accept, formats);
    return {
      name: path,
      requested: { format, languages, vary: format ? 'Accept, Accept-Language' : 'Accept' },
    };
  }

  #answer(
    request: FastifyRequest,
    reply: FastifyReply,
    reading: Reading,
    requested: Requested,
    asOf: StoryAnswer['asOf'],
    significance?: 'key',
  ): StoryAnswer | null {
    if (this.#cancels(request, reply, reading, requested)) return null;
    const found = this.finder.found(request, reading);
    const { format, languages, vary } = requested;
    const links = this.#links(request, found, format, asOf !== null);
    return {
      found,
      asOf,
      ...this.#rendered(request, found, requested, significance),
      ...(vary === undefined ? {} : { vary }),
      ...(format
        ? { suffix: format.suffix, located: (address: string) => inLanguage(address, languages) }
        : {}),
      headers: links.length > 0 ? { link: linkText(links) } : {},
    };
  }

  #rendered(
    request: FastifyRequest,
    found: FoundStory,
    { format, languages: asked }: Requested,
    significance: 'key' | undefined,
  ): Pick<StoryAnswer, 'body' | 'dependsOn' | 'type' | 'language'> {
    const { stories, publication } = this.readable;
    if (format === null || publication === null)
      return { body: () => stories.served(found), dependsOn: ['state'], type: JSON_UTF8 };
    const site = publication.siteOf(request);
    return {
      body: () =>
        format.kind === 'feed'
          ? storyFeed(stories, found, site, { ...format, significance }, asked)
          : format.render(JSON.parse(stories.state(found)) as StateView, site, asked.languages),
      dependsOn: [
        format.name,
        this.#rendering,
        site.origin,
        site.name,
        significance ?? null,
        asked.lang,
        ...asked.languages,
      ],
      type: format.contentType,
      language: () => languageGiven(stories, found, asked),
    };
  }

  /** Some formats can say that a story is withheld: ninjs cancels it. True if that was sent. */
  #cancels(
    request: FastifyRequest,
    reply: FastifyReply,
    reading: Reading,
    { format, languages: { languages }, vary }: Requested,
  ): boolean {
    const { publication } = this.readable;
    if (publication === null || reading.kind !== 'withheld' || !format?.cancel) return false;
    const site = publication.siteOf(request);
    const { slug, withheld } = reading;
    void reply
      .status(withheld.how === 'killed' ? 410 : 451)
      .headers({
        'cache-control': 'no-store',
        link: linkText([{ href: `${site.origin}/`, rel: 'blocked-by' }]),
        ...(vary === undefined ? {} : { vary }),
      })
      .type(format.contentType)
      // As bytes: to a string Fastify adds a charset, which JSON does not have.
      .send(Buffer.from(format.cancel({ slug }, withheldView(withheld)!, site, languages)));
    return true;
  }

  /** A fixed state is a memento (RFC 7089, pattern 2.1). The present one links to its mementos and other formats. */
  #links(
    request: FastifyRequest,
    found: FoundStory,
    format: RequestedFormat,
    fixed: boolean,
  ): readonly Link[] {
    const { stories, publication } = this.readable;
    if (publication === null) return [];
    const { origin } = publication.siteOf(request);
    const address = stories.addressOf(found);
    const original = originalOf(origin, address, format?.suffix);
    if (fixed) return mementoLinks(stories, origin, original, found);
    const others = STORY_FORMATS.filter(({ name }) => name !== format?.name).map(({ suffix, mediaType }) => ({
      href: `${origin}${address}${suffix}`,
      rel: 'alternate',
      type: mediaType,
    }));
    return [timeGateOf(origin, original), timeMapOf(origin, original), ...others];
  }
}

function significanceOfNoFeed(): Problem {
  const feeds = FEED_FORMATS.map(({ suffix }) => suffix).join(', ');
  const detail = `significance selects the developments of a feed (${feeds}) or of the list of developments.`;
  return new Problem('query-parameter', detail, { errors: [{ parameter: 'significance', detail }] });
}
