import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, isClusterUrl, type Credentials, type LogAddress } from '#event-store';
import { clusterVariable } from './cluster-variable.js';

/** The addresses of the two logs; null for a log with a fault, or one that is not needed. */
export interface FoundLogs {
  readonly desk: LogAddress | null;
  readonly public: LogAddress | null;
  /** The faults, one line each, without values. */
  readonly wrong: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Finds the logs: in the cluster of `DATELINE_EVENTSTORE_URL`, else in files in the folder `data`. The public log may have
 * another cluster, in `DATELINE_EVENTSTORE_PUBLIC_URL`. Users are in the URL or in separate variables.
 *
 * An archive needs no desk log: `desk` is false. If the public log has a separate cluster, the archive does not read the
 * variables of the desk's cluster.
 */
export function readLogs(env: Env, data: string, desk: boolean): FoundLogs {
  const wrong: string[] = [];
  // An archive with a separate cluster gets only the user of that cluster.
  const own = endpoint(
    env,
    'EVENTSTORE',
    wrong,
    desk || !clusterVariable(env, 'EVENTSTORE_PUBLIC_URL').value,
  );
  const apart = endpoint(env, 'EVENTSTORE_PUBLIC', wrong, true);
  const publicUrl = clusterVariable(env, 'EVENTSTORE_PUBLIC_URL').name;
  if (desk && apart && !own)
    wrong.push(`${publicUrl} needs ${publicUrl.replace('PUBLIC_', '')}, the cluster of the desk log`);
  const identityFile = join(data, 'cluster.json');
  const shared = apart === null;
  const world = apart ? { ...apart, credentials: apart.credentials ?? own?.credentials ?? null } : own;
  const at = (found: typeof own, log: 'desk' | 'public'): LogAddress =>
    found
      ? { kind: 'cluster', ...found, log, shared, identityFile }
      : { kind: 'file', file: join(data, `${log}.db`) };
  return { desk: desk ? at(own, 'desk') : null, public: at(world, 'public'), wrong };
}

function endpoint(
  env: Env,
  name: 'EVENTSTORE' | 'EVENTSTORE_PUBLIC',
  wrong: string[],
  needed: boolean,
): { readonly url: string; readonly credentials: Credentials | null } | null {
  const [url, username, password] = ['URL', 'USERNAME', 'PASSWORD'].map((part) =>
    clusterVariable(env, `${name}_${part}`),
  ) as [Given, Given, Given];
  if (!needed || !url.value) return null;
  if (!isClusterUrl(url.value))
    wrong.push(
      `${url.name} must be a cluster such as esdb://db.example.org:2113, esdb://a,b,c or esdb+discover://db.example.org, with known options only (docs/operations.md)`,
    );
  else if (!filesOf(url.value).every((file) => existsSync(file)))
    wrong.push(`${url.name} names a file (tlsCAFile, userCertFile, userKeyFile) that does not exist`);
  if (!username.value !== !password.value)
    wrong.push(`${together(username.value ? username.name : password.name)} must be set together`);
  const given = username.value && password.value;
  return {
    url: url.value,
    credentials: given ? { username: username.value, password: password.value } : null,
  };
}

/** The names of both variables of a user, with the prefix of the one that is set. */
const together = (name: string): string => {
  const user = name.replace(/_(?:USERNAME|PASSWORD)$/, '');
  return `${user}_USERNAME and ${user}_PASSWORD`;
};

type Given = ReturnType<typeof clusterVariable>;
