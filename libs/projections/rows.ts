import type Database from 'better-sqlite3';
import { withholdsStory } from '#story';
import { prepare } from './prepare.js';
import { bucketsOf } from './tally.js';

/** A moment before all others, and one after: every date is between them. */
export const FURTHEST = 9_000_000_000_000_000;

/** The story and the revision of it that a row begins at. */
export interface At {
  readonly story: number;
  readonly revision: number;
  readonly recordedAt: number;
  readonly position: bigint;
}

export interface RecordRow {
  readonly party: string;
  readonly spokeAt: number;
  readonly origin: string;
  readonly stance: string;
  readonly status: string;
  readonly takenBackAt: number | null;
  readonly name: string;
}

export interface Counts {
  readonly newestAt: number;
  readonly developments: number;
  readonly claims: number;
  readonly questions: number;
  readonly corrections: number;
  readonly claimPlaces: number;
  readonly questionPlaces: number;
  readonly keyDevelopments: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** Which claims a state shows first: what the newsroom judged, what a key development names, then all others. */
export const TIERS = { judged: 0, key: 1, other: 2 } as const;

export interface StatusRow {
  readonly run: number;
  readonly moved: boolean;
  readonly said: number;
  readonly standing: number;
  readonly newest: readonly number[];
  readonly tier: number;
  readonly changed: number;
  readonly status: string;
  readonly kind: string;
  readonly body: string;
}

/** The row that says how the status of a claim is now. */
export interface LastStatus {
  readonly id: number;
  readonly run: number;
  readonly changed: number;
  readonly tier: number;
}

/** What the row of an event says of it: `whole` where more became different by it than the pieces that were written. */
export interface ChangeRow {
  readonly type: string;
  readonly amends: boolean;
  readonly whole: boolean;
}

/** Pieces that one change names at most. */
const MOST_PIECES = 100;

/** Writes the rows of the read model: each method is one kind of row, and only ever adds. */
export class Rows {
  readonly #statements = new Map<string, Database.Statement>();
  #latest = -Infinity;
  /** What is not written yet: words and marks, and by how much counts change. */
  readonly #terms = new Map<string, TermRow[]>();
  readonly #tallies = new Map<string, Tallied>();
  /** Pieces that were written since the last change. */
  readonly #pieces = new Set<string>();

  constructor(
    private readonly db: Database.Database,
    private readonly beforeWrite: () => void,
  ) {}

