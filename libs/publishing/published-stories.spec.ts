import { PublishedStory, PublishedStories } from './published-stories.js';

/** A story with this many revisions at the desk, and no public one. */
const ofLength = (revisions: number): PublishedStory => {
  const story = new PublishedStory();
  const { publication } = story;
  story.publication = { ...publication, desk: { ...publication.desk, revision: revisions - 1 } };
  return story;
};

describe('the cache of published stories', () => {
  const kept = (stories: PublishedStories): string =>
    [...'abcdefgh'].filter((stream) => stories.get(stream) !== undefined).join('');

  it('keeps the stories that were published last', () => {
    const stories = new PublishedStories({ stories: 3, revisions: 100 });
    for (const stream of 'abcabdc') stories.keep(stream, ofLength(1));
    expect(kept(stories)).toBe('bcd');
  });

  it('keeps fewer stories where they are long, counted as they grow', () => {
    const stories = new PublishedStories({ stories: 10, revisions: 100 });
    for (const stream of 'abcdef') stories.keep(stream, ofLength(20));
    expect(kept(stories)).toBe('bcdef');
    stories.keep('f', ofLength(21));
    expect(kept(stories)).toBe('cdef');
    for (let i = 0; i < 10; i++) stories.keep('f', ofLength(40));
    expect(kept(stories)).toBe('cdef');
    stories.keep('f', ofLength(61));
    expect(kept(stories)).toBe('ef');
  });

  it('keeps a story beyond the bounds until another one comes', () => {
    const stories = new PublishedStories({ stories: 10, revisions: 100 });
    stories.keep('a', ofLength(10));
    stories.keep('b', ofLength(1_000));
    expect(kept(stories)).toBe('b');
    stories.keep('a', ofLength(10));
    expect(kept(stories)).toBe('a');
  });
});
