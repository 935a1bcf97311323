import { ClusterDouble } from '../double/index.js';
import { openStory } from '../http/stories.js';
import { dateline, Program } from './program.js';

/** A secret that must not appear in any output of a program. */
const SECRET = 'c0rrect-horse';

const programs: Program[] = [];
const doubles: ClusterDouble[] = [];
afterEach(async () => {
  await Promise.all(programs.splice(0).map((program) => program.remove()));
  await Promise.all(doubles.splice(0).map((double) => double.stop()));
});

async function start(
  name: 'desk' | 'archive',
  settings: Readonly<Record<string, string>>,
  ready = true,
): Promise<Program> {
  const program = await Program.start(name, settings, { ready });
  programs.push(program);
  return program;
}
async function double(options: Parameters<typeof ClusterDouble.start>[0] = {}): Promise<ClusterDouble> {
  const started = await ClusterDouble.start(options);
  doubles.push(started);
  return started;
}

/** Starts a program that ends by itself. Expects no secret in its output, and returns its last line. */
async function refusal(
  name: 'desk' | 'archive',
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const program = await Program.start(name, settings, { ready: false }).catch(
    (error: unknown) => error as Error,
  );
  if (program instanceof Program) programs.push(program);
  const code = program instanceof Program ? await program.ended() : 1;
  expect(code).toBe(1);
  const said = program instanceof Program ? program.log : program.message;
  expect(said).not.toContain(SECRET);
  expect(said).not.toMatch(/^\s+at /m);
  return said;
}

describe('does not start, and gives the reason in one line,', () => {
  it('for a wrong URL', async () => {
    const url = `esdb://u:${SECRET}@db?tlsVerifyCert=false`;
    for (const name of ['desk', 'archive'] as const)
      expect(await refusal(name, { EVENTSTORE_URL: url })).toContain(
        'EVENTSTORE_URL must be a cluster such as',
      );
  });

  it('for a missing certificate, and for a user without password', async () => {
    expect(await refusal('archive', { EVENTSTORE_URL: 'esdb://db?tlsCAFile=/no/such.pem' })).toContain(
      'EVENTSTORE_URL names a file (tlsCAFile, userCertFile, userKeyFile) that does not exist',
    );
    expect(await refusal('desk', { EVENTSTORE_URL: 'esdb://db', EVENTSTORE_USERNAME: 'desk' })).toContain(
      'EVENTSTORE_USERNAME and EVENTSTORE_PASSWORD must be set together',
    );
    expect(await refusal('desk', { EVENTSTORE_PUBLIC_URL: 'esdb://db' })).toContain(
      'EVENTSTORE_PUBLIC_URL needs EVENTSTORE_URL',
    );
  });

  it('for wrong credentials', async () => {
    const { url } = await double({ tls: true, auth: true });
    const user = { EVENTSTORE_USERNAME: 'admin', EVENTSTORE_PASSWORD: SECRET };
    for (const name of ['desk', 'archive'] as const)
      expect(await refusal(name, { EVENTSTORE_URL: url, ...user })).toContain('The cluster denies access');
  });

  it('for a server that is too old', async () => {
    const { url } = await double({ version: '20.10.5.0' });
    expect(await refusal('desk', { EVENTSTORE_URL: url })).toContain(
      'is version 20.10.5.0; Dateline needs EventStoreDB 22.10 or later',
    );
    const old = await double({ features: 'none' });
    expect(await refusal('desk', { EVENTSTORE_URL: old.url })).toContain('of an unknown version');
  });

  it('on a store of another newsroom', async () => {
    const [one, two] = [await double(), await double()];
    const desk = await start('desk', { EVENTSTORE_URL: one.url });
    const other = await start('desk', { EVENTSTORE_URL: two.url });
    await desk.stop();
    const swapped = await Program.start(
      'desk',
      { EVENTSTORE_URL: two.url },
      { ready: false, data: desk.data },
    ).catch((error: unknown) => error as Error);
    const said = swapped instanceof Program ? (await swapped.ended(), swapped.log) : swapped.message;
    expect(said).toContain('and the data here belong to different newsrooms');
    expect(await refusal('desk', { EVENTSTORE_URL: one.url, EVENTSTORE_PUBLIC_URL: two.url })).toContain(
      'and the desk’s log belong to different newsrooms',
    );
    expect(await openStory(other.caller, 'still-here')).toBe('still-here');
  });
});

