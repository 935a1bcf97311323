import { formatsFingerprint } from './fingerprint.js';
import { sampleKilled, sampleState } from './sample-state.js';
import { FORMATS, OWN_JSON, STORY_FORMATS } from './formats.js';

const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };

it('has distinct names, media types, suffixes and schemas, with suffixes that addresses may have', () => {
  const all = [{ ...OWN_JSON, name: 'json', schema: { name: 'Story' } }, ...FORMATS];
  for (const values of [
    all.map(({ name }) => name),
    all.map(({ mediaType }) => mediaType),
    all.map(({ suffix }) => suffix),
    all.map(({ schema }) => schema.name),
  ])
    expect(new Set(values).size).toBe(all.length);
  for (const { suffix } of all) expect(suffix).toMatch(/^\.[a-z]{1,20}$/);
});

describe.each(STORY_FORMATS)('$name', ({ render }) => {
  it('depends on the state, the language and the site only', () => {
    expect(render(sampleState, SITE)).toBe(render(sampleState, { ...SITE }));
    expect(render(sampleState, SITE, ['fr'])).not.toBe(render(sampleState, SITE, ['en']));
    expect(render(sampleState, { ...SITE, name: 'Another' })).not.toBe(render(sampleState, SITE));
  });

  it('omits the words of killed, taken-down and retracted developments, but for a title that says “Retracted”', () => {
    const text = render(sampleState, SITE).replace(
      /(?:<title(?: [^>]*)?>Retracted: [^<]*|"title":"Retracted: [^"]*)/g,
      '',
    );
    for (const n of [2, 3, 4]) expect(text).not.toMatch(new RegExp(`(<|&lt;)${n}(>|&gt;)`));
    expect(text).toMatch(/(<|&lt;)1(>|&gt;)/);
    expect(text).toContain('It was wrong.');
    expect(text).toContain('a court');
    expect(text).toContain('Retracted by the outlet');
  });

  it('gives the notice of a killed story', () => {
    expect(render(sampleKilled, SITE)).toContain('The story was wrong.');
  });
});

describe('the fingerprint of the formats', () => {
  it('is always the same', () => {
    expect(formatsFingerprint()).toMatch(/^[0-9a-f]{64}$/);
    expect(formatsFingerprint()).toBe(formatsFingerprint());
  });

  it('changes with the output of any renderer', () => {
    const before = formatsFingerprint();
    const [ninjs] = STORY_FORMATS;
    const { render } = ninjs!;
    try {
      Object.assign(ninjs!, { render: (...of: Parameters<typeof render>) => `${render(...of)} ` });
      expect(formatsFingerprint()).not.toBe(before);
    } finally {
      Object.assign(ninjs!, { render });
    }
  });
});
