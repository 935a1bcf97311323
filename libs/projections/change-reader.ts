import { v5 } from 'uuid';
import { same, type Instant, type Significance } from '#story';
import type { Audience } from './audience.js';
import type { Amendment, ChangeView, Difference } from './change-view.js';
import { iso, withheldView } from './development-view.js';
import { partsIn } from './entry-views.js';
import { withheldOf, type ModelReader } from './model-reader.js';
import { positionText } from './position-text.js';
import { FURTHEST } from './row-writer.js';
import { servedStatus } from './served-status.js';

interface Row {
  readonly position: number;
  readonly story: number;
  readonly revision: number;
  readonly recorded_at: number;
  readonly type: string;
  readonly whole: 0 | 1;
  readonly pieces: string;
  readonly story_id: string;
  readonly slug: string;
  readonly withheld: string | null;
  readonly closed_off: 0 | 1;
}

/** Which changes to read: of all stories, or of one by its number in the read model. */
export interface ChangesRequest {
  /** Exclusive; null to begin with the first. */
  readonly after: bigint | null;
  readonly story: number | null;
  readonly limit: number;
}

export interface ChangesFound {
  readonly changes: readonly { readonly change: ChangeView; readonly position: bigint }[];
  /** The position of the last change found; null if none was found. */
  readonly last: bigint | null;
  /** Whether more follows: more changes, or a story that is being rewritten. */
  readonly more: boolean;
}

const COLUMNS = `c.position, c.story, c.revision, c.recorded_at, c.type, c.whole, c.pieces,
  s.id AS story_id, s.slug, s.withheld, s.closed_off FROM changes c JOIN stories s ON s.story = c.story`;

/** The changes after a position, oldest first, as they may be seen now. The cost grows only with the changes found. */
export function changesAfter(
  model: ModelReader,
  audience: Audience,
  { after, story, limit }: ChangesRequest,
): ChangesFound {
  const of = story === null ? '' : 'AND c.story = :story';
  const rows = model.all<Row>(
    `SELECT ${COLUMNS} WHERE c.position > :after AND c.visible = 1 ${of} ORDER BY c.position LIMIT :limit`,
    { after: Number(after ?? -1n), limit: limit + 1, ...(story === null ? {} : { story }) },
  );
  // If a story waits for its rewrite, all later changes wait too: a follower must not miss one.
  const missing = missingFrom(model, story);
  const closed = rows.findIndex((row) => row.closed_off === 1 || row.position >= missing);
  const shown = rows.slice(0, closed < 0 ? limit : Math.min(closed, limit));
  const last = shown.at(-1);
  return {
    changes: shown.map((row) => ({
      change: changeView(model, audience, row),
      position: BigInt(row.position),
    })),
    last: last ? BigInt(last.position) : null,
    more: rows.length > shown.length,
  };
}

/** The first position that is missing because a story waits for its rewrite; Infinity for none. */
function missingFrom(model: ModelReader, story: number | null): number {
  const of = story === null ? '' : 'WHERE id = (SELECT id FROM stories WHERE story = :story)';
  const sql = `SELECT min(since) AS since FROM rewritings ${of}`;
  return model.one<{ since: number | null }>(sql, story === null ? {} : { story })?.since ?? Infinity;
}

/** A change as it may be seen now: it is here, or gone for good, or unreadable for the moment. */
export type ChangeNow =
  | { readonly kind: 'here'; readonly change: ChangeView }
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-now' };

/** The change at a position, as it may be seen now. It is not gone if it is still to come, or if its story is closed off. */
export function changeAt(model: ModelReader, audience: Audience, position: bigint): ChangeNow {
  const row = model.one<Row>(`SELECT ${COLUMNS} WHERE c.position = ? AND c.visible = 1`, Number(position));
  if (row?.closed_off === 0) return { kind: 'here', change: changeView(model, audience, row) };
  if (row || position > (model.state.position ?? -1n) || position >= missingFrom(model, null))
    return { kind: 'not-now' };
  return { kind: 'gone' };
}

/** Whether followers may resume from a position: its event may be seen, and is not withheld. */
export function isKnownPosition(model: ModelReader, position: bigint): boolean {
  const sql = 'SELECT 1 FROM changes c JOIN stories s ON s.story = c.story WHERE c.position = ?';
  return model.one<object>(sql, Number(position)) !== undefined;
}

