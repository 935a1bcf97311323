import { warningsOfTopics } from './topics.js';

const warned = (...topics: readonly string[]) => warningsOfTopics({ type: 'classify', topics, places: [] });

describe('topics', () => {
  it('cause no warning if IPTC has assigned their numbers', () =>
    expect(warned('medtop:01000000', 'medtop:17000000', 'medtop:20000002', 'medtop:20001377')).toEqual([]));

  it.each(['99999999', '20010076', '18000000', '01000001', '00000000', '20000000'])(
    'cause a warning if it has not: %s',
    (code) =>
      expect(warned('medtop:20000076', `medtop:${code}`)).toMatchObject([
        {
          rule: 'topic-unknown',
          pointer: '/topics/1',
          message: expect.stringContaining(`medtop:${code} is not a Media Topic`),
        },
      ]),
  );
});
