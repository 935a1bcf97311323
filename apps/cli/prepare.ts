import { randomBytes } from 'node:crypto';
import { prepareCluster, type Credentials } from '#event-store';
import { clusterVariable } from '#settings';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { told } from './store-failure.js';

export interface PrepareOptions {
  readonly oneCluster: boolean;
}

/** Bytes of a password that is made: whoever follows a log can read what it could be guessed from. */
const PASSWORD = 24;

/**
 * `dateline cluster prepare`: users, rights and marks, and whether they hold. A password that is not given is made, and
 * written to stdout as the variable that the program is to be given.
 */
export async function prepare(place: CommandContext, { oneCluster }: PrepareOptions): Promise<void> {
  const { deskLog, publicLog } = await place.settings();
  if (deskLog.kind !== 'cluster' || publicLog.kind !== 'cluster')
    throw new Failure(EXIT.usage, 'Say with DATELINE_EVENTSTORE_URL which cluster is meant.');
  const names = new Map<Credentials, string>();
  const given = (name: string): Credentials | null => {
    const [username, password] = ['USERNAME', 'PASSWORD'].map((part) =>
      clusterVariable(place.env, `${name}_${part}`),
    ) as [Given, Given];
    if (username.value && password.value) return { username: username.value, password: password.value };
    if (!username.value && !password.value) return null;
    throw new Failure(EXIT.usage, `Give ${username.name} and ${password.name}, or neither.`);
  };
  const userOf = (name: string, username: string): Credentials => {
    const found = given(name);
    if (found) return found;
    const made = { username, password: randomBytes(PASSWORD).toString('base64url') };
    names.set(made, `DATELINE_${name}`);
    return made;
  };
  const admin = given('EVENTSTORE_ADMIN');
  if (!admin)
    throw new Failure(
      EXIT.usage,
      'Give DATELINE_EVENTSTORE_ADMIN_USERNAME and DATELINE_EVENTSTORE_ADMIN_PASSWORD.',
    );
  const deskUser = userOf('EVENTSTORE', 'desk');
  const publisher = deskLog.shared ? deskUser : userOf('EVENTSTORE_PUBLIC', 'publisher');
  const archiveUser = userOf('EVENTSTORE_ARCHIVE', 'archive');
  for (const { username } of [deskUser, publisher, archiveUser])
    if (!/^[\w.@-]{1,64}$/.test(username))
      throw new Failure(EXIT.usage, 'A user’s name is 1 to 64 letters, digits and . _ @ -. Give another.');
  const passwords = new Set([deskUser, publisher, archiveUser].map(({ password }) => password));
  if (passwords.size < (deskLog.shared ? 2 : 3))
    throw new Failure(
      EXIT.usage,
      'Two users have the same password. Give each its own, or give none and have it made: whoever may follow a log can read there what its users’ passwords could be guessed from.',
    );
  const wanted = {
    desk: { ...deskLog, credentials: admin },
    public: { ...publicLog, credentials: given('EVENTSTORE_PUBLIC_ADMIN') ?? admin },
    deskUser,
    publisher,
    archiveUser,
    made: new Set(names.keys()),
    acceptOneCluster: oneCluster,
  };
  await told(() =>
    prepareCluster(
      wanted,
      (line) => place.output.tell(line),
      async (user) => {
        const name = names.get(user)!;
        await place.output.write(`${name}_USERNAME=${user.username}\n${name}_PASSWORD=${user.password}\n`);
      },
    ),
  );
}

type Given = ReturnType<typeof clusterVariable>;
