import fc from 'fast-check';
import { BrowserSession } from './browser-session.js';
import type { Answer, Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { SoftwareAuthenticator, type Circumstances } from './software-authenticator.js';
import { expectProblem } from './stories.js';

const PASSWORD = 'four words about rivers';
const SIGN_IN = '/desk/v1/sign-in';
const PASSKEYS = '/desk/v1/session/passkeys';

let newsroom: RunningNewsroom;
let origin = '';
const opened: RunningNewsroom[] = [];
async function open(): Promise<void> {
  newsroom = await RunningNewsroom.open();
  opened.push(newsroom);
  origin = `http://localhost:${newsroom.desk.port}`;
}
beforeAll(open);
afterAll(async () => {
  for (const each of opened) await each.remove();
});

const browser = (): BrowserSession => new BrowserSession(newsroom.desk);

/** A person who is signed in by password. */
async function person(username: string, role = 'editor'): Promise<{ id: string; page: BrowserSession }> {
  const { body } = await newsroom.desk.post('/desk/v1/staff', {
    username,
    name: username,
    roles: [role],
  });
  const page = browser();
  await page.post(`${SIGN_IN}/invitation`, { link: new URL(body.link).hash.slice(1), password: PASSWORD });
  return { id: body.staff.id, page };
}

async function add(page: BrowserSession, authenticator: SoftwareAuthenticator, given?: Circumstances) {
  const { body: options } = await page.post(`${PASSKEYS}/options`);
  return page.post(PASSKEYS, { ...authenticator.make(options, given), name: 'My device' });
}

let keepers = 0;

async function withPasskey(username = `p.keeper.${++keepers}`) {
  const { id, page } = await person(username);
  const authenticator = new SoftwareAuthenticator(origin);
  const added = await add(page, authenticator);
  expect(added.status).toBe(201);
  return { id, page, authenticator, passkey: added.body };
}

const challenge = async (): Promise<Json> => (await browser().post(`${SIGN_IN}/passkey/options`)).body;
const send = (answer: Json): Promise<Answer> => browser().post(`${SIGN_IN}/passkey`, answer);
const signIn = async (of: SoftwareAuthenticator, given?: Circumstances): Promise<Answer> =>
  send(of.use(await challenge(), given));
const auditOf = async (query: string): Promise<Json[]> =>
  (await newsroom.desk.get(`/desk/v1/audit?${query}`)).body.items;

it('adds a passkey, signs in with it, lists it, and removes it', async () => {
  const { id, page, authenticator, passkey } = await withPasskey();
  expect(passkey).toEqual({
    id: expect.any(String),
    name: 'My device',
    backedUp: false,
    createdAt: expect.any(String),
    usedAt: null,
  });
  const guest = browser();
  const answer = await guest.post(`${SIGN_IN}/passkey`, authenticator.use(await challenge()));
  expect(answer.body).toMatchObject({ staff: { id }, recoveryCode: null });
  expect(answer.headers['set-cookie']).toHaveLength(2);
  expect((await guest.get('/desk/v1/session')).body.id).toBe(id);
  expect((await guest.get(PASSKEYS)).body.items).toMatchObject([
    { id: passkey.id, usedAt: expect.any(String) },
  ]);
  expect((await page.delete(`${PASSKEYS}/${passkey.id}`)).status).toBe(204);
  expectProblem(await signIn(authenticator), 401, 'sign-in-failed');
  const events = await auditOf(`who=${id}`);
  expect(events.map(({ type, about, detail }) => [type, about, detail])).toEqual([
    ['PasskeyRemoved', passkey.id, undefined],
    ['SignedIn', undefined, 'by passkey'],
    ['PasskeyAdded', passkey.id, undefined],
    ['SignedIn', undefined, 'by a link'],
    ['AccountSetUp', undefined, undefined],
  ]);
});

it('signs in with a passkey that several devices have, whose counter stays 0', async () => {
  const { page } = await person('synced');
  const authenticator = new SoftwareAuthenticator(origin, undefined, false);
  expect((await add(page, authenticator)).body.backedUp).toBe(true);
  expect((await signIn(authenticator)).status).toBe(200);
  expect((await signIn(authenticator)).status).toBe(200);
});

it('refuses each wrong sign-in alike, and records only that it was refused', async () => {
  const { id, page, authenticator } = await withPasskey();
  const earlier = (await auditOf('type=SignInRefused&limit=50')).length;
  const stranger = new SoftwareAuthenticator(origin);
  const impostor = new SoftwareAuthenticator(origin, authenticator.credential);
  const used = authenticator.use(await challenge());
  expect((await send(used)).status).toBe(200);
  const { body: made } = await page.post(`${PASSKEYS}/options`);
  const before = (await page.get(PASSKEYS)).body;
  const right = authenticator.use(await challenge());
  const otherHandle = Buffer.from('00000000-0000-4000-8000-000000000000').toString('base64url');
  const refused: Readonly<Record<string, Answer>> = {
    'sent again': await send(used),
    'another origin': await signIn(authenticator, { origin: 'https://desk.example.org' }),
    'another port': await signIn(authenticator, { origin: 'http://localhost:1' }),
    'inside a page of another site': await signIn(authenticator, { crossOrigin: true }),
    'another name': await signIn(authenticator, { rpId: 'desk.example.org' }),
    'an unknown challenge': await signIn(authenticator, { challenge: 'A'.repeat(43) }),
    'the challenge of a new passkey': await signIn(authenticator, { challenge: made.challenge }),
    'no user verification': await signIn(authenticator, { userVerified: false }),
    'the handle of another account': await signIn(authenticator, { userHandle: otherHandle }),
    'an unknown credential': await signIn(stranger, { userHandle: right.userHandle }),
    'the key of somebody else': await signIn(impostor, { userHandle: right.userHandle, counter: 1_000 }),
    'a changed answer': await send({ ...right, signature: `${right.signature.slice(0, -4)}AAAA` }),
    'no JSON inside': await send({ ...right, clientDataJSON: 'AAAA' }),
    'null inside': await send({ ...right, clientDataJSON: Buffer.from('null').toString('base64url') }),
    'no CBOR inside': await send({ ...authenticator.use(await challenge()), authenticatorData: 'AAAA' }),
  };
  for (const [reason, answer] of Object.entries(refused)) {
    expect([reason, answer.status, answer.body.code]).toEqual([reason, 401, 'sign-in-failed']);
    expect([reason, { ...answer.body, instance: '' }]).toEqual([
      reason,
      { ...refused['sent again']!.body, instance: '' },
    ]);
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
  expect((await page.get(PASSKEYS)).body).toEqual(before);
  const events = await auditOf('type=SignInRefused&limit=50');
  events.splice(events.length - earlier);
  expect(events.map(({ detail }) => detail)).toEqual(Object.keys(refused).map(() => 'by passkey'));
  expect(events.filter(({ about }) => about !== undefined && about !== id)).toEqual([]);
  expect((await signIn(authenticator, { counter: 2_000 })).status).toBe(200);
});

it('refuses a counter that does not rise, and shows auditors why', async () => {
  const { id, authenticator } = await withPasskey();
  expect((await signIn(authenticator, { counter: 7 })).status).toBe(200);
  expectProblem(await signIn(authenticator, { counter: 7 }), 401, 'sign-in-failed');
  expectProblem(await signIn(authenticator, { counter: 0 }), 401, 'sign-in-failed');
  const events = await auditOf('type=SignInRefused&limit=2');
  expect(events).toMatchObject([1, 2].map(() => ({ about: id, detail: expect.stringContaining('counter') })));
  expect((await signIn(authenticator, { counter: 8 })).status).toBe(200);
});

it('uses a challenge once, also for answers at the same time', async () => {
  const { authenticator } = await withPasskey();
  const options = await challenge();
  const answers = await Promise.all([1, 2, 3].map(() => send(authenticator.use(options))));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 401, 401]);
});

