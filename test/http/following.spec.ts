import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { EventSource } from 'eventsource';
import { CloudEvent } from 'cloudevents';
import type { Caller, Json } from './caller.js';
import { eventually } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import {
  at,
  en,
  expectProblem,
  introduce,
  openStory,
  proposition,
  record,
  report,
  settle,
  whisper,
} from './stories.js';

/** A free port, so that the newsroom can use it again after a restart. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

let newsroom: RunningNewsroom;
const open: Listener[] = [];
beforeAll(async () => {
  const port = await freePort();
  newsroom = await RunningNewsroom.open({
    PORT: port,
    DATELINE_PUBLIC_URL: `http://archive.example.org:${port}`,
    DATELINE_MAX_FOLLOWERS: '12',
  });
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});

/** A third-party EventSource client, as in browsers: what it received, and its state. */
class Listener {
  readonly heard: Json[] = [];
  readonly ids: string[] = [];
  readonly resets: Json[] = [];
  opened = 0;
  readonly #source: EventSource;

  constructor(path: string, headers: Record<string, string> = {}) {
    this.#source = new EventSource(newsroom.archive.address + path, {
      fetch: (input, init) => fetch(input, { ...init, headers: { ...headers, ...init.headers } }),
    });
    this.#source.addEventListener('open', () => (this.opened += 1));
    this.#source.addEventListener('message', ({ data, lastEventId }) => {
      this.heard.push(JSON.parse(data));
      this.ids.push(lastEventId);
    });
    this.#source.addEventListener('reset', ({ data }) => this.resets.push(JSON.parse(data)));
    open.push(this);
  }

  /** `readyState`: 2 is closed. */
  get state(): number {
    return this.#source.readyState;
  }

  get positions(): string[] {
    return this.heard.map((event) => event.data.position);
  }

  async opens(times = 1): Promise<this> {
    await eventually(
      async () => this.opened,
      (opened) => opened >= times,
    );
    return this;
  }

  async hears(count: number): Promise<this> {
    await eventually(
      async () => this.heard.length,
      (n) => n >= count,
    );
    return this;
  }

  close(): void {
    this.#source.close();
  }
}

const withheld = { reason: 'It was wrong.', notice: en('We withdrew it.') };
const act = async (slug: string, rest: string, body: object): Promise<Json> => {
  const answer = await newsroom.desk.post(at(slug, rest), body, { 'if-match': '*' });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
};

/** Every event after a position, read page by page. */
async function paged(archive: Caller, since?: string, more = ''): Promise<Json[]> {
  const events: Json[] = [];
  for (
    let next: string | null = `/v1/changes?limit=3${more}${since === undefined ? '' : `&since=${since}`}`;
    next;
  ) {
    const { body, status, text }: { body: Json; status: number; text: string } = await archive.get(next);
    if (status !== 200) throw new Error(text);
    events.push(...body.items);
    next = body.next;
  }
  return events;
}

it('sends followers the same events as the pages and the dump', async () => {
  const all = await new Listener('/v1/stream').opens();
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['a', 'b']));
  await record(newsroom.desk, await openStory(newsroom.desk), report(['c']));
  await act(slug, '/claims/a/judgements', {
    verdict: 'refuted',
    method: 'We asked.',
    reason: 'It is not so.',
  });
  await settle(newsroom);
  const events = await paged(newsroom.archive);
  await all.hears(events.length);
  expect(all.heard).toEqual(events);
  const dump = await newsroom.archive.get('/v1/dump');
  expect(dump.headers['content-type']).toBe('application/x-ndjson');
  expect(
    dump.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(events);
  for (const [accepted, coding] of [
    ['gzip, br', 'gzip'],
    ['br', undefined],
    ['gzip;q=0, *', undefined],
  ] as const) {
    const { headers } = await newsroom.archive.head('/v1/dump', { 'accept-encoding': accepted });
    expect([accepted, headers['content-encoding']]).toEqual([accepted, coding]);
  }
  const rest = await newsroom.archive.get(`/v1/dump?since=${all.ids[1]}`);
  expect(
    rest.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(events.slice(2));
  for (const event of events) expect(() => new CloudEvent(event, true)).not.toThrow();
  expect(all.ids).toEqual(all.positions);
  const ofStory = await paged(newsroom.archive, undefined, `&story=${slug}`);
  expect(ofStory.map((e) => e.type)).toEqual([
    'dateline.StoryOpened',
    'dateline.ReportRecorded',
    'dateline.ClaimRefuted',
  ]);
  expect(ofStory[2].data).toMatchObject({
    significance: 'substantive',
    changes: expect.arrayContaining([{ path: '/claims/a/status', was: 'claimed', is: 'refuted' }]),
  });
});

