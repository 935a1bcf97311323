import type { ApiDescription } from '#nest';

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
  storyStatus: {
    description: 'The status of the story itself.',
  },
  from: {
    description: 'The earlier moment: RFC 3339 with a zone, or a date alone, which means its end.',
    example: '2016-12-01T10:00:00Z',
  },
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
  'Dateline-Level-At': {
    description: 'When what is read was last level with the log, where that was more than five seconds ago.',
    schema: { type: 'string', format: 'date-time' },
  },
};
