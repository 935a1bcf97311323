import type { ApiDescription } from '#http';

/** Descriptions of parameters that the DTOs do not have. */
export const readingParameters: ApiDescription['parameters'] = {
  story: {
    description: 'The story, by its slug or its id.',
    example: 'aleppo-talks',
  },
  claim: { description: 'A claim of the story.', example: 'talks' },
  variable: {
    description: 'The variable that several figures or shares of the story measure.',
    example: 'east-aleppo-retaken-share',
  },
  revision: {
    description: 'A revision of the story, from 0.',
    example: '4',
  },
  limit: {
    description: 'The maximum number of items on a page.',
    example: 2,
  },
  path: {
    description: 'The full address of a story, with its host; percent-encoded or not.',
    schema: { type: 'string', format: 'uri' },
    example: 'https://archive.example.org/v1/stories/aleppo-talks',
  },
  since: {
    description:
      'The position after which changes begin, from an earlier answer. `0`: from the beginning; `now`: only new changes.',
    example: '122',
  },
  archive: {
    description: 'The number of the document, from 0, and the suffix of its format.',
    example: '0.atom',
  },
};

export const readingRequestHeaders: ApiDescription['requestHeaders'] = {
  'Dateline-Position': {
    description:
      'To read your own write, send its position: the answer includes everything up to it. The server waits for up to a second, then answers 503 with Retry-After. For a position of another log it answers 409.',
    schema: { type: 'string', examples: ['132'] },
  },
  'If-None-Match': {
    description: 'The ETag of your copy: the answer is 304 without a body if it is still current.',
    schema: { type: 'string' },
  },
};

export const readingAnswerHeaders: ApiDescription['answerHeaders'] = {
  ETag: {
    description: 'Strong: the revision, a dot, and a digest of the representation.',
    schema: { type: 'string', pattern: '^"[^"]+"$', examples: ['"4.q0kzB0uRb2fJ3v1t"'] },
    always: true,
  },
  'Memento-Datetime': {
    description: 'When the shown revision was recorded, for a request with a moment (RFC 7089).',
    schema: { type: 'string', examples: ['Thu, 01 Dec 2016 10:30:00 GMT'] },
  },
  'Content-Location': {
    description: 'The permanent address of the shown revision, for a request with a moment.',
    schema: { type: 'string', format: 'uri-reference', examples: ['/v1/stories/aleppo-talks/revisions/4'] },
  },
  'Cache-Control': {
    description: 'How long caches may serve the answer without asking again.',
    schema: { type: 'string', examples: ['public, max-age=5, must-revalidate'] },
    always: true,
  },
  'Dateline-Level-At': {
    description: 'When the read model last caught up with the log, if that was more than five seconds ago.',
    schema: { type: 'string', format: 'date-time' },
  },
};

export const publishingRequestHeaders: ApiDescription['requestHeaders'] = {
  'Accept-Language': {
    description: 'The preferred languages of the texts (RFC 9110). `lang` takes precedence.',
    schema: { type: 'string', examples: ['fr-CH, fr;q=0.9, en;q=0.5'] },
  },
  'Accept-Datetime': {
    description: 'The moment of the wanted state (RFC 7089). Without it, you get the latest state.',
    schema: { type: 'string', examples: ['Thu, 01 Dec 2016 12:00:00 GMT'] },
  },
  'Last-Event-ID': {
    description: 'The id of the last event that the client has. The stream resumes after it.',
    schema: { type: 'string', examples: ['122'] },
  },
};

export const publishingAnswerHeaders: ApiDescription['answerHeaders'] = {
  'Content-Language': {
    description: 'The languages of the texts, in formats other than JSON (RFC 9110).',
    schema: { type: 'string', examples: ['fr'] },
  },
  Link: {
    description: 'Related addresses (RFC 8288): `timegate`, `timemap`, `memento`, `alternate`, `next`.',
    schema: { type: 'string' },
  },
  Location: {
    description: 'The address of the state.',
    schema: { type: 'string', format: 'uri' },
    always: true,
  },
  'Dateline-Poll': {
    description: 'How many seconds to wait before the next request.',
    schema: { type: 'integer', minimum: 0 },
  },
};
