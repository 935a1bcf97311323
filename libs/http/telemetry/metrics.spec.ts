import { createServer as createPlainServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, Param, Post } from '@nestjs/common';
import { encode, EventStore, InvalidAppend, OutcomeUnknown, type NewEvent } from '#event-store';
import { ManualClock, newEvent, ScratchLog } from '#event-store/contract';
import { Metrics } from './metrics.js';
import { MetricsServer } from '../program/metrics-server.js';
import { ObservedEventStore } from './observed-event-store.js';
import { createServer } from '../server/server.js';

const NOON = '2026-01-01T12:00:00.000Z';
const clock = new ManualClock(NOON);

/** The value of a metric, by its name and labels; undefined if there is none. */
async function valueOf(metrics: Metrics, line: string): Promise<number | undefined> {
  const found = (await metrics.text()).split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length));
}

describe('an observed event store', () => {
  let log: ScratchLog;
  let store: EventStore;
  let plain: EventStore;
  let metrics: Metrics;
  beforeEach(async () => {
    log = new ScratchLog();
    metrics = new Metrics(clock);
    plain = await log.open();
    store = new ObservedEventStore(plain, 'desk', metrics);
  });
  afterEach(() => log.remove());

  const outcomes = (): Promise<(number | undefined)[]> =>
    Promise.all(
      ['written', 'refused', 'unknown'].map((outcome) =>
        valueOf(metrics, `dateline_appends_total{log="desk",outcome="${outcome}"}`),
      ),
    );

  it('counts appends by outcome, and times them all', async () => {
    expect(await outcomes()).toEqual([0, 0, 0]);
    await store.append('story-a', 'no_stream', [newEvent()]);
    await store.append('story-a', 0n, [newEvent(), newEvent()]);
    expect(await outcomes()).toEqual([2, 0, 0]);
    await expect(store.append('story-a', 0n, [newEvent()])).rejects.toMatchObject({
      code: 'wrong-expected-revision',
    });
    await expect(store.append('$a', 'no_stream', [newEvent()])).rejects.toBeInstanceOf(InvalidAppend);
    expect(await outcomes()).toEqual([2, 2, 0]);
    expect(await valueOf(metrics, 'dateline_append_seconds_count{log="desk"}')).toBe(4);
    expect(await valueOf(metrics, 'dateline_append_seconds_sum{log="desk"}')).toBeGreaterThan(0);
    expect(await valueOf(metrics, 'dateline_append_seconds_bucket{le="10",log="desk"}')).toBe(4);
  });

  it('counts unknown outcomes, also after an error from outside of the store', async () => {
    for (const error of [new OutcomeUnknown('story-b', 'as planned'), new TypeError('as planned')]) {
      const failing = Object.create(store, { append: { value: () => Promise.reject(error) } }) as EventStore;
      const observed = new ObservedEventStore(failing, 'desk', metrics);
      await expect(observed.append('story-b', 'no_stream', [])).rejects.toBe(error);
    }
    expect(await outcomes()).toEqual([0, 0, 2]);
  });

  it('passes all other calls to the store', async () => {
    const event: NewEvent = { ...newEvent(), data: encode({ secret: 'xyzzy' }) };
    store = new ObservedEventStore(plain, 'public', metrics);
    await store.append('story-c', 'no_stream', [event]);
    expect(store.identity).toBe(plain.identity);
    expect(await store.head()).toBe(await plain.head());
    expect(store.health()).toEqual(plain.health());
    const seen: string[] = [];
    const all = Promise.withResolvers<void>();
    const subscription = store.subscribe(
      { prefix: 'story-c', after: 'start' },
      {
        onBatch: (events) => void seen.push(...events.map(({ id }) => id)),
        onCaughtUp: () => all.resolve(),
      },
    );
    await all.promise;
    await subscription.close();
    for await (const { id } of store.readStream('story-c')) seen.push(id);
    for await (const { stream, id } of store.readAll()) if (stream === 'story-c') seen.push(id);
    expect(seen).toEqual([event.id, event.id, event.id]);
    expect(await valueOf(metrics, 'dateline_store_ready{log="public"}')).toBe(1);
    expect(await valueOf(metrics, 'dateline_log_damages{log="public"}')).toBe(0);
    await store.close();
    expect(plain.health().state).toBe('closed');
    expect(await valueOf(metrics, 'dateline_store_ready{log="public"}')).toBe(0);
    expect(await metrics.text()).not.toMatch(/xyzzy|story-/);
  });
});

