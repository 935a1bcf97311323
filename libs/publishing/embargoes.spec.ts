import fc from 'fast-check';
import { ManualClock } from '#event-store/contract';
import { emptyStory, evolve, scheduledId, type Release, type Story, type StoryEvent } from '#story';
import { Embargoes, type Due } from './embargoes.js';
import { TrustedClock } from './trusted-clock.js';

const START = Date.parse('2016-12-01T08:00:00.000Z');
const MINUTE = 60_000;

const storyOf = (...events: readonly StoryEvent[]): Story =>
  events.reduce(
    (story, event, revision) =>
      evolve(story, {
        id: `event ${revision}`,
        revision,
        recordedAt: START,
        recordedBy: null,
        importedAt: null,
        event,
      }),
    emptyStory,
  );
const opened = (story = 'aleppo-talks'): StoryEvent => ({
  type: 'StoryOpened',
  story,
  slug: story,
  language: 'en',
  headline: { en: 'Secret talks on Aleppo' },
  lede: null,
  topics: [],
  places: [],
});
const recorded = (id: string, release: Release): StoryEvent => ({
  type: 'ReportRecorded',
  development: {
    id,
    kind: 'report',
    text: { en: 'A report' },
    attribution: [],
    claims: [],
    assertions: [],
    raises: [],
    answers: [],
    publishes: [],
    occurred: null,
    reportedAt: null,
    place: null,
    significance: 'minor',
    release,
    evidence: [],
  },
});
const until = (minutes: number): { readonly embargoedUntil: number } => ({
  embargoedUntil: START + minutes * MINUTE,
});
const notice = { en: 'Killed' };
const WRONG = { grounds: 'wrong', claims: [], publishes: [] } as const;

