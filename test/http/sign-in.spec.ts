import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserSession } from './browser-session.js';
import { linesOf, type Answer, type Json } from './caller.js';
import { addPerson, linkIn, PASSWORD, type Person } from './people.js';
import { RunningNewsroom } from './running-newsroom.js';
import { expectProblem } from './stories.js';

const SIGN_IN = '/desk/v1/sign-in';

let newsroom: RunningNewsroom;
let setup = '';
beforeAll(async () => {
  newsroom = await RunningNewsroom.open();
  setup = linkIn(await newsroom.setupLink());
});
afterAll(() => newsroom.remove());

const browser = (headers?: Record<string, string>): BrowserSession =>
  new BrowserSession(newsroom.desk, headers);
const expectRefused = (answer: Answer): void => {
  expectProblem(answer, 401, 'unauthorized');
  expect(answer.headers['www-authenticate']).toContain('Bearer');
};

const person = (username: string, ...roles: string[]): Promise<Person> =>
  addPerson(newsroom, username, ...roles);
const auditOf = async (query: string): Promise<Json[]> =>
  (await newsroom.desk.get(`/desk/v1/audit?${query}`)).body.items;

describe('the setup link', () => {
  it('makes the first account once, with a recovery code, and signs in', async () => {
    const page = browser();
    const weak = await page.post(`${SIGN_IN}/setup`, {
      link: setup,
      username: 'first',
      name: 'First',
      password: 'short',
    });
    expectProblem(weak, 422, 'validation');
    const body = { link: setup, username: 'first', name: 'The First', password: PASSWORD };
    const tabs = await Promise.all([
      page.post(`${SIGN_IN}/setup`, body),
      browser().post(`${SIGN_IN}/setup`, body),
    ]);
    expect(tabs.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 410]);
    const made = tabs.find(({ status }) => status === 200)!;
    expect(made.body).toMatchObject({
      staff: {
        username: 'first',
        name: 'The First',
        roles: ['editor', 'publisher', 'auditor', 'administrator'],
      },
      recoveryCode: expect.stringMatching(/^(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/),
    });
    expectProblem(await browser().post(`${SIGN_IN}/setup`, body), 410, 'link-used-up');
    expectProblem(
      await browser().post(`${SIGN_IN}/setup`, { ...body, link: 'A'.repeat(43) }),
      410,
      'link-used-up',
    );
  });

  it('sets cookies that scripts, other sites and plain networks never get', async () => {
    const { page } = await person('cookies', 'reporter');
    const answer = await page.post(`${SIGN_IN}/password`, { username: 'cookies', password: PASSWORD });
    const lines = answer.headers['set-cookie']!;
    expect(lines).toHaveLength(2);
    for (const line of lines)
      expect(line).toMatch(/^__Host-dateline[^;]*; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('nobody', () => {
  it('gets in without credentials, except to health, documents and the pages for signing in', async () => {
    const { desk } = newsroom;
    const none = { authorization: '' };
    for (const path of ['/desk/v1/stories', '/desk/v1/audit', '/desk/v1/nothing-here', '/desk/v1'])
      expectRefused(await desk.get(path, none));
    expectRefused(await desk.post('/desk/v1/stories', { slug: 'x' }, none));
    for (const path of ['/health/live', '/health/ready', '/docs', '/openapi.json', '/desk', '/desk/sign-in'])
      expect((await desk.get(path, none)).status).toBe(200);
  });

  it.each(['Bearer nonsense', `Bearer dateline_${'A'.repeat(43)}`, 'Basic Zmlyc3Q6eA==', 'Bearer'])(
    'gets in with %s',
    async (authorization) => expectRefused(await newsroom.desk.get('/desk/v1/stories', { authorization })),
  );

  it('gets in with a token in the address', async () => {
    const answer = await newsroom.desk.get(`/desk/v1/stories?token=${newsroom.desk.token}`, {
      authorization: '',
    });
    expectRefused(answer);
  });

  it('gets in with a forged cookie', async () => {
    const cookie = `__Host-dateline=${'A'.repeat(43)}`;
    expectRefused(await newsroom.desk.get('/desk/v1/stories', { authorization: '', cookie }));
  });
});

describe('a password', () => {
  it('signs in whatever the case of the name, and is refused like an unknown name', async () => {
    await person('Password', 'editor');
    expect(
      (await browser().post(`${SIGN_IN}/password`, { username: 'pAssWord', password: PASSWORD })).status,
    ).toBe(200);
    const wrong = await browser().post(`${SIGN_IN}/password`, {
      username: 'password',
      password: `${PASSWORD}?`,
    });
    const unknown = await browser().post(`${SIGN_IN}/password`, {
      username: 'unheard-of',
      password: PASSWORD,
    });
    expectProblem(wrong, 401, 'sign-in-failed');
    expect({ ...wrong.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  });

  it.each([
    ['is short', 'fourteen chars'],
    ['repeats', 'passwordpassword'],
    ['repeats one letter', 'aaaaaaaaaaaaaaaaaaaa'],
    ['is among the most common', 'qwertyuiop12345'],
    ['is two of the most common', 'password12345678'],
    ['is the user name', 'weak.password.12'],
  ])('is too weak if it %s', async (_, password) => {
    const { body } = await newsroom.desk
      .post('/desk/v1/staff', {
        username: 'weak.password.12',
        name: 'Weak',
        roles: ['reporter'],
      })
      .then(async (made) =>
        made.status === 201
          ? made
          : newsroom.desk.post(`/desk/v1/staff/${await idOf('weak.password.12')}/reset`, {}),
      );
    const answer = await browser().post(`${SIGN_IN}/invitation`, { link: linkIn(body.link), password });
    expectProblem(answer, 422, 'validation');
    expect(answer.text).not.toContain(password);
  });

  it('changes with the present one, and ends all other sessions', async () => {
    const { page } = await person('changes', 'reporter');
    const other = browser();
    await other.post(`${SIGN_IN}/password`, { username: 'changes', password: PASSWORD });
    const next = `${PASSWORD} and more`;
    expectProblem(
      await page.post('/desk/v1/session/password', { current: 'wrong', password: next }),
      401,
      'sign-in-failed',
    );
    expect((await page.post('/desk/v1/session/password', { current: PASSWORD, password: next })).status).toBe(
      200,
    );
    expectRefused(await other.get('/desk/v1/session'));
    expect((await page.get('/desk/v1/session')).status).toBe(200);
    expect(
      (await browser().post(`${SIGN_IN}/password`, { username: 'changes', password: next })).status,
    ).toBe(200);
  });

  it('is replaced by a recovery code, which works once, however it is typed', async () => {
    const { body } = await newsroom.desk.post('/desk/v1/staff', {
      username: 'lost',
      name: 'Lost',
      roles: ['reporter'],
    });
    const page = browser();
    const first = await page.post(`${SIGN_IN}/invitation`, { link: linkIn(body.link), password: PASSWORD });
    const code = String(first.body.recoveryCode);
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const next = { username: 'lost', password: `${PASSWORD} again` };
    const found = await browser().post(`${SIGN_IN}/recovery`, { ...next, recoveryCode: typed });
    expect(found.status).toBe(200);
    expect(found.body.recoveryCode).not.toBe(code);
    expectRefused(await page.get('/desk/v1/session'));
    expectProblem(
      await browser().post(`${SIGN_IN}/recovery`, { ...next, recoveryCode: code }),
      401,
      'sign-in-failed',
    );
  });

  it('is guessed five times a minute, and its owner still signs in from a browser that knows the account', async () => {
    const { page } = await person('guessed', 'reporter');
    const guess = (): Promise<Answer> =>
      browser().post(`${SIGN_IN}/password`, { username: 'guessed', password: 'guess' });
    const answers = await Promise.all(Array.from({ length: 12 }, guess));
    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(6);
    const late = answers.find(({ status }) => status === 429)!;
    expectProblem(late, 429, 'too-many-requests');
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect((await page.post(`${SIGN_IN}/password`, { username: 'guessed', password: PASSWORD })).status).toBe(
      200,
    );
    expect(await auditOf('type=SignInsThrottled')).toHaveLength(1);
  });
});

describe('a session', () => {
  it('is replaced at sign-in, and ends at sign-out, in both tabs', async () => {
    const { page } = await person('tabs', 'reporter');
    const before = new Map(page.cookies);
    await page.post(`${SIGN_IN}/password`, { username: 'tabs', password: PASSWORD });
    expect(page.cookies.get('__Host-dateline')).not.toBe(before.get('__Host-dateline'));
    const old = browser();
    for (const [name, value] of before) old.cookies.set(name, value);
    expectRefused(await old.get('/desk/v1/session'));
    const tab = browser();
    for (const [name, value] of page.cookies) tab.cookies.set(name, value);
    expect((await page.delete('/desk/v1/session')).status).toBe(204);
    expectRefused(await tab.delete('/desk/v1/session'));
  });

  it('is listed and ended one by one, or all at once, and never those of others', async () => {
    const [{ page }, other] = [await person('several', 'reporter'), await person('other', 'reporter')];
    await browser().post(`${SIGN_IN}/password`, { username: 'several', password: PASSWORD });
    const { items } = (await page.get('/desk/v1/sessions')).body;
    expect(items.map(({ current }: Json) => current).sort()).toEqual([false, true]);
    const last = items.find(({ current }: Json) => !current);
    expectProblem(await other.page.delete(`/desk/v1/sessions/${last.id}`), 404, 'not-found');
    expect((await page.delete(`/desk/v1/sessions/${last.id}`)).status).toBe(204);
    expect((await page.get('/desk/v1/sessions')).body.items).toHaveLength(1);
    expect((await page.delete('/desk/v1/sessions')).status).toBe(204);
    expectRefused(await page.get('/desk/v1/sessions'));
    expect((await other.page.get('/desk/v1/session')).status).toBe(200);
  });

  it('writes only for pages of the desk', async () => {
    const { page } = await person('forger', 'administrator');
    const forged = (headers: Record<string, string>): BrowserSession => {
      const other = browser(headers);
      for (const [name, value] of page.cookies) other.cookies.set(name, value);
      return other;
    };
    const body = { username: 'forged', name: 'Forged', roles: ['administrator'] };
    for (const headers of [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
    ])
      expectProblem(await forged(headers).post('/desk/v1/staff', body), 403, 'origin-forbidden');
    expect((await forged({}).get('/desk/v1/staff')).body.items).not.toContainEqual(
      expect.objectContaining({ username: 'forged' }),
    );
    const own = { origin: `http://localhost:${newsroom.desk.port}` };
    expect((await forged(own).post('/desk/v1/staff', body)).status).toBe(201);
  });

  it('ends when the account is disabled, and its links too', async () => {
    const { id, page } = await person('leaves', 'reporter');
    const { body } = await newsroom.desk.post(`/desk/v1/staff/${id}/reset`, {});
    expectRefused(await page.get('/desk/v1/session'));
    expect((await newsroom.desk.post(`/desk/v1/staff/${id}/disabling`, {})).body.disabled).toBe(true);
    expectProblem(
      await browser().post(`${SIGN_IN}/invitation`, { link: linkIn(body.link), password: PASSWORD }),
      410,
      'link-used-up',
    );
    expectProblem(
      await browser().post(`${SIGN_IN}/password`, { username: 'leaves', password: PASSWORD }),
      401,
      'sign-in-failed',
    );
    await newsroom.desk.post(`/desk/v1/staff/${id}/enabling`, {});
    expect(
      (await browser().post(`${SIGN_IN}/password`, { username: 'leaves', password: PASSWORD })).status,
    ).toBe(200);
  });
});

describe('a token', () => {
  it('has its roles until it is revoked, and shows its last use', async () => {
    const { desk } = newsroom;
    const { body } = await desk.post('/desk/v1/tokens', { name: 'The wire', roles: ['reporter'] });
    const headers = { authorization: `Bearer ${body.token}` };
    expect((await desk.get('/desk/v1/session', headers)).body).toEqual({
      id: body.id,
      kind: 'service',
      name: 'The wire',
      roles: ['reporter'],
      verbs: expect.arrayContaining([{ verb: 'correct', reach: 'own' }]),
    });
    const listed = (await desk.get('/desk/v1/tokens')).body.items.find(({ id }: Json) => id === body.id);
    expect(listed).toMatchObject({ name: 'The wire', usedAt: expect.any(String), revokedAt: null });
    expect(JSON.stringify(listed)).not.toContain(body.token);
    expectProblem(await desk.get('/desk/v1/tokens', headers), 403, 'forbidden');
    expect((await desk.send({ method: 'DELETE', path: `/desk/v1/tokens/${body.id}` })).status).toBe(204);
    expectRefused(await desk.get('/desk/v1/session', headers));
  });

  it('takes known roles and a year at most', async () => {
    const make = (body: Json): Promise<Answer> =>
      newsroom.desk.post('/desk/v1/tokens', { name: 'x', ...body });
    expectProblem(await make({ roles: ['king'] }), 422, 'validation');
    expectProblem(await make({ roles: [] }), 422, 'validation');
    expectProblem(await make({ roles: ['editor'], days: 367 }), 422, 'validation');
  });
});

describe('the staff', () => {
  it('keeps an administrator, and different names', async () => {
    const { desk } = newsroom;
    const { items } = (await desk.get('/desk/v1/staff')).body;
    const administrators = items.filter(
      ({ roles, disabled }: Json) => roles.includes('administrator') && !disabled,
    );
    const answers: Answer[] = [];
    for (const { id } of administrators) answers.push(await desk.post(`/desk/v1/staff/${id}/disabling`, {}));
    expectProblem(answers.pop()!, 409, 'last-administrator');
    for (const { id } of administrators) await desk.post(`/desk/v1/staff/${id}/enabling`, {});
    const again = await desk.post('/desk/v1/staff', { username: 'FIRST', name: 'x', roles: ['reporter'] });
    expectProblem(again, 409, 'account-exists');
  });

  it('is in files that only their owner reads, without a secret in plain text', async () => {
    const names = readdirSync(newsroom.data).filter((name) => /^(?:staff|audit)/.test(name));
    expect(names).toEqual(expect.arrayContaining(['staff.sqlite', 'audit.db']));
    for (const name of names) {
      const file = join(newsroom.data, name);
      expect(statSync(file).mode & 0o077).toBe(0);
      const bytes = readFileSync(file);
      for (const secret of [PASSWORD, setup, newsroom.desk.token!])
        expect(bytes.includes(secret)).toBe(false);
    }
    expect(newsroom.log).not.toContain(PASSWORD);
  });
});

describe('the audit log', () => {
  it('has sign-ins, refusals and changes, newest first, by page and filter', async () => {
    const { id, page } = await person('audited', 'reporter');
    await page.post('/desk/v1/tokens', { name: 'x', roles: ['reporter'] });
    const events = await auditOf(`who=${id}&limit=10`);
    expect(events.map(({ type, about }) => [type, about])).toEqual([
      ['AccessRefused', 'POST /desk/v1/tokens'],
      ['SignedIn', undefined],
      ['AccountSetUp', undefined],
    ]);
    const first = await newsroom.desk.get('/desk/v1/audit?limit=2');
    const second = await newsroom.desk.get(first.body.next);
    const all = [...first.body.items, ...second.body.items].map(({ revision }: Json) => Number(revision));
    expect(all).toEqual([...all].sort((a, b) => b - a));
    expect(new Set(all).size).toBe(4);
    expectProblem(await page.get('/desk/v1/audit'), 403, 'forbidden');
  });

  it('says who exported and imported', async () => {
    const open = {
      command: 'open',
      at: '2024-01-01T00:00:00Z',
      story: 'audited',
      headline: { en: 'x' },
      language: 'en',
    };
    expect(linesOf(await newsroom.desk.import([open])).at(-1)).toMatchObject({ done: true });
    await newsroom.desk.get('/desk/v1/stories/audited/export');
    const [exported] = await auditOf('type=StoryExported');
    expect(exported).toMatchObject({ who: 'command-line', about: expect.any(String) });
    expect(await auditOf('type=StoriesImported')).not.toHaveLength(0);
  });
});

const idOf = async (username: string): Promise<string> =>
  (await newsroom.desk.get('/desk/v1/staff')).body.items.find((one: Json) => one.username === username).id;
