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
  recordAll,
  type Step,
  type DeskStory,
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
  async function publicEvents(deskStory: DeskStory) {
    const events = [];
    for await (const stored of logs.world.readStream(`public-${deskStory.story.id}`))
      events.push(readEvent(stored).recorded);
    return events;
  }

  it.each<[string, readonly Step[]]>([
    ['a development', [kill('a', 'safety'), remove({ words: [SECRET], with: { und: '[…]' } })]],
    ['words', [remove({ words: [SECRET], with: { und: '[…]' } }, 'legal')]],
    ['a story', [kill(null, 'privacy')]],
  ])('forgets %s, in every file, and keeps what was published besides', async (_, steps) => {
    const deskStory = recordAll([...planted, ...steps]);
    const publisher = logs.publisher();
    await publisher.start();
    await logs.write(deskStory, 0, planted.length);
    await logs.published(publisher);
    expect(logs.worldBytes).toContain(SECRET);
    const before = await publicEvents(deskStory);
    await logs.write(deskStory, planted.length);
    await logs.published(publisher);
    await until(() => !logs.worldBytes.includes(SECRET));
    const after = await publicEvents(deskStory);
    expect(after.slice(0, before.length).map((e) => [e.id, e.recordedAt, e.event.type])).toEqual(
      before.map((e) => [e.id, e.recordedAt, e.event.type]),
    );
    // A rewrite that meets a concurrent append is repeated.
    await until(() => publisher.health.reason === null);
  });

  it('keeps text that was merely wrong, but no reader sees it', async () => {
    const deskStory = recordAll([...planted, kill('a', 'wrong')]);
    const publisher = logs.publisher();
    await publisher.start();
    await logs.write(deskStory);
    await logs.published(publisher);
    const events = await publicEvents(deskStory);
    expect(forgotten(events)).toEqual(events);
    expect(logs.worldBytes).toContain(`${SECRET} was seen`);
  });

  it('has all reinstated texts again, before the event that says so', async () => {
    const deskStory = recordAll([...planted, kill(null, 'legal'), act.reinstate(null)]);
    const publisher = logs.publisher();
    await publisher.start();
    await logs.write(deskStory, 0, planted.length + 1);
    await logs.published(publisher);
    await until(() => !logs.worldBytes.includes(SECRET));
    await logs.write(deskStory, planted.length + 1);
    await logs.published(publisher);
    const events = await publicEvents(deskStory);
    expect(JSON.stringify([...publicHistory(events)].at(-1)!.developments.get(idOf('a')))).toContain(SECRET);
  });

  it('erases texts also after a stop between the removal and the erasure', async () => {
    const deskStory = recordAll([
      ...planted,
      kill('a', 'safety'),
      remove({ words: [SECRET], with: { und: '[…]' } }),
    ]);
    const first = logs.publisher();
    await first.start();
    await logs.write(deskStory);
    await logs.published(first);
    await first.stop();
    const second = logs.publisher();
    await second.start();
    await until(() => !logs.worldBytes.includes(SECRET));
    expect(second.health.reason).toBeNull();
  });
});
