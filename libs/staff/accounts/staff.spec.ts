import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ManualClock } from '#event-store/contract';
import { ROLES, type Role } from '#roles';
import { LastAdministrator, UsernameTaken, type Account } from './accounts.js';
import { weaknessOf } from './passwords.js';
import { newRecoveryCode, readRecoveryCode } from './secret.js';
import { Staff } from './staff.js';
import { Throttle } from './throttle.js';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const NOON = Date.parse('2026-12-01T12:00:00Z');

let folder = '';
let clock: ManualClock;
let staff: Staff;
const open = (): Staff => Staff.open(join(folder, 'staff.sqlite'), clock, { total: 24 * HOUR, idle: HOUR });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staff-'));
  clock = new ManualClock(NOON);
  staff = open();
});
afterEach(() => {
  staff.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (username: string, ...roles: Role[]): Account =>
  staff.file.record(() => staff.accounts.add({ username, name: username, roles }, clock.now()));
const begin = (account: Account, before: string | null = null): string =>
  staff.sessions.begin(account.id, 'Browser', before).secret;
const restart = (): void => {
  staff.close();
  staff = open();
};

describe('a session', () => {
  it('ends an hour after its last use', () => {
    const secret = begin(add('m.editor', 'editor'));
    for (let i = 0; i < 5; i++) {
      clock.advance(59 * MINUTE);
      expect(staff.sessions.use(secret)).toMatchObject({
        account: { username: 'm.editor', roles: ['editor'] },
      });
    }
    clock.advance(HOUR);
    expect(staff.sessions.use(secret)).toBeNull();
  });

  it('ends a day after sign-in, however it is used', () => {
    const secret = begin(add('m.editor', 'editor'));
    for (let passed = 0; passed < 23.5 * HOUR; passed += 30 * MINUTE) {
      clock.advance(30 * MINUTE);
      expect(staff.sessions.use(secret)).not.toBeNull();
    }
    clock.advance(30 * MINUTE);
    expect(staff.sessions.use(secret)).toBeNull();
  });

  it('stays ended if the clock is set back, also after a restart', () => {
    const secret = begin(add('m.editor', 'editor'));
    const other = begin(staff.accounts.named('m.editor')!);
    clock.advance(2 * HOUR);
    expect(staff.sessions.use(secret)).toBeNull();
    clock.set(NOON);
    expect(staff.sessions.use(other)).toBeNull();
    restart();
    expect([secret, other].map((each) => staff.sessions.use(each))).toEqual([null, null]);
  });

  it('is unknown to its own file: only a hash of the secret is stored', () => {
    const secret = begin(add('m.editor', 'editor'));
    const stored = staff.file.prepare('SELECT * FROM sessions').all();
    expect(JSON.stringify(stored)).not.toContain(secret);
  });
});

describe('a one-time link', () => {
  it('works once, for 24 hours, and the next one ends it', () => {
    const { id } = add('m.editor', 'editor');
    const first = staff.links.make(id).secret;
    const second = staff.links.make(id).secret;
    expect(staff.links.find(first)).toBeUndefined();
    expect(staff.links.find(second)).toBe(id);
    expect(staff.links.take(second)).toBe(true);
    expect(staff.links.take(second)).toBe(false);
    const third = staff.links.make(id).secret;
    clock.advance(24 * HOUR);
    expect(staff.links.find(third)).toBeUndefined();
    clock.set(NOON);
    expect(staff.links.find(third)).toBeUndefined();
  });

  it('of the first setup is one at a time, too', () => {
    const first = staff.links.make(null).secret;
    const second = staff.links.make(null).secret;
    expect([first, second].map((secret) => staff.links.find(secret))).toEqual([undefined, null]);
  });
});

describe('a token', () => {
  it('ends at its time, and stays ended if the clock is set back', () => {
    const { secret } = staff.tokens.make('The wire', ['reporter'], { madeBy: 'x', days: 1 });
    expect(staff.tokens.use(secret)).toMatchObject({ name: 'The wire', usedAt: null });
    expect(staff.tokens.list()[0]).toMatchObject({ usedAt: NOON });
    clock.advance(24 * HOUR);
    expect(staff.tokens.use(secret)).toBeNull();
    clock.set(NOON);
    restart();
    expect(staff.tokens.use(secret)).toBeNull();
  });
});

/** Makes a change, unless the newsroom would lose its last administrator. */
function unlessLast(change: () => void): void {
  try {
    change();
  } catch (error) {
    if (!(error instanceof LastAdministrator)) throw error;
  }
}

describe('accounts', () => {
  it('have different names, however these are written', () => {
    add('m.editor', 'administrator');
    expect(() => add('Ｍ.Editor', 'editor')).toThrow(UsernameTaken);
    expect(staff.accounts.list()).toHaveLength(1);
  });

  it('keep an administrator, whatever changes', () => {
    const accounts = [add('a', 'administrator'), add('b', 'editor', 'administrator'), add('c', 'reporter')];
    const steps = fc.array(
      fc.record({
        of: fc.nat({ max: 2 }),
        change: fc.oneof(
          fc.subarray([...ROLES], { minLength: 1 }).map((roles) => ({ roles })),
          fc.boolean().map((disabled) => ({ disabled })),
        ),
      }),
      { maxLength: 12 },
    );
    const property = fc.property(steps, (taken) => {
      for (const { of, change } of taken)
        unlessLast(() =>
          staff.file.record(() => {
            const { id, name } = accounts[of]!;
            if ('roles' in change) staff.accounts.change(id, { name, roles: change.roles });
            else staff.accounts.disable(id, change.disabled ? clock.now() : null);
          }),
        );
      const active = staff.accounts.list().filter(({ disabled }) => !disabled);
      expect(active.some(({ roles }) => roles.includes('administrator'))).toBe(true);
    });
    fc.assert(property, { numRuns: 50 });
  });
});

describe('a recovery code', () => {
  it('is read however it is typed', () => {
    const code = newRecoveryCode();
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')}\n`)).toBe(code);
    expect(readRecoveryCode('OIL0-1234')).toBe('0110-1234');
  });
});

describe('a throttle', () => {
  it('makes a key wait after its failures, and forgets one after another', () => {
    const throttle = new Throttle(clock, { most: 3, forgetEvery: MINUTE });
    for (let i = 0; i < 3; i++) {
      expect(throttle.waitOf('a')).toBe(0);
      throttle.count('a');
    }
    expect(throttle.waitOf('a')).toBe(MINUTE);
    expect(throttle.waitOf('b')).toBe(0);
    clock.advance(MINUTE - 1);
    expect(throttle.waitOf('a')).toBe(1);
    clock.advance(1);
    expect(throttle.waitOf('a')).toBe(0);
    throttle.count('a');
    expect(throttle.waitOf('a')).toBe(MINUTE);
    throttle.forget('a');
    expect(throttle.waitOf('a')).toBe(0);
  });
});

describe('a password', () => {
  it.each(['four words about rivers', 'Ünïcödé wörks as wéll', '把四个不相干的词连在一起就很好记住了'])(
    'may be %s',
    async (password) => expect(await weaknessOf(password, ['m.editor'])).toBeNull(),
  );

  it('is compared whatever the form of its characters', async () => {
    const account = add('m.editor', 'editor');
    const prepared = await staff.passwords.prepare('caf\u00e9 au lait matin');
    staff.file.record(() => prepared.store(account.id));
    expect(await staff.passwords.matches(account.id, 'cafe\u0301 au lait matin')).toBe(true);
    expect(await staff.passwords.matches(account.id, 'cafe au lait matin')).toBe(false);
    expect(await staff.passwords.matches(null, 'caf\u00e9 au lait matin')).toBe(false);
  });
});

it('remembers how far somebody has seen the notices: never less, and never beyond the log', () => {
  expect(staff.seen.of('one')).toBe('');
  for (const upTo of ['0b', '0c', '0a']) staff.seen.set('one', upTo);
  staff.seen.set('two', '0a');
  restart();
  expect([staff.seen.of('one'), staff.seen.of('two')]).toEqual(['0c', '0a']);
  staff.seen.limit('0b');
  expect([staff.seen.of('one'), staff.seen.of('two')]).toEqual(['0b', '0a']);
});
