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

/** The accounts of the server. Those it is born with are here, the others are in the log, as on a server. */
export class Users {
  readonly #log: Log;
  readonly #known = new Map<string, User>();

  constructor(log: Log) {
    this.#log = log;
    for (const [name, group] of [
      ['admin', ADMINS],
      ['ops', '$ops'],
    ] as const) {
      this.#known.set(name, { name, fullName: name, groups: [group], hash: hashOf(name, 'changeit') });
    }
  }

  /** Throws a `Failure` if there is one of this name. */
  async create(name: string, fullName: string, password: string, groups: readonly string[]): Promise<void> {
    if (await this.find(name)) throw failures.userExists(name);
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

  /** Who calls; null for nobody in particular. Throws a `Failure` if the password is wrong. */
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
