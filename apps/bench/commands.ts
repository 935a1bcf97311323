import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DeskModule, Importer } from '#desk';
import { EmbeddedEventStore, SystemClock, type NewEvent } from '#event-store';
import { createServer } from '#nest';
import { ReadModel } from '#projections';
import { claimsOf, type DevelopmentInput } from '#story';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { measured, timed } from './samples.js';
import type { WrittenStory } from './log-of.js';

const COMMANDS = 200;
const LONG = 100_000;
const SHORT = 100;

/** Target 3: a command on a very long story that is warm, against a short one, through the desk's own recorder. */
export async function commands({ scratch }: Bench): Promise<Finding> {
  const sizes = [SHORT, LONG].map((events, i) => ({ events, claims: 40, seed: i + 1 }));
  const { data, stories } = await scratch.story(...sizes);
  const [short, long] = stories.toSorted((a, b) => a.events - b.events) as [WrittenStory, WrittenStory];
  const store = await EmbeddedEventStore.open({ file: join(data, 'desk.db') });
  const publicLog = await EmbeddedEventStore.open({ file: join(data, 'public.db') });
  // Of an empty log: nothing is projected meanwhile, so that commands alone are measured.
  const empty = scratch.folder();
  await (await EmbeddedEventStore.open({ file: join(empty, 'log.db') })).close();
  const model = await ReadModel.start({ logFile: join(empty, 'log.db'), folder: empty, audience: 'desk' });
  const module = DeskModule.register({
    store,
    models: { desk: model, public: model },
    publicLog,
    clock: new SystemClock(),
    zone: 'UTC',
    publisherCheckpoint: join(data, 'publisher.json'),
  });
  const desk = await createServer(module, { settings: { logLevel: 'error' } });
  await desk.init();
  while ((await desk.inject('/health/ready')).statusCode !== 200) await pause(50);
  const recorder = desk.get(Importer)['recorder'];

  const record = async ({ id: story }: WrittenStory, n: number): Promise<number> => {
    const claims = claimsOf((await recorder.current(story)).story).map((c) => c.claim.id);
    const development = developmentOf(claims[n % claims.length]!, n);
    const key = { name: randomUUID(), hash: 'x'.repeat(64) };
    return timed(() =>
      recorder.record({ story, command: { type: 'record', development }, by: 'bench', key }),
    );
  };
  const cold = await record(long, 0);
  await record(short, 0);
  const times = { long: [] as number[], short: [] as number[], commit: [] as number[] };
  for (let n = 0; n < COMMANDS; n += 1) {
    times.long.push(await record(long, n));
    times.short.push(await record(short, n));
    times.commit.push(await timed(() => store.append(`floor-${n}`, 'no_stream', [eventLike()])));
  }
  await desk.close();
  await publicLog.close();
  await model.close();
  await store.close();
  const [ofLong, ofShort, ofCommit] = [times.long, times.short, times.commit].map(measured) as Triple;
  const row = (over: Partial<Row> & Pick<Row, 'what' | 'against' | 'theirs'>): Row => ({
    unit: 'ms',
    ours: ofLong,
    ratio: timesAsMuch(over.ours ?? ofLong, over.theirs),
    wanted: null,
    ...over,
  });
  return {
    rows: [
      row({
        what: `a command on a warm story of ${LONG} events`,
        against: `the same on one of ${SHORT} events`,
        theirs: ofShort,
        wanted: { target: 3, most: 1.5 },
      }),
      row({
        what: `a command on a warm story of ${LONG} events`,
        against: 'an append of such an event alone: the commit',
        theirs: ofCommit,
      }),
      row({
        what: `the first command on a story of ${LONG} events, which reads and folds it`,
        ours: measured([cold]),
        against: 'the same when it is warm',
        theirs: ofLong,
      }),
    ],
    settings: [
      `${COMMANDS} developments recorded in each of two stories of 40 claims in one log, in turn, in process; each is decided, appended (WAL, synchronous=FULL) and folded; the publisher follows meanwhile, the read models do not`,
    ],
  };
}

type Triple = [ReturnType<typeof measured>, ReturnType<typeof measured>, ReturnType<typeof measured>];

function developmentOf(claim: string, n: number): DevelopmentInput {
  return {
    kind: 'report',
    text: { en: `The courier has it from the republic that it is so, for the time number ${n}. `.repeat(3) },
    attribution: [
      [
        { party: 'northern-courier', standing: null },
        { party: 'northern-republic', standing: 'principal' },
      ],
    ],
    claims: [],
    assertions: [{ claim, stance: 'asserts', chains: null, standing: null }],
    raises: [],
    answers: [],
    publishes: [],
    occurred: null,
    reportedAt: null,
    place: null,
    significance: 'substantive',
    release: 'now',
    evidence: [],
  };
}

const eventLike = (): NewEvent => ({
  id: randomUUID(),
  type: 'ReportRecorded',
  data: new Uint8Array(1_200).fill(120),
  metadata: new Uint8Array(300).fill(120),
});
