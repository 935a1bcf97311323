import { ClusterEventReader, ClusterEventStore } from '#event-store/testing';
import { encode } from '#event-store';
import { ClusterDouble } from '../double/index.js';
import { eventually } from '../http/caller.js';
import { introduce, openStory, report } from '../http/stories.js';
import { dateline, Program } from './program.js';

const ADMIN = { EVENTSTORE_ADMIN_USERNAME: 'admin', EVENTSTORE_ADMIN_PASSWORD: 'changeit' };
const DESK = { EVENTSTORE_USERNAME: 'the-desk', EVENTSTORE_PASSWORD: 'desk: p@ss/word' };
const ARCHIVES = { EVENTSTORE_ARCHIVE_USERNAME: 'an-archive', EVENTSTORE_ARCHIVE_PASSWORD: 'of the archive' };
const asArchive = { EVENTSTORE_USERNAME: 'an-archive', EVENTSTORE_PASSWORD: 'of the archive' };
const PUBLISHER = { EVENTSTORE_PUBLIC_USERNAME: 'the-desk', EVENTSTORE_PUBLIC_PASSWORD: 'of the publisher' };
const all = { ...ADMIN, ...DESK, ...ARCHIVES };

const doubles: ClusterDouble[] = [];
const programs: Program[] = [];
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.remove()));
  await Promise.all(doubles.splice(0).map((double) => double.stop()));
});

async function secure(nodes: 1 | 3 = 1): Promise<ClusterDouble> {
  const double = await ClusterDouble.start({ tls: true, auth: true, nodes });
  doubles.push(double);
  return double;
}
async function start(name: 'desk' | 'archive', settings: Readonly<Record<string, string>>): Promise<Program> {
  const program = await Program.start(name, settings);
  programs.push(program);
  return program;
}

/** A log, opened with some credentials. */
function reader(url: string, username: string, password: string, log: 'desk' | 'public', shared: boolean) {
  const address = { kind: 'cluster', url, credentials: { username, password }, log, shared } as const;
  const limits = { call: 2_000, retryFor: 1, pollEvery: 100, silence: 300 };
  return ClusterEventReader.open(address, { identity: null, desk: null }, { limits });
}

