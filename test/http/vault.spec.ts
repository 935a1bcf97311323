import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { builtProgram } from '../built-program.js';
import { type Answer, type Json } from './caller.js';
import { addPerson, signIn, type Person } from './people.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, en, expectProblem, freshSlug, introduce, openStory, read, record, whisper } from './stories.js';

const keys = mkdtempSync(join(tmpdir(), 'vault-keys-'));
const fault = join(keys, 'audit-fault');
const SETTINGS = { DESK_VAULT_KEY_FILE: join(keys, 'master.key'), AUDIT_FAULT: fault };
const NAME = 'Mariam Haddad';

let newsroom: RunningNewsroom;
let reporter: Person, colleague: Person, editor: Person, custodian: Person, second: Person;
let slug: string;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open(SETTINGS, 'failing-audit.mjs');
  await introduce(newsroom.desk);
  reporter = await addPerson(newsroom, 'reporter', 'reporter');
  colleague = await addPerson(newsroom, 'colleague', 'reporter');
  editor = await addPerson(newsroom, 'editor', 'editor');
  custodian = await addPerson(newsroom, 'custodian', 'custodian');
  second = await addPerson(newsroom, 'second', 'custodian');
  slug = await openStory(newsroom.desk);
});
afterAll(async () => {
  await newsroom.remove();
  rmSync(keys, { recursive: true, force: true });
});

