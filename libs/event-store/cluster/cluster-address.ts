/** A user of the cluster. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The address of one of the two logs on a cluster, and the user. Plain data, so it can be passed to a thread. */
export interface ClusterAddress {
  readonly kind: 'cluster';
  /** `esdb://host:2113`, `esdb://a,b,c` or `esdb+discover://name`, with the client's own query parameters. */
  readonly url: string;
  /** Used instead of the user in the URL. Null: the user in the URL, or none. */
  readonly credentials: Credentials | null;
  readonly log: 'desk' | 'public';
  /** Whether the other log is on the same cluster. */
  readonly shared: boolean;
}

/** Names of streams in the public log start with this. All our other streams are in the desk's log. */
export const PUBLIC = 'public-';

/** The user of an address, from the credentials or the URL; null where there is none. */
export function userOf({
  url,
  credentials,
}: Pick<ClusterAddress, 'url' | 'credentials'>): Credentials | null {
  if (credentials) return credentials;
  const [, username, password] = /^[^:]+:\/\/([^:@/]+):([^@]+)@/.exec(url) ?? [];
  if (username === undefined || password === undefined) return null;
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** Whether connections have no TLS. A server that allows this checks no rights at all. */
export const isInsecure = ({ url }: Pick<ClusterAddress, 'url'>): boolean => /[?&]tls=false\b/i.test(url);

/** Options of the URL that we pass on. The other options of the client would change behaviour that we depend on. */
const OPTIONS: Readonly<Record<string, RegExp>> = {
  tls: /^(?:true|false)$/,
  tlscafile: /^.+$/,
  usercertfile: /^.+$/,
  userkeyfile: /^.+$/,
  nodepreference: /^(?:leader|follower|random|read_?only_?replica)$/i,
  maxdiscoverattempts: /^\d{1,4}$/,
  discoveryinterval: /^\d{1,6}$/,
  gossiptimeout: /^\d{1,3}$/,
  keepaliveinterval: /^[1-9]\d{4,6}$/,
  keepalivetimeout: /^[1-9]\d{3,6}$/,
  connectionname: /^[\w.-]{1,64}$/,
};
const HOST = String.raw`[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?::\d{1,5})?`;
const URL_FORM = new RegExp(
  String.raw`^(?:esdb|kurrentdb|kdb)(\+discover)?://(?:[^:@/?#\s]+:[^@/?#\s]+@)?(${HOST}(?:,${HOST})*)/?(?:\?(.*))?$`,
);

/**
 * Whether the client accepts a URL. We check it first because the client prints a URL that it does not accept, with the
 * password.
 */
export function isClusterUrl(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 2_048) return false;
  const [whole, discover, hosts, query = ''] = URL_FORM.exec(value) ?? [];
  if (whole === undefined || (discover !== undefined && hosts?.includes(','))) return false;
  if (hosts?.split(',').some((host) => Number(host.split(':')[1] ?? 1) > 65_535)) return false;
  return query
    .split('&')
    .filter((part) => part !== '')
    .every((part) => {
      const [name = '', ...rest] = part.split('=');
      const form = OPTIONS[name.trim().toLowerCase().replace(/[_-]/g, '')];
      return form !== undefined && form.test(rest.join('='));
    });
}

/** The client does not know the schemes of KurrentDB. They mean the same as those of EventStoreDB. */
export const clientUrl = (url: string): string => url.replace(/^(?:kurrentdb|kdb)(\+discover)?:/, 'esdb$1:');

/** The files in the options of a URL, which the client reads when it connects. */
export function filesOf(url: string): readonly string[] {
  const files = [...url.matchAll(/[?&](?:tls_?ca_?file|user_?cert_?file|user_?key_?file)=([^&]*)/gi)];
  return files.map(([, file = '']) => decodeURIComponent(file));
}

/** The hosts of an address, without credentials and options: for log lines and messages. */
export function hostsOf({ url }: Pick<ClusterAddress, 'url'>): string {
  return url
    .replace(/^[^:]+:\/\//, '')
    .replace(/^[^@]*@/, '')
    .replace(/[/?].*$/, '');
}
