import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { ManualClock } from '#event-store/contract';
import { Challenges } from './challenges.js';
import type { Credential } from './passkeys.js';
import { Staff } from './staff.js';

const NOON = Date.parse('2026-12-01T12:00:00Z');
const MINUTE = 60_000;

let folder = '';
let clock: ManualClock;
let staff: Staff;
const open = (): Staff =>
  Staff.open(join(folder, 'staff.sqlite'), clock, { total: 1_440 * MINUTE, idle: 60 * MINUTE });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passkeys-'));
  clock = new ManualClock(NOON);
  staff = open();
});
afterEach(() => {
  staff.close();
  rmSync(folder, { recursive: true, force: true });
});

const account = (username: string): string =>
  staff.file.record(() => staff.accounts.add({ username, name: username, roles: ['editor'] }, NOON)).id;
const made = (credential: string, counter = 0): Credential => ({
  credential,
  publicKey: Buffer.from('key'),
  counter,
  transports: ['internal'],
  backedUp: false,
});

describe('a challenge', () => {
  it('is open for five minutes and one use, for its purpose', () => {
    const challenges = new Challenges(clock);
    const [used, late, other] = [challenges.make(null), challenges.make(null), challenges.make('a')];
    expect(used).toMatch(/^[\w-]{43}$/);
    clock.advance(5 * MINUTE - 1);
    expect(challenges.take(used, null)).toBe(true);
    expect(challenges.take(used, null)).toBe(false);
    expect(challenges.take(other, 'b')).toBe(false);
    expect(challenges.take(other, 'a')).toBe(false);
    clock.advance(1);
    expect(challenges.take(late, null)).toBe(false);
  });

  it('ends when 10,000 newer ones are open', () => {
    const challenges = new Challenges(clock);
    const [first, second] = [challenges.make(null), challenges.make(null)];
    for (let count = 2; count <= 10_000; count++) challenges.make(null);
    expect(challenges.take(first, null)).toBe(false);
    expect(challenges.take(second, null)).toBe(true);
  });
});

describe('a passkey', () => {
  it('is of one account, which has at most 20', () => {
    const [one, other] = [account('one'), account('other')];
    for (let count = 0; count < 20; count++)
      expect(staff.passkeys.add(one, 'x', made(`c${count}`))).not.toBeNull();
    expect(staff.passkeys.add(one, 'x', made('more'))).toBeNull();
    expect(staff.passkeys.add(other, 'x', made('c1'))).toBeNull();
    staff.passkeys.removeAll(one);
    expect(staff.passkeys.of(one)).toEqual([]);
    expect(staff.passkeys.add(other, 'x', made('c1'))).not.toBeNull();
  });

  it('is used only while its counter rises or stays 0', () => {
    const id = account('counts');
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 12 }), (counters) => {
        staff.passkeys.removeAll(id);
        const passkey = staff.passkeys.add(id, 'x', made('c'))!;
        let last = 0;
        for (const counter of counters) {
          const rises = counter > last || (counter === 0 && last === 0);
          expect(staff.passkeys.use(passkey.id, { counter, backedUp: true })).toBe(rises);
          if (rises) last = counter;
          expect(staff.passkeys.withCredential('c')!.counter).toBe(last);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gets its table in a file of the release before', () => {
    const id = account('before');
    staff.close();
    const db = new Database(join(folder, 'staff.sqlite'));
    db.exec('DROP TABLE passkeys; DROP TABLE seen_notices; PRAGMA user_version = 2');
    db.close();
    staff = open();
    expect(staff.accounts.find(id)).not.toBeNull();
    const passkey = staff.passkeys.add(id, 'My phone', made('c'))!;
    expect(staff.passkeys.of(id)).toEqual([passkey]);
  });
});
