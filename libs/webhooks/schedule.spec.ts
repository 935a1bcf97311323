import { LONGEST_PAUSE, pauseAfter, PAUSES } from './schedule.js';

it('begins with 5 seconds, never pauses for more than an hour, and ends after a day', () => {
  expect(PAUSES[0]).toBe(5_000);
  expect(Math.max(...PAUSES)).toBe(3_600_000);
  const all = PAUSES.reduce((sum, pause) => sum + pause, 0);
  expect(all / 3_600_000).toBeGreaterThan(23);
  expect(all / 3_600_000).toBeLessThan(25);
});

it('varies by at most a quarter', () => {
  for (const [i, pause] of PAUSES.entries()) {
    expect(pauseAfter(i + 1, 0)).toBe(pause * 0.75);
    expect(pauseAfter(i + 1, 0.5)).toBe(pause);
    expect(pauseAfter(i + 1, 1)).toBe(pause * 1.25);
    expect(pauseAfter(i + 1, 1)).toBeLessThanOrEqual(LONGEST_PAUSE);
  }
});

it('gives up after the last pause', () => {
  expect(pauseAfter(PAUSES.length, 0.5)).not.toBeNull();
  expect(pauseAfter(PAUSES.length + 1, 0.5)).toBeNull();
});
