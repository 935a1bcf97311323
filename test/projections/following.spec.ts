import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { encode, type EmbeddedEventStore } from '#event-store';
import { ScratchLog } from '#event-store/contract';
import { ModelFile, ModelReader, StoryReader, type Audience, type Progress } from '#projections';
import {
  build,
  fingerprintOf,
  foldedState,
  Follower,
  type FollowerHealth,
  type Keeper,
  serve,
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
  goOnIn,
  plain,
  recordedPublicly,
  tellInto,
  type Told,
} from './read-model.js';

const archives = new Archives();
beforeAll(() => archives.open());
afterAll(() => archives.remove());

/** Waits until it is so; a test that waits longer fails. */
async function until(check: () => boolean): Promise<void> {
  for (const end = Date.now() + 60_000; !check();) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${String(check)}.`);
    await nextTurn();
  }
}

const small = (words: string): readonly Recorded[] =>
  recorded([opened(en(words)), reported(randomUUID(), en(`${words}, it is said`))]);
const more = (told: Told, words: string): readonly Recorded[] =>
  recorded([reported(randomUUID(), en(words))], told.events.length);

/** How many developments a story has in a file; null where it is not there. */
function developmentsIn(file: string, { id, audience }: Told): number | null {
  const reader = new ModelReader(file);
  try {
    const reading = new StoryReader(() => reader, audience, '').asOf(id, { asOf: null, validAt: null });
    return reading.kind === 'found' ? reading.found.counts.developments : null;
  } finally {
    reader.close();
  }
}

const REQUEST = '0a1b2c3d-0000-4000-8000-00000000000a';

/** Adds an event of a type that no release of today knows. */
async function tellOfTomorrow(log: EmbeddedEventStore, told: Told): Promise<bigint> {
  const recordedAt = new Date(told.events.at(-1)!.recordedAt).toISOString();
  const metadata = { recordedAt, schemaVersion: 1, correlationId: REQUEST };
  const stream = `${told.audience === 'desk' ? 'story' : 'public'}-${told.id}`;
  const event = { id: randomUUID(), type: 'StoryForetold', data: encode({}), metadata: encode(metadata) };
  const { position } = await log.append(stream, BigInt(told.events.length - 1), [event]);
  return position!;
}

describe('a follower', () => {
  const followers: Follower[] = [];
  afterEach(async () => {
    for (const follower of followers.splice(0)) {
      await follower.close();
      follower.model.close();
    }
  });

  function follow(audience: Audience, file = join(archives.folder(), 'model.db')) {
    mkdirSync(join(file, '..'), { recursive: true });
    const told: FollowerHealth[] = [];
    const model = ModelFile.open(file, { log: archives.log.identity, fold: 'test' });
    const follower = new Follower(archives.log, model, audience, (health) => void told.push(health));
    followers.push(follower);
    return { follower, file, told };
  }
  const level = async (follower: Follower): Promise<void> => {
    const head = await archives.log.head();
    await until(() => follower.health.caughtUp && follower.health.position === head);
  };

  it('has what is there already, and then each event soon after it is recorded', async () => {
    const first = await archives.tell(small('First'), 'desk');
    const { follower, file, told } = follow('desk');
    await level(follower);
    expect(developmentsIn(file, first)).toBe(1);
    const second = await archives.tell(small('Second'), 'desk');
    await archives.goOn(first, more(first, 'More'));
    await level(follower);
    expect([first, second].map((t) => developmentsIn(file, t))).toEqual([2, 1]);
    expect(told.at(-1)).toEqual({
      position: await archives.log.head(),
      closedOff: await archives.log.head(),
      caughtUp: true,
      reason: null,
      restarts: 0,
      damages: 0,
    });
    expect(told.map((h) => h.position ?? -1n)).toEqual(
      [...told.map((h) => h.position ?? -1n)].sort((a, b) => (a < b ? -1 : 1)),
    );
  });

  it('moves on past what is of the other log', async () => {
    const { follower } = follow('public');
    await archives.tell(small('Nothing public'), 'desk');
    await level(follower);
    expect(follower.model.state.position).toBe(await archives.log.head());
  });

  it('goes on where it stopped, with another story', async () => {
    const first = await archives.tell(small('First'), 'public');
    const { follower, file } = follow('public');
    await level(follower);
    await follower.close();
    follower.model.close();
    followers.length = 0;
    const second = await archives.tell(small('Second'), 'public');
    await archives.goOn(first, more(first, 'More'));
    const { follower: again } = follow('public', file);
    await level(again);
    expect([first, second].map((t) => developmentsIn(file, t))).toEqual([2, 1]);
  });

  it('stops for good, and says so, when another writes to its file', async () => {
    const { follower, file } = follow('desk');
    await level(follower);
    const other = ModelFile.open(file, { log: archives.log.identity, fold: 'test' });
    const held = follower.health.position;
    other.write((held ?? -1n) + 1_000n, () => {});
    const told = await archives.tell(small('Unseen'), 'desk');
    await until(() => follower.health.reason !== null);
    expect(follower.health.reason).toMatch(/another process writes to it\. Stop one of them\.$/);
    // Also when the other one has put it back to where it was.
    other.write(held, () => {});
    await archives.goOn(told, more(told, 'Unseen as well'));
    await until(() => archives.log.health().subscriptions.some((s) => s.failures > 2));
    expect(follower.health.reason).toMatch(/another process/);
    expect(developmentsIn(file, told)).toBeNull();
    other.close();
  });

  // The log holds an event that nobody can read from here on.
  it('stops before an event that it cannot tell, keeps what was before it, and holds up no other', async () => {
    const desk = follow('desk');
    const world = follow('public');
    const before = await archives.tell(small('Before'), 'desk');
    await level(desk.follower);
    const position = await tellOfTomorrow(archives.log, before);
    const after = await archives.tell(small('After'), 'desk');
    await until(() => desk.follower.health.reason !== null);
    const { reason } = desk.follower.health;
    expect(reason).toMatch(
      new RegExp(
        `^Stopped before position ${position}, event [0-9a-f-]{36} \\(StoryForetold\\) of request ${REQUEST}: `,
      ),
    );
    expect(desk.follower.health.position).toBe(position - 1n);
    const seen = await archives.tell(small('Public'), 'public');
    await level(world.follower);
    expect(world.follower.health.reason).toBeNull();
    expect(developmentsIn(world.file, seen)).toBe(1);
    await until(() => archives.log.health().subscriptions.some((s) => s.failures > 2));
    expect(desk.follower.health).toMatchObject({ position: position - 1n, reason });
    expect([before, after].map((t) => developmentsIn(desk.file, t))).toEqual([1, null]);
  });

  it('keeps what came in one delivery before an event that it cannot tell', async () => {
    const { follower, file } = follow('desk');
    await until(() => follower.health.reason !== null);
    const model = new ModelReader(file);
    expect(model.state.position).toBe(follower.health.position);
    expect(model.one<{ n: number }>('SELECT count(*) AS n FROM stories')!.n).toBeGreaterThan(3);
    model.close();
  });
});

describe.each(['desk', 'public'] as const)('a projector of the %s log', (audience) => {
  it('goes on after a restart, wherever it was, as if there had been none', async () => {
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
          const told = await archives.tell(seen, audience);
          for (let i = 0; i < told.stored.length; i += batch) {
            await model.take(told.stored.slice(i, i + batch));
            model.reopen();
          }
          const folds = foldsOf(told);
          if (audience === 'public' && folds.at(-1)!.withheld) return;
          withheld += seen.some((e) => /Development(Killed|TakenDown)/.test(e.event.type)) ? 1 : 0;
          for (const revision of folds.keys()) {
            const reading = model.stories.at(told.id, revision);
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

/** What a thread of the read model was told to say, and the last file that it gave to be read. */
class Heard {
  readonly replies: ThreadReply[] = [];
  readonly tell = (reply: ThreadReply): void => void this.replies.push(reply);

  of<K extends ThreadReply['kind']>(kind: K): Extract<ThreadReply, { kind: K }>[] {
    return this.replies.filter((r): r is Extract<ThreadReply, { kind: K }> => r.kind === kind);
  }
  get serving(): string | undefined {
    return this.of('serving').at(-1)?.file;
  }
  get position(): bigint | null {
    return this.of('health').at(-1)?.health.position ?? null;
  }
}

describe('the keeper of a read model', () => {
  let scratch: ScratchLog;
  let log: EmbeddedEventStore;
  const keepers: Keeper[] = [];
  beforeEach(async () => {
    scratch = new ScratchLog();
    log = await scratch.open();
  });
  afterEach(async () => {
    for (const keeper of keepers.splice(0)) await keeper.close();
    await scratch.remove();
  });

  const models = (): string => join(scratch.folder, 'models');
  const tell = (words: string): Promise<Told> => tellInto(log, small(words), 'public');
  const files = (): readonly string[] =>
    readdirSync(models())
      .filter((name) => name.endsWith('.db'))
      .sort();

  function begin(heard: Heard, more: Partial<ThreadOptions> = {}): Keeper {
    const options = {
      log: { kind: 'file', file: scratch.file },
      folder: models(),
      audience: 'public',
      ...more,
    } as const;
    const keeper = serve(log, options, heard.tell);
    keepers.push(keeper);
    return keeper;
  }
  async function keep(heard: Heard, more: Partial<ThreadOptions> = {}): Promise<Keeper> {
    const keeper = begin(heard, more);
    await keeper.started;
    return keeper;
  }
  async function stop(): Promise<void> {
    for (const keeper of keepers.splice(0)) await keeper.close();
  }
  const caughtUp = async (heard: Heard): Promise<void> => {
    const head = await log.head();
    await until(() => heard.position === head);
  };

  const first = (): string => join(models(), fileNamed(1));

  it('builds the first file, tells how far it is, and follows', async () => {
    const told = await tell('First');
    const heard = new Heard();
    await keep(heard);
    expect(heard.of('progress').at(-1)!.progress).toMatchObject({ events: 2, of: 2, left: 0 });
    expect(heard.serving).toBe(first());
    await goOnIn(log, told, more(told, 'More'));
    await caughtUp(heard);
    expect(developmentsIn(first(), told)).toBe(2);
  });

  it('goes on with its file when it is started again', async () => {
    const told = await tell('First');
    await keep(new Heard());
    await stop();
    await goOnIn(log, told, more(told, 'More'));
    const heard = new Heard();
    await keep(heard);
    await caughtUp(heard);
    expect(heard.of('progress')).toEqual([]);
    expect(developmentsIn(first(), told)).toBe(2);
    expect(files()).toEqual([fileNamed(1)]);
  });

  it('does not go on with what was made of another log', async () => {
    const gone = await tell('Of the log that is gone');
    await keep(new Heard());
    await stop();
    const other = new ScratchLog();
    try {
      log = await other.open();
      const told = await tell('Of this one');
      const heard = new Heard();
      await keep(heard);
      expect(heard.serving).toBe(join(models(), fileNamed(2)));
      expect([gone, told].map((t) => developmentsIn(heard.serving!, t))).toEqual([null, 1]);
      await stop();
    } finally {
      await other.remove();
    }
  });

  it.each([
    ['ends before it', false],
    ['was written on', true],
  ])('does not go on with a file when its log was restored from an older copy and %s', async (_, goneOn) => {
    const kept = await tell('In the backup');
    await log.close();
    copyFileSync(scratch.file, join(scratch.folder, 'backup'));
    log = await scratch.open();
    const lost = await tell('After the backup');
    await keep(new Heard());
    await stop();
    await log.close();
    for (const ending of ['-wal', '-shm', '.checkpoint']) rmSync(scratch.file + ending, { force: true });
    copyFileSync(join(scratch.folder, 'backup'), scratch.file);
    log = await scratch.open();
    const others = goneOn ? [await tell('Another'), await tell('And another')] : [];
    const heard = new Heard();
    await keep(heard);
    await caughtUp(heard);
    expect(heard.serving).toBe(join(models(), fileNamed(2)));
    expect([kept, lost].map((t) => developmentsIn(heard.serving!, t))).toEqual([1, null]);
    expect(others.map((t) => developmentsIn(heard.serving!, t))).toEqual(others.map(() => 1));
  });

  it('refuses a file that another fold made under the same version, and says what to do', async () => {
    await tell('First');
    await keep(new Heard());
    await stop();
    const db = new Database(first());
    db.prepare('UPDATE model SET fold = ?').run('another');
    db.close();
    const heard = new Heard();
    await keep(heard);
    expect(heard.replies).toEqual([
      {
        kind: 'refused',
        message: expect.stringMatching(`${fileNamed(1)} was made by another fold.* Raise FOLD`) as string,
      },
    ]);
    expect(files()).toEqual([fileNamed(1)]);
  });

  it('leaves the first building where it is when it is stopped, and goes on with it when it is started again', async () => {
    const tolds: Told[] = [];
    const headlines = Array.from({ length: 1_200 }, (_, i): StoryEvent => ({
      type: 'HeadlineRevised',
      headline: en(`Take ${i % 9}`),
      release: 'now',
    }));
    for (let i = 0; i < 12; i++)
      tolds.push(await tellInto(log, [...small(`Story ${i}`), ...recorded(headlines, 2)], 'public'));
    const heard = new Heard();
    const keeper = begin(heard);
    await until(() => heard.of('progress').length > 2);
    await keeper.close();
    keepers.length = 0;
    const reached = heard.of('progress').at(-1)!.progress;
    expect(reached.events).toBeLessThan(reached.of);
    expect(heard.of('serving')).toEqual([]);
    const again = new Heard();
    await keep(again);
    expect(again.of('progress')[0]!.progress.events).toBeGreaterThan(reached.events);
    expect(again.of('progress').at(-1)!.progress.events).toBe(reached.of);
    expect(again.serving).toBe(first());
    expect(tolds.map((told) => developmentsIn(first(), told))).toEqual(tolds.map(() => 1));
  });

  it('takes no notice of a file that was begun and has nothing in it', async () => {
    const told = await tell('First');
    mkdirSync(models(), { recursive: true });
    writeFileSync(first(), '');
    const heard = new Heard();
    await keep(heard);
    expect(developmentsIn(heard.serving!, told)).toBe(1);
  });

  describe('with a file of an older fold', () => {
    let told: Told;
    let heard: Heard;
    let keeper: Keeper;
    const older = (): string => join(models(), fileNamed(1, 0));

    beforeEach(async () => {
      told = await tell('First');
      await keep(new Heard());
      await stop();
      renameSync(first(), older());
      heard = new Heard();
      keeper = await keep(heard);
    });

    it('serves it, keeps it up, and asks for a new one', async () => {
      expect(heard.serving).toBe(older());
      expect(heard.of('build')).toEqual([{ kind: 'build', file: first() }]);
      await goOnIn(log, told, more(told, 'More'));
      await caughtUp(heard);
      expect(developmentsIn(older(), told)).toBe(2);
    });

    it('asks for the one that was begun before', async () => {
      await stop();
      const made = { log: log.identity, fold: fingerprintOf('public') };
      const begun = ModelFile.open(first(), made);
      await build(log, begun, 'public', { progress: () => {}, stopped: () => true });
      begun.close();
      const again = new Heard();
      await keep(again);
      expect([again.serving, again.of('build')]).toEqual([older(), [{ kind: 'build', file: first() }]]);
    });

    it('goes over to the new one, compared and level, without a moment at which nothing can be read', async () => {
      const builder = new Heard();
      await keep(builder, { build: { file: first() } });
      expect(builder.of('built')).toHaveLength(1);
      // As the one who reads does: goes on with one file until it is given the other.
      let [reader, at] = [new ModelReader(older()), older()];
      const stories = new StoryReader(() => reader, 'public', '');
      const read: number[] = [];
      const look = (): void => {
        if (heard.serving !== at) {
          reader.close();
          [reader, at] = [new ModelReader(heard.serving!), heard.serving!];
        }
        const reading = stories.asOf(told.id, { asOf: null, validAt: null });
        read.push(reading.kind === 'found' ? reading.found.counts.developments : -1);
      };
      look();
      const switched = keeper.take({ kind: 'switch', file: first(), compare: true });
      let last = told;
      for (let i = 0; heard.serving !== first() || i < 30; i++) {
        if (i % 10 === 0) last = await goOnIn(log, last, more(last, `While it goes over ${i}`));
        look();
        await nextTurn();
      }
      await switched;
      await caughtUp(heard);
      look();
      reader.close();
      expect(at).toBe(first());
      const { comparison } = heard.of('serving').at(-1)!;
      expect(comparison).toMatchObject({ different: 0, examples: [] });
      expect(comparison!.compared).toBeGreaterThan(0);
      expect(read).toEqual([...read].sort((a, b) => a - b));
      expect([read[0], read.at(-1)]).toEqual([1, last.events.length - 1]);
      const left = developmentsIn(older(), told);
      await goOnIn(log, last, more(last, 'Afterwards'));
      await caughtUp(heard);
      expect([older(), first()].map((file) => developmentsIn(file, told))).toEqual([
        left,
        last.events.length,
      ]);
    });
  });
});

describe('a rebuild', () => {
  it('is compared where both files know the same, also while a story is killed and given back', async () => {
    const scratch = new ScratchLog();
    const log = await scratch.open();
    const folder = join(scratch.folder, 'models');
    const options = { log: { kind: 'file', file: scratch.file }, folder, audience: 'public' } as const;
    let last = await tellInto(log, small('Killed and given back'), 'public');
    const [served, builder] = [new Heard(), new Heard()];
    const keeper = serve(log, options, served.tell);
    await keeper.started;
    const turn = async (): Promise<void> => {
      const killed = last.events.at(-1)!.event.type === 'StoryKilled';
      const event: StoryEvent = killed
        ? { type: 'StoryReinstated', reason: null }
        : { type: 'StoryKilled', grounds: 'wrong', reason: null, notice: en('Killed') };
      last = await goOnIn(log, last, recorded([event], last.events.length));
    };
    await turn();
    const file = join(folder, fileNamed(2));
    await serve(log, { ...options, build: { file } }, builder.tell).started;
    expect(builder.of('built')).toHaveLength(1);
    const over = keeper.take({ kind: 'switch', file, compare: true });
    for (let turns = 0; served.serving !== file || turns < 3; turns += 1) {
      await turn();
      await nextTurn();
    }
    await over;
    const { comparison } = served.of('serving').at(-1)!;
    expect(comparison).toMatchObject({ different: 0, examples: [] });
    expect(comparison!.compared).toBeGreaterThan(0);
    await keeper.close();
    await scratch.remove();
  });
});

describe('a building', () => {
  const made = () => ({ log: archives.log.identity, fold: 'test' });
  const progress: Progress[] = [];
  const on = (stopped: () => boolean) => ({ stopped, progress: (p: Progress) => void progress.push(p) });
  let whole: unknown;

  beforeAll(async () => {
    for (let i = 0; i < 5; i++) {
      const told = await archives.tell(small(`Built ${i}`), 'public');
      const killed: StoryEvent = {
        type: 'DevelopmentKilled',
        grounds: 'wrong',
        claims: [],
        publishes: [],
        development: idIn(told),
        reason: null,
        notice: en('Killed'),
      };
      const after: readonly StoryEvent[] = i === 3 ? [killed] : [reported(randomUUID(), en('More'))];
      await archives.goOn(told, recorded(after, 2));
    }
    const headlines = Array.from({ length: 9_000 }, (_, i): StoryEvent => ({
      type: 'HeadlineRevised',
      headline: en(`Take ${i % 9}`),
      release: 'now',
    }));
    await archives.tell(recorded([opened(en('Long')), ...headlines]), 'public');
    const { model } = begun();
    await build(
      archives.log,
      model,
      'public',
      on(() => false),
    );
    whole = model.everything();
    model.close();
  });

  const idIn = ({ events }: Told): string => (events[1]!.event as DevelopmentEvent).development.id;
  function begun(beforeWrite?: () => void) {
    const folder = archives.folder();
    mkdirSync(folder);
    const file = join(folder, 'model.db');
    return { file, model: ModelFile.open(file, made(), beforeWrite) };
  }

  it('tells how far it is and how long it will take', () => {
    const { events, of, left } = progress.at(-1)!;
    expect([events, left]).toEqual([of, 0]);
    expect(progress.map((p) => p.events)).toEqual([...progress.map((p) => p.events)].sort((a, b) => a - b));
    expect(progress.length).toBeGreaterThan(3);
  });

  it('that is stopped goes on where it was, and ends as one that was not', async () => {
    const { file, model } = begun();
    model.close();
    let rows: unknown;
    for (let stories = 1, done = false; !done; stories += 3) {
      let left = stories;
      const again = ModelFile.open(file, made());
      done =
        (await build(
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

  it('that is killed at any write goes on where it was, and ends as one that was not', async () => {
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
      done = await build(
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

  it('has nothing to do once it is complete but to follow on from where the log then ended', async () => {
    const { file, model } = begun();
    const head = await archives.log.head();
    await build(
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
