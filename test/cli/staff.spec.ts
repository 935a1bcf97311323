import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { Desk, type OpenNewsroom } from './program.js';

const TLS = join(import.meta.dirname, '..', 'double', 'tls');
const CERT = join(TLS, 'server.pem');

/** A desk that does TLS, opened under another name. */
let desk: Desk;
let newsroom: OpenNewsroom;
beforeAll(async () => {
  desk = new Desk({
    DESK_URL: 'https://desk.example.org',
    DESK_TLS_CERT: CERT,
    DESK_TLS_KEY: join(TLS, 'server.key'),
  });
  newsroom = await desk.open();
});
afterAll(() => desk.remove());

/** Asks the desk by TLS, with a certificate that the test trusts. */
function ask(path: string, host: string, token = newsroom.token): Promise<{ status: number; hsts: unknown }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; hsts: unknown }>();
  const asked = request(new URL(path, newsroom.desk), {
    ca: readFileSync(join(TLS, 'ca.pem')),
    checkServerIdentity: () => undefined,
    agent: false,
    headers: { host, ...(token === '' ? {} : { authorization: `Bearer ${token}` }) },
  });
  asked.on('error', reject).on('response', (answer) => {
    answer.resume();
    resolve({ status: answer.statusCode ?? 0, hsts: answer.headers['strict-transport-security'] });
  });
  asked.end();
  return promise;
}

describe('a desk with TLS', () => {
  it('answers under its name, and says that browsers must keep to TLS', async () => {
    expect(newsroom.desk).toMatch(/^https:/);
    const answer = await ask('/desk/v1/session', 'desk.example.org');
    expect(answer).toEqual({ status: 200, hsts: 'max-age=31536000' });
    expect((await ask('/desk/v1/session', 'elsewhere.example')).status).toBe(403);
    expect((await ask('/desk/v1/session', 'desk.example.org', '')).status).toBe(401);
  });

  it('is used by the command line, which knows its certificate', async () => {
    expect(await desk.out('staff', 'list')).toBe('');
    expect(await desk.out('token', 'list')).toBe('');
  });
});

describe('the command line', () => {
  it('adds, changes, disables and resets staff; links lead to the address of the desk', async () => {
    const added = await desk.run([
      'staff',
      'add',
      'm.editor',
      '--name',
      'M. Editor',
      '--role',
      'editor',
      'auditor',
    ]);
    expect(added.out).toMatch(/^https:\/\/desk\.example\.org\/desk\/invitation#[\w-]{43}\n$/);
    expect(added.err).toContain('works once');
    expect(await desk.out('staff', 'list')).toMatch(/^m\.editor +M\. Editor +editor, auditor\n$/);
    expect(await desk.out('staff', 'change', 'M.Editor', '--role', 'reporter')).toContain('reporter');
    expect(await desk.out('staff', 'disable', 'm.editor')).toContain('disabled');
    expect(await desk.out('staff', 'list')).toContain('(disabled)');
    expect(await desk.out('staff', 'enable', 'm.editor')).toContain('enabled');
    expect((await desk.run(['staff', 'reset', 'm.editor'])).out).toMatch(/#[\w-]{43}\n$/);
    expect(await desk.out('staff', 'sign-out', 'm.editor')).toContain('signed out');
  });

  it('makes and revokes tokens', async () => {
    const token = (await desk.out('token', 'add', 'The wire', '--role', 'reporter')).trim();
    expect((await ask('/desk/v1/session', 'desk.example.org', token)).status).toBe(200);
    const listed = await desk.out('token', 'list');
    expect(listed).toContain('The wire');
    expect(listed).not.toContain(token);
    await desk.out('token', 'revoke', listed.split(' ')[0]!);
    expect((await ask('/desk/v1/session', 'desk.example.org', token)).status).toBe(401);
  });

  it.each([
    [['staff', 'reset', 'nobody'], 4, 'Nobody has this user name'],
    [['staff', 'add', 'x', '--role', 'king'], 2, 'Allowed choices are'],
    [['staff', 'add', 'two words', '--role', 'editor'], 1, 'without spaces'],
    [['token', 'add', 'x', '--role', 'editor', '--days', '400'], 1, '366'],
    [['token', 'revoke', '00000000-0000-4000-8000-000000000000'], 4, 'no such token'],
  ] as const)('refuses %j', async (args, code, sentence) => {
    const ended = await desk.run(args);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.err).toContain(sentence);
  });
});
