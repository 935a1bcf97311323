import { setTimeout as pause } from 'node:timers/promises';
import type { StoredEvent } from '#event-store';
import { ClusterDouble } from '../double/index.js';
import { openCluster } from '../event-store/open-cluster.js';
import { eventually } from '../http/caller.js';
import { introduce, openStory, report } from '../http/stories.js';
import { Program } from './program.js';

let double: ClusterDouble;
let settings: Readonly<Record<string, string>>;
let desks: Program[];
let archive: Program;

beforeAll(async () => {
  double = await ClusterDouble.start({ nodes: 3 });
  settings = { EVENTSTORE_URL: double.gossipUrl };
  desks = [await Program.start('desk', settings), await Program.start('desk', settings)];
  archive = await Program.start('archive', settings);
  await introduce(desks[0]!.caller);
});
afterAll(async () => {
  await Promise.all([...desks, archive].map((program) => program.remove()));
  await double.stop();
});

const developments = (slug: string): string => `/desk/v1/stories/${slug}/developments`;

/** The events of a log by stream. Expects the revisions of each stream in order. */
async function streamsOf(log: 'desk' | 'public'): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const store = await openCluster(double.gossipUrl, { log, shared: true });
  const streams = new Map<string, StoredEvent[]>();
  for await (const event of store.readAll()) {
    const stream = streams.get(event.stream) ?? [];
    expect(event.revision).toBe(BigInt(stream.length));
    streams.set(event.stream, [...stream, event]);
  }
  await store.close();
  return streams;
}

it('publishes each event exactly once, whichever desk is killed, and whenever', async () => {
  const slugs = await Promise.all(
    ['shared', 'of-one', 'of-two'].map((slug) => openStory(desks[0]!.caller, slug)),
  );
  const acknowledged = new Map<string, string>();
  const differing: string[] = [];
  const over = new AbortController();
  /** An editor records until `over`. A request without an answer is repeated with its key at the other desk. */
  const editor = async (desk: number, slug: string, name: string): Promise<void> => {
    for (let n = 0; !over.signal.aborted; n += 1) {
      const claim = `${name}-${n}`;
      for (let tries = 0; ; tries += 1) {
        const at = desks[(desk + tries) % 2]!;
        const sent = await Promise.resolve()
          .then(() => at.caller.post(developments(slug), report([claim]), { 'idempotency-key': claim }))
          .catch(() => null);
        if (sent?.status === 201) {
          const before = acknowledged.get(claim) ?? sent.body.id;
          if (before !== sent.body.id) differing.push(claim);
          acknowledged.set(claim, sent.body.id);
          break;
        }
        // A desk that has just restarted has a new token.
        if (sent !== null && ![401, 503].includes(sent.status)) throw new Error(sent.text);
        await pause(50);
      }
    }
  };
  const editors = [
    editor(0, slugs[0]!, 'a'),
    editor(1, slugs[0]!, 'b'),
    editor(0, slugs[1]!, 'c'),
    editor(1, slugs[2]!, 'd'),
  ];
  for (const [index, signal] of [
    [0, 'SIGKILL'],
    [1, 'SIGKILL'],
    [0, 'SIGKILL'],
    [1, 'SIGTERM'],
  ] as const) {
    await pause(1_200 + Math.random() * 600);
    await desks[index]!.stop(signal);
    await pause(300);
    await desks[index]!.start();
  }
  over.abort();
  await Promise.all(editors);
  expect(acknowledged.size).toBeGreaterThan(40);
  expect(differing).toEqual([]);

  for (const desk of desks) await desk.until('/health/ready');
  const ofDesk = await streamsOf('desk');
  const said = [...ofDesk.values()].flat().filter(({ type }) => type === 'ReportRecorded');
  const claims = said.map(({ data }) => JSON.parse(Buffer.from(data).toString()).development.claims[0].id);
  expect(new Set(claims).size).toBe(claims.length);
  expect(new Set(claims)).toEqual(new Set(acknowledged.keys()));

  // The public log equals that of a single publisher.
  const last = await eventually(
    () => streamsOf('public'),
    (streams) => [...streams.values()].flat().length === claims.length + slugs.length,
  );
  const published = [...last.values()].flat();
  expect(published).toHaveLength(claims.length + slugs.length);
  expect(new Set(published.map(({ id }) => id)).size).toBe(published.length);
  for (const [stream, events] of last) {
    const own = ofDesk.get(stream.replace('public-', 'story-'))!;
    expect(events.map(({ type }) => type)).toEqual(own.map(({ type }) => type));
  }
  for (const slug of slugs) {
    const { body } = await desks[0]!.caller.get(`/desk/v1/stories/${slug}`);
    const seen = await eventually(
      () => archive.caller.get(`/v1/stories/${slug}`),
      (answer) => answer.body.developments.total === body.developments.total,
    );
    expect(seen.body.claims.total).toBe(body.claims.total);
  }
});

it('ends an embargo once, although both desks check the clock', async () => {
  const slug = await openStory(desks[0]!.caller, 'embargoed');
  const embargoedUntil = new Date(Date.now() + 2_500).toISOString();
  await desks[0]!.caller.post(developments(slug), report(['later'], { release: { embargoedUntil } }));
  expect(await archive.caller.get(`/v1/stories/${slug}`)).toMatchObject({ status: 404 });
  await eventually(
    () => archive.caller.get(`/v1/stories/${slug}`),
    ({ status }) => status === 200,
  );
  await pause(500);
  const { body } = await desks[1]!.caller.get(`/desk/v1/stories/${slug}/log`);
  expect(body.items.map(({ type }: { type: string }) => type)).toEqual([
    'StoryOpened',
    'ReportRecorded',
    'DevelopmentReleased',
  ]);
});

it('lets each desk immediately read what the other recorded', async () => {
  const slug = await openStory(desks[0]!.caller, 'seen-by-both');
  for (let n = 0; n < 6; n += 1) {
    const [here, there] = [desks[n % 2]!, desks[(n + 1) % 2]!];
    expect(await here.caller.post(developments(slug), report([`n-${n}`]))).toMatchObject({ status: 201 });
    expect((await there.caller.get(`/desk/v1/stories/${slug}`)).body.developments.total).toBe(n + 1);
  }
});

it('continues across a change of the leader', async () => {
  const slug = await openStory(desks[0]!.caller, 'led-by-another');
  for (const leader of [1, 2, 0]) {
    await double.elect(leader);
    expect(await desks[0]!.caller.post(developments(slug), report([`under-${leader}`]))).toMatchObject({
      status: 201,
    });
  }
  const [before, after] = [0, 1];
  await double.stopNode(before);
  await double.elect(after);
  const filed = await eventually(
    () => desks[0]!.caller.post(developments(slug), report(['one-is-gone']), { 'idempotency-key': 'gone' }),
    ({ status }) => status === 201,
  );
  expect(filed.status).toBe(201);
  await double.startNode(before);
  expect((await desks[1]!.caller.get(`/desk/v1/stories/${slug}`)).body.developments.total).toBe(4);
});
