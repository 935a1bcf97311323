import { setTimeout as pause } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { SystemClock } from '#event-store';
import { ManualClock } from '#event-store/contract';
import type { Due, Publisher } from '#publishing';
import { scheduledId, type Command } from '#story';
import {
  act,
  at,
  en,
  idOf,
  open,
  record,
  release,
  send,
  START,
  recordAll,
  type Step,
  type DeskStory,
} from './desk.js';
import { expectPublished, foundIn, TwoLogs } from './two-logs.js';

const HOUR = 3_600_000;
/** When the editors have finished the first steps of a story. */
const FILED = at('2016-12-01T08:20');
const END = FILED + 100;
const embargoed = { release: { embargoedUntil: END } };

/** A desk whose log gets events from editors and from the publisher. */
class Desk {
  readonly asked: string[] = [];
  refusal: string | null = null;

  constructor(
    private readonly logs: TwoLogs,
    public recorded: DeskStory,
  ) {}

  readonly release = async (due: Due): Promise<void> => {
    this.asked.push(due.what === 'development' ? due.development : due.what);
    if (this.refusal !== null) throw new Error(this.refusal);
    const { scheduled } = this.recorded.story;
    const heading = scheduled.find(
      (one) => due.what !== 'development' && scheduledId(one) === scheduledId(due),
    );
    const command: Command =
      due.what === 'development'
        ? { type: 'release', development: due.development, cause: 'embargo', publishes: [] }
        : {
            type: 'reschedule',
            of: due.what,
            was: heading?.release ?? null,
            release: 'now',
            reason: null,
            cause: 'embargo',
          };
    await this.does({ command });
  };

  async does(...steps: readonly Step[]): Promise<void> {
    const count = this.recorded.events.length;
    this.recorded = steps.reduce(send, this.recorded);
    await this.logs.write(this.recorded, count);
  }
}

