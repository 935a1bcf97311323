import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { EventSource } from 'eventsource';
import { BrowserSession } from './browser-session.js';
import { eventually, type Answer, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, everyPage, expectProblem, introduce, openStory, record, report } from './stories.js';

const PASSWORD = 'four words about rivers';
const ROOT = '/desk/v1/notices';
const START = '0'.repeat(16);

let newsroom: RunningNewsroom;
/** Services and people with one role each. */
const people: Record<string, { readonly id: string; readonly headers: Record<string, string> }> = {};
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
  for (const [name, roles] of [
    ['reporter', ['reporter']],
    ['colleague', ['reporter']],
    ['editor', ['editor']],
    ['second', ['editor']],
    ['publisher', ['publisher']],
    ['admin', ['administrator']],
  ] as const) {
    const { body } = await newsroom.desk.post('/desk/v1/tokens', { name, roles });
    people[name] = { id: body.id, headers: { authorization: `Bearer ${body.token}` } };
  }
});
afterAll(() => newsroom.remove());

const as = (name: string, more: Record<string, string> = {}): Record<string, string> => ({
  ...people[name]!.headers,
  ...more,
});
const post = (slug: string, rest: string, body: Json, name: string): Promise<Answer> =>
  newsroom.desk.post(at(slug, rest), body, as(name, { 'if-match': '*' }));
const restart = async (how: 'stop' | 'kill' = 'stop', meanwhile: () => void = () => {}): Promise<void> => {
  await newsroom[how]();
  meanwhile();
  await newsroom.start();
};
/** The notices of somebody, about one story or development. */
async function noticesOf(name: string, about: string | null = null): Promise<Json[]> {
  const { status, body } = await newsroom.desk.get(`${ROOT}?limit=100`, as(name));
  expect(status).toBe(200);
  return body.items.filter((one: Json) => about === null || [one.slug, one.development].includes(about));
}
const kindsOf = async (name: string, about: string): Promise<string[]> =>
  (await noticesOf(name, about)).map(({ kind }) => kind);
const files = async (slug: string, more: Json = {}): Promise<string> =>
  (await newsroom.desk.post(at(slug, '/developments'), report([], more), as('reporter'))).body.id;
const decide = (slug: string, id: string, what: string, body: Json = {}, name = 'editor'): Promise<Answer> =>
  post(slug, `/developments/${id}/review/${what}`, body, name);

/** A person with these roles, signed in with a browser. */
async function person(username: string, ...roles: string[]): Promise<{ id: string; page: BrowserSession }> {
  const { body } = await newsroom.desk.post('/desk/v1/staff', { username, name: `The ${username}`, roles });
  const page = new BrowserSession(newsroom.desk);
  const link = new URL(body.link).hash.slice(1);
  expect((await page.post('/desk/v1/sign-in/invitation', { link, password: PASSWORD })).status).toBe(200);
  return { id: body.staff.id, page };
}
/** The mentions of a person, the newest first: kills are for all readers. */
const mentionsOf = async (page: BrowserSession, query = ''): Promise<Json[]> =>
  (await page.get(`${ROOT}?limit=100${query}`)).body.items.filter(({ kind }: Json) => kind === 'mention');
const mention = async (slug: string, text: string): Promise<Json> =>
  (await newsroom.desk.post(at(slug, '/notes'), { text }, as('editor'))).body;

describe('a review', () => {
  it('gives its author a notice of what became of it, and nobody else', async () => {
    const slug = await openStory(newsroom.desk);
    const [first, second, third] = [await files(slug), await files(slug), await files(slug)];
    await decide(slug, first, 'return', { note: 'Who counted them?' });
    await decide(slug, second, 'takeover');
    await decide(slug, second, 'approval', {}, 'second');
    await decide(slug, third, 'approval');
    const [returned] = await noticesOf('reporter', first);
    expect(returned).toMatchObject({
      kind: 'returned',
      by: { id: people['editor']!.id, name: 'editor' },
      slug,
      text: en('Moscow says so.'),
      words: 'Who counted them?',
      seen: false,
    });
    expect(await kindsOf('reporter', second)).toEqual(['approved', 'taken-over']);
    expect(await kindsOf('editor', second)).toEqual(['approved']);
    expect(await kindsOf('reporter', third)).toEqual(['approved']);
    for (const name of ['colleague', 'second', 'publisher', 'admin'])
      expect(await noticesOf(name, slug)).toEqual([]);
  });
});

