import fc from 'fast-check';
import { ManualClock } from '#event-store/contract';
import { Presence, type Doing, type Entry, type Present } from './presence.js';

const person = (id: string, session: string): Present => ({ id, kind: 'person', session });
const [A, B] = [person('a', 'browser-1'), person('b', 'browser-2')];

let clock: ManualClock;
let presence: Presence;
beforeEach(() => {
  clock = new ManualClock('2026-12-01T12:00:00Z');
  presence = new Presence(clock);
});

const present = (story = 'talks'): string[] => presence.in(story).map(({ who }) => who.id);

it('ends 60 seconds after the last report', () => {
  presence.enter('talks', A, 'reading');
  clock.advance(59_999);
  expect(present()).toEqual(['a']);
  presence.enter('talks', A, 'reading');
  clock.advance(59_999);
  expect(present()).toEqual(['a']);
  clock.advance(1);
  expect(present()).toEqual([]);
});

it('ends although the clock is set back, and not earlier although it is set ahead', () => {
  presence.enter('talks', A, 'reading');
  clock.set('2027-01-01T12:00:00Z');
  expect(present()).toEqual(['a']);
  clock.set('2020-01-01T12:00:00Z');
  presence.enter('talks', B, 'reading');
  clock.advance(60_000);
  expect(present()).toEqual([]);
});

it('keeps the time at which somebody came, and says what he or she does now', () => {
  const since = clock.now();
  presence.enter('talks', A, 'reading');
  clock.advance(20_000);
  presence.enter('talks', A, 'writing');
  expect(presence.in('talks')).toMatchObject([{ doing: 'writing', since }]);
});

it('ends at once for who leaves, in that story only', () => {
  for (const story of ['talks', 'election']) presence.enter(story, A, 'reading');
  presence.enter('talks', B, 'reading');
  presence.leave('talks', A);
  expect([present(), present('election')]).toEqual([['b'], ['a']]);
});

it('keeps one browser in at most 20 stories: those that it reported last', () => {
  for (let i = 0; i < 30; i += 1) presence.enter(`story-${i}`, A, 'reading');
  const stories = Array.from({ length: 30 }, (_, i) => present(`story-${i}`).length);
  expect(stories).toEqual([...Array<number>(10).fill(0), ...Array<number>(20).fill(1)]);
});

it('agrees with a list of all reports', () => {
  const act = fc.record({
    story: fc.constantFrom('talks', 'election'),
    who: fc.constantFrom(A, B, person('a', 'browser-3')),
    doing: fc.constantFrom<Doing | null>('reading', 'writing', null),
    after: fc.integer({ min: 0, max: 70_000 }),
    jump: fc.integer({ min: -100_000, max: 100_000 }),
  });
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const ours = new ManualClock('2026-12-01T12:00:00Z');
      const tested = new Presence(ours);
      const last = new Map<string, { doing: Doing; story: string; at: number }>();
      for (const { story, who, doing, after, jump } of acts) {
        ours.advance(after);
        ours.set(ours.now() + jump);
        const key = `${story} ${String(who.session)}`;
        if (doing === null) {
          tested.leave(story, who);
          last.delete(key);
        } else {
          tested.enter(story, who, doing);
          last.set(key, { doing, story, at: ours.monotonic() });
        }
        const name = ({ who: { session }, doing: does }: Entry): string => `${String(session)} ${does}`;
        const expected = [...last].filter(
          ([, one]) => one.story === story && ours.monotonic() - one.at < 60_000,
        );
        expect(tested.in(story).map(name).sort()).toEqual(
          expected.map(([of, one]) => `${of.split(' ')[1]} ${one.doing}`).sort(),
        );
      }
    }),
  );
});
