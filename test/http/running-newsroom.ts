import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProgram, COMPILED } from '../built-program.js';
import { ApiDocument } from '../openapi/api-document.js';
import { Caller } from './caller.js';

/** The built newsroom as a separate process, with a real store in its own folder, on free ports. */
export class RunningNewsroom {
  readonly data = mkdtempSync(join(tmpdir(), 'newsroom-'));
  /** Standard output and error of all its runs. */
  log = '';
  #child: ChildProcess | null = null;
  #desk: Caller | null = null;
  #archive: Caller | null = null;

  private constructor(
    private readonly settings: Readonly<Record<string, string>>,
    private readonly fault: string | null,
  ) {}

  /**
   * `settings` are environment variables. By default the newsroom is empty and its days are in UTC. `fault` is a file of this
   * folder that plants a fault: it changes modules, so the program is not bundled.
   */
  static async open(
    settings: Readonly<Record<string, string>> = {},
    fault: string | null = null,
  ): Promise<RunningNewsroom> {
    const newsroom = new RunningNewsroom({ DATELINE_DEMO: 'off', ...settings }, fault);
    await newsroom.start();
    return newsroom;
  }

  get desk(): Caller {
    if (!this.#desk) throw new Error('The newsroom does not run.');
    return this.#desk;
  }

  get archive(): Caller {
    if (!this.#archive) throw new Error('The newsroom does not run.');
    return this.#archive;
  }

  async start(): Promise<void> {
    const env = {
      PATH: process.env['PATH'] ?? '',
      ...COMPILED,
      PORT: '0',
      DESK_PORT: '0',
      LOG_LEVEL: 'error',
      DATELINE_DATA: this.data,
      ...this.settings,
    };
    const program =
      this.fault === null
        ? [builtProgram('newsroom')]
        : ['--import', join(import.meta.dirname, this.fault), builtProgram('newsroom', 'main.unbundled.js')];
    const child = spawn(process.execPath, program, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.log += text));
    const { desk, archive, token } = await this.#addresses(child);
    // The documents depend on the build and the settings only.
    const settings = JSON.stringify(this.settings);
    this.#desk = await documented(desk, `desk ${settings}`, token);
    this.#archive = await documented(archive, `archive ${settings}`, null);
  }

  /** The link of the first sign-in. It is printed after the newsroom is ready. */
  async setupLink(): Promise<string> {
    for (let waited = 0; waited < 60_000; waited += 20) {
      const [link] = /http\S+\/desk\/setup#\S+/.exec(this.log) ?? [];
      if (link !== undefined) return link;
      await pause(20);
    }
    throw new Error(`No link was printed.\n${this.log}`);
  }

  /** Stops it like Ctrl+C; returns its exit code. */
  stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  /** Kills it without warning, like a power cut. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** After a kill an old file may remain: only the file of this process counts. */
  async #addresses(child: ChildProcess): Promise<{ desk: string; archive: string; token: string }> {
    const file = join(this.data, 'running.json');
    for (let waited = 0; waited < 110_000; waited += 20) {
      if (child.exitCode !== null) throw new Error(`The newsroom ended at its start.\n${this.log}`);
      if (existsSync(file)) {
        const found = JSON.parse(readFileSync(file, 'utf8'));
        if (found.pid === child.pid) return found;
      }
      await pause(20);
    }
    throw new Error(`The newsroom does not start.\n${this.log}`);
  }

  async #end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    for (const caller of [this.#desk, this.#archive]) caller?.close();
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill(signal);
      await once(child, 'exit');
    }
    return child.exitCode;
  }
}

/** A caller of one surface that checks every answer against the OpenAPI document of the surface. */
async function documented(address: string, name: string, token: string | null): Promise<Caller> {
  const document = await ApiDocument.named(name, async () => {
    const plain = new Caller(address);
    const { text } = await plain.get('/openapi.json');
    plain.close();
    return text;
  });
  return new Caller(address, token, (sent, answer) => {
    const faults = document.faultsOf(sent, answer);
    if (faults.length > 0)
      throw new Error(
        `OpenAPI does not say so: ${sent.method} ${sent.path}\n${faults.slice(0, 10).join('\n')}`,
      );
  });
}
