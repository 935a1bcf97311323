import fc from 'fast-check';
import { ManualClock } from '#event-store/contract';
import { TrustedClock, type LastKnownTime } from './trusted-clock.js';

const NOON = Date.parse('2016-12-01T12:00:00.000Z');
const SECOND = 1_000;
const HOUR = 3_600_000;

describe('the trusted clock', () => {
  let wall: ManualClock;
  let clock: TrustedClock;
  beforeEach(() => {
    wall = new ManualClock(NOON);
    clock = new TrustedClock(wall);
    clock.certain();
  });
  const jump = (by: number): void => wall.set(wall.now() + by);

  it('is the wall clock while that agrees with the monotonic clock', () => {
    for (const passed of [0, 1, 10 * SECOND, HOUR]) {
      wall.advance(passed);
      expect(clock.certain()).toBe(wall.now());
    }
    expect(clock.state.doubt).toBeNull();
  });

  it('is not in doubt after a pause of the process, during which both clocks run', () => {
    wall.advance(1_000 * HOUR);
    expect(clock.certain()).toBe(wall.now());
  });

  it.each([
    [3 * SECOND, 'The clock jumped forward by 3 seconds'],
    [-3 * SECOND, 'The clock jumped back by 3 seconds'],
    [10 * 60 * SECOND, 'The clock jumped forward by 10 minutes'],
    [-5 * HOUR, 'The clock jumped back by 5 hours'],
    [60 * 24 * HOUR, 'The clock jumped forward by 60 days'],
  ])('gives no certain time once the wall clock jumped by %i ms, and describes the jump', (by, doubt) => {
    wall.advance(HOUR);
    clock.certain();
    jump(by);
    expect(clock.certain()).toBeNull();
    expect(clock.state.doubt).toBe(doubt);
    wall.advance(100 * HOUR);
    expect(clock.certain()).toBeNull();
    expect(clock.state.doubt).toBe(doubt);
  });

  it.each([HOUR, -HOUR])('is certain again when a jump of %i ms is undone', (by) => {
    jump(by);
    expect(clock.certain()).toBeNull();
    wall.advance(HOUR);
    jump(-by);
    expect(clock.certain()).toBe(wall.now());
    expect(clock.state.doubt).toBeNull();
  });

  it('accepts a leap second, and is never ahead of either clock', () => {
    jump(-SECOND);
    expect(clock.certain()).toBe(wall.now());
    wall.advance(HOUR);
    expect(clock.certain()).toBe(wall.now());
    jump(SECOND);
    expect(clock.certain()).toBe(wall.now() - SECOND);
    wall.advance(HOUR);
    expect(clock.certain()).toBe(wall.now());
  });

  it('follows a wall clock that is slewed or drifts, for years', () => {
    for (let day = 0; day < 1_000; day++) {
      wall.advance(24 * HOUR);
      jump(24 * HOUR * 0.0004);
      expect(clock.certain()).toBe(wall.now());
    }
  });

  it('does not accept an endless series of small steps', () => {
    for (let i = 0; i < 60; i++) {
      wall.advance(10 * SECOND);
      jump(SECOND);
      clock.certain();
    }
    expect(clock.state.doubt).toMatch(/jumped forward/);
  });

  it('is never ahead of the wall clock or of the passed time, whatever the wall clock does', () => {
    const step = fc.record({
      passes: fc.nat({ max: HOUR }),
      jumps: fc.oneof(fc.constant(0), fc.integer({ min: -3_000, max: 3_000 }), fc.integer()),
    });
    let [certain, doubted] = [0, 0];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const wild = new ManualClock(NOON);
        const trusted = new TrustedClock(wild);
        trusted.certain();
        for (const { passes, jumps } of steps) {
          wild.advance(passes);
          wild.set(wild.now() + jumps);
          const now = trusted.certain();
          if (now === null) doubted += 1;
          else certain += 1;
          expect(trusted.state.doubt === null).toBe(now !== null);
          const most = Math.min(wild.now(), NOON + wild.monotonic() * 1.0005 + 0.001);
          expect(now ?? -Infinity).toBeLessThanOrEqual(most);
        }
      }),
    );
    expect(Math.min(certain, doubted)).toBeGreaterThan(50);
  });

  it('continues after a sleep of the machine, during which its monotonic clock stops', () => {
    for (const slept of [10 * SECOND, HOUR, 30 * HOUR]) {
      wall.sleep(slept);
      expect(clock.certain()).toBe(wall.now());
    }
    wall.sleep(HOUR);
    jump(HOUR);
    expect(clock.certain()).toBeNull();
    expect(clock.state.doubt).toBe('The clock jumped forward by 60 minutes');
  });

  it('cannot distinguish a sleep from a jump where the uptime is unknown', () => {
    const silent = new (class extends ManualClock {
      override sinceBoot(): null {
        return null;
      }
    })(NOON);
    const other = new TrustedClock(silent);
    other.certain();
    silent.sleep(HOUR);
    expect(other.certain()).toBeNull();
    expect(other.state.doubt).toBe('The clock jumped forward by 60 minutes, or the machine slept');
  });

  it.each([25 * HOUR, -25 * HOUR])(
    'records with the last certain time plus the passed time, after a jump of %i ms',
    (by) => {
      wall.advance(HOUR);
      clock.certain();
      jump(by);
      for (const passed of [0, 1, 10 * SECOND, HOUR]) {
        wall.advance(passed);
        expect(clock.now()).toBe(wall.now() - by);
      }
      wall.sleep(HOUR);
      expect(clock.now()).toBe(wall.now() - by);
      expect(clock.state).toMatchObject({ machine: wall.now(), since: NOON + HOUR });
    },
  );

  it('is trusted again only when another clock agrees with it', () => {
    jump(25 * HOUR);
    expect(clock.certain()).toBeNull();
    expect(clock.confirm(NOON, 120 * SECOND)).toBe(false);
    expect(clock.certain()).toBeNull();
    expect(clock.confirm(wall.now() - 100 * SECOND, 120 * SECOND)).toBe(true);
    expect(clock.certain()).toBe(wall.now());
    expect(clock.state).toMatchObject({ doubt: null, since: null });
    jump(HOUR);
    expect(clock.certain()).toBeNull();
  });

  describe('at its start', () => {
    /** The clock of the next run, with the last known time of this one. */
    const started = (seen: LastKnownTime | null, trustedAtStart = false): TrustedClock => {
      const next = new TrustedClock(wall, trustedAtStart);
      next.start(seen);
      return next;
    };

    it('accepts the wall clock where no earlier time is known', () => {
      const fresh = started(null);
      wall.advance(HOUR);
      expect(fresh.certain()).toBe(wall.now());
    });

    it('accepts a clock that agrees with the uptime, however long nothing ran', () => {
      for (const passed of [SECOND, HOUR, 1_000 * HOUR]) {
        const { seen } = clock;
        wall.advance(passed);
        expect(started(seen).certain()).toBe(wall.now());
        wall.sleep(passed);
        expect(started(seen).certain()).toBe(wall.now());
      }
    });

    it.each([
      [25 * HOUR, 'The clock jumped forward by 25 hours'],
      [-HOUR, 'The clock jumped back by 60 minutes'],
    ])('doubts a clock that was set by %i ms while nothing ran, also after more starts', (by, doubt) => {
      wall.advance(HOUR);
      const { seen } = clock;
      wall.advance(5 * HOUR);
      jump(by);
      let late = started(seen);
      for (let i = 0; i < 3; i += 1) {
        expect(late.certain()).toBeNull();
        expect(late.now()).toBe(wall.now() - by);
        expect(late.state.doubt).toBe(doubt);
        wall.advance(SECOND);
        late = started(late.seen);
      }
      jump(-by);
      expect(late.certain()).toBe(wall.now());
    });

    it('accepts a clock after a reboot of minutes; after hours it needs a confirmation', () => {
      const { seen } = clock;
      wall.off(9 * 60 * SECOND);
      expect(started(seen).certain()).toBe(wall.now());
      wall.off(25 * HOUR);
      const late = started(seen);
      expect(late.certain()).toBeNull();
      expect(late.state).toMatchObject({
        doubt: 'The machine was off for 25 hours according to its clock, and nothing confirms that',
        since: NOON,
      });
      wall.advance(HOUR);
      expect(late.now()).toBe(NOON + HOUR);
      expect(late.certain()).toBeNull();
      expect(late.confirm(wall.now(), SECOND)).toBe(true);
      expect(late.certain()).toBe(wall.now());
      expect(started(late.seen).certain()).toBe(wall.now());
    });

    it('accepts any later time that the operator guarantees, but still doubts later jumps', () => {
      const { seen } = clock;
      wall.off(25 * HOUR);
      expect(started(seen, true).certain()).toBe(wall.now());
      jump(25 * HOUR);
      const sure = started(seen, true);
      expect(sure.certain()).toBe(wall.now());
      jump(HOUR);
      expect(sure.certain()).toBeNull();
    });

    it('doubts a wall clock that is behind the last known time, until it is right', () => {
      const { seen } = clock;
      wall.off(-HOUR);
      const late = started(seen);
      wall.advance(SECOND);
      expect(late.certain()).toBeNull();
      expect(late.now()).toBe(NOON + SECOND);
      expect(late.state.doubt).toBe("The clock is 60 minutes behind the time of Dateline's last run");
      wall.advance(2 * HOUR);
      expect(late.certain()).toBeNull();
      jump(HOUR);
      expect(late.certain()).toBe(wall.now());
      jump(HOUR);
      expect(late.certain()).toBeNull();
    });
  });
});
