import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outside } from '../outside.js';
import { openBrowser } from '../pages/browser.js';
import { BrowserSession } from './browser-session.js';
import { Caller, type Answer, type Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { expectProblem } from './stories.js';

interface Provider {
  readonly issuer: string;
  register(id: string, secret: string, callback: string): void;
  person(id: string, claims: string): void;
  rotateKeys(): void;
  spoil(claims: string, foreign: boolean): void;
  silence(is: boolean): void;
  down(): Promise<void>;
  up(): Promise<void>;
}
const { openProvider } = outside('http/identity-provider.cjs') as { openProvider(): Promise<Provider> };

const SECRET = 'secret of the client';
const BEGIN = '/desk/v1/sign-in/oidc';
const PENDING = '__Host-dateline-oidc';
const SESSION = '__Host-dateline';

let provider: Provider;
let newsroom: RunningNewsroom;
/** The shift of the newsroom's clock is in this file. */
let folder: string;
beforeAll(async () => {
  provider = await openProvider();
  folder = mkdtempSync(join(tmpdir(), 'oidc-'));
  const clock = join(folder, 'shift');
  writeFileSync(clock, '0');
  writeFileSync(`${clock}.boot`, 'boot');
  newsroom = await RunningNewsroom.open({
    DESK_OIDC_ISSUER: provider.issuer,
    DESK_OIDC_CLIENT_ID: 'dateline',
    DESK_OIDC_CLIENT_SECRET: SECRET,
    DESK_OIDC_ROLES_CLAIM: 'groups',
    DESK_OIDC_ROLES:
      'newsroom-editors=editor,publisher;newsroom-reporters=reporter;desk-admins=administrator',
    DESK_OIDC_NAME: 'Example ID',
    NODE_OPTIONS: `--import ${join(import.meta.dirname, 'shifted-clock.mjs')}`,
    SHIFTED_CLOCK: clock,
    LOG_LEVEL: 'trace',
  });
  provider.register('dateline', SECRET, `http://localhost:${newsroom.desk.port}${BEGIN}/callback`);
});
afterAll(async () => {
  await newsroom.remove();
  rmSync(folder, { recursive: true });
  await provider.down();
});

const shiftClock = (milliseconds: number): void => writeFileSync(join(folder, 'shift'), String(milliseconds));
const browser = (): BrowserSession => new BrowserSession(newsroom.desk);
const auditOf = async (query: string): Promise<Json[]> =>
  (await newsroom.desk.get(`/desk/v1/audit?${query}`)).body.items;
const staff = async (): Promise<Json[]> => (await newsroom.desk.get('/desk/v1/staff')).body.items;

/** Somebody at the provider. */
function person(id: string, ...groups: string[]): string {
  provider.person(id, JSON.stringify({ name: `Name of ${id}`, preferred_username: id, groups }));
  return id;
}

/** The way of a browser at the provider: signs in, consents, and gives the address to which it is sent back. */
async function atProvider(address: string, login: string | null): Promise<string> {
  const site = new Caller(provider.issuer);
  const cookies = new Map<string, string>();
  const send = async (at: string, form?: Record<string, string>): Promise<Answer> => {
    const { pathname, search } = new URL(at, provider.issuer);
    const answer = await site.send({
      method: form ? 'POST' : 'GET',
      path: `${pathname}${search}`,
      headers: {
        host: new URL(provider.issuer).host,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  try {
    let at = address;
    for (let steps = 0; steps < 12; steps++) {
      let answer = await send(at);
      if (answer.status === 200) {
        const page = new URL(at, provider.issuer).href;
        const [, prompt = ''] = /name="prompt" value="(\w+)"/.exec(answer.text) ?? [];
        if (login === null) answer = await send(`${page}/abort`);
        else answer = await send(page, { prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) });
      }
      at = String(answer.headers.location);
      if (at.startsWith(`http://localhost:${newsroom.desk.port}/`)) return at.replace(/^http:\/\/[^/]+/, '');
    }
    throw new Error(`The provider does not send the browser back from ${at}.`);
  } finally {
    site.close();
  }
}

/** Begins to sign in; returns the address with which the provider sends the browser back. */
async function begun(page: BrowserSession, login: string | null): Promise<string> {
  const answer = await page.get(BEGIN);
  expect(answer.status).toBe(303);
  return atProvider(String(answer.headers.location), login);
}

async function signIn(login: string, page = browser()): Promise<{ page: BrowserSession; you: Json }> {
  const answer = await page.get(await begun(page, login));
  expect([answer.status, answer.headers.location]).toEqual([303, '/desk']);
  return { page, you: (await page.get('/desk/v1/session')).body };
}

/** A refused sign-in leaves no session and no account, and only one event in the audit log. */
async function expectRefused(
  page: BrowserSession,
  ask: () => Promise<Answer>,
  [status, code]: readonly [number, string],
): Promise<void> {
  const [before, [last]] = [await staff(), await auditOf('limit=1')];
  expectProblem(await ask(), status, code);
  expect(page.cookies.has(SESSION)).toBe(false);
  expect(page.cookies.has(PENDING)).toBe(false);
  expect(await staff()).toEqual(before);
  const [event, earlier] = await auditOf('limit=2');
  expect(event).toMatchObject({
    type: 'SignInRefused',
    who: null,
    detail: `by the identity provider: ${code}`,
  });
  expect(earlier).toEqual(last);
}

describe('the first sign-in at an identity provider', () => {
  it('makes an account with the mapped roles, and no password', async () => {
    const { page, you } = await signIn(person('m.editor', 'newsroom-editors', 'unknown'));
    expect(you).toMatchObject({ kind: 'person', name: 'Name of m.editor', roles: ['editor', 'publisher'] });
    expect((await page.get('/desk/v1/sessions')).body.items).toHaveLength(1);
    expect(await auditOf('limit=2')).toMatchObject([
      { type: 'SignedIn', who: you.id, detail: 'by the identity provider' },
      { type: 'AccountAdded', who: null, detail: 'by the identity provider; roles: editor, publisher' },
    ]);
    const password = { current: 'four words about rivers', password: 'four words about rivers too' };
    expectProblem(await page.post('/desk/v1/session/password', password), 409, 'account-of-provider');
  });

  it('sends the browser with PKCE, state and nonce, and with a cookie that returns with it', async () => {
    const [one, two] = await Promise.all([browser().get(BEGIN), browser().get(BEGIN)]);
    const [query, other] = [one, two].map(({ headers }) => new URL(String(headers.location)).searchParams);
    expect(Object.fromEntries(query!)).toMatchObject({
      response_type: 'code',
      client_id: 'dateline',
      redirect_uri: `http://localhost:${newsroom.desk.port}${BEGIN}/callback`,
      scope: 'openid profile',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(query!.get(name)).toMatch(/^[\w-]{43}$/);
      expect(query!.get(name)).not.toBe(other!.get(name));
    }
    expect(one.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-dateline-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect(one.headers['cache-control']).toBe('no-store');
  });

  it('takes a token with a right signature, as the refusals below depend on it', async () => {
    const page = browser();
    const back = await begun(page, person('signed', 'newsroom-editors'));
    provider.spoil('{}', false);
    expect((await page.get(back)).headers.location).toBe('/desk');
  });

  it('never gives the account of somebody else with the same user name', async () => {
    const { desk } = newsroom;
    const { body } = await desk.post('/desk/v1/staff', {
      username: 'same',
      name: 'Local',
      roles: ['editor'],
    });
    const { you } = await signIn(person('Same', 'newsroom-reporters'));
    expect(you.id).not.toBe(body.staff.id);
    expect((await staff()).find(({ id }) => id === you.id)).toMatchObject({ username: 'Same-2' });
  });
});

describe('a later sign-in', () => {
  it('keeps the id, takes the new name and roles, and follows keys that were rotated', async () => {
    const first = await signIn(person('changes', 'newsroom-reporters'));
    provider.rotateKeys();
    provider.person(
      'changes',
      JSON.stringify({ name: 'Married', groups: ['newsroom-editors', 'desk-admins'] }),
    );
    const { you } = await signIn('changes', first.page);
    expect(you).toMatchObject({
      id: first.you.id,
      name: 'Married',
      roles: ['editor', 'publisher', 'administrator'],
    });
    expect((await first.page.get('/desk/v1/sessions')).body.items).toHaveLength(1);
    expect(await auditOf(`who=${you.id}&limit=2`)).toMatchObject([
      { type: 'SignedIn' },
      {
        type: 'AccountChanged',
        about: you.id,
        detail: 'by the identity provider; roles: editor, publisher, administrator',
      },
    ]);
    await signIn('changes');
    expect(await auditOf(`who=${you.id}&type=AccountChanged`)).toHaveLength(1);
  });

  it('takes away the role of the last administrator, and then accounts can still be disabled', async () => {
    const { desk } = newsroom;
    const { you } = await signIn(person('last', 'desk-admins'));
    const others = (await staff()).filter(
      ({ id, roles, disabled }) => roles.includes('administrator') && !disabled && id !== you.id,
    );
    for (const { id } of others)
      expect((await desk.post(`/desk/v1/staff/${id}/disabling`, {})).status).toBe(200);
    expectProblem(await desk.post(`/desk/v1/staff/${you.id}/disabling`, {}), 409, 'last-administrator');
    expect((await signIn(person('last', 'newsroom-reporters'))).you.roles).toEqual(['reporter']);
    expect((await desk.post(`/desk/v1/staff/${you.id}/disabling`, {})).status).toBe(200);
  });
});

describe('a sign-in is refused', () => {
  const LAPSED = [410, 'sign-in-lapsed'] as const;
  const UNPROVEN = [403, 'identity-unproven'] as const;

  it.each([
    ['a foreign audience', { aud: 'another-client' }, false, '(audience)'],
    ['a foreign issuer', { iss: 'https://elsewhere.example' }, false, '(issuer)'],
    ['a wrong nonce', { nonce: 'another' }, false, 'ID Token'],
    ['a time in the past', { exp: 1_700_000_000 }, false, 'timestamp'],
    ['a foreign signature', {}, true, 'signature verification failed'],
  ])('with a token of %s', async (_, claims, foreign, reason) => {
    const page = browser();
    const back = await begun(page, person('spoiled', 'newsroom-editors'));
    provider.spoil(JSON.stringify(claims), foreign);
    await expectRefused(page, () => page.get(back), UNPROVEN);
    expect(newsroom.log.split('is refused: ').at(-1)).toContain(reason);
  });

  it('if its address is used twice, or its code', async () => {
    const page = browser();
    const back = await begun(page, person('twice', 'newsroom-editors'));
    const cookies = new Map(page.cookies);
    expect((await page.get(back)).status).toBe(303);
    const again = browser();
    for (const [name, value] of cookies) again.cookies.set(name, value);
    await expectRefused(again, () => again.get(back), LAPSED);
    const other = browser();
    const own = new URL(await begun(other, 'twice'), 'http://localhost');
    own.searchParams.set('code', new URL(back, 'http://localhost').searchParams.get('code')!);
    await expectRefused(other, () => other.get(`${own.pathname}${own.search}`), UNPROVEN);
  });

  it('in another browser', async () => {
    const back = await begun(browser(), person('elsewhere', 'newsroom-editors'));
    const other = browser();
    await expectRefused(other, () => other.get(back), LAPSED);
    await other.get(BEGIN);
    await expectRefused(other, () => other.get(back), LAPSED);
  });

  it.each(['state=tampered', 'state='])('with another state: %s', async (state) => {
    const page = browser();
    const back = await begun(page, person('tampered', 'newsroom-editors'));
    await expectRefused(page, () => page.get(back.replace(/state=[\w-]+/, state)), LAPSED);
    await expectRefused(page, () => page.get(back), LAPSED);
  });

  it('after ten minutes', async () => {
    const page = browser();
    const back = await begun(page, person('late', 'newsroom-editors'));
    shiftClock(10 * 60_000);
    await expectRefused(page, () => page.get(back), LAPSED);
    shiftClock(0);
  });

  it('if the person stops at the provider, or the provider says no', async () => {
    const page = browser();
    const back = await begun(page, null);
    expect(back).toContain('error=access_denied');
    await expectRefused(page, () => page.get(back), [403, 'provider-denied']);
  });

  it('without a role in the claim', async () => {
    for (const id of [person('none'), person('unknown', 'editor', 'somebody')]) {
      const page = browser();
      const back = await begun(page, id);
      await expectRefused(page, () => page.get(back), [403, 'role-missing']);
    }
  });

  it('if the account is disabled, until it is enabled', async () => {
    const { desk } = newsroom;
    const { page, you } = await signIn(person('leaves', 'newsroom-reporters'));
    expect((await desk.post(`/desk/v1/staff/${you.id}/disabling`, {})).status).toBe(200);
    expectProblem(await page.get('/desk/v1/session'), 401, 'unauthorized');
    const other = browser();
    person('leaves', 'newsroom-editors');
    const back = await begun(other, 'leaves');
    await expectRefused(other, () => other.get(back), [403, 'account-disabled']);
    await desk.post(`/desk/v1/staff/${you.id}/enabling`, {});
    expect((await signIn('leaves')).you.id).toBe(you.id);
  });

  it('while the provider is down or silent; all else works, and the next attempt too', async () => {
    const UNAVAILABLE = [503, 'provider-unavailable'] as const;
    const [page, waiting] = [browser(), browser()];
    const back = await begun(waiting, person('patient', 'newsroom-editors'));
    await provider.down();
    await expectRefused(page, () => page.get(BEGIN), UNAVAILABLE);
    await expectRefused(waiting, () => waiting.get(back), UNAVAILABLE);
    expect((await newsroom.desk.get('/desk/v1/staff')).status).toBe(200);
    await provider.up();
    provider.silence(true);
    const asked = performance.now();
    await expectRefused(page, () => page.get(BEGIN), UNAVAILABLE);
    expect(performance.now() - asked).toBeLessThan(20_000);
    provider.silence(false);
    await signIn('patient', page);
  });
});

describe('an account of the provider', () => {
  it('is signed out and disabled here, and named and given roles there', async () => {
    const { desk } = newsroom;
    const { page, you } = await signIn(person('managed', 'newsroom-reporters'));
    const change = { name: 'Another', roles: ['administrator'] };
    expectProblem(await desk.put(`/desk/v1/staff/${you.id}`, change), 409, 'account-of-provider');
    expectProblem(await desk.post(`/desk/v1/staff/${you.id}/reset`, {}), 409, 'account-of-provider');
    expect((await page.get('/desk/v1/session')).body).toMatchObject({ name: 'Name of managed' });
    expect((await desk.post(`/desk/v1/staff/${you.id}/sign-out`, {})).status).toBe(204);
    expectProblem(await page.get('/desk/v1/session'), 401, 'unauthorized');
  });
});

describe('the page for signing in', () => {
  it('learns the name of the provider, and the host to which it sends back', async () => {
    const { body } = await browser().get('/desk/v1/sign-in/ways');
    const address = `http://localhost:${newsroom.desk.port}${BEGIN}`;
    expect(body).toEqual({ provider: { name: 'Example ID', address } });
  });

  it('gets the code of a refusal, and nothing of the address', async () => {
    const page = new BrowserSession(newsroom.desk, { accept: 'text/html,*/*;q=0.8' });
    const answer = await page.get(
      `${BEGIN}/callback?state=echoed&error_description=echoed&session_state=echoed`,
    );
    expect([answer.status, answer.headers.location]).toEqual([303, '/desk/sign-in#sign-in-lapsed']);
    expect(answer.text + JSON.stringify(answer.headers)).not.toContain('echoed');
    const script = (await newsroom.desk.get('/desk/assets/desk.js')).text;
    for (const code of [
      ...['sign-in-lapsed', 'provider-denied', 'identity-unproven', 'provider-unavailable'],
      ...['role-missing', 'account-disabled', 'too-many-requests'],
    ])
      expect(script).toContain(`'${code}'`);
  });
});

describe('a real browser', () => {
  it('signs in by the button, with its cookies, and sees why it failed', async () => {
    person('b.rowser', 'newsroom-editors');
    const chromium = await openBrowser();
    try {
      const page = await chromium.newPage();
      const button = page.getByRole('link', { name: 'Sign in with Example ID' });
      const desk = `http://localhost:${newsroom.desk.port}/desk`;
      await page.goto(`${desk}/sign-in`);
      await button.click();
      await page.getByRole('link', { name: 'Cancel' }).click();
      await page.waitForURL(`${desk}/sign-in`);
      const trouble = page.getByRole('alert');
      await trouble.waitFor();
      expect(await trouble.textContent()).toMatch(/^The identity provider did not let you in\./);
      await button.click();
      await page.getByPlaceholder('Enter any login').fill('b.rowser');
      await page.getByPlaceholder('and password').fill('any');
      await page.getByRole('button').click();
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.waitForURL(desk);
      await page.getByRole('heading', { name: 'Name of b.rowser' }).waitFor();
      expect(await page.locator('#trouble').isVisible()).toBe(false);
      await page.goto(`${desk}/sign-in#%3Cb%3Eechoed%3C/b%3E`);
      await button.waitFor();
      expect(await page.locator('main').textContent()).not.toContain('echoed');
    } finally {
      await chromium.close();
    }
  });
});

it('keeps the secret and the tokens of the provider out of files, log and document', async () => {
  const { text } = await newsroom.desk.get('/openapi.json');
  const files = readdirSync(newsroom.data).filter((name) => /^(?:staff|audit|running)/.test(name));
  const places = {
    document: text,
    log: newsroom.log,
    ...Object.fromEntries(files.map((name) => [name, readFileSync(join(newsroom.data, name), 'latin1')])),
  };
  for (const secret of [SECRET, encodeURIComponent(SECRET), 'id_token', 'eyJhbGciOi'])
    expect(
      Object.entries(places)
        .filter(([, one]) => one.includes(secret))
        .map(([name]) => `${name}: ${secret}`),
    ).toEqual([]);
});
