import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A small file in the data folder with the addresses of the running newsroom, and the token of the command line. Only its
 * owner may read it. Close removes it.
 */
export class RunningFile {
  readonly #file: string;

  constructor(data: string) {
    this.#file = join(data, 'running.json');
  }

  /** `archive` is null for a desk alone. `certificate` is the file of the certificate of a desk with TLS. */
  write(running: {
    readonly desk: string;
    readonly archive: string | null;
    readonly token: string;
    readonly certificate?: string | undefined;
  }): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify({ pid: process.pid, ...running }), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }

  async close(): Promise<void> {
    rmSync(this.#file, { force: true });
  }
}
