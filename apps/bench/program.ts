import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, requestOf } from './connection.js';

const APPS = join(import.meta.dirname, '..');
/** Of a second, as Linux counts for programs (`getconf CLK_TCK`). */
const TICKS = 100;

/** A program in a process of its own. */
export class Program {
  constructor(protected readonly child: ChildProcess) {
    // It does not outlive the bench.
    process.once('exit', () => child.kill());
  }

  /** Megabytes of memory that it holds now, and held at most (Linux: proc(5), VmRSS and VmHWM). */
  memory(): { readonly now: number; readonly most: number } {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    const megabytes = (name: string): number =>
      (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1_024) / 1e6;
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  }

  /** Seconds of processors that it has used, all its threads together (Linux: proc(5), utime and stime). */
  cpu(): number {
    const [, fields = ''] = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(/\) (?=[^)]*$)/);
    const [user, system] = fields.split(' ').slice(11, 13).map(Number);
    return (user! + system!) / TICKS;
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

/** The newsroom as `npm start` runs it, on a data folder. */
export class NewsroomProgram extends Program {
  private constructor(
    child: ChildProcess,
    readonly desk: number,
    readonly archive: number,
    /** Milliseconds from its start until both sides were ready. */
    readonly startedIn: number,
  ) {
    super(child);
  }

  /** `apps`: where the programs of another build are. */
  static async start(data: string, apps = APPS): Promise<NewsroomProgram> {
    const begun = performance.now();
    const child = start(join(apps, 'newsroom/main.js'), [], {
      PORT: '0',
      DESK_PORT: '0',
      DATELINE_DEMO: 'off',
      DATELINE_DATA: data,
      LOG_LEVEL: 'error',
    });
    const file = join(data, 'running.json');
    const addresses = await until(child, () => {
      const found = existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
      return found && found['pid'] === child.pid ? found : null;
    });
    const [desk, archive] = [addresses['desk'], addresses['archive']].map((at) =>
      Number(new URL(String(at)).port),
    );
    for (const port of [desk!, archive!]) await until(child, () => isReady(port));
    return new NewsroomProgram(child, desk!, archive!, performance.now() - begun);
  }
}

/** The archive of archive.ts: alone, as it runs apart from the desk. */
export class ArchiveProgram extends Program {
  private constructor(
    child: ChildProcess,
    readonly port: number,
  ) {
    super(child);
  }

  static async start(data: string): Promise<ArchiveProgram> {
    const child = start('bench/archive.js', [data], {}, CHANNEL);
    const [port] = (await Promise.race([once(child, 'message'), failed(child)])) as [number];
    await until(child, () => isReady(port));
    return new ArchiveProgram(child, port);
  }
}

/** An archive as `npm run start:archive` runs it, on a data folder of its own, of a log on a cluster. */
export class ClusterArchiveProgram extends Program {
  private constructor(
    child: ChildProcess,
    readonly port: number,
  ) {
    super(child);
  }

  static async start(data: string, url: string): Promise<ClusterArchiveProgram> {
    const child = start(
      'archive/main.js',
      [],
      { PORT: '0', DATELINE_DATA: data, EVENTSTORE_URL: url, LOG_LEVEL: 'error' },
      ['ignore', 'pipe', 'inherit'],
    );
    let greeting = '';
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (greeting += text));
    const port = await until(child, () => {
      const [, found] = /http:\/\/[^/]*:(\d+)\/v1\/stories/.exec(greeting) ?? [];
      return found === undefined ? null : Number(found);
    });
    await until(child, () => isReady(port));
    return new ClusterArchiveProgram(child, port);
  }
}

/** A desk as `npm run start:desk` runs it, on a data folder of its own, with its logs on a cluster. */
export class DeskProgram extends Program {
  private constructor(
    child: ChildProcess,
    readonly port: number,
  ) {
    super(child);
  }

  static async start(data: string, url: string): Promise<DeskProgram> {
    const env = { DESK_PORT: '0', DATELINE_DATA: data, EVENTSTORE_URL: url, LOG_LEVEL: 'error' };
    const child = start('desk/main.js', [], env);
    const port = await until(child, () => addressIn(data, child, 'desk'));
    await until(child, () => isReady(port));
    return new DeskProgram(child, port);
  }
}

/** The bare routes of bare.ts. */
export class BareProgram extends Program {
  private constructor(
    child: ChildProcess,
    /** The ports of a GET, and of a POST. */
    readonly reading: number,
    readonly recording: number,
  ) {
    super(child);
  }

  /** `bytes`: of the body that a GET is answered with. */
  static async start(bytes: number): Promise<BareProgram> {
    const child = start('bench/bare.js', [String(bytes)], { LOG_LEVEL: 'error' }, CHANNEL);
    const [[reading, recording]] = (await Promise.race([once(child, 'message'), failed(child)])) as [Ports];
    return new BareProgram(child, reading, recording);
  }
}

type Ports = readonly [number, number];

/** The port that a program says in its data folder that it listens at; null until it does. */
function addressIn(data: string, child: ChildProcess, of: 'desk' | 'archive'): number | null {
  const file = join(data, 'running.json');
  if (!existsSync(file)) return null;
  const found = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return found['pid'] === child.pid ? Number(new URL(String(found[of])).port) : null;
}

const QUIET: StdioOptions = ['ignore', 'ignore', 'inherit'];
const CHANNEL: StdioOptions = ['ignore', 'ignore', 'inherit', 'ipc'];

function start(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
  stdio = QUIET,
): ChildProcess {
  // As `npm start` does.
  return spawn(process.execPath, ['--max-semi-space-size=8', resolve(APPS, program), ...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
    stdio,
  });
}

async function until<T>(child: ChildProcess, look: () => T | null | Promise<T | null>): Promise<T> {
  for (;;) {
    const { exitCode, signalCode } = child;
    if (exitCode !== null || signalCode !== null)
      throw new Error(`The program ended at its start, by ${signalCode ?? `code ${exitCode}`}.`);
    const found = await look();
    if (found !== null) return found;
    await pause(10);
  }
}

async function failed(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error(`The program ended at its start, with code ${child.exitCode}.`);
}

async function isReady(port: number): Promise<true | null> {
  const connection = await Connection.open(port).catch(() => null);
  // It may have ended since it told where it is.
  if (!connection) return null;
  const { status } = await connection.ask(requestOf('GET', '/health/ready'));
  connection.close();
  if (status !== 200 && status !== 503)
    throw new Error(`A server said ${status} when it was asked if it is ready.`);
  return status === 200 ? true : null;
}
