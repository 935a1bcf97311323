import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, freshSlug, introduce, openStory, report } from './stories.js';

const DRAFTS = '/desk/v1/drafts';

let newsroom: RunningNewsroom;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
  for (const [name, role] of [
    ['reporter', 'reporter'],
    ['colleague', 'reporter'],
    ['lister', 'reporter'],
    ['full', 'reporter'],
    ['editor', 'editor'],
  ] as const) {
    const { body } = await newsroom.desk.post('/desk/v1/tokens', { name, roles: [role] });
    tokens[name] = `Bearer ${body.token}`;
  }
});
afterAll(() => newsroom.remove());

type Headers = Record<string, string>;
const as = (name: string, more: Headers = {}): Headers => ({ authorization: tokens[name]!, ...more });
const save = (id: string, body: Json, name = 'reporter', more: Headers = {}): Promise<Answer> =>
  newsroom.desk.put(`${DRAFTS}/${id}`, body, as(name, more));
const read = (id: string, name = 'reporter'): Promise<Answer> =>
  newsroom.desk.get(`${DRAFTS}/${id}`, as(name));
const remove = (id: string, name = 'reporter'): Promise<Answer> =>
  newsroom.desk.send({ method: 'DELETE', path: `${DRAFTS}/${id}`, headers: as(name) });
const isThere = async (id: string, name = 'reporter'): Promise<boolean> =>
  (await read(id, name)).status === 200;
const record = (slug: string, query: string, more: Headers = {}, name = 'reporter'): Promise<Answer> =>
  newsroom.desk.post(at(slug, `/developments${query}`), report(), as(name, more));
const draft = async (name = 'reporter'): Promise<string> => {
  const id = randomUUID();
  expect((await save(id, { content: {} }, name)).status).toBe(201);
  return id;
};

describe('a draft', () => {
  it('is saved, saved again, read and deleted', async () => {
    const id = randomUUID();
    const made = await save(id, { story: 'aleppo-talks', content: { text: en('Talks') } });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id,
      story: 'aleppo-talks',
      savedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
      version: expect.stringMatching(/^\d+$/),
    });
    expect(made.headers.etag).toBe(`"${made.body.version}"`);
    const content = { text: en('Talks begin'), sources: [{ party: 'moscow' }], ready: false };
    const saved = await save(id, { content });
    expect([saved.status, saved.body.story]).toEqual([200, null]);
    expect(Number(saved.body.version)).toBeGreaterThan(Number(made.body.version));
    const found = await read(id);
    expect(found.body).toEqual({ ...saved.body, content });
    expect(found.headers).toMatchObject({ etag: saved.headers.etag, 'cache-control': 'no-store' });
    expect((await remove(id)).status).toBe(204);
    expectProblem(await read(id), 404, 'not-found');
    expectProblem(await remove(id), 404, 'not-found');
  });

  it('stays the same if the same is saved again', async () => {
    const id = randomUUID();
    const first = await save(id, { content: { a: 1 } });
    const again = await save(id, { content: { a: 1 } });
    expect([again.status, again.body]).toEqual([200, first.body]);
  });

  it('refuses what a stale tab saves with If-Match, and takes what comes without', async () => {
    const id = randomUUID();
    const { etag = '' } = (await save(id, { content: { tab: 1 } })).headers;
    const second = await save(id, { content: { tab: 2 } }, 'reporter', { 'if-match': etag });
    expect(second.status).toBe(200);
    const stale = await save(id, { content: { tab: 1, more: true } }, 'reporter', { 'if-match': etag });
    expectProblem(stale, 412, 'precondition-failed');
    expect(stale.body.revision).toBe(second.body.version);
    expect((await read(id)).body.content).toEqual({ tab: 2 });
    expect((await save(id, { content: { tab: 3 } })).status).toBe(200);
    await remove(id);
    expectProblem(
      await save(id, { content: {} }, 'reporter', { 'if-match': etag }),
      412,
      'precondition-failed',
    );
    // A draft of the same id is another one: an ETag of the former does not match it.
    await save(id, { content: {} });
    expectProblem(
      await save(id, { content: { tab: 4 } }, 'reporter', { 'if-match': etag }),
      412,
      'precondition-failed',
    );
  });

  it('does not exist for others', async () => {
    const id = await draft();
    const [foreign, none] = [await read(id, 'colleague'), await read(randomUUID(), 'colleague')];
    expectProblem(foreign, 404, 'not-found');
    expect({ ...foreign.body, instance: '' }).toEqual({ ...none.body, instance: '' });
    expectProblem(await remove(id, 'colleague'), 404, 'not-found');
    const theirs = await save(id, { content: { of: 'colleague' } }, 'colleague');
    expect(theirs.status).toBe(201);
    expect((await read(id)).body.content).toEqual({});
    const { items } = (await newsroom.desk.get(`${DRAFTS}?limit=100`, as('colleague'))).body;
    expect(items).toEqual([theirs.body]);
    expect((await remove(id, 'colleague')).status).toBe(204);
    expect(await isThere(id)).toBe(true);
  });

  it('is listed in pages, the last saved first', async () => {
    const ids = [];
    for (let i = 0; i < 5; i += 1) ids.unshift(await draft('lister'));
    const found: string[] = [];
    for (let next: string | null = `${DRAFTS}?limit=2`; next !== null;) {
      const { body }: Answer = await newsroom.desk.get(next, as('lister'));
      expect(body.total).toBe(5);
      expect(body.items.length).toBeLessThanOrEqual(2);
      found.push(...body.items.map((item: Json) => item.id));
      next = body.next;
    }
    expect(found).toEqual(ids);
    expectProblem(await newsroom.desk.get(`${DRAFTS}?cursor=x`, as('lister')), 400, 'cursor');
  });

  it('has a size and a form, and there are at most 200', async () => {
    const id = randomUUID();
    expectProblem(await save(id, { content: { text: 'x'.repeat(64 * 1024) } }), 413, 'payload-too-large');
    expect((await save(id, { content: { text: 'é'.repeat(32 * 1024 - 6) } })).status).toBe(201);
    for (const content of [[], 'text', null, 1])
      expectProblem(await save(id, { content }), 422, 'validation', '/content');
    expectProblem(await save(id, {}), 422, 'validation', '/content');
    expectProblem(await save(id, { content: {}, story: 'No Slug' }), 422, 'validation', '/story');
    expectProblem(await save('not-a-uuid', { content: {} }), 404, 'not-found');
    let refused: Answer | undefined;
    for (let i = 0; i <= 200; i += 1) refused = await save(randomUUID(), { content: {} }, 'full');
    expectProblem(refused!, 409, 'too-many-drafts');
  });

  it('is only in its database, which others on the machine cannot read', async () => {
    const id = randomUUID();
    await save(id, { content: { text: 'nobody has recorded this' } });
    const files = readdirSync(newsroom.data).filter((name) => statSync(join(newsroom.data, name)).isFile());
    const holding = files.filter((name) =>
      readFileSync(join(newsroom.data, name)).includes('nobody has recorded this'),
    );
    expect(holding.every((name) => name.startsWith('drafts.sqlite'))).toBe(true);
    expect(holding).not.toEqual([]);
    expect(statSync(join(newsroom.data, 'drafts.sqlite')).mode & 0o777).toBe(0o600);
  });
});

