import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, introduce, openStory, record, report } from './stories.js';

const fault = join(import.meta.dirname, '..', '..', '.cache', `store-fault-${process.pid}`);
const FAILING = 'failing-store.mjs';
let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ STORE_FAULT: fault }, FAILING);
  await introduce(newsroom.desk);
});
afterAll(async () => {
  rmSync(fault, { force: true });
  await newsroom.remove();
});

it('is not ready on a volume with less than the reserved space, even before the first write', async () => {
  const full = await RunningNewsroom.open({ STORE_RESERVE: String(2 ** 60), DATELINE_DEMO: 'on' }, FAILING);
  try {
    const { status, body } = await full.desk.get('/health/ready');
    expect([status, body.checks[0]]).toEqual([
      503,
      { name: 'store', ok: false, detail: expect.stringContaining(`keeps ${2 ** 60} in reserve`) },
    ]);
    const story = { slug: 'a', headline: en('A'), language: 'en' };
    expectProblem(await full.desk.post('/desk/v1/stories', story), 503, 'store-unavailable');
    expect((await full.archive.get('/v1/stories')).status).toBe(200);
  } finally {
    await full.remove();
  }
});

const ready = () => newsroom.desk.get('/health/ready');

describe.each(['before', 'after'])('a store whose fsync failed %s it wrote, and does not recover', (when) => {
  it('answers a retried request as unresolved until recovery, then with its result; records it once', async () => {
    const { desk } = newsroom;
    const slug = await openStory(desk);
    const other = await openStory(desk);
    const first = await record(desk, slug, report(['a']), { 'idempotency-key': `${when}-first` });
    const send = (key: string, to = slug) =>
      desk.post(at(to, '/developments'), report([key], { text: en(key) }), {
        'idempotency-key': `${when}-${key}`,
      });

    writeFileSync(fault, when);
    expectProblem(await send('b'), 503, 'outcome-unknown');
    for (let times = 0; times < 3; times += 1) expectProblem(await send('b'), 503, 'outcome-unknown');
    // It depends on the unresolved write; the other does not.
    expectProblem(await send('c'), 503, 'outcome-unknown');
    expectProblem(await send('d', other), 503, 'store-unavailable');
    expectProblem(await desk.get(at(slug, '/log')), 503, 'store-unavailable');
    const health = await ready();
    expectProblem(health, 503, 'not-ready');
    expect(health.body.checks[0]).toMatchObject({ name: 'store', ok: false });

    rmSync(fault);
    await eventually(ready, ({ status }) => status === 200);
    const made = await send('b');
    expect([made.status, made.body.revision]).toEqual([201, '2']);
    expect((await send('b')).body).toMatchObject({ id: made.body.id, revision: '2' });
    expect((await record(desk, slug, report(['a']), { 'idempotency-key': `${when}-first` })).revision).toBe(
      first.revision,
    );
    expect((await send('c')).body.revision).toBe('3');
    const { body } = await desk.get(at(slug, '/log?limit=10'));
    expect(
      body.items.map((e: { data: { development?: { text: object } } }) => e.data.development?.text),
    ).toEqual([undefined, en('Moscow says so.'), en('b'), en('c')]);
  });

  it('does not answer 404 for a story while its opening is unresolved', async () => {
    const { desk } = newsroom;
    const open = () =>
      desk.post('/desk/v1/stories', { slug: `opened-${when}`, headline: en('A'), language: 'en' });
    writeFileSync(fault, when);
    expectProblem(await open(), 503, 'outcome-unknown');
    expectProblem(await desk.post(at(`opened-${when}`, '/developments'), report()), 503, 'outcome-unknown');
    rmSync(fault);
    await eventually(ready, ({ status }) => status === 200);
    expect([200, 201]).toContain((await open()).status);
    expect((await desk.post(at(`opened-${when}`, '/developments'), report())).status).toBe(201);
  });
});
