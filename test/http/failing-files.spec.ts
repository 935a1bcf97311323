import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { BrowserSession } from './browser-session.js';
import { eventually, type Answer, type Json } from './caller.js';
import { addPerson, PASSWORD, type Person } from './people.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, expectProblem, introduce, openStory, report } from './stories.js';

const besides = mkdtempSync(join(tmpdir(), 'failing-files-'));
const FILE_FAULT = join(besides, 'fault');
let newsroom: RunningNewsroom;
let editor: Person;
let slug: string;
beforeAll(async () => {
  const settings = { FILE_FAULT, DESK_VAULT_KEY_FILE: join(besides, 'master.key') };
  newsroom = await RunningNewsroom.open(settings, 'failing-files.mjs');
  await introduce(newsroom.desk);
  editor = await addPerson(newsroom, 'editor', 'editor', 'custodian', 'administrator');
  slug = await openStory(newsroom.desk);
});
afterEach(() => rmSync(FILE_FAULT, { force: true }));
afterAll(async () => {
  await newsroom.remove();
  rmSync(besides, { recursive: true, force: true });
});

type Ask = () => Promise<Answer>;
const browser = (): BrowserSession => new BrowserSession(newsroom.desk);
const signIn: Ask = () =>
  browser().post('/desk/v1/sign-in/password', { username: 'editor', password: PASSWORD });
const link = 'a'.repeat(43);
const WRITES: Readonly<Record<string, Readonly<Record<string, Ask>>>> = {
  'staff.sqlite': {
    'sign-in': signIn,
    'adding a person': () =>
      newsroom.desk.post('/desk/v1/staff', {
        username: randomUUID(),
        name: 'A reporter',
        roles: ['reporter'],
      }),
    'making a token': () =>
      newsroom.desk.post('/desk/v1/tokens', { name: 'A service', roles: ['reporter'], days: 1 }),
    'signing out': () => editor.page.delete(`/desk/v1/session`),
  },
  'audit.db': { 'sign-in': signIn },
  'drafts.sqlite': {
    'saving a draft': () =>
      editor.page.put(`/desk/v1/drafts/${randomUUID()}`, { content: { words: randomUUID() } }),
  },
  'vault.sqlite': {
    'sealing a source': () =>
      editor.page.put(at(slug, `/sources/${randomUUID()}`), {
        name: 'Mariam Haddad',
        contact: '+963 11 555 0101',
        custodian: editor.id,
      }),
  },
  'webhooks.sqlite': {
    'adding a webhook': () => newsroom.desk.post('/desk/v1/webhooks', { url: 'https://93.184.215.14/news' }),
  },
};
const READS: typeof WRITES = {
  'staff.sqlite': {
    'a wrong password': () =>
      browser().post('/desk/v1/sign-in/password', { username: 'editor', password: 'x'.repeat(20) }),
    'a recovery': () =>
      browser().post('/desk/v1/sign-in/recovery', {
        username: 'editor',
        password: PASSWORD,
        recoveryCode: 'x',
      }),
    'an invitation': () => browser().post('/desk/v1/sign-in/invitation', { link, password: PASSWORD }),
    'the first setup': () =>
      browser().post('/desk/v1/sign-in/setup', {
        link,
        password: PASSWORD,
        username: 'first',
        name: 'First',
      }),
    'any route, with a session': () => editor.page.get(at(slug)),
    'any route, with a token': () =>
      newsroom.desk.get(at(slug), { authorization: `Bearer dateline_${'a'.repeat(43)}` }),
    'the staff': () => newsroom.desk.get('/desk/v1/staff'),
    'the tokens': () => newsroom.desk.get('/desk/v1/tokens'),
  },
  'notices.sqlite': { 'the notices': () => editor.page.get('/desk/v1/notices') },
  'drafts.sqlite': { 'the drafts': () => editor.page.get('/desk/v1/drafts') },
  'vault.sqlite': { 'the sources': () => editor.page.get(at(slug, '/sources')) },
  'webhooks.sqlite': { 'the webhooks': () => newsroom.desk.get('/desk/v1/webhooks') },
};
const ready: Ask = () => newsroom.desk.get('/health/ready');
const checksOf = ({ body }: Answer): Json[] => body.checks;

/** Expects that a request is refused, that log and health name the file, and that it works again after `heal`. */
async function expectRefused(file: string, ask: Ask, heal: () => void): Promise<void> {
  const answer = await ask();
  // The audit log is a log: an append to it that fails may have been written.
  const codes = ['store-unavailable', ...(file === 'audit.db' ? ['outcome-unknown'] : [])];
  expect(codes).toContain(answer.body.code);
  expectProblem(answer, 503, answer.body.code);
  expect(answer.headers['retry-after']).toBeDefined();
  expect(answer.text).not.toMatch(/SQLITE|sqlite|audit|failed/);
  await eventually(
    async () => newsroom.log,
    (log) => log.includes(file),
  );
  expect(newsroom.log).toContain(`${file} `);
  const sick = await ready();
  expect(sick.status).toBe(file === 'notices.sqlite' ? 200 : 503);
  expect(checksOf(sick)).toContainEqual({
    name: file.split('.')[0],
    ok: false,
    detail: expect.stringContaining(file) as string,
  });
  heal();
  expect((await eventually(ready, ({ status }) => status === 200)).status).toBe(200);
}

const casesOf = (asks: typeof WRITES) =>
  Object.entries(asks).flatMap(([file, all]) =>
    Object.entries(all).map(([what, ask]) => [file, what, ask] as const),
  );
const strike = (file: string, code: string, statements: 'all' | 'write'): void =>
  writeFileSync(FILE_FAULT, JSON.stringify({ file, code, statements }));
const heal = (): void => rmSync(FILE_FAULT);

it.each(casesOf(WRITES))('%s on a full volume refuses %s', async (file, _, ask) => {
  strike(file, 'SQLITE_FULL', 'write');
  await expectRefused(file, ask, heal);
});

it.each(casesOf(READS))('%s that cannot be read refuses %s', async (file, _, ask) => {
  strike(file, 'SQLITE_IOERR_READ', 'all');
  await expectRefused(file, ask, heal);
});

it.each(casesOf(WRITES).filter(([file]) => file !== 'audit.db'))(
  '%s that is locked refuses %s',
  async (file, _, ask) => {
    const db = new Database(join(newsroom.data, file));
    db.exec('BEGIN IMMEDIATE');
    await expectRefused(file, ask, () => db.close());
  },
);

it.each(casesOf(WRITES))('%s that was moved away refuses %s', async (file, _, ask) => {
  const [path, elsewhere] = [join(newsroom.data, file), join(newsroom.data, 'elsewhere')];
  renameSync(path, elsewhere);
  await expectRefused(file, ask, () => renameSync(elsewhere, path));
});

it('an audit log that cannot be opened refuses sign-in', async () => {
  const other = await RunningNewsroom.open();
  const started = newsroom;
  try {
    mkdirSync(join(other.data, 'audit.db'));
    await other.desk.post('/desk/v1/staff', { username: 'editor', name: 'An editor', roles: ['editor'] });
    newsroom = other;
    await expectRefused('audit.db', signIn, () => rmSync(join(other.data, 'audit.db'), { recursive: true }));
  } finally {
    newsroom = started;
    await other.remove();
  }
});

it('records what a story needs although the drafts are gone', async () => {
  strike('drafts.sqlite', 'SQLITE_CORRUPT', 'all');
  expect((await newsroom.desk.post(at(slug, '/developments'), report())).status).toBe(201);
});
