import { randomUUID } from 'node:crypto';
import { WrongExpectedRevision } from '../failure.js';
import { CallFailed } from './call-failed.js';
import type { ClusterClient } from './client.js';
import { isInsecure, PUBLIC, userOf, type ClusterAddress } from './cluster-address.js';
import { Connection } from './connection.js';

/** A right that is too wide, as a sentence for the operator. `refuse`: a program should not run with it. */
export interface AccessFinding {
  readonly refuse: boolean;
  readonly message: string;
}

/** A stream that is never written. A read of it answers `not found` with the right to read, and `denied` without. */
const PROBE = `story-${randomUUID()}`;

/**
 * Finds rights that are too wide or missing, for a program with these credentials. `reads`: an archive, which may read
 * only the public log. `writes`: a desk.
 *
 * @throws CallFailed where the cluster does not answer
 */
export async function checkAccess(
  address: ClusterAddress,
  as: 'reads' | 'writes',
): Promise<readonly AccessFinding[]> {
  if (isInsecure(address))
    return [
      {
        refuse: false,
        message: `The cluster of the ${address.log} log is open: without TLS it checks no rights. Everyone who reaches it may read and write it.`,
      },
    ];
  const user = userOf(address);
  if (user !== null && ['admin', 'ops'].includes(user.username))
    return [
      {
        refuse: false,
        message: `This program uses the ${address.log} log as ${user.username}, who may do anything. Run dateline cluster prepare, and give each program its own user.`,
      },
    ];
  const findings: AccessFinding[] = [];
  if (await isAllowed(address, canRead(PROBE), true))
    findings.push({
      refuse: false,
      message: `The cluster of the ${address.log} log is open: anyone may read it without a user. Run dateline cluster prepare.`,
    });
  if (!(await isAllowed(address, canReadAll)))
    findings.push({
      refuse: true,
      message: `These credentials are wrong, or may not read the whole ${address.log} log. Correct them, or run dateline cluster prepare.`,
    });
  if (as === 'writes') return findings;
  if (address.shared && (await isAllowed(address, canRead(PROBE))))
    findings.push({
      refuse: true,
      message:
        'These credentials may read the desk’s streams. Run dateline cluster prepare, and use those of an archive.',
    });
  if (await isAllowed(address, canWrite(`${PUBLIC}${randomUUID()}`)))
    findings.push({
      refuse: true,
      message:
        'These credentials may write the public log. Run dateline cluster prepare, and use those of an archive.',
    });
  return findings;
}

/** Whether a call is allowed, for the user of the address or without a user. @throws CallFailed, but not `denied` */
export async function isAllowed(
  address: ClusterAddress,
  call: (client: ClusterClient, limit: number) => Promise<unknown>,
  withoutUser = false,
): Promise<boolean> {
  const url = withoutUser ? address.url.replace(/^([^:]+:\/\/)[^@/]*@/, '$1') : address.url;
  const connection = Connection.separate({
    ...address,
    url,
    credentials: withoutUser ? null : address.credentials,
  });
  try {
    await connection.retry(call);
    return true;
  } catch (error) {
    if (error instanceof WrongExpectedRevision) return true;
    if (error instanceof CallFailed && error.outcome === 'denied') return false;
    throw error;
  } finally {
    await connection.close();
  }
}

export const canRead =
  (stream: string) =>
  (client: ClusterClient, limit: number): Promise<unknown> =>
    client.read({ of: { stream }, from: 'start', direction: 'forward', count: 1 }, limit);

export const canReadAll = (client: ClusterClient, limit: number): Promise<unknown> =>
  client.read({ of: { filter: 'none' }, from: 'end', direction: 'backward', count: 1 }, limit);

/** Appends at an impossible revision: the server checks rights before revisions, so nothing is written. */
const canWrite =
  (stream: string) =>
  (client: ClusterClient, limit: number): Promise<unknown> =>
    client.append(
      stream,
      2n ** 40n,
      [{ id: randomUUID(), type: 'Probe', data: new Uint8Array(), metadata: new Uint8Array() }],
      limit,
    );