  revision(at: At, counts: Counts): void {
    this.#run(
      `INSERT INTO revisions (story, revision, recorded_at, position, newest_at, developments, claims, questions,
       corrections, claim_places, question_places, key_developments, kinds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        at.story,
        at.revision,
        at.recordedAt,
        Number(at.position),
        counts.newestAt,
        counts.developments,
        counts.claims,
        counts.questions,
        counts.corrections,
        counts.claimPlaces,
        counts.questionPlaces,
        counts.keyDevelopments,
        JSON.stringify(counts.kinds),
      ],
    );
    this.#latest = Math.max(this.#latest, at.recordedAt);
  }

  /**
   * What an event changed: the pieces that were written since the one before; besides them a development, by its place,
   * that is told whole, whatever it was before.
   */
  change(at: At, { type, amends, whole }: ChangeRow, shown: number | null = null): void {
    const pieces = [...(shown === null ? [] : [`w${shown}`]), ...this.#pieces];
    this.#pieces.clear();
    const named = pieces.length > 0;
    const more = whole || pieces.length > MOST_PIECES;
    // A removal may change former words alone: that names no piece, and the story must still be read again.
    const flags = [named || more, amends && named, more].map((flag) => (flag ? 1 : 0));
    // A whole story's would be all of them: its header says what became of it.
    const said = withholdsStory(type) ? pieces.filter((piece) => piece === 'h') : pieces;
    const names = (said.length > MOST_PIECES ? correctionFirst(said) : said).slice(0, MOST_PIECES).join(' ');
    const values = [Number(at.position), at.story, at.revision, at.recordedAt, type, ...flags, names];
    this.#run('INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', values);
  }

  /** The event by which a whole story is withheld: nothing of it is written but this. */
  withheld(at: At, change: ChangeRow): void {
    this.#pieces.add('h');
    this.change(at, change);
  }

  /** Followers are not told of the pieces that were written since the last change. */
  passOver(): void {
    this.#pieces.clear();
  }

  /** Writes what waits. To be called before a commit. */
  flush(): void {
    this.#flushTerms();
    for (const { values, n } of this.#tallies.values()) {
      if (n === 0) continue;
      this.#run(
        `INSERT INTO tallies VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET n = n + excluded.n`,
        [...values, n],
      );
      // A count of nothing would still say who said something, and when. What was written in parts may be less first.
      this.#run(
        `DELETE FROM tallies WHERE party = ? AND level = ? AND bucket = ? AND stance = ? AND status = ? AND taken_back = ?
         AND n = 0`,
        values,
      );
    }
    if (this.#latest > -Infinity)
      this.#run('UPDATE model SET latest = ? WHERE latest < ?', [this.#latest, this.#latest]);
    this.#terms.clear();
    this.#tallies.clear();
    this.#latest = -Infinity;
  }

  /** What waits is not to be written. */
  forget(): void {
    this.#terms.clear();
    this.#tallies.clear();
    this.#pieces.clear();
    this.#latest = -Infinity;
  }

  /** In the order of their table, many at once: there are more of them than of all other rows together. */
  #flushTerms(): void {
    const values = [...this.#terms.keys()]
      .sort()
      .flatMap((term) => this.#terms.get(term)!.flatMap((row) => [term, row.story, row.since, row.present]));
    for (let done = 0; done < values.length;) {
      const sql = values.length - done < MANY.values ? ONE.sql : MANY.sql;
      const next = done + (sql === MANY.sql ? MANY.values : ONE.values);
      this.#run(sql, values.slice(done, next));
      done = next;
    }
  }

  front(at: At, newestAt: number): void {
    this.#run('INSERT OR IGNORE INTO fronts VALUES (?, ?)', [newestAt, at.story]);
  }

  header(at: At, body: string): void {
    this.#pieces.add('h');
    this.#run('INSERT INTO headers VALUES (?, ?, ?)', [at.story, at.revision, body]);
  }

  development(
    at: At,
    place: number,
    { began, key, body }: { readonly began: number; readonly key: boolean; readonly body: string | null },
  ): void {
    this.#pieces.add(`d${place}`);
    const values = [place, began, key ? 1 : 0, body];
    this.#insert('developments (story, revision, place, began, key, body)', at, values);
  }

  /** That a development, by its place and when it was recorded, was of another kind than was said. */
  rekinded(at: At, place: number, recordedAt: number, was: string, kind: string): void {
    const values = [at.story, recordedAt, place, at.revision, was, kind];
    this.#run('INSERT INTO rekinded VALUES (?, ?, ?, ?, ?, ?)', values);
  }

  claim(
    at: At,
    place: number,
    slug: string,
    said: { readonly body: string; readonly page: string } | null,
  ): void {
    this.#pieces.add(`c${place}`);
    const values = [place, slug, said?.body ?? null, said?.page ?? null];
    this.#insert('claims (story, revision, place, slug, body, page)', at, values);
  }

  /** Answers with the id of the row. The one before it, if there is one, was so until now. */
  status(at: At, place: number, status: StatusRow | null, last: LastStatus | null): number {
    this.#pieces.add(`s${place}`);
    if (last)
      this.#run('UPDATE statuses SET until = ?, level = ? WHERE id = ?', [
        at.revision,
        levelOf(at.revision - last.changed),
        last.id,
      ]);
    const { run = null, moved = false, said = null, standing = null, newest = null } = status ?? {};
    const { tier = null, changed = null, status: name = null, kind = null, body = null } = status ?? {};
    const values = [place, run, moved ? 1 : 0, said, standing, newest && JSON.stringify(newest)];
    return this.#insert(
      'statuses (story, revision, place, run, moved, said, standing, newest, tier, changed, status, kind, body)',
      at,
      [...values, tier, changed, name, kind, body],
    );
  }

  /** A former status of a claim that is there again. */
  retold(at: At, place: number, number: number, body: string): void {
    this.#run('INSERT INTO retold VALUES (?, ?, ?, ?, ?)', [at.story, place, at.revision, number, body]);
  }

  /** What was counted of a story up to a revision. */
  countsOf(
    story: number,
    revision: number,
  ): Pick<Counts, 'claimPlaces' | 'questionPlaces' | 'keyDevelopments' | 'kinds'> {
    const sql = `SELECT claim_places AS claimPlaces, question_places AS questionPlaces,
      key_developments AS keyDevelopments, kinds FROM revisions WHERE story = ? AND revision = ?`;
    const row = this.#prepare(sql).get(story, revision) as CountsRow;
    return { ...row, kinds: JSON.parse(row.kinds) as Counts['kinds'] };
  }

  /** The row of a claim that is there already. */
  lastStatus(at: At, place: number): LastStatus {
    const sql =
      'SELECT id, run, changed, tier FROM statuses WHERE story = ? AND place = ? ORDER BY revision DESC LIMIT 1';
    return this.#prepare(sql).get(at.story, place) as LastStatus;
  }

  /** That a party has said something of a claim, or has not any more, where that is not so already. */
  speaker(at: At, claim: number, party: string, present: boolean): void {
    const sql =
      'SELECT present FROM speakers WHERE story = ? AND claim = ? AND party = ? ORDER BY revision DESC LIMIT 1';
    const last = this.#prepare(sql).get(at.story, claim, party) as { present: 0 | 1 } | undefined;
    if ((last?.present === 1) !== present)
      this.#run('INSERT OR REPLACE INTO speakers VALUES (?, ?, ?, ?, ?)', [
        at.story,
        claim,
        party,
        at.revision,
        present ? 1 : 0,
      ]);
  }

  /** Answers with the id of the row, by which a status names it. */
  assertion(at: At, claim: number, said: number, assertion: string, body: string | null): number {
    // What is new of them stands in the development that makes them.
    if (at.revision > said) this.#pieces.add(`a${claim}:${said}:${assertion}`);
    return this.#insert('assertions (story, revision, claim, said, assertion, body)', at, [
      claim,
      said,
      assertion,
      body,
    ]);
  }

  /** The row that says how an assertion is now. */
  assertionRow(at: At, claim: number, said: number, assertion: string): number {
    const row = this.#prepare(
      `SELECT id FROM assertions WHERE story = ? AND claim = ? AND said = ? AND assertion = ?
       ORDER BY revision DESC LIMIT 1`,
    ).get(at.story, claim, said, assertion) as { id: number };
    return row.id;
  }

  question(at: At, place: number, body: string | null): void {
    this.#pieces.add(`q${place}`);
    this.#insert('questions (story, revision, place, body)', at, [place, body]);
  }

  correction(at: At, place: number, made: number | null, body: string | null): void {
    this.#pieces.add(`k${place}`);
    this.#insert('corrections (story, revision, place, made, body)', at, [place, made, body]);
  }

  holding(
    at: At,
    claim: number,
    origin: string,
    held: {
      readonly variable: string | null;
      readonly starts: number;
      readonly ends: number;
      readonly restated: boolean;
    } | null,
  ): void {
    const { variable = null, starts = null, ends = null, restated = false } = held ?? {};
    const values = [at.story, claim, origin, at.revision, variable, starts, ends, restated ? 1 : 0];
    this.#run('INSERT INTO holdings VALUES (?, ?, ?, ?, ?, ?, ?, ?)', values);
  }

  origin(at: At, origin: string, body: string | null): void {
    this.#run('INSERT INTO origins VALUES (?, ?, ?, ?)', [at.story, origin, at.revision, body]);
  }

  /** Of several changes in one millisecond the last counts: no moment lies between them. */
  term(at: At, term: string, present: boolean): void {
    const rows = this.#terms.get(term) ?? [];
    rows.push({ story: at.story, since: at.recordedAt, present: present ? 1 : 0 });
    this.#terms.set(term, rows);
  }

  /** What a party said of a claim, in place of what was so before; null for nothing. */
  record(at: At, claim: number, was: RecordRow | null, is: RecordRow | null): void {
    const { party, spokeAt, origin } = (is ?? was)!;
    const values = [party, spokeAt, at.story, claim, origin, at.recordedAt, at.revision];
    const said = is ? [is.stance, is.name, is.status, is.takenBackAt] : [null, null, null, null];
    this.#run('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [...values, ...said]);
    if (was) this.tally(was, at.recordedAt, -1);
    if (is) this.tally(is, at.recordedAt, 1);
  }

  /** Takes a story's records out, and out of the counts what they added: it was never so. */
  dropRecords(story: number): void {
    const rows = this.db
      .prepare<[number], StoredRecord>(
        `SELECT * FROM records WHERE story = ?
         ORDER BY party DESC, spoke_at DESC, claim DESC, origin DESC, since DESC, revision DESC`,
      )
      .all(story);
    // From the last on: whatever is left, when this ends in between, is a whole record of the time before.
    for (const [i, row] of rows.entries()) {
      const before = rows[i + 1];
      this.#run(
        `DELETE FROM records WHERE party = ? AND spoke_at = ? AND story = ? AND claim = ? AND origin = ? AND since = ? AND revision = ?`,
        [row.party, row.spoke_at, row.story, row.claim, row.origin, row.since, row.revision],
      );
      this.untally(row, before);
    }
  }

  /** Takes out of the counts what one row of the records changed in them. */
  untally(row: StoredRecord, before: StoredRecord | undefined): void {
    const goesOn = before !== undefined && SAME.every((column) => before[column] === row[column]);
    if (goesOn && before.stance !== null) this.tally(recordOf(before), row.since, 1);
    if (row.stance !== null) this.tally(recordOf(row), row.since, -1);
  }

  /** Counts a record from a moment on, or no more. */
  tally(
    { party, stance, status, takenBackAt }: Omit<RecordRow, 'name' | 'origin' | 'spokeAt'>,
    when: number,
    by: 1 | -1,
  ): void {
    for (const { level, bucket } of bucketsOf(when)) {
      const values = [party, level, bucket, stance, status, takenBackAt === null ? 0 : 1] as const;
      const key = values.join('\n');
      const tallied = this.#tallies.get(key) ?? { values, n: 0 };
      tallied.n += by;
      this.#tallies.set(key, tallied);
    }
  }

  /** Answers with the id of the row. */
  #insert(into: string, at: At, values: readonly unknown[]): number {
    this.beforeWrite();
    let statement = this.#statements.get(into);
    if (!statement) {
      const marks = Array(values.length + 2)
        .fill('?')
        .join(', ');
      statement = this.db.prepare(`INSERT INTO ${into} VALUES (${marks})`);
      this.#statements.set(into, statement);
    }
    return Number(statement.run(at.story, at.revision, ...values).lastInsertRowid);
  }

  #run(sql: string, values: readonly unknown[]): void {
    this.beforeWrite();
    this.#prepare(sql).run(...values);
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = prepare(this.db, sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** A row of the records, as it is stored. */
export interface StoredRecord {
  readonly party: string;
  readonly spoke_at: number;
  readonly story: number;
  readonly claim: number;
  readonly origin: string;
  readonly since: number;
  readonly revision: number;
  readonly stance: string | null;
  readonly status: string | null;
  readonly taken_back_at: number | null;
}

/** Rows that are the same in these are one record, as it was from one moment on and from the next. */
const SAME = ['party', 'spoke_at', 'story', 'claim', 'origin'] as const;

const recordOf = ({ party, stance, status, taken_back_at }: StoredRecord) => ({
  party,
  stance: stance!,
  status: status!,
  takenBackAt: taken_back_at,
});

/** How long a status lasted, in steps of eight: of one of a level no more than eight others of it lie within its time. */
export const levelOf = (revisions: number): number => Math.floor(Math.log2(Math.max(1, revisions)) / 3);

/** The correction says which of what else became different is not to be told. */
function correctionFirst(pieces: readonly string[]): readonly string[] {
  const isOne = (piece: string): boolean => piece.startsWith('k');
  return [...pieces.filter(isOne), ...pieces.filter((piece) => !isOne(piece))];
}

const insertTerms = (rows: number) => ({
  sql: `INSERT OR REPLACE INTO terms VALUES ${Array(rows).fill('(?, ?, ?, ?)').join()}`,
  values: 4 * rows,
});
const ONE = insertTerms(1);
const MANY = insertTerms(64);

interface CountsRow {
  readonly claimPlaces: number;
  readonly questionPlaces: number;
  readonly keyDevelopments: number;
  readonly kinds: string;
}

interface TermRow {
  readonly story: number;
  readonly since: number;
  readonly present: 0 | 1;
}

interface Tallied {
  readonly values: readonly (string | number)[];
  n: number;
}