describe('health as metrics', () => {
  it('is read at each scrape', async () => {
    const metrics = new Metrics(clock);
    const model = { caughtUp: false, caughtUpAt: null as number | null, restarts: 0 };
    const publisher = { ok: true, queue: 3, embargoes: 2, restarts: 0 };
    expect(await metrics.text()).not.toContain('dateline_publisher');
    metrics.health.watchModel('public', () => model);
    metrics.health.watchPublisher(() => publisher);
    const read = (...lines: string[]): Promise<(number | undefined)[]> =>
      Promise.all(lines.map((line) => valueOf(metrics, line)));
    const ofModel = [
      'dateline_projection_caught_up{model="public"}',
      'dateline_projection_lag_seconds{model="public"}',
      'dateline_subscription_restarts_total{follower="public-model"}',
    ];
    const ofPublisher = [
      'dateline_publisher_ok',
      'dateline_publisher_queue',
      'dateline_publisher_embargoes',
      'dateline_subscription_restarts_total{follower="publisher"}',
    ];
    // An unknown lag has no sample.
    expect(await read(...ofModel)).toEqual([0, undefined, 0]);
    expect(await read(...ofPublisher)).toEqual([1, 3, 2, 0]);
    Object.assign(model, { caughtUp: true, caughtUpAt: clock.now(), restarts: 2 });
    Object.assign(publisher, { ok: false, queue: 0, embargoes: 0, restarts: 1 });
    clock.advance(4_500);
    expect(await read(...ofModel)).toEqual([1, 4.5, 2]);
    expect(await read(...ofModel)).toEqual([1, 4.5, 2]);
    expect(await read(...ofPublisher)).toEqual([0, 0, 0, 1]);
  });

  it('is that of the last watched part', async () => {
    const metrics = new Metrics(clock);
    for (const queue of [1, 2])
      metrics.health.watchPublisher(() => ({ ok: true, queue, embargoes: 0, restarts: 0 }));
    expect(await valueOf(metrics, 'dateline_publisher_queue')).toBe(2);
  });
});

describe('requests', () => {
  @Controller('v1')
  class Stories {
    @Get('stories/:story') one(@Param('story') story: string): object {
      return { story };
    }

    @Post('fails') fails(): never {
      throw new TypeError('as planned');
    }
  }

  @Module({ controllers: [Stories] })
  class StoriesModule {}

  it('are timed by the pattern of their route, for every outcome', async () => {
    const metrics = new Metrics(clock);
    const app = await createServer(StoriesModule, { settings: { logLevel: 'fatal' }, metrics });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    for (const [method, path] of [
      ['GET', '/v1/stories/secret-talks'],
      ['GET', '/v1/stories/other-talks'],
      ['GET', '/v1/stories/secret-talks?q=%ff'],
      ['GET', '/secret-talks'],
      ['POST', '/v1/fails'],
    ] as const)
      await (await fetch(`http://127.0.0.1:${port}${path}`, { method })).text();
    await app.close();
    const count = (labels: string): Promise<number | undefined> =>
      valueOf(metrics, `dateline_http_request_seconds_count{${labels}}`);
    expect(await count('method="GET",route="/v1/stories/:story",status="200"')).toBe(2);
    expect(await count('method="GET",route="/v1/stories/:story",status="400"')).toBe(1);
    expect(await count('method="GET",route="-",status="404"')).toBe(1);
    expect(await count('method="POST",route="/v1/fails",status="500"')).toBe(1);
    expect(await metrics.text()).not.toContain('talks');
  });
});

describe('the server of metrics', () => {
  const HERE = { port: 0, host: '127.0.0.1' };

  it('serves metrics in the format of Prometheus, and nothing else', async () => {
    const metrics = new Metrics(clock);
    const server = await MetricsServer.open(metrics, HERE);
    const answer = await fetch(server.address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(await answer.text()).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect((await fetch(server.address, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(server.address, { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await fetch(server.address.replace('metrics', 'health'))).status).toBe(404);
    const other = await MetricsServer.open(new Metrics(clock), HERE);
    metrics.appended('desk', 'written', 0.001);
    expect(await (await fetch(other.address)).text()).not.toMatch(/^dateline_appends_total/m);
    await other.close();
    await server.close();
    await expect(fetch(server.address)).rejects.toThrow('fetch failed');
  });

  it('fails if another program uses its port', async () => {
    const holder = createPlainServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    await expect(MetricsServer.open(new Metrics(clock), { ...HERE, port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      port,
    });
    holder.close();
  });
});
