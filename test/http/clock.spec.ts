import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, introduce, openStory, read, record, report } from './stories.js';

const HOUR = 3_600_000;
const folder = mkdtempSync(join(tmpdir(), 'clock-'));
const file = join(folder, 'shift');
const shiftBy = (milliseconds: number): void => writeFileSync(file, String(milliseconds));
const boot = (name: string): void => writeFileSync(`${file}.boot`, name);

let newsroom: RunningNewsroom;
const open = async (settings = {}): Promise<void> => {
  shiftBy(0);
  boot('one');
  newsroom = await RunningNewsroom.open({
    NODE_OPTIONS: `--import ${join(import.meta.dirname, 'shifted-clock.mjs')}`,
    SHIFTED_CLOCK: file,
    ...settings,
  });
  await introduce(newsroom.desk);
};
afterEach(() => newsroom.remove());
afterAll(() => rmSync(folder, { recursive: true }));

/** A story with one public development, and one whose embargo ends in an hour. */
async function embargoed(): Promise<readonly [slug: string, secret: string]> {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['known']));
  const { id } = await record(
    newsroom.desk,
    slug,
    report(['secret'], { release: { embargoedUntil: new Date(Date.now() + HOUR).toISOString() } }),
  );
  return [slug, id];
}
const clock = async (): Promise<Json> => (await newsroom.desk.get('/desk/v1/clock')).body;
const ready = async (): Promise<Json> => (await newsroom.desk.get('/health/ready')).body;
/** Waits for the given position, if any, before it reads. */
const publicRevision = async (slug: string, made?: Json): Promise<string> =>
  (await newsroom.archive.get(read(slug), made ? { 'dateline-position': made.public.position } : {})).body
    .revision;
const confirm = (now: number): Promise<Json> =>
  newsroom.desk.post('/desk/v1/clock/confirmation', { now: new Date(now).toISOString() });
const lastOf = async (slug: string): Promise<Json> =>
  (await newsroom.desk.get(at(slug, '/log?limit=500'))).body.items.at(-1);

it.each([
  ['while nothing ran', 'one', /^The clock jumped forward by 25 hours/],
  ['while the machine was off', 'two', /^The machine was off for 25 hours according to its clock/],
])('releases nothing early if the clock was set 25 h ahead %s', async (_, next, reason) => {
  await open();
  const [slug] = await embargoed();
  await newsroom.kill();
  shiftBy(25 * HOUR);
  boot(next);
  await newsroom.start();
  // The publisher reads the embargoes after the start.
  const { checks } = await eventually(ready, ({ checks: found }) =>
    JSON.stringify(found).includes('1 embargo waits'),
  );
  expect(checks).toContainEqual({ name: 'publisher', ok: false, detail: expect.stringMatching(reason) });
  const before = await clock();
  expect(before).toMatchObject({ trusted: false, embargoes: 1, reason: expect.stringMatching(reason) });
  expect(Date.parse(before.machine) - Date.parse(before.now)).toBeGreaterThan(24 * HOUR);

  // Recorded times are not in the future, so the event is visible as of now.
  const made = await record(newsroom.desk, slug, report(['more']));
  const { recordedAt } = (await lastOf(slug)).metadata;
  expect(Date.parse(recordedAt)).toBeLessThan(Date.now() + HOUR);
  expect(made.warnings.map(({ rule }: Json) => rule)).not.toContain('recorded-ahead');
  expect(await publicRevision(slug, made)).toBe(made.public.revision);

  expectProblem(await confirm(Date.now()), 409, 'clock-disagrees');
  expect((await clock()).trusted).toBe(false);
  expect((await confirm(Date.now() + 25 * HOUR)).body).toMatchObject({
    trusted: true,
    reason: null,
    since: null,
  });
  const revision = await eventually(
    () => publicRevision(slug),
    (found) => found !== made.public.revision,
  );
  expect(Number(revision)).toBe(Number(made.public.revision) + 1);
  expect((await ready()).status).toBe('ready');
});

it('continues after a kill; after a clock jump it records no future time, and still releases by hand', async () => {
  await open();
  const [slug, secret] = await embargoed();
  await newsroom.kill();
  await newsroom.start();
  expect(await clock()).toMatchObject({ trusted: true, reason: null });
  expect((await ready()).status).toBe('ready');
  expect((await confirm(Date.now())).status).toBe(200);
  expect(await publicRevision(slug)).toBe('1');

  shiftBy(25 * HOUR);
  const made = await record(newsroom.desk, slug, report(['more']));
  expect(Date.parse((await lastOf(slug)).metadata.recordedAt)).toBeLessThan(Date.now() + HOUR);
  expect((await clock()).trusted).toBe(false);
  const released = await newsroom.desk.post(at(slug, `/developments/${secret}/release`), {});
  expect(released.body.public).toEqual({
    revision: String(Number(made.public.revision) + 1),
    position: expect.any(String),
  });
  shiftBy(0);
  expect(await clock()).toMatchObject({ trusted: true, reason: null });
});

it('asks the configured second clock, and trusts a time that both agree on', async () => {
  let ahead = 0;
  const server = createServer((_, response) => {
    response.sendDate = false;
    response.setHeader('date', new Date(Date.now() + ahead).toUTCString()).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await open({ DATELINE_TIME_CHECK: `http://127.0.0.1:${port}/` });
    const [slug] = await embargoed();
    await newsroom.kill();
    shiftBy(25 * HOUR);
    boot('two');
    await newsroom.start();
    expect((await clock()).trusted).toBe(false);
    expect(await publicRevision(slug)).toBe('1');
    await newsroom.kill();
    ahead = 25 * HOUR;
    await newsroom.start();
    expect((await eventually(clock, ({ trusted }) => trusted)).trusted).toBe(true);
    expect(
      await eventually(
        () => publicRevision(slug),
        (found) => found === '2',
      ),
    ).toBe('2');
  } finally {
    server.close();
  }
});

it('trusts the clock at start if the operator has confirmed it, and warns of events that a wrong clock left in the future', async () => {
  await open({ DATELINE_TIME_CHECK: 'off' });
  const [early] = await embargoed();
  await newsroom.kill();
  shiftBy(25 * HOUR);
  boot('two');
  await newsroom.start();
  expect((await clock()).trusted).toBe(true);
  expect(
    await eventually(
      () => publicRevision(early),
      (found) => found === '2',
    ),
  ).toBe('2');

  const slug = await openStory(newsroom.desk);
  const first = await record(newsroom.desk, slug, report(['a']));
  expect(first.warnings).toEqual([]);
  await newsroom.kill();
  shiftBy(0);
  rmSync(join(newsroom.data, 'publisher.json'));
  await newsroom.start();
  expect((await clock()).trusted).toBe(true);
  const made = await record(newsroom.desk, slug, report(['b'], { text: en('Moscow says more.') }));
  expect(made.warnings).toEqual([
    {
      rule: 'recorded-ahead',
      source: 'Dateline',
      message: expect.stringContaining('which is in the future'),
    },
  ]);
  expect(await publicRevision(slug, made)).toBe(made.public.revision);
  const other = await record(newsroom.desk, await openStory(newsroom.desk), report(['c']));
  expect(other.warnings).toEqual([]);
  expect(
    (await newsroom.desk.put(at(slug, '/headline'), { headline: en('x') }, { 'if-match': '*' })).status,
  ).toBe(200);
});