/** The newest position up to which no change is missing, of all stories or of one; null for none. */
export function newestPosition(model: ModelReader, story: number | null): bigint | null {
  const of = story === null ? '' : 'AND c.story = :story';
  const sql = `SELECT c.position FROM changes c JOIN stories s ON s.story = c.story
    WHERE c.position < :missing ${of} ORDER BY c.position DESC LIMIT 1`;
  const missing = Math.min(missingFrom(model, story), Number.MAX_SAFE_INTEGER);
  const row = model.one<{ position: number }>(sql, { missing, ...(story === null ? {} : { story }) });
  return row ? BigInt(row.position) : null;
}

/** Whether a story gets no more changes for now: it is closed, or withheld. */
export function isOver(model: ModelReader, story: number): boolean {
  const row = model.one<{ withheld: string | null; body: string | null }>(
    `SELECT withheld, (SELECT body FROM headers h WHERE h.story = s.story ORDER BY revision DESC LIMIT 1) AS body
     FROM stories s WHERE story = ?`,
    story,
  );
  if (!row || row.withheld !== null || row.body === null) return true;
  return (JSON.parse(`{${row.body}}`) as { status: string }).status !== 'open';
}

/** Which amendments to read. */
export interface AmendmentsRequest {
  /** Only those recorded by this moment, inclusive; null for all. */
  readonly asOf: Instant | null;
  /** Time of record and position of the last amendment of the page before. */
  readonly from: readonly number[];
  readonly limit: number;
}

/** Corrections, retractions, withdrawals, kills and reinstatements in all stories, newest first. */
export function amendments(
  model: ModelReader,
  audience: Audience,
  { asOf, from: [at = asOf ?? FURTHEST, position = FURTHEST], limit }: AmendmentsRequest,
): { readonly changes: readonly Amendment[]; readonly next: readonly number[] | null } {
  const rows = model.all<Row>(
    `SELECT ${COLUMNS} WHERE c.amends = 1 AND s.closed_off = 0 AND (c.recorded_at, c.position) < (?, ?)
     ORDER BY c.recorded_at DESC, c.position DESC LIMIT ?`,
    at,
    position,
    limit + 1,
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    changes: shown.map((row) => changeView(model, audience, row) as Amendment),
    next: last && rows.length > limit ? [last.recorded_at, last.position] : null,
  };
}

function changeView(model: ModelReader, audience: Audience, row: Row): ChangeView {
  const pieces = row.withheld !== null && audience === 'public' ? [] : row.pieces.split(' ');
  const changed = new ChangedPieces(model, row.story, row.revision);
  for (const piece of pieces) changed.add(piece);
  const changes =
    row.withheld !== null && audience === 'public' ? noticeOf(row) : withoutWithheld(changed.differences());
  return {
    position: positionText(audience, BigInt(row.position)),
    id: v5(`revision/${row.revision}`, row.story_id),
    type: row.type,
    story: { id: row.story_id, slug: row.slug },
    revision: String(row.revision),
    recordedAt: iso(row.recorded_at),
    occurred: changed.occurred,
    occurredBounds: changed.occurredBounds,
    time: iso(changed.began ?? row.recorded_at),
    significance: significanceOf(row.type, changes, changed.significance),
    whole: row.whole === 1,
    changes,
  };
}

/** All that is shown of a withheld story. */
function noticeOf(row: Row): readonly Difference[] {
  const withheld = withheldOf({ withheld: row.withheld! });
  return [
    { path: '/status', was: null, is: withheld!.how },
    { path: '/notice', was: null, is: withheldView(withheld) },
  ];
}

type Fields = Readonly<Record<string, unknown>>;

type Correction = Parameters<typeof partsIn>[0];

/** Fields of a development on which claims and questions depend. */
const FOLLOWED: ReadonlySet<string> = new Set(['attribution', 'claims', 'assertions', 'raises', 'answers']);
/** Members of a claim's status that do not reveal a withheld value. */
const INDEPENDENT_FIELDS = /^\/claims\/[^/]+\/(?:status|support|authority|contest|since)$/;