describe('embargoes', () => {
  let clock: ManualClock;
  let asked: string[];
  let refusal: string | null;
  let trusted: TrustedClock;
  let embargoes: Embargoes;

  beforeEach(() => {
    jest.useFakeTimers();
    clock = new ManualClock(START);
    asked = [];
    refusal = null;
    trusted = new TrustedClock(clock);
    embargoes = new Embargoes(trusted, async (due: Due) => {
      const minute = (clock.now() - START) / MINUTE;
      asked.push(`${nameOf(due)} at ${minute}`);
      if (refusal) throw new Error(refusal);
    });
    embargoes.start();
  });
  afterEach(async () => {
    await embargoes.close();
    jest.useRealTimers();
  });

  /** Lets time pass on the clock and for the timers, a second at a time. */
  const pass = async (minutes: number): Promise<void> => {
    for (let i = 0; i < minutes * 60; i++) {
      clock.advance(1_000);
      await jest.advanceTimersByTimeAsync(1_000);
    }
  };

  it('request what is due at the right time: developments, headlines and ledes', async () => {
    const text = { en: 'New words' };
    const story = storyOf(
      opened(),
      recorded('b', until(3)),
      recorded('a', until(2)),
      { type: 'HeadlineRevised', headline: text, release: until(4) },
      { type: 'LedeRevised', lede: text, release: until(5) },
      recorded('held', 'held'),
      recorded('now', 'now'),
    );
    embargoes.update('story-aleppo-talks', story);
    expect(embargoes.streams).toEqual(['story-aleppo-talks']);
    await pass(1.9);
    expect(asked).toEqual([]);
    await pass(3.2);
    const first = asked.filter((a, i) => asked.findIndex((b) => b.split(' ')[0] === a.split(' ')[0]) === i);
    expect(first).toEqual(['a at 2', 'b at 3', 'headline-3 at 4', 'lede-4 at 5']);
  });

  it('request an earlier release that is added later, also after a look at the clock', async () => {
    embargoes.update('story-a', storyOf(opened('a'), recorded('far', until(60))));
    await pass(1.5);
    embargoes.update('story-b', storyOf(opened('b'), recorded('near', until(1.75))));
    await pass(0.5);
    expect(asked[0]).toBe('near at 1.75');
  });

  it('lose no time where a timer fires a little early', async () => {
    embargoes.update('story-a', storyOf(opened('a'), recorded('a', until(1))));
    clock.advance(MINUTE - 2);
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(asked).toEqual([]);
    clock.advance(2);
    await jest.advanceTimersByTimeAsync(2);
    expect(asked).toHaveLength(1);
  });

  it('do not delay a release because another one is refused', async () => {
    refusal = 'No.';
    embargoes.update(
      'story-a',
      storyOf(opened('a'), recorded('a', until(1)), recorded('b', until(1 + 2 / 60))),
    );
    await pass(1 + 3 / 60);
    expect(asked.map((a) => a.split(' ')[0])).toEqual(['a', 'b']);
  });

  it.each<[string, StoryEvent]>([
    ['was killed', { type: 'StoryKilled', grounds: 'wrong', reason: 'x', notice }],
    [
      'was taken down',
      { type: 'StoryTakenDown', grounds: 'legal', reason: 'x', notice, authority: 'a court' },
    ],
    ['is closed', { type: 'StoryClosed', reason: null }],
  ])('request nothing in a story that %s', async (_, end) => {
    const events = [opened(), recorded('a', until(2))];
    embargoes.update('story-aleppo-talks', storyOf(...events));
    embargoes.update('story-aleppo-talks', storyOf(...events, end));
    expect(embargoes.streams).toEqual([]);
    await pass(3);
    expect(asked).toEqual([]);
  });

  it('request a release at its time in a closed story that keeps its schedule', async () => {
    const events = [opened(), recorded('a', until(2))];
    embargoes.update('story-aleppo-talks', storyOf(...events));
    embargoes.update(
      'story-aleppo-talks',
      storyOf(...events, { type: 'StoryClosed', reason: null, scheduled: 'comes' }),
    );
    await pass(3);
    expect(new Set(asked.map((a) => a.split(' ')[0]))).toEqual(new Set(['a']));
  });

  it.each<[string, StoryEvent, StoryEvent]>([
    [
      'retracted',
      { type: 'DevelopmentRetracted', development: 'a', by: 'us', reason: 'x' },
      { type: 'RetractionRevoked', development: 'a', reason: 'x' },
    ],
    [
      'killed',
      { type: 'DevelopmentKilled', development: 'a', ...WRONG, reason: 'x', notice },
      { type: 'DevelopmentReinstated', development: 'a', reason: 'x' },
    ],
  ])('request nothing that was %s, and request it once that is undone', async (_, end, undone) => {
    const events = [opened(), recorded('a', until(2)), end];
    embargoes.update('story-aleppo-talks', storyOf(...events));
    await pass(3);
    expect(asked).toEqual([]);
    embargoes.update('story-aleppo-talks', storyOf(...events, undone));
    await jest.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['a at 3']);
  });

  it('retry a refused release and say why, until it is no longer pending', async () => {
    refusal = 'The claim is not public.';
    const events = [opened(), recorded('a', until(1))];
    embargoes.update('story-aleppo-talks', storyOf(...events));
    expect(embargoes.health).toEqual({ ok: true, waiting: 1, reason: null });
    await pass(1.5);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThan(10);
    const reason = 'A release in story aleppo-talks waits: The claim is not public.';
    expect(embargoes.health).toEqual({ ok: true, waiting: 1, reason });
    embargoes.update(
      'story-aleppo-talks',
      storyOf(...events, { type: 'DevelopmentKilled', development: 'a', ...WRONG, reason: 'x', notice }),
    );
    expect(embargoes.health).toEqual({ ok: true, waiting: 0, reason: null });
  });

  it('forget a refusal once the release succeeds', async () => {
    refusal = 'The desk is busy.';
    embargoes.update('story-a', storyOf(opened('a'), recorded('a', until(1))));
    await pass(1.1);
    refusal = null;
    await pass(0.2);
    expect(embargoes.health.reason).toBeNull();
  });

  it('request nothing once closed', async () => {
    embargoes.update('story-a', storyOf(opened('a'), recorded('a', until(1))));
    await embargoes.close();
    embargoes.update('story-b', storyOf(opened('b'), recorded('b', until(1))));
    await pass(2);
    expect(asked).toEqual([]);
  });

  it('release everything that ends at the same moment at once, in the order of recording', async () => {
    const ids = Array.from({ length: 20 }, (_, i) => `${(i * 7) % 20}`);
    embargoes.update('story-a', storyOf(opened('a'), ...ids.map((id) => recorded(id, until(1)))));
    await pass(1);
    expect(asked).toEqual(ids.map((id) => `${id} at 1`));
  });

  it('retry a refused release at once, when another one succeeded meanwhile', async () => {
    const released: string[] = [];
    const needs = { a: 'b', b: 'c', c: null, d: 'x' } as const;
    const strict = new Embargoes(trusted, async (due) => {
      if (due.what !== 'development') return;
      const need = needs[due.development as keyof typeof needs];
      if (need !== null && !released.includes(need)) throw new Error(`${need} is not public.`);
      released.push(due.development);
    });
    strict.start();
    const all = Object.keys(needs).map((id) => recorded(id, until(1)));
    strict.update('story-s', storyOf(opened('s'), ...all));
    await pass(1);
    expect(released).toEqual(['c', 'b', 'a']);
    expect(strict.health.reason).toBe('A release in story s waits: x is not public.');
    await strict.close();
  });

  it('look at the clock only now and then while an embargo is years away', async () => {
    let looks = 0;
    const slow = new (class extends ManualClock {
      override now(): number {
        looks += 1;
        return super.now();
      }
    })(START);
    const patient = new Embargoes(new TrustedClock(slow), () => Promise.reject(new Error('Not yet.')));
    patient.start();
    patient.update('story-a', storyOf(opened('a'), recorded('a', until(3 * 365 * 24 * 60))));
    for (let i = 0; i < 60; i++) {
      slow.advance(1_000);
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(looks).toBeLessThan(20);
    expect(patient.health).toEqual({ ok: true, waiting: 1, reason: null });
    await patient.close();
  });

  it('add each of ten thousand releases of one story as fast as the first, and request all of them in time', async () => {
    const many = 10_000;
    let story = storyOf(opened('a'));
    const begun = jest.getRealSystemTime();
    for (let i = 0; i < many; i++) {
      const event = recorded(`${i}`, until(1));
      story = evolve(story, {
        id: `${i}`,
        revision: i + 1,
        recordedAt: START,
        recordedBy: null,
        importedAt: null,
        event,
      });
      embargoes.update('story-a', story, event);
    }
    await pass(1);
    // A search through all of them for each would take minutes.
    expect(jest.getRealSystemTime() - begun).toBeLessThan(10_000);
    expect(asked).toHaveLength(many);
  });

  describe('when the clock jumps', () => {
    const stream = 'story-aleppo-talks';
    const events = [opened(), recorded('a', until(30)), recorded('b', until(90)), recorded('c', until(90))];
    const jump = (minutes: number): void => clock.set(clock.now() + minutes * MINUTE);
    beforeEach(async () => {
      embargoes.update(stream, storyOf(...events));
      await pass(1);
    });

    it('forward, release nothing early, say so, and drop what an editor releases', async () => {
      jump(120);
      await pass(2);
      expect(asked).toEqual([]);
      const reason = (many: string): string =>
        `The clock jumped forward by 2 hours. Since 2016-12-01T08:01:00.000Z nothing is released by time, and ${many}. Events are recorded with the time of the trusted clock, now 2016-12-01T08:03:00.000Z. ` +
        'Correct the clock. If it is right, confirm it: POST /desk/v1/clock/confirmation. Release by hand what cannot wait.';
      expect(embargoes.health).toEqual({ ok: false, waiting: 3, reason: reason('3 embargoes wait') });
      const by = { cause: 'editor', publishes: [] } as const;
      const one: StoryEvent = { type: 'DevelopmentReleased', development: 'a', ...by };
      const two: StoryEvent = { type: 'DevelopmentReleased', development: 'b', ...by };
      embargoes.update(stream, storyOf(...events, one), one);
      embargoes.update(stream, storyOf(...events, one, two), two);
      expect(embargoes.health.reason).toBe(reason('1 embargo waits'));
      await pass(120);
      expect(asked).toEqual([]);
    });

    it('back, release nothing by the old or the new time, and say so', async () => {
      jump(-60);
      await pass(91);
      expect(asked).toEqual([]);
      expect(embargoes.health.reason).toMatch(
        /^The clock jumped back by 60 minutes. Since 2016-12-01T08:01:00.000Z nothing is released by time/,
      );
    });

    it.each([120, -60])('by %i minutes and back again, release at the right time', async (by) => {
      jump(by);
      await pass(5);
      jump(-by);
      await pass(23.9);
      expect(asked).toEqual([]);
      expect(embargoes.health.ok).toBe(true);
      await pass(0.15);
      expect(asked).toEqual(['a at 30']);
    });

    it.each([120, -60])(
      'by %i minutes, stay in doubt after a restart, until an editor confirms the clock',
      async (by) => {
        jump(by);
        await pass(1);
        const next = new TrustedClock(clock);
        next.start(trusted.seen);
        const again = new Embargoes(next, async () => void asked.push('again'));
        again.start();
        again.update(stream, storyOf(...events));
        await pass(1);
        expect([asked, again.health.ok]).toEqual([[], false]);
        expect(next.confirm(clock.now(), 1_000)).toBe(true);
        again.checkClock();
        await pass(0.05);
        expect(again.health.ok).toBe(true);
        expect(asked).toHaveLength(by > 0 ? 3 : 0);
        await again.close();
      },
    );

    it('during a reboot of hours, wait for a confirmation, also with later embargoes', async () => {
      await embargoes.close();
      const { seen } = trusted;
      clock.off(25 * 60 * MINUTE);
      const next = new TrustedClock(clock);
      next.start(seen);
      const again = new Embargoes(next, async ({ story }) => void asked.push(story));
      again.start();
      again.update(stream, storyOf(...events));
      again.update('story-b', storyOf(opened('b'), recorded('later', until(26 * 60))));
      await pass(120);
      expect([asked, again.health.ok]).toEqual([[], false]);
      expect(again.health.reason).toMatch(
        /^The machine was off for 25 hours according to its clock, .* and 4 embargoes wait\./,
      );
      expect(next.confirm(clock.now(), 1_000)).toBe(true);
      again.checkClock();
      await pass(0.05);
      expect(asked).toEqual(['aleppo-talks', 'aleppo-talks', 'aleppo-talks', 'b']);
      await again.close();
    });
  });

  it('release everything that may be released in time, never early, and once, whatever editors do', async () => {
    const [a, b, c] = ['a', 'b', 'c'];
    const reason = 'x';
    const one = fc.constantFrom(a, b, c);
    const happening: fc.Arbitrary<StoryEvent> = fc.oneof(
      fc.constantFrom<StoryEvent>(
        { type: 'StoryKilled', grounds: 'wrong', reason, notice },
        { type: 'StoryTakenDown', grounds: 'legal', reason, notice, authority: 'a court' },
        { type: 'StoryReinstated', reason },
        { type: 'StoryReinstated', reason },
        { type: 'StoryClosed', reason },
        { type: 'StoryReopened', reason },
        { type: 'HeadlineRevised', headline: notice, release: until(2) },
        { type: 'HeadlineRevised', headline: { en: 'Another' }, release: until(3) },
        { type: 'HeadlineRevised', headline: { en: 'A fix' }, release: 'now' },
        { type: 'HeadlineRevised', headline: notice, release: 'held' },
        { type: 'ReleaseRescheduled', of: 'headline', was: until(2), is: until(3.5), reason },
        { type: 'ReleaseRescheduled', of: 'headline', was: until(3), is: 'cancelled', reason },
        { type: 'ReleaseRescheduled', of: 'headline', was: 'held', is: until(5), reason },
        { type: 'LedeRevised', lede: notice, release: until(4) },
      ),
      one.chain((development) =>
        fc.constantFrom<StoryEvent>(
          { type: 'DevelopmentKilled', development, ...WRONG, reason, notice },
          { type: 'DevelopmentReinstated', development, reason },
          { type: 'DevelopmentRetracted', development, by: 'us', reason },
          { type: 'RetractionRevoked', development, reason },
          { type: 'DevelopmentReleased', development, cause: 'editor', publishes: [] },
        ),
      ),
    );
    const step = fc.oneof(happening, fc.constantFrom('a while', 'a jump', 'it is taken back'));
    let [released, late] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        clock = new ManualClock(START);
        let story = storyOf(opened(), recorded(a, until(1)), recorded(b, until(3)), recorded(c, 'held'));
        let off = 0;
        // The release function must not throw: that would be a refusal.
        const wrong: string[] = [];
        const happens = (event: StoryEvent): void => {
          const revision = story.revision + 1;
          const log = { id: `${revision}`, recordedAt: START, recordedBy: null, importedAt: null };
          story = evolve(story, { ...log, revision, event });
          newsroom.update('story-aleppo-talks', story, event);
        };
        const true_ = (): number => START + clock.monotonic();
        const stopped = (): boolean => story.withheld !== null || story.status === 'closed';
        const overdue = (): readonly string[] => [
          ...story.scheduled.filter(({ release }) => isOver(release, true_())).map(scheduledId),
          ...[a, b, c].filter((id) => {
            const state = story.developments.get(id)!;
            const may = state.releasedAt === null && !state.retracted && !state.withheld;
            return may && isOver(state.development.release, true_());
          }),
        ];
        const newsroom = new Embargoes(new TrustedClock(clock), async (due) => {
          const what = nameOf(due);
          if (stopped() || off !== 0 || !overdue().includes(what)) wrong.push(what);
          released += 1;
          if (due.what === 'development')
            happens({ type: 'DevelopmentReleased', development: what, cause: 'embargo', publishes: [] });
          else {
            const { text } = story.scheduled.find((one) => scheduledId(one) === what)!;
            if (due.what === 'headline') happens({ type: 'HeadlineRevised', headline: text, release: 'now' });
            else happens({ type: 'LedeRevised', lede: text, release: 'now' });
          }
        });
        newsroom.start();
        newsroom.update('story-aleppo-talks', story);
        for (const what of steps) {
          if (typeof what === 'object') happens(what);
          if (what === 'a jump' && off === 0) off = 7 * MINUTE;
          if (what === 'it is taken back') off = 0;
          clock.set(true_() + off);
          if (what === 'a while') await pass(0.5);
          await pass(11 / 60);
          const stops = stopped() || off !== 0;
          if (stops) late += overdue().length;
          expect([wrong, stops ? [] : overdue()]).toEqual([[], []]);
        }
        await newsroom.close();
      }),
      { numRuns: 100 },
    );
    expect(Math.min(released, late)).toBeGreaterThan(20);
  });
});

const nameOf = (due: Due): string => (due.what === 'development' ? due.development : scheduledId(due));

const isOver = (release: Release | undefined, now: number): boolean =>
  typeof release === 'object' && release.embargoedUntil <= now;
