import type { FastifyRequest } from 'fastify';
import type { Site } from '#formats';

/** How a surface publishes what can be read of its log. */
export interface PublicationSettings {
  /** The public origin; null for the origin that the client used. */
  readonly origin: string | null;
  /** The newsroom's own name. */
  readonly name: string;
  /** Seconds for which a cache may answer without asking, and so the longest time for which it serves killed content. */
  readonly maxAge: number;
  /** How many event streams may be open at once. */
  readonly maxFollowers: number;
}

const HOST = /^[\w.-]{1,253}(?::\d{1,5})?$|^\[[\da-f:]{2,45}\](?::\d{1,5})?$/i;

/** Publication to the world. Only the archive has one: the desk publishes nothing. */
export class Publication {
  readonly maxAge: number;
  readonly maxFollowers: number;

  constructor(private readonly settings: PublicationSettings) {
    this.maxAge = settings.maxAge;
    this.maxFollowers = settings.maxFollowers;
  }

  /** The site, as the absolute addresses of an answer name it. */
  siteOf(request: FastifyRequest): Site {
    const { origin, name } = this.settings;
    if (origin !== null) return { origin, name };
    const { host = '' } = request.headers;
    const asked = HOST.test(host) ? `http://${host}` : '';
    return { origin: URL.canParse(asked) ? new URL(asked).origin : 'http://localhost', name };
  }
}