it('says that an embargo has ended, to who recorded and who approved', async () => {
  const slug = await openStory(newsroom.desk);
  const embargoedUntil = new Date(Date.now() + 4_000).toISOString();
  const id = await files(slug, { release: { embargoedUntil } });
  expect((await decide(slug, id, 'approval')).status).toBe(201);
  const due = (found: string[]): boolean => found.includes('embargo-due');
  expect(await eventually(() => kindsOf('reporter', id), due)).toEqual(['embargo-due', 'approved']);
  expect(await kindsOf('editor', id)).toEqual(['embargo-due']);
  expect((await noticesOf('editor', id))[0]).toMatchObject({ by: null, text: en('Moscow says so.') });
  expect(await noticesOf('second', id)).toEqual([]);
});

it('says to all readers of stories that something was killed, without its words', async () => {
  const slug = await openStory(newsroom.desk);
  const { id } = await record(newsroom.desk, slug, report());
  await decide(slug, await files(slug), 'return', { note: 'Who?' });
  const why = { reason: 'Wrong.', notice: en('Withdrawn.') };
  expect((await post(slug, `/developments/${id}/kill`, why, 'publisher')).status).toBe(201);
  await post(slug, '/headline/kill', why, 'publisher');
  await post(slug, '/kill', why, 'publisher');
  for (const name of ['reporter', 'editor'])
    expect((await noticesOf(name, slug)).filter(({ kind }) => kind === 'killed')).toMatchObject([
      { killed: 'story', development: null },
      { killed: 'text', development: null },
      { killed: 'development', development: id, text: null },
    ]);
  expect((await noticesOf('reporter', slug)).at(-1)).toMatchObject({
    kind: 'returned',
    text: null,
    words: null,
  });
  for (const name of ['publisher', 'admin']) expect(await noticesOf(name, slug)).toEqual([]);
});

describe('a mention', () => {
  it('shows the note as it is now, and nothing of one that was withdrawn or whose words were removed', async () => {
    const slug = await openStory(newsroom.desk);
    const { id, page } = await person('mentioned', 'reporter');
    const notes = [
      await mention(slug, '@mentioned One.'),
      await mention(slug, '@The mentioned: ask Quillfeather.'),
    ];
    await mention(slug, '@nobody');
    const mine = (): Promise<Json[]> => mentionsOf(page);
    expect(await mine()).toMatchObject([
      { kind: 'mention', note: notes[1].id, words: '@The mentioned: ask Quillfeather.', slug },
      { kind: 'mention', note: notes[0].id, words: '@mentioned One.', by: { name: 'editor' } },
    ]);
    await newsroom.desk.send({
      method: 'DELETE',
      path: at(slug, `/notes/${notes[0].id}`),
      headers: as('editor'),
    });
    const removal = { words: 'Quillfeather', scope: 'newsroom', reason: 'privacy', notice: en('Removed.') };
    await newsroom.desk.post('/desk/v1/removals', removal);
    expect((await mine()).map(({ words }) => words)).toEqual(['@The mentioned: ask […].', null]);
    // Without a right to read stories, one sees nothing of them.
    await newsroom.desk.put(`/desk/v1/staff/${id}`, { name: 'Moved', roles: ['administrator'] });
    expect((await page.get(ROOT)).body.items).toEqual([]);
  });

  it('makes no notice for who wrote it', async () => {
    const slug = await openStory(newsroom.desk);
    const { page } = await person('myself', 'reporter');
    expect((await page.post(at(slug, '/notes'), { text: '@myself' })).body.mentions).toHaveLength(1);
    expect(await mentionsOf(page)).toEqual([]);
  });
});

