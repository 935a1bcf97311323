import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { EventDamaged, StreamNotFound } from '../failure.js';
import { checkCompleteness, checkPresence } from './checkpoint-file.js';
import { corruptionIn } from './damage.js';
import { LogReader, LOST_NAMES, type LogPosition } from './log-reader.js';
import { requireLog } from './schema.js';
import { checksumOf, genesisOf, isCommittedTo, same } from './seal.js';
import { contentOf, sealIn, type StoredRow } from './stored-row.js';

/** The result of a verification. */
export interface LogReport {
  readonly file: string;
  readonly identity: string;
  /** The number of intact events, `erased` ones included. */
  readonly intact: number;
  /** The number of events whose data were erased. */
  readonly erased: number;
  /** The number of events of an older log that have no checksum yet. */
  readonly unsealed: number;
  readonly damages: readonly EventDamaged[];
  /** The checksum of the last event, in hexadecimal. It covers the whole log. Null where it is unknown. */
  readonly checksum: string | null;
}

export interface VerifyOptions {
  /** Verifies only the events of this stream, without the chain of checksums. */
  readonly stream?: string;
  readonly progress?: (at: { readonly checked: number; readonly of: number }) => void;
}

/**
 * Verifies a log in a file: every event against its seal, the chain of checksums, and the indexes. It only reads, and may run
 * while another process writes; it leaves out events that are written meanwhile.
 *
 * @throws StoreDamaged, StoreIncomplete, StoreSwapped, SchemaTooNew, StoreUnusable where the file cannot be read as a log
 */
export async function verifyLog(file: string, { stream, progress }: VerifyOptions = {}): Promise<LogReport> {
  checkPresence(file);
  requireLog(file);
  const reader = new LogReader(file);
  try {
    checkCompleteness(file, reader.identity, () => reader.head());
    const verification = new Verification(reader, progress ?? (() => undefined));
    if (stream === undefined) await verification.all(file);
    else await verification.one(stream);
    return { file, identity: reader.identity, ...verification.report };
  } finally {
    reader.close();
  }
}

class Verification {
  #intact = 0;
  #erased = 0;
  #unsealed = 0;
  readonly #damages = new Map<string, EventDamaged>();
  /** The checksums from which the next one may follow; empty where none is known. */
  #before: readonly Uint8Array[];

  constructor(
    private readonly reader: LogReader,
    private readonly progress: NonNullable<VerifyOptions['progress']>,
  ) {
    this.#before = [genesisOf(reader.identity)];
  }

  get report(): Omit<LogReport, 'file' | 'identity'> {
    const [last, another] = this.#before;
    return {
      intact: this.#intact,
      erased: this.#erased,
      unsealed: this.#unsealed,
      damages: [...this.#damages.values()],
      checksum: last && !another && this.#intact > 0 ? Buffer.from(last).toString('hex') : null,
    };
  }

  async all(file: string): Promise<void> {
    const of = Number(this.reader.head() ?? -1n) + 1;
    for (let low = 0; low < of;) {
      const { rows, damage } = this.reader.page(low, of - low);
      for (const row of rows) this.#take(row);
      low += rows.length;
      if (damage) {
        this.#note(damage);
        this.#before = [];
        low += 1;
      }
      this.progress({ checked: low, of });
      await nextTurn();
    }
    this.#checkIndexes(file);
  }

  async one(stream: string): Promise<void> {
    for (let from = 0n, more = true; more;)
      try {
        more = false;
        for await (const event of this.reader.readStream(stream, { from })) {
          this.#intact += 1;
          if (event.erased) this.#erased += 1;
          from = event.revision + 1n;
          this.progress({ checked: this.#intact, of: this.#intact });
        }
      } catch (error) {
        if (error instanceof StreamNotFound) return;
        if (!(error instanceof EventDamaged)) throw error;
        this.#note(error);
        from = (error.revision ?? from) + 1n;
        more = error.revision !== null;
      }
    this.#before = [];
  }

  #take(row: StoredRow): void {
    const seal = sealIn(row);
    const { checksum } = row;
    if (seal === null) {
      this.#unsealed += 1;
      this.#intact += 1;
      return;
    }
    const following = this.#before.map((before) => checksumOf(before, row.position, seal.commitment));
    if (!Buffer.isBuffer(checksum)) {
      this.#before = following;
      return this.#note(this.reader.damaged(locationOf(row), 'its checksum is incomplete'));
    }
    const follows = following.length === 0 || following.some((one) => same(one, checksum));
    // If it does not follow, the next may follow from this checksum or from the expected one.
    this.#before = follows ? [checksum] : [checksum, ...following];
    const fault = !follows
      ? 'its checksum does not follow from the event before it'
      : isCommittedTo(contentOf(row), seal)
        ? null
        : 'it does not match its commitment';
    if (fault !== null) return this.#note(this.reader.damaged(locationOf(row), fault));
    this.#intact += 1;
    if (seal.salt === null) this.#erased += 1;
  }

  /** Whether the indexes that readers use find each event and each stream. */
  #checkIndexes(file: string): void {
    const db = new Database(file, { readonly: true, timeout: 5_000 });
    try {
      for (const [sql, what] of INDEX_CHECKS)
        for (const found of db.prepare<[], LogPosition>(sql).all())
          this.#note(this.reader.damaged(found, what));
    } catch (error) {
      const corruption = corruptionIn(error);
      if (corruption === null) throw error;
      this.#note(this.reader.damaged({}, corruption));
    } finally {
      db.close();
    }
  }

  #note(damage: EventDamaged): void {
    this.#damages.set(damage.message, damage);
  }
}

/** Queries for errors in the index of streams, the tree of positions, the last revisions and the index of names. */
const INDEX_CHECKS: readonly (readonly [string, string])[] = [
  [
    `SELECT e.position FROM events e NOT INDEXED WHERE e.position IS NOT (SELECT i.position
       FROM events i INDEXED BY events_by_stream WHERE i.stream = e.stream AND i.revision = e.revision) LIMIT 100`,
    'the index of its stream does not lead to it',
  ],
  [
    `SELECT i.position FROM events i INDEXED BY events_by_stream
       WHERE NOT EXISTS (SELECT 1 FROM events e NOT INDEXED WHERE e.position = i.position) LIMIT 100`,
    'its position does not lead to it',
  ],
  [
    `SELECT 1 WHERE (SELECT count(*) FROM events INDEXED BY events_by_stream)
       <> (SELECT count(*) FROM events NOT INDEXED)`,
    'the index of streams and the log have different events',
  ],
  [
    `SELECT s.name AS stream FROM streams s NOT INDEXED LEFT JOIN heads h ON h.stream = s.stream
       WHERE (SELECT sealed FROM log) = 1
         AND h.revision IS NOT (SELECT max(revision) FROM events e WHERE e.stream = s.stream) LIMIT 100`,
    'the last revision of the stream is not the stored one',
  ],
  [`${LOST_NAMES} LIMIT 100`, 'its name is not found'],
];

const locationOf = ({ position, name, revision }: StoredRow): LogPosition => ({
  position,
  revision,
  ...(name === null ? {} : { stream: name }),
});
