import { StreamCache } from './stream-cache.js';

describe('the cache of folded streams', () => {
  const cache = () => new StreamCache<string>({ streams: 3, events: 100 });
  const ofLength = (events: number) => ({ state: '', revision: BigInt(events - 1), recordedAt: null });
  const kept = (streams: StreamCache<string>): string =>
    [...'abcd'].filter((stream) => streams.get(stream) !== undefined).join('');

  it('keeps the streams that were used last', () => {
    const streams = cache();
    for (const stream of 'abcd') {
      streams.set(stream, ofLength(1));
      streams.get('a');
    }
    expect(streams.count).toBe(3);
    expect(kept(streams)).toBe('acd');
  });

  it('keeps fewer streams where they are long, counted as they grow', () => {
    const streams = cache();
    for (const stream of 'abc') streams.set(stream, ofLength(30));
    streams.set('c', ofLength(40));
    expect(kept(streams)).toBe('abc');
    streams.set('c', ofLength(41));
    expect(kept(streams)).toBe('bc');
    streams.set('d', ofLength(1_000));
    expect(kept(streams)).toBe('d');
  });

  it('never replaces a state by an older one', () => {
    const streams = cache();
    streams.set('a', ofLength(5));
    streams.set('a', ofLength(4));
    expect(streams.get('a')?.revision).toBe(4n);
  });
});
