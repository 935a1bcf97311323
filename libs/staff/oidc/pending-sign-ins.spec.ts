import { PendingSignIns, PENDING_LASTS } from './pending-sign-ins.js';

const of = (state: string) => ({ proof: { state, nonce: 'n', verifier: 'v' }, session: null });
const time = { at: 0, now: () => time.at };

it('gives a sign-in once, within ten minutes', () => {
  const pending = new PendingSignIns(time);
  const [id, late] = [pending.add(of('a')), pending.add(of('b'))];
  time.at += PENDING_LASTS - 1;
  expect(pending.take(id)).toMatchObject(of('a'));
  expect(pending.take(id)).toBeNull();
  expect(pending.take('unknown')).toBeNull();
  time.at += 1;
  expect(pending.take(late)).toBeNull();
});

it('forgets the oldest of more than 10,000', () => {
  const pending = new PendingSignIns(time);
  const ids = Array.from({ length: 10_001 }, (_, i) => pending.add(of(String(i))));
  expect(pending.take(ids[0]!)).toBeNull();
  expect(pending.take(ids[1]!)).toMatchObject(of('1'));
  expect(pending.take(ids.at(-1)!)).toMatchObject(of('10000'));
});
