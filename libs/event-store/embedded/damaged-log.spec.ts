import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { collect, newEvent, until } from '../contract/events.js';
import { ScratchLog } from '../contract/scratch-log.js';
import type { StoredEvent } from '../event.js';
import { EventStoreError, type EventDamaged } from '../failure.js';
import { encode } from '../json.js';
import { EmbeddedEventReader } from './embedded-event-reader.js';
import { EmbeddedEventStore } from './embedded-event-store.js';
import { verifyLog } from './verify-log.js';

const STREAMS = ['story-a', 'story-b', 'story-c', 'directory'];

/** What a reader gets from a log: the events of each stream and of all streams, the identity, and the damage it found. */
interface Read {
  readonly identity: string;
  readonly events: ReadonlyMap<string, readonly StoredEvent[]>;
  readonly damage: readonly string[];
}

/** Reads everything, and continues after damage where possible. */
async function readWhole(file: string): Promise<Read> {
  const reader = await EmbeddedEventReader.open(file);
  const damage: string[] = [];
  const note = (error: unknown): void => {
    if (!(error instanceof EventStoreError)) throw error;
    damage.push(error.message);
  };
  try {
    const events = new Map<string, readonly StoredEvent[]>();
    for (const stream of STREAMS)
      events.set(
        stream,
        await collect(reader.readStream(stream)).catch((error: unknown) => {
          note(error);
          return [];
        }),
      );
    const all = await collect(reader.readAll({ onDamage: note })).catch((error: unknown) => {
      note(error);
      return [];
    });
    return { identity: reader.identity, events: events.set('', all), damage };
  } finally {
    await reader.close();
  }
}

/** Reads the rows without any verification. */
function readPlainly(file: string): string {
  const db = new Database(file, { readonly: true });
  try {
    const rows = db
      .prepare(
        `SELECT s.name, e.revision, e.position, hex(e.id) AS id, e.type, hex(e.metadata) AS metadata, hex(e.data) AS data
         FROM events e JOIN streams s ON s.stream = e.stream ORDER BY e.position`,
      )
      .all();
    return JSON.stringify(rows);
  } finally {
    db.close();
  }
}

const LOUD = /damaged|cut short|missing/;

