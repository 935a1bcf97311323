import type { ApiDescription } from '#http';

/** What the controllers do not say of their parameters. */
export const readingParameters: ApiDescription['parameters'] = {
  story: {
    description: 'The story, by its slug or its id.',
    example: 'aleppo-talks',
  },
  claim: { description: 'A claim of the story.', example: 'talks' },
  variable: {
    description: 'What several figures or shares of the story measure.',
    example: 'east-aleppo-retaken-share',
  },
  party: { description: 'A party, by its id.', example: 'moscow' },
  revision: {
    description: 'A revision of the story, from 0.',
    example: '4',
  },
  limit: {
    description: 'How many items a page has at most.',
    example: 2,
  },
  path: {
    description: 'The whole address of a story, with its host; percent-encoded, or as it is.',
    schema: { type: 'string', format: 'uri' },
    example: 'https://archive.example.org/v1/stories/aleppo-talks',
  },
  since: {
    description:
      'A position that an answer of this surface gave: what came after it. `0`: from the beginning; `now`: what is to come.',
    example: '122',
  },
  archive: { description: 'The number of the document, from 0, and its form.', example: '0.atom' },
  to: { description: 'The later moment, in the same form.', example: '2016-12-01T12:00:00Z' },
};

export const readingRequestHeaders: ApiDescription['requestHeaders'] = {
  'Dateline-Position': {
    description:
      'A position that an answer of this surface gave: the answer has at least all that was recorded up to it. ' +
      'Waited for a second, then 503 with Retry-After; a position of another log is 409.',
    schema: { type: 'string', examples: ['132'] },
  },
  'If-None-Match': {
    description: 'The ETag of what the reader has: 304 without a body if that is still so.',
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
    description: 'When the revision that is shown was recorded, where a moment was asked for (RFC 7089).',
    schema: { type: 'string', examples: ['Thu, 01 Dec 2016 10:30:00 GMT'] },
  },
  'Content-Location': {
    description: 'The permanent address of the revision that is shown, where a moment was asked for.',
    schema: { type: 'string', format: 'uri-reference', examples: ['/v1/stories/aleppo-talks/revisions/4'] },
  },
  'Cache-Control': {
    description: 'For how long it may be given without asking.',
    schema: { type: 'string', examples: ['public, max-age=5, must-revalidate'] },
    always: true,
  },
  'Dateline-Level-At': {
    description: 'When what is read was last level with the log, where that was more than five seconds ago.',
    schema: { type: 'string', format: 'date-time' },
  },
};

export const publishingRequestHeaders: ApiDescription['requestHeaders'] = {
  'Accept-Language': {
    description: 'The languages in which the words are wanted (RFC 9110), after that of `lang`.',
    schema: { type: 'string', examples: ['fr-CH, fr;q=0.9, en;q=0.5'] },
  },
  'Accept-Datetime': {
    description: 'The moment of which the state is wanted (RFC 7089); the latest without it.',
    schema: { type: 'string', examples: ['Thu, 01 Dec 2016 12:00:00 GMT'] },
  },
  'Last-Event-ID': {
    description: 'The last event that the reader has: what came after it is sent first.',
    schema: { type: 'string', examples: ['122'] },
  },
};

export const publishingAnswerHeaders: ApiDescription['answerHeaders'] = {
  'Content-Language': {
    description: 'In which languages the words of other forms than JSON are (RFC 9110).',
    schema: { type: 'string', examples: ['fr'] },
  },
  Link: {
    description: 'Where to go on (RFC 8288): `timegate`, `timemap`, `memento`, `alternate`, `next`.',
    schema: { type: 'string' },
  },
  Location: {
    description: 'Where the state is.',
    schema: { type: 'string', format: 'uri' },
    always: true,
  },
  'Dateline-Poll': {
    description: 'Seconds after which it is worth asking again.',
    schema: { type: 'integer', minimum: 0 },
  },
};
