import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedEventStore, encode } from '#event-store';
import { dateline } from '../cluster/program.js';
import { Caller } from '../http/caller.js';
import { introduce, openStory, read, record, report } from '../http/stories.js';
import { demonstrated, Desk, type Ended } from './program.js';

let desk: Desk;
let folder: string;
const others: Desk[] = [];
beforeEach(() => {
  desk = new Desk();
  folder = join(mkdtempSync(join(tmpdir(), 'dateline-backups-')), 'backups');
});
afterEach(async () => {
  for (const one of [desk, ...others.splice(0)]) await one.remove();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** A separate data folder. */
function another(): Desk {
  const other = new Desk();
  others.push(other);
  return other;
}

interface Facts {
  readonly number: number;
  readonly desk: { readonly position: string; readonly written: number };
  readonly public: { readonly position: string; readonly written: number };
  readonly kept: number;
}
const backup = async (...options: readonly string[]): Promise<Facts> =>
  JSON.parse(await desk.out('backup', folder, '--json', ...options)) as Facts;

async function newsroom(of: Desk): Promise<{ desk: Caller; archive: Caller; stop(): Promise<void> }> {
  const { child, desk: at, archive, token } = await of.open();
  const callers = { desk: new Caller(at, token), archive: new Caller(archive) };
  const stop = async (): Promise<void> => {
    callers.desk.close();
    callers.archive.close();
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { ...callers, stop };
}

/** The number of developments on each surface, once the archive has as many as the desk, or after a timeout. */
async function countsOf({ desk: editors, archive }: { desk: Caller; archive: Caller }, slug: string) {
  for (let i = 0; i < 500 && (await editors.get('/health/ready')).status !== 200; i++) await pause(20);
  expect((await editors.get('/health/ready')).body.status).toBe('ready');
  const count = async (caller: Caller, address: string): Promise<number> =>
    Number((await caller.get(address)).body.developments?.total);
  const inside = await count(editors, `/desk/v1/stories/${slug}`);
  let outside = await count(archive, read(slug));
  for (let i = 0; i < 500 && outside !== inside; i++) {
    await pause(20);
    outside = await count(archive, read(slug));
  }
  return [inside, outside] as const;
}

it('copies both logs while they are written: a restored newsroom continues normally', async () => {
  const running = await newsroom(desk);
  await introduce(running.desk);
  const slug = await openStory(running.desk, 'talks');
  const editors = { record: true };
  let recorded = 0;
  const work = (async () => {
    for (; editors.record; recorded += 1) await record(running.desk, slug, report([`claim-${recorded}`]));
  })();
  await backup();
  const during = recorded;
  const last = await backup();
  editors.record = false;
  await work;
  expect(last.desk.written).toBeGreaterThan(0);
  expect(recorded).toBeGreaterThanOrEqual(during);

  const copy = another();
  const said = await copy.out('restore', folder);
  expect(said).toMatch(
    new RegExp(`^Restored backup 2 of .*: desk log through position ${last.desk.position}, recorded 2`),
  );
  expect(said).toMatch(/verified\. Next: start the newsroom; it builds the read models/);
  const restored = await newsroom(copy);
  const [inside, outside] = await countsOf(restored, slug);
  expect(inside).toBeGreaterThan(0);
  expect(outside).toBe(inside);
  const made = await record(restored.desk, slug, report(['afterwards']));
  const seen = await restored.archive.get(read(slug), { 'dateline-position': made.public.position });
  expect(seen.body.developments.total).toBe(inside + 1);
  await restored.stop();
  await running.stop();
});

it('copies only new data, changes no file, and keeps the given number of backups', async () => {
  await demonstrated(desk);
  const first = await backup();
  expect(first).toMatchObject({ number: 1, desk: { position: '271', written: 28 }, kept: 1 });
  const filesOf = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((name) => name !== 'backup.lock')
        .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
    );
  const before = filesOf();
  expect(await backup()).toMatchObject({ number: 2, desk: { position: '271', written: 0 }, kept: 2 });
  const again = await newsroom(desk);
  await introduce(again.desk);
  await record(again.desk, await openStory(again.desk, 'later'), report(['a']));
  const third = await backup();
  expect(third.desk.written).toBeLessThan(28);
  expect(third.desk.written).toBe((Number(third.desk.position) - 271) / 10);
  await again.stop();
  expect(filesOf()).toMatchObject(before);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of Object.keys(filesOf()))
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);

  expect(await backup('--keep', '2')).toMatchObject({ number: 4, kept: 2 });
  expect(readdirSync(folder).filter((name) => /^backup-\d+\.json$/.test(name))).toEqual([
    'backup-000003.json',
    'backup-000004.json',
  ]);
  // The base of backup 1 is still needed.
  expect(existsSync(join(folder, 'backup-000001-desk.db'))).toBe(true);
  expect(await backup('--whole', '--keep', '1')).toMatchObject({ number: 5, kept: 1 });
  expect(readdirSync(folder).filter((name) => !name.startsWith('backup-000005'))).toEqual(['backup.lock']);
  expect(await desk.out('backup', folder, '--check')).toMatch(/^Backup 5 in .* is intact, byte by byte/);
  expect(await another().out('restore', folder)).toContain('Restored backup 5');
});

