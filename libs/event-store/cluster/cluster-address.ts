/** A user of the cluster. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Where one of the two logs is on a cluster, and as whom to ask. Plain data: it goes to threads. */
export interface ClusterAddress {
  readonly kind: 'cluster';
  /** `esdb://host:2113`, `esdb://a,b,c` or `esdb+discover://name`, with the client's own query parameters. */
  readonly url: string;
  /** Beats what the URL says; null: that, or nobody. */
  readonly credentials: Credentials | null;
  readonly log: 'desk' | 'public';
  /** Whether the other log is on the same cluster. */
  readonly shared: boolean;
}

/** Streams of the public log begin with this; all others of ours are the desk's. */
export const PUBLIC = 'public-';

/** The user that an address names, wherever it does. */
export function userOf({
  url,
  credentials,
}: Pick<ClusterAddress, 'url' | 'credentials'>): Credentials | null {
  if (credentials) return credentials;
  const [, username, password] = /^[^:]+:\/\/([^:@/]+):([^@]+)@/.exec(url) ?? [];
  if (username === undefined || password === undefined) return null;
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** Whether connections go without TLS: a server that allows that checks no rights at all. */
export const isInsecure = ({ url }: Pick<ClusterAddress, 'url'>): boolean => /[?&]tls=false\b/i.test(url);

/** Options of the URL that we pass on; the client’s others change what we rest on. */
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
 * Whether a URL names a cluster as the client reads it. It is looked at here, for the client prints what it does not
 * understand, password included.
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

/** The schemes that KurrentDB has now are those of EventStoreDB by another name, which the client does not know. */
export const clientUrl = (url: string): string => url.replace(/^(?:kurrentdb|kdb)(\+discover)?:/, 'esdb$1:');

/** The files that a URL names, which the client reads when it connects. */
export function filesOf(url: string): readonly string[] {
  const files = [...url.matchAll(/[?&](?:tls_?ca_?file|user_?cert_?file|user_?key_?file)=([^&]*)/gi)];
  return files.map(([, file = '']) => decodeURIComponent(file));
}

/** Where it is, for logs and messages: hosts without credentials and options. */
export function hostsOf({ url }: Pick<ClusterAddress, 'url'>): string {
  return url
    .replace(/^[^:]+:\/\//, '')
    .replace(/^[^@]*@/, '')
    .replace(/[/?].*$/, '');
}