it('refuses the passkey of a disabled account, and removes it with a reset', async () => {
  const { id, authenticator } = await withPasskey();
  await person('a.chief', 'administrator');
  expect((await newsroom.desk.post(`/desk/v1/staff/${id}/disabling`, {})).status).toBe(200);
  expectProblem(await signIn(authenticator), 401, 'sign-in-failed');
  await newsroom.desk.post(`/desk/v1/staff/${id}/enabling`, {});
  expect((await signIn(authenticator)).status).toBe(200);
  await newsroom.desk.post(`/desk/v1/staff/${id}/reset`, {});
  expectProblem(await signIn(authenticator), 401, 'sign-in-failed');
});

it('keeps passkeys when a recovery code sets a new password', async () => {
  const { body } = await newsroom.desk.post('/desk/v1/staff', {
    ...{ username: 'r.lost', name: 'Lost', roles: ['editor'] },
  });
  const page = browser();
  const link = new URL(body.link).hash.slice(1);
  const { recoveryCode } = (await page.post(`${SIGN_IN}/invitation`, { link, password: PASSWORD })).body;
  const authenticator = new SoftwareAuthenticator(origin);
  await add(page, authenticator);
  const recovery = { username: 'r.lost', password: `${PASSWORD} again`, recoveryCode };
  expect((await browser().post(`${SIGN_IN}/recovery`, recovery)).status).toBe(200);
  expect((await signIn(authenticator)).status).toBe(200);
});

