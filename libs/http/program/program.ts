import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreError, FileUnusable, SystemClock } from '#event-store';
import { Metrics } from '../telemetry/metrics.js';
import { MetricsServer } from './metrics-server.js';
import { WrongSettings, type ArchiveSettings } from '#settings';
import { WaitingRoom, type Port } from './waiting-room.js';

/** What runs, and how it ends. */
export interface Running {
  /** What to open, for whoever started it. */
  readonly greeting: string;
  close(): Promise<void>;
}

/** What a program is told and may ask while it opens. */
export interface Opening {
  /** To be awaited before it listens: until then others may answer on its ports. */
  readonly portsFree: () => Promise<void>;
  /** Ends the program for a reason that is found later. */
  readonly fail: (error: unknown) => void;
  /** What the process measures, where it serves that. */
  readonly metrics: Metrics | null;
}

export interface Program<S extends Measured> {
  /** @throws WrongSettings */
  settings(env: NodeJS.ProcessEnv): S;
  ports(settings: S): readonly Port[];
  open(settings: S, opening: Opening): Promise<Running>;
  /** Milliseconds after which what does not close is left as it is, as by a power cut. 30,000 if not given. */
  readonly closesWithin?: number;
  /** Errors whose message says all, besides those of settings and store. */
  readonly clear: readonly (abstract new (...args: never[]) => Error)[];
}

/** Milliseconds between two attempts to reach a cluster. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
const CLOSES_WITHIN = 30_000;

/**
 * Runs a program until it is told to stop. While its cluster does not answer it waits, says why in one line, and answers
 * that it is not ready; what waiting does not heal is one clear message and exit code 1.
 */
export async function run<S extends Measured>(program: Program<S>): Promise<void> {
  const fail = (error: unknown): never => {
    say(messageOf(error, program.clear));
    process.exit(1);
  };
  const { closesWithin = CLOSES_WITHIN } = program;
  const ending = new AbortController();
  let close: (() => Promise<unknown>) | null = null;
  // Also while it opens: what is half open closes once it is open. A supervisor that signals the whole group reaches it
  // twice, since the launcher passes signals on.
  const end = (): void => {
    if (ending.signal.aborted) return;
    ending.abort();
    const late = (): never => fail(`It did not close within ${closesWithin / 1_000} s, and ends as it is.`);
    setTimeout(late, closesWithin).unref();
    close?.().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  try {
    const settings = program.settings(process.env);
    const served = await measure(settings);
    if (served) process.stdout.write(`Metrics are served at ${served.address}\n`);
    const opening = { fail, metrics: served?.metrics ?? null };
    const running = await patiently(program, settings, opening, ending.signal);
    close = (): Promise<unknown> => Promise.all([running?.close(), served?.close()]);
    if (running && !ending.signal.aborted) process.stdout.write(running.greeting);
    else await close().then(() => process.exit(0));
  } catch (error) {
    fail(error);
  }
}

type Measured = Pick<ArchiveSettings, 'metrics'>;

/** From the start, so that also what waits for its cluster is seen. */
async function measure({ metrics: at }: Measured): Promise<MetricsServer | null> {
  return at && MetricsServer.open(new Metrics(new SystemClock()), at);
}

/** Null where it was told to end while it waited. */
async function patiently<S extends Measured>(
  program: Program<S>,
  settings: S,
  given: Omit<Opening, 'portsFree'>,
  ending: AbortSignal,
): Promise<Running | null> {
  let room: WaitingRoom | null = null;
  let said = '';
  const portsFree = async (): Promise<void> => {
    const open = room;
    room = null;
    await open?.close();
  };
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    try {
      return await program.open(settings, { ...given, portsFree });
    } catch (error) {
      if (!passes(error)) throw error;
      if (said !== error.message) say(`Waiting, and trying again: ${error.message}`);
      said = error.message;
      room ??= await WaitingRoom.open(program.ports(settings));
    }
    if (!ending.aborted) await pause(wait, undefined, { signal: ending }).catch(() => {});
    if (ending.aborted) {
      await portsFree();
      return null;
    }
  }
}

const passes = (error: unknown): error is EventStoreError =>
  error instanceof EventStoreError && ['store-unavailable', 'not-prepared'].includes(error.code);

function messageOf(error: unknown, clear: Program<Measured>['clear']): string {
  const { code, port, address, path } = error as {
    code?: string;
    port?: number;
    address?: string;
    path?: string;
  };
  const others = 'set PORT, DESK_PORT or METRICS_PORT';
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program: end that one, or ${others}.`;
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be opened by this user: ${others} to 1024 or more.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${address ?? 'The host'} is no address of this machine: set HOST or METRICS_HOST.`;
  if (typeof path === 'string') {
    const unusable = FileUnusable.of(path, error);
    if (unusable instanceof FileUnusable) return unusable.message;
  }
  const known = [WrongSettings, EventStoreError, ...clear].some((type) => error instanceof type);
  if (error instanceof Error) return known ? error.message : (error.stack ?? error.message);
  return String(error);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
