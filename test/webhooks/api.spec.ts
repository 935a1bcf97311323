import { readFileSync, statSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Webhook } from 'standardwebhooks';
import { createServer, openApi } from '#http';
import { WebhooksModule } from '#webhooks';
import { Caller, type Answer } from '../http/caller.js';
import { Scene } from './scene.js';

const idOf: Readonly<Record<string, string>> = { talks: '0f8fad5b-d9cb-569f-a165-70867728950e' };
const at = '/desk/v1/webhooks';

let scene: Scene;
let app: NestFastifyApplication;
let caller: Caller;
let printed = '';
const answers: string[] = [];

beforeEach(async () => {
  printed = '';
  answers.length = 0;
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
  scene = await Scene.open();
  const module = WebhooksModule.register(scene.webhooks, { idOf: (name) => idOf[name] ?? name });
  app = await createServer(module, { settings: { logLevel: 'trace' }, onlyOrigins: [] });
  openApi(app, { title: 'Desk', description: 'For tests.' });
  await app.listen(0, '127.0.0.1');
  caller = new Caller(await app.getUrl());
});
afterEach(async () => {
  caller.close();
  await app.close();
  await scene.close();
  jest.restoreAllMocks();
});

async function ask(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
  const headers = {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  const sent = body === undefined ? { headers } : { body: JSON.stringify(body), headers };
  const answer = await caller.send({ method, path: at + path, ...sent });
  answers.push(JSON.stringify([answer.headers, answer.text]));
  return answer;
}

const registered = async (more: object = {}): Promise<Answer['body']> =>
  (await ask('POST', '', { url: scene.receiver.url, from: 'start', ...more })).body;

it('registers an endpoint, and shows its secret once', async () => {
  const answer = await ask('POST', '', {
    url: scene.receiver.url,
    stories: ['talks'],
    description: 'A live page',
  });
  const { id, secret, ...rest } = answer.body;
  expect([answer.status, answer.headers['location'], answer.headers['cache-control']]).toEqual([
    201,
    `${at}/${id}`,
    'no-store',
  ]);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(rest).toEqual({
    url: scene.receiver.url,
    description: 'A live page',
    stories: [idOf['talks']],
    state: 'active',
    reason: null,
    createdAt: '2016-12-01T12:00:00.000Z',
    position: null,
    pending: 0,
    deadLetters: 0,
    lastSuccess: null,
    lastFailure: null,
  });
  expect((await ask('GET', `/${id}`)).body).toEqual({ id, ...rest });
  expect((await ask('GET', '')).body).toEqual({ items: [{ id, ...rest }], next: null });
});

it('creates one endpoint if a registration is sent twice', async () => {
  const body = { url: scene.receiver.url, from: 'start' };
  const first = await ask('POST', '', body, 'registration-1');
  const second = await ask('POST', '', body, 'registration-1');
  expect([first.status, second.status]).toEqual([201, 201]);
  expect([second.body.id, second.body.secret]).toEqual([first.body.id, first.body.secret]);
  expect((await ask('GET', '')).body.items).toHaveLength(1);
  const other = await ask('POST', '', { ...body, description: 'Another' }, 'registration-1');
  expect(other.body).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
});

it('creates one secret if a rotation is sent twice', async () => {
  const { id } = await registered();
  const first = await ask('POST', `/${id}/secret`, undefined, 'secret-1');
  const second = await ask('POST', `/${id}/secret`, undefined, 'secret-1');
  expect(second.body).toEqual(first.body);
  const third = await ask('POST', `/${id}/secret`, undefined, 'secret-2');
  expect(third.body.secret).not.toBe(first.body.secret);
});

it.each<[string, unknown, number, string]>([
  ['http', { url: 'http://partner.example/' }, 422, 'webhook-url'],
  ['a password', { url: 'https://xyzzy:xyzzy@partner.example/' }, 422, 'webhook-url'],
  ['a private address', { url: 'https://10.9.8.7/' }, 422, 'webhook-url'],
  ['no URL', {}, 422, 'validation'],
  ['an array', { url: ['https://partner.example/'] }, 422, 'validation'],
  ['no stories', { url: 'https://partner.example/', stories: [] }, 422, 'validation'],
  ['a story twice', { url: 'https://partner.example/', stories: ['talks', 'talks'] }, 422, 'validation'],
  ['no such beginning', { url: 'https://partner.example/', from: 'now' }, 422, 'validation'],
  ['a secret of theirs', { url: 'https://partner.example/', secret: 'xyzzy' }, 422, 'validation'],
])('refuses %s, without repeating it', async (_, body, status, code) => {
  const answer = await ask('POST', '', body);
  expect(answer.body).toMatchObject({ status, code });
  for (const { pointer } of answer.body.errors) expect(pointer).toMatch(/^\/[a-z]+$/);
  expect(answer.text).not.toMatch(/xyzzy|partner|10\.9/);
  expect((await ask('GET', '')).body.items).toEqual([]);
});

it.each([
  ['GET', ''],
  ['DELETE', ''],
  ['POST', '/secret'],
  ['POST', '/pause'],
  ['POST', '/resume'],
  ['POST', '/ping'],
  ['GET', '/dead-letters'],
  ['DELETE', '/dead-letters'],
  ['DELETE', '/dead-letters/12'],
  ['POST', '/dead-letters/replay'],
])('answers 404 for an unknown endpoint: %s %s', async (method, path) => {
  expect((await ask(method, `/0f8fad5b-d9cb-469f-a165-70867728950e${path}`)).body).toMatchObject({
    status: 404,
    code: 'webhook-unknown',
  });
  expect((await ask(method, `/xyzzy${path}`)).body).toMatchObject({ status: 404, code: 'not-found' });
});

it('lists endpoints by page', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) ids.push((await registered()).id);
  const found: string[] = [];
  for (let next: string | null = '?limit=2'; next !== null;) {
    const { body } = await ask('GET', next);
    found.push(...body.items.map(({ id }: { id: string }) => id));
    next = body.next?.slice(at.length) ?? null;
  }
  expect(found).toEqual(ids.sort());
  expect((await ask('GET', '?cursor=xyzzy')).body).toMatchObject({ status: 400, code: 'cursor' });
});

