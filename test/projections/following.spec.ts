import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { encode, type EmbeddedEventStore } from '#event-store';
import { ScratchLog } from '#event-store/contract';
import { ModelFile, ModelReader, StoryReader, type Audience, type BuildProgress } from '#projections';
import {
  buildModel,
  fingerprintOf,
  foldedState,
  ModelFollower,
  type FollowerHealth,
  type ModelWork,
  startWork,
  type ThreadOptions,
  type ThreadReply,
} from '#projections/testing';
import type { DevelopmentEvent, Recorded, StoryEvent } from '#story';
import { en } from '../publishing/desk.js';
import { moves, play } from '../publishing/histories.js';
import { opened, recorded, reported } from './plain-events.js';
import {
  Archives,
  fileNamed,
  foldsOf,
  extendStory,
  plain,
  recordedPublicly,
  appendStory,
  type LoggedStory,
} from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

/** Waits until a check passes; after a minute the test fails. */
async function until(check: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !check();) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${String(check)}.`);
    await nextTurn();
  }
}

const small = (words: string): readonly Recorded[] =>
  recorded([opened(en(words)), reported(randomUUID(), en(`${words}, it is said`))]);
const more = (logged: LoggedStory, words: string): readonly Recorded[] =>
  recorded([reported(randomUUID(), en(words))], logged.events.length);

/** How many developments a story has in a file; null if the story is not there. */
function developmentsIn(file: string, { id, audience }: LoggedStory): number | null {
  const reader = new ModelReader(file);
  try {
    const reading = new StoryReader(() => reader, audience, '').asOf(id, { asOf: null, validAt: null });
    return reading.kind === 'found' ? reading.found.counts.developments : null;
  } finally {
    reader.close();
  }
}

const REQUEST = '0a1b2c3d-0000-4000-8000-00000000000a';

/** Appends an event of a type that this release does not know. */
async function appendUnknownType(log: EmbeddedEventStore, logged: LoggedStory): Promise<bigint> {
  const recordedAt = new Date(logged.events.at(-1)!.recordedAt).toISOString();
  const metadata = { recordedAt, schemaVersion: 1, correlationId: REQUEST };
  const stream = `${logged.audience === 'desk' ? 'story' : 'public'}-${logged.id}`;
  const event = { id: randomUUID(), type: 'StoryForetold', data: encode({}), metadata: encode(metadata) };
  const { position } = await log.append(stream, BigInt(logged.events.length - 1), [event]);
  return position!;
}

describe('a follower', () => {
  const followers: ModelFollower[] = [];
  afterEach(async () => {
    for (const follower of followers.splice(0)) {
      await follower.close();
      follower.model.close();
    }
  });

  function follow(audience: Audience, file = join(archives.folder(), 'model.db')) {
    mkdirSync(join(file, '..'), { recursive: true });
    const healths: FollowerHealth[] = [];
    const model = ModelFile.open(file, { log: archives.log.identity, fold: 'test' });
    const follower = new ModelFollower(archives.log, model, audience, (health) => void healths.push(health));
    followers.push(follower);
    return { follower, file, healths };
  }
  const caughtUp = async (follower: ModelFollower): Promise<void> => {
    const head = await archives.log.head();
    await until(() => follower.health.caughtUp && follower.health.position === head);
  };

  it('applies the events in the log, and then each event soon after it is recorded', async () => {
    const first = await archives.append(small('First'), 'desk');
    const { follower, file, healths } = follow('desk');
    await caughtUp(follower);
    expect(developmentsIn(file, first)).toBe(1);
    const second = await archives.append(small('Second'), 'desk');
    await archives.extend(first, more(first, 'More'));
    await caughtUp(follower);
    expect([first, second].map((t) => developmentsIn(file, t))).toEqual([2, 1]);
    expect(healths.at(-1)).toEqual({
      position: await archives.log.head(),
      closedOff: await archives.log.head(),
      caughtUp: true,
      reason: null,
      restarts: 0,
      damages: 0,
    });
    expect(healths.map((h) => h.position ?? -1n)).toEqual(
      [...healths.map((h) => h.position ?? -1n)].sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  it('moves past events of the other log', async () => {
    const { follower } = follow('public');
    await archives.append(small('Nothing public'), 'desk');
    await caughtUp(follower);
    expect(follower.model.state.position).toBe(await archives.log.head());
  });

  it('resumes where it stopped, with another story', async () => {
    const first = await archives.append(small('First'), 'public');
    const { follower, file } = follow('public');
    await caughtUp(follower);
    await follower.close();
    follower.model.close();
    followers.length = 0;
    const second = await archives.append(small('Second'), 'public');
    await archives.extend(first, more(first, 'More'));
    const { follower: again } = follow('public', file);
    await caughtUp(again);
    expect([first, second].map((t) => developmentsIn(file, t))).toEqual([2, 1]);
  });

  it('stops for good, and says so, when another process writes to its file', async () => {
    const { follower, file } = follow('desk');
    await caughtUp(follower);
    const other = ModelFile.open(file, { log: archives.log.identity, fold: 'test' });
    const before = follower.health.position;
    other.write((before ?? -1n) + 1_000n, () => {});
    const logged = await archives.append(small('Unseen'), 'desk');
    await until(() => follower.health.reason !== null);
    expect(follower.health.reason).toMatch(/^Another process writes to .*\. Stop one of the two\.$/);
    // It stays stopped when the other process puts the checkpoint back.
    other.write(before, () => {});
    await archives.extend(logged, more(logged, 'Unseen as well'));
    await until(() => archives.log.health().subscriptions.some((s) => s.failures > 2));
    expect(follower.health.reason).toMatch(/^Another process/);
    expect(developmentsIn(file, logged)).toBeNull();
    other.close();
  });

  // From here on, the log has an event that nobody can read.
  it('stops before an event that it cannot apply, keeps what was before it, and does not stop others', async () => {
    const desk = follow('desk');
    const world = follow('public');
    const before = await archives.append(small('Before'), 'desk');
    await caughtUp(desk.follower);
    const position = await appendUnknownType(archives.log, before);
    const after = await archives.append(small('After'), 'desk');
    await until(() => desk.follower.health.reason !== null);
    const { reason } = desk.follower.health;
    expect(reason).toMatch(
      new RegExp(
        `^Stopped before position ${position}, event [0-9a-f-]{36} \\(StoryForetold\\) of request ${REQUEST}: `,
      ),
    );
    expect(desk.follower.health.position).toBe(position - 1n);
    const seen = await archives.append(small('Public'), 'public');
    await caughtUp(world.follower);
    expect(world.follower.health.reason).toBeNull();
    expect(developmentsIn(world.file, seen)).toBe(1);
    await until(() => archives.log.health().subscriptions.some((s) => s.failures > 2));
    expect(desk.follower.health).toMatchObject({ position: position - 1n, reason });
    expect([before, after].map((t) => developmentsIn(desk.file, t))).toEqual([1, null]);
  });

  it('keeps the events that came in one batch before an event that it cannot apply', async () => {
    const { follower, file } = follow('desk');
    await until(() => follower.health.reason !== null);
    const model = new ModelReader(file);
    expect(model.state.position).toBe(follower.health.position);
    expect(model.one<{ n: number }>('SELECT count(*) AS n FROM stories')!.n).toBeGreaterThan(3);
    model.close();
  });
});

describe.each(['desk', 'public'] as const)('a projector of the %s log', (audience) => {
  it('shows a question as answered after a correction that withholds its former words', async () => {
    const model = archives.model(audience);
    const n = (...numbers: readonly number[]): number[] =>
      Array.from({ length: 10 }, (_, i) => numbers[i] ?? 0);
    const { events } = play([
      { do: 'record', n: n(0, 617, 0, 0, 0, 0, 0, 0, 0, 1742) },
      { do: 'record', n: n() },
      { do: 'correct', n: n(789, 844, 0, 0, 0, 25, 1684) },
      { do: 'kill', n: n(7725, 0, 0, 0, 0, 0, 436, 0, 0, 1422) },
      { do: 'record', n: n(7725, 0, 0, 0, 0, 0, 436, 0, 0, 1422) },
      { do: 'record', n: n() },
      { do: 'correct', n: n(0, 6964, 0, 0, 0, 1, 5164) },
      { do: 'record', n: n() },
    ]);
    const seen = audience === 'desk' ? events : recordedPublicly(events);
    const logged = await archives.append(seen, audience);
    await model.take(logged.stored);
    const reading = model.stories.at(logged.id, seen.length - 1);
    if (reading.kind !== 'found') throw new Error(`found ${reading.kind}`);
    const state = JSON.parse(model.stories.state(reading.found)) as { questions: { items: object[] } };
    expect(state.questions.items).toMatchObject([{ id: 'since-when', open: false }]);
    model.close();
  });

  it('resumes after a restart at any point, as if there had been none', async () => {
    const model = archives.model(audience);
    let withheld = 0;
    await fc.assert(
      fc.asyncProperty(
        moves(14, 4),
        moves(8, 2),
        fc.integer({ min: 1, max: 4 }),
        async (before, after, batch) => {
          const kill = { do: 'kill', n: after[0]!.n } as const;
          const { events } = play([...before, kill, ...after]);
          const seen = audience === 'desk' ? events : recordedPublicly(events);
          if (seen.length === 0) return;
          const logged = await archives.append(seen, audience);
          for (let i = 0; i < logged.stored.length; i += batch) {
            await model.take(logged.stored.slice(i, i + batch));
            model.reopen();
          }
          const folds = foldsOf(logged);
          if (audience === 'public' && folds.at(-1)!.withheld) return;
          withheld += seen.some((e) => /Development(Killed|TakenDown)/.test(e.event.type)) ? 1 : 0;
          for (const revision of folds.keys()) {
            const reading = model.stories.at(logged.id, revision);
            if (reading.kind !== 'found') throw new Error(`found ${reading.kind}`);
            const moments = { asOf: null, validAt: null };
            const state = plain(JSON.parse(model.stories.state(reading.found)));
            expect(state).toEqual(plain(foldedState(folds.slice(0, revision + 1), audience, moments)));
          }
        },
      ),
      { numRuns: 18 },
    );
    expect(withheld).toBeGreaterThan(2);
    model.close();
  });
});

/** The replies of a thread of the read model. */
class Replies {
  readonly all: ThreadReply[] = [];
  readonly add = (reply: ThreadReply): void => void this.all.push(reply);

  of<K extends ThreadReply['kind']>(kind: K): Extract<ThreadReply, { kind: K }>[] {
    return this.all.filter((r): r is Extract<ThreadReply, { kind: K }> => r.kind === kind);
  }
  get serving(): string | undefined {
    return this.of('serving').at(-1)?.file;
  }
  get position(): bigint | null {
    return this.of('health').at(-1)?.health.position ?? null;
  }
}

describe('the thread of a read model', () => {
  let scratch: ScratchLog;
  let log: EmbeddedEventStore;
  const works: ModelWork[] = [];
  beforeEach(async () => {
    scratch = new ScratchLog();
    log = await scratch.openHere();
  });
  afterEach(async () => {
    for (const work of works.splice(0)) await work.close();
    await scratch.remove();
  });

  const models = (): string => join(scratch.folder, 'models');
  const append = (words: string): Promise<LoggedStory> => appendStory(log, small(words), 'public');
  const files = (): readonly string[] =>
    readdirSync(models())
      .filter((name) => name.endsWith('.db'))
      .sort();

  function begin(replies: Replies, more: Partial<ThreadOptions> = {}): ModelWork {
    const options = {
      log: { kind: 'file', file: scratch.file },
      folder: models(),
      audience: 'public',
      ...more,
    } as const;
    const work = startWork(log, options, replies.add);
    works.push(work);
    return work;
  }
  async function start(replies: Replies, more: Partial<ThreadOptions> = {}): Promise<ModelWork> {
    const work = begin(replies, more);
    await work.started;
    return work;
  }
  async function stop(): Promise<void> {
    for (const work of works.splice(0)) await work.close();
  }
  const caughtUp = async (replies: Replies): Promise<void> => {
    const head = await log.head();
    await until(() => replies.position === head);
  };

  const first = (): string => join(models(), fileNamed(1));

  it('builds the first file, reports its progress, and follows the log', async () => {
    const logged = await append('First');
    const replies = new Replies();
    await start(replies);
    expect(replies.of('progress').at(-1)!.progress).toMatchObject({ events: 2, of: 2, left: 0 });
    expect(replies.serving).toBe(first());
    await extendStory(log, logged, more(logged, 'More'));
    await caughtUp(replies);
    expect(developmentsIn(first(), logged)).toBe(2);
  });

  it('resumes its file when it is started again', async () => {
    const logged = await append('First');
    await start(new Replies());
    await stop();
    await extendStory(log, logged, more(logged, 'More'));
    const replies = new Replies();
    await start(replies);
    await caughtUp(replies);
    expect(replies.of('progress')).toEqual([]);
    expect(developmentsIn(first(), logged)).toBe(2);
    expect(files()).toEqual([fileNamed(1)]);
  });

  it('does not resume a file of another log', async () => {
    const gone = await append('Of the former log');
    await start(new Replies());
    await stop();
    const other = new ScratchLog();
    try {
      log = await other.openHere();
      const logged = await append('Of this one');
      const replies = new Replies();
      await start(replies);
      expect(replies.serving).toBe(join(models(), fileNamed(2)));
      expect([gone, logged].map((t) => developmentsIn(replies.serving!, t))).toEqual([null, 1]);
      await stop();
    } finally {
      await other.remove();
    }
  });

  it.each([
    ['ends before it', false],
    ['got other events', true],
  ])('does not resume a file if its log was restored from an older copy and %s', async (_, extended) => {
    const kept = await append('In the backup');
    await log.close();
    copyFileSync(scratch.file, join(scratch.folder, 'backup'));
    log = await scratch.openHere();
    const lost = await append('After the backup');
    await start(new Replies());
    await stop();
    await log.close();
    for (const ending of ['-wal', '-shm', '.checkpoint']) rmSync(scratch.file + ending, { force: true });
    copyFileSync(join(scratch.folder, 'backup'), scratch.file);
    log = await scratch.openHere();
    const others = extended ? [await append('Another'), await append('And another')] : [];
    const replies = new Replies();
    await start(replies);
    await caughtUp(replies);
    expect(replies.serving).toBe(join(models(), fileNamed(2)));
    expect([kept, lost].map((t) => developmentsIn(replies.serving!, t))).toEqual([1, null]);
    expect(others.map((t) => developmentsIn(replies.serving!, t))).toEqual(others.map(() => 1));
  });

  it('refuses a file of the same version with rows of other code, and says what to do', async () => {
    await append('First');
    await start(new Replies());
    await stop();
    const db = new Database(first());
    db.prepare('UPDATE model SET fold = ?').run('another');
    db.close();
    const replies = new Replies();
    await start(replies);
    expect(replies.all).toEqual([
      {
        kind: 'refused',
        message: expect.stringMatching(`${fileNamed(1)} has version .* Raise FOLD`) as string,
      },
    ]);
    expect(files()).toEqual([fileNamed(1)]);
  });

  it('interrupts the first build when it is stopped, and resumes it when it is started again', async () => {
    const stored: LoggedStory[] = [];
    const headlines = Array.from({ length: 1_200 }, (_, i): StoryEvent => ({
      type: 'HeadlineRevised',
      headline: en(`Take ${i % 9}`),
      release: 'now',
    }));
    for (let i = 0; i < 12; i++)
      stored.push(await appendStory(log, [...small(`Story ${i}`), ...recorded(headlines, 2)], 'public'));
    const replies = new Replies();
    const work = begin(replies);
    await until(() => replies.of('progress').length > 2);
    await work.close();
    works.length = 0;
    const reached = replies.of('progress').at(-1)!.progress;
    expect(reached.events).toBeLessThan(reached.of);
    expect(replies.of('serving')).toEqual([]);
    const again = new Replies();
    await start(again);
    expect(again.of('progress')[0]!.progress.events).toBeGreaterThan(reached.events);
    expect(again.of('progress').at(-1)!.progress.events).toBe(reached.of);
    expect(again.serving).toBe(first());
    expect(stored.map((logged) => developmentsIn(first(), logged))).toEqual(stored.map(() => 1));
  });

  it('ignores an empty file', async () => {
    const logged = await append('First');
    mkdirSync(models(), { recursive: true });
    writeFileSync(first(), '');
    const replies = new Replies();
    await start(replies);
    expect(developmentsIn(replies.serving!, logged)).toBe(1);
  });

  describe('with a file of an older fold', () => {
    let logged: LoggedStory;
    let replies: Replies;
    let work: ModelWork;
    const older = (): string => join(models(), fileNamed(1, 0));

    beforeEach(async () => {
      logged = await append('First');
      await start(new Replies());
      await stop();
      renameSync(first(), older());
      replies = new Replies();
      work = await start(replies);
    });

    it('serves it, updates it, and asks for a new one', async () => {
      expect(replies.serving).toBe(older());
      expect(replies.of('build')).toEqual([{ kind: 'build', file: first() }]);
      await extendStory(log, logged, more(logged, 'More'));
      await caughtUp(replies);
      expect(developmentsIn(older(), logged)).toBe(2);
    });

    it('asks for a file whose build was interrupted', async () => {
      await stop();
      const made = { log: log.identity, fold: fingerprintOf('public') };
      const begun = ModelFile.open(first(), made);
      await buildModel(log, begun, 'public', { progress: () => {}, stopped: () => true });
      begun.close();
      const again = new Replies();
      await start(again);
      expect([again.serving, again.of('build')]).toEqual([older(), [{ kind: 'build', file: first() }]]);
    });

    it('compares the new one, lets it catch up, and switches to it without a gap for readers', async () => {
      const builder = new Replies();
      await start(builder, { build: { file: first() } });
      expect(builder.of('built')).toHaveLength(1);
      // A reader keeps one file until the thread serves the other.
      let [reader, at] = [new ModelReader(older()), older()];
      const stories = new StoryReader(() => reader, 'public', '');
      const read: number[] = [];
      const look = (): void => {
        if (replies.serving !== at) {
          reader.close();
          [reader, at] = [new ModelReader(replies.serving!), replies.serving!];
        }
        const reading = stories.asOf(logged.id, { asOf: null, validAt: null });
        read.push(reading.kind === 'found' ? reading.found.counts.developments : -1);
      };
      look();
      const switched = work.take({ kind: 'switch', file: first(), compare: true });
      let last = logged;
      for (let i = 0; replies.serving !== first() || i < 30; i++) {
        if (i % 10 === 0) last = await extendStory(log, last, more(last, `During the switch ${i}`));
        look();
        await nextTurn();
      }
      await switched;
      await caughtUp(replies);
      look();
      reader.close();
      expect(at).toBe(first());
      const { comparison } = replies.of('serving').at(-1)!;
      expect(comparison).toMatchObject({ different: 0, examples: [] });
      expect(comparison!.compared).toBeGreaterThan(0);
      expect(read).toEqual([...read].sort((a, b) => a - b));
      expect([read[0], read.at(-1)]).toEqual([1, last.events.length - 1]);
      const left = developmentsIn(older(), logged);
      await extendStory(log, last, more(last, 'Afterwards'));
      await caughtUp(replies);
      expect([older(), first()].map((file) => developmentsIn(file, logged))).toEqual([
        left,
        last.events.length,
      ]);
    });
  });
});

describe('a rebuild', () => {
  it('is compared when both files have the same past, also while a story is killed and reinstated', async () => {
    const scratch = new ScratchLog();
    const log = await scratch.openHere();
    const folder = join(scratch.folder, 'models');
    const options = { log: { kind: 'file', file: scratch.file }, folder, audience: 'public' } as const;
    let last = await appendStory(log, small('Killed and reinstated'), 'public');
    const [served, builder] = [new Replies(), new Replies()];
    const work = startWork(log, options, served.add);
    await work.started;
    const turn = async (): Promise<void> => {
      const killed = last.events.at(-1)!.event.type === 'StoryKilled';
      const event: StoryEvent = killed
        ? { type: 'StoryReinstated', reason: null }
        : { type: 'StoryKilled', grounds: 'wrong', reason: null, notice: en('Killed') };
      last = await extendStory(log, last, recorded([event], last.events.length));
    };
    await turn();
    const file = join(folder, fileNamed(2));
    await startWork(log, { ...options, build: { file } }, builder.add).started;
    expect(builder.of('built')).toHaveLength(1);
    const over = work.take({ kind: 'switch', file, compare: true });
    for (let turns = 0; served.serving !== file || turns < 3; turns += 1) {
      await turn();
      await nextTurn();
    }
    await over;
    const { comparison } = served.of('serving').at(-1)!;
    expect(comparison).toMatchObject({ different: 0, examples: [] });
    expect(comparison!.compared).toBeGreaterThan(0);
    await work.close();
    await scratch.remove();
  });
});

describe('a build', () => {
  const made = () => ({ log: archives.log.identity, fold: 'test' });
  const progress: BuildProgress[] = [];
  const on = (stopped: () => boolean) => ({ stopped, progress: (p: BuildProgress) => void progress.push(p) });
  let whole: unknown;

  beforeAll(async () => {
    for (let i = 0; i < 5; i++) {
      const logged = await archives.append(small(`Built ${i}`), 'public');
      const killed: StoryEvent = {
        type: 'DevelopmentKilled',
        grounds: 'wrong',
        claims: [],
        publishes: [],
        development: idIn(logged),
        reason: null,
        notice: en('Killed'),
      };
      const after: readonly StoryEvent[] = i === 3 ? [killed] : [reported(randomUUID(), en('More'))];
      await archives.extend(logged, recorded(after, 2));
    }
    const headlines = Array.from({ length: 9_000 }, (_, i): StoryEvent => ({
      type: 'HeadlineRevised',
      headline: en(`Take ${i % 9}`),
      release: 'now',
    }));
    await archives.append(recorded([opened(en('Long')), ...headlines]), 'public');
    const { model } = begun();
    await buildModel(
      archives.log,
      model,
      'public',
      on(() => false),
    );
    whole = model.everything();
    model.close();
  });

  const idIn = ({ events }: LoggedStory): string => (events[1]!.event as DevelopmentEvent).development.id;
  function begun(beforeWrite?: () => void) {
    const folder = archives.folder();
    mkdirSync(folder);
    const file = join(folder, 'model.db');
    return { file, model: ModelFile.open(file, made(), beforeWrite) };
  }

  it('reports its progress and the time left', () => {
    const { events, of, left } = progress.at(-1)!;
    expect([events, left]).toEqual([of, 0]);
    expect(progress.map((p) => p.events)).toEqual([...progress.map((p) => p.events)].sort((a, b) => a - b));
    expect(progress.length).toBeGreaterThan(3);
  });

  it('that is stopped resumes, and ends like one that was not', async () => {
    const { file, model } = begun();
    model.close();
    let rows: unknown;
    for (let stories = 1, done = false; !done; stories += 3) {
      let left = stories;
      const again = ModelFile.open(file, made());
      done =
        (await buildModel(
          archives.log,
          again,
          'public',
          on(() => (left -= 1) < 0),
        )) === 'built';
      expect(again.state.complete).toBe(done);
      if (done) rows = again.everything();
      again.close();
    }
    expect(rows).toEqual(whole);
  });

  it('that is killed at any write resumes, and ends like one that was not', async () => {
    let left = Infinity;
    const crash = (): void => {
      left -= 1;
      if (left < 0) throw new Error('killed');
    };
    const { file, model } = begun(crash);
    model.close();
    let crashes = 0;
    let rows: unknown;
    for (let writes = 0, done = false; !done; writes += 9_000, crashes += 1) {
      left = writes;
      const again = ModelFile.open(file, made(), crash);
      done = await buildModel(
        archives.log,
        again,
        'public',
        on(() => false),
      ).then(
        () => true,
        () => false,
      );
      if (done) rows = again.everything();
      again.close();
    }
    expect(rows).toEqual(whole);
    expect(crashes).toBeGreaterThan(2);
  });

  it('is complete up to the end of the log, and leaves no plan and no other file', async () => {
    const { file, model } = begun();
    const head = await archives.log.head();
    await buildModel(
      archives.log,
      model,
      'public',
      on(() => false),
    );
    expect(model.state).toMatchObject({ complete: true, position: head, builtTo: head });
    expect(model.building).toEqual([]);
    model.close();
    expect(new Set(readdirSync(join(file, '..')))).toEqual(new Set(['model.db']));
  });
});
