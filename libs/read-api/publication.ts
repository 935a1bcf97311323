import type { FastifyRequest } from 'fastify';
import type { Site, StoryFormat } from '#formats';

/** How what can be read is published to the world; a desk publishes nothing. */
export interface Publication {
  /** The public origin; null where it is that which was asked. */
  readonly origin: string | null;
  /** What the newsroom calls itself. */
  readonly name: string;
  /** Seconds for which a cache may give an answer without asking, and so the longest that it gives what was killed. */
  readonly maxAge: number;
  /** What a state is given as besides our own JSON. */
  readonly formats: readonly StoryFormat[];
}

const HOST = /^[\w.-]{1,253}(?::\d{1,5})?$|^\[[\da-f:]{2,45}\](?::\d{1,5})?$/i;

/** The site as absolute addresses name it. */
export function siteOf({ origin, name }: Publication, request: FastifyRequest): Site {
  if (origin !== null) return { origin, name };
  const { host = '' } = request.headers;
  const asked = HOST.test(host) ? `http://${host}` : '';
  return { origin: URL.canParse(asked) ? new URL(asked).origin : 'http://localhost', name };
}
