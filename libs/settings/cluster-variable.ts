type Env = Readonly<Record<string, string | undefined>>;

const USERS = [
  'EVENTSTORE',
  'EVENTSTORE_PUBLIC',
  'EVENTSTORE_ADMIN',
  'EVENTSTORE_PUBLIC_ADMIN',
  'EVENTSTORE_ARCHIVE',
];

/** Variables for clusters and their users. EventStoreDB reads variables with EVENTSTORE_ itself, so ours have a prefix. */
export const CLUSTER_VARIABLES: readonly string[] = [
  ...['EVENTSTORE_URL', 'EVENTSTORE_PUBLIC_URL'],
  ...USERS.flatMap((user) => [`${user}_USERNAME`, `${user}_PASSWORD`]),
].map((name) => `DATELINE_${name}`);

/** The value of `DATELINE_EVENTSTORE_…`, or else of the same name without `DATELINE_`, with the name for messages. */
export function clusterVariable(env: Env, name: string): { readonly name: string; readonly value: string } {
  const ours = `DATELINE_${name}`;
  if (env[ours] || !env[name]) return { name: ours, value: env[ours] ?? '' };
  return { name, value: env[name] };
}
