import type { DatabaseFile } from '#database';

/** How far each principal has seen the notices. Ids of notices are in the order of the text. */
export class SeenNotices {
  constructor(private readonly file: DatabaseFile) {}

  /** The id of the last one; '' for none. */
  of(principal: string): string {
    const found = this.file
      .prepare<[string], string>('SELECT up_to FROM seen_notices WHERE principal = ?')
      .pluck()
      .get(principal);
    return found ?? '';
  }

  /** It never goes back. */
  set(principal: string, upTo: string): void {
    this.file.record(() =>
      this.file
        .prepare(
          `INSERT INTO seen_notices VALUES (?, ?)
           ON CONFLICT (principal) DO UPDATE SET up_to = max(up_to, excluded.up_to)`,
        )
        .run(principal, upTo),
    );
  }

  /** Nobody has seen more than this. */
  limit(last: string): void {
    this.file.record(() =>
      this.file.prepare('UPDATE seen_notices SET up_to = ? WHERE up_to > ?').run(last, last),
    );
  }
}
