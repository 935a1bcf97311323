import { randomUUID } from 'node:crypto';
import { WrongExpectedRevision } from '../failure.js';
import { CallFailed } from './call-failed.js';
import type { ClusterClient } from './client.js';
import { isInsecure, PUBLIC, userOf, type ClusterAddress } from './cluster-address.js';
import { Connection } from './connection.js';

/** What is too open, in a sentence for an operator; `refuse` where a program should not run so. */
export interface AccessFinding {
  readonly refuse: boolean;
  readonly message: string;
}

/** A stream that is never written: whether it may be read is told by how the answer says that it is not there. */
const PROBE = `story-${randomUUID()}`;

/**
 * What the rights on a cluster leave open, for a program that uses these credentials: `reads` an archive, which may read
 * the public log and nothing else; `writes` a desk.
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
        message: `The ${address.log} log’s cluster is open: without TLS it checks no rights, and everyone who reaches it may read and write it.`,
      },
    ];
  const user = userOf(address);
  if (user !== null && ['admin', 'ops'].includes(user.username))
    return [
      {
        refuse: false,
        message: `The ${address.log} log is reached as ${user.username}, who may do anything: run dateline cluster prepare, and give each program a user of its own.`,
      },
    ];
  const findings: AccessFinding[] = [];
  if (await isAllowed(address, canRead(PROBE), true))
    findings.push({
      refuse: false,
      message: `The ${address.log} log’s cluster is open: it lets anybody read without a user. Run dateline cluster prepare.`,
    });
  if (!(await isAllowed(address, canReadAll)))
    findings.push({
      refuse: true,
      message: `These credentials are wrong, or may not follow the ${address.log} log. Run dateline cluster prepare, or correct them.`,
    });
  if (as === 'writes') return findings;
  if (address.shared && (await isAllowed(address, canRead(PROBE))))
    findings.push({
      refuse: true,
      message:
        'These credentials may read the desk’s streams. Run dateline cluster prepare, and use an archive’s own.',
    });
  if (await isAllowed(address, canWrite(`${PUBLIC}${randomUUID()}`)))
    findings.push({
      refuse: true,
      message:
        'These credentials may write the public log. Run dateline cluster prepare, and use an archive’s own.',
    });
  return findings;
}

/** Whether a call is allowed, as the user of the address or as nobody. @throws CallFailed of another kind than `denied` */
export async function isAllowed(
  address: ClusterAddress,
  call: (client: ClusterClient, limit: number) => Promise<unknown>,
  asNobody = false,
): Promise<boolean> {
  const url = asNobody ? address.url.replace(/^([^:]+:\/\/)[^@/]*@/, '$1') : address.url;
  const connection = Connection.separate({
    ...address,
    url,
    credentials: asNobody ? null : address.credentials,
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

/** Asks for what cannot be: rights are looked at before revisions, and nothing is written. */
const canWrite =
  (stream: string) =>
  (client: ClusterClient, limit: number): Promise<unknown> =>
    client.append(
      stream,
      2n ** 40n,
      [{ id: randomUUID(), type: 'Probe', data: new Uint8Array(), metadata: new Uint8Array() }],
      limit,
    );
