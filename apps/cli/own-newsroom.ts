import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { EXIT, Failure, reasonOf } from './failure.js';
import { ask } from './request.js';
import { OwnMarks, readRunning, type Running } from './running.js';

/** Another process has the store open for writing. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

const PROGRAM = join(import.meta.dirname, '../newsroom/main.js');
const LEASH = pathToFileURL(join(import.meta.dirname, 'stop-with-parent.js')).href;
const STOPS_WITHIN = 15_000;

/** A newsroom that a command starts for itself on free ports, and stops at its end. */
export class OwnNewsroom {
  private constructor(
    private readonly child: ChildProcess,
    private readonly marks: OwnMarks,
    readonly running: Running,
  ) {}

  /** @throws StoreInUse; Failure if it does not start for another reason */
  static async start(data: string, signal: AbortSignal): Promise<OwnNewsroom> {
    try {
      mkdirSync(data, { recursive: true });
    } catch (error) {
      throw new Failure(EXIT.failed, `${data}: ${reasonOf(error)}. Set DATELINE_DATA to another folder.`);
    }
    const child = spawn(process.execPath, ['--import', LEASH, PROGRAM], {
      // A separate process group: Ctrl+C reaches only the command, which then stops the newsroom cleanly.
      detached: true,
      windowsHide: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        ...process.env,
        PORT: '0',
        DESK_PORT: '0',
        HOST: '127.0.0.1',
        // Links of invitations lead to the permanent newsroom.
        DESK_URL: process.env['DESK_URL'] || `http://localhost:${process.env['DESK_PORT'] || 3001}`,
        DESK_HOST: '127.0.0.1',
        DESK_TLS_CERT: '',
        DESK_TLS_KEY: '',
        DATELINE_DEMO: 'off',
        DATELINE_DATA: data,
        LOG_LEVEL: 'error',
        // The permanent newsroom uses this port.
        METRICS_PORT: '',
      },
    });
    const marks = new OwnMarks(data);
    if (child.pid !== undefined) marks.add(child.pid);
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(0, 4_000)));
    child.on('error', (error) => (said = error.message));
    try {
      const running = await readyOf(child, data, signal);
      return new OwnNewsroom(child, marks, running);
    } catch (error) {
      await stop(child, marks);
      signal.throwIfAborted();
      if (error !== ENDED) throw error;
      if (said.includes('is open for writing')) throw new StoreInUse(firstLine(said), { cause: error });
      throw new Failure(EXIT.failed, `No newsroom can be started on ${data}: ${firstLine(said)}`);
    }
  }

  stop(): Promise<void> {
    return stop(this.child, this.marks);
  }
}

const ENDED = new Error('The newsroom ended before it was ready.');
const hasEnded = ({ exitCode, signalCode, pid }: ChildProcess): boolean =>
  pid === undefined || exitCode !== null || signalCode !== null;

async function readyOf(child: ChildProcess, data: string, signal: AbortSignal): Promise<Running> {
  for (;;) {
    await pause(20, undefined, { signal });
    if (hasEnded(child)) throw ENDED;
    const running = readRunning(data);
    if (running?.pid !== child.pid) continue;
    const asked = [running!.desk, running!.archive!].map((server) =>
      ask(server, '/health/ready', { signal }).then(
        (response) => response.resume(),
        () => null,
      ),
    );
    if ((await Promise.all(asked)).every((response) => response !== null)) return running!;
  }
}

async function stop(child: ChildProcess, marks: OwnMarks): Promise<void> {
  if (!hasEnded(child)) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOPS_WITHIN);
    await ended;
    clearTimeout(late);
  }
  if (child.connected) child.disconnect();
  if (child.pid !== undefined) marks.remove(child.pid);
}

const firstLine = (said: string): string => said.trim().split('\n', 1)[0] || 'it gave no reason.';
