import type { Metadata } from '@grpc/grpc-js';
import { failures } from './failure.js';
import type { Log } from './log.js';
import { ADMINS } from './users.js';
import type { User, Users } from './users.js';

/** The keys of `$acl` in a stream's metadata: read, write, delete, read the metadata, write the metadata. */
type Right = '$r' | '$w' | '$d' | '$mr' | '$mw';
type Acl = Readonly<Partial<Record<Right, string | readonly string[]>>>;

interface Settings {
  readonly $userStreamAcl?: Acl;
  readonly $systemStreamAcl?: Acl;
}

const EVERYONE = '$all';
const SETTINGS = '$settings';

/** Permissions as on a server: from the metadata of the stream, else from `$settings`, else from its defaults. */
export class Access {
  readonly #log: Log;
  readonly #users: Users;
  readonly #enforced: boolean;
  readonly #acls = new Map<string, Acl>();
  #settings: Settings | null = null;

  constructor(log: Log, users: Users, enforced: boolean) {
    this.#log = log;
    this.#users = users;
    this.#enforced = enforced;
  }

  /** Throws a `Failure` if credentials are given, and wrong. */
  async recognise(metadata: Metadata): Promise<void> {
    if (this.#enforced) await this.#users.callerOf(metadata);
  }

  /** Throws a `Failure` if the caller may not. `$all` is the name of the whole log. */
  async check(metadata: Metadata, what: 'read' | 'write' | 'delete', stream: string): Promise<void> {
    if (!this.#enforced) return;
    const user = await this.#users.callerOf(metadata);
    // An anonymous caller has no rights, even if a list contains `$all`.
    if (user === null) throw failures.accessDenied();
    if (isAdmin(user)) return;
    const isMetadata = stream.startsWith('$$');
    const [of, right] = isMetadata
      ? ([stream.slice(2), what === 'read' ? '$mr' : '$mw'] as const)
      : ([stream, what === 'read' ? '$r' : what === 'write' ? '$w' : '$d'] as const);
    const roles = await this.#rolesOf(of, right);
    if (!roles.some((role) => role === EVERYONE || role === user.name || user.groups.includes(role))) {
      throw failures.accessDenied();
    }
  }

  /** Throws a `Failure` unless the caller is one of the administrators, or is called `name`. */
  async checkAdmin(metadata: Metadata, name?: string): Promise<void> {
    if (!this.#enforced) return;
    const user = await this.#users.callerOf(metadata);
    if (!isAdmin(user) && (user === null || user.name !== name)) throw failures.accessDenied();
  }

  /** Drops the cached rules of a stream that was written. */
  forget(stream: string): void {
    if (stream.startsWith('$$')) this.#acls.delete(stream.slice(2));
    if (stream === SETTINGS) this.#settings = null;
  }

  async #rolesOf(stream: string, right: Right): Promise<readonly string[]> {
    const isSystem = stream.startsWith('$');
    const own = (await this.#aclOf(stream))[right];
    const settings = await this.#currentSettings();
    const general = (isSystem ? settings.$systemStreamAcl : settings.$userStreamAcl)?.[right];
    const roles = own ?? general ?? (isSystem ? ADMINS : EVERYONE);
    return typeof roles === 'string' ? [roles] : roles;
  }

  async #aclOf(stream: string): Promise<Acl> {
    const known = this.#acls.get(stream);
    if (known) return known;
    const { $acl } = (await this.#lastData(`$$${stream}`)) as { readonly $acl?: Acl };
    const acl = $acl ?? {};
    this.#acls.set(stream, acl);
    return acl;
  }

  async #currentSettings(): Promise<Settings> {
    this.#settings ??= (await this.#lastData(SETTINGS)) as Settings;
    return this.#settings;
  }

  async #lastData(stream: string): Promise<object> {
    const [last] = await this.#log.lastOf(stream);
    if (!last) return {};
    return JSON.parse(Buffer.from(last.data).toString('utf8')) as object;
  }
}

function isAdmin(user: User | null): boolean {
  return user?.groups.includes(ADMINS) ?? false;
}
