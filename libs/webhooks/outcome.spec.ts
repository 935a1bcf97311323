import { outcomeOf } from './outcome.js';

const now = Date.parse('2016-12-01T12:00:00Z');

it.each([200, 201, 204, 299])('is delivered with %i', (status) => {
  expect(outcomeOf(status, undefined, now)).toEqual({ kind: 'delivered', status });
});

it('is gone with 410', () => {
  expect(outcomeOf(410, undefined, now)).toEqual({ kind: 'gone', status: 410 });
});

it.each([
  [301, 'redirect'],
  [302, 'redirect'],
  [304, 'redirect'],
  [308, 'redirect'],
  [400, 'status'],
  [404, 'status'],
  [500, 'status'],
])('fails with %i', (status, failure) => {
  expect(outcomeOf(status, '10', now)).toEqual({ kind: 'failed', failure, status, wait: null });
});

it.each([
  ['120', 120_000],
  ['0', 0],
  ['999999999999999999999', 3_600_000],
  ['Thu, 01 Dec 2016 12:10:00 GMT', 600_000],
  ['Thu, 01 Dec 2016 11:00:00 GMT', 0],
  ['Fri, 01 Dec 2017 12:00:00 GMT', 3_600_000],
  ['soon', null],
  ['-5', null],
  ['', null],
  [undefined, null],
])('respects Retry-After %j, up to an hour', (retryAfter, wait) => {
  for (const status of [429, 503])
    expect(outcomeOf(status, retryAfter, now)).toMatchObject({ kind: 'failed', status, wait });
});
