import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { eventually } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, introduce, openStory, read, record, report, stateAt } from './stories.js';

const DAMAGED = { status: 503, body: { code: 'event-damaged' } };

/** Flips a bit of the data of an event, as a failing disk might. */
function damage(file: string, stream: string, revision: number): void {
  const db = new Database(file);
  try {
    db.exec('DROP TRIGGER events_are_not_updated');
    const where = 'WHERE revision = ? AND stream = (SELECT stream FROM streams WHERE name = ?)';
    const { data } = db.prepare(`SELECT data FROM events ${where}`).get(revision, stream) as { data: Buffer };
    data[data.length >> 1]! ^= 1;
    db.prepare(`UPDATE events SET data = ? ${where}`).run(data, revision, stream);
  } finally {
    db.close();
  }
}

describe('a log that is damaged in one event', () => {
  let newsroom: RunningNewsroom;
  let id: string;
  const ready = async (): Promise<string> => {
    const { body } = await newsroom.desk.get('/health/ready');
    return JSON.stringify(body.checks);
  };

  beforeAll(async () => {
    newsroom = await RunningNewsroom.open();
    await introduce(newsroom.desk);
    for (const slug of ['harmed', 'sound']) {
      await openStory(newsroom.desk, slug);
      await record(newsroom.desk, slug, report(['first']));
      const { public: recorded } = await record(newsroom.desk, slug, report(['second']));
      await stateAt(newsroom.archive, slug, recorded.revision);
    }
    id = (await newsroom.desk.get(at('harmed'))).body.id;
  });
  afterAll(() => newsroom.remove());

  const restart = async (file: string, stream: string): Promise<void> => {
    await newsroom.stop();
    damage(join(newsroom.data, file), stream, 1);
    rmSync(join(newsroom.data, 'read-models'), { recursive: true });
    await newsroom.start();
    await eventually(
      () => newsroom.desk.get('/health/ready'),
      ({ status }) => status === 200,
    );
  };

  it('reports that story as damaged on both surfaces, and serves every other story', async () => {
    await restart('desk.db', `story-${id}`);
    expect(await newsroom.desk.get(at('sound'))).toMatchObject({ status: 200 });
    for (const name of ['harmed', id]) expect(await newsroom.desk.get(at(name))).toMatchObject(DAMAGED);
    expect(await newsroom.desk.get(at('harmed', '/log'))).toMatchObject(DAMAGED);
    expect(await newsroom.desk.post(at('harmed', '/developments'), report(['third']))).toMatchObject(DAMAGED);
    const { public: recorded } = await record(newsroom.desk, 'sound', report(['third']));
    await stateAt(newsroom.archive, 'sound', recorded.revision);
    // Words are removed everywhere else, and the answer names the story that still has them.
    const removal = { words: 'headline', reason: 'privacy', notice: { en: 'Removed.' }, scope: 'newsroom' };
    expect(await newsroom.desk.post('/desk/v1/removals', { ...removal, dryRun: true })).toMatchObject({
      status: 200,
      body: { damaged: [id], stories: [{ slug: 'sound' }] },
    });
    // The public log is a separate file, and intact.
    expect(await newsroom.archive.get(read('harmed'))).toMatchObject({ status: 200 });
    expect(await ready()).toMatch(/damaged in 1 place.*1 story\(s\) not shown/);
  });

  it('does the same for the public log', async () => {
    await restart('public.db', `public-${id}`);
    expect(await newsroom.archive.get(read('harmed'))).toMatchObject(DAMAGED);
    const { body } = await newsroom.archive.get('/v1/stories');
    expect(body.items.map(({ slug }: { slug: string }) => slug)).toEqual(['sound']);
    const { public: recorded } = await record(newsroom.desk, 'sound', report(['fourth']));
    await stateAt(newsroom.archive, 'sound', recorded.revision);
  });
});
