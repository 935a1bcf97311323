import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreError, FileUnusable, SystemClock } from '#event-store';
import { Metrics } from '../telemetry/metrics.js';
import { MetricsServer } from './metrics-server.js';
import { WrongSettings, type ArchiveSettings } from '#settings';
import { NotReadyServer, type Port } from './not-ready-server.js';

/** A program that is open. */
export interface Running {
  /** Printed at the start: the addresses to open. */
  readonly greeting: string;
  close(): Promise<void>;
}

/** What a program may use while it opens. */
export interface Opening {
  /** Must be awaited before the program listens: until then the {@link NotReadyServer} may have its ports. */
  readonly portsFree: () => Promise<void>;
  /** Ends the program because of a later error. */
  readonly fail: (error: unknown) => void;
  /** Null if the process serves no metrics. */
  readonly metrics: Metrics | null;
}

export interface Program<S extends Measured> {
  /** @throws WrongSettings */
  settings(env: NodeJS.ProcessEnv): S;
  ports(settings: S): readonly Port[];
  open(settings: S, opening: Opening): Promise<Running>;
  /** Milliseconds that closing may take. Then the process ends anyway, as by a power cut. Default 30,000. */
  readonly closesWithin?: number;
  /** Errors that are printed without a stack, besides those of settings and store. */
  readonly clear: readonly (abstract new (...args: never[]) => Error)[];
}

/** Milliseconds between two attempts to reach a cluster. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
const CLOSES_WITHIN = 30_000;

/**
 * Runs a program until a signal ends it. If its cluster does not answer, the program waits, prints the reason once, and
 * answers that it is not ready. Any other error prints one message and ends with exit code 1.
 */
export async function run<S extends Measured>(program: Program<S>): Promise<void> {
  const fail = (error: unknown): never => {
    say(messageOf(error, program.clear));
    process.exit(1);
  };
  const { closesWithin = CLOSES_WITHIN } = program;
  const ending = new AbortController();
  let close: (() => Promise<unknown>) | null = null;
  // A signal while the program opens closes it once it is open. Signals may come twice: a supervisor may signal the whole
  // group, and the launcher forwards them as well.
  const end = (): void => {
    if (ending.signal.aborted) return;
    ending.abort();
    const late = (): never =>
      fail(`The program did not close within ${closesWithin / 1_000} s. It ends now.`);
    setTimeout(late, closesWithin).unref();
    close?.().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  try {
    const settings = program.settings(process.env);
    const served = await measure(settings);
    if (served) process.stdout.write(`Metrics are served at ${served.address}\n`);
    const opening = { fail, metrics: served?.metrics ?? null };
    const running = await openWhenReachable(program, settings, opening, ending.signal);
    close = (): Promise<unknown> => Promise.all([running?.close(), served?.close()]);
    if (running && !ending.signal.aborted) process.stdout.write(running.greeting);
    else await close().then(() => process.exit(0));
  } catch (error) {
    fail(error);
  }
}

type Measured = Pick<ArchiveSettings, 'metrics'>;

/** Serves metrics from the start, also while the program waits for its cluster. */
async function measure({ metrics: at }: Measured): Promise<MetricsServer | null> {
  return at && MetricsServer.open(new Metrics(new SystemClock()), at);
}

/** Null if a signal came while it waited. */
async function openWhenReachable<S extends Measured>(
  program: Program<S>,
  settings: S,
  given: Omit<Opening, 'portsFree'>,
  ending: AbortSignal,
): Promise<Running | null> {
  let room: NotReadyServer | null = null;
  let lastReason = '';
  const portsFree = async (): Promise<void> => {
    const open = room;
    room = null;
    await open?.close();
  };
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    try {
      return await program.open(settings, { ...given, portsFree });
    } catch (error) {
      if (!isTransient(error)) throw error;
      if (lastReason !== error.message) say(`Waiting, then retrying: ${error.message}`);
      lastReason = error.message;
      room ??= await NotReadyServer.open(program.ports(settings));
    }
    if (!ending.aborted) await pause(wait, undefined, { signal: ending }).catch(() => {});
    if (ending.aborted) {
      await portsFree();
      return null;
    }
  }
}

const isTransient = (error: unknown): error is EventStoreError =>
  error instanceof EventStoreError && ['store-unavailable', 'not-prepared'].includes(error.code);

function messageOf(error: unknown, clear: Program<Measured>['clear']): string {
  const { code, port, address, path } = error as {
    code?: string;
    port?: number;
    address?: string;
    path?: string;
  };
  const others = 'set PORT, DESK_PORT or METRICS_PORT';
  if (code === 'EADDRINUSE') return `Another program uses port ${port}: stop it, or ${others}.`;
  if (code === 'EACCES' && port !== undefined)
    return `This user may not open port ${port}: ${others} to 1024 or more.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${address ?? 'The host'} is not an address of this machine: set HOST or METRICS_HOST.`;
  if (typeof path === 'string') {
    const unusable = FileUnusable.of(path, error);
    if (unusable instanceof FileUnusable) return unusable.message;
  }
  const known = [WrongSettings, EventStoreError, ...clear].some((type) => error instanceof type);
  if (error instanceof Error) return known ? error.message : (error.stack ?? error.message);
  return String(error);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
