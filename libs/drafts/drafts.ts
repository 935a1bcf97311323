import { DatabaseFile } from '#database';
import type { Clock } from '#event-store';
import { DRAFTS } from './drafts-file.js';

/** How many drafts each owner may have. */
export const MOST_DRAFTS = 200;

export interface DraftWords {
  /** The id or slug of the story, as the owner gave it; null if there is none yet. */
  readonly story: string | null;
  /** JSON text. */
  readonly content: string;
}

export interface Draft {
  readonly id: string;
  readonly story: string | null;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
  /** Rises with each saving of any draft. */
  readonly version: number;
}

export type WholeDraft = Draft & DraftWords;

/** The owner has as many drafts as allowed. */
export class DraftsFull extends Error {
  override readonly name = 'DraftsFull';
}

const DRAFT = 'id, story, saved_at AS savedAt, version';

/**
 * The drafts of all owners: one database. An id belongs to its owner, so two owners may use the same one. Each call may throw
 * FileUnusable or FileGone.
 */
export class Drafts {
  readonly #find;
  readonly #list;
  readonly #count;

  private constructor(
    readonly file: DatabaseFile,
    private readonly clock: Clock,
  ) {
    this.#find = file.prepare<[string, string], WholeDraft>(
      `SELECT ${DRAFT}, content FROM drafts WHERE owner = ? AND id = ?`,
    );
    this.#list = file.prepare<[string, number, number], Draft>(
      `SELECT ${DRAFT} FROM drafts WHERE owner = ? AND version < ? ORDER BY version DESC LIMIT ?`,
    );
    this.#count = file.prepare<[string], number>('SELECT count(*) FROM drafts WHERE owner = ?').pluck();
  }

  /** Opens or creates the database. @throws DatabaseRefused, FileUnusable */
  static open(file: string, clock: Clock): Drafts {
    return new Drafts(DatabaseFile.open(file, DRAFTS), clock);
  }

  find(owner: string, id: string): WholeDraft | null {
    return this.#find.get(owner, id) ?? null;
  }

  /** Those before a version, the last saved first. */
  list(owner: string, before: number, limit: number): readonly Draft[] {
    return this.#list.all(owner, before, limit);
  }

  count(owner: string): number {
    return this.#count.get(owner)!;
  }

  /**
   * Saves a draft. The same words again change nothing. `check` sees the draft before, or null, and whether anything changes;
   * what it throws stops the saving. A power cut may undo a saving.
   *
   * @throws DraftsFull
   */
  save(
    owner: string,
    id: string,
    { story, content }: DraftWords,
    check: (before: Draft | null, changes: boolean) => void,
  ): { readonly draft: Draft; readonly made: boolean } {
    const before = this.find(owner, id);
    const changes = before?.story !== story || before.content !== content;
    check(before, changes);
    if (before && !changes) return { draft: before, made: false };
    const savedAt = this.clock.now();
    const version = this.file.write(() => {
      if (!before && this.count(owner) >= MOST_DRAFTS) throw new DraftsFull();
      const { lastInsertRowid } = this.file
        .prepare('INSERT OR REPLACE INTO drafts (owner, id, saved_at, story, content) VALUES (?, ?, ?, ?, ?)')
        .run(owner, id, savedAt, story, content);
      return Number(lastInsertRowid);
    });
    return { draft: { id, story, savedAt, version }, made: before === null };
  }

  /** Deletes a draft, also from the journal of the file. False if there is none. */
  delete(owner: string, id: string): boolean {
    const { changes } = this.file.record(() =>
      this.file.prepare('DELETE FROM drafts WHERE owner = ? AND id = ?').run(owner, id),
    );
    if (changes > 0) this.file.emptyJournal();
    return changes > 0;
  }

  close(): void {
    this.file.close();
  }
}
