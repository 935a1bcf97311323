import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProgram, COMPILED } from '../built-program.js';
import { Caller } from '../http/caller.js';

/** A built program in a separate process, with a separate data folder. */
export class Program {
  /** The standard output and error of all its runs. */
  log = '';
  #child: ChildProcess | null = null;
  #caller: Caller | null = null;

  private constructor(
    private readonly name: 'desk' | 'archive',
    readonly port: number,
    readonly data: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** Starts a program and waits until it answers; with `ready`, until it is ready. */
  static async start(
    name: 'desk' | 'archive',
    settings: Readonly<Record<string, string>>,
    { ready = true, data = mkdtempSync(join(tmpdir(), `${name}-`)) } = {},
  ): Promise<Program> {
    const program = new Program(name, await freePort(), data, settings);
    await program.start(ready);
    return program;
  }

  get caller(): Caller {
    if (!this.#caller) throw new Error('It does not run.');
    return this.#caller;
  }

  /** The exit code; null while it runs. */
  get exitCode(): number | null {
    return this.#child?.exitCode ?? null;
  }

  async start(ready = true): Promise<void> {
    const env = {
      PATH: process.env['PATH'] ?? '',
      ...COMPILED,
      PORT: String(this.port),
      DESK_PORT: String(this.port),
      DATELINE_DATA: this.data,
      LOG_LEVEL: 'warn',
      ...this.settings,
    };
    const child = spawn(process.execPath, [builtProgram(this.name)], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.log += text));
    this.#caller = new Caller(`http://127.0.0.1:${this.port}`);
    await this.until(ready ? '/health/ready' : '/health/live');
    this.#signIn(child);
  }

  /** A desk gives its token in the data folder; an archive needs none. */
  #signIn({ pid }: ChildProcess): void {
    const file = join(this.data, 'running.json');
    const running = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    if (running.pid !== pid) return;
    this.#caller?.close();
    this.#caller = new Caller(`http://127.0.0.1:${this.port}`, running.token);
  }

  /** Waits until an address answers with a status. */
  async until(path: string, status = 200, within = 110_000): Promise<void> {
    let last: unknown = null;
    for (const end = Date.now() + within; Date.now() < end; await pause(30)) {
      if (this.exitCode !== null) throw new Error(`It ended with ${this.exitCode}.\n${this.log}`);
      const answer = await this.caller.get(path).catch((error: unknown) => error as Error);
      if (!(answer instanceof Error) && answer.status === status) return;
      last = answer instanceof Error ? answer.message : answer.text;
    }
    throw new Error(`${path} did not answer ${status} in time, but ${String(last)}\n${this.log}`);
  }

  /** Waits until it ends by itself. Resolves to its exit code. */
  async ended(): Promise<number | null> {
    if (this.#child && this.#child.exitCode === null) await once(this.#child, 'exit');
    return this.exitCode;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#caller?.close();
    this.#caller = null;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** Runs the built command line. Resolves to its output and exit code. */
export async function dateline(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const env = { PATH: process.env['PATH'] ?? '', ...COMPILED, ...settings };
  const child = spawn(process.execPath, [builtProgram('cli'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
