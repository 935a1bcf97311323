import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection, requestOf, tokens } from './connection.js';

const APPS = join(import.meta.dirname, '..');
/** Clock ticks per second on Linux (`getconf CLK_TCK`). */
const TICKS = 100;

/** A program in a separate process. */
export class Program {
  constructor(protected readonly child: ChildProcess) {
    // The program must not outlive the bench.
    process.once('exit', () => child.kill());
  }

  /** Its resident memory now and at its peak, in megabytes (Linux: proc(5), VmRSS and VmHWM). */
  memory(): { readonly now: number; readonly most: number } {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    const megabytes = (name: string): number =>
      (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1_024) / 1e6;
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  }

  /** The processor time of all its threads, in seconds (Linux: proc(5), utime and stime). */
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

/** A newsroom, as with `npm start`, on a data folder. */
export class NewsroomProgram extends Program {
  private constructor(
    child: ChildProcess,
    readonly desk: number,
    readonly archive: number,
    /** Milliseconds from its start until desk and archive were ready. */
    readonly startedIn: number,
  ) {
    super(child);
  }

  /** `apps` is the folder of the programs, for another build. */
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
    if (typeof addresses['token'] === 'string') tokens.set(desk!, addresses['token']);
    for (const port of [desk!, archive!]) await until(child, () => isReady(port));
    return new NewsroomProgram(child, desk!, archive!, performance.now() - begun);
  }
}

/** The separate archive of archive.ts. */
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

/** An archive, as with `npm run start:archive`, on a separate data folder, with its log on a cluster. */
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

/** A desk, as with `npm run start:desk`, on a separate data folder, with its logs on a cluster. */
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
    /** The ports for GET and for POST. */
    readonly reading: number,
    readonly recording: number,
  ) {
    super(child);
  }

  /** `bytes` is the size of the body of a GET. */
  static async start(bytes: number): Promise<BareProgram> {
    const child = start('bench/bare.js', [String(bytes)], { LOG_LEVEL: 'error' }, CHANNEL);
    const [[reading, recording]] = (await Promise.race([once(child, 'message'), failed(child)])) as [Ports];
    return new BareProgram(child, reading, recording);
  }
}

type Ports = readonly [number, number];

/** The port that a program has written into its data folder; null until then. */
function addressIn(data: string, child: ChildProcess, of: 'desk' | 'archive'): number | null {
  const file = join(data, 'running.json');
  if (!existsSync(file)) return null;
  const found = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  if (found['pid'] !== child.pid) return null;
  const port = Number(new URL(String(found[of])).port);
  if (of === 'desk') tokens.set(port, String(found['token']));
  return port;
}

const QUIET: StdioOptions = ['ignore', 'ignore', 'inherit'];
const CHANNEL: StdioOptions = ['ignore', 'ignore', 'inherit', 'ipc'];

function start(
  program: string,
  args: readonly string[],
  env: Record<string, string>,
  stdio = QUIET,
): ChildProcess {
  // Like `npm start`.
  return spawn(process.execPath, ['--max-semi-space-size=8', resolve(APPS, program), ...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...env },
    stdio,
  });
}

async function until<T>(child: ChildProcess, look: () => T | null | Promise<T | null>): Promise<T> {
  for (;;) {
    const { exitCode, signalCode } = child;
    if (exitCode !== null || signalCode !== null)
      throw new Error(`The program ended during its start, by ${signalCode ?? `code ${exitCode}`}.`);
    const found = await look();
    if (found !== null) return found;
    await pause(10);
  }
}

async function failed(child: ChildProcess): Promise<never> {
  await once(child, 'exit');
  throw new Error(`The program ended during its start, with code ${child.exitCode}.`);
}

async function isReady(port: number): Promise<true | null> {
  const connection = await Connection.open(port).catch(() => null);
  // The program may have ended since it wrote its port.
  if (!connection) return null;
  const { status } = await connection.ask(requestOf('GET', '/health/ready'));
  connection.close();
  if (status !== 200 && status !== 503)
    throw new Error(`The readiness check of a server returned ${status}.`);
  return status === 200 ? true : null;
}
