import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DatabaseFile } from '#database';
import type { Clock } from '#event-store';
import { Accounts, type Account } from './accounts.js';
import { ForwardTime } from './forward-time.js';
import { Identities } from './identities.js';
import { Links } from './links.js';
import { Passkeys } from './passkeys.js';
import { Passwords } from './passwords.js';
import { hashOf, newRecoveryCode, readRecoveryCode } from './secret.js';
import { SeenNotices } from './seen-notices.js';
import { Sessions, type SessionLimits } from './sessions.js';
import { STAFF } from './staff-file.js';
import { Tokens } from './tokens.js';

/** The staff, their credentials, and the tokens of services: one database. */
export class Staff {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly links: Links;
  readonly identities: Identities;
  readonly passwords: Passwords;
  readonly passkeys: Passkeys;
  readonly seen: SeenNotices;
  readonly time: ForwardTime;
  readonly #deviceKey: Buffer;

  private constructor(
    readonly file: DatabaseFile,
    clock: Clock,
    limits: SessionLimits,
  ) {
    this.time = new ForwardTime(clock, file);
    this.accounts = new Accounts(file);
    this.sessions = new Sessions(file, this.time, limits);
    this.tokens = new Tokens(file, this.time);
    this.links = new Links(file, this.time);
    this.identities = new Identities(file, this.accounts);
    this.passwords = new Passwords(file);
    this.passkeys = new Passkeys(file, this.time);
    this.seen = new SeenNotices(file);
    this.#deviceKey = deviceKeyOf(file);
  }

  /** Opens or creates the database. @throws DatabaseRefused, FileUnusable */
  static open(file: string, clock: Clock, limits: SessionLimits): Staff {
    return new Staff(DatabaseFile.open(file, STAFF), clock, limits);
  }

  close(): void {
    this.file.close();
  }

  /** A new recovery code of an account. Only its hash is stored. Call it inside a transaction. */
  renewRecoveryCode(account: string): string {
    const code = newRecoveryCode();
    this.file.prepare('INSERT OR REPLACE INTO recovery_codes VALUES (?, ?)').run(account, hashOf(code));
    return code;
  }

  /** Whether a typed code is the recovery code of the account. Without an account it takes the same time. */
  isRecoveryCode(account: string | null, typed: string): boolean {
    const stored = this.file
      .prepare<[string], Buffer>('SELECT hash FROM recovery_codes WHERE account = ?')
      .pluck()
      .get(account ?? '');
    const same = timingSafeEqual(stored ?? Buffer.alloc(32), hashOf(readRecoveryCode(typed)));
    return same && stored !== undefined;
  }

  /** Proves to later sign-ins that this browser was signed in to the account before. */
  deviceOf({ id }: Pick<Account, 'id'>): string {
    return createHmac('sha256', this.#deviceKey).update(id).digest('base64url');
  }

  isDeviceOf(account: Pick<Account, 'id'>, device: string): boolean {
    const [given, right] = [Buffer.from(device), Buffer.from(this.deviceOf(account))];
    return given.length === right.length && timingSafeEqual(given, right);
  }
}

function deviceKeyOf(file: DatabaseFile): Buffer {
  file.prepare(`INSERT OR IGNORE INTO facts VALUES ('device-key', ?)`).run(randomBytes(32));
  return file.prepare<[], Buffer>(`SELECT value FROM facts WHERE name = 'device-key'`).pluck().get()!;
}