describe('waits, gives the reason in one line, and continues automatically,', () => {
  const settings = (url: string) => ({ EVENTSTORE_URL: url });
  const waiting = /^Waiting, then retrying: .*$/gm;

  it('if nothing listens', async () => {
    const server = await double();
    await server.stopNode(0);
    const desk = await start('desk', settings(server.url), false);
    expect(await desk.caller.get('/health/ready')).toMatchObject({
      status: 503,
      body: { code: 'not-ready' },
    });
    expect(await desk.caller.get('/desk/v1/stories')).toMatchObject({ status: 503 });
    await server.startNode(0);
    await desk.until('/health/ready');
    expect(desk.log.match(waiting)).toEqual([
      expect.stringContaining(
        'The cluster cannot be reached: the connection is refused. (desk log at 127.0.0.1:',
      ),
    ]);
  });

  it('if there is no leader', async () => {
    const server = await double({ nodes: 3 });
    await server.elect(null);
    const desk = await start('desk', settings(server.gossipUrl), false);
    await server.elect(1);
    await desk.until('/health/ready');
    expect(desk.log.match(waiting)).toEqual([
      expect.stringMatching(/No node of the cluster can be found|not ready/),
    ]);
  });

  it('if there is no newsroom yet; then no other archive starts on the same data', async () => {
    const server = await double();
    const archive = await start('archive', settings(server.url), false);
    expect(await archive.caller.get('/v1/stories')).toMatchObject({ status: 503 });
    await start('desk', settings(server.url));
    await archive.until('/health/ready');
    expect(archive.log.match(waiting)).toEqual([expect.stringContaining('The public log at')]);
    const second = await Program.start('archive', settings(server.url), {
      ready: false,
      data: archive.data,
    }).catch((error: unknown) => error as Error);
    const said = second instanceof Program ? (await second.ended(), second.log) : second.message;
    expect(said).toContain('give each archive its own DATELINE_DATA');
    expect(await archive.caller.get('/health/ready')).toMatchObject({ status: 200 });
  });

  it('and stops at once on a signal', async () => {
    const server = await double();
    await server.stopNode(0);
    const archive = await start('archive', settings(server.url), false);
    const begun = performance.now();
    await archive.stop();
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});

it.each(['gossipUrl', 'dnsUrl', 'url'] as const)('finds its cluster by %s, with TLS', async (which) => {
  const server = await double({ nodes: 3, tls: true, auth: true });
  const user = { EVENTSTORE_USERNAME: 'admin', EVENTSTORE_PASSWORD: 'changeit' };
  const desk = await start('desk', { EVENTSTORE_URL: server[which], ...user });
  expect(await openStory(desk.caller, 'found')).toBe('found');
  expect(desk.log).toContain('log as admin, who may do anything');
});

it('logs no secret and no recorded content, whatever debug settings are on', async () => {
  const server = await double({ tls: true, auth: true });
  const settings = {
    EVENTSTORE_URL: server.url.replace('://', `://admin:changeit@`),
    DEBUG: '*',
    GRPC_TRACE: 'all',
    GRPC_VERBOSITY: 'DEBUG',
    LOG_LEVEL: 'trace',
  };
  const desk = await start('desk', settings);
  const archive = await start('archive', settings);
  await desk.caller.post('/desk/v1/stories', {
    slug: 'unspoken-slug',
    headline: { en: 'Unspoken headline' },
    language: 'en',
  });
  await archive.caller.get('/v1/stories/unspoken-slug');
  const listed = await dateline(['log', 'unspoken-slug'], { ...settings, DATELINE_DATA: desk.data });
  expect(listed.code).toBe(0);
  for (const text of [desk.log, archive.log, listed.err])
    expect(text).not.toMatch(/changeit|unspoken|Y2hhbmdlaXQ|authorization: Basic/i);
  expect(desk.log).toContain('GET /health/ready');
});
