import { setTimeout as pause } from 'node:timers/promises';
import { forgotten, publicHistory } from '#story';
import { readEvent } from '#story-log';
import {
  act,
  asserts,
  correct,
  en,
  idOf,
  open,
  proposition,
  record,
  tell,
  type Step,
  type Told,
} from './desk.js';
import { TwoLogs } from './two-logs.js';

const SECRET = 'PLANTED';
const suspect = proposition('suspect', `${SECRET} is the suspect`);
const planted: readonly Step[] = [
  open,
  act.headline(`${SECRET} arrested`),
  record('a', { text: en(`${SECRET} was seen`), claims: [suspect], assertions: asserts(['suspect']) }),
  correct('a', { text: en(`${SECRET} was not seen`) }),
  act.headline('A suspect arrested'),
  record('b', { text: en('Another matter') }),
];
const notice = en('It was removed');
const remove = (what: object, grounds = 'privacy'): Step =>
  ({
    ref: `remove ${JSON.stringify(what)}`,
    command: { type: 'remove', how: 'killed', what, grounds, reason: 'Asked for.', notice, authority: null },
  }) as Step;
const kill = (ref: string | null, grounds: string): Step =>
  ({
    command: {
      type: 'kill',
      development: ref && idOf(ref),
      andClaims: true,
      publishes: [],
      grounds,
      reason: 'Asked for.',
      notice,
      authority: null,
    },
  }) as Step;

describe('the public log', () => {
  let logs: TwoLogs;
  beforeEach(async () => {
    logs = await TwoLogs.open();
  });
  afterEach(() => logs.remove());

  async function until(is: () => boolean | Promise<boolean>): Promise<void> {
    for (let tries = 0; !(await is()); tries += 1) {
      if (tries > 2_000) throw new Error('It does not come about.');
      await pause(10);
    }
  }
  async function publicEvents(told: Told) {
    const events = [];
    for await (const stored of logs.world.readStream(`public-${told.story.id}`))
      events.push(readEvent(stored).recorded);
    return events;
  }

  it.each<[string, readonly Step[]]>([
    ['a development', [kill('a', 'safety'), remove({ words: [SECRET], with: { und: '[…]' } })]],
    ['words', [remove({ words: [SECRET], with: { und: '[…]' } }, 'legal')]],
    ['a story', [kill(null, 'privacy')]],
  ])('forgets %s, in every file, and keeps what was published besides', async (_, steps) => {
    const told = tell([...planted, ...steps]);
    const publisher = logs.publisher();
    await publisher.start();
    await logs.write(told, 0, planted.length);
    await logs.published(publisher);
    expect(logs.worldBytes).toContain(SECRET);
    const before = await publicEvents(told);
    await logs.write(told, planted.length);
    await logs.published(publisher);
    await until(() => !logs.worldBytes.includes(SECRET));
    const after = await publicEvents(told);
    expect(after.slice(0, before.length).map((e) => [e.id, e.recordedAt, e.event.type])).toEqual(
      before.map((e) => [e.id, e.recordedAt, e.event.type]),
    );
    // An attempt that met what was just being published is made again.
    await until(() => publisher.health.reason === null);
  });

  it('keeps what was merely wrong, out of sight', async () => {
    const told = tell([...planted, kill('a', 'wrong')]);
    const publisher = logs.publisher();
    await publisher.start();
    await logs.write(told);
    await logs.published(publisher);
    const events = await publicEvents(told);
    expect(forgotten(events)).toEqual(events);
    expect(logs.worldBytes).toContain(`${SECRET} was seen`);
  });

  it('has all again that was reinstated, before it says so', async () => {
    const told = tell([...planted, kill(null, 'legal'), act.reinstate(null)]);
    const publisher = logs.publisher();
    await publisher.start();
    await logs.write(told, 0, planted.length + 1);
    await logs.published(publisher);
    await until(() => !logs.worldBytes.includes(SECRET));
    await logs.write(told, planted.length + 1);
    await logs.published(publisher);
    const events = await publicEvents(told);
    expect(JSON.stringify([...publicHistory(events)].at(-1)!.developments.get(idOf('a')))).toContain(SECRET);
  });

  it('forgets also after a stop between the removal and the forgetting', async () => {
    const told = tell([...planted, kill('a', 'safety'), remove({ words: [SECRET], with: { und: '[…]' } })]);
    const first = logs.publisher();
    await first.start();
    await logs.write(told);
    await logs.published(first);
    await first.stop();
    const second = logs.publisher();
    await second.start();
    await until(() => !logs.worldBytes.includes(SECRET));
    expect(second.health.reason).toBeNull();
  });
});
