import Database from 'better-sqlite3';
import { collect, eventsOf, newEvent, until } from '../contract/events.js';
import { ScratchLog } from '../contract/scratch-log.js';
import { decode, encode } from '../json.js';
import { EmbeddedEventReader } from './embedded-event-reader.js';
import { verifyLog } from './verify-log.js';

/** Removes from a closed log what the release before did not have. */
function makeOlder(file: string): void {
  const db = new Database(file);
  try {
    db.exec(`DROP TRIGGER events_are_not_updated;
      DROP TABLE seals; DROP TABLE heads; ALTER TABLE log DROP COLUMN sealed;
      CREATE TRIGGER events_are_not_updated BEFORE UPDATE ON events
      BEGIN SELECT RAISE(ABORT, 'an event is never updated'); END;
      PRAGMA user_version = 1`);
  } finally {
    db.close();
  }
}

describe('a log of an older release', () => {
  const COUNT = 1_700;
  let log: ScratchLog;

  beforeEach(async () => {
    log = new ScratchLog();
    const store = await log.open();
    await store.append('story-a', 'no_stream', [
      newEvent({ data: Buffer.from('{ "b": 1, "a": 2 }') }),
      newEvent({ data: Uint8Array.of(255) }),
      ...eventsOf(COUNT - 3),
    ]);
    await store.append('story-b', 'no_stream', eventsOf(1));
    await store.close();
    makeOlder(log.file);
  });
  afterEach(() => log.remove());

  it('gets its seals once, reports the progress, and gives the same events before and after', async () => {
    const store = await log.open();
    expect(store.health()).toMatchObject({
      state: 'ready',
      reason: expect.stringMatching(/^\d+ of 1700 events have checksums; the others are not yet verified\.$/),
    });
    const before = await collect(store.readAll());
    expect(await store.append('story-b', 0n, eventsOf(2))).toMatchObject({ revision: 2n, position: 1701n });
    await until('all are sealed', () => store.health().reason === null);
    const after = await collect(store.readAll());
    expect(after).toHaveLength(COUNT + 2);
    expect(after.slice(0, COUNT)).toEqual(before);
    await store.append('story-b', 2n, eventsOf(1));
    expect(await verifyLog(log.file)).toMatchObject({ intact: COUNT + 3, unsealed: 0, damages: [] });
  });

  it('continues with the next event, whenever it is closed', async () => {
    let unsealed = COUNT;
    for (let openings = 0; unsealed > 0; openings += 1) {
      const store = await log.open();
      await store.close();
      const report = await verifyLog(log.file);
      expect(report).toMatchObject({ intact: COUNT, damages: [] });
      expect(report.unsealed).toBeLessThan(unsealed);
      unsealed = report.unsealed;
      expect(openings).toBeLessThan(COUNT);
    }
  });

  it('can erase words like any other', async () => {
    const store = await log.open();
    await store.erase('story-a', 1_698n, [{ revision: 1_000n, data: encode({}) }]);
    const [event] = await collect(store.readStream('story-a', { from: 1_000n, limit: 1 }));
    expect([decode(event!.data), event!.erased]).toEqual([{}, true]);
    expect(await verifyLog(log.file)).toMatchObject({ intact: COUNT, erased: 1, damages: [] });
  });

  it('reports damage that it already had, and keeps working', async () => {
    const db = new Database(log.file);
    db.exec('DROP TRIGGER events_are_not_deleted; DELETE FROM events WHERE position = 600');
    db.close();
    const store = await log.open();
    await until('the damage is found', () => store.health().damages.length > 0);
    await until('it is reported', () => store.health().reason?.includes('position 600') === true);
    expect(await store.append('story-b', 0n, eventsOf(1))).toMatchObject({ revision: 1n });
    expect(await collect(store.readStream('story-b'))).toHaveLength(2);
    await expect(collect(store.readStream('story-a'))).rejects.toMatchObject({
      code: 'event-damaged',
      revision: 600n,
    });
  });

  it('cannot be read before it is upgraded', async () => {
    await expect(EmbeddedEventReader.open(log.file)).rejects.toMatchObject({ code: 'store-unusable' });
  });
});