describe('on two clusters', () => {
  it('lets only the desk read its log, lets archives read the public one, and can be repeated', async () => {
    const [one, two] = [await secure(3), await secure()];
    const urls = { EVENTSTORE_URL: one.gossipUrl, EVENTSTORE_PUBLIC_URL: two.url };
    for (let run = 0; run < 2; run += 1) {
      const prepared = await dateline(['cluster', 'prepare'], { ...urls, ...all, ...PUBLISHER });
      expect(prepared).toMatchObject({ code: 0, out: '' });
      expect(prepared.err).toContain(run === 0 ? 'user the-desk created' : 'user the-desk exists');
      expect(prepared.err).toContain('desk and archives have the rights they need, and no others');
      expect(prepared.err).not.toMatch(/changeit|p@ss|of the/);
    }
    const desk = await start('desk', { ...urls, ...DESK, ...PUBLISHER });
    // The archive gets no setting of the desk's cluster.
    const archive = await start('archive', { EVENTSTORE_PUBLIC_URL: two.url, ...publicly(asArchive) });
    await introduce(desk.caller);
    await openStory(desk.caller, 'apart');
    await desk.caller.post('/desk/v1/stories/apart/developments', report(['kept-back'], { release: 'held' }));
    const filed = await desk.caller.post('/desk/v1/stories/apart/developments', report(['said']));
    const seen = await eventually(
      () => archive.caller.get('/v1/stories/apart', { 'dateline-position': filed.body.public.position }),
      ({ status }) => status === 200,
    );
    expect(seen.text).toContain('said');
    expect(seen.text).not.toContain('kept-back');
    for (const program of [desk, archive])
      expect(program.log).not.toMatch(/open:|may do anything|Run dateline/);

    await expect(reader(one.url, 'an-archive', 'of the archive', 'desk', false)).rejects.toMatchObject({
      code: 'access-denied',
    });
    const world = await reader(two.url, 'an-archive', 'of the archive', 'public', false);
    const streams: string[] = [];
    for await (const { stream } of world.readAll()) streams.push(stream);
    expect(new Set(streams.map((stream) => stream.slice(0, 7)))).toEqual(new Set(['public-']));
    await world.close();
    const writer = await ClusterEventStore.open(
      {
        kind: 'cluster',
        url: two.url,
        credentials: { username: 'an-archive', password: 'of the archive' },
        log: 'public',
        shared: false,
      },
      { identity: world.identity, desk: null },
    );
    const event = { id: crypto.randomUUID(), type: 'Forged', data: encode({}), metadata: encode({}) };
    await expect(writer.append('public-forged', 'no_stream', [event])).rejects.toMatchObject({
      code: 'access-denied',
    });
    await writer.close();
  });

  it('fails if the archive’s credentials can read the desk log', async () => {
    const [one, two] = [await secure(), await secure()];
    const urls = { EVENTSTORE_URL: one.url, EVENTSTORE_PUBLIC_URL: two.url };
    const toAll = { ...all, EVENTSTORE_ARCHIVE_USERNAME: 'admin', EVENTSTORE_ARCHIVE_PASSWORD: 'changeit' };
    const prepared = await dateline(['cluster', 'prepare'], { ...urls, ...toAll, ...PUBLISHER });
    expect(prepared).toMatchObject({ code: 1 });
    expect(prepared.err).toContain('User admin may read the desk’s streams');
  });
});

it('creates users with random passwords if none are given, and prints the passwords once', async () => {
  const [one, two] = [await secure(), await secure()];
  const urls = { DATELINE_EVENTSTORE_URL: one.url, DATELINE_EVENTSTORE_PUBLIC_URL: two.url };
  const admin = {
    DATELINE_EVENTSTORE_ADMIN_USERNAME: 'admin',
    DATELINE_EVENTSTORE_ADMIN_PASSWORD: 'changeit',
  };
  const prepared = await dateline(['cluster', 'prepare'], { ...urls, ...admin });
  expect(prepared).toMatchObject({ code: 0 });
  const made = Object.fromEntries(
    prepared.out
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s) as [string, string]),
  );
  const users = ['EVENTSTORE', 'EVENTSTORE_PUBLIC', 'EVENTSTORE_ARCHIVE'].map((name) => `DATELINE_${name}`);
  expect(Object.keys(made).sort()).toEqual(users.flatMap((u) => [`${u}_PASSWORD`, `${u}_USERNAME`]).sort());
  const passwords = users.map((user) => made[`${user}_PASSWORD`]!);
  expect(new Set(passwords).size).toBe(3);
  for (const password of passwords) expect(password.length).toBeGreaterThanOrEqual(32);
  const {
    DATELINE_EVENTSTORE_ARCHIVE_USERNAME: _,
    DATELINE_EVENTSTORE_ARCHIVE_PASSWORD: __,
    ...ofDesk
  } = made;
  const desk = await start('desk', { ...urls, ...ofDesk });
  expect(desk.log).not.toMatch(/open:|Run dateline/);

  const again = await dateline(['cluster', 'prepare'], { ...urls, ...admin });
  expect(again).toMatchObject({ code: 1, out: '', err: expect.stringContaining('desk exists already') });
  expect(await dateline(['cluster', 'prepare'], { ...urls, ...admin, ...made })).toMatchObject({
    code: 0,
    out: '',
  });
});

