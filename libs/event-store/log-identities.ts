import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A small file with the identities of the logs from which the data beside it are derived. */
export class LogIdentities {
  constructor(private readonly file: string) {}

  /** The stored identity of a log; null where there is none. */
  identityOf(log: 'desk' | 'public'): string | null {
    const identity = this.#read()[log];
    return typeof identity === 'string' ? identity : null;
  }

  save(log: 'desk' | 'public', identity: string): void {
    if (this.identityOf(log) === identity) return;
    writeFileSync(`${this.file}.new`, JSON.stringify({ ...this.#read(), [log]: identity }));
    renameSync(`${this.file}.new`, this.file);
  }

  #read(): Record<string, unknown> {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, unknown>;
    } catch {
      return {};
    }
  }
}
