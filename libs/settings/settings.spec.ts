import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArchiveSettings, readSettings, WrongSettings } from './settings.js';

it('has a default for every absent or empty variable', () => {
  const expected = {
    port: 3000,
    deskPort: 3001,
    host: '127.0.0.1',
    data: './data',
    demo: true,
    timeZone: 'UTC',
    publicUrl: null,
    maxStale: 300_000,
    metrics: null,
    deskLog: { kind: 'file', file: 'data/desk.db' },
    publicLog: { kind: 'file', file: 'data/public.db' },
    logLevel: 'info',
    name: 'Dateline',
    maxAge: 5,
    maxFollowers: 5_000,
    connectionsPerAddress: null,
    requestsPerMinute: 600,
    timeCheck: null,
    webhooks: null,
    backup: null,
    deskHost: '127.0.0.1',
    deskUrl: null,
    deskTls: null,
    session: { total: 86_400_000, idle: 3_600_000 },
    oidc: null,
    vaultKey: null,
  };
  expect(readSettings({ PATH: '/bin' })).toEqual(expected);
  expect(readSettings({ PORT: '', DATELINE_TIME_ZONE: '' })).toEqual(expected);
});

it('reads all variables', () => {
  const env = {
    PORT: '0',
    DESK_PORT: '65535',
    HOST: '::1',
    DATELINE_DEMO: 'off',
    DATELINE_TIME_ZONE: 'Europe/Paris',
    DATELINE_PUBLIC_URL: 'https://archive.example.org/',
    LOG_LEVEL: 'debug',
    DESK_REQUESTS_PER_MINUTE: '1200',
    DATELINE_CONNECTIONS_PER_ADDRESS: '0',
  };
  expect(readSettings(env)).toMatchObject({
    requestsPerMinute: 1_200,
    connectionsPerAddress: 0,
    port: 0,
    deskPort: 65535,
    host: '::1',
    demo: false,
    timeZone: 'Europe/Paris',
    publicUrl: 'https://archive.example.org',
    logLevel: 'debug',
  });
});

it('lists all wrong settings at once, and no value', () => {
  const env = {
    PORT: '65536',
    DESK_PORT: '-1',
    HOST: 'a b',
    DATELINE_DEMO: 'yes',
    DATELINE_TIME_CHECK: 'ntp://hunter2',
    DATELINE_TIME_ZONE: 'Europe/Atlantis',
    DATELINE_PUBLIC_URL: 'https://user:hunter2@example.org',
    DATELINE_TIMEZONE: 'UTC',
    LOG_LEVEL: 'loud',
  };
  const read = () => readSettings(env);
  expect(read).toThrow(WrongSettings);
  let error: WrongSettings | undefined;
  try {
    read();
  } catch (caught) {
    error = caught as WrongSettings;
  }
  expect(error?.wrong.map((line) => line.split(' ')[0]).sort()).toEqual(Object.keys(env).sort());
  expect(error?.message).not.toMatch(/hunter2|Atlantis|65536/);
});

it.each(['3000.5', '1e3', ' 3000', '03000', 'http'])('refuses the port %j', (PORT) => {
  expect(() => readSettings({ PORT })).toThrow('PORT must be a port from 0 to 65535');
});

it.each(['ftp://example.org', 'https://example.org/archive', 'example.org', 'https://example.org/?a'])(
  'refuses the public URL %j',
  (DATELINE_PUBLIC_URL) => {
    expect(() => readSettings({ DATELINE_PUBLIC_URL })).toThrow('DATELINE_PUBLIC_URL must be');
  },
);

