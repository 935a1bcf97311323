import type { DatabaseKind } from '#database';

/**
 * A version is one saving of one draft. No version is ever given twice, also after the draft is deleted. `saved_at` is in
 * milliseconds since the epoch. The content comes last: a list does not read it.
 */
const TABLES = `
  CREATE TABLE drafts (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT NOT NULL,
    id TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    story TEXT,
    content TEXT NOT NULL,
    UNIQUE (owner, id)
  ) STRICT;
  CREATE INDEX drafts_by_version ON drafts (owner, version);`;

export const DRAFTS: DatabaseKind = {
  name: 'a file of Dateline’s drafts',
  use: 'keeps the drafts',
  // The letters DDrf.
  application: 0x44447266,
  schemas: [TABLES],
};
