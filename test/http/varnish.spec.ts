import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Caller, eventually } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, introduce, openStory, record, report } from './stories.js';

const varnishd = ['varnishd', '/usr/sbin/varnishd'].find(
  (program) => spawnSync(program, ['-V']).error === undefined,
);
const vcl = readFileSync(join(import.meta.dirname, '..', '..', 'deploy', 'varnish.vcl'), 'utf8');

/** A free port. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const whereInstalled = varnishd === undefined ? describe.skip : describe;

whereInstalled('Varnish with deploy/varnish.vcl (only where varnishd is installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'varnish-'));
  let newsroom: RunningNewsroom;
  let varnish: ChildProcess;
  let cached: Caller;

  beforeAll(async () => {
    // Varnish does not run as root.
    chmodSync(folder, 0o755);
    newsroom = await RunningNewsroom.open({ DATELINE_MAX_AGE: '1s' });
    await introduce(newsroom.desk);
    const { hostname, port } = new URL(newsroom.archive.address);
    const here = vcl.replaceAll(/"archive-[12]"/g, `"${hostname}"`).replaceAll('"3000"', `"${port}"`);
    writeFileSync(join(folder, 'here.vcl'), here);
    const own = await freePort();
    varnish = spawn(
      varnishd!,
      [
        '-F',
        '-n',
        join(folder, 'work'),
        '-f',
        join(folder, 'here.vcl'),
        '-a',
        `127.0.0.1:${own}`,
        '-s',
        'malloc,32m',
      ],
      { stdio: 'ignore' },
    );
    cached = new Caller(`http://127.0.0.1:${own}`);
    await eventually(
      () => cached.get('/v1/stories').catch(() => null),
      (answer) => answer?.status === 200,
    );
  });
  afterAll(async () => {
    cached.close();
    if (varnish.exitCode === null) {
      varnish.kill();
      await once(varnish, 'exit');
    }
    await newsroom.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('caches an answer as long as the archive allows, then asks again', async () => {
    const slug = await openStory(newsroom.desk, 'kept');
    await record(newsroom.desk, slug, report(['old']));
    await eventually(
      () => cached.get(`/v1/stories/${slug}`),
      ({ status }) => status === 200,
    );
    const kept = await eventually(
      () => cached.get(`/v1/stories/${slug}`),
      ({ headers }) => (headers['x-varnish'] ?? '').includes(' '),
    );
    expect(kept.status).toBe(200);
    await record(newsroom.desk, slug, report(['new']));
    const later = await eventually(
      () => cached.get(`/v1/stories/${slug}`),
      ({ body }) => body.developments.total === 2,
    );
    expect(later.body.developments.total).toBe(2);
  });

  it('serves nothing killed once the max-age is over', async () => {
    const slug = await openStory(newsroom.desk, 'killed');
    await record(newsroom.desk, slug, report(['wrong']));
    const address = `/v1/stories/${slug}`;
    const kept = await eventually(
      () => cached.get(address),
      ({ status }) => status === 200,
    );
    expect(kept.status).toBe(200);
    const killed = await newsroom.desk.post(
      at(slug, '/kill'),
      { reason: 'It was wrong.', notice: en('We withdrew it.') },
      { 'if-match': '*' },
    );
    expect(killed.status).toBe(201);
    await eventually(
      () => newsroom.archive.get(address),
      ({ status }) => status === 410,
    );
    // One second of `max-age`, plus one because ages count whole seconds. No request comes meanwhile.
    const over = Date.now() + 2_000;
    await eventually(
      async () => Date.now(),
      (now) => now > over,
    );
    expect(await cached.get(address)).toMatchObject({ status: 410 });
  });

  it('passes requests with a position, streams and refusals through unchanged', async () => {
    const slug = await openStory(newsroom.desk, 'passed-on');
    const made = await record(newsroom.desk, slug, report(['at-once']));
    const read = await cached.get(`/v1/stories/${slug}`, {
      'dateline-position': made.public.position,
    });
    expect(read.body.developments.total).toBe(1);
    expect(await cached.get('/v1/stories/nothing')).toMatchObject({ status: 404 });
    const stream = await fetch(`${cached.address}/v1/stream?since=0`, {
      headers: { accept: 'text/event-stream' },
    });
    const reader = stream.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toMatch(/^(?:retry|data|:)/);
    await reader.cancel();
  });

  it('reports an unreachable archive', async () => {
    await newsroom.stop();
    const refused = await eventually(
      () => cached.get('/v1/stories?limit=7'),
      ({ status }) => status === 503,
    );
    expect(refused.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'retry-after': '2',
    });
    expect(refused.body).toMatchObject({ status: 503, detail: 'No archive answers: repeat the request.' });
  });
});
