import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A small file in the data folder with the addresses of the running newsroom, for the command line. Close removes it. */
export class RunningFile {
  readonly #file: string;

  constructor(data: string) {
    this.#file = join(data, 'running.json');
  }

  /** `archive` is null for a desk alone. */
  write(addresses: { readonly desk: string; readonly archive: string | null }): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify({ pid: process.pid, ...addresses }));
    renameSync(`${this.#file}.new`, this.#file);
  }

  async close(): Promise<void> {
    rmSync(this.#file, { force: true });
  }
}