it('pauses, resumes and deletes', async () => {
  const { id } = await registered();
  expect((await ask('POST', `/${id}/pause`)).body).toMatchObject({ id, state: 'paused' });
  scene.changes.add('talks');
  expect((await ask('POST', `/${id}/resume`, { from: 'head' })).body).toMatchObject({
    state: 'active',
    position: '12',
  });
  expect((await ask('POST', `/${id}/resume`)).body).toMatchObject({ state: 'active' });
  expect((await ask('POST', `/${id}/resume`, { from: 'now' })).status).toBe(422);
  expect((await ask('DELETE', `/${id}`)).status).toBe(204);
  expect((await ask('GET', `/${id}`)).status).toBe(404);
});

it('pings, and reports the outcome without the body of the answer', async () => {
  scene.time.set(Date.now());
  const { id, secret } = await registered();
  expect((await ask('POST', `/${id}/ping`)).body).toEqual({ delivered: true, failure: null, status: 204 });
  const [{ body, headers } = {}] = scene.receiver.received;
  expect(new Webhook(secret).verify(body!, headers as Record<string, string>)).toMatchObject({
    specversion: '1.0',
    type: 'dateline.webhook.ping',
    source: `${at}/${id}`,
  });
  scene.receiver.answering = (_, response) => void response.writeHead(500).end('xyzzy');
  const failed = await ask('POST', `/${id}/ping`);
  expect(failed.body).toEqual({ delivered: false, failure: 'status', status: 500 });
  expect((await ask('GET', `/${id}`)).body).toMatchObject({ lastFailure: null, pending: 0 });
});

