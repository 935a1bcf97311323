import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { EmbeddedEventStore } from '#event-store';
import { ManualClock, ScratchLog } from '#event-store/contract';
import { RecordedHere } from '#publishing';
import type { Command } from '#story';
import {
  act,
  asserts,
  at,
  correct,
  emptyDeskStory,
  open,
  proposition,
  record,
  release,
  send,
  recordAll,
  type DeskStory,
} from './desk.js';
import { moves, play } from './histories.js';
import { expectedOf, expectPublished, foundIn, TwoLogs, type Fault } from './two-logs.js';

const talks = proposition('talks', 'Russia and rebel groups hold talks in Turkey');
const deskStory = recordAll([
  open,
  record('a', { claims: [talks], assertions: asserts(['talks']) }),
  record('b', { release: 'held' }),
  correct('b', { place: { name: 'Ankara', country: 'TR', geo: null } }),
  act.judge('v', 'talks'),
  release('b'),
  act.headline('New words'),
]);
const published = (position: string, id: string) => (c: object) => ({ ...c, published: { position, id } });

async function eventually(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(5);
}
/** Retries `holds` until it passes, for at most a minute. */
async function soon(holds: () => Promise<void>): Promise<void> {
  for (const end = performance.now() + 60_000; ; await pause(20))
    try {
      return await holds();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
}
const NOON = '2026-01-01T12:00:00.000Z';

describe('the publisher', () => {
  let logs: TwoLogs;
  beforeEach(async () => {
    logs = await TwoLogs.open();
  });
  afterEach(() => logs.remove());

  it('follows the desk live, with the time of its clock in each event', async () => {
    const clock = new ManualClock(NOON);
    const publisher = logs.publisher({ clock });
    await publisher.start();
    for (let i = 0; i < deskStory.events.length; i++) {
      await logs.write(deskStory, i, i + 1);
      await logs.published(publisher);
      await expectPublished(logs.world, { ...deskStory, events: deskStory.events.slice(0, i + 1) });
      clock.advance(1_000);
    }
    const times = (await foundIn(logs.world, deskStory)).map((e) => (e.at - Date.parse(NOON)) / 1_000);
    expect(times).toEqual([1, 1, 4, 5, 6]);
    expect(publisher.health).toMatchObject({ ok: true, position: await logs.desk.head(), reason: null });
  });

  it('publishes several stories independently', async () => {
    // In none of them are words removed by law and then again on lesser grounds: when the log forgets, it is for good.
    const stories = fc.sample(moves(30, 20), { seed: 8, numRuns: 4 }).map((m, i) => play(m, `story-${i}`));
    const most = Math.max(...stories.map((s) => s.events.length));
    const publisher = logs.publisher();
    await publisher.start();
    for (let i = 0; i < most; i++) for (const story of stories) await logs.write(story, i, i + 1);
    await logs.published(publisher);
    await soon(() => expectPublished(logs.world, ...stories));
    expect((await foundIn(logs.world, ...stories)).length).toBeGreaterThan(20);
  });

  /** Records a development in each story, then another in each. */
  const inTurns = async (): Promise<{
    readonly stories: readonly DeskStory[];
    readonly order: readonly string[];
  }> => {
    const moved = fc.sample(moves(12, 12), { seed: 11, numRuns: 8 });
    const stories = moved.map((m, i) => play(m, `turn-${i}`));
    const most = Math.max(...stories.map((s) => s.events.length));
    for (let i = 0; i < most; i++) for (const story of stories) await logs.write(story, i, i + 1);
    const order: string[] = [];
    for await (const { stream } of logs.desk.readAll()) order.push(stream.replace('story-', 'public-'));
    return { stories, order };
  };

  it('publishes many stories concurrently, in the order of the desk log', async () => {
    const { stories } = await inTurns();
    const sent: string[] = [];
    let [underWay, most] = [0, 0];
    const world = logs.faulty();
    const append = world.append.bind(world);
    world.append = async (stream, expected, events) => {
      sent.push(...events.map((e) => e.id));
      most = Math.max(most, (underWay += 1));
      try {
        return await append(stream, expected, events);
      } finally {
        underWay -= 1;
      }
    };
    const publisher = logs.publisher({ world });
    await publisher.start();
    await logs.published(publisher);
    await soon(() => expectPublished(logs.world, ...stories));
    const stored: string[] = [];
    for await (const { id } of logs.world.readAll()) stored.push(id);
    expect(stored).toEqual(sent);
    expect(most).toBeGreaterThan(1);
  });

  it('publishes everything before a failing append, and each later event once', async () => {
    const { stories, order } = await inTurns();
    const world = logs.faulty();
    const publisher = logs.publisher({ world });
    const append = world.append.bind(world);
    const published = new Set(stories.flatMap(expectedOf).map(({ stream }) => stream));
    const bad = order.findLast((stream) => published.has(stream))!;
    let failing = true;
    world.append = (stream, expected, events) =>
      failing && stream === bad
        ? Promise.reject(new Error('Not this one.'))
        : append(stream, expected, events);
    await publisher.start();
    const first = BigInt(order.indexOf(bad));
    expect(await publisher.caughtUp(first - 1n, 8_000)).toBe(true);
    expect(await publisher.caughtUp((await logs.desk.head())!, 200)).toBe(false);
    expect(publisher.health).toMatchObject({ ok: false, reason: 'Not this one.' });
    failing = false;
    await logs.published(publisher);
    await soon(() => expectPublished(logs.world, ...stories));
    expect(publisher.health.ok).toBe(true);
  });

  it('resumes from its checkpoint', async () => {
    const first = logs.publisher();
    await first.start();
    await logs.write(deskStory, 0, 4);
    await logs.published(first);
    await first.stop();
    const { position } = JSON.parse(readFileSync(logs.checkpoint, 'utf8')) as { position: string };
    expect(position).toBe('3');
    const world = logs.faulty();
    const second = logs.publisher({ world });
    await second.start();
    expect(await second.caughtUp(3n, 0)).toBe(true);
    await logs.write(deskStory, 4);
    await logs.published(second);
    await expectPublished(logs.world, deskStory);
    expect(world.appends).toBe(3);
  });

  it.each([
    ['is lost', () => null],
    ['is empty', () => ''],
    ['is no JSON', () => '{"desk":'],
    ['is null', () => 'null'],
    ['is of another desk', (c: object) => ({ ...c, desk: 'another' })],
    ['is of another public log', (c: object) => ({ ...c, public: 'another' })],
    ['has no position', (c: object) => ({ ...c, position: 'far' })],
    ['has no list of embargoes', (c: object) => ({ ...c, embargoed: 5 })],
    ['was written by one that did not keep what is on hold', (c: object) => ({ ...c, held: undefined })],
    ['has no list of what is on hold', (c: object) => ({ ...c, held: 5 })],
    ['lists what is no stream', (c: object) => ({ ...c, embargoed: [null] })],
    ['lists a stream that is not there', (c: object) => ({ ...c, embargoed: ['story-none'] })],
    ['has no time', (c: object) => ({ ...c, seen: 'yesterday' })],
    ['was written by one that kept no time', (c: object) => ({ ...c, seen: undefined })],
    ['is beyond the end of the log, which was restored', (c: object) => ({ ...c, position: '5000' })],
    ['knows more of the public log, which was restored', published('5000', 'any')],
    ['knows another event of the public log, which was restored', published('1', 'another')],
    [
      'knows another event of the desk, which was restored',
      (c: object) => ({ ...c, taken: { position: '2', id: 'x' } }),
    ],
    ['names no event of the desk', (c: object) => ({ ...c, taken: 7 })],
    ['was written by one that named no events', (c: object) => ({ ...c, taken: undefined, published: '1' })],
  ])('publishes each event exactly once when its checkpoint %s', async (_, spoil) => {
    const first = logs.publisher();
    await first.start();
    await logs.write(deskStory, 0, 4);
    await logs.published(first);
    await first.stop();
    const spoilt = spoil(JSON.parse(readFileSync(logs.checkpoint, 'utf8')) as object);
    if (spoilt === null) rmSync(logs.checkpoint);
    else writeFileSync(logs.checkpoint, typeof spoilt === 'string' ? spoilt : JSON.stringify(spoilt));
    const second = logs.publisher();
    await second.start();
    await logs.write(deskStory, 4);
    await logs.published(second);
    await expectPublished(logs.world, deskStory);
    expect(second.health).toMatchObject({ ok: true, position: 6n, reason: null });
  });

  it('reads the log from its start if it was restored and has a different event at the checkpoint', async () => {
    await logs.write(deskStory, 0, 4);
    const taken = { position: '3', id: '00000000-0000-4000-8000-000000000000' };
    const checkpoint = { position: '3', taken, published: null, embargoed: [], seen: null };
    const of = { desk: logs.desk.identity, public: logs.world.identity };
    writeFileSync(logs.checkpoint, JSON.stringify({ ...of, ...checkpoint }));
    const publisher = logs.publisher();
    await publisher.start();
    await logs.write(deskStory, 4);
    await logs.published(publisher);
    await expectPublished(logs.world, deskStory);
  });

  it('stops, and says what to do, if the log is restored while it runs', async () => {
    const scratch = new ScratchLog();
    const backup = `${scratch.file}.backup`;
    logs.desk = await scratch.openHere();
    await logs.write(deskStory, 0, 2);
    await logs.desk.close();
    copyFileSync(scratch.file, backup);
    logs.desk = await scratch.openHere();
    await logs.write(deskStory, 2, 4);
    await logs.desk.close();
    const desk = await EmbeddedEventStore.read({ file: scratch.file, pollEvery: 5 });
    const publisher = logs.publisher({ desk });
    await publisher.start();
    expect(await publisher.caughtUp(3n, 8_000)).toBe(true);
    for (const ending of ['-wal', '-shm', '.checkpoint']) rmSync(scratch.file + ending, { force: true });
    renameSync(backup, scratch.file);
    for (let i = 0; publisher.health.ok && i < 1_000; i++) await pause(5);
    expect(publisher.health).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/an older copy was restored\..* Restart the desk\.$/) as string,
    });
    await publisher.stop();
    await desk.close();
    await scratch.remove();
  });

  it('continues, and reports it, if it cannot write its checkpoint', async () => {
    mkdirSync(`${logs.checkpoint}.new`);
    const publisher = logs.publisher();
    await publisher.start();
    await logs.write(deskStory);
    await logs.published(publisher);
    await publisher.stop();
    expect(publisher.health.reason).toMatch(/^The publisher's checkpoint was not written/);
    expect(existsSync(logs.checkpoint)).toBe(false);
    await expectPublished(logs.world, deskStory);
  });

  const APPENDS = 4;
  it('has this many appends to fail at', () =>
    expect(new Set(expectedOf(deskStory).map((e) => e.id)).size - 1).toBe(APPENDS));

  it.each(
    (['before', 'after', 'dies before', 'dies after'] as const).flatMap((how) =>
      Array.from({ length: APPENDS }, (_, i) => [how, i] as const),
    ),
  )('has the same result when the public log fails (%s) at append %i', async (how: Fault, n) => {
    const world = logs.faulty();
    world.failAt(n, how);
    const first = logs.publisher({ world });
    await first.start();
    const position = await logs.write(deskStory);
    const dies = how.startsWith('dies');
    expect(await first.caughtUp(position, dies ? 150 : 8_000)).toBe(!dies);
    const last = dies ? logs.publisher() : first;
    if (dies) await last.start();
    await logs.published(last);
    expect(world.failed).toBe(1);
    await expectPublished(logs.world, deskStory);
    expect(first.health.ok).toBe(true);
  });

  it('reports why the public log fails, and resumes when it works again', async () => {
    const world = logs.faulty();
    const publisher = logs.publisher({ world });
    const append = world.append.bind(world);
    world.append = () => Promise.reject(new Error('The volume is full.'));
    await publisher.start();
    const position = await logs.write(deskStory);
    expect(await publisher.caughtUp(position, 200)).toBe(false);
    expect(publisher.health).toMatchObject({ ok: false, reason: 'The volume is full.' });
    world.append = append;
    await logs.published(publisher);
    expect(publisher.health).toMatchObject({ ok: true, reason: null });
    await expectPublished(logs.world, deskStory);
  });

  it('reports how many events it has read and not yet written', async () => {
    const world = logs.faulty();
    const publisher = logs.publisher({ world });
    const append = world.append.bind(world);
    const held = Promise.withResolvers<void>();
    world.append = async (...given) => {
      await held.promise;
      return append(...given);
    };
    await logs.write(deskStory);
    await publisher.start();
    expect(await publisher.caughtUp(1n, 100)).toBe(false);
    // The first event has no public events. The next one waits, and all others behind it.
    expect(publisher.health).toMatchObject({ ok: true, queue: deskStory.events.length - 1, restarts: 0 });
    held.resolve();
    await logs.published(publisher);
    expect(publisher.health.queue).toBe(0);
  });

  it('publishes each event exactly once if it is stopped between an append and its checkpoint', async () => {
    for (let i = 1; i <= deskStory.events.length; i++) {
      const publisher = logs.publisher();
      await publisher.start();
      const kept = existsSync(logs.checkpoint) ? readFileSync(logs.checkpoint) : null;
      await logs.write(deskStory, i - 1, i);
      await logs.published(publisher);
      await publisher.stop();
      if (i % 3 === 0) continue;
      if (kept) writeFileSync(logs.checkpoint, kept);
      else rmSync(logs.checkpoint);
    }
    await expectPublished(logs.world, deskStory);
    expect(await foundIn(logs.world, deskStory)).toHaveLength(5);
  });

  it('may run twice at the same time, even with different clocks', async () => {
    const stories = fc.sample(moves(30, 20), { seed: 3, numRuns: 3 }).map((m, i) => play(m, `story-${i}`));
    const ahead = new ManualClock('2026-01-01T12:05:00.000Z');
    const publishers = [
      logs.publisher({ clock: new ManualClock(NOON) }),
      logs.publisher({ clock: ahead, checkpoint: `${logs.checkpoint}.other` }),
    ];
    await Promise.all(publishers.map((p) => p.start()));
    for (const story of stories) await logs.write(story);
    await Promise.all(publishers.map((p) => logs.published(p)));
    // One may erase what the slower one then appends again. A moment later it is erased again.
    await soon(() => expectPublished(logs.world, ...stories));
    for (const p of publishers) expect(p.health.ok).toBe(true);
  });

  describe('of two desks', () => {
    const stories = fc.sample(moves(20, 12), { seed: 5, numRuns: 4 }).map((m, i) => play(m, `of-two-${i}`));
    // The clock does not move, so neither publisher's waiting time ends.
    let clock: ManualClock;
    beforeEach(() => {
      clock = new ManualClock(NOON);
    });

    /**
     * The publisher of a desk that recorded the stories with these indexes, and its public log, which counts appends.
     */
    function desk(...recorded: readonly number[]) {
      const world = logs.faulty();
      const recordedHere = new RecordedHere();
      for (const number of recorded) for (const { id } of stories[number]!.events) recordedHere.note(id);
      const checkpoint = `${logs.checkpoint}-${recorded.join('-')}`;
      return { world, publisher: logs.publisher({ world, clock, recordedHere, checkpoint }) };
    }

    it('publishes what its own desk recorded, and leaves the rest to the other', async () => {
      const desks = [desk(0, 1), desk(2, 3)];
      for (const { publisher } of desks) await publisher.start();
      await eventually(() => desks.every(({ publisher }) => publisher.health.caughtUp));
      for (const story of stories) await logs.write(story);
      for (const { publisher } of desks) await logs.published(publisher);
      await soon(() => expectPublished(logs.world, ...stories));
      const found = await foundIn(logs.world, ...stories);
      // A story's first two go in one append.
      const written = found.length - new Set(found.map(({ stream }) => stream)).size;
      const sent = desks.reduce((sum, { world }) => sum + world.appends, 0);
      expect(written).toBeGreaterThan(6);
      expect(sent).toBe(written);
    });

    it('publishes what the other does not publish soon', async () => {
      const { publisher } = desk(0, 1);
      await publisher.start();
      await eventually(() => publisher.health.caughtUp);
      for (const story of stories) await logs.write(story);
      await eventually(() => publisher.health.queue > 0);
      expect(await publisher.caughtUp((await logs.desk.head())!, 50)).toBe(false);
      const patience = setInterval(() => clock.advance(1_000), 20);
      await logs.published(publisher);
      clearInterval(patience);
      await soon(() => expectPublished(logs.world, ...stories));
    });

    it('does not wait with events that were recorded before it started', async () => {
      for (const story of stories) await logs.write(story);
      const publisher = logs.publisher({ clock, recordedHere: new RecordedHere() });
      await publisher.start();
      await logs.published(publisher);
      await soon(() => expectPublished(logs.world, ...stories));
    });
  });

  it('reports that a public stream does not match the desk', async () => {
    const id = deskStory.events[0]!.id;
    await logs.world.append(`public-${deskStory.story.id}`, 'no_stream', [
      { id, type: 'StoryOpened', data: Buffer.from('{}'), metadata: Buffer.from('{}') },
    ]);
    const publisher = logs.publisher();
    await publisher.start();
    const position = await logs.write(deskStory);
    expect(await publisher.caughtUp(position, 200)).toBe(false);
    expect(publisher.health).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/does not follow from/),
    });
  });

  it('never decreases recordedAt if the clock is set back: live, after a restart, after a repeated append', async () => {
    const clock = new ManualClock(NOON);
    const world = logs.faulty();
    world.failAt(1, 'after');
    const first = logs.publisher({ clock, world });
    await first.start();
    await logs.write(deskStory, 0, 2);
    await logs.published(first);
    clock.advance(60_000);
    const append = world.append.bind(world);
    world.append = async (...of) => {
      const failing = append(...of);
      await failing.catch(() => clock.set('2026-01-01T09:00:00.000Z'));
      return failing;
    };
    await logs.write(deskStory, 2, 6);
    await logs.published(first);
    await first.stop();
    rmSync(logs.checkpoint);
    const second = logs.publisher({ clock: new ManualClock('2026-01-01T08:00:00.000Z') });
    await second.start();
    await logs.write(deskStory, 6);
    await logs.published(second);
    expect(world.failed).toBe(1);
    await expectPublished(logs.world, deskStory);
    const last = (await foundIn(logs.world, deskStory)).at(-1)!;
    expect(last.metadata.recordedAt).toBe('2026-01-01T12:01:00.000Z');
  });

  describe('of an imported story', () => {
    const imported = (...steps: Parameters<typeof recordAll>[0]): DeskStory =>
      recordAll(steps.map((step) => ({ ...step, imported: true })));
    const released = ({ story }: DeskStory): Command => ({
      type: 'release',
      development: [...story.timeline].at(-1)!,
      cause: 'embargo',
      publishes: [],
    });

    it('keeps its recording times, and says when it was imported', async () => {
      const story = imported(open, record('a'), act.headline('New'));
      const publisher = logs.publisher();
      await publisher.start();
      await logs.write(story);
      await logs.published(publisher);
      await expectPublished(logs.world, story);
      const [, second, third] = story.events;
      const times = (await foundIn(logs.world, story)).map((e) => e.at);
      expect(times).toEqual([second!.recordedAt, second!.recordedAt, third!.recordedAt]);
      for (const { metadata } of await foundIn(logs.world, story))
        expect(metadata.importedAt).toBe(new Date(second!.importedAt!).toISOString());
    });

    it('publishes embargoed content with the time when the embargo ended, and later releases by the clock', async () => {
      const embargoedUntil = at('2016-12-02T00:00');
      const before = imported(open, record('a'), record('b', { release: { embargoedUntil } }));
      const story = send(before, { command: released(before), at: at('2026-01-01T00:00') });
      const publisher = logs.publisher({ release: () => Promise.resolve() });
      await publisher.start();
      await logs.write(story);
      await logs.published(publisher);
      const last = (await foundIn(logs.world, story)).at(-1)!;
      expect([last.at, last.metadata.importedAt === undefined]).toEqual([embargoedUntil, false]);
    });

    it('publishes what was still under embargo at the import with the time of its release, even a late one', async () => {
      const embargoedUntil = at('2017-01-01T00:00');
      const before = imported(open, record('a'), record('b', { release: { embargoedUntil } }));
      const story = send(before, { command: released(before), at: at('2026-01-01T00:00') });
      const publisher = logs.publisher({ clock: new ManualClock(NOON), release: () => Promise.resolve() });
      await publisher.start();
      await logs.write(story);
      await logs.published(publisher);
      const last = (await foundIn(logs.world, story)).at(-1)!;
      expect([last.at, last.metadata.importedAt === undefined]).toEqual([Date.parse(NOON), false]);
    });
  });

  it('gives the public position of a desk event, also after a restart; null if it has none', async () => {
    const expected = [null, 1n, null, null, 2n, 3n, 4n];
    const first = logs.publisher();
    await first.start();
    await logs.write(deskStory);
    await logs.published(first);
    await first.stop();
    const second = logs.publisher();
    await second.start();
    const found = await foundIn(logs.world, deskStory);
    for (const publisher of [first, second])
      for (const [revision, publicRevision] of expected.entries()) {
        const position = await publisher.positionOf(`story-${deskStory.story.id}`, BigInt(revision));
        expect(position).toEqual(
          publicRevision === null
            ? null
            : { revision: publicRevision, position: found[Number(publicRevision)]!.position },
        );
      }
  });

  it('is caught up only after it has published', async () => {
    const publisher = logs.publisher();
    expect(await publisher.caughtUp(0n, 20)).toBe(false);
    await publisher.start();
    const waiting = publisher.caughtUp(1n, 5_000);
    await logs.write(deskStory, 0, 2);
    expect(await waiting).toBe(true);
    expect(await publisher.caughtUp(99n, 20)).toBe(false);
  });
});

it('publishes nothing for an empty story', () => expect(expectedOf(emptyDeskStory)).toEqual([]));
