import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}

async function sbom(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['tools/launch.cjs', 'sbom'], {
    cwd: root,
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout;
}

const named = ({ group, name, version }: Component): string =>
  `${group === undefined ? '' : `${group}/`}${name}@${version}`;

it('lists Dateline and each package that is shipped once, the same each time', async () => {
  const text = await sbom();
  const { bomFormat, specVersion, metadata, components } = JSON.parse(text) as {
    readonly bomFormat: string;
    readonly specVersion: string;
    readonly metadata: { readonly component: Component };
    readonly components: readonly Component[];
  };
  expect([bomFormat, specVersion]).toEqual(['CycloneDX', '1.6']);
  const { version } = JSON.parse(read('package.json')) as { readonly version: string };
  expect(metadata.component).toMatchObject({ type: 'application', name: 'dateline', version });
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly version: string; readonly dev?: boolean }>>;
  };
  const shipped = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version: locked }]) => `${path.split('node_modules/').at(-1)}@${locked}`);
  expect(shipped.length).toBeGreaterThan(100);
  expect(components.map(named).sort()).toEqual([...new Set(shipped)].sort());
  expect(components.every(({ purl }) => purl.startsWith('pkg:npm/'))).toBe(true);
  expect(text).not.toContain(root);
  expect(await sbom()).toBe(text);
});

it('is in the image', () => {
  const dockerfile = read('Dockerfile');
  expect(dockerfile).toContain('RUN npm run --silent sbom -- --output-file sbom.cdx.json');
  expect(dockerfile).toContain('COPY --from=build /app/sbom.cdx.json ./');
});