it('resumes after a lost connection and after a restart, without gaps or duplicates', async () => {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['zero']));
  await settle(newsroom);
  const listener = await new Listener(`/v1/stories/${slug}/stream`).opens();
  for (const name of ['a', 'b']) await record(newsroom.desk, slug, report([name]));
  await listener.hears(2);
  await newsroom.kill();
  await newsroom.start();
  for (const name of ['c', 'd', 'e']) await record(newsroom.desk, slug, report([name]));
  await listener.opens(2);
  await listener.hears(5);
  await newsroom.stop();
  await newsroom.start();
  await record(newsroom.desk, slug, report(['f']));
  await listener.hears(6);
  await settle(newsroom);
  const all = await paged(newsroom.archive, undefined, `&story=${slug}`);
  expect(listener.heard).toEqual(all.slice(2));
});

it('resumes from any id that it sent', async () => {
  const slug = await openStory(newsroom.desk);
  for (const name of ['a', 'b', 'c']) await record(newsroom.desk, slug, report([name]));
  await settle(newsroom);
  const events = await paged(newsroom.archive, undefined, `&story=${slug}`);
  for (const [i, { data }] of events.entries()) {
    const listener = await new Listener(`/v1/stories/${slug}/stream`, {
      'last-event-id': data.position,
    }).opens();
    await listener.hears(events.length - i - 1);
    expect(listener.heard).toEqual(events.slice(i + 1));
    listener.close();
  }
  const everywhere = await paged(newsroom.archive, events[0].data.position);
  const listener = new Listener('/v1/stream?since=' + events[0].data.position);
  await listener.hears(everywhere.length);
  expect(listener.heard).toEqual(everywhere);
});

it('loses no event for a client that stores an id at once, wherever the connection breaks in the data', async () => {
  const slug = await openStory(newsroom.desk);
  for (const name of ['a', 'b']) await record(newsroom.desk, slug, report([name], { text: en('Ой, naïve') }));
  await act(slug, '/closing', {});
  await settle(newsroom);
  // The stream of a closed story ends.
  const stream = await newsroom.archive.get(`/v1/stories/${slug}/stream?since=0`);
  const bytes = Buffer.from(stream.text);
  const ids = [...stream.text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id!);
  expect(ids).toHaveLength(4);
  const data = [...stream.text.matchAll(/^data: (.+)$/gm)].map(([line]) => line);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const lines = bytes.subarray(0, cut).toString().split('\n').slice(0, -1);
    const taken = lines.filter((line) => line.startsWith('id: ')).length;
    expect(lines.filter((line) => line.startsWith('data: ')).slice(0, taken)).toEqual(data.slice(0, taken));
  }
});

it('resets clients that resume from a killed event, from no position, or from a position of another log', async () => {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['stays']));
  const made = await record(newsroom.desk, slug, report(['gone'], { text: en('SECRET WORDS') }));
  await settle(newsroom);
  const live = await new Listener('/v1/stream').opens();
  await act(slug, `/developments/${made.id}/kill`, withheld);
  await settle(newsroom);
  await live.hears(1);
  expect(live.heard[0].type).toBe('dateline.DevelopmentKilled');
  // Clients must also drop the claims that came with it.
  expect(live.heard[0].data.whole).toBe(true);
  expect(live.heard[0].data.changes).toContainEqual({
    path: `/developments/${made.id}`,
    was: null,
    is: expect.objectContaining({ withheld: expect.objectContaining({ notice: en('We withdrew it.') }) }),
  });
  expect(live.heard[0].data.purge.prefixes.join()).toContain(`/v1/stories/${slug}/`);
  expect(JSON.stringify(await paged(newsroom.archive))).not.toContain('SECRET');
  expect((await newsroom.archive.get('/v1/dump')).text).not.toContain('SECRET');
  for (const id of [made.public.position, 'nonsense', '12345672', made.position]) {
    const listener = await new Listener(`/v1/stories/${slug}/stream`, { 'last-event-id': id }).opens();
    await eventually(
      async () => listener.resets.length,
      (n) => n > 0,
    );
    const { position } = listener.resets[0];
    expect((await newsroom.archive.get(`/v1/changes?since=${position}`)).body.items).toEqual([]);
    const next = await record(newsroom.desk, slug, report([]));
    await listener.hears(1);
    expect(listener.positions).toEqual([next.public.position]);
    listener.close();
  }
  expectProblem(
    await newsroom.archive.get(`/v1/changes?since=${made.public.position}`),
    410,
    'position-gone',
  );
  expectProblem(await newsroom.archive.get('/v1/changes?since=no'), 410, 'position-gone');
  expectProblem(await newsroom.archive.get(`/v1/dump?since=${made.public.position}`), 410, 'position-gone');
});

