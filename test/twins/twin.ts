import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, type Caller, eventually, type Json, linesOf } from '../http/caller.js';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { LEVEL } from './other-stories.js';

const CLOCK = join(import.meta.dirname, 'standing-clock.mjs');

/** A newsroom with a story told by import, whose clock stands: two that take the same take it at the same moment. */
export class Twin {
  private constructor(
    private readonly newsroom: RunningNewsroom,
    private readonly clock: string,
  ) {}

  /** `clock` is the path of a file that it may write, `now` an ISO time. */
  static async open(clock: string, now: string, file: readonly Json[]): Promise<Twin> {
    setClock(clock, now);
    const settings = { STANDING_CLOCK: clock, NODE_OPTIONS: `--import=${CLOCK}` };
    const twin = new Twin(await RunningNewsroom.open(settings), clock);
    try {
      await twin.takeOver(file);
      await twin.#level();
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

  /** Waits until all of it can be read, and what was killed is out of every file. */
  async #level(): Promise<void> {
    const asks = [`/v1/stories/${LEVEL}`, '/health/ready'];
    const isSo = ({ status }: Answer): boolean => status === 200;
    for (const path of asks) {
      const last = await eventually(() => this.archive.get(path), isSo);
      if (!isSo(last)) throw new Error(`${path}: ${last.text}`);
    }
  }
}

/** At once, for the newsroom may read it at any moment. */
function setClock(file: string, now: string): void {
  writeFileSync(`${file}.new`, String(Date.parse(now)));
  renameSync(`${file}.new`, file);
}
