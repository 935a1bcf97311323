import type Database from 'better-sqlite3';
import { withholdsStory } from '#story';
import { prepareStatement } from './prepare-statement.js';
import { bucketsOf } from './time-buckets.js';

/** Later than every date, and, negated, earlier. */
export const FURTHEST = 9_000_000_000_000_000;

/** The story and revision from which a row is valid. */
export interface RowKey {
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
  readonly claimOrdinals: number;
  readonly questionOrdinals: number;
  readonly keyDevelopments: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** The order of claims in a state: judged by the newsroom, named by a key development, all others. */
export const TIERS = { judged: 0, key: 1, other: 2 } as const;

export interface StatusRow {
  readonly appeared: number;
  readonly moved: boolean;
  readonly assertions: number;
  readonly inForce: number;
  readonly newest: readonly number[];
  readonly tier: number;
  readonly changed: number;
  readonly status: string;
  readonly kind: string;
  readonly body: string;
}

/** The newest status row of a claim. */
export interface LastStatus {
  readonly id: number;
  readonly appeared: number;
  readonly changed: number;
  readonly tier: number;
}

/** `whole`: the event changed more than the pieces that were written. */
export interface ChangeRow {
  readonly type: string;
  readonly amends: boolean;
  readonly whole: boolean;
}

/** The most pieces that one change names. */
const MOST_PIECES = 100;

/** Writes the rows of the read model. Each method writes one kind of row, and only adds. */
export class RowWriter {
  readonly #statements = new Map<string, Database.Statement>();
  #latest = -Infinity;
  /** Not written yet: search terms, and the changes of counts. */
  readonly #terms = new Map<string, TermRow[]>();
  readonly #recordCounts = new Map<string, RecordCount>();
  /** The pieces that were written since the last change. */
  readonly #pieces = new Set<string>();

  constructor(
    private readonly db: Database.Database,
    private readonly beforeWrite: () => void,
  ) {}

