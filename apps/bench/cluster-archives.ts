import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedEventStore, openLog } from '#event-store';
import { Random } from '#generating';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { Bringing, Cluster, DOUBLE } from './cluster.js';
import { requestOf } from './connection.js';
import { paced, pressed, type Carried } from './load.js';
import type { WrittenStory } from './log-of.js';
import { ClusterArchiveProgram } from './program.js';
import { LOAD, pathOf } from './reads-over-http.js';
import { measured, quantile } from './samples.js';
import { sizeOf } from './scratch.js';

const ARCHIVES = [1, 2, 4] as const;
const CONNECTIONS = 16;
const ROUNDS = 5;
const SECONDS = 4;
/** Requests per second to all archives together, below the capacity of one. */
const GENTLE = 400;
/** The number of new events, and the seconds over which they are spread. */
const COMING = 1_000;
const COMING_IN = 10;
/** The time limit for the last event to arrive, in milliseconds. */
const SETTLE = 1_000;

/** The results with one number of archives; each list has a value per round. */
class Found {
  readonly perSecond: number[] = [];
  readonly p99: number[] = [];
  readonly gentleP99: number[] = [];
  /** Processor milliseconds of the archives per request, and the busy cores of archives and load together. */
  readonly perRequest: number[] = [];
  readonly cores: number[] = [];
}

/** Several archives of one public log on a cluster: their capacity together, and the cost of following for each. */
export async function clusterArchives({ full, scratch, say }: Bench): Promise<Finding> {
  const room = await scratch.logs({ stories: 4_000, events: full ? 100_000 : 20_000, seed: 1 });
  const cluster = await Cluster.start(scratch.folder());
  const from = await EmbeddedEventStore.read({ file: join(room.data, 'public.db') });
  const to = await openLog(cluster.publicLog(scratch.folder()));
  const bringing = new Bringing(from, to);
  await bringing.bring(room.publicEvents - COMING * ARCHIVES.length);
  const archives: ClusterArchiveProgram[] = [];
  const following: number[] = [];
  const idle: number[] = [];
  const serving: number[] = [];
  for (const count of ARCHIVES) {
    while (archives.length < count)
      archives.push(await ClusterArchiveProgram.start(scratch.folder(), cluster.url));
    const all = [cluster, ...archives];
    const [, ...resting] = await spent(all, () => pause(COMING_IN * 1_000 + SETTLE));
    const [server, ...each] = await spent(all, () => come(bringing));
    idle.push(...resting);
    following.push(...each.map((milliseconds, i) => milliseconds - resting[i]!));
    serving.push(server!);
    say(`${count} followed ${COMING} events`);
  }
  await to.close();
  await from.close();
  const random = new Random(6);
  const found = new Map(ARCHIVES.map((count) => [count, new Found()]));
  for (let round = -1; round < ROUNDS; round += 1)
    for (const [count, into] of found) {
      const asked = archives.slice(0, count);
      let most: Carried | null = null;
      const begun = performance.now();
      const milliseconds = await spent([...asked, BENCH], async () => {
        most = await ask(asked, random, room.stories, null);
      });
      const wall = performance.now() - begun;
      const gentle = await ask(asked, random, room.stories, GENTLE);
      if (round < 0) continue;
      const { perSecond, times } = most!;
      into.perSecond.push(perSecond);
      into.p99.push(quantile(times, 0.99));
      into.gentleP99.push(quantile(gentle.times, 0.99));
      into.perRequest.push(sum(milliseconds.slice(0, -1)) / times.length);
      into.cores.push(sum(milliseconds) / wall);
    }
  const memory = measured(archives.map((archive) => archive.memory().now));
  for (const archive of archives) await archive.stop();
  await cluster.stop();
  const [alone, ...more] = ARCHIVES.map((count) => ({ count, ...found.get(count)! }));
  const row = (what: string, unit: string, ours: readonly number[], theirs: readonly number[]): Row => ({
    what,
    unit,
    ours: measured(ours),
    against: 'one archive',
    theirs: measured(theirs),
    ratio: timesAsMuch(measured(ours), measured(theirs)),
    wanted: null,
  });
  const median = (numbers: readonly number[], digits: number): string =>
    measured(numbers).median.toFixed(digits);
  const perCount = (of: (found: Found) => readonly number[], digits: number): string =>
    [...found.values()].map((each) => median(of(each), digits)).join(', ');
  return {
    rows: [
      ...more.flatMap((several) => [
        row(`GET as of T, ${several.count} archives`, 'per second', several.perSecond, alone!.perSecond),
        row(`p99 of that`, 'ms', several.p99, alone!.p99),
        row(
          `p99 of ${GENTLE} GETs per second over ${several.count} archives`,
          'ms',
          several.gentleP99,
          alone!.gentleP99,
        ),
      ]),
      {
        what: `processor time of an archive for following ${COMING.toLocaleString('en')} events, ${COMING / COMING_IN} per second`,
        unit: 'ms',
        ours: measured(following),
        against: `its time in an equal period without events`,
        theirs: measured(idle),
        ratio: timesAsMuch(measured(following), measured(idle)),
        wanted: null,
      },
    ],
    settings: [
      `${sizeOf(room)}; archives as with npm run start:archive, each with a separate read model; a random story as of a random moment; ${CONNECTIONS} connections in all, divided among the archives; ${ROUNDS} rounds of ${SECONDS} s for each number of archives, in turn, after one for warming up`,
      `with ${ARCHIVES.join(', ')} archives under the full load of ${CONNECTIONS} connections: ${perCount((each) => each.perRequest, 2)} ms of processor time per request in the archives, and ${perCount((each) => each.cores, 2)} of ${availableParallelism()} cores busy with archives and load`,
      `processor time of the server while ${ARCHIVES.join(', ')} archives followed ${COMING.toLocaleString('en')} events, including their appends: ${serving.map(Math.round).join(', ')} ms`,
      `an archive used ${Math.round(memory.median)} MB of memory at the end; the same process had built its read model`,
      DOUBLE,
      LOAD,
    ],
  };
}

interface Spender {
  /** Processor time in seconds. */
  cpu(): number;
}

const BENCH: Spender = {
  cpu() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },
};

/** Processor milliseconds of each archive during some work. */
async function spent(of: readonly Spender[], work: () => Promise<unknown>): Promise<number[]> {
  const before = of.map((each) => each.cpu());
  await work();
  return of.map((each, i) => (each.cpu() - before[i]!) * 1_000);
}

/** Appends events as in a very busy newsroom, and waits until the archives have the last one. */
async function come(bringing: Bringing): Promise<void> {
  const begun = performance.now();
  for (let n = 0; n < COMING; n += 1) {
    await pause(Math.max(0, begun + (n * COMING_IN * 1_000) / COMING - performance.now()));
    await bringing.bring(1);
  }
  await pause(SETTLE);
}

/** Sends requests to all archives equally: as many as they can answer, or `rate` per second. */
async function ask(
  archives: readonly ClusterArchiveProgram[],
  random: Random,
  stories: readonly WrittenStory[],
  perSecond: number | null,
): Promise<Carried> {
  const parts = await Promise.all(
    archives.map(({ port }) => {
      const load = {
        port,
        connections: CONNECTIONS / archives.length,
        seconds: SECONDS,
        request: () => requestOf('GET', pathOf(random, stories)),
        expect: 200,
      };
      return perSecond === null ? pressed(load) : paced({ ...load, perSecond: perSecond / archives.length });
    }),
  );
  return {
    perSecond: sum(parts.map((part) => part.perSecond)),
    times: parts.flatMap(({ times }) => times),
    bytes: parts[0]!.bytes,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
