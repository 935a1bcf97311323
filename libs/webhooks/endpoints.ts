import type { DatabaseFile, Query } from '#database';
import type { IdempotencyKey } from '#http';
import type { Failure } from './outcome.js';

/** Why an endpoint was switched off. */
export type OffReason =
  /** The partner answered 410. */
  | 'gone'
  /** All messages failed for days. */
  | 'failing'
  /** The newsroom has another public log: somebody must say where to resume. */
  | 'other-log';

export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  /** The ids of the stories whose changes are sent; null for all. */
  readonly stories: readonly string[] | null;
  readonly createdAt: number;
  readonly state: 'active' | 'paused' | 'off';
  /** Null unless it is off. */
  readonly reason: OffReason | null;
  /** The last position that was queued for it, or did not concern it; -1 for none. */
  readonly position: number;
  /** The id of the event at that position; null if unknown. */
  readonly event: string | null;
  /** Nothing is sent before this time, because the partner sent Retry-After. */
  readonly waitUntil: number;
  /** The time of the first failure after the last success; null if the last message succeeded. */
  readonly failingSince: number | null;
  readonly lastSuccess: { readonly at: number; readonly status: number } | null;
  readonly lastFailure: {
    readonly at: number;
    readonly failure: Failure;
    readonly status: number | null;
  } | null;
}

/** A secret that a request with an idempotency key made. */
export interface SecretByKey {
  readonly endpoint: string;
  readonly secret: Buffer;
  readonly hash: string;
  readonly oldValidUntil: number | null;
}

export type NewEndpoint = Pick<
  Endpoint,
  'id' | 'url' | 'description' | 'stories' | 'createdAt' | 'position' | 'event'
>;

/** The endpoints and their secrets. */
export class Endpoints {
  readonly #find: Query<[string], Row>;
  readonly #active: Query<[], string>;
  readonly #reach: Query<[number, string | null, string], unknown>;
  readonly #secrets: Query<[string, number], Buffer>;

  constructor(private readonly db: DatabaseFile) {
    this.#find = db.prepare('SELECT * FROM endpoints WHERE id = ?');
    this.#active = db.prepare<[], string>(`SELECT id FROM endpoints WHERE state = 'active'`).pluck();
    this.#reach = db.prepare('UPDATE endpoints SET position = ?, event = ? WHERE id = ?');
    this.#secrets = db
      .prepare<[string, number], Buffer>(
        `SELECT secret FROM secrets WHERE endpoint = ? AND (valid_until IS NULL OR valid_until > ?)
         ORDER BY number DESC`,
      )
      .pluck();
  }

  add(endpoint: NewEndpoint, secret: Buffer, key: IdempotencyKey | null): void {
    const { id, url, description, stories, createdAt, position, event } = endpoint;
    const chosen = stories === null ? null : JSON.stringify(stories);
    this.db
      .prepare(
        `INSERT INTO endpoints (id, url, description, stories, created_at, state, position, event)
         VALUES (?, ?, ?, ?, ?, 'active', ?, ?)`,
      )
      .run(id, url, description, chosen, createdAt, position, event);
    this.db
      .prepare('INSERT INTO secrets VALUES (?, 0, ?, NULL, ?, ?)')
      .run(id, secret, key?.name ?? null, key?.hash ?? null);
  }

  find(id: string): Endpoint | null {
    const row = this.#find.get(id);
    return row ? endpointOf(row) : null;
  }

  /** In the order of their ids, after `after`. */
  page(after: string, limit: number): readonly Endpoint[] {
    return this.db
      .prepare<[string, number], Row>('SELECT * FROM endpoints WHERE id > ? ORDER BY id LIMIT ?')
      .all(after, limit)
      .map(endpointOf);
  }

  get all(): readonly string[] {
    return this.db.prepare<[], string>('SELECT id FROM endpoints').pluck().all();
  }

  get active(): readonly string[] {
    return this.#active.all();
  }

  get states(): readonly Pick<Endpoint, 'id' | 'state' | 'reason'>[] {
    return this.db
      .prepare<[], Pick<Endpoint, 'id' | 'state' | 'reason'>>('SELECT id, state, reason FROM endpoints')
      .all();
  }

  get counts(): Readonly<Record<Endpoint['state'], number>> {
    const counts = { active: 0, paused: 0, off: 0 };
    for (const { state, count } of this.db
      .prepare<[], { state: Endpoint['state']; count: number }>(
        'SELECT state, count(*) AS count FROM endpoints GROUP BY state',
      )
      .all())
      counts[state] = count;
    return counts;
  }