  revision(at: RowKey, counts: Counts): void {
    this.#run(
      `INSERT INTO revisions (story, revision, recorded_at, position, newest_at, developments, claims, questions,
       corrections, claim_ordinals, question_ordinals, key_developments, kinds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
        counts.claimOrdinals,
        counts.questionOrdinals,
        counts.keyDevelopments,
        JSON.stringify(counts.kinds),
      ],
    );
    this.#latest = Math.max(this.#latest, at.recordedAt);
  }

  /**
   * Writes what an event changed: the pieces written since the last change. `shown` is the ordinal of a development that
   * the change shows as a whole, whatever it was before.
   */
  change(at: RowKey, { type, amends, whole }: ChangeRow, shown: number | null = null): void {
    const pieces = [...(shown === null ? [] : [`w${shown}`]), ...this.#pieces];
    this.#pieces.clear();
    const named = pieces.length > 0;
    const more = whole || pieces.length > MOST_PIECES;
    // A removal may change only earlier words. It names no piece, and followers must still fetch the story again.
    const flags = [named || more, amends && named, more].map((flag) => (flag ? 1 : 0));
    // A withheld story would name all of its pieces. Its header alone says what happened.
    const shownPieces = withholdsStory(type) ? pieces.filter((piece) => piece === 'h') : pieces;
    const names = (shownPieces.length > MOST_PIECES ? correctionFirst(shownPieces) : shownPieces)
      .slice(0, MOST_PIECES)
      .join(' ');
    const values = [Number(at.position), at.story, at.revision, at.recordedAt, type, ...flags, names];
    this.#run('INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', values);
  }

  /** The event that withholds a whole story. Nothing else of the story is written. */
  storyWithheld(at: RowKey, change: ChangeRow): void {
    this.#pieces.add('h');
    this.change(at, change);
  }

  /** Leaves the pieces written since the last change out of the next one. */
  discardPieces(): void {
    this.#pieces.clear();
  }

  /** Writes what is pending. Call it before a commit. */
  flush(): void {
    this.#flushTerms();
    for (const { values, n } of this.#recordCounts.values()) {
      if (n === 0) continue;
      this.#run(
        `INSERT INTO record_counts VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET n = n + excluded.n`,
        [...values, n],
      );
      // A count of zero would still show who said something, and when. Until all parts are written, a count may be negative.
      this.#run(
        `DELETE FROM record_counts WHERE party = ? AND scale = ? AND bucket = ? AND stance = ? AND status = ? AND taken_back = ?
         AND n = 0`,
        values,
      );
    }
    if (this.#latest > -Infinity)
      this.#run('UPDATE model SET latest = ? WHERE latest < ?', [this.#latest, this.#latest]);
    this.#terms.clear();
    this.#recordCounts.clear();
    this.#latest = -Infinity;
  }

  /** Forgets what is pending. */
  discard(): void {
    this.#terms.clear();
    this.#recordCounts.clear();
    this.#pieces.clear();
    this.#latest = -Infinity;
  }

  /** Many at once and in the order of the table: there are more terms than other rows together. */
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

  front(at: RowKey, newestAt: number): void {
    this.#run('INSERT OR IGNORE INTO fronts VALUES (?, ?)', [newestAt, at.story]);
  }

  header(at: RowKey, body: string): void {
    this.#pieces.add('h');
    this.#run('INSERT INTO headers VALUES (?, ?, ?)', [at.story, at.revision, body]);
  }

  development(
    at: RowKey,
    ordinal: number,
    { began, key, body }: { readonly began: number; readonly key: boolean; readonly body: string | null },
  ): void {
    this.#pieces.add(`d${ordinal}`);
    const values = [ordinal, began, key ? 1 : 0, body];
    this.#insert('developments (story, revision, ordinal, began, key, body)', at, values);
  }

  /** A correction of the kind of a development, which has this ordinal and time of record. */
  kindCorrected(at: RowKey, ordinal: number, recordedAt: number, was: string, kind: string): void {
    const values = [at.story, recordedAt, ordinal, at.revision, was, kind];
    this.#run('INSERT INTO kind_corrections VALUES (?, ?, ?, ?, ?, ?)', values);
  }

  claim(
    at: RowKey,
    ordinal: number,
    slug: string,
    content: { readonly body: string; readonly page: string } | null,
  ): void {
    this.#pieces.add(`c${ordinal}`);
    const values = [ordinal, slug, content?.body ?? null, content?.page ?? null];
    this.#insert('claims (story, revision, ordinal, slug, body, page)', at, values);
  }

  /** Gives the id of the row. The row before it, if any, ends here. */
  status(at: RowKey, ordinal: number, status: StatusRow | null, last: LastStatus | null): number {
    this.#pieces.add(`s${ordinal}`);
    if (last)
      this.#run('UPDATE statuses SET until = ?, magnitude = ? WHERE id = ?', [
        at.revision,
        magnitudeOf(at.revision - last.changed),
        last.id,
      ]);
    const { appeared = null, moved = false, assertions = null, inForce = null, newest = null } = status ?? {};
    const { tier = null, changed = null, status: name = null, kind = null, body = null } = status ?? {};
    const values = [ordinal, appeared, moved ? 1 : 0, assertions, inForce, newest && JSON.stringify(newest)];
    return this.#insert(
      'statuses (story, revision, ordinal, appeared, moved, assertions, in_force, newest, tier, changed, status, kind, body)',
      at,
      [...values, tier, changed, name, kind, body],
    );
  }

  /** An earlier status of a claim that appears again. */
  earlierStatus(at: RowKey, ordinal: number, number: number, body: string): void {
    this.#run('INSERT INTO earlier_statuses VALUES (?, ?, ?, ?, ?)', [
      at.story,
      ordinal,
      at.revision,
      number,
      body,
    ]);
  }

  /** The counts of a story at a revision. */
  countsOf(
    story: number,
    revision: number,
  ): Pick<Counts, 'claimOrdinals' | 'questionOrdinals' | 'keyDevelopments' | 'kinds'> {
    const sql = `SELECT claim_ordinals AS claimOrdinals, question_ordinals AS questionOrdinals,
      key_developments AS keyDevelopments, kinds FROM revisions WHERE story = ? AND revision = ?`;
    const row = this.#prepare(sql).get(story, revision) as CountsRow;
    return { ...row, kinds: JSON.parse(row.kinds) as Counts['kinds'] };
  }

  /** The newest status row of a claim that has one. */
  lastStatus(at: RowKey, ordinal: number): LastStatus {
    const sql =
      'SELECT id, appeared, changed, tier FROM statuses WHERE story = ? AND ordinal = ? ORDER BY revision DESC LIMIT 1';
    return this.#prepare(sql).get(at.story, ordinal) as LastStatus;
  }

  /** Writes whether a party speaks about a claim, if that changed. */
  speaker(at: RowKey, claim: number, party: string, present: boolean): void {
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

  /** Gives the id of the row. A status names assertions by these ids. */
  assertion(at: RowKey, claim: number, made: number, assertion: string, body: string | null): number {
    // The development that makes an assertion shows it already.
    if (at.revision > made) this.#pieces.add(`a${claim}:${made}:${assertion}`);
    return this.#insert('assertions (story, revision, claim, made, assertion, body)', at, [
      claim,
      made,
      assertion,
      body,
    ]);
  }

  /** The id of the newest row of an assertion. */
  assertionRow(at: RowKey, claim: number, made: number, assertion: string): number {
    const row = this.#prepare(
      `SELECT id FROM assertions WHERE story = ? AND claim = ? AND made = ? AND assertion = ?
       ORDER BY revision DESC LIMIT 1`,
    ).get(at.story, claim, made, assertion) as { id: number };
    return row.id;
  }

  question(at: RowKey, ordinal: number, body: string | null): void {
    this.#pieces.add(`q${ordinal}`);
    this.#insert('questions (story, revision, ordinal, body)', at, [ordinal, body]);
  }

  correction(at: RowKey, ordinal: number, made: number | null, body: string | null): void {
    this.#pieces.add(`k${ordinal}`);
    this.#insert('corrections (story, revision, ordinal, made, body)', at, [ordinal, made, body]);
  }

  holding(
    at: RowKey,
    claim: number,
    origin: string,
    holding: {
      readonly variable: string | null;
      readonly starts: number;
      readonly ends: number;
      readonly restated: boolean;
    } | null,
  ): void {
    const { variable = null, starts = null, ends = null, restated = false } = holding ?? {};
    const values = [at.story, claim, origin, at.revision, variable, starts, ends, restated ? 1 : 0];
    this.#run('INSERT INTO holdings VALUES (?, ?, ?, ?, ?, ?, ?, ?)', values);
  }

  origin(at: RowKey, origin: string, body: string | null): void {
    this.#run('INSERT INTO origins VALUES (?, ?, ?, ?)', [at.story, origin, at.revision, body]);
  }

  /** Of several changes in one millisecond the last one counts. */
  term(at: RowKey, term: string, present: boolean): void {
    const rows = this.#terms.get(term) ?? [];
    rows.push({ story: at.story, since: at.recordedAt, present: present ? 1 : 0 });
    this.#terms.set(term, rows);
  }

  /** Replaces what a party said about a claim; null for nothing. */
  record(at: RowKey, claim: number, was: RecordRow | null, is: RecordRow | null): void {
    const { party, spokeAt, origin } = (is ?? was)!;
    const values = [party, spokeAt, at.story, claim, origin, at.recordedAt, at.revision];
    const content = is ? [is.stance, is.name, is.status, is.takenBackAt] : [null, null, null, null];
    this.#run('INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [...values, ...content]);
    if (was) this.countRecord(was, at.recordedAt, -1);
    if (is) this.countRecord(is, at.recordedAt, 1);
  }

  /** Deletes the records of a story, and takes them out of the counts. */
  dropRecords(story: number): void {
    const rows = this.db
      .prepare<[number], StoredRecord>(
        `SELECT * FROM records WHERE story = ?
         ORDER BY party DESC, spoke_at DESC, claim DESC, origin DESC, since DESC, revision DESC`,
      )
      .all(story);
    // Newest first: if this is interrupted, the rows that remain are still a complete record up to their time.
    for (const [i, row] of rows.entries()) {
      const before = rows[i + 1];
      this.#run(
        `DELETE FROM records WHERE party = ? AND spoke_at = ? AND story = ? AND claim = ? AND origin = ? AND since = ? AND revision = ?`,
        [row.party, row.spoke_at, row.story, row.claim, row.origin, row.since, row.revision],
      );
      this.uncountRecordRow(row, before);
    }
  }

  /** Takes one row of the records out of the counts. */
  uncountRecordRow(row: StoredRecord, before: StoredRecord | undefined): void {
    const isSame = before !== undefined && RECORD_KEY.every((column) => before[column] === row[column]);
    if (isSame && before.stance !== null) this.countRecord(recordOf(before), row.since, 1);
    if (row.stance !== null) this.countRecord(recordOf(row), row.since, -1);
  }

  /** Counts a record from a moment on, or stops counting it. */
  countRecord(
    { party, stance, status, takenBackAt }: Omit<RecordRow, 'name' | 'origin' | 'spokeAt'>,
    when: number,
    by: 1 | -1,
  ): void {
    for (const { scale, bucket } of bucketsOf(when)) {
      const values = [party, scale, bucket, stance, status, takenBackAt === null ? 0 : 1] as const;
      const key = values.join('\n');
      const count = this.#recordCounts.get(key) ?? { values, n: 0 };
      count.n += by;
      this.#recordCounts.set(key, count);
    }
  }

  /** Gives the id of the row. */
  #insert(into: string, at: RowKey, values: readonly unknown[]): number {
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
    const prepared = this.#statements.get(sql);
    if (prepared) return prepared;
    const statement = prepareStatement(this.db, sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** A row of `records`. */
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

/** Rows with the same values here are one record at different times. */
const RECORD_KEY = ['party', 'spoke_at', 'story', 'claim', 'origin'] as const;

const recordOf = ({ party, stance, status, taken_back_at }: StoredRecord) => ({
  party,
  stance: stance!,
  status: status!,
  takenBackAt: taken_back_at,
});

/** The order of magnitude, to the base 8, of how many revisions a status lasted. */
export const magnitudeOf = (revisions: number): number => Math.floor(Math.log2(Math.max(1, revisions)) / 3);

/** The correction must not be cut off: it says which other changes are withheld. */
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
  readonly claimOrdinals: number;
  readonly questionOrdinals: number;
  readonly keyDevelopments: number;
  readonly kinds: string;
}

interface TermRow {
  readonly story: number;
  readonly since: number;
  readonly present: 0 | 1;
}

interface RecordCount {
  readonly values: readonly (string | number)[];
  n: number;
}
