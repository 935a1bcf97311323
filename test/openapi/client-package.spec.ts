import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { RunningNewsroom } from '../http/running-newsroom.js';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const source = join(root, 'libs', 'client');

/** A third-party project that has installed the client. */
const project = mkdtempSync(join(tmpdir(), 'client-'));
const installed = join(project, 'node_modules', 'dateline-client');
const compile = (...args: string[]) =>
  run(process.execPath, [tsc, ...args], { cwd: project }).catch(({ stdout }: { stdout: string }) => {
    throw new Error(stdout);
  });
const STRICT = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
const check = (...files: readonly string[]) =>
  compile(
    ...STRICT,
    '--module',
    'nodenext',
    '--target',
    'es2024',
    '--lib',
    'es2024',
    '--types',
    'node',
    ...files,
  );

const page = readFileSync(join(source, 'README.md'), 'utf8');
const examples = [...page.matchAll(/^## ([^\n]+)\n\n```ts\n(.*?)^```$/gms)].map(
  ([, title = '', code = '']) => ({
    title,
    file: `${title.toLowerCase().replaceAll(' ', '-')}.ts`,
    code,
  }),
);

let newsroom: RunningNewsroom;
beforeAll(async () => {
  newsroom = await RunningNewsroom.open({ DATELINE_DEMO: 'on' });
  mkdirSync(installed, { recursive: true });
  cpSync(join(source, 'package.json'), join(installed, 'package.json'));
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers', '@types', 'undici-types'])
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  writeFileSync(join(project, 'package.json'), '{"type": "module"}');
  await compile('--project', source, '--outDir', join(installed, 'dist'));
});
afterAll(async () => {
  rmSync(project, { recursive: true, force: true });
  await newsroom.remove();
});

describe('the client as a package', () => {
  it('has an example for each of its entry points', () => {
    expect(examples.length).toBeGreaterThanOrEqual(4);
    const code = examples.map((example) => example.code).join('\n');
    for (const door of ['createArchiveClient', 'createDeskClient', 'followChanges'])
      expect(code).toContain(door);
  });

  it('compiles as documented, and not if it contradicts an OpenAPI document', async () => {
    for (const { file, code } of examples) writeFileSync(join(project, file), addressed(code));
    const refused = WRONG.map((code) => `// @ts-expect-error\nawait ${code};\n`).join('');
    writeFileSync(
      join(project, 'wrong.ts'),
      `import { createArchiveClient } from 'dateline-client';\nconst archive = createArchiveClient({ baseUrl: '' });\n${refused}`,
    );
    await expect(check('wrong.ts', ...examples.map(({ file }) => file))).resolves.toMatchObject({
      stdout: '',
    });
  });

  it.each(examples)('works as documented: $title', async ({ title, file, code }) => {
    writeFileSync(join(project, file), addressed(code));
    const env = { ...process.env, DATELINE_TOKEN: newsroom.desk.token ?? '' };
    const { stdout, stderr } = await run(process.execPath, ['--no-warnings', file], { cwd: project, env });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n').length).toBeGreaterThan(title.startsWith('Record') ? 0 : 4);
  });
});

/** An example, with the addresses of the test newsroom. */
const addressed = (code: string): string =>
  code
    .replaceAll('http://localhost:3000', `http://localhost:${newsroom.archive.port}`)
    .replaceAll('http://localhost:3001', `http://localhost:${newsroom.desk.port}`);

/** An unknown path, parameter, property and code, and a missing parameter. */
const WRONG = [
  `archive.GET('/v1/tales')`,
  `archive.GET('/v1/stories', { params: { query: { when: 'now' } } })`,
  `archive.GET('/v1/stories').then(({ data }) => data?.items[0]?.author)`,
  `archive.GET('/v1/stories').then(({ error }) => error?.code === 'killed')`,
  `archive.GET('/v1/stories/{story}')`,
];
