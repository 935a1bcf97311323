import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT, Failure } from './failure.js';
import type { Output } from './output.js';
import { StoreInUse, OwnNewsroom } from './own-newsroom.js';
import { isLive, OwnMarks, readRunning, type Running } from './running.js';

export interface Location {
  /** Folder of the embedded store, absolute. */
  readonly data: string;
  /** Whether the logs are on a cluster, so that an empty folder can be a newsroom. */
  readonly onCluster: boolean;
  /** Whether to create a newsroom in a folder without one. */
  readonly create: boolean;
}

const HOLDER_ANSWERS_WITHIN = 5_000;
const ANOTHER_COMMAND_ENDS_WITHIN = 600_000;

/**
 * Runs `work` with the newsroom of a data folder. If none runs there, starts one, and stops it at the end. Commands use
 * the store only through a newsroom.
 *
 * @throws Failure if there is no newsroom, and none can be started
 */
export async function withNewsroom<T>(
  location: Location,
  output: Output,
  signal: AbortSignal,
  work: (newsroom: Running) => Promise<T>,
): Promise<T> {
  const found = await find(location, output, signal);
  if (!(found instanceof OwnNewsroom)) return work(found);
  try {
    return await work(found.running);
  } finally {
    await found.stop();
  }
}

async function find(
  { data, onCluster, create }: Location,
  output: Output,
  signal: AbortSignal,
): Promise<Running | OwnNewsroom> {
  const marks = new OwnMarks(data);
  const begun = performance.now();
  let waiting = false;
  for (;;) {
    const running = readRunning(data);
    const live = running !== null && (await isLive(running, signal));
    if (live && !marks.has(running.pid)) return running;
    const waited = performance.now() - begun;
    if (live) {
      if (waited > ANOTHER_COMMAND_ENDS_WITHIN)
        throw new Failure(EXIT.failed, `Another command is using ${data}. Try again when it has ended.`);
    } else {
      if (!create && !onCluster && !existsSync(join(data, 'desk.db')))
        throw new Failure(
          EXIT.absent,
          `There is no newsroom in ${data}. Start one, import into it, or set DATELINE_DATA.`,
        );
      try {
        return await OwnNewsroom.start(data, signal);
      } catch (error) {
        if (!(error instanceof StoreInUse)) throw error;
        if (waited > (marks.isAny ? ANOTHER_COMMAND_ENDS_WITHIN : HOLDER_ANSWERS_WITHIN))
          throw new Failure(EXIT.failed, `No newsroom answers, and none can be started: ${error.message}`);
      }
    }
    if (!waiting && waited > 3_000) {
      waiting = true;
      output.note(`Waiting for another command, or for a newsroom to start, on ${data} …`);
    }
    await pause(300, undefined, { signal });
  }
}
