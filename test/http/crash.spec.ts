import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, introduce, openStory, read, record, report, stateAt } from './stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const logOf = async (slug: string): Promise<Json[]> => {
  const items: Json[] = [];
  for (let next: string | null = at(slug, '/log?limit=500'); next !== null;) {
    const { body }: Answer = await newsroom.desk.get(next);
    items.push(...body.items);
    next = body.next;
  }
  return items;
};

/** Expects revisions without gaps, and no event recorded twice. */
async function expectWhole(slug: string): Promise<Json[]> {
  const log = await logOf(slug);
  expect(log.map((e) => e.revision)).toEqual(log.map((_, i) => String(i)));
  const made = log.flatMap((e) => e.data.development?.id ?? []);
  expect(new Set(made).size).toBe(made.length);
  const times = log.map((e) => e.metadata.recordedAt);
  expect(times).toEqual([...times].sort((a, b) => (a < b ? -1 : 1)));
  return log;
}

/** Expects the archive and the desk to show the same of a fully public story. */
async function expectPublicEqual(slug: string): Promise<void> {
  const desk = await newsroom.desk.get(at(slug));
  const archive = await eventually(
    () => newsroom.archive.get(read(slug)),
    (a) => a.body.revision === desk.body.revision,
  );
  expect([slug, archive.body.revision]).toEqual([slug, desk.body.revision]);
  for (const rest of ['/developments', '/claims']) {
    const ids = async (of: typeof newsroom.desk, root: string): Promise<Json[]> => {
      const all: Json[] = [];
      for (let next: string | null = `${root}${rest}?limit=100`; next !== null;) {
        const { body }: Answer = await of.get(next);
        all.push(...body.items.map((i: Json) => [i.id, i.text, i.status]));
        next = body.next;
      }
      return all;
    };
    expect(await ids(newsroom.archive, read(slug))).toEqual(await ids(newsroom.desk, at(slug)));
  }
}

describe('a newsroom that is killed while it imports', () => {
  it('resumes an import where it was interrupted', async () => {
    const slug = 'cut-off';
    const time = (i: number): string => new Date(Date.UTC(2016, 11, 1, 9, 0, i)).toISOString();
    const line = (i: number, command: string, body: object): Json => ({
      at: time(i),
      story: slug,
      command,
      ...body,
    });
    const embargoed = report(['late'], { release: { embargoedUntil: time(500) } });
    const file = [
      line(0, 'open', { headline: en('A'), language: 'en' }),
      line(1, 'record', { ref: 'late', ...embargoed }),
      ...Array.from({ length: 1_000 }, (_, i) =>
        line(2 + i, 'record', { ref: `d-${i}`, ...report([`c-${i}`]) }),
      ),
    ];
    let cut = 0;
    for (let tries = 0; tries < 5 && cut < 2; tries += 1) {
      const run = newsroom.desk.import(file).catch(() => null);
      await pause(250);
      await newsroom.kill();
      if (!(await run)?.text.includes('"done"')) cut += 1;
      await newsroom.start();
    }
    expect(cut).toBeGreaterThan(0);
    const answer = await newsroom.desk.import(file);
    expect(answer.text.trim().split('\n').at(-1)).toMatch(/"done":true/);
    const log = await expectWhole(slug);
    // Every line once, and the embargo ends at its time.
    expect(log).toHaveLength(file.length + 1);
    expect(log.find((e) => e.type === 'DevelopmentReleased')?.metadata.recordedAt).toBe(time(500));
    expect((await newsroom.desk.import(file)).text).toMatch(/"added":0/);
  });
});

describe('two editors on one story', () => {
  it('are both recorded, in one order, without gaps', async () => {
    const slug = await openStory(newsroom.desk);
    const editor = async (name: string): Promise<Json[]> => {
      const all: Json[] = [];
      for (let i = 0; i < 40; i += 1) all.push(await record(newsroom.desk, slug, report([`${name}-${i}`])));
      return all;
    };
    const both = (await Promise.all([editor('a'), editor('b')])).flat();
    const log = await expectWhole(slug);
    expect(log).toHaveLength(81);
    expect(new Set(both.map((b) => b.revision)).size).toBe(80);
    await expectPublicEqual(slug);
  });

  it('get a conflict if they word the same claim differently, and none if they word it alike', async () => {
    const slug = await openStory(newsroom.desk);
    const name = (text: string) =>
      newsroom.desk.post(
        at(slug, '/developments'),
        report(['talks'], { claims: [{ id: 'talks', kind: 'proposition', text: en(text) }] }),
      );
    const race = await Promise.all(['one', 'two', 'one', 'one'].map(name));
    const statuses = race.map((r) => r.status).sort((a, b) => a - b);
    expect([
      [201, 201, 201, 409],
      [201, 409, 409, 409],
    ]).toContainEqual(statuses);
    await expectWhole(slug);
  });
});

describe('a newsroom that is stopped', () => {
  it('exits with 0, deletes its running file, and restarts with all data', async () => {
    const slug = await openStory(newsroom.desk);
    const made = await record(newsroom.desk, slug, report(['talks']));
    await stateAt(newsroom.archive, slug, made.public.revision);
    const before = (await newsroom.archive.get(read(slug))).text;
    expect(await newsroom.stop()).toBe(0);
    await newsroom.start();
    expect((await newsroom.archive.get(read(slug))).text).toBe(before);
  });
});
