import type { StoredEvent } from '../event.js';
import type { Replacement } from '../event-store.js';
import { decode, encode } from '../json.js';
import { required } from './contract-target.js';
import type { ContractContext } from './contract-target.js';
import { collect, newEvent, until } from './events.js';

const secret = 'The witness lives at 14 Quayside, above the baker';
const rest = encode({ text: 'Talks resume' });

/** Rules 24 to 27: erasing data. */
export function erasingContract({ target, store, stream, itIf }: ContractContext): void {
  const itErases = itIf('erase');
  const written = async (): Promise<StoredEvent[]> => {
    const events = ['Talks resume', secret, `${secret} `.repeat(200), 'Talks end'];
    await store().append(
      stream('a'),
      'no_stream',
      events.map((text) => newEvent({ data: encode({ text }) })),
    );
    return collect(store().readStream(stream('a')));
  };
  const erase = (): Promise<void> =>
    store().erase(stream('a'), 3n, [
      { revision: 1n, data: rest },
      { revision: 2n, data: rest },
    ]);
  const replaced = (event: StoredEvent): StoredEvent => ({ ...event, data: rest, erased: true });
  /** Events without positions: a store that cannot replace an event writes it again at a new position. */
  const withoutPosition = (events: readonly StoredEvent[]): object[] =>
    events.map((event) => ({ ...event, position: null }));

  itErases('24. gives the new data in every kind of read, and changes nothing else', async () => {
    const [zero, one, two, three] = (await written()) as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    await store().append(stream('b'), 'no_stream', [newEvent()]);
    await erase();
    const expected = withoutPosition([zero, replaced(one), replaced(two), three]);
    expect(withoutPosition(await collect(store().readStream(stream('a'))))).toEqual(expected);
    const all = await collect(store().readAll({ from: zero.position }));
    expect(withoutPosition(all.filter((event) => event.stream === stream('a')))).toEqual(expected);
    const followed: StoredEvent[] = [];
    const subscription = store().subscribe(
      { prefix: stream('a'), after: 'start' },
      { onBatch: (events) => void followed.push(...events) },
    );
    await until('all are followed', () => followed.length === 4);
    await subscription.close();
    expect(withoutPosition(followed)).toEqual(expected);
    expect(await store().append(stream('a'), 3n, [newEvent()])).toMatchObject({ revision: 4n });
  });

  itErases('25. is idempotent, and can replace a replacement', async () => {
    await written();
    await erase();
    await erase();
    await store().erase(stream('a'), 3n, [{ revision: 1n, data: encode({}) }]);
    const found = await collect(store().readStream(stream('a')));
    expect(found.map(({ data }) => decode(data))).toEqual([
      { text: 'Talks resume' },
      {},
      { text: 'Talks resume' },
      { text: 'Talks end' },
    ]);
  });

  itErases(
    '26. refuses a missing event, data that are too large and a wrong last revision, and changes nothing',
    async () => {
      const before = await written();
      const refuses = (name: string, code: string, ...replacements: Replacement[]): Promise<void> =>
        expect(store().erase(stream(name), 3n, replacements)).rejects.toMatchObject({ code });
      const one = { revision: 1n, data: rest };
      await refuses('b', 'stream-not-found', { revision: 0n, data: rest });
      await refuses('a', 'wrong-expected-revision', one, { revision: 4n, data: rest });
      const tooLarge = new Uint8Array((target().limit ?? 1024 * 1024) + 1);
      await refuses('a', 'append-too-large', one, { revision: 2n, data: tooLarge });
      for (const last of [2n, 4n])
        await expect(store().erase(stream('a'), last, [one])).rejects.toMatchObject({
          code: 'wrong-expected-revision',
          actual: 3n,
        });
      expect(await collect(store().readStream(stream('a')))).toEqual(before);
    },
  );

  itIf('erase-in-place')(
    '27. moves no event, and leaves the old bytes in no file, also after the log is opened again',
    async () => {
      const before = await written();
      const { files, reopen } = target();
      const found = (): boolean => required(files)().some((bytes) => bytes.includes(secret));
      expect(found()).toBe(true);
      await erase();
      expect(found()).toBe(false);
      const reopened = await required(reopen)();
      expect(found()).toBe(false);
      const [, one] = await collect(reopened.readStream(stream('a')));
      expect(one).toEqual(replaced(before[1]!));
    },
  );
}
