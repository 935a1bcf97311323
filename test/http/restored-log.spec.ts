import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateline, Program } from '../cluster/program.js';
import { eventually } from './caller.js';
import { introduce, openStory, read, record, report } from './stories.js';

const folder = mkdtempSync(join(tmpdir(), 'dateline-restored-'));
const [data, backups, restored] = ['data', 'backups', 'restored'].map((name) => join(folder, name));
const programs: Program[] = [];

afterAll(async () => {
  for (const program of programs) await program.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function start(name: 'desk' | 'archive'): Promise<Program> {
  const program = await Program.start(name, {}, { data: data! });
  programs.push(program);
  return program;
}

/** Replaces the logs that an archive reads with those of a backup. */
async function restoreBeneath(): Promise<void> {
  rmSync(restored!, { recursive: true, force: true });
  const { code, err } = await dateline(['restore', backups!], { DATELINE_DATA: restored! });
  expect([code, err]).toEqual([0, '']);
  for (const log of ['desk.db', 'public.db']) {
    // The WAL files of SQLite belong to the replaced log.
    for (const ending of ['-wal', '-shm']) rmSync(join(data!, log + ending), { force: true });
    for (const ending of ['.checkpoint', ''])
      renameSync(join(restored!, log + ending), join(data!, log + ending));
  }
}

it('is noticed by a running archive: lost events disappear, and new ones are shown', async () => {
  let desk = await start('desk');
  await introduce(desk.caller);
  const kept = await openStory(desk.caller, 'kept');
  await record(desk.caller, kept, report(['first']));
  const archive = await start('archive');
  const statusOf = (slug: string, status: number): Promise<number> =>
    eventually(
      async () => (await archive.caller.get(read(slug))).status,
      (found) => found === status,
    );
  expect(await statusOf(kept, 200)).toBe(200);
  expect(await dateline(['backup', backups!], { DATELINE_DATA: data! })).toMatchObject({ code: 0, err: '' });

  const lost = await openStory(desk.caller, 'lost');
  await record(desk.caller, lost, report(['second']));
  expect(await statusOf(lost, 200)).toBe(200);
  const stream = await follow(archive.port);
  await desk.stop();
  await restoreBeneath();

  expect(await statusOf(lost, 404)).toBe(404);
  expect(await statusOf(kept, 200)).toBe(200);
  // Followers have positions of lost events: when they reconnect, they get a reset.
  await stream.ended;
  await archive.until('/health/ready');
  expect(archive.log).toMatch(/The log ends before position \d+, .* an older copy was restored\./);

  desk = await start('desk');
  const later = await openStory(desk.caller, 'later');
  const made = await record(desk.caller, later, report(['third']));
  await record(desk.caller, kept, report(['fourth']));
  const seen = await archive.caller.get(read(later), { 'dateline-position': made.public.position });
  expect([seen.status, seen.body.slug]).toEqual([200, 'later']);
  expect(await statusOf(lost, 404)).toBe(404);
});

it('is noticed by an archive that starts', async () => {
  for (const program of programs.splice(0)) await program.stop();
  await restoreBeneath();
  const archive = await start('archive');
  const statuses = await Promise.all(
    ['kept', 'lost', 'later'].map(async (slug) => (await archive.caller.get(read(slug))).status),
  );
  expect(statuses).toEqual([200, 404, 404]);
});

/** Follows all changes, and reports when the stream ends. */
async function follow(port: number): Promise<{ readonly ended: Promise<void> }> {
  const [answer] = (await once(get({ host: '127.0.0.1', port, path: '/v1/stream' }), 'response')) as [
    IncomingMessage,
  ];
  const { promise, resolve } = Promise.withResolvers<void>();
  answer.resume().on('error', () => undefined);
  answer.once('close', resolve);
  return { ended: promise };
}
