import { checkedCount, checkedName, checkedPosition, LAST } from './wire-guard.js';
import { appendRequests, readRequest, subscriptionRequest } from './wire.js';

it('accepts the names, positions and counts of the adapter', () => {
  expect(checkedName('$$dateline-desk')).toBe('$$dateline-desk');
  expect([checkedPosition(0n), checkedPosition(LAST)]).toEqual(['0', '9223372036854775807']);
  expect([checkedCount(1), checkedCount(500)]).toEqual(['1', '500']);
});

it.each(['', 'two words', 'Ünal', 'x'.repeat(256), 'line\n'])('rejects the name %j', (name) => {
  expect(() => checkedName(name)).toThrow(RangeError);
  expect(() => readRequest({ of: { stream: name }, from: 'start', direction: 'forward', count: 1 })).toThrow(
    RangeError,
  );
  expect(() => [...appendRequests(name, 'no_stream', [])]).toThrow(RangeError);
});

it.each([-1n, LAST + 1n])('rejects the position %s', (position) => {
  const all = { of: { filter: 'none' }, direction: 'forward', count: 1 } as const;
  expect(() => readRequest({ ...all, from: position })).toThrow(RangeError);
  expect(() => readRequest({ ...all, of: { stream: 'a' }, from: position })).toThrow(RangeError);
  expect(() => subscriptionRequest(position, 'ours')).toThrow(RangeError);
  expect(() => [...appendRequests('a', position, [])]).toThrow(RangeError);
});

it.each([0, -1, 1.5, Infinity, NaN, 1_001])('rejects the count %s', (count) => {
  expect(() => readRequest({ of: { stream: 'a' }, from: 'start', direction: 'forward', count })).toThrow(
    RangeError,
  );
});