/** Hides the old values that a correction withholds, and those that depend on them. */
function withoutWithheld(differences: readonly Difference[]): readonly Difference[] {
  const withheld = new Set<string>();
  let followed = false;
  for (const { path, was, is } of differences) {
    if (was !== null || !path.startsWith('/corrections/')) continue;
    for (const part of partsIn(is as Correction)) {
      const of =
        'heading' in part
          ? ''
          : 'claim' in part
            ? `/claims/${part.claim}`
            : `/developments/${part.development}`;
      for (const { field } of part.changes.filter((change) => 'withheld' in change)) {
        // The bounds of a time would reveal the time.
        withheld.add(`${of}/${field}`).add(`${of}/${field}Bounds`);
        followed ||= 'development' in part && FOLLOWED.has(field);
      }
    }
  }
  const hides = ({ path, was }: Difference): boolean =>
    withheld.has(path) ||
    (followed && was !== null && /^\/(?:claims|questions)\//.test(path) && !INDEPENDENT_FIELDS.test(path));
  return differences.map((one) => (hides(one) ? { ...one, was: null, withheld: true } : one));
}

/** Some pieces of a story, as they were before a revision and as they are in it. */
class ChangedPieces {
  readonly #pieces = new Map<string, { was: Fields | null; is: Fields | null }>();
  /** Of the new development: its time in the world, and its significance. */
  occurred: string | null = null;
  occurredBounds: ChangeView['occurredBounds'] = null;
  began: Instant | null = null;
  significance: Significance | null = null;

  constructor(
    private readonly model: ModelReader,
    private readonly story: number,
    private readonly revision: number,
  ) {}

  add(piece: string): void {
    const [kind, ordinal] = [piece.charAt(0), Number(piece.slice(1).split(':', 1)[0])];
    switch (kind) {
      case 'h':
        return this.#note('', this.#header(this.revision - 1), this.#header(this.revision));
      case 'd':
      case 'w':
        return this.#development(ordinal, kind === 'w');
      case 'c':
      case 's':
        return this.#both((revision) => this.#claim(ordinal, revision));
      case 'q':
        return this.#both((revision) => this.#entry('questions', '/questions', ordinal, revision));
      case 'k':
        return this.#both((revision) => this.#entry('corrections', '/corrections', ordinal, revision));
      case 'a':
        return this.#assertion(piece.slice(1).split(':'));
    }
  }

  differences(): readonly Difference[] {
    return [...this.#pieces].flatMap(([path, { was, is }]) => {
      if (path !== '' && (was === null || is === null)) return was === is ? [] : [{ path, was, is }];
      const names = Object.keys({ ...was, ...is });
      return names
        .filter((name) => !same(was?.[name] ?? null, is?.[name] ?? null))
        .map((name) => ({ path: `${path}/${name}`, was: was?.[name] ?? null, is: is?.[name] ?? null }));
    });
  }

  /** A piece may leave one ordinal and appear under another: both are one difference. */
  #note(path: string, was: Fields | null, is: Fields | null): void {
    const noted = this.#pieces.get(path);
    this.#pieces.set(path, { was: was ?? noted?.was ?? null, is: is ?? noted?.is ?? null });
  }

  #both(read: (revision: number) => { readonly path: string; readonly fields: Fields } | null): void {
    const [was, is] = [read(this.revision - 1), read(this.revision)];
    if (was) this.#note(was.path, was.fields, null);
    if (is) this.#note(is.path, null, is.fields);
  }

  #header(revision: number): Fields | null {
    const sql = 'SELECT body FROM headers WHERE story = ? AND revision <= ? ORDER BY revision DESC LIMIT 1';
    const row = this.model.one<{ body: string }>(sql, this.story, revision);
    return row ? (JSON.parse(`{${row.body}}`) as Fields) : null;
  }

  #development(ordinal: number, whole: boolean): void {
    const at = (revision: number) =>
      this.model.one<{ body: string | null; began: number }>(
        'SELECT body, began FROM developments WHERE story = ? AND ordinal = ? AND revision <= ? ORDER BY revision DESC LIMIT 1',
        this.story,
        ordinal,
        revision,
      );
    const [was, is] = [whole ? undefined : at(this.revision - 1), at(this.revision)];
    const fields = fieldsOf(is?.body);
    if (fields) {
      this.significance = fields['significance'] as Significance;
      this.occurred = fields['occurred'] as string | null;
      this.occurredBounds = fields['occurredBounds'] as ChangeView['occurredBounds'];
      if (this.occurred !== null && Math.abs(is!.began) < FURTHEST) this.began = is!.began;
    }
    const id = String((fields ?? fieldsOf(was?.body))?.['id']);
    this.#note(`/developments/${id}`, fieldsOf(was?.body), fields);
  }

  #claim(ordinal: number, revision: number): { readonly path: string; readonly fields: Fields } | null {
    const row = this.model.one<{ body: string | null }>(
      'SELECT body FROM claims WHERE story = ? AND ordinal = ? AND revision <= ? ORDER BY revision DESC, id DESC LIMIT 1',
      this.story,
      ordinal,
      revision,
    );
    const content = fieldsOf(row?.body);
    if (!content) return null;
    const { revision: _, ...status } =
      this.#entry('statuses', '', ordinal, revision, servedStatus)?.fields ?? {};
    return { path: `/claims/${String(content['id'])}`, fields: { ...content, ...status } };
  }

  #entry(
    table: 'questions' | 'corrections' | 'statuses',
    under: string,
    ordinal: number,
    revision: number,
    served = (body: string): string => body,
  ): { readonly path: string; readonly fields: Fields } | null {
    const row = this.model.one<{ body: string | null }>(
      `SELECT body FROM ${table} WHERE story = ? AND ordinal = ? AND revision <= ? ORDER BY revision DESC, id DESC LIMIT 1`,
      this.story,
      ordinal,
      revision,
    );
    const fields = row?.body == null ? null : fieldsOf(served(row.body));
    return fields && { path: `${under}/${String(fields['id'])}`, fields };
  }

  #assertion([claim, made, id = '']: readonly string[]): void {
    const at = (revision: number): Fields | null =>
      fieldsOf(
        this.model.one<{ body: string | null }>(
          `SELECT body FROM assertions WHERE story = ? AND claim = ? AND made = ? AND assertion = ? AND revision <= ?
           ORDER BY revision DESC LIMIT 1`,
          this.story,
          Number(claim),
          Number(made),
          id,
          revision,
        )?.body,
      );
    const of = this.#claim(Number(claim), this.revision) ?? this.#claim(Number(claim), this.revision - 1);
    const [was, is] = [at(this.revision - 1), at(this.revision)];
    // The development that makes an assertion shows it already.
    if (of && was && is) this.#note(`${of.path}/assertions/${id}`, was, is);
  }
}

