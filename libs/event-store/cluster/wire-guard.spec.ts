import { checkedCount, checkedName, checkedPosition, LAST } from './wire-guard.js';
import { appendRequests, readRequest, subscriptionRequest } from './wire.js';

it('lets through names, places and counts as the adapter makes them', () => {
  expect(checkedName('$$dateline-desk')).toBe('$$dateline-desk');
  expect([checkedPosition(0n), checkedPosition(LAST)]).toEqual(['0', '9223372036854775807']);
  expect([checkedCount(1), checkedCount(500)]).toEqual(['1', '500']);
});

it.each(['', 'two words', 'Ünal', 'x'.repeat(256), 'line\n'])('does not let through the name %j', (name) => {
  expect(() => checkedName(name)).toThrow(RangeError);
  expect(() => readRequest({ of: { stream: name }, from: 'start', direction: 'forward', count: 1 })).toThrow(
    RangeError,
  );
  expect(() => [...appendRequests(name, 'no_stream', [])]).toThrow(RangeError);
});

it.each([-1n, LAST + 1n])('does not let through the place %s', (place) => {
  const all = { of: { filter: 'none' }, direction: 'forward', count: 1 } as const;
  expect(() => readRequest({ ...all, from: place })).toThrow(RangeError);
  expect(() => readRequest({ ...all, of: { stream: 'a' }, from: place })).toThrow(RangeError);
  expect(() => subscriptionRequest(place, 'ours')).toThrow(RangeError);
  expect(() => [...appendRequests('a', place, [])]).toThrow(RangeError);
});

it.each([0, -1, 1.5, Infinity, NaN, 1_001])('does not let through the count %s', (count) => {
  expect(() => readRequest({ of: { stream: 'a' }, from: 'start', direction: 'forward', count })).toThrow(
    RangeError,
  );
});
