import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, isClusterUrl, type Credentials, type LogAddress } from '#event-store';

/** Where the two logs are; a log is null only where something is wrong with it, or where it is not asked for. */
export interface FoundLogs {
  readonly desk: LogAddress | null;
  readonly public: LogAddress | null;
  /** What is wrong, a line each, without any value. */
  readonly wrong: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Finds the logs that an environment names: on a cluster by `EVENTSTORE_URL`, the public one on another by
 * `EVENTSTORE_PUBLIC_URL`, with a user apart from the URL or in it; else in files among the `data`. Without `desk` an
 * archive asks, and of the desk's cluster nothing is looked at where the public log has its own.
 */
export function readLogs(env: Env, data: string, desk: boolean): FoundLogs {
  const wrong: string[] = [];
  // An archive whose log has a cluster of its own is given that one's user alone.
  const own = endpoint(env, 'EVENTSTORE', wrong, desk || !env['EVENTSTORE_PUBLIC_URL']);
  const apart = endpoint(env, 'EVENTSTORE_PUBLIC', wrong, true);
  if (desk && apart && !env['EVENTSTORE_URL'])
    wrong.push('EVENTSTORE_PUBLIC_URL needs EVENTSTORE_URL, the cluster of the desk’s log');
  const memory = join(data, 'cluster.json');
  const shared = apart === null;
  const world = apart ? { ...apart, credentials: apart.credentials ?? own?.credentials ?? null } : own;
  const at = (found: typeof own, log: 'desk' | 'public'): LogAddress =>
    found
      ? { kind: 'cluster', ...found, log, shared, memory }
      : { kind: 'file', file: join(data, `${log}.db`) };
  return { desk: desk ? at(own, 'desk') : null, public: at(world, 'public'), wrong };
}

function endpoint(
  env: Env,
  name: 'EVENTSTORE' | 'EVENTSTORE_PUBLIC',
  wrong: string[],
  asked: boolean,
): { readonly url: string; readonly credentials: Credentials | null } | null {
  const [url, username, password] = ['URL', 'USERNAME', 'PASSWORD'].map(
    (part) => env[`${name}_${part}`] || '',
  );
  if (!asked || !url) return null;
  if (!isClusterUrl(url))
    wrong.push(
      `${name}_URL must be a cluster such as esdb://db.example.org:2113, esdb://a,b,c or esdb+discover://db.example.org, with options that are known (docs/operations.md)`,
    );
  else if (!filesOf(url).every((file) => existsSync(file)))
    wrong.push(`${name}_URL names a file (tlsCAFile, userCertFile, userKeyFile) that is not there`);
  if (!username !== !password) wrong.push(`${name}_USERNAME and ${name}_PASSWORD must be given together`);
  return { url, credentials: username && password ? { username, password } : null };
}
