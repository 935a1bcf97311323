import { resolve } from 'node:path';
import { EXIT, Failure } from './failure.js';
import { withNewsroom } from './newsroom.js';
import type { Settings } from '#settings';
import type { Output } from './output.js';
import type { Running } from './running.js';

/** What every command gets. */
export class CommandContext {
  constructor(
    readonly output: Output,
    readonly signal: AbortSignal,
    readonly env: Readonly<Record<string, string | undefined>>,
  ) {}

  /** Resolves a file name from the caller's folder. npm changes to the project's folder first, and sets INIT_CWD. */
  file(name: string): string {
    const from = this.env['npm_lifecycle_event'] === 'dateline' ? this.env['INIT_CWD'] : undefined;
    return resolve(from ?? '.', name);
  }

  /** Runs `work` with the newsroom of the data folder in the settings. */
  async withNewsroom<T>(create: boolean, work: (newsroom: Running) => Promise<T>): Promise<T> {
    const { data, deskLog } = await this.settings();
    const location = { data: resolve(data), onCluster: deskLog.kind === 'cluster', create };
    return withNewsroom(location, this.output, this.signal, work);
  }

  /** @throws Failure if they are wrong */
  async settings(): Promise<Settings> {
    // Loaded only if needed, so that --help is quick.
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

/** The address of a story, or of a resource below it. */
export const storyAddress = (root: string, story: string, rest = ''): string =>
  `${root}/${encodeURIComponent(story)}${rest}`;
