import { nearest } from './nearest.js';

const ids = ['toll-802', 'toll-550', 'talks', 'talks-in-ankara', 'ceasefire', 'a', 'b'];

it.each([
  ['tolls-802', ' Near it: toll-802.'],
  ['toll-820', ' Near it: toll-802, toll-550.'],
  ['toll', ' Near it: toll-550, toll-802.'],
  ['talks-in-ankara-again', ' Near it: talks, talks-in-ankara.'],
  ['tlaks', ' Near it: talks.'],
  ['caesefire', ' Near it: ceasefire.'],
  ['hospital', ''],
  ['c', ' Near it: a, b.'],
])('after the unknown id %s comes:%s', (id, said) => {
  expect(nearest(id, ids)).toBe(said);
});

it('names at most three ids, and none if there are none', () => {
  expect(nearest('talks', [])).toBe('');
  expect(nearest('talk-0', ['talk-1', 'talk-2', 'talk-3', 'talk-4'])).toBe(
    ' Near it: talk-1, talk-2, talk-3.',
  );
});

it('finds the near ids among very many', () => {
  const long = 'a-long-name-of-a-claim-'.repeat(3);
  const many = Array.from({ length: 5_000 }, (_, i) => `${long}${i}`);
  expect(nearest(`${long}471x`, many)).toBe(` Near it: ${long}471, ${long}4710, ${long}4711.`);
});
