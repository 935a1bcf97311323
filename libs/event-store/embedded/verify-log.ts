import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { EventDamaged, StreamNotFound } from '../failure.js';
import { checkCompleteness, checkPresence } from './checkpoint-file.js';
import { corruptionIn } from './damage.js';
import { LogReader, LOST_NAMES, type LogPosition } from './log-reader.js';
import { requireLog } from './schema.js';
import { checksumOf, genesisOf, isCommittedTo, same } from './seal.js';
import { contentOf, sealIn, type StoredRow } from './stored-row.js';

/** What a log was found to be. */
export interface LogReport {
  readonly file: string;
  readonly identity: string;
  /** Events that were looked at and are as they were written, `erased` among them. */
  readonly intact: number;
  /** Events of which the data were erased. */
  readonly erased: number;
  /** Events of an older log that have no checksum yet. */
  readonly unsealed: number;
  readonly damages: readonly EventDamaged[];
  /** The last event's checksum, in hexadecimal: over all that the log says. Null where it is not known. */
  readonly checksum: string | null;
}

export interface VerifyOptions {
  /** Only the events of this stream, without how they are chained to the others. */
  readonly stream?: string;
  readonly progress?: (at: { readonly checked: number; readonly of: number }) => void;
}

/**
 * Compares every event of a log in a file with its seal, the seals with each other, and the ways to the events with the
 * events. Only reads, also beside whoever writes; what is written meanwhile is not looked at.
 *
 * @throws StoreDamaged, StoreIncomplete, StoreSwapped, SchemaTooNew and StoreUnusable where the file is no log that can be read
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
  /** What the next event's checksum may follow from; nothing where that is not known. */
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
      return this.#note(this.reader.damaged(locationOf(row), 'its checksum is not whole'));
    }
    const follows = following.length === 0 || following.some((one) => same(one, checksum));
    // Where it does not, the next may follow from what is there, or from what should be.
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

  /** Whether each event is found by its stream, and each stream by its name, as readers look for them. */
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

/** What the ways to the events lack: the index of streams, the tree of positions, the last revisions, the index of names. */
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
    'the index of streams has other events than the log',
  ],
  [
    `SELECT s.name AS stream FROM streams s NOT INDEXED LEFT JOIN heads h ON h.stream = s.stream
       WHERE (SELECT sealed FROM log) = 1
         AND h.revision IS NOT (SELECT max(revision) FROM events e WHERE e.stream = s.stream) LIMIT 100`,
    'the last revision of the stream is not the one that was noted',
  ],
  [`${LOST_NAMES} LIMIT 100`, 'its name is not found'],
];

const locationOf = ({ position, name, revision }: StoredRow): LogPosition => ({
  position,
  revision,
  ...(name === null ? {} : { stream: name }),
});