it('leaves the earlier backup intact when it is killed, and works again after that', async () => {
  await demonstrated(desk);
  // Much to copy, so that a kill often hits the middle.
  const much = await EmbeddedEventStore.open({ file: join(desk.data, 'desk.db'), reserve: 0 });
  const data = encode({ text: 'x'.repeat(2_000) });
  for (let n = 0; n < 40; n += 1)
    await much.append(
      `filler-${n}`,
      'no_stream',
      Array.from({ length: 50 }, () => ({ id: randomUUID(), type: 'Filler', data, metadata: encode({}) })),
    );
  await much.close();
  const { desk: at } = await backup();
  const halves = (): readonly string[] => readdirSync(folder).filter((name) => name.includes('.half'));
  // Repeats until a kill hits the middle.
  for (let left = 50; halves().length === 0; left -= 1) {
    expect(left).toBeGreaterThan(0);
    const killed = desk.start(['backup', folder, '--whole']);
    while (killed.exitCode === null && halves().length === 0) await pause(1);
    killed.kill('SIGKILL');
    await once(killed, 'close');
  }
  // SQLite sometimes leaves this file as well.
  writeFileSync(join(folder, `${halves().find((name) => name.endsWith('half'))}-journal`), 'left');
  const said = await another().run(['restore', folder]);
  expect([said.code, said.out]).toEqual([
    0,
    expect.stringMatching(new RegExp(`^Restored backup \\d+ .* through position ${at.position},`)) as string,
  ]);
  expect(await backup()).toMatchObject({ desk: { position: at.position, written: 0 } });
  expect(halves()).toEqual([]);
});

describe('a restore', () => {
  const refused = async (to: Desk, ...options: readonly string[]): Promise<string> => {
    const { code, out, err }: Ended = await to.run(['restore', folder, ...options]);
    expect([code, out]).toEqual([1, '']);
    return err;
  };

  it('refuses a running newsroom, and an existing one unless it may move that aside', async () => {
    const running = await newsroom(desk);
    await introduce(running.desk);
    await openStory(running.desk, 'kept');
    const draft = `/desk/v1/drafts/${randomUUID()}`;
    await running.desk.put(draft, { content: { text: 'Talks' } });
    await backup();
    await openStory(running.desk, 'later');
    await running.desk.send({ method: 'DELETE', path: draft });
    for (const options of [[], ['--replace']])
      expect(await refused(desk, ...options)).toMatch(
        /^dateline: A desk or an archive runs on .* \(process \d+\)/,
      );
    await running.stop();
    expect(await refused(desk)).toMatch(
      /contains a newsroom \(desk\.db\)\. Give another DATELINE_DATA, or --replace/,
    );
    const said = await desk.out('restore', folder, '--replace');
    const [, aside = ''] = / The former files are in (\S+)\. Next/.exec(said) ?? [];
    expect(readdirSync(aside)).toEqual(
      expect.arrayContaining(['desk.db', 'public.db', 'webhooks.sqlite', 'drafts.sqlite']),
    );
    expect(statSync(join(desk.data, 'webhooks.sqlite')).mode & 0o777).toBe(0o600);
    const restored = await newsroom(desk);
    expect((await restored.desk.get('/desk/v1/stories/kept')).status).toBe(200);
    expect((await restored.desk.get(draft)).body.content).toEqual({ text: 'Talks' });
    expect((await restored.desk.get('/desk/v1/stories/later')).status).toBe(404);
    await restored.stop();
  });

  it('refuses a backup with any changed byte, and restores nothing', async () => {
    await demonstrated(desk);
    await backup();
    const target = another();
    for (const name of ['backup-000001-desk.db', 'backup-000001-publisher.json', 'backup-000001.json']) {
      const file = join(folder, name);
      const bytes = readFileSync(file);
      const spoilt = Buffer.from(bytes);
      spoilt[spoilt.length >> 1]! ^= 1;
      writeFileSync(file, spoilt);
      expect(await refused(target)).toMatch(/is not what the backup wrote|is damaged/);
      writeFileSync(file, bytes);
    }
    rmSync(join(folder, 'backup-000001-public.db'));
    expect(await refused(target)).toMatch(/backup-000001-public\.db is missing/);
    expect((await desk.run(['backup', folder, '--check'])).code).toBe(1);
    expect(readdirSync(target.data).filter((name) => !name.endsWith('.lock'))).toEqual([]);
    // The next backup copies a missing part again.
    expect(await backup()).toMatchObject({ number: 2, public: { written: 16 }, desk: { written: 0 } });
    expect(await target.out('restore', folder)).toContain('Restored backup 2');
    expect(await refused(another(), '--backup', '1')).toMatch(/is missing: backup 1 cannot be used/);
    expect(await refused(another(), '--backup', '7')).toMatch(/There is no backup 7 .* there are 2, 1\./);
  });

  it('leaves out events after a moment, in both logs, and the publisher resumes there', async () => {
    const running = await newsroom(desk);
    await introduce(running.desk);
    const slug = await openStory(running.desk, 'talks');
    const positions: string[] = [];
    for (const claim of ['a', 'b', 'c', 'd'])
      positions.push((await record(running.desk, slug, report([claim]))).position as string);
    const [, second, , fourth] = positions;
    const { items } = (await running.desk.get(`/desk/v1/stories/${slug}/log`)).body;
    const [secondAt, thirdAt] = [-3, -2].map((n) => String(items.at(n).metadata.recordedAt)) as [
      string,
      string,
    ];
    await backup();
    await running.stop();
    /** The number of reports in the desk log and in the public log. */
    const reportsIn = (of: Desk): Promise<readonly number[]> =>
      Promise.all(
        ['desk.db', 'public.db'].map(async (name) => {
          const log = await EmbeddedEventStore.read({ file: join(of.data, name) });
          let reports = 0;
          for await (const { type } of log.readAll()) reports += Number(type === 'ReportRecorded');
          await log.close();
          return reports;
        }),
      );
    const cases = [
      [second, second],
      // Both may have the same millisecond as the next event.
      ...(secondAt < thirdAt ? [[secondAt, second]] : []),
      ['2999-01-01T00:00:00Z', fourth],
    ] as const;
    for (const [until, through] of cases) {
      const target = another();
      const said = await target.out('restore', folder, '--until', until!);
      expect(said).toContain(`desk log through position ${through}`);
      expect(existsSync(join(target.data, 'publisher.json'))).toBe(false);
      expect(await reportsIn(target)).toEqual(through === fourth ? [4, 4] : [2, 2]);
      if (until !== second) continue;
      const restored = await newsroom(target);
      expect(await countsOf(restored, slug)).toEqual([2, 2]);
      await record(restored.desk, slug, report(['e']));
      expect(await countsOf(restored, slug)).toEqual([3, 3]);
      await restored.stop();
    }
    expect(await refused(another(), '--until', '1999-01-01T00:00:00Z')).toMatch(/Nothing was recorded yet/);
    expect(await refused(another(), '--until', '99991')).toMatch(/The backup ends before that position/);
    expect(await another().run(['restore', folder, '--until', '12'])).toMatchObject({ code: 2, out: '' });
    expect(await another().run(['restore', folder, '--until', 'noon'])).toMatchObject({ code: 2, out: '' });
  });
});

