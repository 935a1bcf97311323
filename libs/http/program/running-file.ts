import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tells the command line where a running newsroom is: a small file among its data, gone when it stops. Without an archive
 * it is a desk alone. */
export class RunningFile {
  readonly #file: string;

  constructor(data: string) {
    this.#file = join(data, 'running.json');
  }

  write(addresses: { readonly desk: string; readonly archive: string | null }): void {
    writeFileSync(`${this.#file}.new`, JSON.stringify({ pid: process.pid, ...addresses }));
    renameSync(`${this.#file}.new`, this.#file);
  }

  async close(): Promise<void> {
    rmSync(this.#file, { force: true });
  }
}