const sources = (rest = '', of = slug): string => at(of, `/sources${rest}`);
/** Seals a source of the reporter; returns its origin id. */
async function sealed(more: Json = {}, of = slug): Promise<string> {
  const source = randomUUID();
  const answer = await reporter.page.put(sources(`/${source}`, of), {
    name: NAME,
    contact: '+963 11 555 0101',
    notes: 'Meets only in person.',
    custodian: custodian.id,
    ...more,
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return source;
}
const ask = (source: string, by = reporter): Promise<Answer> =>
  by.page.post(sources(`/${source}/unsealing`), { purpose: 'A court asks whether the source exists.' });
const approve = (id: string, by = second): Promise<Answer> =>
  by.page.post(`/desk/v1/unsealings/${id}/approval`);
const show = (id: string, by = reporter): Promise<Answer> => by.page.post(`/desk/v1/unsealings/${id}/source`);
const alerts = async (by = custodian): Promise<Json[]> =>
  (await by.page.get('/desk/v1/source-alerts')).body.items;
const auditOf = async (type: string): Promise<Json[]> =>
  (await newsroom.desk.get(`/desk/v1/audit?type=${type}`)).body.items;
const listed = async (source: string, of = slug): Promise<Json> =>
  (await newsroom.desk.get(sources('', of))).body.items.find((one: Json) => one.source === source);

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** What a newsroom says that cannot start. */
function startOn(data: string, settings: Record<string, string>): Promise<string> {
  const env = { PATH: process.env['PATH'], DATELINE_DATA: data, PORT: '0', DESK_PORT: '0', ...settings };
  const child = spawn(process.execPath, [builtProgram('newsroom')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return text(child.stderr);
}

describe('a source', () => {
  it('is sealed, and no answer and no file has its name', async () => {
    const source = randomUUID();
    const body = {
      name: NAME,
      otherNames: ['Umm Karim'],
      contact: '+963 11 555 0101',
      custodian: custodian.id,
    };
    const made = await reporter.page.put(sources(`/${source}`), body);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      story: expect.any(String) as string,
      source,
      custodian: custodian.id,
      reporter: reporter.id,
    });
    expect(await listed(source)).toEqual({
      ...{ source, descriptor: null, count: null, groundRules: null, approvedBy: null },
      sealed: true,
    });
    const again = await reporter.page.put(sources(`/${source}`), { name: NAME, notes: 'Was afraid.' });
    expect([again.status, again.body]).toEqual([200, made.body]);
    for (const file of filesOf(newsroom.data))
      for (const secret of ['Mariam', 'Umm Karim', '555 0101', 'afraid'])
        expect(readFileSync(file).includes(secret)).toBe(false);
    expect(newsroom.log).not.toMatch(/Mariam|Haddad|0101/);
    expect(statSync(join(newsroom.data, 'vault.sqlite')).mode & 0o777).toBe(0o600);
    expect((await auditOf('SourceSealed'))[0]).toMatchObject({
      who: reporter.id,
      about: `${made.body.story}/${source}`,
    });
  });

  it('is named in an event by its origin id only', async () => {
    const source = await sealed();
    const made = await reporter.page.post(
      at(slug, '/developments'),
      whisper([], { origin: source, approvedBy: null }),
    );
    expect(made.body).toMatchObject({ review: 'awaiting-review' });
    expect(await listed(source)).toMatchObject({ descriptor: en('a senior official'), sealed: true });
  });

  it('is changed by its reporter and its custodian only', async () => {
    const source = await sealed();
    const change = (by: Person): Promise<Answer> => by.page.put(sources(`/${source}`), { name: NAME });
    for (const other of [colleague, editor, second]) expectProblem(await change(other), 403, 'forbidden');
    expect((await change(custodian)).body).toMatchObject({ reporter: reporter.id, custodian: custodian.id });
  });

  it('needs a custodian of the staff', async () => {
    const put = (more: Json): Promise<Answer> =>
      reporter.page.put(sources(`/${randomUUID()}`), { name: NAME, ...more });
    for (const more of [{}, { custodian: randomUUID() }, { custodian: editor.id }])
      expectProblem(await put(more), 422, 'custodian-unknown');
  });

  it('is refused without repeating what was sent', async () => {
    const put = (body: Json): Promise<Answer> => reporter.page.put(sources(`/${randomUUID()}`), body);
    for (const body of [
      { name: `${NAME}\n`.repeat(2) },
      { name: NAME.repeat(20) },
      { [NAME]: NAME },
      { name: NAME, otherNames: [NAME.repeat(20)] },
      { name: NAME, contact: 5 },
      [NAME],
    ]) {
      const answer = await put(body);
      expect([answer.status, body]).toEqual([422, body]);
      expect(answer.text).not.toMatch(/Haddad/);
    }
  });

  it('can be passed on to another story: the references differ, and the file does not join them', async () => {
    const source = await sealed();
    const other = await openStory(newsroom.desk);
    const pass = (by: Person): Promise<Answer> =>
      by.page.post(sources(`/${source}/passing-on`), { story: other });
    expectProblem(await pass(colleague), 403, 'forbidden');
    const passed = await pass(reporter);
    expect(passed.status).toBe(200);
    expect(passed.body.source).not.toBe(source);
    expect((await pass(custodian)).body).toEqual(passed.body);
    expect(await listed(passed.body.source, other)).toMatchObject({ sealed: true });
    const { items } = (await custodian.page.get('/desk/v1/sources?limit=100')).body;
    const both = items.find((one: Json) => one.stories.some((each: Json) => each.source === source));
    expect(both.stories).toHaveLength(2);
    expect(both).toMatchObject({ state: 'sealed', reporter: reporter.id, custodian: custodian.id });
  });

  it('is handed over to another custodian, who then has its alerts', async () => {
    const source = await sealed({ name: 'Handed Overson' });
    const hand = (by: Person, to: Json): Promise<Answer> => by.page.put(sources(`/${source}/keepers`), to);
    const to = { custodian: second.id, reporter: colleague.id };
    expectProblem(await hand(reporter, to), 403, 'forbidden');
    expectProblem(await hand(custodian, { ...to, custodian: editor.id }), 422, 'custodian-unknown');
    expect((await hand(custodian, to)).body).toMatchObject(to);
    await record(newsroom.desk, slug, whisper([], {}, { text: en('Handed Overson spoke.') }));
    expect(await alerts(second)).toMatchObject([{ kind: 'named', writtenBy: 'command-line' }]);
    expect(await alerts(custodian)).toEqual([]);
  });

  it('is listed page by page', async () => {
    await sealed();
    const seen: string[] = [];
    for (let next: string | null = '/desk/v1/sources?list=all&limit=2'; next !== null;) {
      const page: Answer = await second.page.get(next);
      seen.push(...page.body.items.map((one: Json) => one.stories[0].source));
      next = page.body.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(3);
  });
});

describe('an unsealing', () => {
  it('needs a second person, shows the source once, and the audit log says who and why', async () => {
    const source = await sealed();
    const asked = await ask(source);
    expect(asked.status).toBe(201);
    const { id } = asked.body;
    expect((await ask(source)).body.id).toBe(id);
    expectProblem(await show(id), 409, 'unsealing-waits');
    expectProblem(await approve(id, editor), 403, 'forbidden');
    expectProblem(await show(id, editor), 404, 'unsealing-unknown');
    expect((await second.page.get('/desk/v1/unsealings')).body.items).toContainEqual(asked.body);
    expect((await colleague.page.get('/desk/v1/unsealings')).body.items).toEqual([]);
    expect((await approve(id)).body).toMatchObject({ approvedBy: second.id });
    const shown = await show(id);
    expect(shown.body).toEqual({
      name: NAME,
      otherNames: [],
      contact: '+963 11 555 0101',
      notes: 'Meets only in person.',
    });
    expect(shown.headers['cache-control']).toBe('no-store');
    expectProblem(await show(id), 404, 'unsealing-unknown');
    expect((await auditOf('SourceUnsealed'))[0]).toMatchObject({
      who: second.id,
      askedBy: reporter.id,
      purpose: 'A court asks whether the source exists.',
    });
  });

  it('is one request, however often one clicks at once', async () => {
    const source = await sealed();
    const asked = await Promise.all([1, 2, 3].map(() => ask(source)));
    expect(asked.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(asked.map(({ body }) => String(body.id))).size).toBe(1);
  });

  it('is not approved by the one who asked', async () => {
    const { body } = await ask(await sealed(), custodian);
    expectProblem(await approve(body.id, custodian), 409, 'own-unsealing');
    expect((await approve(body.id)).status).toBe(200);
  });

  it('shows nothing if the audit log does not confirm it', async () => {
    const { body } = await ask(await sealed());
    await approve(body.id);
    writeFileSync(fault, '');
    try {
      const answer = await show(body.id);
      expectProblem(answer, 503, 'not-audited');
      expect(answer.text).not.toContain(NAME);
    } finally {
      rmSync(fault);
    }
    expectProblem(await show(body.id), 404, 'unsealing-unknown');
  });

  it('ends if its approver was disabled', async () => {
    const source = await sealed();
    const left = await addPerson(newsroom, `left-${freshSlug()}`, 'custodian');
    const { body } = await ask(source);
    await approve(body.id, left);
    expect((await newsroom.desk.post(`/desk/v1/staff/${left.id}/disabling`, {})).status).toBe(200);
    expectProblem(await show(body.id), 404, 'unsealing-unknown');
  });

  it('answers the same for a source of somebody else and for none', async () => {
    const source = await sealed();
    const [foreign, none] = [await ask(source, colleague), await ask(randomUUID(), colleague)];
    for (const answer of [foreign, none]) expectProblem(answer, 403, 'forbidden');
    expect(foreign.body.detail).toBe(none.body.detail);
    const other = await openStory(newsroom.desk);
    const elsewhere = await editor.page.post(at(other, `/sources/${source}/unsealing`), {
      purpose: 'A check.',
    });
    expectProblem(elsewhere, 404, 'source-unknown');
  });

  it('is for people: a service and the command line have no access', async () => {
    const source = await sealed();
    const { body } = await newsroom.desk.post('/desk/v1/tokens', {
      name: 'robot',
      roles: ['custodian', 'editor'],
    });
    const headers = { authorization: `Bearer ${body.token}` };
    const purpose = { purpose: 'A check.' };
    for (const sent of [headers, {}])
      expectProblem(
        await newsroom.desk.post(sources(`/${source}/unsealing`), purpose, sent),
        403,
        'forbidden',
      );
    expectProblem(
      await newsroom.desk.put(sources(`/${randomUUID()}`), { name: NAME, custodian: custodian.id }, headers),
      403,
      'forbidden',
    );
  });
});

describe('an unnamed source', () => {
  const whispers = (by: Person, unnamed: Json, more: Json = {}): Promise<Answer> =>
    by.page.post(at(slug, '/developments'), whisper([], { ...unnamed }, more));

  it('needs an approval before readers hear of it', async () => {
    const refused = await whispers(editor, { approvedBy: null });
    expectProblem(refused, 409, 'source-not-approved');
    const held = await whispers(editor, { approvedBy: null }, { release: 'held' });
    expect(held.status).toBe(201);
    const id: string = held.body.id;
    const release = (): Promise<Answer> => editor.page.post(at(slug, `/developments/${id}/release`), {});
    expectProblem(await release(), 409, 'source-not-approved');
    const { items } = (await newsroom.desk.get(at(slug, '/developments?limit=100'))).body;
    const { origin } = items.find((one: Json) => one.id === id).attribution[0][1].unnamed;
    const approval = (by: Person): Promise<Answer> => by.page.post(sources(`/${origin}/approval`));
    expectProblem(await approval(reporter), 403, 'forbidden');
    expect((await approval(custodian)).body).toMatchObject({ source: origin, approvedBy: custodian.id });
    expect((await approval(editor)).body).toMatchObject({ approvedBy: custodian.id });
    expect((await release()).status).toBe(201);
  });

  it('needs it also before an approval of the development, an embargo and a correction', async () => {
    const { body } = await whispers(reporter, { approvedBy: null });
    const reviewed = await newsroom.desk.post(
      at(slug, `/developments/${body.id}/review/approval`),
      {},
      { 'if-match': '*' },
    );
    expectProblem(reviewed, 409, 'source-not-approved');
    const later = { embargoedUntil: '2099-01-01T00:00:00Z' };
    expectProblem(
      await whispers(editor, { approvedBy: null }, { release: later }),
      409,
      'source-not-approved',
    );
    const { id } = await record(newsroom.desk, slug, whisper([]));
    const correction = {
      class: 'correction',
      reason: 'Another source.',
      changes: {
        attribution: whisper([], { descriptor: en('another official'), approvedBy: null }).attribution,
      },
    };
    const corrected = await newsroom.desk.post(at(slug, `/developments/${id}/corrections`), correction, {
      'if-match': '*',
    });
    expectProblem(corrected, 409, 'source-not-approved');
    const { changes } = correction;
    const jointly = { ...correction, changes: undefined, developments: [{ development: id, changes }] };
    const answer = await newsroom.desk.post(at(slug, '/corrections'), jointly, { 'if-match': '*' });
    expectProblem(answer, 409, 'source-not-approved');
  });

  it('is approved by the sender, who is an editor, and by nobody else’s name', async () => {
    expect((await whispers(editor, { approvedBy: editor.id })).status).toBe(201);
    expectProblem(await whispers(editor, { approvedBy: custodian.id }), 422, 'approver-unknown');
    expectProblem(await whispers(editor, { approvedBy: 'the desk' }), 422, 'approver-unknown');
    expectProblem(await whispers(reporter, { approvedBy: reporter.id }), 422, 'approver-unknown');
  });

  it('needs none if the newsroom says so', async () => {
    const rule = (unnamedNeedApproval: boolean): Promise<Answer> =>
      newsroom.desk.put('/desk/v1/review-rule', {
        mayReleaseAlone: ['editor', 'publisher'],
        unnamedNeedApproval,
      });
    expect((await rule(false)).body).toMatchObject({ unnamedNeedApproval: false });
    expect((await whispers(editor, { approvedBy: null })).status).toBe(201);
    await rule(true);
  });
});

describe('a text that may reveal a source', () => {
  it('alerts its custodian alone; who wrote it gets the same answer', async () => {
    await sealed({ name: 'Anwar Al-Khatib' });
    const write = (text: string): Promise<Json> =>
      record(newsroom.desk, slug, whisper([], {}, { text: en(text) }));
    const plain = await write('Somebody spoke.');
    expect(await alerts()).toEqual([]);
    const revealing = await write('KHATIB, Anwar al spoke.');
    expect(Object.keys(revealing)).toEqual(Object.keys(plain));
    expect(revealing.warnings).toEqual(plain.warnings);
    const [alert] = await alerts();
    expect(alert).toMatchObject({ kind: 'named', story: revealing.story, writtenBy: 'command-line' });
    expectProblem(await editor.page.get('/desk/v1/source-alerts'), 403, 'forbidden');
    expect(await alerts(second)).not.toContainEqual(alert);
    await second.page.delete(`/desk/v1/source-alerts/${alert.id}`);
    expect(await alerts()).toHaveLength(1);
    await custodian.page.delete(`/desk/v1/source-alerts/${alert.id}`);
    expect(await alerts()).toEqual([]);
  });

  it('also as the name of a party, in a headline, and where it is under review', async () => {
    await sealed({ name: 'Zuleika Rahbani' });
    await newsroom.desk.put('/desk/v1/parties/somebody', { name: 'Zuleika Rahbani', type: 'person' });
    await newsroom.desk.put(
      at(slug, '/headline'),
      { headline: en('Rahbani, Zuleika, speaks') },
      { 'if-match': '*' },
    );
    await reporter.page.post(
      at(slug, '/developments'),
      whisper([], { approvedBy: null }, { text: en('Zuleika Rahbani speaks.') }),
    );
    const found = await alerts();
    expect(found.map(({ writtenBy }) => writtenBy)).toEqual(['command-line', 'command-line', reporter.id]);
    for (const { id } of found) await custodian.page.delete(`/desk/v1/source-alerts/${id}`);
  });

  it('also if it says that a sealed source declined to comment', async () => {
    const source = await sealed();
    const declining = whisper(['declined-claim'], { origin: source, approvedBy: editor.id });
    declining.assertions = [{ claim: 'declined-claim', stance: 'asserts' }];
    expect((await editor.page.post(at(slug, '/developments'), declining)).status).toBe(201);
    const refuses = {
      kind: 'statement',
      text: en('The official did not want to comment.'),
      attribution: [[{ party: 'financial-times' }, { unnamed: { origin: source } }]],
      assertions: [{ claim: 'declined-claim', stance: 'declinesComment' }],
    };
    expect((await editor.page.post(at(slug, '/developments'), refuses)).status).toBe(201);
    const found = await alerts();
    expect(found).toMatchObject([{ kind: 'declining', writtenBy: editor.id }]);
    await custodian.page.delete(`/desk/v1/source-alerts/${found[0].id}`);
  });

  it('has no alert for a dry run, which leaves no trace', async () => {
    await sealed({ name: 'Ghassan Tueni' });
    await newsroom.desk.post(
      at(slug, '/developments?dryRun=true'),
      whisper([], {}, { text: en('Ghassan Tueni speaks.') }),
    );
    expect(await alerts()).toEqual([]);
  });
});

it('erases a source: nobody can read it, and no file has its key', async () => {
  const source = await sealed();
  const erase = (by: Person): Promise<Answer> =>
    by.page.post(sources(`/${source}/erasure`), { reason: 'The source asked for it.' });
  expectProblem(await erase(reporter), 403, 'forbidden');
  expect((await erase(custodian)).status).toBe(204);
  expect((await erase(custodian)).status).toBe(204);
  expectProblem(await ask(source), 410, 'source-erased');
  expectProblem(await reporter.page.put(sources(`/${source}`), { name: NAME }), 410, 'source-erased');
  const { items } = (await custodian.page.get('/desk/v1/sources?limit=100')).body;
  expect(items.find((one: Json) => one.stories[0].source === source)).toMatchObject({
    state: 'erased',
    erased: { reason: 'The source asked for it.' },
  });
});

it('reads nothing of the vault at the archive', async () => {
  const source = await sealed();
  await record(newsroom.desk, slug, whisper([]));
  for (const path of [sources(), '/v1/sources', read(slug, `/sources/${source}`), `/desk/v1/unsealings`])
    expect((await newsroom.archive.get(path)).status).toBe(404);
});

it('keeps its sources over a restart, and does not start without the key or with another one', async () => {
  const source = await sealed();
  const { body } = await ask(source);
  await newsroom.stop();
  await newsroom.start();
  expect(await listed(source)).toMatchObject({ sealed: true });
  const page = await signIn(newsroom, 'second');
  expectProblem(await approve(body.id, { ...second, page }), 404, 'unsealing-unknown');
  await newsroom.stop();
  for (const settings of [{}, { DESK_VAULT_KEY_FILE: join(keys, 'missing.key') }]) {
    const other = await startOn(newsroom.data, settings);
    expect(other).toMatch(/^.*(?:no master key is set|is missing, but the vault exists).*\n$/);
  }
  await newsroom.start();
});

describe('without a vault', () => {
  it('says so', async () => {
    const plain = await RunningNewsroom.open();
    try {
      const story = await openStory(plain.desk);
      const person = await addPerson(plain, 'editor', 'editor', 'custodian');
      expectProblem(
        await person.page.put(sources(`/${randomUUID()}`, story), { name: NAME }),
        409,
        'vault-missing',
      );
      expectProblem(await person.page.get('/desk/v1/sources'), 409, 'vault-missing');
      expect((await plain.desk.get(sources('', story))).body).toEqual({ items: [] });
      expect(existsSync(join(plain.data, 'vault.sqlite'))).toBe(false);
    } finally {
      await plain.remove();
    }
  });
});
