import { ManualClock } from '#event-store/contract';
import { emptyStory, evolve, type Release, type Story, type StoryEvent } from '#story';
import { Embargoes, type Due } from './embargoes.js';

const START = Date.parse('2016-12-01T08:00:00.000Z');
const MINUTE = 60_000;

const told = (...events: readonly StoryEvent[]): Story =>
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
const until = (minutes: number): Release => ({ embargoedUntil: START + minutes * MINUTE });
const notice = { en: 'Killed' };

describe('embargoes', () => {
  let clock: ManualClock;
  let asked: string[];
  let refusal: string | null;
  let embargoes: Embargoes;

  beforeEach(() => {
    jest.useFakeTimers();
    clock = new ManualClock(START);
    asked = [];
    refusal = null;
    embargoes = new Embargoes(clock, async (due: Due) => {
      const minute = (clock.now() - START) / MINUTE;
      asked.push(`${due.what === 'development' ? due.development : due.what} at ${minute}`);
      if (refusal) throw new Error(refusal);
    });
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

  it('ask for what is due at its time: developments, headlines and ledes', async () => {
    const text = { en: 'New words' };
    const story = told(
      opened(),
      recorded('b', until(3)),
      recorded('a', until(2)),
      { type: 'HeadlineRevised', headline: text, release: until(4) },
      { type: 'LedeRevised', lede: text, release: until(5) },
      recorded('held', 'held'),
      recorded('now', 'now'),
    );
    embargoes.note('story-aleppo-talks', story);
    expect(embargoes.streams).toEqual(['story-aleppo-talks']);
    await pass(1.9);
    expect(asked).toEqual([]);
    await pass(3.2);
    const first = asked.filter((a, i) => asked.findIndex((b) => b.split(' ')[0] === a.split(' ')[0]) === i);
    expect(first).toEqual(['a at 2', 'b at 3', 'headline at 4', 'lede at 5']);
  });

  it('ask for an earlier one that comes later, also after they looked in vain', async () => {
    embargoes.note('story-a', told(opened('a'), recorded('far', until(60))));
    await pass(1.5);
    embargoes.note('story-b', told(opened('b'), recorded('near', until(1.75))));
    await pass(0.5);
    expect(asked[0]).toBe('near at 1.75');
  });

  it('lose no time where a timer goes off a little early', async () => {
    embargoes.note('story-a', told(opened('a'), recorded('a', until(1))));
    clock.advance(MINUTE - 2);
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(asked).toEqual([]);
    clock.advance(2);
    await jest.advanceTimersByTimeAsync(2);
    expect(asked).toHaveLength(1);
  });

  it('do not have one wait for another that is refused', async () => {
    refusal = 'No.';
    embargoes.note('story-a', told(opened('a'), recorded('a', until(1)), recorded('b', until(1 + 2 / 60))));
    await pass(1 + 3 / 60);
    expect(asked.map((a) => a.split(' ')[0])).toEqual(['a', 'b']);
  });

  it.each<[string, StoryEvent]>([
    ['was killed', { type: 'StoryKilled', reason: 'x', notice }],
    ['was taken down', { type: 'StoryTakenDown', reason: 'x', notice, authority: 'a court' }],
    ['is closed', { type: 'StoryClosed', reason: null }],
  ])('ask for nothing in a story that %s', async (_, end) => {
    const events = [opened(), recorded('a', until(2))];
    embargoes.note('story-aleppo-talks', told(...events));
    embargoes.note('story-aleppo-talks', told(...events, end));
    expect(embargoes.streams).toEqual([]);
    await pass(3);
    expect(asked).toEqual([]);
  });

  it.each<[string, StoryEvent, StoryEvent]>([
    [
      'retracted',
      { type: 'DevelopmentRetracted', development: 'a', by: 'us', reason: 'x' },
      { type: 'RetractionRevoked', development: 'a', reason: 'x' },
    ],
    [
      'killed',
      { type: 'DevelopmentKilled', development: 'a', reason: 'x', notice },
      { type: 'DevelopmentReinstated', development: 'a', reason: 'x' },
    ],
  ])('ask for nothing that was %s, and for it again once that is undone', async (_, end, undone) => {
    const events = [opened(), recorded('a', until(2)), end];
    embargoes.note('story-aleppo-talks', told(...events));
    await pass(3);
    expect(asked).toEqual([]);
    embargoes.note('story-aleppo-talks', told(...events, undone));
    await jest.advanceTimersByTimeAsync(1);
    expect(asked).toEqual(['a at 3']);
  });

  it('ask again for what is refused, say why, and no more once it does not wait', async () => {
    refusal = 'The claim is not public.';
    const events = [opened(), recorded('a', until(1))];
    embargoes.note('story-aleppo-talks', told(...events));
    expect(embargoes.health).toEqual({ waiting: 1, reason: null });
    await pass(1.5);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThan(10);
    const reason = 'A release in story aleppo-talks waits: The claim is not public.';
    expect(embargoes.health).toEqual({ waiting: 1, reason });
    embargoes.note(
      'story-aleppo-talks',
      told(...events, { type: 'DevelopmentKilled', development: 'a', reason: 'x', notice }),
    );
    expect(embargoes.health).toEqual({ waiting: 0, reason: null });
  });

  it('say nothing more of a refusal once the release succeeds', async () => {
    refusal = 'The desk is busy.';
    embargoes.note('story-a', told(opened('a'), recorded('a', until(1))));
    await pass(1.1);
    refusal = null;
    await pass(0.2);
    expect(embargoes.health.reason).toBeNull();
  });

  it('ask for nothing once closed', async () => {
    embargoes.note('story-a', told(opened('a'), recorded('a', until(1))));
    await embargoes.close();
    embargoes.note('story-b', told(opened('b'), recorded('b', until(1))));
    await pass(2);
    expect(asked).toEqual([]);
  });
});
