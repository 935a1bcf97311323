/** Raise it whenever a table below changes. A file of another schema cannot be read: the read model is built again. */
export const SCHEMA = 7;

/** Marks the file as a read model of Dateline (`PRAGMA application_id`): the letters DRdM. */
export const APPLICATION = 0x4452644d;

/**
 * The temporal read model. A piece is a headline, a development, a claim, the status of a claim, and so on. Each piece of
 * a story has an ordinal. A row says how a piece is from one revision of its story until the next row of that ordinal.
 * Rows are only ever added, so their ranges cannot overlap. A row without a body says that the piece is gone.
 *
 * So a story at a revision is, for each ordinal, the newest row up to that revision. Nothing recorded later can change
 * it. Only one thing is ever written into an existing row: until when a status lasted.
 *
 * Times are milliseconds since 1970. `story` is the number under which the rows of a story are at present. A story whose
 * past changes is written again under another number. The next copy of the file leaves out its old rows.
 */
export const TABLES = `
  CREATE TABLE model (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    log TEXT NOT NULL,              -- identity of the log
    fold TEXT NOT NULL,             -- fingerprint of the code that wrote the rows
    position INTEGER NOT NULL,      -- of the last event in the file; -1 before the first
    last_position INTEGER NOT NULL, last_id TEXT NOT NULL, -- of the last event of a story in the file
    complete INTEGER NOT NULL,      -- 0 while it is being built
    built_to INTEGER NOT NULL,      -- during the build: the end of the log when the build began
    latest INTEGER NOT NULL         -- the newest time of record: the moment of a reading without \`asOf\`
  ) STRICT;
  CREATE TABLE building (story INTEGER PRIMARY KEY, id TEXT NOT NULL, events INTEGER NOT NULL, withholds INTEGER NOT NULL) STRICT;

  CREATE TABLE stories (
    story INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL,
    head INTEGER NOT NULL,          -- the newest revision
    first_at INTEGER NOT NULL,
    withheld TEXT,                  -- the notice, while the whole story is killed or taken down
    closed_off INTEGER NOT NULL,    -- nobody may read it: 1 until it is rewritten, 2 if the log has it damaged
    last_rewrite INTEGER NOT NULL   -- the revision whose event last rewrote its past; -1 for none
  ) STRICT;
  CREATE INDEX stories_by_slug ON stories (slug);
  CREATE INDEX stories_closed_off ON stories (story) WHERE closed_off > 0;

  CREATE TABLE revisions (
    story INTEGER NOT NULL, revision INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL, newest_at INTEGER NOT NULL, position INTEGER NOT NULL,
    developments INTEGER NOT NULL, claims INTEGER NOT NULL, questions INTEGER NOT NULL, corrections INTEGER NOT NULL,
    claim_ordinals INTEGER NOT NULL, question_ordinals INTEGER NOT NULL, -- how many ordinals were ever given
    key_developments INTEGER NOT NULL,
    kinds TEXT NOT NULL,            -- developments by their kind when recorded: see kind_corrections
    PRIMARY KEY (story, recorded_at, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX revisions_by_number ON revisions (story, revision);
  -- When each story had its newest development: the order of the front page at every moment.
  CREATE TABLE fronts (newest_at INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY (newest_at, story)) STRICT, WITHOUT ROWID;

  -- The changes that followers get: an event, and the pieces that it changed. The rows of the pieces say how.
  CREATE TABLE changes (
    position INTEGER NOT NULL, story INTEGER NOT NULL, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
    type TEXT NOT NULL,
    visible INTEGER NOT NULL,          -- 0 if nothing that can be read changed
    amends INTEGER NOT NULL,        -- 1 for a correction, a retraction, a withdrawal or a kill
    whole INTEGER NOT NULL,         -- 1 if more changed than the pieces name
    pieces TEXT NOT NULL,
    PRIMARY KEY (position, story)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX changes_of_story ON changes (story, position);
  CREATE INDEX changes_amending ON changes (recorded_at, position) WHERE amends = 1;

  CREATE TABLE headers (story INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT, PRIMARY KEY (story, revision)) STRICT, WITHOUT ROWID;

  CREATE TABLE developments (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,       -- the revision that recorded the development
    revision INTEGER NOT NULL,
    began INTEGER NOT NULL,         -- in the world
    key INTEGER NOT NULL,           -- 1 for a key development
    body TEXT
  ) STRICT;
  CREATE INDEX developments_key ON developments (story, ordinal, revision) WHERE key = 1;
  CREATE INDEX developments_by_ordinal ON developments (story, ordinal, revision, began);
  CREATE INDEX developments_revised ON developments (story, revision) WHERE revision > ordinal;

  -- Corrections of the kind of a development.
  CREATE TABLE kind_corrections (
    story INTEGER NOT NULL, recorded_at INTEGER NOT NULL, -- when the development was recorded
    ordinal INTEGER NOT NULL, revision INTEGER NOT NULL, was TEXT NOT NULL, kind TEXT NOT NULL,
    PRIMARY KEY (story, recorded_at, ordinal, revision)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE claims (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, ordinal INTEGER NOT NULL, revision INTEGER NOT NULL,
    slug TEXT NOT NULL,
    body TEXT,                      -- its words
    page TEXT                       -- the rest of its page: corrections, judgements, links
  ) STRICT;
  CREATE INDEX claims_by_ordinal ON claims (story, ordinal, revision);
  CREATE INDEX claims_by_slug ON claims (story, slug, revision);

  CREATE TABLE statuses (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, ordinal INTEGER NOT NULL, revision INTEGER NOT NULL,
    appeared INTEGER,                    -- the revision in which the claim last appeared
    moved INTEGER,                  -- 1 if the status itself changed
    assertions INTEGER, in_force INTEGER, -- how many assertions, and how many in force
    newest TEXT,                    -- ids of the newest assertions in force, newest first
    tier INTEGER,                   -- order in a state: 0 judged by the newsroom, 1 of a key development, 2 others
    changed INTEGER,                -- the revision that last changed the claim, its status or its assertions
    status TEXT, kind TEXT,
    until INTEGER, magnitude INTEGER,   -- the revision that ended it, and how long it lasted: see claim-order.ts
    body TEXT
  ) STRICT;
  -- The order of the claims of a state: of the present statuses, and of the ended ones.
  CREATE INDEX statuses_now ON statuses (story, tier, changed DESC, ordinal, revision, status, kind)
    WHERE until IS NULL AND body IS NOT NULL;
  CREATE INDEX statuses_then ON statuses (story, tier, magnitude, changed DESC, ordinal, revision, until, status, kind)
    WHERE until IS NOT NULL AND body IS NOT NULL;
  CREATE INDEX statuses_by_ordinal ON statuses (story, ordinal, revision);
  CREATE INDEX statuses_moved ON statuses (story, ordinal, revision) WHERE moved = 1;

  -- The statuses of a claim that appears again in revision \`appeared\`: those from before, in order.
  CREATE TABLE earlier_statuses (
    story INTEGER NOT NULL, ordinal INTEGER NOT NULL, appeared INTEGER NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (story, ordinal, appeared, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE assertions (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, claim INTEGER NOT NULL,
    made INTEGER NOT NULL,          -- the revision in which it was made
    assertion TEXT NOT NULL, revision INTEGER NOT NULL,
    body TEXT
  ) STRICT;
  CREATE INDEX assertions_by_ordinal ON assertions (story, claim, made, assertion, revision);

  CREATE TABLE questions (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, ordinal INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT
  ) STRICT;
  CREATE INDEX questions_by_ordinal ON questions (story, ordinal, revision);

  CREATE TABLE corrections (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, ordinal INTEGER NOT NULL, revision INTEGER NOT NULL,
    made INTEGER,                   -- the revision of the correction itself
    body TEXT
  ) STRICT;
  CREATE INDEX corrections_by_ordinal ON corrections (story, ordinal, revision);

  -- The time of the world for which a claim holds, according to an origin ('' if the claim measures nothing).
  CREATE TABLE holdings (
    story INTEGER NOT NULL, claim INTEGER NOT NULL, origin TEXT NOT NULL, revision INTEGER NOT NULL,
    variable TEXT,
    starts INTEGER, ends INTEGER,   -- inclusive; both null once the claim no longer holds for that origin
    restated INTEGER,               -- 1 if the origin has a later value for the same time
    PRIMARY KEY (story, claim, origin, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX holdings_by_variable ON holdings (story, variable, origin, claim, revision) WHERE variable IS NOT NULL;

  -- From which revision a party speaks about a claim; present = 0: from which it no longer does.
  CREATE TABLE speakers (
    story INTEGER NOT NULL, claim INTEGER NOT NULL, party TEXT NOT NULL, revision INTEGER NOT NULL, present INTEGER NOT NULL,
    PRIMARY KEY (story, claim, party, revision)
  ) STRICT, WITHOUT ROWID;

  -- The origins of assertions, as they are described from a revision on.
  CREATE TABLE origins (
    story INTEGER NOT NULL, origin TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT,
    PRIMARY KEY (story, origin, revision)
  ) STRICT, WITHOUT ROWID;

  -- From when a story has a word or a mark; present = 0: from when it no longer has it.
  CREATE TABLE terms (
    term TEXT NOT NULL, story INTEGER NOT NULL, since INTEGER NOT NULL, present INTEGER NOT NULL,
    PRIMARY KEY (term, story, since)
  ) STRICT, WITHOUT ROWID;

  -- What a party said about a claim, and the status of that claim.
  CREATE TABLE records (
    party TEXT NOT NULL, spoke_at INTEGER NOT NULL, story INTEGER NOT NULL, claim INTEGER NOT NULL, origin TEXT NOT NULL,
    since INTEGER NOT NULL, revision INTEGER NOT NULL,
    stance TEXT,                    -- null: from then on it has said nothing
    name TEXT,                      -- of the party at that time
    status TEXT,
    taken_back_at INTEGER,          -- null while it keeps to it
    PRIMARY KEY (party, spoke_at, story, claim, origin, since, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX records_of_story ON records (story, party);
  CREATE TABLE record_counts (
    party TEXT NOT NULL, scale INTEGER NOT NULL, bucket INTEGER NOT NULL,
    stance TEXT NOT NULL, status TEXT NOT NULL, taken_back INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (party, scale, bucket, stance, status, taken_back)
  ) STRICT, WITHOUT ROWID;

  -- The story that a request with an idempotency key opened. Only the desk's log has keys.
  CREATE TABLE openings (key TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- Stories that must be rewritten, because an event changed their past. Nobody reads them until then.
  CREATE TABLE rewritings (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,      -- of the last event that changed the past
    through INTEGER NOT NULL,        -- the last revision that is in the file or was skipped: rewrite up to here
    since INTEGER NOT NULL          -- the first position that is missing: changes from here on wait
  ) STRICT, WITHOUT ROWID;
  -- Numbers whose rows nobody reads: of stories before their rewrite, or of an unfinished rewrite.
  CREATE TABLE leftovers (story INTEGER PRIMARY KEY) STRICT;

  -- Stories with a text that must leave the files, and the position of the event that demands it.
  CREATE TABLE removals (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL,
    copied INTEGER NOT NULL         -- 1 if this file is a copy that already leaves the text out
  ) STRICT, WITHOUT ROWID;
`;

/** The tables whose rows belong to a story. */
export const OF_STORY = [
  'revisions',
  'changes',
  'fronts',
  'headers',
  'developments',
  'kind_corrections',
  'claims',
  'statuses',
  'earlier_statuses',
  'assertions',
  'questions',
  'corrections',
  'holdings',
  'speakers',
  'origins',
  'terms',
  'records',
] as const;
