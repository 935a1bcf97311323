import { ManualClock } from '#event-store/contract';
import { BackupSchedule } from './schedule.js';

const HOUR = 3_600_000;
const BEGIN = Date.parse('2026-11-29T08:00:00.000Z');

function scheduled(last: number | null) {
  const clock = new ManualClock('2026-11-29T08:00:00.000Z');
  const logged: string[] = [];
  const work = {
    taken: 0,
    fails: false,
    last: () => last,
    take: async () => {
      if (work.fails) throw new Error('/backups has no room left');
      work.taken += 1;
      return clock.now();
    },
    stop: async () => {},
  };
  const schedule = new BackupSchedule(work, HOUR, clock, (why) => logged.push(why));
  const after = async (milliseconds: number): Promise<void> => {
    clock.advance(milliseconds);
    await schedule.check();
  };
  return { schedule, work, logged, after };
}

it('takes the first backup at once, and the next after the interval', async () => {
  const { schedule, work, after } = scheduled(null);
  expect(schedule.health).toEqual({ ok: true, lastAt: null, detail: 'none yet' });
  await after(0);
  expect(work.taken).toBe(1);
  await after(HOUR - 1);
  expect(work.taken).toBe(1);
  await after(1);
  expect(work.taken).toBe(2);
  const lastAt = BEGIN + HOUR;
  expect(schedule.health).toEqual({
    ok: true,
    lastAt,
    detail: 'the last was taken at 2026-11-29T09:00:00.000Z',
  });
});

it('counts the interval from the newest backup in the folder', async () => {
  const { work, after } = scheduled(BEGIN - HOUR / 2);
  await after(HOUR / 4);
  expect(work.taken).toBe(0);
  await after(HOUR / 4);
  expect(work.taken).toBe(1);
});

it('takes a backup if the newest one is from the future', async () => {
  const { work, after } = scheduled(BEGIN + 24 * HOUR);
  await after(0);
  expect(work.taken).toBe(1);
});

it('reports a failed backup, with its path only in the log, and retries after a minute', async () => {
  const { schedule, work, logged, after } = scheduled(BEGIN - HOUR / 2);
  work.fails = true;
  await after(HOUR / 2);
  expect(schedule.health).toEqual({
    ok: false,
    lastAt: BEGIN - HOUR / 2,
    detail: 'The last backup failed, and the log says why; the last was taken at 2026-11-29T07:30:00.000Z',
  });
  expect(logged).toEqual(['/backups has no room left']);
  await after(59_999);
  expect(logged).toHaveLength(1);
  work.fails = false;
  await after(1);
  expect([work.taken, schedule.health.ok]).toEqual([1, true]);
});

it('reports an overdue backup, such as one that does not end', () => {
  const clock = new ManualClock('2026-11-29T08:00:00.000Z');
  const never = new Promise<number>(() => undefined);
  const work = { last: () => BEGIN, take: () => never, stop: async () => {} };
  const schedule = new BackupSchedule(work, HOUR, clock, () => {});
  clock.advance(2 * HOUR);
  void schedule.check();
  expect(schedule.health.ok).toBe(true);
  clock.advance(1);
  expect(schedule.health).toEqual({
    ok: false,
    lastAt: BEGIN,
    detail: 'overdue; the last was taken at 2026-11-29T08:00:00.000Z',
  });
});
