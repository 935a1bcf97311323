import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProgram, COMPILED } from '../built-program.js';

const root = join(import.meta.dirname, '..', '..');
export const DEMONSTRATION = join(root, 'apps/newsroom/demonstration.ndjson');

export const ELECTION = join(root, 'test/stories/election-night.ndjson');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A newsroom that runs. `token` is for the desk. */
export interface OpenNewsroom {
  readonly child: ChildProcess;
  readonly desk: string;
  readonly archive: string;
  readonly token: string;
}

/** A data folder, the command line run on it like users do, and the newsrooms started there. */
export class Desk {
  readonly data = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
  readonly #children: ChildProcess[] = [];

  /** `settings` are environment variables of its programs. */
  constructor(private readonly settings: Readonly<Record<string, string>> = {}) {}

  /** Runs `dateline ARGS` to its end. */
  async run(args: readonly string[], input?: string): Promise<Ended> {
    const child = this.start(args);
    child.stdin!.on('error', () => undefined).end(input ?? '');
    const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!), closed(child)]);
    return { code: child.exitCode, out, err };
  }

  /** Like `run`; throws if the command fails or writes to standard error. */
  async out(...args: readonly string[]): Promise<string> {
    const { code, out, err } = await this.run(args);
    if (code !== 0 || err !== '') throw new Error(`dateline ${args.join(' ')}: exit ${code}. ${err}`);
    return out;
  }

  start(args: readonly string[]): ChildProcess {
    return this.#spawn('cli', args);
  }

  /** Starts a newsroom on the folder, and waits until it reports its addresses. */
  async open(): Promise<OpenNewsroom> {
    const child = this.#spawn('newsroom', []);
    child.stdout!.resume();
    child.stderr!.resume();
    const running = await this.until('running.json', ({ pid }) => pid === child.pid);
    return {
      child,
      desk: String(running['desk']),
      archive: String(running['archive']),
      token: String(running['token']),
    };
  }

  /** Waits for a JSON file in the data folder that meets the condition. */
  async until(
    name: string,
    is: (found: Record<string, unknown>) => boolean,
  ): Promise<Record<string, unknown>> {
    for (let i = 0; i < 1_000; i++, await pause(20)) {
      const file = join(this.data, name);
      const found = existsSync(file)
        ? (JSON.parse(readFileSync(file, 'utf8') || '{}') as Record<string, unknown>)
        : {};
      if (is(found)) return found;
    }
    throw new Error(`${name} did not come.`);
  }

  async remove(): Promise<void> {
    for (const child of this.#children.splice(0))
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await closed(child);
      }
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5 });
  }

  #spawn(app: 'cli' | 'newsroom', args: readonly string[]): ChildProcess {
    const { PATH, HOME, TMPDIR } = process.env;
    const env = {
      ...{ PATH, HOME, TMPDIR },
      ...COMPILED,
      DATELINE_DATA: this.data,
      DATELINE_DEMO: 'off',
      PORT: '0',
      DESK_PORT: '0',
      ...this.settings,
    };
    const child = spawn(process.execPath, [builtProgram(app), ...args], {
      cwd: root,
      env,
      stdio: 'pipe',
    });
    this.#children.push(child);
    return child;
  }
}

let template: Desk | null = null;
afterAll(() => template?.remove());

/** Gives a desk the data of a newsroom that has taken over the demonstration and stopped. One import serves a whole file. */
export async function demonstrated(desk: Desk): Promise<void> {
  if (!template) {
    template = new Desk();
    expect(await template.out('import', DEMONSTRATION)).toContain('28 added');
  }
  cpSync(template.data, desk.data, { recursive: true, preserveTimestamps: true });
}

async function closed(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Waits until a process has ended; false after a timeout. */
export async function isGone(pid: number): Promise<boolean> {
  for (let i = 0; i < 500 && isThere(pid); i++) await pause(20);
  return !isThere(pid);
}

/** The ids of the claims on a page, each with its heading. */
export function statusesOn(page: string): Record<string, string> {
  const found: Record<string, string> = {};
  let heading = '';
  for (const line of page.split('\n')) {
    heading = /^([A-Z][a-z-]+) – /.exec(line)?.[1]?.toLowerCase() ?? heading;
    const id = /^ {4}([a-z0-9-]+) · since /.exec(line)?.[1];
    if (id !== undefined) found[id] = heading;
  }
  return found;
}

/** The lines about one claim as one text: from its bullet to its id. */
export function blockOf(page: string, claim: string): string {
  const lines = page.split('\n');
  const end = lines.findIndex((line) => line.startsWith(`    ${claim} · `));
  const begin = lines.slice(0, end).findLastIndex((line) => line.startsWith('  • '));
  return lines
    .slice(begin, end)
    .map((line) => line.trim())
    .join(' ');
}
