import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { RunningNewsroom } from './running-newsroom.js';
import { builtProgram } from '../built-program.js';

const isRoot = process.getuid?.() === 0;
/** An unprivileged user, because file permissions do not stop root. */
const NOBODY = 65_534;

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  data = join(folder, 'data');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

/** Runs a newsroom to its end, as a user without root rights. */
async function refused(): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [builtProgram('newsroom')], {
    env: { PATH: process.env['PATH'], DATELINE_DATA: data, PORT: '0', DESK_PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const said = text(child.stderr);
  await once(child, 'exit');
  return { code: child.exitCode, said: await said };
}

const own = (path: string): void => {
  if (isRoot) chownSync(path, NOBODY, NOBODY);
};
const wrong: Readonly<Record<string, readonly [make: () => void, path: string, says: RegExp]>> = {
  'the data folder is a file': [() => writeFileSync(data, ''), 'data', /is a file where a folder is needed/],
  'a folder above it is a file': [
    () => {
      writeFileSync(join(folder, 'file'), '');
      data = join(folder, 'file', 'data');
    },
    'file',
    /is a file where a folder is needed/,
  ],
  'the folder above it may not be written': [
    () => {
      own(folder);
      chmodSync(folder, 0o500);
    },
    '',
    /cannot be read and written by this user/,
  ],
  'nothing can be made there': [() => (data = '/proc/data'), '/proc', /cannot be read and written/],
  'it may not be written': [() => mkdirSync(data, { mode: 0o500 }), 'data', /cannot be read and written/],
  ...Object.fromEntries(
    ['public.db', 'desk.db.lock', 'running.json'].map((name) => [
      `${name} is a folder`,
      [() => inData(name, 'folder'), `data/${name}`, /is a folder where a file is needed/],
    ]),
  ),
  ...Object.fromEntries(
    ['desk.db', 'public.db.lock', 'desk.db-wal', 'webhooks.sqlite'].map((name) => [
      `${name} is another user’s`,
      [() => inData(name, 'another'), `data/${name}`, /cannot be read and written/],
    ]),
  ),
  'the folder of the read models is a file': [
    () => inData('read-models', 'file'),
    'data/read-models',
    /is a file where a folder is needed/,
  ],
  'the lock of a read model is a folder': [
    () => {
      inData('read-models', 'folder');
      mkdirSync(join(data, 'read-models', 'public.lock'));
      own(join(data, 'read-models', 'public.lock'));
    },
    'data/read-models/public.lock',
    /is a folder where a file is needed/,
  ],
  'the log is a file of another program': [
    () => inData('desk.db', 'file', 'The quick brown fox'.repeat(100)),
    'data/desk.db',
    /is not an event log of Dateline/,
  ],
  'the lock is a file of another program': [
    () => inData('desk.db.lock', 'file', 'The quick brown fox'.repeat(100)),
    'data/desk.db.lock',
    /is damaged, or belongs to another program/,
  ],
};

function inData(name: string, as: 'folder' | 'file' | 'another', content = ''): void {
  mkdirSync(data, { recursive: true });
  own(folder);
  own(data);
  const path = join(data, name);
  if (as === 'folder') mkdirSync(path);
  else writeFileSync(path, content, { mode: as === 'another' ? 0o400 : 0o600 });
  if (as !== 'another') own(path);
}

it.each(Object.entries(wrong))(
  'names the problematic file in one line, and exits: %s',
  async (_, [make, path, says]) => {
    if (!isRoot) chmodSync(folder, 0o700);
    else chmodSync(folder, 0o755);
    make();
    const { code, said } = await refused();
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    expect(said).toContain(path.startsWith('/') ? path : join(folder, path));
    expect(said).toMatch(says);
    expect(code).toBe(1);
  },
);

it('makes its files private, also those that an older release left readable, and says so', async () => {
  const newsroom = await RunningNewsroom.open({ LOG_LEVEL: 'warn' });
  try {
    await newsroom.stop();
    const all = (): string[] =>
      readdirSync(newsroom.data, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
        join(parentPath, name),
      );
    const wide = (path: string): boolean => (statSync(path).mode & 0o077) !== 0;
    expect([newsroom.data, ...all()].filter(wide)).toEqual([]);
    expect(newsroom.log).not.toContain('Others had rights');
    for (const path of [newsroom.data, ...all()])
      chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644);
    await newsroom.start();
    expect(all().some((path) => path.endsWith('desk.db-wal'))).toBe(true);
    expect([newsroom.data, ...all()].filter(wide)).toEqual([]);
    expect(newsroom.log).toMatch(/Others had rights in \S+, and have none now: the folder, .*staff\.sqlite/);
  } finally {
    await newsroom.remove();
  }
});

it('keeps the permissions of a folder with foreign files', async () => {
  const newsroom = await RunningNewsroom.open();
  try {
    await newsroom.stop();
    writeFileSync(join(newsroom.data, 'notes.txt'), '', { mode: 0o644 });
    chmodSync(newsroom.data, 0o755);
    chmodSync(join(newsroom.data, 'notes.txt'), 0o644);
    await newsroom.start();
    const modes = ['', 'notes.txt', 'desk.db'].map(
      (name) => statSync(join(newsroom.data, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o755, 0o644, 0o600]);
  } finally {
    await newsroom.remove();
  }
});