it('refuses each wrong answer to a new passkey, and adds nothing', async () => {
  const { page, authenticator } = await withPasskey();
  const { page: other } = await person('other');
  const fresh = (): SoftwareAuthenticator => new SoftwareAuthenticator(origin);
  const { body: once } = await page.post(`${PASSKEYS}/options`);
  const certificate = new Map([['x5c', [Buffer.from('a certificate')]]]);
  const with_ = async (given: Circumstances): Promise<Answer> => add(page, fresh(), given);
  const answers: Readonly<Record<string, Answer>> = {
    'another origin': await with_({ origin: 'https://desk.example.org' }),
    'inside a page of another site': await with_({ crossOrigin: true }),
    'another name': await with_({ rpId: 'desk.example.org' }),
    'an unknown challenge': await with_({ challenge: 'A'.repeat(43) }),
    'the challenge of a sign-in': await with_({ challenge: (await challenge()).challenge }),
    'no user verification': await with_({ userVerified: false }),
    'a certificate': await with_({ fmt: 'packed', attStmt: certificate }),
    'an unknown attestation': await with_({ fmt: 'unheard-of' }),
    'a credential of another passkey': await add(page, authenticator),
    'the challenge of another person': await other.post(PASSKEYS, { ...fresh().make(once), name: 'x' }),
    'a used challenge': await page.post(PASSKEYS, { ...fresh().make(once), name: 'x' }),
  };
  for (const [reason, answer] of Object.entries(answers))
    expect([reason, answer.status, answer.body.code]).toEqual([reason, 422, 'passkey-refused']);
  expect((await page.get(PASSKEYS)).body.items).toHaveLength(1);
  expect((await other.get(PASSKEYS)).body.items).toEqual([]);
  expectProblem(await page.post(PASSKEYS, { name: 'x' }), 422, 'validation');
});

it('keeps the passkeys of each person apart', async () => {
  const [{ page, passkey }, { page: other }] = [await withPasskey(), await person('neighbour')];
  expectProblem(await other.delete(`${PASSKEYS}/${passkey.id}`), 404, 'not-found');
  const { body: options } = await page.post(`${PASSKEYS}/options`);
  expect(options.excludeCredentials).toHaveLength(1);
});

it('is for people only, and not for tokens', async () => {
  expectProblem(await newsroom.desk.get(PASSKEYS), 403, 'forbidden');
  expectProblem(await newsroom.desk.post(`${PASSKEYS}/options`, {}), 403, 'forbidden');
  expectProblem(await browser().get(PASSKEYS), 401, 'unauthorized');
});

it('says how to open the desk when a page has another address', async () => {
  const { port } = newsroom.desk;
  const at = (host: string): Promise<Answer> =>
    newsroom.desk.send({
      method: 'POST',
      path: `${SIGN_IN}/passkey/options`,
      headers: { authorization: '', host, origin: `http://${host}` },
    });
  const answer = await at(`127.0.0.1:${port}`);
  expectProblem(answer, 409, 'passkeys-unavailable');
  expect(answer.body.detail).toContain(`Open the desk at ${origin}.`);
  expect((await at(`localhost:${port}`)).status).toBe(200);
});

describe('of many attempts', () => {
  // An address may fail sixty times a minute.
  beforeAll(open);

  it('never shows whether an account exists', async () => {
    const { authenticator } = await withPasskey();
    const options = { challenge: 'x', rpId: 'localhost' };
    const known = authenticator.use(options);
    const unknown = new SoftwareAuthenticator(origin).use(options);
    const base64url = fc
      .uint8Array({ minLength: 1, maxLength: 60 })
      .map((bytes) => Buffer.from(bytes).toString('base64url'));
    const part = fc.constantFrom('clientDataJSON', 'authenticatorData', 'signature', 'userHandle');
    await fc.assert(
      fc.asyncProperty(part, base64url, async (name, value) => {
        const userHandle = known.userHandle;
        const answers = [
          await send({ ...known, [name]: value }),
          await send({ ...unknown, userHandle, [name]: value }),
        ];
        const [one, two] = answers.map(({ status, body }) => ({ status, body: { ...body, instance: '' } }));
        expect(one).toEqual(two);
        expect(one!.status).toBe(401);
      }),
      { numRuns: 20 },
    );
    const [first, second] = [await challenge(), await challenge()];
    expect(first.challenge).not.toBe(second.challenge);
    expect({ ...first, challenge: '' }).toEqual({ ...second, challenge: '' });
  });

  it('limits attempts and challenges by address', async () => {
    const wrong = new SoftwareAuthenticator(origin).use({ challenge: 'x', rpId: 'localhost' });
    const body = { ...wrong, userHandle: 'x' };
    const late = async (ask: () => Promise<Answer>): Promise<number> => {
      for (let count = 0; count < 70; count++) if ((await ask()).status === 429) return count;
      return Number.POSITIVE_INFINITY;
    };
    expect(await late(() => send(body))).toBeLessThan(70);
    expect(await late(() => browser().post(`${SIGN_IN}/passkey/options`))).toBeLessThan(70);
  });
});
