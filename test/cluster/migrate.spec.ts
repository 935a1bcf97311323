import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  copyLog,
  EmbeddedEventStore,
  openLog,
  type CopyProgress,
  type EventStore,
  type StoredEvent,
} from '#event-store';
import { eventsOf } from '#event-store/contract';
import { ClusterDouble } from '../double/index.js';
import { openCluster } from '../event-store/open-cluster.js';
import { RunningNewsroom } from '../http/running-newsroom.js';
import { introduce, openStory, report } from '../http/stories.js';
import { dateline, Program } from './program.js';

let double: ClusterDouble;
beforeEach(async () => {
  double = await ClusterDouble.start();
});
afterEach(() => double.stop());

async function all(log: EventStore): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const event of log.readAll()) found.push(event);
  return found;
}
const withoutPosition = (event: StoredEvent) => ({ ...event, position: null });

it('moves a newsroom to a cluster and back, with the same state at every moment', async () => {
  const newsroom = await RunningNewsroom.open();
  await introduce(newsroom.desk);
  for (const slug of ['one', 'two']) {
    await openStory(newsroom.desk, slug);
    for (const claim of ['a', 'b'])
      await newsroom.desk.post(`/desk/v1/stories/${slug}/developments`, report([claim]));
  }
  await newsroom.desk.post('/desk/v1/stories/one/developments', report(['kept-back'], { release: 'held' }));
  const asOf = new Date().toISOString();
  const before = await newsroom.archive.get(`/v1/stories/one?asOf=${asOf}`);
  const beforeAtDesk = await newsroom.desk.get('/desk/v1/stories/one');
  const cluster = { EVENTSTORE_URL: double.url, DATELINE_DATA: newsroom.data };
  const running = await dateline(['migrate', 'to-cluster'], cluster);
  expect(running).toMatchObject({ code: 3, err: expect.stringContaining('is open for writing') });
  await newsroom.stop();

  for (const copied of ['14', '0']) {
    const migrated = await dateline(['migrate', 'to-cluster'], cluster);
    expect(migrated).toMatchObject({ code: 0 });
    expect(migrated.out).toContain(`desk log: ${copied} events copied; 14 compared one by one, all equal.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'migrated-'));
  const desk = await Program.start('desk', { EVENTSTORE_URL: double.url }, { data: folder });
  const archive = await Program.start('archive', { EVENTSTORE_URL: double.url });
  try {
    const strip = (text: string): string => text.replaceAll(/"position":"\d+"/g, '');
    const after = await archive.caller.get(`/v1/stories/one?asOf=${asOf}`);
    expect(strip(after.text)).toBe(strip(before.text));
    for (const header of ['content-location', 'memento-datetime'])
      expect(after.headers[header]).toBe(before.headers[header]);
    expect(strip((await desk.caller.get('/desk/v1/stories/one')).text)).toBe(strip(beforeAtDesk.text));
    const filed = await desk.caller.post('/desk/v1/stories/two/developments', report(['c']));
    expect(filed).toMatchObject({ status: 201, body: { revision: '3' } });
  } finally {
    await Promise.all([desk.stop(), archive.remove()]);
  }

  // A missing folder is created.
  const back = join(mkdtempSync(join(tmpdir(), 'back-')), 'again');
  const returned = await dateline(['migrate', 'to-files'], {
    EVENTSTORE_URL: double.url,
    DATELINE_DATA: back,
  });
  expect(returned).toMatchObject({ code: 0, out: expect.stringContaining('desk log: 15 events copied') });
  const again = await dateline(['as-of', 'two', '--desk', '--json'], { DATELINE_DATA: back });
  expect(JSON.parse(again.out).developments.total).toBe(3);
  for (const used of [folder, back]) rmSync(used, { recursive: true, force: true });
  await newsroom.remove();
});

describe('the copy of a log', () => {
  let folder: string;
  let source: EmbeddedEventStore;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'copy-'));
    source = await EmbeddedEventStore.open({ file: join(folder, 'source.db'), reserve: 0 });
    for (let n = 0; n < 40; n += 1) {
      await source.append(
        `story-${n % 7}`,
        n < 7 ? 'no_stream' : BigInt(Math.floor(n / 7) * 3 - 1),
        eventsOf(3),
      );
    }
    await source.append('story-long', 'no_stream', eventsOf(900));
  });
  const copy = async (target: EventStore): Promise<CopyProgress | null> => {
    let last: CopyProgress | null = null;
    for await (const progress of copyLog(source, target)) last = progress;
    return last;
  };
  afterEach(async () => {
    await source.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps order, ids and bytes, also after interruptions and failures of the server', async () => {
    const target = await openCluster(double.url);
    double.faults.randomly({ on: 'append', fault: 'dropAfter', probability: 0.1, seed: 7 });
    let written = 0;
    for (let run = 0; run < 4; run += 1) {
      const limit = run < 3 ? written + 200 : Infinity;
      for await (const { copied } of copyLog(source, target)) {
        written = Math.max(written, copied);
        if (copied >= limit) break;
      }
    }
    double.faults.clear();
    const [one, two] = [await all(source), await all(target)];
    expect(two.map(withoutPosition)).toEqual(one.map(withoutPosition));
    expect(two.every(({ position }, i) => i === 0 || position > two[i - 1]!.position)).toBe(true);
    expect(one).toHaveLength(1_020);
    await target.close();
  });

  it('does not change a log that is not a beginning of the source', async () => {
    const target = await openLog({ kind: 'file', file: join(folder, 'target.db') });
    await target.append('story-other', 'no_stream', eventsOf(1));
    await expect(copy(target)).rejects.toMatchObject({ code: 'not-a-copy' });
    expect(await all(target)).toHaveLength(1);
    await target.close();
  });

  it('does not report success if the target has more events', async () => {
    const target = await openLog({ kind: 'file', file: join(folder, 'target.db') });
    await copy(target);
    await target.append('story-other', 'no_stream', eventsOf(1));
    await expect(copy(target)).rejects.toThrow('does not have');
    await target.close();
  });
});
