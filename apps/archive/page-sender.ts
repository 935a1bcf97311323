import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Site } from '#formats';
import { iso, parseMoment } from '#http';
import { pagesFingerprint, type Reader } from '#pages';
import type { FoundStory, Reading } from '#projections';
import { foundOr, send, siteOf, type Publication, type Readable } from '#read-api';
import { pageReader } from './page-reader.js';

/** Who asks for a page, and of which site. */
export interface Asked {
  readonly site: Site;
  readonly reader: Reader;
}

interface PageAnswer extends Asked {
  readonly asOf: number | null;
  /** Of a story; a list has none. */
  readonly revision?: string;
  /** What the page depends on, besides its address, who asks, of which site, and how pages are made. */
  readonly of?: readonly (string | number | null)[];
  /** The page is the same as long as this is: also that of one story names parties as all stories tell of them. */
  readonly until: string;
  readonly body: () => string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What all pages are answered with. */
export class PageSender {
  readonly #rendering = pagesFingerprint();

  constructor(
    readonly readable: Readable,
    readonly publication: Publication,
  ) {}

  get zone(): string {
    return this.readable.options.zone;
  }

  /** @throws Problem `time-form` */
  momentOf(text: string | undefined, parameter = 'asOf'): number | null {
    return text === undefined ? null : parseMoment(text, this.zone, parameter);
  }

  /** @throws Problem of a story that is not there to be shown */
  find(request: FastifyRequest, reading: Reading): FoundStory {
    return foundOr(reading, '/stories', `${siteOf(this.publication, request).origin}/`);
  }

  askedBy(request: FastifyRequest, asOf: number | null, story = 'en'): Asked {
    return {
      site: siteOf(this.publication, request),
      reader: pageReader(request, { zone: this.zone, asOf: asOf === null ? null : iso(asOf), story }),
    };
  }

  send(
    request: FastifyRequest,
    reply: FastifyReply,
    { site, reader, asOf, revision = 'page', of = [], until, body, headers = {} }: PageAnswer,
  ): Promise<void> {
    const { language, asked } = reader;
    return send(request, reply, {
      type: 'text/html; charset=utf-8',
      revision,
      of: [
        ...of,
        request.url,
        this.#rendering,
        site.origin,
        site.name,
        language,
        asked,
        reader.asOf,
        this.zone,
      ],
      until,
      body,
      maxAge: this.readable.maxAgeOf(asOf),
      vary: 'Accept, Accept-Language',
      headers,
    });
  }
}
