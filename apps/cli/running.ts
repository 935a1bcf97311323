import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askJson, type Server } from './request.js';

/** A newsroom that runs, from `running.json` in its data folder. */
export interface Running {
  readonly pid: number;
  readonly desk: Server;
  /** Null if only the desk runs. */
  readonly archive: Server | null;
}

const LIVE_WITHIN = 2_000;

interface RunningJson {
  readonly pid: number;
  readonly desk: string;
  readonly archive: string | null;
  readonly token: string;
  readonly certificate: string | null;
}

/** Null without a valid `running.json`. */
export function readRunning(data: string): Running | null {
  const found = readJson(join(data, 'running.json')) as Partial<RunningJson> | null;
  const { pid, desk, archive, token = null, certificate = null } = found ?? {};
  if (typeof pid !== 'number' || typeof desk !== 'string' || !URL.canParse(desk)) return null;
  if (archive !== null && (typeof archive !== 'string' || !URL.canParse(archive))) return null;
  return {
    pid,
    desk: { address: desk, token, certificate },
    archive: archive === null ? null : { address: archive, token: null, certificate: null },
  };
}

/** Asks desk and archive: a killed newsroom leaves its file, and another newsroom may have taken its ports. */
export async function isLive({ pid, desk, archive }: Running, signal: AbortSignal): Promise<boolean> {
  if (!isProcess(pid)) return false;
  const within = AbortSignal.any([signal, AbortSignal.timeout(LIVE_WITHIN)]);
  const asked = [desk, ...(archive === null ? [] : [archive])].map((server) =>
    askJson<{ status?: string }>(server, '/health/live', within).then(
      ({ status }) => status === 'live',
      () => false,
    ),
  );
  return (await Promise.all(asked)).every((live) => live);
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/**
 * Marks newsrooms as started by a command, and ending with it. Other commands wait for that end. Each has a mark by its
 * process id: commands that start at once must not take each other's mark away.
 */
export class OwnMarks {
  constructor(private readonly data: string) {}

  add(pid: number): void {
    writeFileSync(this.#file(pid), '');
  }

  has(pid: number): boolean {
    return existsSync(this.#file(pid));
  }

  /** Whether a newsroom of a command is starting, running or stopping. Deletes what killed ones left. */
  get isAny(): boolean {
    const marked = readdirSync(this.data).flatMap((name) => {
      const [, pid] = /^command-line-(\d+)$/.exec(name) ?? [];
      return pid === undefined ? [] : [Number(pid)];
    });
    const living = marked.filter(isProcess);
    for (const pid of marked) if (!living.includes(pid)) this.remove(pid);
    return living.length > 0;
  }

  remove(pid: number): void {
    rmSync(this.#file(pid), { force: true });
  }

  #file(pid: number): string {
    return join(this.data, `command-line-${pid}`);
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
