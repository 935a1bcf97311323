import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Caller, eventually, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, freshSlug, introduce, openStory, read, record, report, settle } from './stories.js';

const soon = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const logOf = async ({ desk }: RunningNewsroom, slug: string): Promise<Json[]> =>
  (await desk.get(at(slug, '/log?limit=500'))).body.items;

describe('correlation and causation', () => {
  let newsroom: RunningNewsroom;
  beforeAll(async () => {
    newsroom = await RunningNewsroom.open();
    await introduce(newsroom.desk);
  });
  afterAll(() => newsroom.remove());

  /** Waits until a story has an event of a type in the desk log; returns all of that type. */
  const eventsOf = (slug: string, type: string): Promise<Json[]> =>
    eventually(
      async () => (await logOf(newsroom, slug)).filter((e) => e.type === type),
      (found) => found.length > 0,
    );

  it('names the request that caused an event as correlation and causation', async () => {
    const request = randomUUID();
    const slug = await openStory(newsroom.desk);
    await record(newsroom.desk, slug, report(['talks']), { 'x-request-id': request });
    const [opened, recorded] = await logOf(newsroom, slug);
    expect(recorded.metadata).toMatchObject({ correlationId: request, causationId: request });
    expect(opened.metadata.causationId).toBe(opened.metadata.correlationId);
    expect(opened.metadata.causationId).not.toBe(request);
  });

  it('names the event whose embargo ended, and the original request', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const slug = await openStory(newsroom.desk);
    await record(newsroom.desk, slug, report(['open']));
    const release = { embargoedUntil: soon(400) };
    await record(newsroom.desk, slug, report(['late'], { release }), { 'x-request-id': first });
    const headline = { headline: en('Late words'), release };
    const revised = await newsroom.desk.put(at(slug, '/headline'), headline, {
      'if-match': '*',
      'x-request-id': second,
    });
    expect(revised.status).toBe(200);
    const [released] = await eventsOf(slug, 'DevelopmentReleased');
    const log = await eventually(
      () => logOf(newsroom, slug),
      (events) => events.filter((e) => e.type === 'HeadlineRevised').length === 2,
    );
    const caused = log.filter((e) => e.metadata.correlationId === first);
    expect(caused.map((e) => e.type)).toEqual(['ReportRecorded', 'DevelopmentReleased']);
    expect(released.metadata).toMatchObject({ correlationId: first, causationId: caused[0].id });
    const [embargoed, shown] = log.filter((e) => e.type === 'HeadlineRevised');
    expect(shown.metadata).toMatchObject({ correlationId: second, causationId: embargoed.id });
  });

  it('names the import of a line', async () => {
    const slug = freshSlug('imported');
    const at = (minute: number): string => `2016-12-01T10:${minute}:00.000Z`;
    const answer = await newsroom.desk.import([
      { at: at(10), story: slug, command: 'open', headline: en('H'), language: 'en' },
      { at: at(11), story: slug, command: 'record', ref: 'a', ...report(['talks']) },
    ]);
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('"done":true')]);
    const request = answer.headers['x-request-id'];
    for (const { metadata } of await logOf(newsroom, slug))
      expect(metadata).toMatchObject({ correlationId: request, causationId: request });
  });

  it('is not public', async () => {
    const request = randomUUID();
    const slug = await openStory(newsroom.desk);
    await record(newsroom.desk, slug, report(['talks']), { 'x-request-id': request });
    await settle(newsroom);
    expect((await newsroom.archive.get(read(slug))).status).toBe(200);
    const [event] = (await logOf(newsroom, slug)).slice(-1);
    const files = ['public.db', 'public.db-wal'].map((name) => join(newsroom.data, name));
    const bytes = files.map((file) => tryRead(file)).join('');
    expect(bytes).toContain('Moscow says so.');
    for (const secret of [request, event.id, 'correlationId', 'causationId'])
      expect(bytes).not.toContain(secret);
  });
});