describe('a damaged log', () => {
  let log: ScratchLog;
  let whole: Read;
  let folder: string;
  let file: string;
  let bytes: Buffer;

  beforeAll(async () => {
    log = new ScratchLog();
    const store = await log.open();
    for (let round = 0; round < 12; round += 1)
      for (const stream of STREAMS) {
        const expected = round === 0 ? 'no_stream' : BigInt(2 * round - 1);
        const text = `${stream} ${round} `.repeat(round === 5 ? 600 : 8);
        const data = round === 3 ? Uint8Array.from([round, 255, 0]) : encode({ text });
        // Not canonical: another program might write it like this.
        const metadata = round === 4 ? Buffer.from('{ "b": 1,\t"a": 2 }') : encode({ round });
        await store.append(stream, expected, [newEvent({ data, metadata }), newEvent()]);
      }
    await store.erase('story-b', 23n, [{ revision: 7n, data: encode({ text: 'removed' }) }]);
    await store.close();
    folder = mkdtempSync(join(tmpdir(), 'dateline-damaged-'));
    file = join(folder, 'desk.db');
    bytes = readFileSync(log.file);
    copyFileSync(`${log.file}.checkpoint`, `${file}.checkpoint`);
    writeFileSync(file, bytes);
    whole = await readWhole(file);
  });
  afterAll(async () => {
    await log.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  });

  const flipped = (at: number): Buffer => {
    const flip = Buffer.from(bytes);
    flip[at >> 3]! ^= 1 << (at & 7);
    return flip;
  };
  const flips = (): fc.Arbitrary<number> => fc.nat({ max: bytes.length * 8 - 1 });

  /** `named`: an error reports damage. `same`: everything reads as before. `silent`: neither, which must not happen. */
  const verdict = async (): Promise<'named' | 'same' | 'silent'> => {
    let read: Read;
    try {
      read = await readWhole(file);
    } catch (error) {
      if (error instanceof EventStoreError && LOUD.test(error.message)) return 'named';
      throw error;
    }
    if (read.damage.length > 0) {
      expect(read.damage.every((message) => LOUD.test(message))).toBe(true);
      return 'named';
    }
    return read.identity === whole.identity && same(read, whole) ? 'same' : 'silent';
  };

  it('is intact before it is damaged', async () => {
    expect(whole.damage).toEqual([]);
    expect(whole.events.get('')).toHaveLength(96);
    expect(await verifyLog(file)).toMatchObject({ intact: 96, erased: 1, unsealed: 0, damages: [] });
  });

  it('is detected after any flip of a bit, or reads as before', async () => {
    await fc.assert(
      fc.asyncProperty(flips(), async (at) => {
        writeFileSync(file, flipped(at));
        expect(await verdict()).not.toBe('silent');
      }),
      { numRuns: 400 },
    );
  });

  it('is detected by the verification whenever a reader detects it, and no intact event is reported', async () => {
    await fc.assert(
      fc.asyncProperty(flips(), async (at) => {
        writeFileSync(file, flipped(at));
        const outcome = await verdict();
        const report = await verifyLog(file).catch((error: unknown) => {
          if (error instanceof EventStoreError) return null;
          throw error;
        });
        const { damages, intact } = report ?? { damages: ['the whole log'], intact: 96 };
        expect(outcome === 'named' ? damages.length > 0 : intact >= 95).toBe(true);
      }),
      // The last byte of a page that leads to others: a key of the tree of positions.
      { numRuns: 200, examples: [[196_601]] },
    );
  });

  it('is detected where a checksum has another type, and nothing is written after it', async () => {
    const db = new Database(log.file, { readonly: true });
    const last = db.prepare<[], Buffer>('SELECT commitment FROM seals WHERE position = 95').pluck().get()!;
    db.close();
    // SQLite's types of a row: a salt of 16 bytes, two values of 32, and none.
    const types = bytes.lastIndexOf(Buffer.from([0x2c, 0x4c, 0x4c, 0]), bytes.indexOf(last));
    writeFileSync(file, flipped((types + 2) * 8));
    const { damages } = await verifyLog(file);
    expect(damages).toMatchObject([
      { position: 95n, message: expect.stringContaining('its checksum is incomplete') },
    ]);
    const store = await EmbeddedEventStore.open({ file, reserve: 0 });
    try {
      const refused = expect.objectContaining({ message: expect.stringMatching(LOUD) });
      await expect(store.append('story-d', 'no_stream', [newEvent()])).rejects.toEqual(refused);
      await expect(store.append('story-a', 0n, [newEvent()])).rejects.toEqual(refused);
      expect(await store.head()).toBe(95n);
    } finally {
      await store.close();
    }
  });

  it('is not detected by a reader without verification: the control', () => {
    writeFileSync(file, bytes);
    const before = readPlainly(file);
    let silent = 0;
    for (const at of fc.sample(flips(), 600)) {
      writeFileSync(file, flipped(at));
      try {
        if (readPlainly(file) !== before) silent += 1;
      } catch {
        // SQLite itself found it.
      }
    }
    expect(silent).toBeGreaterThan(50);
  });

  it('is followed past a damaged event only by a handler with onDamaged', async () => {
    writeFileSync(file, bytes);
    const db = new Database(file);
    db.exec('DROP TRIGGER events_are_not_updated');
    db.prepare("UPDATE events SET type = 'Other' WHERE position = 5").run();
    db.close();
    const reader = await EmbeddedEventReader.open(file, 20);
    try {
      const [seen, stopped]: [bigint[], bigint[]] = [[], []];
      const damaged: EventDamaged[] = [];
      const start = { prefix: '', after: 'start' } as const;
      reader.subscribe(start, {
        onBatch: (events) => void seen.push(...events.map(({ position }) => position)),
        onDamaged: (damage) => void damaged.push(damage),
      });
      const strict = reader.subscribe(start, {
        onBatch: (events) => void stopped.push(...events.map(({ position }) => position)),
      });
      await until(
        'one continues and the other waits',
        () => seen.length === 95 && strict.health.state === 'retrying',
      );
      expect(damaged).toMatchObject([{ file, position: 5n, stream: 'story-c', revision: 1n }]);
      expect(stopped).toEqual([0n, 1n, 2n, 3n, 4n]);
      expect(strict.health.reason).toContain('position 5 (stream story-c, revision 1)');
      expect(reader.health().damages).toEqual(damaged);
    } finally {
      await reader.close();
    }
  });

  it('is reported as damaged or truncated at every length', async () => {
    const message = async (open: () => Promise<unknown>): Promise<string> => {
      try {
        await open();
        return 'opened';
      } catch (error) {
        return error instanceof EventStoreError ? error.message : `raw: ${String(error)}`;
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), async (length) => {
        writeFileSync(file, bytes.subarray(0, length));
        for (const open of [
          EmbeddedEventReader.open,
          (name: string) => EmbeddedEventStore.open({ file: name }),
        ]) {
          const said = await message(() => open(file));
          expect(said).toMatch(/^.* is damaged or cut short: .* Restore the log from a backup/);
          expect(said).not.toContain('\n');
        }
      }),
      { numRuns: 150 },
    );
  });
});

function same(one: Read, two: Read): boolean {
  return [...two.events].every(([stream, events]) => {
    const others = one.events.get(stream) ?? [];
    return (
      others.length === events.length &&
      events.every((event, index) => JSON.stringify(plain(event)) === JSON.stringify(plain(others[index]!)))
    );
  });
}

const plain = ({ data, metadata, revision, position, ...rest }: StoredEvent): object => ({
  ...rest,
  revision: String(revision),
  position: String(position),
  data: Buffer.from(data).toString('hex'),
  metadata: Buffer.from(metadata).toString('hex'),
});
