import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import CachePolicy from 'http-cache-semantics';
import {
  createArchiveClient,
  followChanges,
  StreamRefused,
  type ArchiveUpdate,
  type FollowOptions,
  type Seen,
} from '#client';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { at, en, introduce, openStory, record, report, settle } from '../http/stories.js';

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ DATELINE_MAX_AGE: '60s' });
  await introduce(newsroom.desk);
});
afterAll(() => newsroom.remove());

const baseUrl = (): string => newsroom.archive.address;

/** The first items that a follower receives. */
async function first(
  count: number,
  options: Omit<FollowOptions, 'signal'>,
): Promise<readonly ArchiveUpdate[]> {
  const received: ArchiveUpdate[] = [];
  for await (const one of followChanges({ ...options, signal: AbortSignal.timeout(60_000) })) {
    received.push(one);
    if (received.length === count) break;
  }
  return received;
}

describe('a follower', () => {
  it('receives new events, and earlier ones on request', async () => {
    const { desk } = newsroom;
    const slug = await openStory(desk);
    const before = await record(desk, slug, report(['first']));
    const following = first(2, { baseUrl: baseUrl(), story: slug, since: before.public.position });
    await record(desk, slug, report(['second']));
    await record(desk, slug, report(['third']));
    const received = await following;
    expect(received.map((one) => one.kind === 'change' && one.event.type)).toEqual([
      'dateline.ReportRecorded',
      'dateline.ReportRecorded',
    ]);
    expect(received.every((one) => one.kind === 'change' && one.position === one.event.data.position)).toBe(
      true,
    );
  });

  it('resumes after a restart of the newsroom', async () => {
    const slug = await openStory(newsroom.desk);
    const begun = await record(newsroom.desk, slug, report(['first']));
    let address = baseUrl();
    // The test newsroom restarts on a different port.
    const moved = (request: Request): Promise<Response> =>
      fetch(new Request(request.url.replace(new URL(request.url).origin, address), request));
    const revisions: string[] = [];
    const ended = new AbortController();
    const following = (async () => {
      const { position: since } = begun.public;
      for await (const change of followChanges({
        baseUrl: address,
        story: slug,
        since,
        fetch: moved,
        signal: ended.signal,
      })) {
        if (change.kind === 'change') revisions.push(change.event.data.revision);
        if (revisions.length === 3) ended.abort();
      }
    })();
    await record(newsroom.desk, slug, report(['second']));
    await newsroom.stop();
    await newsroom.start();
    address = baseUrl();
    await record(newsroom.desk, slug, report(['third']));
    await record(newsroom.desk, slug, report(['fourth']));
    await following;
    expect(revisions).toEqual(['2', '3', '4']);
  });

  it('gets a reset if its position belongs to another log', async () => {
    expect(await first(1, { baseUrl: baseUrl(), since: '7' })).toEqual([
      { kind: 'reset', position: expect.stringMatching(/^\d+$/) },
    ]);
  });

  it('ends if no more events can come', async () => {
    const { desk } = newsroom;
    const slug = await openStory(desk);
    await record(desk, slug, report(['only']));
    const { body } = await desk.post(at(slug, '/closing'), {});
    expect(await first(9, { baseUrl: baseUrl(), story: slug, since: body.public.position })).toEqual([]);
  });

  it('gets a problem for an unknown story', async () => {
    const following = first(1, { baseUrl: baseUrl(), story: 'unheard-of' });
    await expect(following).rejects.toBeInstanceOf(StreamRefused);
    await expect(following).rejects.toMatchObject({ problem: { code: 'story-unknown', status: 404 } });
  });

  it('ends when aborted, also while it waits to reconnect', async () => {
    const follower = followChanges({ baseUrl: 'http://127.0.0.1:1', signal: AbortSignal.timeout(50) });
    expect((await follower.next()).done).toBe(true);
  });
});

