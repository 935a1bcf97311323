import { STORY_FORMATS } from '#formats';
import { Problem } from '#http';
import { formatByAccept, formatBySuffix } from './requested-format.js';

const refusal = (ask: () => unknown): Problem => {
  try {
    ask();
  } catch (error) {
    return error as Problem;
  }
  throw new Error('It was not refused.');
};

describe('a format by its suffix', () => {
  it.each(STORY_FORMATS)('is $name for “$suffix”', (format) => {
    expect(formatBySuffix(`talks${format.suffix}`, STORY_FORMATS)).toEqual({ name: 'talks', format });
  });

  it('is our own JSON for “.json”, and none without a suffix', () => {
    expect(formatBySuffix('talks.json', STORY_FORMATS)).toEqual({ name: 'talks', format: null });
    expect(formatBySuffix('talks', STORY_FORMATS)).toBeNull();
  });

  it('is refused if there is none, with a list of those that exist', () => {
    expect(refusal(() => formatBySuffix('talks.doc', STORY_FORMATS))).toMatchObject({ code: 'not-found' });
    const { code, detail } = refusal(() => formatBySuffix('talks.atom', []));
    expect([code, detail]).toEqual(['not-found', expect.stringMatching(/ \.json\.$/)]);
  });
});

describe('a format by Accept', () => {
  it.each(STORY_FORMATS)('is $name for $mediaType', (format) => {
    expect(formatByAccept(`${format.mediaType}, */*;q=0.1`, STORY_FORMATS)).toBe(format);
  });

  it.each([undefined, '*/*', 'application/*', 'text/html, */*;q=0.8', 'application/json'])(
    'is our own JSON for %s',
    (accept) => expect(formatByAccept(accept, STORY_FORMATS)).toBeNull(),
  );

  it.each([
    'application/ld+json;profile="https://example.org/p"',
    'application/ld+json;version=1;q=0.9',
    'application/ld+json;q=0.9, application/json;q=0.8',
  ])('ignores parameters other than the weight: %s', (accept) => {
    expect(formatByAccept(accept, STORY_FORMATS)?.name).toBe('jsonld');
  });

  it('is refused if none is accepted, with a list of those that exist', () => {
    const { code, detail, options } = refusal(() => formatByAccept('image/png', STORY_FORMATS));
    expect([code, detail]).toEqual(['not-acceptable', expect.stringContaining('application/ld+json')]);
    expect(options.headers).toEqual({ vary: 'Accept' });
  });
});