it('lists, replays and deletes dead letters', async () => {
  scene.receiver.answering = (_, response) => void response.writeHead(500).end('xyzzy');
  const { id } = await registered();
  scene.changes.add('talks', 'aleppo', 'homs');
  await scene.untilEmpty();
  const first = await ask('GET', `/${id}/dead-letters?limit=2`);
  expect(first.body).toMatchObject({
    total: 3,
    items: [
      { position: '12', story: 'talks', event: 'talks-1', attempts: 29, failure: 'status', status: 500 },
      { position: '42' },
    ],
  });
  const second = await ask('GET', first.body.next.slice(at.length));
  expect(second.body).toMatchObject({ total: 3, items: [{ position: '72' }], next: null });
  expect((await ask('GET', `/${id}`)).body).toMatchObject({ deadLetters: 3, lastFailure: { status: 500 } });
  expect((await ask('DELETE', `/${id}/dead-letters/72`)).body).toEqual({ deleted: 1 });
  expect((await ask('DELETE', `/${id}/dead-letters/72`)).body).toEqual({ deleted: 0 });
  expect((await ask('DELETE', `/${id}/dead-letters/71`)).body).toMatchObject({
    code: 'position-of-another-log',
  });
  expect((await ask('POST', `/${id}/dead-letters/replay`, { positions: ['73'] })).status).toBe(422);
  expect((await ask('POST', `/${id}/dead-letters/replay`, { positions: [42] })).status).toBe(422);
  scene.receiver.answering = () => 204;
  scene.receiver.received.length = 0;
  expect((await ask('POST', `/${id}/dead-letters/replay`, { positions: ['42'] })).body).toEqual({
    replayed: 1,
  });
  await scene.untilEmpty();
  expect(scene.receiver.received.map(({ event }) => event.id)).toEqual(['aleppo-1']);
  expect((await ask('POST', `/${id}/dead-letters/replay`)).body).toEqual({ replayed: 1 });
  await scene.untilEmpty();
  expect(scene.receiver.received.map(({ event }) => event.id)).toEqual(['aleppo-1', 'talks-1']);
  expect((await ask('DELETE', `/${id}/dead-letters`)).body).toEqual({ deleted: 0 });
  expect(answers.join()).not.toContain('xyzzy');
});

it('shows a secret once, and never in another answer, in the log, or in a readable file', async () => {
  const { id, secret } = await registered();
  const rotated = await ask('POST', `/${id}/secret`);
  expect(rotated.status).toBe(201);
  expect(rotated.body).toEqual({
    secret: expect.stringMatching(/^whsec_/),
    oldValidUntil: '2016-12-02T12:00:00.000Z',
  });
  scene.receiver.answering = () => 500;
  scene.changes.add('talks', 'aleppo');
  await scene.untilEmpty();
  scene.receiver.answering = () => 410;
  scene.changes.add('talks');
  await scene.quiet();
  for (const path of ['', `/${id}`, `/${id}/dead-letters`]) await ask('GET', path);
  for (const path of ['/pause', '/resume', '/ping', '/dead-letters/replay'])
    await ask('POST', `/${id}${path}`);
  await ask('POST', `/${id}/resume`, { from: secret });
  await ask('GET', `/${secret.slice(6)}`);
  for (let i = 0; i < 2; i += 1) await ask('POST', `/${id}/secret`);
  expect((await ask('POST', `/${id}/secret`)).body).toMatchObject({ status: 429, code: 'too-many-requests' });
  await ask('DELETE', `/${id}`);
  const elsewhere = printed + scene.log.join('\n');
  expect(elsewhere).toMatch(/POST \/desk\/v1\/webhooks/);
  for (const one of [secret, rotated.body.secret] as string[]) {
    for (const form of [one.slice(6), Buffer.from(one.slice(6), 'base64').toString('hex')]) {
      expect(elsewhere).not.toContain(form);
      expect(answers.filter((text) => text.includes(form))).toHaveLength(form === one.slice(6) ? 1 : 0);
    }
  }
  // The URL may contain a token of the partner.
  expect(elsewhere).not.toContain('/hook');
  for (const file of ['', '-wal'])
    expect(statSync(scene.file + file, { throwIfNoEntry: false })?.mode ?? 0o600).toBe(0o100600);
});

it('deletes a secret from its file too', async () => {
  const { id, secret } = await registered();
  await ask('DELETE', `/${id}`);
  await scene.webhooks.close();
  expect(readFileSync(scene.file).includes(Buffer.from(secret.slice(6), 'base64'))).toBe(false);
  scene.start();
});

it('is in the API description', async () => {
  const { body } = await caller.send({ method: 'GET', path: '/openapi.json' });
  expect(Object.keys(body.paths).filter((path) => path.startsWith(at))).toHaveLength(9);
});
