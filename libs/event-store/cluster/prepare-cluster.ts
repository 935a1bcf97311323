import { randomUUID } from 'node:crypto';
import { AccessDenied } from '../failure.js';
import { canRead, canReadAll, isAllowed } from './access.js';
import { hostsOf, isInsecure, type ClusterAddress, type Credentials } from './cluster-address.js';
import { storeError } from './cluster-event-reader.js';
import { checkServer } from './check-server.js';
import { Connection } from './connection.js';
import { ARCHIVE_GROUP, checkMark, DESK_GROUP, mark } from './log-mark.js';
import { writeLastEvent } from './write-last-event.js';

/** The two logs and their users. The addresses have the credentials of the administrator. */
export interface Preparation {
  /** Users whose password was generated just now. A user that exists already has a different one. */
  readonly made: ReadonlySet<Credentials>;
  readonly desk: ClusterAddress;
  readonly public: ClusterAddress;
  /** The desk's user for the desk's log, and for writing the public log. */
  readonly deskUser: Credentials;
  readonly publisher: Credentials;
  readonly archiveUser: Credentials;
  /** Accepts both logs on one cluster, where every user who may read one whole log may read the other. */
  readonly acceptOneCluster: boolean;
}

/**
 * Creates the users of desk and archives, sets their rights, marks the logs, and checks the result. It is idempotent, also
 * after a failure. `report` gets a line for each step; `made` gets each new user with a generated password.
 *
 * @throws AccessDenied where a right is still missing or too wide, ServerUnsuited, StoreUnavailable, WrongNewsroom
 */
export async function prepareCluster(
  wanted: Preparation,
  report: (line: string) => void,
  made: (user: Credentials) => Promise<void>,
): Promise<void> {
  const { desk, public: world, deskUser, publisher, archiveUser } = wanted;
  const shared = desk.shared;
  for (const address of shared ? [desk] : [desk, world]) {
    if (isInsecure(address))
      throw new AccessDenied(
        `The cluster at ${hostsOf(address)} is used without TLS, so it checks no rights: there is nothing to prepare. Use TLS.`,
      );
    await withConnection(address, async (connection) => {
      await checkServer(address, connection);
      const users: [Credentials, string][] = [[address === desk ? deskUser : publisher, DESK_GROUP]];
      if (address === world || shared) users.push([archiveUser, ARCHIVE_GROUP]);
      for (const [user, group] of users) {
        // A server also reports success for a user that exists with the same data.
        const isThere = await connection.retry((client, limit) => client.hasUser(user.username, limit));
        if (isThere && wanted.made.has(user))
          throw new AccessDenied(
            `User ${user.username} exists already at ${hostsOf(address)}, and its password was not given. Give it, or use another name.`,
          );
        if (!isThere) {
          await connection.retry((client, limit) => client.createUser(user, [group], limit));
          if (wanted.made.has(user)) await made(user);
        }
        report(`${hostsOf(address)}: user ${user.username} ${isThere ? 'exists' : 'created'}, in ${group}`);
      }
      const archives = shared || address === world ? [ARCHIVE_GROUP] : [];
      // With both logs on one cluster, only the desk may read a stream by default.
      const readers = shared ? [] : archives;
      await writeLastEvent(connection, '$settings', 'update-default-acl', {
        $userStreamAcl: {
          $r: [DESK_GROUP, ...readers, '$admins'],
          $w: [DESK_GROUP, '$admins'],
          $d: ['$admins'],
          $mr: [DESK_GROUP, ...readers, '$admins'],
          $mw: [DESK_GROUP, '$admins'],
        },
        $systemStreamAcl: {
          $r: ['$admins'],
          $w: ['$admins'],
          $d: ['$admins'],
          $mr: ['$admins'],
          $mw: ['$admins'],
        },
      });
      await writeLastEvent(connection, '$$$all', '$metadata', {
        $acl: { $r: [DESK_GROUP, ...archives, '$admins'] },
      });
      report(`${hostsOf(address)}: rights set`);
    });
  }
  const ofDesk = await withConnection(desk, async (connection) =>
    checkMark(desk, await mark(connection, 'desk', null), { identity: null, desk: null }),
  );
  await withConnection(world, async (connection) =>
    checkMark(world, await mark(connection, 'public', ofDesk.identity), {
      identity: null,
      desk: ofDesk.identity,
    }),
  );
  report('both logs are marked as belonging to one newsroom');
  await checkRights(wanted);
  report('desk and archives have the rights they need, and no others');
}

async function checkRights({
  desk,
  public: world,
  deskUser,
  publisher,
  archiveUser,
  acceptOneCluster,
}: Preparation): Promise<void> {
  const as = (address: ClusterAddress, credentials: Credentials): ClusterAddress => ({
    ...address,
    credentials,
  });
  const streams = canRead(`story-${randomUUID()}`);
  for (const [address, user] of [
    [desk, deskUser],
    [world, publisher],
  ] as const)
    if (!(await isAllowed(as(address, user), canReadAll)))
      throw new AccessDenied(
        `User ${user.username} may not read the whole ${address.log} log: its password is wrong, or it is not in the group ${DESK_GROUP}.`,
      );
  if (!(await isAllowed(as(world, archiveUser), canReadAll)))
    throw new AccessDenied(
      `User ${archiveUser.username} may not read the whole public log: its password is wrong, or it is not in the group ${ARCHIVE_GROUP}.`,
    );
  if (await isAllowed(as(desk, archiveUser), streams))
    throw new AccessDenied(
      `User ${archiveUser.username} may read the desk’s streams. Remove it from ${DESK_GROUP} and $admins.`,
    );
  if (desk.shared && acceptOneCluster) return;
  if (await isAllowed(as(desk, archiveUser), canReadAll))
    throw new AccessDenied(
      desk.shared
        ? `Both logs are on one cluster. There an archive’s credentials can read the whole log, embargoed developments included. Set DATELINE_EVENTSTORE_PUBLIC_URL to another cluster, or accept this with --one-cluster.`
        : `User ${archiveUser.username} may read the whole desk’s log. Remove that right, or use another user.`,
    );
}

async function withConnection<T>(
  address: ClusterAddress,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = Connection.shared(address);
  try {
    return await work(connection);
  } catch (error) {
    throw storeError(error, address);
  } finally {
    await connection.close();
  }
}
