import { randomUUID } from 'node:crypto';
import type { DatabaseFile } from '#database';
import type { ForwardTime } from './forward-time.js';

/** What an authenticator made: WebAuthn calls it a public key credential. */
export interface Credential {
  /** The credential id, in base64url. */
  readonly credential: string;
  /** COSE (RFC 9052), as CBOR. */
  readonly publicKey: Uint8Array;
  /** How often the authenticator has signed; 0 if it does not count. */
  readonly counter: number;
  /** How browsers reach the authenticator, such as `internal` or `usb`. */
  readonly transports: readonly string[];
  /** Whether the authenticator has copied the key to other devices of the person. */
  readonly backedUp: boolean;
}

export interface Passkey extends Credential {
  readonly id: string;
  readonly account: string;
  /** The name that its owner gave it. */
  readonly name: string;
  readonly createdAt: number;
  /** Null before the first sign-in with it. */
  readonly usedAt: number | null;
}

/** The most passkeys of one account. */
const MOST = 20;

type Row = Omit<Passkey, 'transports' | 'backedUp'> & {
  readonly transports: string;
  readonly backedUp: number;
};
const COLUMNS = `id, credential, account, public_key AS publicKey, counter, transports, backed_up AS backedUp, name,
  created_at AS createdAt, used_at AS usedAt`;

/** The passkeys of accounts. A passkey has a public key, so a reader of the file cannot sign in with it. */
export class Passkeys {
  constructor(
    private readonly file: DatabaseFile,
    private readonly time: ForwardTime,
  ) {}

  /** Null if another passkey has this credential, or if the account has too many. `id` is a new UUID. */
  add(account: string, name: string, made: Credential, id = randomUUID()): Passkey | null {
    const createdAt = this.time.now();
    return this.file.record(() => {
      if (this.of(account).length >= MOST || this.withCredential(made.credential)) return null;
      this.file
        .prepare('INSERT INTO passkeys VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)')
        .run(
          id,
          made.credential,
          account,
          made.publicKey,
          made.counter,
          JSON.stringify(made.transports),
          Number(made.backedUp),
          name,
          createdAt,
        );
      return { ...made, id, account, name, createdAt, usedAt: null };
    });
  }

  /** The newest first. */
  of(account: string): readonly Passkey[] {
    return this.file
      .prepare<[string], Row>(
        `SELECT ${COLUMNS} FROM passkeys WHERE account = ? ORDER BY created_at DESC, id`,
      )
      .all(account)
      .map(passkeyOf);
  }

  withCredential(credential: string): Passkey | null {
    const row = this.file
      .prepare<[string], Row>(`SELECT ${COLUMNS} FROM passkeys WHERE credential = ?`)
      .get(credential);
    return row ? passkeyOf(row) : null;
  }

  /**
   * Records a sign-in. False if the passkey was removed, or if its counter did not rise; then nothing changes. Two devices that
   * count for the same key are a sign of a copy (WebAuthn section 6.1.1).
   */
  use(id: string, { counter, backedUp }: Pick<Credential, 'counter' | 'backedUp'>): boolean {
    const change = this.file.prepare(
      `UPDATE passkeys SET counter = $counter, backed_up = $backedUp, used_at = $now
       WHERE id = $id AND (counter < $counter OR (counter = 0 AND $counter = 0))`,
    );
    const values = { id, counter, backedUp: Number(backedUp), now: this.time.now() };
    return this.file.record(() => change.run(values).changes > 0);
  }

  remove(id: string): void {
    this.file.record(() => this.file.prepare('DELETE FROM passkeys WHERE id = ?').run(id));
  }

  /** Removes all passkeys of an account. */
  removeAll(account: string): void {
    this.file.record(() => this.file.prepare('DELETE FROM passkeys WHERE account = ?').run(account));
  }
}

const passkeyOf = ({ transports, backedUp, ...row }: Row): Passkey => ({
  ...row,
  transports: JSON.parse(transports) as string[],
  backedUp: backedUp !== 0,
});