describe('the addresses of the logs', () => {
  const wrongOf = (env: Record<string, string>): readonly string[] => {
    try {
      readSettings(env);
      return [];
    } catch (error) {
      return (error as WrongSettings).wrong;
    }
  };

  it.each([
    'esdb://db',
    'esdb://db.example.org:2113?tls=false',
    'esdb://user:p%40ss@a:2113,b:2113,c:2113?nodePreference=follower',
    'esdb+discover://db.example.org:2113',
    'kurrentdb://db',
    'kurrentdb+discover://db?gossipTimeout=5',
  ])('takes %s', (url) => {
    expect(readSettings({ EVENTSTORE_URL: url })).toMatchObject({
      deskLog: { kind: 'cluster', url, log: 'desk', shared: true, credentials: null },
      publicLog: { kind: 'cluster', url, log: 'public', shared: true },
    });
  });

  it.each([
    'http://db.example.org',
    'esdb://a b',
    'esdb://a:99999',
    'esdb://[::1]:2113',
    'esdb+discover://a,b',
    'esdb://user@db',
    'esdb://u:p@db?tlsVerifyCert=false',
    'esdb://db?throwOnAppendFailure=false',
    'esdb://db?keepAliveInterval=5',
    'esdb://db?unknown=1',
    'esdb://db?tls',
  ])('refuses %s, and does not repeat it', (url) => {
    const wrong = wrongOf({ EVENTSTORE_URL: url });
    expect(wrong).toEqual([expect.stringMatching(/^EVENTSTORE_URL must be a cluster such as/)]);
    expect(wrong.join()).not.toContain(url);
  });

  it('may have another cluster and user for the public log', () => {
    const env = {
      EVENTSTORE_URL: 'esdb://one',
      EVENTSTORE_USERNAME: 'desk',
      EVENTSTORE_PASSWORD: 'of the desk',
      EVENTSTORE_PUBLIC_URL: 'esdb://two',
    };
    const desk = { username: 'desk', password: 'of the desk' };
    expect(readSettings(env)).toMatchObject({
      deskLog: { url: 'esdb://one', shared: false, credentials: desk },
      publicLog: { url: 'esdb://two', shared: false, credentials: desk },
    });
    const own = { EVENTSTORE_PUBLIC_USERNAME: 'publisher', EVENTSTORE_PUBLIC_PASSWORD: 'of the publisher' };
    expect(readSettings({ ...env, ...own }).publicLog).toMatchObject({
      credentials: { username: 'publisher', password: 'of the publisher' },
    });
    expect(wrongOf({ EVENTSTORE_PUBLIC_URL: 'esdb://two' })).toHaveLength(1);
    expect(wrongOf({ ...env, EVENTSTORE_PASSWORD: '' })).toHaveLength(1);
  });

  it('prefers variables with the prefix DATELINE_', () => {
    const ours = {
      DATELINE_EVENTSTORE_URL: 'esdb://ours',
      DATELINE_EVENTSTORE_USERNAME: 'desk',
      DATELINE_EVENTSTORE_PASSWORD: 'of the desk',
      DATELINE_EVENTSTORE_PUBLIC_URL: 'esdb://two',
      DATELINE_EVENTSTORE_ADMIN_PASSWORD: 'of cluster prepare',
    };
    const theirs = { EVENTSTORE_URL: 'esdb://theirs', EVENTSTORE_USERNAME: 'x', EVENTSTORE_PASSWORD: 'y' };
    for (const env of [ours, { ...ours, ...theirs }])
      expect(readSettings(env)).toMatchObject({
        deskLog: { url: 'esdb://ours', credentials: { username: 'desk', password: 'of the desk' } },
        publicLog: { url: 'esdb://two', shared: false },
      });
    expect(wrongOf({ DATELINE_EVENTSTORE_URL: 'http://ours', ...theirs })).toEqual([
      expect.stringMatching(/^DATELINE_EVENTSTORE_URL must be a cluster such as/),
    ]);
    expect(wrongOf({ DATELINE_EVENTSTORE_URI: 'esdb://ours' })).toEqual([
      expect.stringMatching(/^DATELINE_EVENTSTORE_URI does not exist; .*DATELINE_EVENTSTORE_URL/),
    ]);
  });

  it('give an archive nothing that leads to the desk log', () => {
    const env = {
      EVENTSTORE_URL: 'esdb://one',
      EVENTSTORE_USERNAME: 'desk',
      EVENTSTORE_PASSWORD: 'of the desk',
      EVENTSTORE_PUBLIC_URL: 'esdb://two',
    };
    const settings = readArchiveSettings(env);
    expect(settings.publicLog).toMatchObject({ url: 'esdb://two', credentials: null });
    expect(JSON.stringify(settings)).not.toMatch(/esdb:..one|of the desk/);
    expect(readArchiveSettings({ EVENTSTORE_PUBLIC_URL: 'esdb://two' }).publicLog).toMatchObject({
      shared: false,
    });
  });
});

it('reads how stale an archive may be', () => {
  expect(readSettings({ DATELINE_MAX_STALE: '90s' }).maxStale).toBe(90_000);
  expect(readSettings({ DATELINE_MAX_STALE: '1h' }).maxStale).toBe(3_600_000);
  expect(() => readSettings({ DATELINE_MAX_STALE: '5' })).toThrow(
    'DATELINE_MAX_STALE must be a time such as 90s',
  );
});

