import { join } from 'node:path';
import type { Peer, PeerEvent } from './peer.js';
import { requirePeer, versionOf } from './peers.js';

interface ActEvent {
  readonly name: string;
  readonly data: { readonly data: object; readonly metadata: object };
}

interface ActStore {
  seed(): Promise<void>;
  commit(stream: string, events: readonly ActEvent[], meta: object, expected: number): Promise<unknown>;
  dispose(): Promise<void>;
  readonly client: { execute(sql: string): Promise<{ rows: readonly Record<string, unknown>[] }> };
}

interface Count {
  readonly count: number;
}

interface StateBuilder {
  init(initial: () => Count): StateBuilder;
  emits(events: Readonly<Record<string, unknown>>): StateBuilder;
  patch(reducers: Readonly<Record<string, (event: ActEvent, state: Count) => Count>>): StateBuilder;
  on(action: Readonly<Record<string, unknown>>): StateBuilder;
  emit(decide: () => readonly []): StateBuilder;
  build(): object;
}

interface App {
  load(
    state: object,
    stream: string,
    callback: (snapshot: { readonly event?: ActEvent }) => void,
    asOf: { readonly before: number },
  ): Promise<unknown>;
}

interface Act {
  store(adapter: ActStore): unknown;
  state(name: Readonly<Record<string, unknown>>): StateBuilder;
  act(): { withState(state: object): { build(): App } };
}

interface ActSqlite {
  readonly SqliteStore: new (config: { url: string }) => ActStore;
}

interface Zod {
  readonly z: { any(): unknown; number(): unknown; object(shape: object): unknown };
}

const META = { correlation: 'bench', causation: {} };

/** Opens Act on its SQLite store. It needs all event types in advance (`types`). */
export async function openAct(folder: string, types: readonly string[]): Promise<Peer> {
  // Otherwise Act logs every event. It reads this when it is loaded.
  Object.assign(process.env, { NODE_ENV: 'production', LOG_LEVEL: 'error' });
  const { act, state, store: use } = requirePeer('@rotorsoft/act') as Act;
  const { SqliteStore } = requirePeer('@rotorsoft/act-sqlite') as ActSqlite;
  const { z } = requirePeer('zod') as Zod;
  const store = new SqliteStore({ url: `file:${join(folder, 'act.db')}` });
  use(store);
  await store.seed();
  const ofEach = <T>(value: T): Record<string, T> => Object.fromEntries(types.map((type) => [type, value]));
  const Story = state({ Story: z.object({ count: z.number() }) })
    .init(() => ({ count: 0 }))
    .emits(ofEach(z.any()))
    .patch(ofEach((_: ActEvent, { count }: Count) => ({ count: count + 1 })))
    .on({ tell: z.any() })
    .emit(() => [])
    .build();
  const app = act().withState(Story).build();
  const pragma = async (name: string): Promise<string> =>
    String(Object.values((await store.client.execute(`PRAGMA ${name}`)).rows[0] ?? {})[0]);
  const found = `journal_mode=${await pragma('journal_mode')}, synchronous=${await pragma('synchronous')} (2 is FULL)`;
  const toAct = ({ type, data, metadata }: PeerEvent): ActEvent => ({ name: type, data: { data, metadata } });
  return {
    name: `Act (@rotorsoft/act-sqlite ${versionOf('@rotorsoft/act-sqlite')})`,
    settings: `${found}, its defaults; appends run one at a time, because two at once fail with SQLITE_BUSY`,
    async append(stream, revision, event) {
      await store.commit(stream, [toAct(event)], META, revision - 1);
    },
    async fill(stream, events) {
      for (let from = 0; from < events.length; from += 1_000)
        await store.commit(stream, events.slice(from, from + 1_000).map(toAct), META, from - 1);
    },
    async asOf<S>(stream: string, revision: number, initial: S, evolve: (state: S, event: PeerEvent) => S) {
      let folded = initial;
      // Act's event ids count from 1 in the whole file. Its event time is the time of the write.
      await app.load(
        Story,
        stream,
        ({ event }) => {
          if (event) folded = evolve(folded, { type: event.name, ...event.data });
        },
        { before: revision + 2 },
      );
      return folded;
    },
    close: () => store.dispose(),
  };
}