describe('automatic release', () => {
  let logs: TwoLogs;
  let clock: ManualClock;
  let desk: Desk;
  let publisher: Publisher;
  beforeEach(async () => {
    logs = await TwoLogs.open();
    clock = new ManualClock(FILED);
  });
  afterEach(() => logs.remove());

  const begin = async (...steps: readonly Step[]): Promise<void> => {
    desk = new Desk(logs, recordAll(steps));
    await logs.write(desk.recorded);
    await start();
  };
  const start = async (): Promise<void> => {
    publisher = logs.publisher({ clock, release: desk.release });
    await publisher.start();
    await logs.published(publisher);
  };
  /** Advances the clock, and lets its timers run. */
  const passes = async (milliseconds: number): Promise<void> => {
    clock.advance(milliseconds);
    await pause(milliseconds + 50);
    await logs.published(publisher);
  };
  /** Waits a while for `count` public events. Returns the requested releases and the types of all public events. */
  const comes = async (count: number): Promise<readonly [readonly string[], readonly string[]]> => {
    for (let i = 0; i < 100 && (await types()).length < count; i++) await pause(50);
    await logs.published(publisher);
    return [desk.asked, await types()];
  };
  const types = async (): Promise<readonly string[]> =>
    (await foundIn(logs.world, desk.recorded)).map((e) => e.type);
  const FIRST = ['StoryOpened', 'ReportRecorded'];

  it('happens at its time, not before', async () => {
    await begin(open, record('a', embargoed));
    await passes(99);
    expect([desk.asked, await types()]).toEqual([[], []]);
    await passes(1);
    expect(await comes(2)).toEqual([[idOf('a')], FIRST]);
    await expectPublished(logs.world, desk.recorded);
    expect(publisher.health).toMatchObject({ ok: true, reason: null });
  });

  it('releases headlines and ledes too, in their current words', async () => {
    const { release: until } = embargoed;
    await begin(
      open,
      record('a'),
      act.headline('Early', until),
      act.lede('Early', until),
      act.headline('New', until),
    );
    await passes(100);
    expect(await comes(4)).toEqual([
      ['lede', 'headline'],
      [...FIRST, 'LedeRevised', 'HeadlineRevised'],
    ]);
    await expectPublished(logs.world, desk.recorded);
    expect(desk.recorded.story.headline.text).toEqual(en('New'));
  });

  it('releases each scheduled headline in order of time, exactly once across restarts', async () => {
    const until = (by: number) => ({ embargoedUntil: FILED + by });
    await begin(
      open,
      record('a'),
      act.headline('Last', until(300)),
      act.headline('First', until(100)),
      act.headline('Second', until(200)),
      act.headline('A typo put right'),
    );
    const revised = ['HeadlineRevised', 'HeadlineRevised', 'HeadlineRevised', 'HeadlineRevised'];
    await passes(100);
    expect(await comes(4)).toEqual([['headline'], [...FIRST, ...revised.slice(2)]]);
    await publisher.stop();
    clock.advance(150);
    await start();
    await comes(5);
    await publisher.stop();
    clock.advance(50);
    await start();
    await passes(50);
    expect(await comes(6)).toEqual([
      ['headline', 'headline', 'headline'],
      [...FIRST, ...revised],
    ]);
    await expectPublished(logs.world, desk.recorded);
    const found = await foundIn(logs.world, desk.recorded);
    expect(found.slice(2).map(({ data }) => (data as { readonly headline: unknown }).headline)).toEqual(
      ['A typo put right', 'First', 'Second', 'Last'].map(en),
    );
    expect(desk.recorded.story.scheduled).toEqual([]);
  });

  it('does not repeat what an editor released before', async () => {
    await begin(open, record('a', embargoed), release('a'));
    expect(await types()).toEqual(FIRST);
    await passes(200);
    expect([desk.asked, await types()]).toEqual([[], FIRST]);
  });

  it.each([
    ['before its time', -50],
    ['at its time', 0],
    ['after its time', HOUR],
  ])('comes once when the publisher is started again %s', async (_, by) => {
    await begin(open, record('a', embargoed));
    await publisher.stop();
    clock.advance(100 + by);
    await start();
    await passes(100);
    expect(await comes(2)).toEqual([[idOf('a')], FIRST]);
    await publisher.stop();
    await start();
    await passes(100);
    expect(await comes(2)).toEqual([[idOf('a')], FIRST]);
    await expectPublished(logs.world, desk.recorded);
  });

  it.each<[string, Step, Step]>([
    ['a killed story', act.kill(null), act.reinstate(null)],
    ['a story that was taken down', act.takeDown(null), act.reinstate(null)],
    ['a closed story', act.close, act.reopen],
    ['a killed development', act.kill('a'), act.reinstate('a')],
    ['a development that was taken down', act.takeDown('a'), act.reinstate('a')],
    ['a retracted development', act.retract('a'), act.revokeRetraction('a')],
  ])('stops for %s, also across a restart, and resumes when that is undone', async (_, end, undone) => {
    await begin(open, record('a', embargoed));
    await desk.does(end);
    await logs.published(publisher);
    await passes(200);
    await publisher.stop();
    await start();
    await passes(50);
    expect([desk.asked, await types()]).toEqual([[], []]);
    expect(publisher.health).toMatchObject({ ok: true, reason: null });
    await desk.does(undone);
    expect(await comes(2)).toEqual([[idOf('a')], FIRST]);
    await expectPublished(logs.world, desk.recorded);
  });

  it('reports the refusal of the desk, and retries', async () => {
    await begin(open, record('a', embargoed));
    desk.refusal = 'The volume is full.';
    await passes(100);
    for (let i = 0; i < 100 && desk.asked.length === 0; i++) await pause(50);
    expect(publisher.health).toMatchObject({
      ok: true,
      reason: `A release in story ${desk.recorded.story.id} waits: The volume is full.`,
    });
    desk.refusal = null;
    await publisher.stop();
    await start();
    expect((await comes(2))[1]).toEqual(FIRST);
    expect(publisher.health.reason).toBeNull();
  });

  describe('when the clock jumps', () => {
    it.each([
      ['forward', 2 * HOUR, 'The clock jumped forward by 2 hours'],
      ['back', -2 * HOUR, 'The clock jumped back by 2 hours'],
    ])('%s, stops and says so; what an editor releases is published', async (_, by, doubt) => {
      await begin(open, record('a', embargoed), record('b', embargoed));
      clock.set(clock.now() + by);
      await desk.does(act.classify('medtop:1'));
      await passes(200);
      expect([desk.asked, await types()]).toEqual([[], []]);
      const reason = expect.stringMatching(
        `^${doubt}. Since .* 2 embargoes wait\\. .* confirm it: `,
      ) as string;
      expect(publisher.health).toMatchObject({ ok: false, caughtUp: true, reason });
      await desk.does(release('b'));
      await logs.published(publisher);
      expect([desk.asked, await types()]).toEqual([[], FIRST]);
    });

    it('and back again, resumes', async () => {
      await begin(open, record('a', embargoed));
      clock.set(clock.now() + HOUR);
      expect(publisher.health.ok).toBe(false);
      clock.set(clock.now() - HOUR);
      expect(publisher.health).toMatchObject({ ok: true, reason: null });
      await desk.does(act.classify('medtop:1'));
      await passes(100);
      expect((await comes(2))[1]).toEqual(FIRST);
    });

    it.each([-HOUR, 25 * HOUR])('by %i ms while nothing runs, stops until the clock is right', async (by) => {
      await begin(open, record('a', embargoed));
      await publisher.stop();
      expect(JSON.parse(readFileSync(logs.checkpoint, 'utf8'))).toMatchObject({ seen: FILED });
      clock.set(FILED + by);
      for (let starts = 0; starts < 2; starts += 1) {
        await start();
        await passes(200);
        expect(publisher.health.ok).toBe(false);
        expect(publisher.health.reason).toMatch(
          /^The clock jumped (?:back|forward) by .* and 1 embargo waits\./,
        );
        await publisher.stop();
      }
      expect([desk.asked, await types()]).toEqual([[], []]);
      clock.set(clock.now() - by);
      await start();
      expect(publisher.health.ok).toBe(true);
      expect((await comes(2))[1]).toEqual(FIRST);
    });
  });

  it('is only a little late on the real clock', async () => {
    const many = 20;
    const machine = new SystemClock();
    // Everything is recorded by then, even on a busy machine.
    const first = machine.now() + 2_000;
    const steps = Array.from({ length: many }, (_, i) =>
      record(`${i}`, { release: { embargoedUntil: first + 10 * i } }, { at: START }),
    );
    desk = new Desk(logs, recordAll([open, ...steps]));
    publisher = logs.publisher({ clock: machine, release: desk.release });
    await publisher.start();
    await logs.write(desk.recorded);
    await pause(first - machine.now());
    await comes(many + 1);
    const found = (await foundIn(logs.world, desk.recorded)).slice(1);
    const late = found.map((e, i) => e.at - (first + 10 * i)).sort((a, b) => a - b);
    expect(late).toHaveLength(many);
    expect(late[0]).toBeGreaterThanOrEqual(0);
    // On an idle machine it is a few milliseconds.
    expect(late[many / 2]).toBeLessThan(1_000);
  });
});