/** Words of the demonstration. */
const WORDS = 'surrendered';

it('has no erased words, and on request deletes backups that still have them', async () => {
  await demonstrated(desk);
  await backup();
  const log = await EmbeddedEventStore.open({ file: join(desk.data, 'public.db'), reserve: 0 });
  const heads = new Map<string, bigint>();
  const found: { readonly stream: string; readonly revision: bigint }[] = [];
  for await (const { stream, revision, data } of log.readAll()) {
    heads.set(stream, revision);
    if (Buffer.from(data).includes(WORDS)) found.push({ stream, revision });
  }
  for (const { stream, revision } of found)
    await log.erase(stream, heads.get(stream)!, [{ revision, data: encode({ erased: true }) }]);
  await log.close();
  const withWords = (): readonly string[] =>
    readdirSync(folder).filter(
      (name) => name.includes('public') && readFileSync(join(folder, name)).includes(WORDS),
    );
  expect(withWords()).toEqual(['backup-000001-public.db']);
  expect(await backup()).toMatchObject({ number: 2, desk: { written: 0 } });
  expect(withWords()).toEqual(['backup-000001-public.db']);
  const copy = another();
  await copy.out('restore', folder);
  expect(readFileSync(join(copy.data, 'public.db')).includes(WORDS)).toBe(false);
  await backup('--keep', '1');
  expect(withWords()).toEqual([]);
});

describe('a backup', () => {
  it('explains what it cannot do', async () => {
    const of = (args: readonly string[], settings: Record<string, string> = {}) =>
      dateline(args, { DATELINE_DATA: desk.data, ...settings });
    const cluster = { EVENTSTORE_URL: 'esdb://db.example.org' };
    for (const command of ['backup', 'restore'])
      expect(await of([command, folder], cluster)).toEqual({
        code: 2,
        out: '',
        err: 'dateline: These logs are on a cluster: use the backup of its server (docs/operations.md, Backup and restore).\n',
      });
    expect(await of(['backup'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('DATELINE_BACKUP') as string,
    });
    expect(await of(['backup', folder])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^dateline: There is no newsroom in /) as string,
    });
    expect(await of(['restore', folder])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^dateline: There is no backup in /) as string,
    });
    await demonstrated(desk);
    expect(await of(['backup', join(desk.data, 'in-it')])).toMatchObject({ code: 2 });
    writeFileSync(join(folder, '..', 'letter.txt'), 'Dear all');
    expect(await of(['backup', join(folder, '..')])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/contains files that are not backups \(letter\.txt\)/) as string,
    });
    expect(await of(['backup', folder, '--keep', 'some'])).toMatchObject({ code: 2 });
  });
});
