import type { DatabaseKind } from '#database';

/**
 * Times are milliseconds since the epoch. Links, sessions, tokens and recovery codes are random and long, so their SHA-256
 * is enough: a reader of the file cannot use them. Passwords are hashed by scrypt.
 */
const TABLES = `
  CREATE TABLE accounts (
    id TEXT PRIMARY KEY,
    -- Folded: two names that look the same are the same.
    username TEXT NOT NULL UNIQUE,
    shown_username TEXT NOT NULL,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    disabled_at INTEGER
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE passwords (
    account TEXT PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    -- The parameters of scrypt, so that they can be raised later.
    n INTEGER NOT NULL,
    r INTEGER NOT NULL,
    p INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE recovery_codes (
    account TEXT PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    hash BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- One-time links. The link of the first setup has no account yet.
  CREATE TABLE links (
    hash BLOB PRIMARY KEY,
    account TEXT UNIQUE REFERENCES accounts ON DELETE CASCADE,
    ends_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    agent TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_by_account ON sessions (account);

  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    roles TEXT NOT NULL,
    made_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    used_at INTEGER,
    revoked_at INTEGER
  ) STRICT, WITHOUT ROWID;

  -- The latest time that was seen, and the key of device cookies.
  CREATE TABLE facts (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;`;

/** Which account belongs to whom at an identity provider (OpenID Connect Core 1.0, section 5.7: only both together are stable). */
const IDENTITIES = `
  CREATE TABLE identities (
    account TEXT PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    UNIQUE (issuer, subject)
  ) STRICT, WITHOUT ROWID;`;

/** A public key is no secret. Credential ids are in base64url. */
const PASSKEYS = `
  CREATE TABLE passkeys (
    id TEXT PRIMARY KEY,
    credential TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE,
    public_key BLOB NOT NULL,
    counter INTEGER NOT NULL,
    transports TEXT NOT NULL,
    backed_up INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX passkeys_by_account ON passkeys (account);`;

/** The last notice that each person or service has seen. */
const SEEN = `
  CREATE TABLE seen_notices (principal TEXT PRIMARY KEY, up_to TEXT NOT NULL) STRICT, WITHOUT ROWID;`;

export const STAFF: DatabaseKind = {
  name: 'a file of Dateline’s staff',
  use: 'lets staff sign in',
  // The letters DStf.
  application: 0x44537466,
  schemas: [TABLES, IDENTITIES, PASSKEYS, SEEN],
};
