import { resolve } from 'node:path';
import { EXIT, Failure } from './failure.js';
import { withNewsroom } from './newsroom.js';
import type { Settings } from '#settings';
import type { Output } from './output.js';
import type { Running } from './running.js';

/** What every command is given. */
export class CommandContext {
  constructor(
    readonly output: Output,
    readonly signal: AbortSignal,
    readonly env: Readonly<Record<string, string | undefined>>,
  ) {}

  /** A file as whoever called named it: npm changes to the project's folder first, and says from where. */
  file(name: string): string {
    const from = this.env['npm_lifecycle_event'] === 'dateline' ? this.env['INIT_CWD'] : undefined;
    return resolve(from ?? '.', name);
  }

  /** Reads the settings, and does `work` with the newsroom whose data they name. */
  async withNewsroom<T>(create: boolean, work: (newsroom: Running) => Promise<T>): Promise<T> {
    const { data, deskLog } = await this.settings();
    const place = { data: resolve(data), onCluster: deskLog.kind === 'cluster', create };
    return withNewsroom(place, this.output, this.signal, work);
  }

  /** @throws Failure where they are wrong */
  async settings(): Promise<Settings> {
    // Loaded when it is needed, so that --help is quick.
    const { readSettings, WrongSettings } = await import('#settings');
    try {
      return readSettings(this.env);
    } catch (error) {
      if (error instanceof WrongSettings)
        throw new Failure(EXIT.usage, `Wrong settings: ${error.wrong.join('; ')}.`);
      throw error;
    }
  }
}

/** The address of a story or of what belongs to it. */
export const storyAddress = (root: string, story: string, rest = ''): string =>
  `${root}/${encodeURIComponent(story)}${rest}`;
