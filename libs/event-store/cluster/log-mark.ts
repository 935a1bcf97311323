import { randomUUID } from 'node:crypto';
import { NotPrepared, WrongNewsroom, WrongExpectedRevision } from '../failure.js';
import { decode, encode } from '../json.js';
import { hostsOf, type ClusterAddress } from './cluster-address.js';
import type { Connection } from './connection.js';

/** What identifies a log on a cluster. The public log also names the desk's log to which it belongs. */
export interface LogMark {
  readonly identity: string;
  /** Identity of the desk's log; only the public log has it. */
  readonly desk?: string;
}

/** The groups on the cluster for the users of a log. */
export const DESK_GROUP = 'dateline-desk';
export const ARCHIVE_GROUP = 'dateline-archives';

/**
 * The mark is in the metadata of a stream that is never written. So it is no event of the log, and everyone who may read the
 * log can read it.
 */
const markStream = (log: ClusterAddress['log']): string => `$$dateline-${log}`;

/** The mark of a log; null where it has none. @throws CallFailed */
export async function readMark(connection: Connection, log: ClusterAddress['log']): Promise<LogMark | null> {
  const found = await connection.retry((client, limit) =>
    client.read({ of: { stream: markStream(log) }, from: 'end', direction: 'backward', count: 1 }, limit),
  );
  const last = found?.[0];
  if (!last) return null;
  const { identity, desk } = decode(last.data) as Partial<LogMark>;
  if (typeof identity !== 'string') return null;
  return { identity, ...(typeof desk === 'string' ? { desk } : {}) };
}

/** Marks a log that has no mark. Returns the mark, which another program may have made. @throws CallFailed */
export async function mark(
  connection: Connection,
  log: ClusterAddress['log'],
  desk: string | null,
): Promise<LogMark> {
  const there = await readMark(connection, log);
  if (there) return there;
  const readers = [DESK_GROUP, '$admins', ...(log === 'public' ? [ARCHIVE_GROUP] : [])];
  const made: LogMark = { identity: randomUUID(), ...(desk === null ? {} : { desk }) };
  const event = {
    id: randomUUID(),
    type: '$metadata',
    data: encode({ ...made, $acl: { $mr: readers, $mw: ['$admins', DESK_GROUP] } }),
    metadata: new Uint8Array(),
  };
  try {
    await connection.retry((client, limit) => client.append(markStream(log), 'no_stream', [event], limit));
    return made;
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
    return (await readMark(connection, log)) ?? made;
  }
}

/** Compares the mark of a log with the expected one, and returns it. @throws NotPrepared, WrongNewsroom */
export function checkMark(
  address: ClusterAddress,
  found: LogMark | null,
  wanted: { readonly identity: string | null; readonly desk: string | null },
): LogMark {
  const where = `The ${address.log} log at ${hostsOf(address)}`;
  if (!found)
    throw new NotPrepared(
      `${where} does not exist yet. Start a desk on it, or run dateline cluster prepare; this program then continues.`,
    );
  if (wanted.identity !== null && found.identity !== wanted.identity)
    throw new WrongNewsroom(
      `${where} and the data here belong to different newsrooms. Correct DATELINE_EVENTSTORE_URL or DATELINE_EVENTSTORE_PUBLIC_URL, or set DATELINE_DATA to a separate folder.`,
    );
  if (wanted.desk !== null && found.desk !== wanted.desk)
    throw new WrongNewsroom(
      `${where} and the desk’s log belong to different newsrooms. Correct DATELINE_EVENTSTORE_URL or DATELINE_EVENTSTORE_PUBLIC_URL.`,
    );
  return found;
}
