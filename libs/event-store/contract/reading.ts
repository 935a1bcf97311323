import type { StoredEvent } from '../event.js';
import type { ContractContext } from './contract-target.js';
import { collect, eventsOf } from './events.js';

/** Rules 14 to 18: what a read sees. */
export function readingContract({ store, stream }: ContractContext): void {
  const revisions = async (events: AsyncIterable<StoredEvent>): Promise<number[]> =>
    (await collect(events)).map(({ revision }) => Number(revision));
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

  it('14. reads forward in order and without gaps, from a revision inclusive', async () => {
    await store().append(stream('a'), 'no_stream', eventsOf(1_200));
    await store().append(stream('b'), 'no_stream', eventsOf(5));
    expect(await revisions(store().readStream(stream('a')))).toEqual(upTo(1_200));
    expect(await revisions(store().readStream(stream('a'), { from: 1_195n }))).toEqual([
      1195, 1196, 1197, 1198, 1199,
    ]);
    expect(await revisions(store().readStream(stream('a'), { from: 600n, limit: 2 }))).toEqual([600, 601]);
  });

  it('14. reads backward from the end or from a revision; limit 1 is the last event', async () => {
    await store().append(stream('a'), 'no_stream', eventsOf(1_200));
    const backward = { direction: 'backward' } as const;
    expect(await revisions(store().readStream(stream('a'), { ...backward, limit: 1 }))).toEqual([1199]);
    expect(await revisions(store().readStream(stream('a'), { ...backward, from: 'end' }))).toEqual(
      upTo(1_200).reverse(),
    );
    expect(await revisions(store().readStream(stream('a'), { ...backward, from: 2n }))).toEqual([2, 1, 0]);
  });

  it('15. is empty beyond the end, and throws StreamNotFound for a stream never written', async () => {
    await store().append(stream('a'), 'no_stream', eventsOf(3));
    expect(await revisions(store().readStream(stream('a'), { from: 3n }))).toEqual([]);
    expect(await revisions(store().readStream(stream('a'), { from: 2n ** 60n }))).toEqual([]);
    expect(await revisions(store().readStream(stream('a'), { from: 'end' }))).toEqual([]);
    await expect(collect(store().readStream(stream('b')))).rejects.toMatchObject({
      code: 'stream-not-found',
      stream: stream('b'),
    });
  });

  it('16. sees an append as soon as it is acknowledged', async () => {
    for (let revision = 0; revision < 20; revision += 1) {
      const expected = revision === 0 ? 'no_stream' : BigInt(revision - 1);
      const { position } = await store().append(stream('a'), expected, eventsOf(1));
      const [last] = await collect(store().readStream(stream('a'), { direction: 'backward', limit: 1 }));
      expect(last).toMatchObject({ revision: BigInt(revision), position });
      expect(((await store().head()) ?? -1n) >= (position ?? 0n)).toBe(true);
    }
  });

  it('17. has one order over all streams, the commit order, which contains that of each stream', async () => {
    const before = await store().head();
    const committed: (bigint | null)[] = [];
    for (const [name, expected] of [
      ['a', 'no_stream'],
      ['b', 'no_stream'],
      ['a', 1n],
      ['b', 1n],
      ['a', 3n],
    ] as const) {
      committed.push((await store().append(stream(name), expected, eventsOf(2))).position);
    }
    const all = await collect(store().readAll({ from: before ?? 'start' }));
    const ours = all.filter((event) => event.stream.startsWith(stream('')));
    expect(ours.map((event) => event.stream.slice(-1) + event.revision).join(' ')).toBe(
      'a0 a1 b0 b1 a2 a3 b2 b3 a4 a5',
    );
    expect(ours.filter((_, index) => index % 2 === 1).map(({ position }) => position)).toEqual(committed);
    for (const [index, event] of ours.entries()) {
      expect(index === 0 || event.position > (ours[index - 1]?.position ?? 0n)).toBe(true);
    }
    const [third] = await collect(store().readAll({ from: ours[3]?.position ?? 0n, limit: 1 }));
    expect(third).toEqual(ours[3]);
  });

  it('18. can be read slowly and stopped early, while others write', async () => {
    await store().append(stream('a'), 'no_stream', eventsOf(1_200));
    const seen: bigint[] = [];
    for await (const { revision } of store().readStream(stream('a'))) {
      seen.push(revision);
      if (revision % 100n === 0n) await store().append(stream('a'), 1_199n + revision / 100n, eventsOf(1));
      if (revision === 700n) break;
    }
    expect(seen).toHaveLength(701);
    expect(await store().append(stream('a'), 1_207n, eventsOf(1))).toMatchObject({ revision: 1_208n });
  });

  it('18. reads many streams at the same time, each completely', async () => {
    const names = upTo(8).map((index) => stream(`s${index}`));
    await Promise.all(names.map((name) => store().append(name, 'no_stream', eventsOf(700))));
    const all = await Promise.all(names.map((name) => revisions(store().readStream(name))));
    expect(all).toEqual(names.map(() => upTo(700)));
  });
}
