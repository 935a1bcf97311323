import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedEventStore, openLog, type EventReader, type LogAddress } from '#event-store';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { Bringing, Cluster, DOUBLE } from './cluster.js';
import { openPublicModel } from './public-model.js';
import { measured, timed } from './samples.js';
import { sizeOf, type Scratch } from './scratch.js';

const ROUNDS = 5;

/**
 * How long an archive takes to project a log of a cluster into its read model. One row has the whole log, the other the
 * half that was appended while the archive was stopped.
 */
export async function clusterCatchUp({ full, scratch, say }: Bench): Promise<Finding> {
  const room = await scratch.logs({ stories: 4_000, events: full ? 100_000 : 20_000, seed: 1 });
  const events = room.publicEvents;
  const cluster = await Cluster.start(scratch.folder());
  const client = cluster.client();
  const from = await EmbeddedEventStore.read({ file: join(room.data, 'public.db') });
  const file = join(scratch.folder(), 'public.db');
  const onCluster = new Side(scratch, (data) => cluster.publicLog(data));
  const inFile = new Side(scratch, () => ({ kind: 'file', file }));
  for (const [side, where] of [
    [onCluster, 'the cluster'],
    [inFile, 'a file'],
  ] as const) {
    const seconds = (await side.prepare(from, events)) / 1_000;
    say(`copied ${events.toLocaleString('en')} events to ${where} in ${seconds.toFixed(1)} s`);
  }
  await from.close();
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let read = 0;
    const milliseconds = await timed(async () => {
      for await (const { event } of client.readAll()) if (event?.streamId.startsWith('public-')) read += 1;
    });
    bare.push((read / milliseconds) * 1_000);
    for (const side of [onCluster, inFile]) await side.round();
  }
  await client.dispose();
  await cluster.stop();
  const rowsOf = (what: string, ours: readonly number[], file: readonly number[]): Row[] =>
    (
      [
        ['the bare client, which only reads the events', bare],
        ['the same from a local file', file],
      ] as const
    ).map(([against, theirs]) => ({
      what,
      unit: 'events per second',
      ours: measured(ours),
      against,
      theirs: measured(theirs),
      ratio: timesAsMuch(measured(ours), measured(theirs)),
      wanted: null,
    }));
  const named = `an archive's read model of a cluster's log of ${events.toLocaleString('en')} events`;
  return {
    rows: [
      ...rowsOf(`${named}, full rebuild`, onCluster.built, inFile.built),
      ...rowsOf(`${named}, second half by subscription`, onCluster.followed, inFile.followed),
    ],
    settings: [
      `${sizeOf(room)}, ${events.toLocaleString('en')} of them public; from the opening of the read model until it is caught up with the log; ${ROUNDS} rounds, in turn; --full takes 100,000 events`,
      'full rebuild: one pass over the log finds the stories, then the archive reads story by story; second half: a copy of a read model of the first half follows the rest by subscription',
      DOUBLE,
    ],
  };
}

/** A log, and a read model of its first half. */
class Side {
  /** Events per second. */
  readonly built: number[] = [];
  readonly followed: number[] = [];
  readonly #before: string;
  #events = 0;
  #half = 0;

  constructor(
    private readonly scratch: Scratch,
    /** Opens the log for a read model in a folder. */
    private readonly log: (data: string) => LogAddress,
  ) {
    this.#before = scratch.folder();
  }

  /** Writes the log. Resolves to the duration in milliseconds. */
  async prepare(from: EventReader, events: number): Promise<number> {
    const to = await openLog(this.log(this.#before));
    const bringing = new Bringing(from, to);
    let milliseconds = await timed(async () => (this.#half = await bringing.bring(Math.floor(events / 2))));
    await this.#open(this.#before);
    milliseconds += await timed(async () => (this.#events = this.#half + (await bringing.bring(Infinity))));
    await to.close();
    return milliseconds;
  }

  async round(): Promise<void> {
    this.built.push(this.#events / (await this.#open(this.scratch.folder())));
    const copy = this.scratch.folder();
    cpSync(this.#before, copy, { recursive: true });
    this.followed.push((this.#events - this.#half) / (await this.#open(copy)));
  }

  /** Seconds until the read model is caught up. */
  async #open(data: string): Promise<number> {
    const model = await openPublicModel(data, this.log(data));
    await model.close();
    return model.builtIn;
  }
}