it('starts the same for pages and streams: from the current states, the beginning, or now', async () => {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['before']));
  await settle(newsroom);
  const stories = await newsroom.archive.get('/v1/stories?limit=1');
  const { position } = stories.body;
  expect(stories.headers['dateline-position']).toBe(position);
  const later = await newsroom.archive.get(stories.body.next);
  expect([later.body.position, later.headers['dateline-position']]).toEqual([null, undefined]);
  expect((await newsroom.archive.get('/v1/stories?asOf=2020-01-01')).body.position).toBeNull();
  const all = await paged(newsroom.archive);
  expect(all.at(-1)!.data.position).toBe(position);
  expect(await paged(newsroom.archive, '0')).toEqual(all);
  const caughtUp = await newsroom.archive.get('/v1/changes?since=now');
  expect(caughtUp.body).toMatchObject({ position, items: [], next: null });
  const listeners = await Promise.all(
    [position, '0', 'now'].map((since) => new Listener(`/v1/stream?since=${since}`).opens()),
  );
  const made = await record(newsroom.desk, slug, report(['after']));
  const heard = [1, all.length + 1, 1];
  for (const [i, listener] of listeners.entries()) {
    await listener.hears(heard[i]!);
    expect([listener.positions.length, listener.positions.at(-1)]).toEqual([heard[i], made.public.position]);
    expect(listener.resets).toEqual([]);
    listener.close();
  }
  expect((await paged(newsroom.archive, position)).map((event) => event.data.position)).toEqual([
    made.public.position,
  ]);
  expect((await newsroom.archive.get('/v1/dump?since=0')).text).toBe(
    (await newsroom.archive.get('/v1/dump')).text,
  );
});

it('ends with the story: a reconnect gets 204 if it is closed, and 410 if it is killed', async () => {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['a']));
  await settle(newsroom);
  const listener = await new Listener(`/v1/stories/${slug}/stream`).opens();
  await act(slug, '/closing', {});
  await eventually(
    async () => listener.state,
    (state) => state === 2,
  );
  expect(listener.heard.map((e) => e.type)).toEqual(['dateline.StoryClosed']);
  const answer = await newsroom.archive.get(`/v1/stories/${slug}/stream`, {
    'last-event-id': listener.ids[0]!,
  });
  expect([answer.status, answer.text]).toEqual([204, '']);
  // Before that it gets the events that it missed.
  const events = await paged(newsroom.archive, undefined, `&story=${slug}`);
  const late = new Listener(`/v1/stories/${slug}/stream`, { 'last-event-id': events[0].data.position });
  await eventually(
    async () => late.heard.length,
    (n) => n >= events.length - 1,
  );
  expect(late.heard).toEqual(events.slice(1));
  late.close();
  await act(slug, '/reopening', {});
  await settle(newsroom);
  const again = await new Listener(`/v1/stories/${slug}/stream`).opens();
  await act(slug, '/kill', withheld);
  await again.hears(1);
  expect(again.heard.map((e) => e.type)).toEqual(['dateline.StoryKilled']);
  await eventually(
    async () => again.state,
    (state) => state === 2,
  );
  expectProblem(await newsroom.archive.get(`/v1/stories/${slug}/stream`), 410, 'killed');
  expectProblem(await newsroom.archive.get('/v1/stories/never/stream'), 404, 'story-unknown');
});

it('resets a client that comes back to a closed story with since withdrawn events', async () => {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['stays']));
  const made = await record(newsroom.desk, slug, report(['gone']));
  await act(slug, `/developments/${made.id}/kill`, withheld);
  await act(slug, '/closing', {});
  await settle(newsroom);
  const listener = new Listener(`/v1/stories/${slug}/stream`, { 'last-event-id': made.public.position });
  await eventually(
    async () => listener.resets.length,
    (n) => n > 0,
  );
  listener.close();
  const answer = await newsroom.archive.get(`/v1/stories/${slug}/stream`, {
    'last-event-id': listener.resets[0].position,
  });
  expect(answer.status).toBe(204);
});

