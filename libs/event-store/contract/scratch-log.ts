import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore } from '../embedded/embedded-event-store.js';
import type { EmbeddedOptions } from '../embedded/embedded-event-store.js';
import type { StartWriter } from '../embedded/writer-thread.js';
import { writeHere } from './write-here.js';

/** A log in a separate folder for one test. The test opens it as often as it needs, and removes it at its end. */
export class ScratchLog {
  readonly folder = mkdtempSync(join(tmpdir(), 'dateline-log-'));
  readonly file = join(this.folder, 'desk.db');
  #stores: EmbeddedEventStore[] = [];

  /** Opens the log. It keeps no reserve on the volume by default. */
  async open(options: Partial<EmbeddedOptions> = {}, start?: StartWriter): Promise<EmbeddedEventStore> {
    const store = await EmbeddedEventStore.open(
      { file: this.file, reserve: 0, retry: { first: 20, most: 100 }, ...options },
      start,
    );
    this.#stores.push(store);
    return store;
  }

  /** The same with a writer in the thread of the test, for tests that open many logs and are not about writing. */
  openHere(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedEventStore> {
    return this.open(options, writeHere);
  }

  /** The bytes of all files of the log. */
  files(): Buffer[] {
    return readdirSync(this.folder).map((name) => readFileSync(join(this.folder, name)));
  }

  /** Closes the open stores, and deletes all files. */
  async remove(): Promise<void> {
    await Promise.all(this.#stores.splice(0).map((store) => store.close()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
