import { ServerUnsuited } from '../failure.js';
import { hostsOf, type ClusterAddress } from './cluster-address.js';
import type { Connection } from './connection.js';

/** The oldest major release that filters reads of the whole log, which we need. */
const LEAST_VERSION = 22;

/** @throws ServerUnsuited, CallFailed */
export async function checkServer(address: ClusterAddress, connection: Connection): Promise<void> {
  const version = await connection.retry((client, limit) => client.version(limit));
  if (Number(/^\d+/.exec(version ?? '')?.[0] ?? NaN) >= LEAST_VERSION) return;
  throw new ServerUnsuited(
    `The server at ${hostsOf(address)} is ${version === null ? 'of an unknown version' : `version ${version}`}; ` +
      `Dateline needs EventStoreDB ${LEAST_VERSION}.10 or later, or KurrentDB. Upgrade it.`,
  );
}