const fieldsOf = (body: string | null | undefined): Fields | null =>
  body == null ? null : (JSON.parse(body) as Fields);

const OF_CLASS: Readonly<Record<string, Significance>> = {
  correction: 'substantive',
  clarification: 'minor',
  refile: 'cosmetic',
};

/** A change of a claim's status is at least substantive. Else the development or correction decides. */
function significanceOf(
  type: string,
  changes: readonly Difference[],
  ofDevelopment: Significance | null,
): Significance {
  if (ofDevelopment !== 'key' && changes.some(({ path }) => STATUS_OF_CLAIM.test(path))) return 'substantive';
  switch (type) {
    case 'HeadlineRevised':
    case 'LedeRevised':
    case 'SummaryPinned':
    case 'SummaryUnpinned':
    case 'ReleaseRescheduled':
    case 'StoryClosed':
    case 'StoryReopened':
      return 'minor';
    case 'StoryClassified':
    case 'ClaimsLinked':
    case 'ClaimLinkRevoked':
    case 'SourceIndependenceAssessed':
      return 'cosmetic';
    case 'DevelopmentCorrected':
    case 'ClaimCorrected':
    case 'StoryCorrected': {
      const made = changes.find(({ path, was }) => was === null && path.startsWith('/corrections/'));
      return OF_CLASS[String((made?.is as Fields | undefined)?.['class'])] ?? 'substantive';
    }
  }
  return type.endsWith('Recorded') || DISCLAIMS.has(type) ? (ofDevelopment ?? 'substantive') : 'substantive';
}

const STATUS_OF_CLAIM = /^\/claims\/[^/]+\/status$/;
const DISCLAIMS: ReadonlySet<string> = new Set(['CommentDeclined', 'KnowledgeDisclaimed']);
