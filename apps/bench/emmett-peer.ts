import { registerHooks } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Peer, PeerEvent } from './peer.js';
import { requirePeer, versionOf } from './peers.js';

interface Emmett {
  getSQLiteEventStore(options: object): EmmettStore;
}

interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly PeerEvent[],
    options?: { expectedStreamVersion: bigint },
  ): Promise<unknown>;
  aggregateStream<S>(
    stream: string,
    options: {
      evolve: (state: S, event: PeerEvent) => S;
      initialState: () => S;
      read: { to: bigint };
    },
  ): Promise<{ state: S }>;
}

const PACKAGE = '@event-driven-io/emmett-sqlite';

/**
 * Emmett's SQLite store on a connection of better-sqlite3. Its default, the package sqlite3, comes without its binary.
 * Our connection needs no thread pool, and caches its statements, so Emmett is faster with it.
 */
export async function openEmmett(folder: string): Promise<Peer> {
  registerHooks({
    // Emmett imports sqlite3, but does not use it if it gets a connection.
    resolve: (name, context, next) =>
      name === 'sqlite3' ? { url: 'node:util', format: 'builtin', shortCircuit: true } : next(name, context),
  });
  const { getSQLiteEventStore } = requirePeer(PACKAGE) as Emmett;
  const fileName = join(folder, 'emmett.db');
  const db = new Database(fileName);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const connectionOptions = { singleton: true, connection: connectionOf(db) };
  const store = getSQLiteEventStore({ fileName, connectionOptions });
  const toEmmett = ({ type, data, metadata }: PeerEvent): PeerEvent => ({ type, data, metadata });
  return {
    name: `Emmett (${PACKAGE} ${versionOf(PACKAGE)})`,
    settings:
      'WAL, synchronous=FULL, over better-sqlite3; appends run one at a time: several on one connection would share a transaction that is committed after their answers',
    async append(stream, revision, event) {
      await store.appendToStream(stream, [toEmmett(event)], { expectedStreamVersion: BigInt(revision) });
    },
    async fill(stream, events) {
      for (let from = 0; from < events.length; from += 1_000)
        await store.appendToStream(stream, events.slice(from, from + 1_000).map(toEmmett));
    },
    async asOf(stream, revision, initial, evolve) {
      const read = { to: BigInt(revision + 1) };
      const { state } = await store.aggregateStream(stream, { evolve, initialState: () => initial, read });
      return state;
    },
    async close() {
      db.close();
    },
  };
}

/** Emmett's interface of a connection (SQLiteConnection in its index.d.ts). */
function connectionOf(db: Database.Database): object {
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  let depth = 0;
  return {
    close: () => undefined,
    command: async (sql: string, values: unknown[] = []) => prepared(sql).run(...values.map(bound)),
    batchCommand: async (sqls: readonly string[]) => sqls.forEach((sql) => db.exec(sql)),
    query: async (sql: string, values: unknown[] = []) => prepared(sql).all(...values.map(bound)),
    querySingle: async (sql: string, values: unknown[] = []) =>
      prepared(sql).get(...values.map(bound)) ?? null,
    async withTransaction<T>(work: () => Promise<T>): Promise<T> {
      if (depth === 0) db.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = await work();
        if (depth === 1) db.exec('COMMIT');
        return result;
      } catch (error) {
        if (depth === 1) db.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
  };
}

/** Binds objects as text, like the package sqlite3: Emmett gives a partition as an object. */
function bound(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' && value !== null ? Object.prototype.toString.call(value) : value;
}
