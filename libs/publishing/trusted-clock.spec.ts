import fc from 'fast-check';
import { ManualClock } from '#event-store/contract';
import { TrustedClock } from './trusted-clock.js';

const NOON = Date.parse('2016-12-01T12:00:00.000Z');
const SECOND = 1_000;
const HOUR = 3_600_000;

describe('the clock by which things are released', () => {
  let wall: ManualClock;
  let clock: TrustedClock;
  beforeEach(() => {
    wall = new ManualClock(NOON);
    clock = new TrustedClock(wall, null);
    clock.now();
  });
  const jump = (by: number): void => wall.set(wall.now() + by);

  it('is the wall clock, while that goes as the monotonic clock does', () => {
    for (const passed of [0, 1, 10 * SECOND, HOUR]) {
      wall.advance(passed);
      expect(clock.now()).toBe(wall.now());
    }
    expect(clock.doubt).toBeNull();
  });

  it('is not in doubt after a pause of the process, in which both clocks go on', () => {
    wall.advance(1_000 * HOUR);
    expect(clock.now()).toBe(wall.now());
  });

  it.each([
    [3 * SECOND, 'The clock jumped forward by 3 seconds, or the machine slept'],
    [-3 * SECOND, 'The clock jumped back by 3 seconds'],
    [10 * 60 * SECOND, 'The clock jumped forward by 10 minutes, or the machine slept'],
    [-5 * HOUR, 'The clock jumped back by 5 hours'],
    [60 * 24 * HOUR, 'The clock jumped forward by 60 days, or the machine slept'],
  ])('tells no time once the wall clock jumped by %i ms, and how far and where it jumped', (by, doubt) => {
    wall.advance(HOUR);
    clock.now();
    jump(by);
    expect(clock.now()).toBeNull();
    expect(clock.doubt).toBe(doubt);
    wall.advance(100 * HOUR);
    expect(clock.now()).toBeNull();
    expect(clock.doubt).toBe(doubt);
  });

  it.each([HOUR, -HOUR])('tells the time again when a jump of %i ms is taken back', (by) => {
    jump(by);
    expect(clock.now()).toBeNull();
    wall.advance(HOUR);
    jump(-by);
    expect(clock.now()).toBe(wall.now());
    expect(clock.doubt).toBeNull();
  });

  it('takes a leap second, and is ahead of neither clock meanwhile', () => {
    jump(-SECOND);
    expect(clock.now()).toBe(wall.now());
    wall.advance(HOUR);
    expect(clock.now()).toBe(wall.now());
    jump(SECOND);
    expect(clock.now()).toBe(wall.now() - SECOND);
    wall.advance(HOUR);
    expect(clock.now()).toBe(wall.now());
  });

  it('follows a wall clock that is slewed or drifts, for years', () => {
    for (let day = 0; day < 1_000; day++) {
      wall.advance(24 * HOUR);
      jump(24 * HOUR * 0.0004);
      expect(clock.now()).toBe(wall.now());
    }
  });

  it('does not follow small steps without end', () => {
    for (let i = 0; i < 60; i++) {
      wall.advance(10 * SECOND);
      jump(SECOND);
      clock.now();
    }
    expect(clock.doubt).toMatch(/jumped forward/);
  });

  it('whatever becomes of the wall clock, is never ahead of it, nor by a jump ahead of the time that passed', () => {
    const step = fc.record({
      passes: fc.nat({ max: HOUR }),
      jumps: fc.oneof(fc.constant(0), fc.integer({ min: -3_000, max: 3_000 }), fc.integer()),
    });
    let [told, doubted] = [0, 0];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const wild = new ManualClock(NOON);
        const trusted = new TrustedClock(wild, null);
        trusted.now();
        for (const { passes, jumps } of steps) {
          wild.advance(passes);
          wild.set(wild.now() + jumps);
          const now = trusted.now();
          if (now === null) doubted += 1;
          else told += 1;
          expect(trusted.doubt === null).toBe(now !== null);
          const most = Math.min(wild.now(), NOON + wild.monotonic() * 1.0005 + 0.001);
          expect(now ?? -Infinity).toBeLessThanOrEqual(most);
        }
      }),
    );
    expect(Math.min(told, doubted)).toBeGreaterThan(100);
  });

  describe('at its start', () => {
    const started = (seen: number | null): TrustedClock => new TrustedClock(wall, seen);

    it('takes the wall clock as it is, where nothing is known of earlier', () => {
      const fresh = started(null);
      wall.advance(HOUR);
      expect(fresh.now()).toBe(wall.now());
    });

    it('takes a wall clock that went on, however far: nobody can tell for how long nothing ran', () => {
      expect(started(NOON - 1_000 * HOUR).now()).toBe(NOON);
      expect(started(NOON).now()).toBe(NOON);
    });

    it('doubts a wall clock that is behind what it was, until it is right', () => {
      const late = started(NOON + HOUR);
      wall.advance(SECOND);
      expect(late.now()).toBeNull();
      expect(late.doubt).toBe('The clock is 60 minutes behind the time at which Dateline ran last');
      wall.advance(2 * HOUR);
      expect(late.now()).toBeNull();
      jump(5 * HOUR);
      expect(late.now()).toBe(wall.now());
      expect(late.doubt).toBeNull();
      jump(HOUR);
      expect(late.now()).toBeNull();
    });
  });

  it('tells the next start a time that had surely come', () => {
    expect(clock.seen).toBe(NOON);
    wall.advance(SECOND);
    jump(HOUR);
    clock.now();
    expect(clock.seen).toBe(NOON + SECOND);
    jump(-3 * HOUR);
    clock.now();
    expect(clock.seen).toBe(NOON + SECOND - 2 * HOUR);
    expect(new TrustedClock(wall, clock.seen).now()).toBe(wall.now());
  });
});
