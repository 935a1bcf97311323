import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClusterDouble } from '../double/index.js';
import { eventually, type Answer } from '../http/caller.js';
import { introduce, openStory, report } from '../http/stories.js';
import { dateline, Program } from './program.js';

let double: ClusterDouble;
let settings: Readonly<Record<string, string>>;
let desk: Program;
let archives: Program[];

beforeAll(async () => {
  double = await ClusterDouble.start();
  settings = { EVENTSTORE_URL: double.url, DATELINE_MAX_STALE: '15s' };
  desk = await Program.start('desk', settings);
  archives = await Promise.all([Program.start('archive', settings), Program.start('archive', settings)]);
  await introduce(desk.caller);
});
afterAll(async () => {
  await Promise.all([desk, ...archives].map((program) => program.remove()));
  await double.stop();
});

const developments = (slug: string): string => `/desk/v1/stories/${slug}/developments`;

/** Records a development, and waits until each archive has it. */
async function recordIn(slug: string, claim: string): Promise<Answer> {
  const headers = { 'idempotency-key': `${slug}/${claim}` };
  // A busy desk answers before the development is public. A repeated request gets the position.
  const filed = await eventually(
    () => desk.caller.post(developments(slug), report([claim]), headers),
    ({ body }) => body.public !== null,
  );
  if (filed.status !== 201) throw new Error(filed.text);
  const position = { 'dateline-position': String(filed.body.public.position) };
  for (const { caller } of archives)
    await eventually(
      () => caller.get(`/v1/stories/${slug}`, position),
      ({ status }) => status === 200,
    );
  return filed;
}

it('gives the same permalinks, ETags and bytes from every archive', async () => {
  const slug = await openStory(desk.caller, 'same-everywhere');
  await recordIn(slug, 'first');
  await recordIn(slug, 'second');
  const now = new Date().toISOString();
  const [one, two] = await Promise.all(archives.map((a) => a.caller.get(`/v1/stories/${slug}?asOf=${now}`)));
  expect(one!.status).toBe(200);
  expect(one!.headers['content-location']).toMatch(/\/v1\/stories\/[\w-]+\/revisions\/2$/);
  for (const header of ['etag', 'content-location', 'memento-datetime'])
    expect(two!.headers[header]).toBe(one!.headers[header]);
  expect(two!.text).toBe(one!.text);
});

it('kills a story in every archive', async () => {
  const slug = await openStory(desk.caller, 'killed-everywhere');
  await recordIn(slug, 'wrong');
  const notice = { en: 'The story was wrong.' };
  await desk.caller.post(`/desk/v1/stories/${slug}/kill`, { reason: 'It was made up.', notice });
  for (const { caller } of archives)
    expect(
      await eventually(
        () => caller.get(`/v1/stories/${slug}`),
        ({ status }) => status === 410,
      ),
    ).toMatchObject({ status: 410 });
});

it('lets an archive catch up after it was killed', async () => {
  const slug = await openStory(desk.caller, 'missed');
  await recordIn(slug, 'before');
  const [gone, other] = archives as [Program, Program];
  await gone.stop('SIGKILL');
  const filed = await desk.caller.post(developments(slug), report(['meanwhile']));
  await gone.start();
  const position = { 'dateline-position': String(filed.body.public.position) };
  const [late, present] = await Promise.all(
    [gone, other].map(({ caller }) => caller.get(`/v1/stories/${slug}`, position)),
  );
  expect(late).toMatchObject({ status: 200, text: present!.text });
});

it('starts an archive from a copy of the read model of another one', async () => {
  const slug = await openStory(desk.caller, 'copied');
  await recordIn(slug, 'in-the-copy');
  const folder = mkdtempSync(join(tmpdir(), 'copied-'));
  rmSync(folder, { recursive: true });
  const taken = await dateline(['snapshot', folder], { ...settings, DATELINE_DATA: archives[0]!.data });
  expect(taken).toMatchObject({ code: 0 });
  expect(taken.out).toContain('it catches up by itself');
  const filed = await recordIn(slug, 'after-the-copy');
  const [reads, begun] = [double.calls.read, performance.now()];
  const third = await Program.start('archive', settings, { data: folder });
  try {
    const position = { 'dateline-position': String(filed.body.public.position) };
    const [copied, first] = await Promise.all(
      [third, archives[0]!].map(({ caller }) => caller.get(`/v1/stories/${slug}`, position)),
    );
    expect(copied).toMatchObject({ status: 200, text: first!.text });
    // It did not read every story again. Each program also reads the end of the log a few times per second.
    const looks = (20 * (performance.now() - begun)) / 1_000;
    expect(double.calls.read - reads - looks).toBeLessThan(60);
    const again = await dateline(['snapshot', folder], { ...settings, DATELINE_DATA: archives[0]!.data });
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toContain('has a read model already');
  } finally {
    await third.remove();
  }
});

describe('while the cluster is away', () => {
  it('serves what it has, reports its age, and serves no stories past the age limit', async () => {
    const slug = await openStory(desk.caller, 'outage');
    await recordIn(slug, 'known');
    const [archive, restarted] = archives as [Program, Program];
    await double.stopNode(0);
    try {
      const begun = Date.now();
      expect(await archive.caller.get(`/v1/stories/${slug}`)).toMatchObject({ status: 200 });
      const old = await eventually(
        () => archive.caller.get(`/v1/stories/${slug}`),
        ({ headers }) => headers['dateline-level-at'] !== undefined,
      );
      expect(old.status).toBe(200);
      const caughtUpAt = Date.parse(String(old.headers['dateline-level-at']));
      expect(Math.abs(caughtUpAt - begun)).toBeLessThan(4_000);
      // An archive that starts meanwhile does too: it has stored when it was caught up, and with which log.
      await restarted.stop('SIGKILL');
      await restarted.start(false);
      expect(
        await eventually(
          () => restarted.caller.get(`/v1/stories/${slug}`),
          ({ status }) => status === 200,
        ),
      ).toMatchObject({ status: 200 });
      await pause(Math.max(0, begun + 16_500 - Date.now()));
      expect(await archive.caller.get('/health/ready')).toMatchObject({ status: 503 });
      for (const { caller } of archives) {
        const stale = await caller.get(`/v1/stories/${slug}`);
        expect(stale).toMatchObject({ status: 503, body: { code: 'stale' } });
        expect(stale.headers['retry-after']).toBeDefined();
        expect(await caller.get('/v1/stories')).toMatchObject({ status: 503 });
        expect(await caller.get('/health/live')).toMatchObject({ status: 200 });
      }
    } finally {
      await double.startNode(0);
    }
    for (const archive of archives) await archive.until('/health/ready');
    expect(await archive.caller.get(`/v1/stories/${slug}`)).toMatchObject({ status: 200 });
  });

  it('records a development once when the cluster is back, however often it was sent', async () => {
    const slug = await openStory(desk.caller, 'sent-again');
    const key = { 'idempotency-key': 'once' };
    await double.stopNode(0);
    const refused = await desk.caller.post(developments(slug), report(['once']), key);
    expect(refused.status).toBe(503);
    expect(['store-unavailable', 'outcome-unknown', 'not-ready']).toContain(refused.body.code);
    expect(await desk.caller.get('/health/ready')).toMatchObject({ status: 503 });
    await double.startNode(0);
    await desk.until('/health/ready');
    const filed = await desk.caller.post(developments(slug), report(['once']), key);
    expect(filed).toMatchObject({ status: 201, body: { revision: '1' } });
    expect(await desk.caller.post(developments(slug), report(['once']), key)).toMatchObject({
      status: 201,
      body: { revision: '1' },
    });
  });
});