function tryRead(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

describe('a newsroom whose operator loads an SDK of OpenTelemetry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spans-'));
  const file = join(folder, 'spans.ndjson');
  let newsroom: RunningNewsroom;
  beforeAll(async () => {
    newsroom = await RunningNewsroom.open({
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'trace-to-file.mjs')).href}`,
      TRACE_FILE: file,
    });
    await introduce(newsroom.desk);
  });
  afterAll(async () => {
    await newsroom.remove();
    rmSync(folder, { recursive: true });
  });

  const spans = (): Json[] =>
    tryRead(file)
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));

  it('traces the appends, publishing and projections of a request, without content', async () => {
    const request = randomUUID();
    const slug = await openStory(newsroom.desk);
    const body = report(['talks'], { text: en('The xyzzy informant speaks.') });
    const made = await record(newsroom.desk, slug, body, {
      'x-request-id': request,
      'idempotency-key': 'xyzzy-key',
    });
    await settle(newsroom);
    const [, event] = await logOf(newsroom, slug);
    const all = await eventually(
      async () => spans(),
      (found) => found.some(({ attributes: a }) => a['dateline.correlation_ids']?.includes(request)),
    );
    const http = all.find(({ attributes: a }) => a['dateline.request_id'] === request);
    expect(http).toMatchObject({
      name: 'POST /desk/v1/stories/:story/developments',
      attributes: { 'http.response.status_code': 201 },
    });
    const append = all.find(({ parent }) => parent === http.id);
    expect(append).toMatchObject({
      name: 'append',
      attributes: {
        'dateline.log': 'desk',
        'dateline.outcome': 'written',
        'dateline.event_types': ['ReportRecorded'],
      },
    });
    const publish = all.find(({ attributes: a }) => a['dateline.desk_event'] === event.id);
    expect(publish).toMatchObject({ name: 'publish', attributes: { 'dateline.correlation_id': request } });
    const published = all.find(({ parent }) => parent === publish.id);
    expect(published).toMatchObject({ name: 'append', attributes: { 'dateline.log': 'public' } });
    // From the threads that write the read models.
    const project = all.filter(({ name }) => name === 'project');
    expect(new Set(project.map(({ attributes: a }) => a['dateline.model']))).toEqual(
      new Set(['desk', 'public']),
    );
    expect(
      project.filter(({ attributes: a }) => a['dateline.correlation_ids'].includes(request)),
    ).toMatchObject([{ attributes: { 'dateline.model': 'desk' } }]);
    const written = tryRead(file);
    for (const secret of ['xyzzy', slug, 'Moscow', 'moscow', String(made.id)])
      expect(written).not.toContain(secret);
  });

  it('traces a timed release separately', async () => {
    const [first, other] = [await openStory(newsroom.desk), await openStory(newsroom.desk)];
    await record(newsroom.desk, first, report(['late'], { release: { embargoedUntil: soon(400) } }));
    await record(newsroom.desk, other, report(['talks']));
    const isRelease = ({ name, attributes: a }: Json): boolean =>
      name === 'append' &&
      a['dateline.log'] === 'desk' &&
      a['dateline.event_types'][0] === 'DevelopmentReleased';
    const all = await eventually(
      async () => spans(),
      (found) => found.some(isRelease) && found.some(({ name }) => name === 'release'),
    );
    const release = all.find(({ name }) => name === 'release');
    expect(release).toMatchObject({ parent: null, attributes: { 'dateline.what': 'development' } });
    expect(all.find(isRelease).parent).toBe(release.id);
  });

  it('traces the appends of an import as its children', async () => {
    const slug = freshSlug('imported');
    const line = {
      at: '2016-12-01T10:00:00.000Z',
      story: slug,
      command: 'open',
      headline: en('H'),
      language: 'en',
    };
    const { headers } = await newsroom.desk.import([line]);
    const isImport = ({ attributes: a }: Json): boolean =>
      a['dateline.request_id'] === headers['x-request-id'];
    const all = await eventually(
      async () => spans(),
      (found) => found.some(isImport),
    );
    expect(all.filter(({ parent }) => parent === all.find(isImport).id)).toMatchObject([
      { name: 'append', attributes: { 'dateline.log': 'audit' } },
      { name: 'append', attributes: { 'dateline.event_types': ['StoryOpened'] } },
    ]);
  });
});

function metricsOf({ log }: RunningNewsroom): Caller {
  const [, address] = /^Metrics are served at (http:\S+)\/metrics$/m.exec(log) ?? [];
  return new Caller(address!);
}

describe('a newsroom that serves metrics', () => {
  let newsroom: RunningNewsroom;
  let metrics: Caller;
  beforeAll(async () => {
    newsroom = await RunningNewsroom.open({ METRICS_PORT: '0' });
    metrics = metricsOf(newsroom);
    await introduce(newsroom.desk);
  });
  afterAll(async () => {
    metrics.close();
    await newsroom.remove();
  });

  it('counts the work of desk, publisher and archive, without content', async () => {
    const slug = await openStory(newsroom.desk, freshSlug('xyzzy'));
    await record(newsroom.desk, slug, report(['talks'], { release: { embargoedUntil: soon(3_600_000) } }));
    await settle(newsroom);
    await newsroom.archive.get(read(slug));
    const { text } = await metrics.get('/metrics');
    for (const line of [
      /^dateline_appends_total\{log="desk",outcome="written"\} [1-9]/m,
      /^dateline_appends_total\{log="desk",outcome="unknown"\} 0$/m,
      /^dateline_appends_total\{log="public",outcome="written"\} [1-9]/m,
      /^dateline_append_seconds_count\{log="desk"\} [1-9]/m,
      /^dateline_store_ready\{log="desk"\} 1$/m,
      /^dateline_projection_caught_up\{model="desk"\} 1$/m,
      /^dateline_projection_lag_seconds\{model="public"\} [\d.]+$/m,
      /^dateline_subscription_restarts_total\{follower="publisher"\} 0$/m,
      /^dateline_publisher_ok 1$/m,
      /^dateline_publisher_queue 0$/m,
      /^dateline_publisher_embargoes 1$/m,
      /^dateline_http_request_seconds_count\{method="GET",route="\/v1\/stories\/:story",status="404"\} 1$/m,
      /^dateline_http_request_seconds_count\{method="POST",route="\/desk\/v1\/stories\/:story\/developments",status="201"\} 2$/m,
      /^nodejs_eventloop_lag_seconds /m,
    ])
      expect(text).toMatch(line);
    expect(text).not.toMatch(/xyzzy|moscow|settle/i);
  });

  it('reports a port in use in one line', async () => {
    const taken = String(newsroom.archive.port);
    const ended = RunningNewsroom.open({ METRICS_PORT: taken });
    await expect(ended).rejects.toThrow(
      `Another program uses port ${taken}: stop it, or set PORT, DESK_PORT or METRICS_PORT.`,
    );
  });
});

describe('the log of a newsroom', () => {
  it('covers every kind of message, without content of stories; metrics end with the newsroom', async () => {
    const newsroom = await RunningNewsroom.open({
      METRICS_PORT: '0',
      LOG_LEVEL: 'trace',
      DEBUG: '*',
      NODE_DEBUG: 'dateline',
    });
    const { desk, archive } = newsroom;
    const secret = 'xyzzy';
    const slug = `slug-${secret}`;
    const json = { 'content-type': 'application/json' };
    await desk.put(`/desk/v1/sides/side-${secret}`, { name: `Side ${secret}` });
    const party = { id: `party-${secret}`, name: `Name ${secret}`, type: 'outlet' };
    expect((await desk.post('/desk/v1/parties', party)).status).toBe(201);
    await openStory(desk, slug);
    const unnamed = { descriptor: en(`an official of ${secret}`), approvedBy: 'command-line' };
    const made = await record(
      desk,
      slug,
      {
        ...report([`claim-${secret}`]),
        text: en(`The ${secret} informant speaks.`),
        attribution: [[{ party: party.id }, { unnamed }]],
      },
      { 'idempotency-key': `key-${secret}` },
    );
    // Refused, repeated, malformed and no-op requests.
    const again = { 'idempotency-key': `key-${secret}` };
    await desk.post(at(slug, '/developments'), { [secret]: secret }, again);
    await desk.post(at(slug, '/developments'), report([], { text: en(secret), kind: secret }));
    for (const body of [`{"${secret}": `, `{"${secret}": 1, "${secret}": 2}`, secret])
      await desk.send({ method: 'POST', path: at(slug, '/developments'), headers: json, body });
    await desk.get(`/${secret}?q=${secret}`);
    await desk.get(at(slug, `?asOf=${secret}`));
    await desk.get(`/%00${secret}`);
    await desk.get(`/%ff${secret}`);
    await desk.import([`{"${secret}": "${secret}"}`, secret]);
    await desk.import([{ story: slug, at: '1999-01-01T00:00:00Z', command: 'record', [secret]: secret }]);
    await desk.get('/health/ready', { cookie: secret, authorization: `Bearer ${secret}` });
    await desk.get('/health/ready', { host: `${secret}.example.org` });
    const kill = { reason: `Because of ${secret}`, notice: en(`Withdrawn: ${secret}`) };
    await desk.post(at(slug, `/developments/${made.id}/kill`), kill, { 'if-match': '*' });
    await settle(newsroom);
    await archive.get(read(slug));
    await archive.get(`/v1/parties/party-${secret}?q=${secret}`);
    await archive.get(`/v1/stories?q=${secret}`);
    const metrics = metricsOf(newsroom);
    expect((await metrics.get('/metrics')).status).toBe(200);
    expect(await newsroom.stop()).toBe(0);
    await expect(metrics.get('/metrics')).rejects.toThrow('ECONNREFUSED');
    metrics.close();
    await newsroom.remove();
    expect(newsroom.log).toMatch(
      /POST \/desk\/v1\/stories\/:story\/developments 201 [\d.]+ ms [0-9a-f-]{36}/,
    );
    expect(newsroom.log).toMatch(/GET \/v1\/stories\/:story 200 /);
    const lines = newsroom.log.split('\n').filter((line) => line.includes(secret));
    expect(lines).toEqual([]);
  });
});