describe('what somebody has seen', () => {
  it('is marked up to a notice, pages are complete, and both stay across a restart', async () => {
    const slug = await openStory(newsroom.desk);
    const { page } = await person('seer', 'reporter');
    for (let i = 0; i < 5; i += 1) await mention(slug, `@seer ${i}`);
    const words = (items: Json[]): string[] => items.flatMap((one) => one.words?.slice(-1) ?? []);
    const pages = async (query: string): Promise<string[]> => {
      const all: Json[] = [];
      for (let next: string | null = `${ROOT}?limit=2${query}`; next !== null;) {
        const { body }: Answer = await page.get(next);
        all.push(...body.items);
        next = body.next;
      }
      return words(all);
    };
    expect(await pages('')).toEqual(['4', '3', '2', '1', '0']);
    const items = await mentionsOf(page);
    const put = (upTo: string): Promise<Answer> =>
      newsroom.desk.send({
        method: 'PUT',
        path: `${ROOT}/seen`,
        headers: {
          authorization: '',
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          cookie: cookieOf(page),
        },
        body: JSON.stringify({ upTo }),
      });
    expect((await put(items[2].id)).body).toEqual({ upTo: items[2].id });
    expect((await put(items[4].id)).body).toEqual({ upTo: items[2].id });
    expectProblem(await put('f'.repeat(16)), 404, 'not-found');
    expectProblem(await put('1'), 422, 'validation', '/upTo');
    await restart();
    await restart('stop', () => {
      for (const end of ['', '-wal', '-shm'])
        rmSync(join(newsroom.data, `notices.sqlite${end}`), { force: true });
    });
    const after = new BrowserSession(newsroom.desk);
    for (const [name, value] of page.cookies) after.cookies.set(name, value);
    expect(await mentionsOf(after)).toEqual(items.map((one: Json, i: number) => ({ ...one, seen: i >= 2 })));
    expect(words(await mentionsOf(after, '&unseen=true'))).toEqual(['4', '3']);
    expectProblem(await after.get(`${ROOT}?cursor=x`), 400, 'cursor');
  });
});

const cookieOf = (page: BrowserSession): string =>
  [...page.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

/** A third-party client of server-sent events. */
class Listener {
  readonly heard: Json[] = [];
  opened = 0;
  readonly source: EventSource;

  constructor(headers: Record<string, string>, path = `${ROOT}/stream`) {
    this.source = new EventSource(newsroom.desk.address + path, {
      fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, ...headers } }),
    });
    this.source.addEventListener('open', () => (this.opened += 1));
    this.source.addEventListener('message', ({ data }) => this.heard.push(JSON.parse(data)));
    listeners.push(this);
  }

  async hears(count: number): Promise<Json[]> {
    return eventually(
      async () => this.heard,
      (heard) => heard.length >= count,
    );
  }

  async opens(): Promise<this> {
    await eventually(
      async () => this.opened,
      (times) => times > 0,
    );
    return this;
  }

  /** Whether it was closed and may not come back. */
  closes(): Promise<boolean> {
    return eventually(
      async () => this.source.readyState === 2,
      (is) => is,
    );
  }
}
const listeners: Listener[] = [];
afterEach(() => {
  for (const { source } of listeners.splice(0)) source.close();
});

describe('the stream', () => {
  it('gives each person the own notices, as the list has them', async () => {
    const slug = await openStory(newsroom.desk);
    const [one, two] = [await person('one', 'reporter'), await person('two', 'reporter')];
    await mention(slug, '@one before');
    const [first, second, late] = [
      await new Listener({ cookie: cookieOf(one.page) }).opens(),
      await new Listener({ cookie: cookieOf(two.page) }).opens(),
      await new Listener({ cookie: cookieOf(one.page) }, `${ROOT}/stream?since=${START}`).opens(),
    ];
    await mention(slug, '@one and @two');
    await mention(slug, '@two again');
    expect((await second.hears(2)).map(({ words }) => words)).toEqual(['@one and @two', '@two again']);
    const { items } = (await one.page.get(ROOT)).body;
    expect(await first.hears(1)).toEqual(items.slice(0, 1));
    expect((await late.hears(2)).slice(-2)).toEqual(items.slice(0, 2).reverse());
  });

  it('resumes after the last notice, also after a restart', async () => {
    const slug = await openStory(newsroom.desk);
    const { page } = await person('resumer', 'reporter');
    for (const word of ['a', 'b', 'c']) await mention(slug, `@resumer ${word}`);
    const [c, b, a] = (await page.get(ROOT)).body.items;
    await restart('kill');
    const listener = new Listener({ cookie: cookieOf(page), 'last-event-id': a.id });
    expect(await listener.hears(2)).toEqual([b, c]);
    const path = `${ROOT}/stream`;
    expectProblem(await newsroom.desk.get(path, as('editor', { 'last-event-id': 'x' })), 400, 'header-form');
  });

  it('ends with the session, with the account, and with the token', async () => {
    const slug = await openStory(newsroom.desk);
    const [out, off] = [await person('out', 'reporter'), await person('off', 'reporter')];
    const { body: token } = await newsroom.desk.post('/desk/v1/tokens', {
      name: 'Wire',
      roles: ['reporter'],
    });
    const open = [
      await new Listener({ cookie: cookieOf(out.page) }).opens(),
      await new Listener({ cookie: cookieOf(off.page) }).opens(),
      await new Listener({ authorization: `Bearer ${token.token}` }).opens(),
    ];
    expect((await out.page.delete('/desk/v1/session')).status).toBe(204);
    await newsroom.desk.post(`/desk/v1/staff/${off.id}/disabling`, {});
    await newsroom.desk.send({ method: 'DELETE', path: `/desk/v1/tokens/${token.id}` });
    await mention(slug, '@out @off');
    for (const listener of open) expect([await listener.closes(), listener.heard]).toEqual([true, []]);
  });

  it('is open at most ten times for one person', async () => {
    for (let i = 0; i < 10; i += 1) await new Listener(as('second')).opens();
    expectProblem(await newsroom.desk.get(`${ROOT}/stream`, as('second')), 429, 'too-many-requests');
    await new Listener(as('editor')).opens();
    listeners.splice(0, 1)[0]!.source.close();
    const { status } = await eventually(
      () => newsroom.desk.head(`${ROOT}/stream`, as('second')),
      (answer) => answer.status === 200,
    );
    expect(status).toBe(200);
  });

  it('does not keep a desk from stopping', async () => {
    await new Listener(as('editor')).opens();
    expect(await newsroom.stop()).toBe(0);
    await newsroom.start();
  });
});