it('refuses one password for two users', async () => {
  const urls = { EVENTSTORE_URL: 'esdb://db.invalid', EVENTSTORE_PUBLIC_URL: 'esdb://public.invalid' };
  const { EVENTSTORE_USERNAME: username, EVENTSTORE_PASSWORD: password } = DESK;
  const same = { EVENTSTORE_PUBLIC_USERNAME: username, EVENTSTORE_PUBLIC_PASSWORD: password };
  const refused = await dateline(['cluster', 'prepare'], { ...urls, ...all, ...same });
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('the same password') });
  expect(refused.err).not.toContain(password);
});

describe('on one cluster', () => {
  it('fails without an explicit confirmation; with it, archives can read only public streams', async () => {
    const double = await secure(3);
    const url = { EVENTSTORE_URL: double.gossipUrl };
    const refused = await dateline(['cluster', 'prepare'], { ...url, ...all });
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.err).toContain('an archive’s credentials can read the whole log');
    expect(await dateline(['cluster', 'prepare', '--one-cluster'], { ...url, ...all })).toMatchObject({
      code: 0,
    });

    const desk = await start('desk', { ...url, ...DESK });
    const archive = await start('archive', { ...url, ...asArchive });
    await introduce(desk.caller);
    await openStory(desk.caller, 'together');
    const filed = await desk.caller.post('/desk/v1/stories/together/developments', report(['said']));
    const seen = await eventually(
      () => archive.caller.get('/v1/stories/together', { 'dateline-position': filed.body.public.position }),
      ({ status }) => status === 200,
    );
    expect(seen.text).toContain('said');
    // A new archive reads whole streams, not only new events.
    const late = await start('archive', { ...url, ...asArchive });
    expect((await late.caller.get('/v1/stories/together')).text).toBe(seen.text);
    for (const program of [desk, archive, late]) expect(program.log).not.toMatch(/open:|Run dateline/);

    const world = await reader(double.url, 'an-archive', 'of the archive', 'public', true);
    const { story } = filed.body;
    const read = async (stream: string): Promise<number> => {
      let count = 0;
      for await (const event of world.readStream(stream)) count += Number(event.revision >= 0n);
      return count;
    };
    expect(await read(`public-${story}`)).toBe(2);
    await expect(read(`story-${story}`)).rejects.toMatchObject({ code: 'access-denied' });
    await world.close();
  });

  it('does not start an archive with the desk’s credentials', async () => {
    const double = await secure();
    const url = { EVENTSTORE_URL: double.url };
    await dateline(['cluster', 'prepare', '--one-cluster'], { ...url, ...all });
    await start('desk', { ...url, ...DESK });
    const archive = await start('archive', { ...url, ...DESK });
    expect(await archive.ended()).toBe(1);
    expect(archive.log).toContain(
      'These credentials may read the desk’s streams. Run dateline cluster prepare',
    );
  });
});

it('reports missing settings, and that logs in files need no preparation', async () => {
  const double = await ClusterDouble.start();
  doubles.push(double);
  const url = { EVENTSTORE_URL: double.url };
  expect(await dateline(['cluster', 'prepare'], all)).toMatchObject({
    code: 2,
    err: expect.stringContaining('EVENTSTORE_URL'),
  });
  expect(await dateline(['cluster', 'prepare'], { ...url, ...DESK })).toMatchObject({
    code: 2,
    err: expect.stringContaining(
      'Set DATELINE_EVENTSTORE_ADMIN_USERNAME and DATELINE_EVENTSTORE_ADMIN_PASSWORD',
    ),
  });
  expect(await dateline(['cluster', 'prepare'], { ...url, ...all })).toMatchObject({
    code: 1,
    err: expect.stringContaining('is used without TLS'),
  });
});

const publicly = ({ EVENTSTORE_USERNAME, EVENTSTORE_PASSWORD }: typeof asArchive) => ({
  EVENTSTORE_PUBLIC_USERNAME: EVENTSTORE_USERNAME,
  EVENTSTORE_PUBLIC_PASSWORD: EVENTSTORE_PASSWORD,
});
