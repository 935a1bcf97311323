import { ClusterEventReader } from '#event-store/testing';
import { ClusterDouble } from '../double/index.js';
import { eventually } from '../http/caller.js';
import { en, introduce, openStory, report } from '../http/stories.js';
import { dateline, Program } from './program.js';

const SECRET = 'PLANTED';
const ADMIN = { EVENTSTORE_ADMIN_USERNAME: 'admin', EVENTSTORE_ADMIN_PASSWORD: 'changeit' };
const DESK = { EVENTSTORE_USERNAME: 'the-desk', EVENTSTORE_PASSWORD: 'desk: p@ss/word' };
const PUBLISHER = { EVENTSTORE_PUBLIC_USERNAME: 'the-desk', EVENTSTORE_PUBLIC_PASSWORD: 'of the publisher' };
const ARCHIVES = { EVENTSTORE_ARCHIVE_USERNAME: 'an-archive', EVENTSTORE_ARCHIVE_PASSWORD: 'of the archive' };
const archive = { username: 'an-archive', password: 'of the archive' };

const doubles: ClusterDouble[] = [];
const programs: Program[] = [];
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.remove()));
  await Promise.all(doubles.splice(0).map((double) => double.stop()));
});
async function secure(): Promise<ClusterDouble> {
  const double = await ClusterDouble.start({ tls: true, auth: true });
  doubles.push(double);
  return double;
}
async function start(name: 'desk' | 'archive', settings: Readonly<Record<string, string>>): Promise<Program> {
  const program = await Program.start(name, settings);
  programs.push(program);
  return program;
}

/** The settings of desk and archives, with the logs on two clusters or on one. */
async function prepared(shared: boolean) {
  const world = await secure();
  const desk = shared ? world : await secure();
  const urls = shared
    ? { EVENTSTORE_URL: world.url }
    : { EVENTSTORE_URL: desk.url, EVENTSTORE_PUBLIC_URL: world.url };
  const more = shared ? [] : [PUBLISHER];
  const settings = Object.assign({ ...urls, ...ADMIN, ...DESK, ...ARCHIVES }, ...more) as Record<
    string,
    string
  >;
  const done = await dateline(['cluster', 'prepare', ...(shared ? ['--one-cluster'] : [])], settings);
  expect(done).toMatchObject({ code: 0 });
  const name = shared ? 'EVENTSTORE' : 'EVENTSTORE_PUBLIC';
  return {
    world,
    ofDesk: Object.assign({ ...urls, ...DESK }, ...more) as Record<string, string>,
    ofArchive: {
      [`${name}_URL`]: world.url,
      [`${name}_USERNAME`]: archive.username,
      [`${name}_PASSWORD`]: archive.password,
    },
  };
}

it.each([
  ['on a cluster of its own', false],
  ['on the desk’s cluster', true],
])('the public log %s no longer contains what was killed for safety', async (_, shared) => {
  const { world, ofDesk, ofArchive } = await prepared(shared);
  const desk = await start('desk', ofDesk);
  const first = await start('archive', ofArchive);
  await introduce(desk.caller);
  await openStory(desk.caller, 'forgets');
  const post = (path: string, body: object) =>
    desk.caller.post(`/desk/v1/stories/forgets/developments${path}`, body);
  const planted = await post('', report(['named'], { text: en(`${SECRET} was seen`) }));
  await post('', report(['other']));
  const shown = (program: Program, position: string) =>
    eventually(
      () => program.caller.get('/v1/stories/forgets', { 'dateline-position': position }),
      ({ status }) => status === 200,
    );
  expect((await shown(first, planted.body.public.position)).text).toContain(SECRET);

  const notice = en('Removed to protect somebody.');
  const killed = await post(`/${planted.body.id}/kill`, {
    grounds: 'safety',
    reason: 'It names a witness.',
    notice,
  });
  expect(killed.status).toBe(201);
  expect((await shown(first, killed.body.public.position)).text).not.toContain(SECRET);

  const address = { kind: 'cluster', url: world.url, credentials: archive, log: 'public', shared } as const;
  const wordsIn = async (): Promise<string> => {
    const log = await ClusterEventReader.open(address, { identity: null, desk: null });
    const events: string[] = [];
    for await (const { data } of log.readAll()) events.push(Buffer.from(data).toString());
    for await (const { data } of log.readStream(`public-${planted.body.story}`))
      events.push(Buffer.from(data).toString());
    await log.close();
    return events.join('\n');
  };
  await eventually(wordsIn, (words) => !words.includes(SECRET));
  expect(await wordsIn()).toContain('Removed to protect somebody.');
  await world.scavenge({});

  // The stream continues under the same name, also for a restarted desk and a new archive.
  await desk.stop();
  await desk.start();
  const later = await post('', report(['later']));
  const late = await start('archive', ofArchive);
  const [seen, too] = [
    await shown(first, later.body.public.position),
    await shown(late, later.body.public.position),
  ];
  expect(seen.text).toContain('later');
  expect(seen.text).not.toContain(SECRET);
  expect(JSON.parse(too.text)).toEqual(JSON.parse(seen.text));
  expect((await desk.caller.get('/health/ready')).text).not.toContain('still in the public log');

  const restored = await post(`/${planted.body.id}/reinstatement`, { reason: 'She agreed.' });
  expect(restored.status).toBe(201);
  for (const program of [first, late])
    expect((await shown(program, restored.body.public.position)).text).toContain(SECRET);
});
