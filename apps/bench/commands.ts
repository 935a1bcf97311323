import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DeskModule, Importer } from '#desk';
import { Drafts } from '#drafts';
import { decode, EmbeddedEventStore, SystemClock, type NewEvent } from '#event-store';
import { createServer } from '#http';
import { ReadModel } from '#projections';
import { Publisher, TrustedClock } from '#publishing';
import { openStaff } from '#staff';
import type { DevelopmentInput } from '#story';
import { timesAsMuch, type Bench, type Finding, type Row } from './bench.js';
import { measured, timed } from './samples.js';
import type { Scratch } from './scratch.js';

const COMMANDS = 200;
const LONG = 100_000;
const SHORT = 100;

/** Target 3: a command on a very long, cached story, compared with a short one, through the desk's recorder. */
export async function commands({ scratch }: Bench): Promise<Finding> {
  const [short, long] = [await openDesk(scratch, SHORT), await openDesk(scratch, LONG)];
  const first = await long.record(0);
  await short.record(0);
  for (const desk of [short, long]) await desk.published();
  const times = { long: [] as number[], short: [] as number[], commit: [] as number[] };
  for (let n = 1; n <= COMMANDS; n += 1) {
    times.long.push(await long.record(n));
    times.short.push(await short.record(n));
    times.commit.push(await timed(() => short.store.append(`floor-${n}`, 'no_stream', [eventLike()])));
  }
  for (const desk of [short, long]) await desk.close();
  const ofLong = measured(times.long);
  const what = `a command on a cached story of ${LONG.toLocaleString('en')} events`;
  const beside = (against: string, samples: readonly number[], wanted: Row['wanted']): Row => {
    const theirs = measured(samples);
    return { what, unit: 'ms', ours: ofLong, against, theirs, ratio: timesAsMuch(ofLong, theirs), wanted };
  };
  return {
    rows: [
      beside(`the same on a story of ${SHORT} events`, times.short, { target: 3, most: 1.5 }),
      beside('only the append of such an event: the commit', times.commit, null),
      beside('its first command, which reads and folds the whole story', [first], null),
    ],
    settings: [
      `${COMMANDS} developments recorded in each of two stories of 40 claims, each in a separate log, in turn, in one process; each command is decided, appended (WAL, synchronous=FULL) and folded; the publishers follow meanwhile, also with cached stories; the read models do not`,
    ],
  };
}

interface OpenDesk {
  readonly store: EmbeddedEventStore;
  /** Records a development. Resolves to the duration in milliseconds. */
  readonly record: (n: number) => Promise<number>;
  /** Waits until the public log is caught up. */
  readonly published: () => Promise<void>;
  readonly close: () => Promise<void>;
}

async function openDesk(scratch: Scratch, events: number): Promise<OpenDesk> {
  const { data, stories } = await scratch.story({ events, claims: 40, seed: 1 });
  const story = stories[0]!.id;
  const store = await EmbeddedEventStore.open({ file: join(data, 'desk.db') });
  const publicLog = await EmbeddedEventStore.open({ file: join(data, 'public.db') });
  // The projection reads an empty log, so that the bench measures only commands.
  const empty = scratch.folder();
  await (await EmbeddedEventStore.open({ file: join(empty, 'log.db') })).close();
  const model = await ReadModel.start({
    log: { kind: 'file', file: join(empty, 'log.db') },
    folder: empty,
    audience: 'desk',
    clock: new SystemClock(),
  });
  const staff = openStaff(data, new SystemClock(), { total: 86_400_000, idle: 86_400_000 }, null);
  const drafts = Drafts.open(join(data, 'drafts.sqlite'), new SystemClock());
  const module = DeskModule.register({
    staff,
    drafts,
    shared: false,
    store,
    models: { desk: model, public: model },
    publicLog,
    clock: new SystemClock(),
    time: new TrustedClock(new SystemClock()),
    zone: 'UTC',
    webhooks: null,
    backups: null,
    vault: null,
    noticesFile: join(data, 'notices.sqlite'),
    maxFollowers: 100,
    publisherCheckpoint: join(data, 'publisher.json'),
  });
  const desk = await createServer(module, { settings: { logLevel: 'error' } });
  await desk.init();
  const recorder = desk.get(Importer)['recorder'];
  const claims = Array.from(await claimsIn(publicLog, story));
  return {
    store,
    record: (n) => {
      const development = developmentOf(claims[n % claims.length]!, n);
      const key = { name: randomUUID(), hash: 'x'.repeat(64) };
      return timed(() =>
        recorder.record({ story, command: { type: 'record', development }, by: 'bench', key }),
      );
    },
    published: async () => {
      const head = await store.head();
      if (!(await desk.get(Publisher).caughtUp(head!, 600_000))) throw new Error('Nothing is published.');
    },
    close: async () => {
      await desk.close();
      drafts.close();
      await staff.close();
      await model.close();
      await publicLog.close();
      await store.close();
    },
  };
}

/** The claims of the first developments of a story. */
async function claimsIn(log: EmbeddedEventStore, story: string): Promise<ReadonlySet<string>> {
  const claims = new Set<string>();
  for await (const { data } of log.readStream(`public-${story}`, { limit: 50 })) {
    const { development } = decode(data) as {
      readonly development?: { readonly claims?: readonly { readonly id: string }[] };
    };
    for (const { id } of development?.claims ?? []) claims.add(id);
  }
  return claims;
}

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
