import { AsyncLocalStorage } from 'node:async_hooks';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Get, Inject, Module, Param, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type ContextManager,
  type TextMapPropagator,
} from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-base';
import { encode, EventStore } from '#event-store';
import { newEvent, ScratchLog } from '#event-store/contract';
import { ObservedEventStore } from './observed-event-store.js';
import { createServer } from '../server/server.js';
import { IsText } from '../validation/wording.js';

/** A context manager like that of an SDK: the context survives promises and timers. */
class Contexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();
  active = (): Context => this.#storage.getStore() ?? ROOT_CONTEXT;
  with: ContextManager['with'] = (context, work, self, ...given) =>
    this.#storage.run(context, () => work.call(self, ...given));
  bind: ContextManager['bind'] = (_, target) => target;
  enable = (): this => this;
  disable = (): this => this;
}

/** Reads `traceparent`, as in W3C Trace Context. */
const traceParent: TextMapPropagator = {
  inject: () => undefined,
  fields: () => ['traceparent'],
  extract(context, carrier, { get }) {
    const [, traceId, spanId] = /^00-(\w{32})-(\w{16})-01$/.exec(String(get(carrier, 'traceparent'))) ?? [];
    if (traceId === undefined || spanId === undefined) return context;
    return trace.setSpanContext(context, { traceId, spanId, traceFlags: 1, isRemote: true });
  },
};

const log = new ScratchLog();
const exporter = new InMemorySpanExporter();

class StoryBody {
  @IsText() headline!: Record<string, string>;
}

@Controller('v1')
class Stories {
  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  @Get('stories/:story') one(@Param('story') story: string): object {
    return { story };
  }

  @Post('stories/:story') async record(
    @Param('story') story: string,
    @Body() body: StoryBody,
  ): Promise<object> {
    // Work after a wait for something else still belongs to the request.
    await new Promise((resolve) => setTimeout(resolve, 1));
    await this.store.append(`story-${story}`, 'no_stream', [
      { ...newEvent(), type: 'StoryOpened', data: encode(body) },
      { ...newEvent(), type: 'ReportRecorded', data: encode(body) },
    ]);
    return {};
  }

  @Get('fails') fails(): never {
    throw new TypeError('secret: the informant is xyzzy');
  }
}

let app: NestFastifyApplication;
let port: number;
beforeAll(async () => {
  context.setGlobalContextManager(new Contexts());
  propagation.setGlobalPropagator(traceParent);
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
  const store = new ObservedEventStore(await log.open(), 'desk', null);
  @Module({ controllers: [Stories], providers: [{ provide: EventStore, useValue: store }] })
  class StoriesModule {}
  app = await createServer(StoriesModule, { settings: { logLevel: 'fatal' } });
  await app.listen(0, '127.0.0.1');
  port = (app.getHttpServer().address() as AddressInfo).port;
});
afterEach(() => exporter.reset());
afterAll(async () => {
  await app.close();
  await log.remove();
  for (const api of [context, propagation, trace]) api.disable();
});

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const words = { headline: { en: 'secret words of xyzzy' } };
const REQUEST = '0a1b2c3d-0000-4000-8000-00000000000a';

async function ask(method: string, path: string, body?: object, headers = {}): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { 'x-request-id': REQUEST, 'content-type': 'application/json', ...headers },
    body: body === undefined ? null : JSON.stringify(body),
  });
  await answer.text();
  return answer.status;
}

/** The finished spans in the order of their ends, after a short wait for `count` of them. */
async function spans(count: number): Promise<ReadableSpan[]> {
  for (let waited = 0; exporter.getFinishedSpans().length < count && waited < 2_000; waited += 5)
    await new Promise((resolve) => setTimeout(resolve, 5));
  return exporter.getFinishedSpans();
}

it('makes a span of each request in the trace of the client, and a child span of its append', async () => {
  expect(await ask('POST', '/v1/stories/a', words, { traceparent: `00-${TRACE}-${PARENT}-01` })).toBe(201);
  const [append, request] = await spans(2);
  expect([request!.name, request!.kind]).toEqual(['POST /v1/stories/:story', SpanKind.SERVER]);
  expect(request!.attributes).toEqual({
    'http.request.method': 'POST',
    'http.route': '/v1/stories/:story',
    'http.response.status_code': 201,
    'dateline.request_id': REQUEST,
  });
  expect([request!.spanContext().traceId, request!.parentSpanContext?.spanId]).toEqual([TRACE, PARENT]);
  expect(append!.name).toBe('append');
  expect(append!.attributes).toEqual({
    'dateline.log': 'desk',
    'dateline.events': 2,
    'dateline.event_types': ['StoryOpened', 'ReportRecorded'],
    'dateline.outcome': 'written',
  });
  expect(append!.parentSpanContext?.spanId).toBe(request!.spanContext().spanId);
});

it('separates concurrent requests', async () => {
  await Promise.all(['b', 'c', 'd', 'e'].map((story) => ask('POST', `/v1/stories/${story}`, words)));
  const all = await spans(8);
  const requests = all.filter(({ kind }) => kind === SpanKind.SERVER);
  const parents = all.flatMap((span) => (span.name === 'append' ? [span.parentSpanContext?.spanId] : []));
  expect(new Set(requests.map((span) => span.spanContext().traceId)).size).toBe(4);
  expect(new Set(parents)).toEqual(new Set(requests.map((span) => span.spanContext().spanId)));
});

it('records only the kind of a failure', async () => {
  expect(await ask('POST', '/v1/stories/a', words)).toBe(503);
  expect(await ask('GET', '/v1/fails?q=xyzzy')).toBe(400);
  expect(await ask('GET', '/v1/fails')).toBe(500);
  expect(await ask('GET', '/xyzzy')).toBe(404);
  const all = await spans(5);
  const found = all.map(({ name, status, attributes }) => [name, status.code, attributes['error.type']]);
  expect(found).toEqual([
    ['append', SpanStatusCode.ERROR, 'wrong-expected-revision'],
    ['POST /v1/stories/:story', SpanStatusCode.ERROR, '503'],
    ['GET /v1/fails', SpanStatusCode.UNSET, undefined],
    ['GET /v1/fails', SpanStatusCode.ERROR, '500'],
    ['GET', SpanStatusCode.UNSET, undefined],
  ]);
  expect(all[0]!.attributes['dateline.outcome']).toBe('refused');
  const everything = JSON.stringify(
    all.map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
  );
  expect(everything).not.toMatch(/xyzzy|secret/);
});

it('ends the span of a request whose client leaves', async () => {
  const over = new AbortController();
  const asked = fetch(`http://127.0.0.1:${port}/v1/stories/f`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    // The body never ends.
    body: new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) }),
    duplex: 'half',
    signal: over.signal,
  });
  setTimeout(() => over.abort(), 50);
  await expect(asked).rejects.toThrow(/abort/);
  const [request] = await spans(1);
  expect(request).toMatchObject({ name: 'POST /v1/stories/:story' });
  expect(request!.attributes['http.response.status_code']).toBe(499);
});