it('limits the number of followers, with a problem for the next; HEAD does not count', async () => {
  const listeners = await Promise.all(Array.from({ length: 12 }, () => new Listener('/v1/stream').opens()));
  const refused = await newsroom.archive.get('/v1/stream');
  expectProblem(refused, 503, 'too-many-followers');
  expect(refused.headers['retry-after']).toBe('30');
  for (const listener of listeners.slice(0, 6)) listener.close();
  const head = await eventually(
    () => newsroom.archive.head('/v1/stream'),
    (a) => a.status === 200,
  );
  expect([head.status, head.headers['content-type'], head.text]).toEqual([200, 'text/event-stream', '']);
});

it('sends heartbeats while idle, and buffers nothing for a client that does not read', async () => {
  const beating = fetch(`${newsroom.archive.address}/v1/stream`).then(async ({ body }) => {
    let text = '';
    for await (const chunk of body!) {
      text += Buffer.from(chunk).toString();
      if (text.includes('\n:\n\n')) return text;
    }
    return text;
  });
  // A client that reads nothing, while more is recorded than a connection can buffer.
  const slug = await openStory(newsroom.desk);
  const deaf = connect(newsroom.archive.port, '127.0.0.1');
  deaf.on('error', () => undefined);
  deaf.write('GET /v1/stream HTTP/1.1\r\nhost: localhost\r\n\r\n');
  deaf.pause();
  await pause(200);
  const before = await paged(newsroom.archive);
  for (let i = 0; i < 300; i++)
    await record(newsroom.desk, slug, report([], { text: en('word '.repeat(1_800)) }));
  await settle(newsroom);
  // It gets all of it once it reads.
  const expected = (await paged(newsroom.archive, before.at(-1)!.data.position)).length;
  let heard = '';
  deaf.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  deaf.resume();
  await eventually(
    async () => heard.match(/^id: /gm)?.length ?? 0,
    (n) => n >= expected,
  );
  expect(heard.match(/^id: /gm)).toHaveLength(expected);
  deaf.destroy();
  expect(await beating).toMatch(/^retry: \d+\n\n/);
});

