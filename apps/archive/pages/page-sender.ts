import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Site } from '#formats';
import { iso, parseMoment } from '#http';
import { pagesFingerprint, type Reader } from '#pages';
import type { FoundStory, Reading } from '#projections';
import { foundOr, Publication, ReadableModel, send } from '#read-api';
import { pageReader } from './page-reader.js';

/** Who asks for a page, and on which site. */
export interface Asked {
  readonly site: Site;
  readonly reader: Reader;
}

interface PageAnswer extends Asked {
  readonly asOf: number | null;
  /** Of a story; a list has none. */
  readonly revision?: string;
  /** What the page depends on besides its address, the reader, the site, and how pages are rendered. */
  readonly dependsOn?: readonly (string | number | null)[];
  /** The state of the read model. The page of one story depends on it too: it names parties by their latest names. */
  readonly modelState: string;
  readonly body: () => string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends the pages, with the headers that all of them have. */
@Injectable()
export class PageSender {
  readonly #rendering = pagesFingerprint();

  constructor(
    private readonly readable: ReadableModel,
    private readonly publication: Publication,
  ) {}

  /** @throws Problem `time-form` */
  momentOf(text: string | undefined, parameter = 'asOf'): number | null {
    return text === undefined ? null : parseMoment(text, this.readable.zone, parameter);
  }

  /** @throws Problem for a story that is not shown */
  find(request: FastifyRequest, reading: Reading): FoundStory {
    return foundOr(reading, '/stories', `${this.publication.siteOf(request).origin}/`);
  }

  askedBy(request: FastifyRequest, asOf: number | null, story = 'en'): Asked {
    const { zone } = this.readable;
    return {
      site: this.publication.siteOf(request),
      reader: pageReader(request, { zone, asOf: asOf === null ? null : iso(asOf), story }),
    };
  }

  send(
    request: FastifyRequest,
    reply: FastifyReply,
    { site, reader, asOf, revision = 'page', dependsOn = [], modelState, body, headers = {} }: PageAnswer,
  ): Promise<void> {
    const { language, asked } = reader;
    return send(request, reply, {
      type: 'text/html; charset=utf-8',
      revision,
      dependsOn: [
        ...dependsOn,
        request.url,
        this.#rendering,
        site.origin,
        site.name,
        language,
        asked,
        reader.asOf,
        this.readable.zone,
      ],
      modelState,
      body,
      maxAge: this.readable.maxAgeOf(asOf),
      vary: 'Accept, Accept-Language',
      headers,
    });
  }
}
