import { IsIn, Matches, ValidateBy, ValidateIf, validateSync } from 'class-validator';
import type { LogAddress } from '#event-store';
import { BACKUP_EVERY, BACKUP_KEEP, readBackup, type BackupPlan } from './backup-settings.js';
import { CLUSTER_VARIABLES } from './cluster-variable.js';
import { readLogs } from './log-settings.js';
import { isHttpUrl } from './http-url.js';
import { readOidc, type OidcSettings } from './oidc-settings.js';
import { readVaultKey, type VaultKey } from './vault-settings.js';
import { isZone } from './zone-name.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of an archive. Nothing in them leads to the desk log. */
export interface ArchiveSettings {
  /** The archive's port; 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Folder of the embedded store and of the read models. */
  readonly data: string;
  readonly publicLog: LogAddress;
  /** IANA name of the zone in which the newsroom's days begin and end. */
  readonly timeZone: string;
  /** Public origin of the archive, without a final slash; null without one. */
  readonly publicUrl: string | null;
  /** The name of the newsroom: feeds and pages name it as their publisher. */
  readonly name: string;
  /** Seconds for which caches may reuse answers of the archive; 0: they revalidate each time. */
  readonly maxAge: number;
  /** The most open streams of the archive. */
  readonly maxFollowers: number;
  /** How many connections an address may have open at a server; 0: any number; null: the server decides. */
  readonly connectionsPerAddress: number | null;
  /** Milliseconds after which an archive that has not caught up with its log stops showing stories. */
  readonly maxStale: number;
  /** Where metrics are served; null if they are not. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  readonly logLevel: LogLevel;
}

/** The settings of a desk, or of a newsroom in one process. */
export interface Settings extends ArchiveSettings {
  readonly deskPort: number;
  readonly deskHost: string;
  /** The origin at which editors open the desk, such as `https://desk.example.org`; null for localhost. */
  readonly deskUrl: string | null;
  /** The files of the certificate and its key; null if the desk does not do TLS itself. */
  readonly deskTls: { readonly cert: string; readonly key: string } | null;
  /** Milliseconds after which a session ends: after sign-in, and after its last use. */
  readonly session: { readonly total: number; readonly idle: number };
  /** How many requests a person or service may send to the desk in a minute. */
  readonly requestsPerMinute: number;
  /** The identity provider with which staff may sign in; null for none. */
  readonly oidc: OidcSettings | null;
  /** The master key of sealed sources; null without a vault. */
  readonly vaultKey: VaultKey | null;
  readonly deskLog: LogAddress;
  /**
   * The http address of a server whose time is used if this machine's clock is in doubt. `off`: the clock is trusted at each
   * start. Null: an editor must confirm the clock.
   */
  readonly timeCheck: string | null;
  /** Whether to send webhooks; null if not set. */
  readonly webhooks: boolean | null;
  /** The scheduled backups; null for none. */
  readonly backup: BackupPlan | null;
  /** Whether an empty embedded store gets the demonstration. Only the newsroom in one process uses it. */
  readonly demo: boolean;
}

const PORT = /^(?:0|[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;
const port = { message: 'must be a port from 0 to 65535 (0: any free port)' };

const host = { message: 'must be a host name or an IP address, such as 127.0.0.1' };
const HOST_FORM = /^[\w.:-]{1,253}$/;
const DURATION = /^(\d{1,6})(ms|s|m|h)$/;
const IN_MILLISECONDS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

class Environment {
  @Matches(PORT, port) PORT = '3000';
  @Matches(PORT, port) DESK_PORT = '3001';
  @Matches(HOST_FORM, host) DESK_HOST = '127.0.0.1';
  @ValidateIf((_, value) => value !== '')
  @Is(isOrigin, 'must be the https origin at which editors open the desk, such as https://desk.example.org')
  DESK_URL = '';
  @Matches(/^[^\0]{0,4096}$/, { message: 'must be a file with a certificate, as PEM' }) DESK_TLS_CERT = '';
  @Matches(/^[^\0]{0,4096}$/, { message: 'must be a file with the key of the certificate, as PEM' })
  DESK_TLS_KEY = '';
  @Matches(/^[1-9]\d{0,3}[mh]$/, { message: 'must be a time such as 30m or 24h' }) DESK_SESSION = '24h';
  @Matches(/^[1-9]\d{0,3}[mh]$/, { message: 'must be a time such as 30m or 24h' }) DESK_SESSION_IDLE = '1h';
  @Matches(/^[1-9]\d{0,5}$/, { message: 'must be a number from 1 to 999999' }) DESK_REQUESTS_PER_MINUTE =
    '600';
  @Matches(HOST_FORM, host) HOST = '127.0.0.1';
  @Matches(/^[^\0]{1,4096}$/, { message: 'must be a folder, such as ./data' }) DATELINE_DATA = './data';
  @Matches(/^[^\0]{0,4096}$/, { message: 'must be a folder, such as /backups/newsroom' }) DATELINE_BACKUP =
    '';
  @ValidateIf((_, value) => value !== '')
  @Matches(BACKUP_EVERY, { message: 'must be a time such as 15m, 1h or 1d' })
  DATELINE_BACKUP_EVERY = '';
  @ValidateIf((_, value) => value !== '')
  @Matches(BACKUP_KEEP, { message: 'must be a number such as 7, or an age such as 12h or 30d' })
  DATELINE_BACKUP_KEEP = '';
  @IsIn(['on', 'off'], { message: 'must be on or off' }) DATELINE_DEMO = 'on';
  @ValidateIf((_, value) => value !== '')
  @IsIn(['on', 'off'], { message: 'must be on or off' })
  DATELINE_WEBHOOKS = '';
  @ValidateIf((_, value) => value !== '')
  @Is(
    (value) => value === 'off' || isHttpUrl(value),
    'must be off, or the address of a web server with a correct clock, such as https://time.example.org/',
  )
  DATELINE_TIME_CHECK = '';
  @Is(isZone, 'must be the name of a zone in the IANA database, such as Europe/Paris') DATELINE_TIME_ZONE =
    'UTC';
  @ValidateIf((_, value) => value !== '')
  @Is(isOrigin, 'must be the http or https origin of the archive, such as https://archive.example.org')
  DATELINE_PUBLIC_URL = '';
  @Matches(DURATION, { message: 'must be a time such as 90s, 5m or 1h' }) DATELINE_MAX_STALE = '5m';
  @Matches(/^[^\p{C}<>"]{1,100}$/u, { message: 'must be a name of 1 to 100 characters' }) DATELINE_NAME =
    'Dateline';
  @Matches(/^(?:\d{1,4}s|[1-9]\d?m)$/, { message: 'must be a time such as 0s, 5s or 1m' }) DATELINE_MAX_AGE =
    '5s';
  @Matches(/^[1-9]\d{0,5}$/, { message: 'must be a number from 1 to 999999' }) DATELINE_MAX_FOLLOWERS =
    '5000';
  @ValidateIf((_, value) => value !== '')
  @Matches(/^\d{1,6}$/, { message: 'must be a number from 0 to 999999' })
  DATELINE_CONNECTIONS_PER_ADDRESS = '';
  @ValidateIf((_, value) => value !== '') @Matches(PORT, port) METRICS_PORT = '';
  @Matches(HOST_FORM, host) METRICS_HOST = '127.0.0.1';
  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` }) LOG_LEVEL = 'info';
}

/** Some settings are wrong. The message lists each with what is expected, and no value. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';

  constructor(readonly wrong: readonly string[]) {
    super(`Wrong settings:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
  }
}

/**
 * Reads the environment. An absent or empty variable has its default. An unknown `DATELINE_…` variable is a fault, because
 * most often it is misspelt.
 *
 * @throws WrongSettings
 */
export function readSettings(env: Env): Settings {
  const { given, settings, logs, backup, oidc, vaultKey } = read(env, true);
  return {
    ...settings,
    backup,
    deskPort: Number(given.DESK_PORT),
    deskHost: given.DESK_HOST,
    deskUrl: given.DESK_URL === '' ? null : new URL(given.DESK_URL).origin,
    deskTls: given.DESK_TLS_CERT === '' ? null : { cert: given.DESK_TLS_CERT, key: given.DESK_TLS_KEY },
    session: {
      total: inMilliseconds(given.DESK_SESSION),
      idle: inMilliseconds(given.DESK_SESSION_IDLE),
    },
    requestsPerMinute: Number(given.DESK_REQUESTS_PER_MINUTE),
    oidc,
    vaultKey,
    demo: given.DATELINE_DEMO === 'on',
    deskLog: logs.desk!,
    timeCheck: given.DATELINE_TIME_CHECK || null,
    webhooks: given.DATELINE_WEBHOOKS === '' ? null : given.DATELINE_WEBHOOKS === 'on',
  };
}

/** Reads only what an archive needs. @throws WrongSettings */
export function readArchiveSettings(env: Env): ArchiveSettings {
  return read(env, false).settings;
}

type Env = Readonly<Record<string, string | undefined>>;

function read(env: Env, desk: boolean) {
  const given = new Environment();
  const names = Object.keys(given) as (keyof Environment)[];
  for (const name of names) given[name] = env[name] || given[name];
  const unknown = Object.keys(env).filter(
    (name) => /^DATELINE_/i.test(name) && ![...names, ...CLUSTER_VARIABLES].includes(name),
  );
  const logs = readLogs(env, given.DATELINE_DATA, desk);
  const ofBackup: string[] = [];
  const onCluster = desk && logs.desk?.kind === 'cluster';
  const backup = readBackup(given, { data: given.DATELINE_DATA, onCluster }, ofBackup);
  const ofOidc: string[] = [];
  const oidc = desk ? readOidc(env, ofOidc) : null;
  const ofVault: string[] = [];
  const vaultKey = desk ? readVaultKey(env, given.DATELINE_DATA, ofVault) : null;
  const wrong = [
    ...validateSync(given).map(
      ({ property, constraints }) => `${property} ${Object.values(constraints ?? {}).join('; ')}`,
    ),
    ...unknown.map(
      (name) =>
        `${name} does not exist; the variables are ${[...names, ...CLUSTER_VARIABLES].filter((n) => n.startsWith('DATELINE_')).join(', ')}`,
    ),
    ...logs.wrong,
    ...ofBackup,
    ...ofOidc,
    ...ofVault,
    ...(desk ? wrongDesk(given) : []),
  ];
  if (wrong.length > 0) throw new WrongSettings(wrong);
  const settings: ArchiveSettings = {
    port: Number(given.PORT),
    host: given.HOST,
    data: given.DATELINE_DATA,
    publicLog: logs.public!,
    timeZone: given.DATELINE_TIME_ZONE,
    publicUrl: given.DATELINE_PUBLIC_URL === '' ? null : new URL(given.DATELINE_PUBLIC_URL).origin,
    name: given.DATELINE_NAME,
    maxAge: inMilliseconds(given.DATELINE_MAX_AGE) / 1_000,
    maxFollowers: Number(given.DATELINE_MAX_FOLLOWERS),
    connectionsPerAddress:
      given.DATELINE_CONNECTIONS_PER_ADDRESS === '' ? null : Number(given.DATELINE_CONNECTIONS_PER_ADDRESS),
    maxStale: inMilliseconds(given.DATELINE_MAX_STALE),
    metrics:
      given.METRICS_PORT === '' ? null : { port: Number(given.METRICS_PORT), host: given.METRICS_HOST },
    logLevel: given.LOG_LEVEL as LogLevel,
  };
  return { given, settings, logs, backup, oidc, vaultKey };
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/** A desk that others reach needs TLS: passwords and cookies cross the network. */
function wrongDesk(given: Environment): readonly string[] {
  const { DESK_HOST: host, DESK_URL: url, DESK_TLS_CERT: cert, DESK_TLS_KEY: key } = given;
  const isHttps = url.startsWith('https:');
  const wrong: string[] = [];
  if ((cert === '') !== (key === '')) wrong.push('DESK_TLS_CERT and DESK_TLS_KEY belong together: set both');
  if (url !== '' && !isHttps && !LOOPBACK.test(URL.parse(url)?.hostname ?? ''))
    wrong.push('DESK_URL must be https: passwords and cookies cross the network');
  if (!LOOPBACK.test(host) && !isHttps)
    wrong.push(
      'DESK_HOST lets other machines in, so the desk needs TLS. Set DESK_URL to its https address. Set DESK_TLS_CERT and DESK_TLS_KEY, unless a proxy does TLS',
    );
  return wrong;
}

/** Reads a duration such as `5m`. */
function inMilliseconds(text: string): number {
  const [, amount = '0', unit = 's'] = DURATION.exec(text) ?? [];
  return Number(amount) * IN_MILLISECONDS[unit as keyof typeof IN_MILLISECONDS];
}

function isOrigin(value: unknown): boolean {
  return isHttpUrl(value) && ['', '/'].includes(value.slice(new URL(value).origin.length));
}

function Is(test: (value: unknown) => boolean, message: string): PropertyDecorator {
  return ValidateBy({
    name: 'is',
    validator: { validate: (value) => test(value), defaultMessage: () => message },
  });
}
