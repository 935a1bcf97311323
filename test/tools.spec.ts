import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tools-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function node(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

describe('which Node runs Dateline', () => {
  const satisfies = (version: string, range: string): boolean => {
    const code = `console.log(require('./tools/which-node.cjs').satisfies('${version}', '${range}'))`;
    return (
      spawnSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' }).stdout.trim() === 'true'
    );
  };
  const range = '^22.22.3 || ^24.15.0 || >=26.0.0';

  it.each(['22.22.3', '22.30.0', '24.15.0', '24.21.0', '26.0.0', '27.1.2'])('%s does', (version) =>
    expect(satisfies(version, range)).toBe(true),
  );
  it.each(['20.20.2', '22.22.2', '23.11.0', '24.14.9', '25.9.0'])('%s does not', (version) =>
    expect(satisfies(version, range)).toBe(false),
  );
});

describe('the check of the lock files', () => {
  type Lock = { packages: Record<string, { version?: string; resolved?: string; integrity?: string }> };

  function checkAfter(spoil: (lock: Lock) => void): string {
    mkdirSync(join(folder, 'tools'));
    for (const name of ['package.json', 'package-lock.json', 'tools/lock-check.cjs']) {
      cpSync(join(root, name), join(folder, name));
    }
    for (const under of ['tools/node', 'apps/bench/peers'])
      for (const name of ['package.json', 'package-lock.json'])
        cpSync(join(root, under, name), join(folder, under, name));
    const file = join(folder, 'package-lock.json');
    const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
    spoil(lock);
    writeFileSync(file, JSON.stringify(lock));
    return node(join(folder, 'tools/lock-check.cjs')).stderr;
  }
  const entry = (lock: Lock, name: string) => lock.packages[`node_modules/${name}`] ?? {};

  it('passes those that are here', () => expect(checkAfter(() => undefined)).toBe(''));
  it('misses a platform that was left out', () =>
    expect(checkAfter((lock) => delete lock.packages['node_modules/@swc/core-darwin-arm64'])).toContain(
      'node_modules/@swc/core names @swc/core-darwin-arm64, which is not in the lock',
    ));
  it('misses an integrity', () =>
    expect(checkAfter((lock) => delete entry(lock, 'rxjs').integrity)).toContain('rxjs has no integrity'));
  it('refuses a bond to one registry', () =>
    expect(checkAfter((lock) => (entry(lock, 'rxjs').resolved = 'https://example.com/rxjs.tgz'))).toContain(
      'rxjs is bound to a registry',
    ));
});

describe('the last line of .ci/run', () => {
  function lastLine(report: object | null, code: number): { status: number | null; stdout: string } {
    const file = join(folder, 'tests.json');
    if (report) writeFileSync(file, JSON.stringify(report));
    return node(join(root, 'tools/count-tests.cjs'), file, String(code));
  }

  it('counts the tests', () =>
    expect(lastLine({ numPassedTests: 3, numFailedTests: 0 }, 0)).toMatchObject({
      status: 0,
      stdout: '3 passed, 0 failed\n',
    }));
  it('says what was skipped', () =>
    expect(lastLine({ numPassedTests: 3, numPendingTests: 2 }, 0).stdout).toBe(
      '3 passed, 0 failed, 2 skipped\n',
    ));
  it('counts a file that did not run as a failure', () =>
    expect(lastLine({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 }, 1)).toMatchObject({
      status: 1,
      stdout: '3 passed, 1 failed\n',
    }));
  it('hides no failure of a step before the tests', () =>
    expect(lastLine(null, 1)).toMatchObject({ status: 1, stdout: '0 passed, 1 failed\n' }));
  it('hides no failure that the report does not know of', () =>
    expect(lastLine({ numPassedTests: 3, numFailedTests: 0 }, 137)).toMatchObject({
      status: 1,
      stdout: '3 passed, 1 failed\n',
    }));
});
