import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../event.js';
import type { Appended } from '../event-store.js';
import type { ContractContext } from './contract-target.js';
import { collect, eventsOf, newEvent } from './events.js';

/** Rules 1 to 11: what an append does and refuses. */
export function appendingContract({ store, stream, target }: ContractContext): void {
  const revisions = async (name: string): Promise<bigint[]> =>
    (await collect(store().readStream(name))).map(({ revision }) => revision);
  const ids = async (name: string): Promise<string[]> =>
    (await collect(store().readStream(name))).map(({ id }) => id);

  it('1. gives the first event of a stream revision 0, and each next event the next revision', async () => {
    await store().append(stream('a'), 'no_stream', eventsOf(1));
    await store().append(stream('a'), 0n, eventsOf(2));
    await store().append(stream('a'), 2n, eventsOf(1));
    expect(await revisions(stream('a'))).toEqual([0n, 1n, 2n, 3n]);
  });

  it('2. writes several events of one append together, contiguous and in order', async () => {
    const events = eventsOf(50);
    await Promise.all([
      store().append(stream('a'), 'no_stream', events),
      store().append(stream('b'), 'no_stream', eventsOf(50)),
    ]);
    expect(await ids(stream('a'))).toEqual(events.map(({ id }) => id));
    await expect(store().append(stream('a'), 3n, eventsOf(5))).rejects.toMatchObject({
      code: 'wrong-expected-revision',
    });
    expect(await revisions(stream('a'))).toHaveLength(50);
  });

  it('3. answers with the revision and the position of the last event', async () => {
    const appended = await store().append(stream('a'), 'no_stream', eventsOf(3));
    const last = (await collect(store().readStream(stream('a')))).at(-1);
    expect(appended).toMatchObject({ revision: 2n, position: last?.position });
  });

  it('4. accepts no_stream only for a stream never written, and a revision only if it is the last', async () => {
    const conflict = { code: 'wrong-expected-revision' };
    await expect(store().append(stream('a'), 0n, eventsOf(1))).rejects.toMatchObject(conflict);
    await store().append(stream('a'), 'no_stream', eventsOf(2));
    await expect(store().append(stream('a'), 'no_stream', eventsOf(1))).rejects.toMatchObject(conflict);
    await expect(store().append(stream('a'), 0n, eventsOf(1))).rejects.toMatchObject(conflict);
    await expect(store().append(stream('a'), 2n, eventsOf(1))).rejects.toMatchObject(conflict);
    expect(await store().append(stream('a'), 1n, eventsOf(1))).toMatchObject({ revision: 2n });
  });

  it('5. reports the stream and the expected and actual revision in a conflict, and writes nothing', async () => {
    const name = stream('a');
    await expect(store().append(name, 4n, eventsOf(1))).rejects.toMatchObject({
      stream: name,
      expected: 4n,
      actual: 'no_stream',
    });
    await store().append(name, 'no_stream', eventsOf(8));
    const conflict = store().append(name, 6n, eventsOf(1));
    await expect(conflict).rejects.toMatchObject({ stream: name, expected: 6n, actual: 7n });
    await expect(conflict).rejects.toThrow(
      `Stream ${name} is at revision 7, not 6: someone wrote first. Read again and retry.`,
    );
    expect(await revisions(name)).toHaveLength(8);
  });

  it('6. answers a repeated append with its original result, also when later events exist, and writes nothing', async () => {
    const first = eventsOf(1);
    const next = eventsOf(3);
    const appendedFirst = await store().append(stream('a'), 'no_stream', first);
    const appendedNext = await store().append(stream('a'), 0n, next);
    const same = (appended: Appended) => ({ ...appended, isNew: false });
    expect(await store().append(stream('a'), 0n, next)).toEqual(same(appendedNext));
    await store().append(stream('a'), 3n, eventsOf(2));
    const head = await store().head();
    expect(await store().append(stream('a'), 0n, next)).toEqual(same(appendedNext));
    expect(await store().append(stream('a'), 'no_stream', first)).toEqual(same(appendedFirst));
    expect(await store().append(stream('b'), 'no_stream', first)).toMatchObject({ revision: 0n });
    expect(await revisions(stream('a'))).toHaveLength(6);
    expect(head).not.toBeNull();
  });

  it('6. answers a repetition during the first append, and writes it once', async () => {
    const events = eventsOf(2);
    const send = () => store().append(stream('a'), 'no_stream', events);
    const [one, two, three] = await Promise.all([send(), send(), send()]);
    const locations = [one, two, three].map(({ revision, position }) => ({ revision, position }));
    expect(locations).toEqual([locations[0], locations[0], locations[0]]);
    expect([two, three].some(({ isNew }) => isNew)).toBe(false);
    expect(await revisions(stream('a'))).toEqual([0n, 1n]);
  });

  it('7. writes the same id a second time at the next expected revision', async () => {
    const events = eventsOf(1);
    await store().append(stream('a'), 'no_stream', events);
    expect(await store().append(stream('a'), 0n, events)).toMatchObject({ revision: 1n });
    expect(await ids(stream('a'))).toEqual([events[0]?.id, events[0]?.id]);
  });

  it('8. refuses an append whose first ids are stored and whose later ids are new', async () => {
    const [one, two, three] = eventsOf(3) as [NewEvent, NewEvent, NewEvent];
    await store().append(stream('a'), 'no_stream', [one, two]);
    const conflict = { code: 'wrong-expected-revision', actual: 1n };
    await expect(store().append(stream('a'), 'no_stream', [one, two, three])).rejects.toMatchObject(conflict);
    await expect(store().append(stream('a'), 'no_stream', [two, one])).rejects.toMatchObject(conflict);
    expect(await revisions(stream('a'))).toHaveLength(2);
  });

  it('9. refuses ids that are no UUID or nil, and names that are empty or start with $', async () => {
    const invalid = { code: 'invalid-append' };
    for (const id of ['', 'one', '00000000-0000-0000-0000-000000000000']) {
      await expect(store().append(stream('a'), 'no_stream', [newEvent({ id })])).rejects.toMatchObject(
        invalid,
      );
    }
    for (const type of ['', '$metadata']) {
      await expect(store().append(stream('a'), 'no_stream', [newEvent({ type })])).rejects.toMatchObject(
        invalid,
      );
    }
    for (const name of ['', '$streams']) {
      await expect(store().append(name, 'no_stream', eventsOf(1))).rejects.toMatchObject(invalid);
    }
    await expect(collect(store().readStream(stream('a')))).rejects.toMatchObject({
      code: 'stream-not-found',
    });
  });

  it('9. checks the revision for an empty append and writes nothing', async () => {
    const nothing = { revision: null, position: null, isNew: false };
    expect(await store().append(stream('a'), 'no_stream', [])).toEqual(nothing);
    await expect(collect(store().readStream(stream('a')))).rejects.toMatchObject({
      code: 'stream-not-found',
    });
    await store().append(stream('a'), 'no_stream', eventsOf(1));
    expect(await store().append(stream('a'), 0n, [])).toEqual(nothing);
    await expect(store().append(stream('a'), 'no_stream', [])).rejects.toMatchObject({ actual: 0n });
    expect(await revisions(stream('a'))).toEqual([0n]);
  });

  it('10. refuses an append over the size limit, reports the limit, and writes nothing', async () => {
    const { limit = 1024 * 1024 } = target();
    const half = newEvent({ data: new Uint8Array(limit / 2), metadata: new Uint8Array(0) });
    const tooLarge = [half, { ...half, id: randomUUID() }];
    await expect(store().append(stream('a'), 'no_stream', tooLarge)).rejects.toMatchObject({
      code: 'append-too-large',
      limit,
    });
    await expect(collect(store().readStream(stream('a')))).rejects.toMatchObject({
      code: 'stream-not-found',
    });
    expect(await store().append(stream('a'), 'no_stream', [half])).toMatchObject({ revision: 0n });
  });

  it('11. returns data and metadata byte for byte', async () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const part = every.subarray(100, 200);
    await store().append(stream('a'), 'no_stream', [
      newEvent({ data: every, metadata: part }),
      newEvent({ data: new Uint8Array(0), metadata: new Uint8Array(0) }),
    ]);
    const [full, empty] = await collect(store().readStream(stream('a')));
    expect(full).toMatchObject({ data: every, metadata: Uint8Array.from(part) });
    expect([empty?.data.length, empty?.metadata.length]).toEqual([0, 0]);
  });
}
