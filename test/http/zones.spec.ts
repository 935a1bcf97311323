import type { Json } from './caller.js';
import { RunningNewsroom } from './running-newsroom.js';
import { at, introduce, openStory, read, record, report, stateAt } from './stories.js';

let there: RunningNewsroom;
let here: RunningNewsroom;
beforeAll(async () => {
  [there, here] = await Promise.all([
    RunningNewsroom.open({ DATELINE_TIME_ZONE: 'America/New_York' }),
    RunningNewsroom.open(),
  ]);
});
afterAll(() => Promise.all([there.remove(), here.remove()]));

const DAY = { from: '2000-11-07T05:00:00.000Z', to: '2000-11-08T04:59:59.999Z' };

describe('a story imported from another time zone', () => {
  it('keeps its world times, also in a new export', async () => {
    const slug = await openStory(there.desk, 'election-night');
    await introduce(there.desk);
    const body = report(['called'], { occurred: '2000-11-07', reportedAt: '2000-11' });
    body.claims[0].occurred = '2000-11-07';
    const made = await record(there.desk, slug, body);
    await stateAt(there.archive, slug, made.public.revision);
    const exported = await there.desk.get(at(slug, '/export'));
    const lines = exported.text
      .trimEnd()
      .split('\n')
      .map((line): Json => JSON.parse(line));
    expect(lines.find((line) => line.command === 'record')).toMatchObject({ zone: 'America/New_York' });
    expect(lines.find((line) => line.command === 'open')).not.toHaveProperty('zone');

    const imported = await here.desk.import(lines);
    expect(imported.text).toContain('"done":true');
    await stateAt(here.archive, slug, made.public.revision);
    for (const newsroom of [there, here])
      for (const [moment, listed] of [
        ['2000-11-08T04:30:00Z', 1],
        ['2000-11-07T04:00:00Z', 0],
      ]) {
        const { body: state } = await newsroom.archive.get(read(slug, `?validAt=${moment}`));
        expect([moment, state.claims.total, state.developments.total]).toEqual([moment, listed, listed]);
      }
    const { body: state } = await here.archive.get(read(slug));
    expect(state.claims.items[0]).toMatchObject({ occurred: '2000-11-07', occurredBounds: DAY });
    expect(state.developments.items[0]).toMatchObject({
      occurredBounds: DAY,
      reportedAtBounds: { from: '2000-11-01T05:00:00.000Z', to: '2000-12-01T04:59:59.999Z' },
    });

    const again = await here.desk.get(at(slug, '/export'));
    expect(again.text).toContain('"zone":"Etc/GMT+5"');
    expect((await here.desk.import(lines)).text).toContain('"added":0');
  });

  it('is refused with an unknown time zone', async () => {
    const line = { at: '2000-11-08T00:00:00Z', story: 'nowhere', command: 'open', zone: 'Nowhere/City' };
    const { status, body } = await here.desk.import([line]);
    expect([status, body.faults[0].pointer]).toEqual([422, '/zone']);
  });
});
