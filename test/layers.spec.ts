import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Each line plants one import, and names the rule that must catch it. */
const planted: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['libs/story/a1.ts', '#event-store', 'libs/story may not import'],
  ['libs/story/a2.ts', 'node:fs', 'imports no Node'],
  ['libs/story/a3.ts', 'uuid', 'imports no package'],
  ['libs/event-store/b1.ts', '#story', 'libs/event-store may not import'],
  ['libs/event-store/b2.ts', '@nestjs/common', 'knows no web framework'],
  ['libs/event-store/b3.ts', 'class-validator', 'knows no web framework'],
  ['libs/event-store/b4.ts', 'fast-check', 'declares what it imports'],
  ['libs/event-store/b5.ts', 'left-out', 'declares what it imports'],
  ['libs/event-store/b6.ts', './contract/index.js', 'tests stay tests'],
  ['libs/story/a4.ts', './testing/newsroom.js', 'tests stay tests'],
  ['libs/event-store/b7.ts', './nowhere.js', 'resolves'],
  ['libs/projections/c1.ts', '#publishing', 'libs/projections may not import'],
  ['libs/projections/c2.ts', '../story/event.js', 'enters by the door'],
  ['libs/projections/c3.ts', '../story/index.js', 'enters by the name'],
  ['libs/projections/c4.ts', '#event-store/contract', 'tests stay tests'],
  ['libs/projections/c5.ts', './c6.js', 'goes in no circle'],
  ['libs/http/d1.ts', '#projections', 'libs/http may not import'],
  ['apps/desk/e1.ts', '#archive', 'apps/desk may not import'],
  ['libs/event-store/b8.ts', '@eventstore/db-client', 'the store’s client stays behind its adapter'],
  ['apps/desk/e2.ts', '@eventstore/db-client', 'the store’s client stays behind its adapter'],
  ['apps/archive/f1.ts', '#vault', 'apps/archive never reaches'],
  ['apps/archive/f2.ts', '#between', 'apps/archive never reaches'],
];

const allowed: readonly (readonly [file: string, imports: string])[] = [
  ['libs/story/index.ts', './event.js'],
  ['libs/story/event.spec.ts', 'fast-check'],
  ['libs/story/testing/newsroom.ts', 'fast-check'],
  ['libs/event-store/index.ts', 'uuid'],
  ['libs/event-store/cluster/client.ts', '@eventstore/db-client'],
  ['libs/event-store/contract/index.ts', 'fast-check'],
  ['libs/projections/index.ts', '#story'],
  ['libs/projections/contract.spec.ts', '#event-store/contract'],
  ['libs/publishing/index.ts', '#event-store'],
  ['libs/between/index.ts', '#vault'],
  ['libs/http/index.ts', '@nestjs/common'],
  ['apps/archive/index.ts', '#projections'],
  ['apps/newsroom/main.ts', '#archive'],
  ['test/promise.spec.ts', '#event-store/contract'],
];

const doors = ['story', 'event-store', 'projections', 'publishing', 'nest', 'vault', 'between'];
const packages = {
  dependencies: ['uuid', '@nestjs/common', 'class-validator', '@eventstore/db-client'],
  devDependencies: ['fast-check'],
};

let folder: string;
let found: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  for (const name of ['libs/story/event.ts', 'libs/vault/index.ts']) write(name, 'export const leaf = 1;');
  write('libs/projections/c6.ts', typeImport('./c5.js'));
  for (const [file, imports] of [...allowed, ...planted]) {
    write(file, /^[#.]/.test(imports) ? typeImport(imports) : `import '${imports}';`);
  }
  for (const name of [...packages.dependencies, ...packages.devDependencies, 'left-out']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = 1;');
  }
  write('package.json', JSON.stringify(manifest()));
  write('tsconfig.json', '{}');
  found = cruise();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(planted)('%s may not import %s: %s', (file, _imports, rule) =>
  expect(found).toContain(`${rule}: ${file}`),
);

it('lets every allowed import pass', () => {
  const files = planted.map(([file]) => file);
  expect(found.filter((fault) => !files.some((file) => fault.endsWith(file)))).toEqual([]);
});

function typeImport(from: string): string {
  return `import type * as other from '${from}';`;
}

function write(name: string, text: string): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text}\n`);
}

function manifest(): object {
  const versions = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  const imports = Object.fromEntries([
    ...doors.map((name) => [`#${name}`, `./libs/${name}/index.ts`]),
    ['#event-store/contract', './libs/event-store/contract/index.ts'],
    ['#archive', './apps/archive/index.ts'],
  ]);
  const { dependencies, devDependencies } = packages;
  return {
    name: 'planted',
    type: 'module',
    imports,
    dependencies: versions(dependencies),
    devDependencies: versions(devDependencies),
  };
}

function cruise(): readonly string[] {
  const root = resolve(__dirname, '..');
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const rules = join(root, '.dependency-cruiser.cjs');
  const args = [program, '--config', rules, '--output-type', 'json', 'apps', 'libs', 'test'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${stderr}`);
  const report = JSON.parse(stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
}
