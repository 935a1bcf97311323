import { createHash, randomUUID } from 'node:crypto';
import type { Metadata } from '@grpc/grpc-js';
import { failures } from './failure.js';
import type { Log } from './log.js';

export interface User {
  readonly name: string;
  readonly fullName: string;
  readonly groups: readonly string[];
  readonly hash: string;
}

export const ADMINS = '$admins';

/** A default account of a server. */
export const defaultUser = (name: string): User => ({
  name,
  fullName: name,
  groups: [name === 'admin' ? ADMINS : '$ops'],
  hash: hashOf(name, 'changeit'),
});

/** The accounts of the server. They are stored in its log. */
export class Users {
  readonly #log: Log;
  readonly #known = new Map<string, User>();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Creates an account, unless it exists. @throws Failure if the existing one has a different password */
  async create(name: string, fullName: string, password: string, groups: readonly string[]): Promise<void> {
    const there = await this.find(name);
    if (there?.hash === hashOf(name, password)) return;
    if (there) throw failures.userExists(name);
    const user: User = { name, fullName, groups, hash: hashOf(name, password) };
    await this.#log.append(`$user-${name}`, 'no_stream', [
      {
        id: randomUUID(),
        type: '$UserCreated',
        isJson: true,
        data: Buffer.from(JSON.stringify(user)),
        metadata: new Uint8Array(0),
      },
    ]);
    this.#known.set(name, user);
  }

  async find(name: string): Promise<User | null> {
    const known = this.#known.get(name);
    if (known) return known;
    const [written] = await this.#log.lastOf(`$user-${name}`);
    if (!written) return null;
    const user = JSON.parse(Buffer.from(written.data).toString('utf8')) as User;
    this.#known.set(name, user);
    return user;
  }

  /** The name of the caller; null if anonymous. @throws Failure if the password is wrong */
  async callerOf(metadata: Metadata): Promise<User | null> {
    const [authorization] = metadata.get('authorization');
    if (authorization === undefined) return null;
    const [scheme = '', encoded = ''] = String(authorization).split(' ');
    const [name = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const user = scheme.toLowerCase() === 'basic' ? await this.find(name) : null;
    if (user?.hash !== hashOf(name, password.join(':'))) throw failures.wrongCredentials();
    return user;
  }
}

function hashOf(name: string, password: string): string {
  return createHash('sha256').update(`${name}:${password}`).digest('hex');
}