describe('backups', () => {
  it('are taken each hour and kept for a month by default', () => {
    expect(readSettings({ DATELINE_BACKUP: '/backups' }).backup).toEqual({
      folder: '/backups',
      every: 3_600_000,
      keep: { age: 30 * 86_400_000 },
    });
    const env = { DATELINE_BACKUP: '/backups', DATELINE_BACKUP_EVERY: '15m', DATELINE_BACKUP_KEEP: '7' };
    expect(readSettings(env).backup).toEqual({ folder: '/backups', every: 900_000, keep: { count: 7 } });
  });

  it.each([
    [{ DATELINE_BACKUP_EVERY: '1h' }, 'DATELINE_BACKUP_EVERY needs DATELINE_BACKUP'],
    [{ DATELINE_BACKUP_KEEP: '7' }, 'DATELINE_BACKUP_KEEP needs DATELINE_BACKUP'],
    [{ DATELINE_BACKUP: '/b', DATELINE_BACKUP_EVERY: '0m' }, 'DATELINE_BACKUP_EVERY must be a time'],
    [{ DATELINE_BACKUP: '/b', DATELINE_BACKUP_EVERY: '5s' }, 'DATELINE_BACKUP_EVERY must be a time'],
    [{ DATELINE_BACKUP: '/b', DATELINE_BACKUP_KEEP: '0' }, 'DATELINE_BACKUP_KEEP must be a number'],
    [{ DATELINE_BACKUP: './data/backups' }, 'DATELINE_BACKUP must not be inside DATELINE_DATA'],
    [{ DATELINE_BACKUP: './data' }, 'DATELINE_BACKUP must not be inside DATELINE_DATA'],
    [{ DATELINE_BACKUP: '/b', EVENTSTORE_URL: 'esdb://db' }, 'DATELINE_BACKUP is for logs in files'],
  ])('are refused with %j', (env, message) => {
    expect(() => readSettings(env)).toThrow(message);
  });
});