  remove(id: string): boolean {
    return this.db.prepare('DELETE FROM endpoints WHERE id = ?').run(id).changes === 1;
  }

  /** From now on it gets the changes after this position. */
  setPosition(id: string, position: number, event: string | null): void {
    this.#reach.run(position, event, id);
  }

  /** The secret that a request with this key made, while it exists, and the end of the secret before it. */
  secretByKey(key: string): SecretByKey | null {
    return (
      this.db
        .prepare<[string], SecretByKey>(
          `SELECT s.endpoint, s.secret, s.hash, (SELECT valid_until FROM secrets b WHERE b.endpoint = s.endpoint
             AND b.number = s.number - 1) AS oldValidUntil FROM secrets s WHERE s.key = ?`,
        )
        .get(key) ?? null
    );
  }

  /** The valid secrets, newest first. */
  secrets(id: string, now: number): readonly Buffer[] {
    return this.#secrets.all(id, now);
  }

  /** Deletes secrets that are no longer valid. */
  dropOldSecrets(now: number): void {
    this.db.prepare('DELETE FROM secrets WHERE valid_until <= ?').run(now);
  }

  /** Adds a secret. The one before stays valid until `until`; older ones keep their end. */
  rotate(id: string, secret: Buffer, until: number, key: IdempotencyKey | null): void {
    this.db
      .prepare('UPDATE secrets SET valid_until = ? WHERE endpoint = ? AND valid_until IS NULL')
      .run(until, id);
    this.db
      .prepare(`INSERT INTO secrets SELECT ?, max(number) + 1, ?, NULL, ?, ? FROM secrets WHERE endpoint = ?`)
      .run(id, secret, key?.name ?? null, key?.hash ?? null, id);
  }

  setState(id: string, state: Endpoint['state'], reason: OffReason | null = null): void {
    const resets = state === 'active' ? ', held_until = 0, failing_since = NULL' : '';
    this.db
      .prepare(`UPDATE endpoints SET state = ?, reason = ?${resets} WHERE id = ?`)
      .run(state, reason, id);
  }

  delayUntil(id: string, until: number): void {
    this.db.prepare('UPDATE endpoints SET held_until = max(held_until, ?) WHERE id = ?').run(until, id);
  }

  succeeded(id: string, at: number, status: number): void {
    this.db
      .prepare('UPDATE endpoints SET success_at = ?, success_status = ?, failing_since = NULL WHERE id = ?')
      .run(at, status, id);
  }

  failed(
    id: string,
    {
      at,
      now,
      failure,
      status,
    }: {
      readonly at: number;
      readonly now: number;
      readonly failure: Failure;
      readonly status: number | null;
    },
  ): void {
    this.db
      .prepare(
        `UPDATE endpoints SET failure_at = ?, failure = ?, failure_status = ?,
           failing_since = coalesce(failing_since, ?) WHERE id = ?`,
      )
      .run(at, failure, status, now, id);
  }

  /** Ends all waits at this moment at the latest: the clock may have been set back while the desk was down. */
  limitDelays(moment: number): void {
    this.db.prepare('UPDATE endpoints SET held_until = ? WHERE held_until > ?').run(moment, moment);
  }
}

interface Row {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly stories: string | null;
  readonly created_at: number;
  readonly state: Endpoint['state'];
  readonly reason: OffReason | null;
  readonly position: number;
  readonly event: string | null;
  readonly held_until: number;
  readonly failing_since: number | null;
  readonly success_at: number | null;
  readonly success_status: number;
  readonly failure_at: number | null;
  readonly failure: Failure;
  readonly failure_status: number | null;
}

const endpointOf = (row: Row): Endpoint => ({
  id: row.id,
  url: row.url,
  description: row.description,
  stories: row.stories === null ? null : (JSON.parse(row.stories) as string[]),
  createdAt: row.created_at,
  state: row.state,
  reason: row.reason,
  position: row.position,
  event: row.event,
  waitUntil: row.held_until,
  failingSince: row.failing_since,
  lastSuccess: row.success_at === null ? null : { at: row.success_at, status: row.success_status },
  lastFailure:
    row.failure_at === null ? null : { at: row.failure_at, failure: row.failure, status: row.failure_status },
});
