import { join } from 'node:path';
import Database from 'better-sqlite3';
import { dateline } from '../cluster/program.js';
import { demonstrated, Desk } from './program.js';

let desk: Desk;
beforeEach(async () => {
  desk = new Desk();
  await demonstrated(desk);
});
afterEach(() => desk.remove());

/** Flips a bit in an event's data; returns where the event is. */
function damage(file: string): { position: number; stream: string; revision: number } {
  const db = new Database(join(desk.data, file));
  try {
    db.exec('DROP TRIGGER events_are_not_updated');
    const found = db
      .prepare(
        `SELECT position, name AS stream, revision, data FROM events JOIN streams USING (stream)
         WHERE name LIKE '%-%' AND revision = 2 LIMIT 1`,
      )
      .get() as { position: number; stream: string; revision: number; data: Buffer };
    found.data[found.data.length >> 1]! ^= 4;
    db.prepare('UPDATE events SET data = ? WHERE position = ?').run(found.data, found.position);
    return found;
  } finally {
    db.close();
  }
}

it('reports both logs as intact, with and without a running newsroom', async () => {
  const whole = /desk\.db: \d+ events are intact; checksum [0-9a-f]{64}\.\n.*public\.db: \d+ events are/;
  expect(await desk.out('verify')).toMatch(whole);
  await desk.open();
  expect(await desk.out('verify')).toMatch(whole);
  expect(await desk.out('verify', '--quiet')).toBe('');
});

it('names damaged events by file, position and stream, and exits with 1', async () => {
  const { position, stream, revision } = damage('public.db');
  // The position as in the archive: its last digit names the log.
  const line = `public.db: position ${position}2, stream ${stream}, revision ${revision}: it does not match its checksum\n`;
  const { code, out, err } = await desk.run(['verify']);
  expect([code, err]).toEqual([1, expect.stringMatching(/^dateline: 1 damage\(s\) found\. .*\n$/)]);
  expect(out).toContain(line);
  expect(out).toMatch(/desk\.db: \d+ events are intact; checksum/);
  const story = stream.replace('public-', '');
  expect(await desk.run(['verify', '--story', story])).toMatchObject({
    code: 1,
    out: expect.stringContaining(line),
  });
});

it('verifies one story, by its slug', async () => {
  const { stream } = damage('desk.db');
  expect(stream).toMatch(/^story-/);
  expect((await desk.run(['verify', '--story', 'aleppo-talks'])).code).toBe(1);
  expect(await desk.out('verify', '--story', 'unheard-of')).toContain('desk.db: 0 events are intact');
});

it('explains in one line that a cluster verifies its own data', async () => {
  const { code, err } = await dateline(['verify'], {
    EVENTSTORE_URL: 'esdb://localhost:1?tls=false',
    DATELINE_DATA: desk.data,
  });
  expect(code).toBe(2);
  expect(err).toMatch(
    /^dateline: The logs are on a cluster: each node verifies its own chunk files[^\n]*\n$/,
  );
});
