import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, type Caller, eventually, type Json, linesOf } from '../http/caller.js';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { CAUGHT_UP } from './other-stories.js';

const CLOCK = join(import.meta.dirname, 'fixed-clock.mjs');

/** A newsroom with an imported story and a fixed clock: two twins record the same at the same moment. */
export class Twin {
  private constructor(
    private readonly newsroom: RunningNewsroom,
    private readonly clock: string,
  ) {}

  /** `clock` is the path of a file that the twin may write, `now` an ISO time. */
  static async open(clock: string, now: string, file: readonly Json[]): Promise<Twin> {
    setClock(clock, now);
    const settings = { FIXED_CLOCK: clock, NODE_OPTIONS: `--import=${CLOCK}` };
    const twin = new Twin(await RunningNewsroom.open(settings), clock);
    try {
      await twin.takeOver(file);
      await twin.#catchUp();
    } catch (error) {
      await twin.remove();
      throw error;
    }
    return twin;
  }

  get archive(): Caller {
    return this.newsroom.archive;
  }

  get desk(): Caller {
    return this.newsroom.desk;
  }

  get log(): string {
    return this.newsroom.log;
  }

  moveTo(now: string): void {
    setClock(this.clock, now);
  }

  async takeOver(file: readonly Json[]): Promise<void> {
    const end = linesOf(await this.desk.import(file)).at(-1);
    if (end?.done !== true) throw new Error(JSON.stringify(end));
  }

  remove(): Promise<void> {
    return this.newsroom.remove();
  }

  /** Waits until everything is readable, and killed content is out of every file. */
  async #catchUp(): Promise<void> {
    const asks = [`/v1/stories/${CAUGHT_UP}`, '/health/ready'];
    const isSo = ({ status }: Answer): boolean => status === 200;
    for (const path of asks) {
      const last = await eventually(() => this.archive.get(path), isSo);
      if (!isSo(last)) throw new Error(`${path}: ${last.text}`);
    }
  }
}

/** Writes atomically, because the newsroom may read the file at any moment. */
function setClock(file: string, now: string): void {
  writeFileSync(`${file}.new`, String(Date.parse(now)));
  renameSync(`${file}.new`, file);
}
