import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, isClusterUrl, type Credentials, type LogAddress } from '#event-store';
import { clusterVariable } from './cluster-variable.js';

/** Where the two logs are; a log is null only where something is wrong with it, or where it is not asked for. */
export interface FoundLogs {
  readonly desk: LogAddress | null;
  readonly public: LogAddress | null;
  /** What is wrong, a line each, without any value. */
  readonly wrong: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Finds the logs that an environment names: on a cluster by `DATELINE_EVENTSTORE_URL`, the public one
 * on another by `DATELINE_EVENTSTORE_PUBLIC_URL`, with a user apart from the URL or in it; else in files among the `data`. Without `desk` an
 * archive asks, and of the desk's cluster nothing is looked at where the public log has its own.
 */
export function readLogs(env: Env, data: string, desk: boolean): FoundLogs {
  const wrong: string[] = [];
  // An archive whose log has a cluster of its own is given that one's user alone.
  const own = endpoint(
    env,
    'EVENTSTORE',
    wrong,
    desk || !clusterVariable(env, 'EVENTSTORE_PUBLIC_URL').value,
  );
  const apart = endpoint(env, 'EVENTSTORE_PUBLIC', wrong, true);
  const publicUrl = clusterVariable(env, 'EVENTSTORE_PUBLIC_URL').name;
  if (desk && apart && !own)
    wrong.push(`${publicUrl} needs ${publicUrl.replace('PUBLIC_', '')}, the cluster of the desk’s log`);
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
  asked: boolean,
): { readonly url: string; readonly credentials: Credentials | null } | null {
  const [url, username, password] = ['URL', 'USERNAME', 'PASSWORD'].map((part) =>
    clusterVariable(env, `${name}_${part}`),
  ) as [Given, Given, Given];
  if (!asked || !url.value) return null;
  if (!isClusterUrl(url.value))
    wrong.push(
      `${url.name} must be a cluster such as esdb://db.example.org:2113, esdb://a,b,c or esdb+discover://db.example.org, with options that are known (docs/operations.md)`,
    );
  else if (!filesOf(url.value).every((file) => existsSync(file)))
    wrong.push(`${url.name} names a file (tlsCAFile, userCertFile, userKeyFile) that is not there`);
  if (!username.value !== !password.value)
    wrong.push(`${together(username.value ? username.name : password.name)} must be given together`);
  const given = username.value && password.value;
  return {
    url: url.value,
    credentials: given ? { username: username.value, password: password.value } : null,
  };
}

/** Both halves of a user, spelt as the one that was given. */
const together = (name: string): string => {
  const user = name.replace(/_(?:USERNAME|PASSWORD)$/, '');
  return `${user}_USERNAME and ${user}_PASSWORD`;
};

type Given = ReturnType<typeof clusterVariable>;
