import { randomUUID } from 'node:crypto';
import { AccessDenied } from '../failure.js';
import { canRead, canReadAll, isAllowed } from './access.js';
import { hostsOf, isInsecure, type ClusterAddress, type Credentials } from './cluster-address.js';
import { storeError } from './cluster-event-reader.js';
import { checkServer } from './check-server.js';
import { Connection } from './connection.js';
import { ARCHIVE_GROUP, checkMark, DESK_GROUP, mark } from './log-mark.js';
import { writeLastEvent } from './write-last-event.js';

/** Where the two logs are, and who may what. The addresses carry the administrator’s credentials. */
export interface Preparation {
  /** Users whose password was made for them now: whoever is there already has another. */
  readonly made: ReadonlySet<Credentials>;
  readonly desk: ClusterAddress;
  readonly public: ClusterAddress;
  /** The desk's user on its own cluster, and as which it writes the public log. */
  readonly deskUser: Credentials;
  readonly publisher: Credentials;
  readonly archiveUser: Credentials;
  /** Both logs may be on one cluster, though whoever follows one log there could follow the other. */
  readonly acceptOneCluster: boolean;
}

/**
 * Makes the users of desk and archives (and says of which it made the password as well, once they are there), sets what each may do, marks the logs, and looks whether it holds. May be done
 * again, and after a failure.
 *
 * @throws AccessDenied where the rights do not hold in the end, ServerUnsuited, StoreUnavailable, WrongNewsroom
 */
export async function prepareCluster(
  wanted: Preparation,
  tell: (line: string) => void,
  made: (user: Credentials) => Promise<void>,
): Promise<void> {
  const { desk, public: world, deskUser, publisher, archiveUser } = wanted;
  const shared = desk.shared;
  for (const address of shared ? [desk] : [desk, world]) {
    if (isInsecure(address))
      throw new AccessDenied(
        `The cluster at ${hostsOf(address)} is used without TLS, and then checks no rights: there is nothing to prepare. Use TLS.`,
      );
    await withConnection(address, async (connection) => {
      await checkServer(address, connection);
      const users: [Credentials, string][] = [[address === desk ? deskUser : publisher, DESK_GROUP]];
      if (address === world || shared) users.push([archiveUser, ARCHIVE_GROUP]);
      for (const [user, group] of users) {
        // A server answers that it made one also where the same is there.
        const isThere = await connection.retry((client, limit) => client.hasUser(user.username, limit));
        if (isThere && wanted.made.has(user))
          throw new AccessDenied(
            `User ${user.username} is there already at ${hostsOf(address)}, and its password was not given. Give it, or name another user.`,
          );
        if (!isThere) {
          await connection.retry((client, limit) => client.createUser(user, [group], limit));
          if (wanted.made.has(user)) await made(user);
        }
        tell(`${hostsOf(address)}: user ${user.username} ${isThere ? 'is there' : 'made'}, in ${group}`);
      }
      const archives = shared || address === world ? [ARCHIVE_GROUP] : [];
      // On a cluster of both logs a stream is the desk’s unless it says otherwise.
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
      tell(`${hostsOf(address)}: rights set`);
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
  tell('the two logs are marked as of one newsroom');
  await checkRights(wanted);
  tell('desk and archives may what they must, and no more');
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
        `User ${user.username} may not follow the ${address.log} log: its password is another, or it is not in the group ${DESK_GROUP}.`,
      );
  if (!(await isAllowed(as(world, archiveUser), canReadAll)))
    throw new AccessDenied(
      `User ${archiveUser.username} may not follow the public log: its password is another, or it is not in the group ${ARCHIVE_GROUP}.`,
    );
  if (await isAllowed(as(desk, archiveUser), streams))
    throw new AccessDenied(
      `User ${archiveUser.username} may read the desk’s streams. Take it out of ${DESK_GROUP} and $admins.`,
    );
  if (desk.shared && acceptOneCluster) return;
  if (await isAllowed(as(desk, archiveUser), canReadAll))
    throw new AccessDenied(
      desk.shared
        ? `Both logs are on one cluster, where whoever follows the public log can follow the desk’s: with the archive’s credentials everything that is embargoed can be read. Set DATELINE_EVENTSTORE_PUBLIC_URL to another cluster or, knowing this, add --one-cluster.`
        : `User ${archiveUser.username} may follow the desk’s log. Take that right away, or use another user.`,
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
