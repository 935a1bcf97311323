import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Caller } from '../http/caller.js';
import { addPerson } from '../http/people.js';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { read } from '../http/stories.js';
import { dateline } from '../cluster/program.js';
import { CanaryDay, type Identity } from './canary-day.js';
import { foundIn } from './canary-search.js';

/** Words that nothing else has. The name also has letters beyond ASCII. */
const IDENTITY: Identity = {
  name: 'Zdeňka Quvorxalim',
  otherName: 'Wexbrindal',
  contact: 'quorbix.telvanu@example.org',
  notes: 'Vorthembly grelnoxed at the pier.',
};
const CANARIES = [...Object.values(IDENTITY), 'Quvorxalim', 'Zdeňka', 'quorbix', 'Vorthembly'];

describe('the search', () => {
  const text = `so ${IDENTITY.name} said`;
  const bytes = Buffer.from(text);
  it.each([
    ['utf-8', bytes],
    ['utf-16', Buffer.from(text, 'utf16le')],
    ['utf-16', Buffer.from(text, 'utf16le').swap16()],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['hex', Buffer.from(bytes.toString('hex').toUpperCase())],
    ['base64', Buffer.from(bytes.toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`x${text}`).toString('base64'))],
    ['base64', Buffer.from(Buffer.from(`xy${text}`).toString('base64url'))],
    ['percent', Buffer.from(encodeURIComponent(text))],
    ['json', Buffer.from(String.raw`"so Zde\u0148ka Quvorxalim"`)],
    ['gzip: utf-8', Buffer.concat([Buffer.from('before'), gzipSync(bytes), Buffer.from('behind')])],
    ['gzip: base64', gzipSync(Buffer.from(bytes.toString('base64'))).subarray(0, -4)],
  ])('finds a canary in %s', (encoding, where) => {
    expect(foundIn(where, [IDENTITY.name])).toContain(encoding);
  });

  it('finds nothing where nothing is', () => {
    expect(foundIn(Buffer.from('Somebody said so.'), CANARIES)).toEqual([]);
  });
});

/** The kinds of place that have a canary after a day, each with encodings. */
async function kindsAfter(seals: boolean): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'canary-'));
  const found = new Map<string, Set<string>>();
  const search = (where: string, bytes: Buffer): void => {
    for (const encoding of foundIn(bytes, CANARIES))
      found.set(where, (found.get(where) ?? new Set()).add(encoding));
  };
  const searchFiles = (where: (name: string) => string, root: string): void => {
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) search(where(entry.name), readFileSync(join(entry.parentPath, entry.name)));
  };
  const newsroom = await RunningNewsroom.open({
    DESK_VAULT_KEY_FILE: join(folder, 'master.key'),
    METRICS_PORT: '0',
    LOG_LEVEL: 'trace',
    DEBUG: '*',
    NODE_DEBUG: 'http,net,fs,stream',
  });
  try {
    const staff = {
      reporter: await addPerson(newsroom, 'reporter', 'reporter'),
      editor: await addPerson(newsroom, 'editor', 'editor'),
      custodian: await addPerson(newsroom, 'custodian', 'custodian'),
      second: await addPerson(newsroom, 'second', 'custodian'),
    };
    const day = new CanaryDay(newsroom, staff, IDENTITY, seals, search);
    const slug = await day.live();
    const [metrics] = /http:\/\/\S+\/metrics/.exec(newsroom.log) ?? [];
    const measured = new Caller(new URL(metrics!).origin);
    search('metrics', Buffer.from((await measured.get('/metrics')).text));
    measured.close();
    const environment = { DATELINE_DATA: newsroom.data, DESK_VAULT_KEY_FILE: join(folder, 'master.key') };
    const exported = await dateline(['export', slug], environment);
    search('export', Buffer.from(exported.out));
    // While it runs, with its write-ahead logs; after a kill; and after a clean stop.
    searchFiles((name) => `file ${name}`, newsroom.data);
    await newsroom.kill();
    searchFiles((name) => `file ${name}`, newsroom.data);
    await newsroom.start();
    expect((await newsroom.archive.get(read(slug))).status).toBe(200);
    await newsroom.stop();
    searchFiles((name) => `file ${name}`, newsroom.data);
    const backup = join(folder, 'backup');
    const taken = await dateline(['backup', backup], environment);
    expect(taken.code).toBe(0);
    searchFiles(() => 'backup', backup);
    search('log', Buffer.from(newsroom.log));
    return found;
  } finally {
    await newsroom.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

it('after a day with a sealed source, nothing outside of the vault has its identity', async () => {
  expect([...(await kindsAfter(true))]).toEqual([]);
});

it('without sealing, the same search finds it in many kinds of place', async () => {
  const found = await kindsAfter(false);
  for (const where of ['answer of the desk', 'answer of the archive', 'page', 'export', 'backup'])
    expect([where, found.has(where)]).toEqual([where, true]);
  const files = [...found.keys()].filter((where) => where.startsWith('file '));
  expect(files).toEqual(expect.arrayContaining(['file desk.db', 'file public.db']));
  const encodings = new Set([...found.values()].flatMap((some) => [...some]));
  expect([...encodings].some((one) => one.startsWith('gzip'))).toBe(true);
});