/** A `fetch` with a cache like a browser: fresh answers to equal requests come from the cache. */
function cached(): { readonly fetch: (request: Request) => Promise<Response>; readonly asked: string[] } {
  const kept = new Map<string, { readonly policy: CachePolicy; readonly text: string }[]>();
  const asked: string[] = [];
  const headersOf = ({ headers }: Request | Response) => Object.fromEntries(headers);
  return {
    asked,
    fetch: async (request) => {
      const of = { url: request.url, method: request.method, headers: headersOf(request) };
      const fresh = kept
        .get(request.url)
        ?.find(({ policy }) => policy.evaluateRequest(of).response !== undefined);
      if (fresh) return new Response(fresh.text, { headers: { 'content-type': 'application/json' } });
      asked.push(request.url);
      const answer = await fetch(request);
      const text = await answer.text();
      // The library applies `must-revalidate` to fresh answers too, unlike browsers.
      const control = answer.headers.get('cache-control')!.replace(', must-revalidate', '');
      const headers = { ...headersOf(answer), 'cache-control': control };
      const policy = new CachePolicy(of, { status: answer.status, headers }, { shared: false });
      kept.set(request.url, [...(kept.get(request.url) ?? []), { policy, text }]);
      return new Response(text, answer);
    },
  };
}

describe('a follower that reads changed resources', () => {
  it('reads the state after the change, whatever its cache has', async () => {
    const slug = await openStory(newsroom.desk);
    await record(newsroom.desk, slug, report(['first']));
    await settle(newsroom);
    const seen: Seen = { position: null };
    const { fetch, asked } = cached();
    const params = { params: { path: { story: slug } } };
    const read = async (client: ReturnType<typeof createArchiveClient>): Promise<string | undefined> =>
      (await client.GET('/v1/stories/{story}', params)).data?.revision;
    const following = createArchiveClient({ baseUrl: baseUrl(), fetch, seen });
    const careless = createArchiveClient({ baseUrl: baseUrl(), fetch });
    const { data } = await following.GET('/v1/stories');
    expect([await read(following), await read(careless), asked.length]).toEqual(['1', '1', 2]);
    const signal = AbortSignal.timeout(20_000);
    const changes = followChanges({ baseUrl: baseUrl(), since: data!.position!, seen, signal });
    await record(newsroom.desk, slug, report(['second'], { text: en('It is so.') }));
    for await (const change of changes) {
      if (change.kind !== 'change' || change.event.data.story.slug !== slug) continue;
      expect([seen.position, await read(careless), await read(following)]).toEqual([
        change.position,
        '1',
        '2',
      ]);
      break;
    }
  });
});

describe('a stream that breaks at any byte', () => {
  let server: Server;
  let write: (answer: ServerResponse, last: string | undefined) => void;
  beforeAll((done) => {
    server = createServer((asked, answer) => {
      answer.writeHead(200, { 'content-type': 'text/event-stream' });
      write(answer, asked.headers['last-event-id'] as string | undefined);
    }).listen(0, '127.0.0.1', done);
  });
  afterAll((done) => {
    server.closeAllConnections();
    server.close(done);
  });

  it('delivers each change once, in order', async () => {
    const text = (n: number): string =>
      `id: ${n}\r\n: a sign of life\r\ndata: {"n":${n},\r\ndata: "é": 1}\r\n\r\n`;
    let cut = 0;
    write = (answer, last = '0') => {
      const rest = Buffer.from(
        [1, 2, 3, 4]
          .filter((n) => n > Number(last))
          .map(text)
          .join(''),
      );
      // Each connection sends a few more bytes, and then breaks.
      cut += 17;
      answer.write('retry: 1\n\n');
      for (const byte of rest.subarray(0, cut)) answer.write(Buffer.from([byte]));
      answer.end();
    };
    const { port } = server.address() as AddressInfo;
    const received = await first(4, { baseUrl: `http://127.0.0.1:${port}` });
    expect(received.map((one) => [one.position, one.kind === 'change' && one.event])).toEqual(
      ['1', '2', '3', '4'].map((n) => [n, { n: Number(n), é: 1 }]),
    );
  });
});
