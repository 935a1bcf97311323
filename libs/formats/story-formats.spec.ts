import { formatsFingerprint } from './fingerprint.js';
import { sampleKilled, sampleState } from './sample-state.js';
import { STORY_FORMATS } from './story-formats.js';

const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };

describe.each(STORY_FORMATS)('$name', ({ render }) => {
  it('gives the same for the same state, and tells languages and sites apart', () => {
    expect(render(sampleState, SITE)).toBe(render(sampleState, { ...SITE }));
    expect(render(sampleState, SITE, ['fr'])).not.toBe(render(sampleState, SITE, ['en']));
    expect(render(sampleState, { ...SITE, name: 'Another' })).not.toBe(render(sampleState, SITE));
  });

  it('has no words of what was killed or taken down, and none of what was retracted but after a title that says so', () => {
    const text = render(sampleState, SITE).replace(
      /(?:<title [^>]*>Retracted: [^<]*|"title":"Retracted: [^"]*)/g,
      '',
    );
    for (const n of [2, 3, 4]) expect(text).not.toMatch(new RegExp(`(<|&lt;)${n}(>|&gt;)`));
    expect(text).toMatch(/(<|&lt;)1(>|&gt;)/);
    expect(text).toContain('It was wrong.');
    expect(text).toContain('a court');
    expect(text).toContain('Retracted by the outlet');
  });

  it('of a killed story is the notice', () => {
    expect(render(sampleKilled, SITE)).toContain('The story was wrong.');
  });
});

describe('the fingerprint of the formats', () => {
  it('is the same each time', () => {
    expect(formatsFingerprint()).toMatch(/^[0-9a-f]{64}$/);
    expect(formatsFingerprint()).toBe(formatsFingerprint());
  });

  it('is another where a renderer gives anything else', () => {
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
