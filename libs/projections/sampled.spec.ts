import { TestScheduler } from 'rxjs/testing';
import { sampled } from './sampled.js';

const run = (work: Parameters<TestScheduler['run']>[0]): void =>
  void new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(work);

describe('a sampled source', () => {
  it.each([
    ['gives the newest value of each period', 'ab 4ms c 102ms d|', '4ms b 3ms c 101ms (d|)'],
    ['gives nothing in a period without a value', 'a 20ms b|', '4ms a 17ms (b|)'],
    ['gives the last value once, and at once', 'a 3ms |', '4ms (a|)'],
    ['completes with an empty source', '--|', '--|'],
  ])('%s', (_, source, seen) => {
    run(({ hot, expectObservable }) => {
      expectObservable(sampled(hot(source), 4)).toBe(seen);
    });
  });
});
