import { prepareCluster, type Credentials } from '#event-store';
import type { Workplace } from './command.js';
import { EXIT, Failure } from './failure.js';
import { told } from './store-failure.js';

export interface PrepareOptions {
  readonly oneCluster: boolean;
}

/** `dateline cluster prepare`: users, rights and marks, and whether they hold. */
export async function prepare(place: Workplace, { oneCluster }: PrepareOptions): Promise<void> {
  const { deskLog, publicLog } = await place.settings();
  if (deskLog.kind !== 'cluster' || publicLog.kind !== 'cluster')
    throw new Failure(EXIT.usage, 'Say with EVENTSTORE_URL which cluster is meant.');
  const userOf = (name: string, otherwise?: Credentials): Credentials => {
    const [username, password] = [place.env[`${name}_USERNAME`], place.env[`${name}_PASSWORD`]];
    if (username && password) return { username, password };
    if (otherwise && !username && !password) return otherwise;
    throw new Failure(EXIT.usage, `Give ${name}_USERNAME and ${name}_PASSWORD.`);
  };
  const admin = userOf('EVENTSTORE_ADMIN');
  const desk = userOf('EVENTSTORE');
  const wanted = {
    desk: { ...deskLog, credentials: admin },
    public: { ...publicLog, credentials: userOf('EVENTSTORE_PUBLIC_ADMIN', admin) },
    deskUser: desk,
    publisher: userOf('EVENTSTORE_PUBLIC', desk),
    archiveUser: userOf('EVENTSTORE_ARCHIVE'),
    acceptOneCluster: oneCluster,
  };
  await told(() => prepareCluster(wanted, (line) => place.output.tell(line)));
}