it('loses no notice and doubles none, whenever the process is killed', async () => {
  const slug = await openStory(newsroom.desk);
  await person('survivor', 'reporter');
  const written: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (let i = 0; i < 5 + round; i += 1) {
      written.push(`@survivor ${round}.${i}`);
      await mention(slug, written.at(-1)!);
    }
    await restart('kill');
  }
  const page = new BrowserSession(newsroom.desk);
  await page.post('/desk/v1/sign-in/password', { username: 'survivor', password: PASSWORD });
  const words = (await mentionsOf(page)).map((one) => one.words);
  expect(words).toEqual(written.toReversed());
});

describe('the file of notices', () => {
  const change = (sql: string): void => {
    const db = new Database(join(newsroom.data, 'notices.sqlite'));
    db.exec(sql);
    db.close();
  };
  const all = async (): Promise<Json[]> =>
    (await everyPage(newsroom.desk, `${ROOT}?limit=100`)).flatMap(({ items }) => items);

  it('is written again if the log does not have what it took', async () => {
    const before = [await all(), await noticesOf('reporter')];
    expect(before.map((list) => list.length > 0)).toEqual([true, true]);
    await restart('stop', () =>
      change(`UPDATE checkpoint SET event = 'another'; DELETE FROM notices WHERE kind <> 'killed'`),
    );
    expect([await all(), await noticesOf('reporter')]).toEqual(before);
  });

  it('shows notices for 90 days', async () => {
    expect(await noticesOf('reporter')).not.toEqual([]);
    const day = 86_400_000;
    await restart('stop', () => change(`UPDATE notices SET at = ${Date.now() - 91 * day}`));
    expect(await noticesOf('reporter')).toEqual([]);
  });
});

it('says once to administrators that a webhook was switched off, also after a crash', async () => {
  const { body } = await newsroom.desk.post('/desk/v1/webhooks', { url: 'https://93.184.215.14/x' });
  const off = (): void => {
    const db = new Database(join(newsroom.data, 'webhooks.sqlite'));
    db.exec(`UPDATE endpoints SET state = 'off', reason = 'failing'`);
    db.close();
  };
  const told = async (name: string): Promise<Json[]> =>
    (await noticesOf(name)).filter(({ kind }) => kind === 'webhooks-failing');
  await restart('kill', off);
  const found = await eventually(
    () => told('admin'),
    (list) => list.length > 0,
  );
  expect(found).toMatchObject([{ webhook: body.id, off: 'failing', by: null, story: null }]);
  await restart('kill');
  expect(await told('admin')).toEqual(found);
  for (const name of ['reporter', 'editor', 'publisher']) expect(await told(name)).toEqual([]);
  // After it was resumed, the next time counts again.
  expect((await newsroom.desk.post(`/desk/v1/webhooks/${body.id}/resume`, {})).status).toBe(200);
  await restart('stop', off);
  expect(
    await eventually(
      () => told('admin'),
      (list) => list.length > 1,
    ),
  ).toHaveLength(2);
});
