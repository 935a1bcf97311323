import { pollAfter } from './polling.js';

const MINUTE = 60_000;

it('is at once if there is more', () => expect(pollAfter(true, 0, 60 * MINUTE)).toBe(0));

it.each([
  [0, 5],
  [10, 5],
  [11, 15],
  [60, 15],
  [61, 60],
  [10_000, 60],
])('%i minutes after the last event is in %i s', (minutes, seconds) => {
  expect(pollAfter(false, 0, minutes * MINUTE)).toBe(seconds);
});
