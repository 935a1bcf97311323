import { Followed, FollowedStories } from './followed-stories.js';

/** A story of so many revisions at the desk, and none in public. */
const ofLength = (revisions: number): Followed => {
  const followed = new Followed();
  const { publication } = followed;
  followed.publication = { ...publication, desk: { ...publication.desk, revision: revisions - 1 } };
  return followed;
};

describe('the stories kept in memory', () => {
  const kept = (stories: FollowedStories): string =>
    [...'abcdefgh'].filter((stream) => stories.get(stream) !== undefined).join('');

  it('are those that were published last', () => {
    const stories = new FollowedStories({ stories: 3, revisions: 100 });
    for (const stream of 'abcabdc') stories.keep(stream, ofLength(1));
    expect(kept(stories)).toBe('bcd');
  });

  it('are fewer where they are long, and counted as they grow', () => {
    const stories = new FollowedStories({ stories: 10, revisions: 100 });
    for (const stream of 'abcdef') stories.keep(stream, ofLength(20));
    expect(kept(stories)).toBe('bcdef');
    stories.keep('f', ofLength(21));
    expect(kept(stories)).toBe('cdef');
    for (let i = 0; i < 10; i++) stories.keep('f', ofLength(40));
    expect(kept(stories)).toBe('cdef');
    stories.keep('f', ofLength(61));
    expect(kept(stories)).toBe('ef');
  });

  it('hold one that alone is too long, as long as no other comes', () => {
    const stories = new FollowedStories({ stories: 10, revisions: 100 });
    stories.keep('a', ofLength(10));
    stories.keep('b', ofLength(1_000));
    expect(kept(stories)).toBe('b');
    stories.keep('a', ofLength(10));
    expect(kept(stories)).toBe('a');
  });
});