describe('the identity provider', () => {
  const PROVIDER = {
    DESK_OIDC_ISSUER: 'https://login.example.org',
    DESK_OIDC_CLIENT_ID: 'dateline',
    DESK_OIDC_CLIENT_SECRET: 'hunter2',
  };
  const read = (env: Record<string, string>) => readSettings({ ...PROVIDER, ...env }).oidc;
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'settings-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('needs three variables; claim, roles and name have defaults', () => {
    expect(read({})).toMatchObject({
      issuer: 'https://login.example.org',
      clientId: 'dateline',
      clientSecret: 'hunter2',
      rolesClaim: 'roles',
      name: 'login.example.org',
    });
    expect([...read({})!.roles].slice(0, 2)).toEqual([
      ['reporter', ['reporter']],
      ['editor', ['editor']],
    ]);
  });

  it('may give roles by groups, also by names of LDAP', () => {
    const DESK_OIDC_ROLES = 'cn=Editors, dc=example = publisher, editor; desk admins=administrator;';
    expect([...read({ DESK_OIDC_ROLES, DESK_OIDC_ROLES_CLAIM: 'groups' })!.roles]).toEqual([
      ['cn=Editors, dc=example', ['editor', 'publisher']],
      ['desk admins', ['administrator']],
    ]);
  });

  it('may have its secret in a file', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'of the file\n');
    const env = { DESK_OIDC_CLIENT_SECRET: '', DESK_OIDC_CLIENT_SECRET_FILE: file };
    expect(read(env)).toMatchObject({ clientSecret: 'of the file' });
    writeFileSync(file, 'two\nlines\n');
    expect(() => read(env)).toThrow('DESK_OIDC_CLIENT_SECRET_FILE must be a file');
  });

  it('may be http only on this machine', () => {
    expect(read({ DESK_OIDC_ISSUER: 'http://localhost:4000/realm' })).toMatchObject({
      issuer: 'http://localhost:4000/realm',
    });
  });

  it.each([
    [{ DESK_OIDC_ISSUER: '' }, 'DESK_OIDC_ISSUER is missing'],
    [{ DESK_OIDC_CLIENT_ID: '' }, 'DESK_OIDC_CLIENT_ID is missing'],
    [{ DESK_OIDC_CLIENT_SECRET: '' }, 'DESK_OIDC_CLIENT_SECRET or DESK_OIDC_CLIENT_SECRET_FILE is needed'],
    [{ DESK_OIDC_CLIENT_SECRET_FILE: '/hunter2' }, 'only one of them'],
    [
      { DESK_OIDC_CLIENT_SECRET: '', DESK_OIDC_CLIENT_SECRET_FILE: '/none/hunter2' },
      'DESK_OIDC_CLIENT_SECRET_FILE must be a file',
    ],
    [{ DESK_OIDC_CLIENT_SECRET: 'hunter2\nx' }, 'DESK_OIDC_CLIENT_SECRET must be printable'],
    [{ DESK_OIDC_CLIENT_ID: 'hunter2\t' }, 'DESK_OIDC_CLIENT_ID must be printable'],
    [{ DESK_OIDC_ISSUER: 'http://login.example.org' }, 'DESK_OIDC_ISSUER must be the https address'],
    [{ DESK_OIDC_ISSUER: 'https://hunter2@login.example.org' }, 'DESK_OIDC_ISSUER must be'],
    [{ DESK_OIDC_ISSUER: 'https://login.example.org?hunter2' }, 'DESK_OIDC_ISSUER must be'],
    [{ DESK_OIDC_ROLES_CLAIM: 'hunter2\n' }, 'DESK_OIDC_ROLES_CLAIM must be'],
    [{ DESK_OIDC_ROLES: 'hunter2' }, 'DESK_OIDC_ROLES must give'],
    [{ DESK_OIDC_ROLES: 'hunter2=king' }, 'DESK_OIDC_ROLES must give'],
    [{ DESK_OIDC_ROLES: 'hunter2=' }, 'DESK_OIDC_ROLES must give'],
    [{ DESK_OIDC_ROLES: ';' }, 'DESK_OIDC_ROLES must give'],
    [{ DESK_OIDC_ROLES: '=editor' }, 'DESK_OIDC_ROLES must give'],
    [{ DESK_OIDC_ROLES: 'hunter2=editor;hunter2=auditor' }, 'DESK_OIDC_ROLES must give'],
    [{ DESK_OIDC_NAME: '<hunter2>' }, 'DESK_OIDC_NAME must be'],
    [{ DESK_OIDC_ROLE: 'hunter2=editor' }, 'DESK_OIDC_ROLE does not exist'],
    [{ DESK_HOST: '0.0.0.0' }, 'DESK_HOST lets other machines in'],
  ])('is refused with %j', (env, message) => {
    let error: WrongSettings | undefined;
    try {
      read(env);
    } catch (caught) {
      error = caught as WrongSettings;
    }
    expect(error?.message).toContain(message);
    expect(error?.wrong).toHaveLength(1);
    expect(error?.message).not.toContain('hunter2');
  });

  it('is unknown to an archive', () => {
    const settings = readArchiveSettings({ ...PROVIDER, DESK_OIDC_ROLES: 'wrong' });
    expect(JSON.stringify(settings)).not.toContain('hunter2');
  });
});

describe('the vault', () => {
  const read = (env: Record<string, string>) => readSettings(env).vaultKey;

  it('may have its key in a file, derived from a passphrase, or from a command', () => {
    expect(read({ DESK_VAULT_KEY_FILE: '/keys/master' })).toEqual({ kind: 'file', file: '/keys/master' });
    expect(read({ DESK_VAULT_PASSPHRASE_FILE: '/keys/words' })).toEqual({
      kind: 'passphrase',
      file: '/keys/words',
    });
    expect(read({ DESK_VAULT_KEY_COMMAND: ' secrets get  dateline ' })).toEqual({
      kind: 'command',
      command: ['secrets', 'get', 'dateline'],
    });
  });

  it.each([
    [{ DESK_VAULT_KEY_FILE: '/keys/hunter2', DESK_VAULT_KEY_COMMAND: 'hunter2' }, 'only one of'],
    [{ DESK_VAULT_KEY_FILE: './data/hunter2' }, 'DESK_VAULT_KEY_FILE must not be in DATELINE_DATA'],
    [
      { DESK_VAULT_PASSPHRASE_FILE: 'data/x/hunter2' },
      'DESK_VAULT_PASSPHRASE_FILE must not be in DATELINE_DATA',
    ],
    [{ DESK_VAULT_KEY: 'hunter2' }, 'DESK_VAULT_KEY does not exist'],
  ])('is refused with %j, without values', (env, message) => {
    expect(() => read(env)).toThrow(message);
    expect(() => read(env)).not.toThrow('hunter2');
  });
});