describe('recording', () => {
  it('deletes the draft of the sender, also when the request is repeated', async () => {
    const slug = await openStory(newsroom.desk);
    const id = await draft();
    const key = { 'idempotency-key': randomUUID() };
    const first = await record(slug, `?draft=${id}`, key);
    expect(first.status).toBe(201);
    expect(await isThere(id)).toBe(false);
    await save(id, { content: {} });
    const again = await record(slug, `?draft=${id}`, key);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(await isThere(id)).toBe(false);
  });

  it('leaves the draft after a dry run and after a refusal', async () => {
    const slug = await openStory(newsroom.desk);
    const id = await draft();
    expect((await record(slug, `?draft=${id}&dryRun=true`)).body.dryRun).toBe(true);
    expectProblem(await record('unheard-of', `?draft=${id}`), 404, 'story-unknown');
    const wrong = await newsroom.desk.post(at(slug, `/developments?draft=${id}`), {}, as('reporter'));
    expectProblem(wrong, 422, 'validation');
    expect(await isThere(id)).toBe(true);
  });

  it('leaves the drafts of others, and does not mind an unknown one', async () => {
    const slug = await openStory(newsroom.desk);
    const id = await draft('colleague');
    expect((await record(slug, `?draft=${id}`)).status).toBe(201);
    expect(await isThere(id, 'colleague')).toBe(true);
    expectProblem(await record(slug, '?draft=mine'), 400, 'query-parameter', 'draft');
  });

  it('deletes the draft of a correction that changes something, and of a new story', async () => {
    const slug = freshSlug();
    const [ofStory, ofCorrection] = [await draft('editor'), await draft('editor')];
    const body = { slug, headline: en('A headline'), language: 'en' };
    const opened = await newsroom.desk.post(`/desk/v1/stories?draft=${ofStory}`, body, as('editor'));
    expect(opened.status).toBe(201);
    expect(await isThere(ofStory, 'editor')).toBe(false);
    const { id } = (await record(slug, '', {}, 'editor')).body;
    const correct = (text: string): Promise<Answer> =>
      newsroom.desk.post(
        at(slug, `/developments/${id}/corrections?draft=${ofCorrection}`),
        { class: 'correction', changes: { text: en(text) }, reason: 'It was wrong.' },
        as('editor', { 'if-match': '*' }),
      );
    expect((await correct('Moscow says so.')).status).toBe(200);
    expect(await isThere(ofCorrection, 'editor')).toBe(true);
    expect((await correct('Moscow says something else.')).status).toBe(201);
    expect(await isThere(ofCorrection, 'editor')).toBe(false);
  });
});

describe('a crash after the recording and before the deletion', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crash-'));
  const crash = join(folder, 'crash');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is mended by the repeat of the request', async () => {
    const killed = await RunningNewsroom.open({ DRAFT_CRASH: crash }, 'crash-before-draft.mjs');
    try {
      await introduce(killed.desk);
      const slug = await openStory(killed.desk);
      const id = randomUUID();
      const path = `${DRAFTS}/${id}`;
      expect((await killed.desk.put(path, { content: {} })).status).toBe(201);
      const headers = { 'idempotency-key': 'once' };
      const send = (): Promise<Answer> =>
        killed.desk.post(at(slug, `/developments?draft=${id}`), report(), headers);
      writeFileSync(crash, '');
      await expect(send()).rejects.toThrow(/socket hang up|ECONNRESET/);
      rmSync(crash);
      await killed.kill();
      await killed.start();
      expect((await killed.desk.get(path)).status).toBe(200);
      expect((await killed.desk.get(at(slug, '/developments'))).body.items).toHaveLength(1);
      expect((await send()).status).toBe(201);
      expect((await killed.desk.get(path)).status).toBe(404);
      expect((await killed.desk.get(at(slug, '/developments'))).body.items).toHaveLength(1);
    } finally {
      await killed.remove();
    }
  });
});
