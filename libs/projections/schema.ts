/** Raised whenever a table below changes: a file of another schema cannot be read, only built anew. */
export const SCHEMA = 6;

/** Marks the file as a read model of ours (`PRAGMA application_id`): the letters DRdM. */
export const APPLICATION = 0x4452644d;

/**
 * The temporal read model. A row of a piece (a headline, a development, a claim, its status, …) says how the piece
 * is from a revision of its story on, until the next row of the same place: ranges that cannot overlap, of rows that
 * are only ever added. A row without a body says that the piece is no longer there. So a story at a revision is, for
 * each place, the newest row up to that revision, and nothing recorded later can change it: a status is noted until when
 * it was so, and that is all that is ever written into a row.
 *
 * Times are milliseconds since 1970; `story` is the number that a story's rows have at present. A story whose past
 * changes is written anew under another number, and its old rows are left out when the file is next copied.
 */
export const TABLES = `
  CREATE TABLE model (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    log TEXT NOT NULL,              -- identity of the log that it is made of
    fold TEXT NOT NULL,             -- fingerprint of the code that made it
    position INTEGER NOT NULL,      -- of the last event that is in it; -1 before the first
    told_at INTEGER NOT NULL, told TEXT NOT NULL, -- position and id of the last event of a story that is in it
    complete INTEGER NOT NULL,      -- 0 while it is being built
    built_to INTEGER NOT NULL,      -- while it is being built: where the log ended when that began
    latest INTEGER NOT NULL         -- the latest time of record in it: the moment of what is read without one
  ) STRICT;
  CREATE TABLE building (story INTEGER PRIMARY KEY, id TEXT NOT NULL, events INTEGER NOT NULL, withholds INTEGER NOT NULL) STRICT;

  CREATE TABLE stories (
    story INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    slug TEXT NOT NULL,
    head INTEGER NOT NULL,          -- its last revision
    first_at INTEGER NOT NULL,
    withheld TEXT,                  -- the notice, while the story is killed or taken down in public
    closed_off INTEGER NOT NULL,    -- 1 while it waits to be rewritten, 2 where the log has it damaged: nobody may read it
    anew INTEGER NOT NULL           -- the revision by which its past was last told anew, by a kill or reinstatement; -1 for none
  ) STRICT;
  CREATE INDEX stories_by_slug ON stories (slug);
  CREATE INDEX stories_closed_off ON stories (story) WHERE closed_off > 0;

  CREATE TABLE revisions (
    story INTEGER NOT NULL, revision INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL, newest_at INTEGER NOT NULL, position INTEGER NOT NULL,
    developments INTEGER NOT NULL, claims INTEGER NOT NULL, questions INTEGER NOT NULL, corrections INTEGER NOT NULL,
    claim_places INTEGER NOT NULL, question_places INTEGER NOT NULL, -- how many were ever given, from 0
    key_developments INTEGER NOT NULL,
    kinds TEXT NOT NULL,            -- how many developments of each kind were recorded, as it was then: see rekinded
    PRIMARY KEY (story, recorded_at, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX revisions_by_number ON revisions (story, revision);
  -- Which stories had their newest development when: the order of the front page at every moment.
  CREATE TABLE fronts (newest_at INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY (newest_at, story)) STRICT, WITHOUT ROWID;

  -- What followers are told: an event, and which pieces of the story it made different (their rows say how).
  CREATE TABLE changes (
    position INTEGER NOT NULL, story INTEGER NOT NULL, revision INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
    type TEXT NOT NULL,
    told INTEGER NOT NULL,          -- 0 where nothing that can be read became different
    amends INTEGER NOT NULL,        -- 1 where it takes back or puts right what was said
    whole INTEGER NOT NULL,         -- 1 where more became different than the pieces tell
    pieces TEXT NOT NULL,
    PRIMARY KEY (position, story)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX changes_of_story ON changes (story, position);
  CREATE INDEX changes_amending ON changes (recorded_at, position) WHERE amends = 1;

  CREATE TABLE headers (story INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT, PRIMARY KEY (story, revision)) STRICT, WITHOUT ROWID;

  CREATE TABLE developments (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, place INTEGER NOT NULL, revision INTEGER NOT NULL,
    began INTEGER NOT NULL,         -- in the world
    key INTEGER NOT NULL,           -- 1 for a key development
    body TEXT
  ) STRICT;
  CREATE INDEX developments_key ON developments (story, place, revision) WHERE key = 1;
  CREATE INDEX developments_by_place ON developments (story, place, revision, began);
  CREATE INDEX developments_revised ON developments (story, revision) WHERE revision > place;

  -- Developments of which a correction says that they were of another kind.
  CREATE TABLE rekinded (
    story INTEGER NOT NULL, recorded_at INTEGER NOT NULL, -- of the development
    place INTEGER NOT NULL, revision INTEGER NOT NULL, was TEXT NOT NULL, kind TEXT NOT NULL,
    PRIMARY KEY (story, recorded_at, place, revision)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE claims (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, place INTEGER NOT NULL, revision INTEGER NOT NULL,
    slug TEXT NOT NULL,
    body TEXT,                      -- what it says
    page TEXT                       -- what its own page says besides: corrections, judgements, links
  ) STRICT;
  CREATE INDEX claims_by_place ON claims (story, place, revision);
  CREATE INDEX claims_by_slug ON claims (story, slug, revision);

  CREATE TABLE statuses (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, place INTEGER NOT NULL, revision INTEGER NOT NULL,
    run INTEGER,                    -- the revision from which the claim has been there
    moved INTEGER,                  -- 1 where the status itself is another than before
    said INTEGER, standing INTEGER, -- assertions in all, and those that stand
    newest TEXT,                    -- ids of the newest assertions that stand, newest first
    tier INTEGER,                   -- which claims a state shows first: 0 judged by the newsroom, 1 of a key development, 2 others
    changed INTEGER,                -- the revision by which the claim, its status or what is said of it last changed
    status TEXT, kind TEXT,
    until INTEGER, level INTEGER,   -- the revision from which it was no longer so, and how long that took: see claim-order.ts
    body TEXT
  ) STRICT;
  -- The order of the claims of a state: as they are now, and as they were.
  CREATE INDEX statuses_now ON statuses (story, tier, changed DESC, place, revision, status, kind)
    WHERE until IS NULL AND body IS NOT NULL;
  CREATE INDEX statuses_then ON statuses (story, tier, level, changed DESC, place, revision, until, status, kind)
    WHERE until IS NOT NULL AND body IS NOT NULL;
  CREATE INDEX statuses_by_place ON statuses (story, place, revision);
  CREATE INDEX statuses_moved ON statuses (story, place, revision) WHERE moved = 1;

  -- Statuses that a claim had before it was there again: from revision \`run\` on, in their order.
  CREATE TABLE retold (
    story INTEGER NOT NULL, place INTEGER NOT NULL, run INTEGER NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (story, place, run, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE assertions (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, claim INTEGER NOT NULL,
    said INTEGER NOT NULL, assertion TEXT NOT NULL, revision INTEGER NOT NULL,
    body TEXT
  ) STRICT;
  CREATE INDEX assertions_by_place ON assertions (story, claim, said, assertion, revision);

  CREATE TABLE questions (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, place INTEGER NOT NULL, revision INTEGER NOT NULL, body TEXT
  ) STRICT;
  CREATE INDEX questions_by_place ON questions (story, place, revision);

  CREATE TABLE corrections (
    id INTEGER PRIMARY KEY, story INTEGER NOT NULL, place INTEGER NOT NULL, revision INTEGER NOT NULL,
    made INTEGER,                   -- the revision that the correction made
    body TEXT
  ) STRICT;
  CREATE INDEX corrections_by_place ON corrections (story, place, revision);

  -- Over which time of the world a claim holds by the word of an origin ('' for a claim that measures nothing).
  CREATE TABLE holdings (
    story INTEGER NOT NULL, claim INTEGER NOT NULL, origin TEXT NOT NULL, revision INTEGER NOT NULL,
    variable TEXT,
    starts INTEGER, ends INTEGER,   -- inclusive; both null once it does not hold by that origin any more
    restated INTEGER,               -- 1 where the same origin's later word for the same time counts
    PRIMARY KEY (story, claim, origin, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX holdings_by_variable ON holdings (story, variable, origin, claim, revision) WHERE variable IS NOT NULL;

  -- Of which claims a party has said anything, from when; present = 0 from when it has not.
  CREATE TABLE speakers (
    story INTEGER NOT NULL, claim INTEGER NOT NULL, party TEXT NOT NULL, revision INTEGER NOT NULL, present INTEGER NOT NULL,
    PRIMARY KEY (story, claim, party, revision)
  ) STRICT, WITHOUT ROWID;

  -- Who was said to know something, as they were described from when on.
  CREATE TABLE origins (
    story INTEGER NOT NULL, origin TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT,
    PRIMARY KEY (story, origin, revision)
  ) STRICT, WITHOUT ROWID;

  -- Which words and marks a story has from when, over all that stood in it; present = 0 from when it has them no more.
  CREATE TABLE terms (
    term TEXT NOT NULL, story INTEGER NOT NULL, since INTEGER NOT NULL, present INTEGER NOT NULL,
    PRIMARY KEY (term, story, since)
  ) STRICT, WITHOUT ROWID;

  -- What a party said of which claim, and what had become of that claim.
  CREATE TABLE records (
    party TEXT NOT NULL, spoke_at INTEGER NOT NULL, story INTEGER NOT NULL, claim INTEGER NOT NULL, origin TEXT NOT NULL,
    since INTEGER NOT NULL, revision INTEGER NOT NULL,
    stance TEXT,                    -- null from when it has said nothing of it
    name TEXT,                      -- of the party, as it was called then
    status TEXT,
    taken_back_at INTEGER,          -- null while it stands by it
    PRIMARY KEY (party, spoke_at, story, claim, origin, since, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX records_of_story ON records (story, party);
  CREATE TABLE tallies (
    party TEXT NOT NULL, level INTEGER NOT NULL, bucket INTEGER NOT NULL,
    stance TEXT NOT NULL, status TEXT NOT NULL, taken_back INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (party, level, bucket, stance, status, taken_back)
  ) STRICT, WITHOUT ROWID;

  -- Which story a request's key opened; the desk's log alone has keys.
  CREATE TABLE openings (key TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- Stories whose past an event changed and that are not rewritten yet: nobody reads them until they are.
  CREATE TABLE rewritings (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,      -- of the last event that changed its past
    passed INTEGER NOT NULL,        -- the last revision that is in it, or was passed over: the rewriting brings it
    since INTEGER NOT NULL          -- the first position that is missing meanwhile: changes from there on wait
  ) STRICT, WITHOUT ROWID;
  -- Numbers whose rows nobody reads: of stories as they were before they were rewritten, or half rewritten.
  CREATE TABLE leftovers (story INTEGER PRIMARY KEY) STRICT;

  -- Stories of which something is being removed from the files, by an event at a position.
  CREATE TABLE removals (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL,
    copied INTEGER NOT NULL         -- 1 where this file was made by a copy that left out what is to be removed
  ) STRICT, WITHOUT ROWID;
`;

/** The tables whose rows belong to one story. */
export const OF_STORY = [
  'revisions',
  'changes',
  'fronts',
  'headers',
  'developments',
  'rekinded',
  'claims',
  'statuses',
  'retold',
  'assertions',
  'questions',
  'corrections',
  'holdings',
  'speakers',
  'origins',
  'terms',
  'records',
] as const;
