import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '#event-store';
import { generate, generateStory, type Generated, type HistorySize, type StorySize } from '#generating';
import { logOf, type WrittenLogs } from './log-of.js';
import { NewsroomProgram } from './program.js';
import { quantile } from './samples.js';

/** A data folder, and the stories in it. */
export interface Room extends WrittenLogs {
  readonly data: string;
}

/** The size of a room, for the settings of a bench. */
export const sizeOf = ({ stories, events }: WrittenLogs): string =>
  `${stories.length.toLocaleString('en')} stories of ${events.toLocaleString('en')} events in all`;

/** The prefix of the working folders of one bench. */
export const WORKED_ON = 'bench-';

/** The folders of one run. A history is written once, and copied for each bench that needs it. */
export class Scratch {
  constructor(
    private readonly root: string,
    private readonly say: (line: string) => void,
  ) {}

  /** An empty folder. */
  folder(): string {
    return mkdtempSync(join(this.root, WORKED_ON));
  }

  /** Many stories in a newsroom that has run before, so that its read model is complete. */
  newsroom(full: boolean): Promise<Room> {
    const size = { stories: 20_000, events: full ? 1_000_000 : 60_000, seed: 1 };
    return this.#room(`${size.stories}-stories-${size.events}-events`, () => generate(size), true);
  }

  /** Some stories in logs without a read model. */
  logs(size: HistorySize): Promise<Room> {
    return this.#room(`${size.stories}-stories-${size.events}-events-${size.seed}`, () => generate(size));
  }

  /** Stories of given sizes in one log. */
  story(...sizes: readonly StorySize[]): Promise<Room> {
    const name = sizes
      .map(({ events, claims, seed }) => `${events}-events-${claims}-claims-${seed}`)
      .join('-');
    return this.#room(name, function* () {
      for (const size of sizes) yield* generateStory(size);
    });
  }

  /** The time of a durable write of 4 KiB here, in milliseconds. */
  fsync(): number {
    const file = openSync(join(this.folder(), 'fsync'), 'w');
    const page = Buffer.alloc(4_096);
    const times = Array.from({ length: 100 }, () => {
      const begun = performance.now();
      writeSync(file, page, 0, page.length, 0);
      fsyncSync(file);
      return performance.now() - begun;
    });
    closeSync(file);
    return quantile(times, 0.5);
  }

  async #room(name: string, history: () => Iterable<Generated>, built = false): Promise<Room> {
    const home = join(this.root, name);
    const list = join(home, 'written.json');
    if (!existsSync(list)) {
      const written = await this.#write(name, home, history());
      if (built) await this.#build(home);
      writeFileSync(list, JSON.stringify(written));
    }
    const written = JSON.parse(readFileSync(list, 'utf8')) as WrittenLogs;
    const data = this.folder();
    cpSync(home, data, { recursive: true });
    return { ...written, data };
  }

  async #write(name: string, home: string, history: Iterable<Generated>): Promise<WrittenLogs> {
    mkdirSync(home);
    const begun = performance.now();
    const written = await logOf(history, home, new SystemClock().now());
    const seconds = (performance.now() - begun) / 1_000;
    this.say(
      `wrote ${name} in ${seconds.toFixed(1)} s, ${Math.round(written.events / seconds)} events per second`,
    );
    return written;
  }

  async #build(home: string): Promise<void> {
    const newsroom = await NewsroomProgram.start(home);
    this.say(`built both read models in ${(newsroom.startedIn / 1_000).toFixed(1)} s`);
    await newsroom.stop();
  }
}
