import { randomBytes } from 'node:crypto';
import { prepareCluster, type Credentials } from '#event-store';
import { clusterVariable } from '#settings';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { withFailures } from './store-failure.js';

export interface PrepareOptions {
  readonly oneCluster: boolean;
}

/**
 * Bytes of a generated password. Anyone who can read the server's system streams can see password hashes, and try to guess the
 * passwords.
 */
const PASSWORD = 24;

/**
 * `dateline cluster prepare`: creates users, sets rights and marks, and checks them. Generates missing passwords, and writes
 * them to stdout as the settings of the program that needs them.
 */
export async function prepare(context: CommandContext, { oneCluster }: PrepareOptions): Promise<void> {
  const { deskLog, publicLog } = await context.settings();
  if (deskLog.kind !== 'cluster' || publicLog.kind !== 'cluster')
    throw new Failure(EXIT.usage, 'Set DATELINE_EVENTSTORE_URL to the cluster.');
  const names = new Map<Credentials, string>();
  const given = (name: string): Credentials | null => {
    const [username, password] = ['USERNAME', 'PASSWORD'].map((part) =>
      clusterVariable(context.env, `${name}_${part}`),
    ) as [Given, Given];
    if (username.value && password.value) return { username: username.value, password: password.value };
    if (!username.value && !password.value) return null;
    throw new Failure(EXIT.usage, `Set both ${username.name} and ${password.name}, or neither.`);
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
      'Set DATELINE_EVENTSTORE_ADMIN_USERNAME and DATELINE_EVENTSTORE_ADMIN_PASSWORD.',
    );
  const deskUser = userOf('EVENTSTORE', 'desk');
  const publisher = deskLog.shared ? deskUser : userOf('EVENTSTORE_PUBLIC', 'publisher');
  const archiveUser = userOf('EVENTSTORE_ARCHIVE', 'archive');
  for (const { username } of [deskUser, publisher, archiveUser])
    if (!/^[\w.@-]{1,64}$/.test(username))
      throw new Failure(
        EXIT.usage,
        'A user’s name must have 1 to 64 letters, digits and . _ @ -. Choose another.',
      );
  const passwords = new Set([deskUser, publisher, archiveUser].map(({ password }) => password));
  if (passwords.size < (deskLog.shared ? 2 : 3))
    throw new Failure(
      EXIT.usage,
      'Two users have the same password. Give each a different one, or give none, so that this command generates them. Anyone who may follow a log can read the password hashes of its users, and try to guess the passwords.',
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
  await withFailures(() =>
    prepareCluster(
      wanted,
      (line) => context.output.note(line),
      async (user) => {
        const name = names.get(user)!;
        await context.output.write(`${name}_USERNAME=${user.username}\n${name}_PASSWORD=${user.password}\n`);
      },
    ),
  );
}

type Given = ReturnType<typeof clusterVariable>;