it('limits concurrent dumps, and accepts new ones when those are gone', async () => {
  // More than a connection can buffer if nobody reads.
  const story = 'long-dump';
  const said = { kind: 'report', text: en('word '.repeat(1_800)), attribution: [[{ party: 'moscow' }]] };
  const imported = await newsroom.desk.import([
    { at: '2016-12-01T10:00:00Z', story, command: 'open', headline: en('Long'), language: 'en' },
    ...Array.from({ length: 600 }, (_, i) => ({
      at: '2016-12-01T10:00:00Z',
      story,
      command: 'record',
      ref: `r${i}`,
      ...said,
    })),
  ]);
  expect(imported.status).toBe(200);
  await settle(newsroom);
  const sockets: Socket[] = [];
  const deaf = async (localAddress: string): Promise<string> => {
    const socket = connect({ port: newsroom.archive.port, host: '127.0.0.1', localAddress });
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.write('GET /v1/dump HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(socket, 'readable');
    return String(socket.read(12));
  };
  for (let i = 0; i < 20; i += 1) expect(await deaf(`127.0.0.${1 + (i % 10)}`)).toBe('HTTP/1.1 200');
  const refused = await newsroom.archive.get('/v1/dump');
  expectProblem(refused, 429, 'too-many-requests');
  expect(refused.headers['retry-after']).toBe('30');
  expect(await deaf('127.0.0.30')).toBe('HTTP/1.1 503');
  for (const path of ['/v1/stories', `/v1/stories/${story}`, '/v1/changes', '/'])
    expect([path, (await newsroom.archive.get(path)).status]).toEqual([path, 200]);
  for (const socket of sockets) socket.destroy();
  await eventually(
    () => newsroom.archive.get('/v1/dump'),
    ({ status }) => status === 200,
  );
});

it('says on each page when to poll again, and serves CloudEvents batches on request', async () => {
  const slug = await openStory(newsroom.desk);
  await record(newsroom.desk, slug, report(['a']));
  await settle(newsroom);
  const page = await newsroom.archive.get('/v1/changes?limit=1');
  expect(page.body).toMatchObject({ poll: 0, position: page.body.items[0].data.position });
  expect(page.headers['link']).toContain('rel="next"');
  const all = await paged(newsroom.archive);
  const caughtUp = await newsroom.archive.get(`/v1/changes?since=${all.at(-1)!.data.position}`);
  expect(caughtUp.body).toEqual({ position: all.at(-1)!.data.position, next: null, poll: 5, items: [] });
  const batch = await newsroom.archive.get('/v1/changes?limit=2', {
    accept: 'application/cloudevents-batch+json',
  });
  expect(batch.headers['content-type']).toBe('application/cloudevents-batch+json');
  expect(batch.body).toEqual(all.slice(0, 2));
  expect(batch.headers['vary']).toContain('Accept');
  const same = await newsroom.archive.get('/v1/changes?limit=2', { 'if-none-match': page.headers.etag! });
  expect(same.status).toBe(200);
  const again = await newsroom.archive.get('/v1/changes?limit=1', { 'if-none-match': page.headers.etag! });
  expect([again.status, again.text]).toEqual([304, '']);
});

it('reports that a withheld field changed, but not its former value', async () => {
  const slug = await openStory(newsroom.desk);
  const made = await record(newsroom.desk, slug, report(['a'], { text: en('The OLD-NAME says so.') }));
  await act(slug, `/developments/${made.id}/corrections`, {
    class: 'correction',
    changes: { text: en('An official says so.'), significance: 'minor' },
    withhold: ['text'],
    reason: 'The name was not to be told.',
  });
  await settle(newsroom);
  const corrected = (await paged(newsroom.archive, undefined, `&story=${slug}`)).at(-1)!;
  expect(corrected.type).toBe('dateline.DevelopmentCorrected');
  expect(corrected.data.changes).toEqual(
    expect.arrayContaining([
      { path: `/developments/${made.id}/significance`, was: 'substantive', is: 'minor' },
    ]),
  );
  // Former states also show the corrected text, so clients must read those again.
  expect(corrected.data.whole).toBe(true);
  for (const path of [`/v1/changes?since=${made.public.position}`, '/v1/corrections', '/v1/corrections.atom'])
    expect((await newsroom.archive.get(path)).text).not.toContain('OLD-NAME');
});

it('reveals nothing that a withheld field had introduced', async () => {
  const slug = await openStory(newsroom.desk);
  const asserted = { claim: 'kept', stance: 'asserts' };
  const made = await record(
    newsroom.desk,
    slug,
    whisper(
      ['kept'],
      { descriptor: en('OLD-SOURCE') },
      { raises: [{ id: 'asked', text: en('OLD-QUESTION?') }] },
    ),
  );
  const more = await record(
    newsroom.desk,
    slug,
    report([], {
      claims: [proposition('gone', 'OLD-CLAIM')],
      assertions: [{ claim: 'gone', stance: 'asserts' }],
    }),
  );
  await act(slug, `/developments/${made.id}/corrections`, {
    class: 'correction',
    changes: { attribution: report().attribution, raises: [] },
    withhold: ['attribution', 'raises'],
    reason: 'Who it was must not be told.',
  });
  await act(slug, `/developments/${more.id}/corrections`, {
    class: 'correction',
    changes: { claims: [], assertions: [asserted] },
    withhold: ['claims', 'assertions'],
    reason: 'It was never said.',
  });
  await settle(newsroom);
  const changes = await newsroom.archive.get(`/v1/changes?story=${slug}&since=${more.public.position}`);
  for (const { text } of [changes, await newsroom.archive.get('/v1/corrections')])
    expect(text).not.toMatch(/OLD-/);
});

it('reveals nothing that a withheld field had introduced, even if that was a lot', async () => {
  const slug = await openStory(newsroom.desk);
  const many = Array.from({ length: 60 }, (_, i) => proposition(`of-many-${i}`, `OLD-CLAIM ${i}`));
  const assertions = many.map(({ id }) => ({ claim: id, stance: 'asserts' }));
  const made = await record(newsroom.desk, slug, report([], { claims: many, assertions }));
  await act(slug, `/developments/${made.id}/corrections`, {
    class: 'correction',
    changes: { claims: [], assertions: [] },
    withhold: ['claims', 'assertions'],
    reason: 'It was never said.',
  });
  await settle(newsroom);
  const { text, body } = await newsroom.archive.get(
    `/v1/changes?story=${slug}&since=${made.public.position}`,
  );
  expect(body.items[0].data.whole).toBe(true);
  expect(text).not.toMatch(/OLD-/);
});
