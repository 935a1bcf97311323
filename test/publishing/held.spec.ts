import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import type { HeldDevelopment, Publisher } from '#publishing';
import { emptyStory, evolve, type Release, type Story } from '#story';
import {
  act,
  at,
  correct,
  en,
  idOf,
  open,
  record,
  recordAll,
  release,
  type DeskStory,
  type Step,
} from './desk.js';
import { moves, play } from './histories.js';
import { TwoLogs } from './two-logs.js';

let logs: TwoLogs;
beforeEach(async () => {
  logs = await TwoLogs.open();
});
afterEach(() => logs.remove());

const start = async (): Promise<Publisher> => {
  const publisher = logs.publisher({ release: async () => {} });
  await publisher.start();
  await logs.published(publisher);
  return publisher;
};
const shown = ({ id, story, slug, kind, text, recordedBy, since }: HeldDevelopment): HeldDevelopment => ({
  id,
  story,
  slug,
  kind,
  text,
  recordedBy,
  since,
});
const held = (publisher: Publisher): readonly HeldDevelopment[] => {
  const { total, items } = publisher.held(null, 1_000);
  expect(total).toBe(items.length);
  return items.map(shown);
};
const idsOf = (publisher: Publisher): readonly string[] => held(publisher).map(({ id }) => id);

/** From all events of a story, without what the publisher remembers. */
function expectedOf({ events }: DeskStory): readonly HeldDevelopment[] {
  const since = new Map<string, number>();
  let story: Story = emptyStory;
  for (const recorded of events) {
    story = evolve(story, recorded);
    for (const id of story.timeline) {
      const { releasedAt, development } = story.developments.get(id)!;
      if (releasedAt !== null || development.release !== 'held') since.delete(id);
      else if (!since.has(id)) since.set(id, recorded.recordedAt);
    }
  }
  return [...since].flatMap(([id, time]) => {
    const { development, recordedBy, retracted, withheld } = story.developments.get(id)!;
    if (story.withheld !== null || withheld !== null || retracted !== null) return [];
    const { kind, text } = development;
    return [{ id, story: story.id, slug: story.slug, kind, text, recordedBy, since: time }];
  });
}
const inOrder = (items: readonly HeldDevelopment[]): readonly HeldDevelopment[] =>
  items.toSorted((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));

const move = (ref: string, to: Release): Step => ({
  command: { type: 'reschedule', of: idOf(ref), was: null, release: to, reason: null, cause: 'editor' },
});
const onHold = { release: 'held' } as const;
const LATER = { embargoedUntil: at('2030-01-01T00:00') };

it('lists what waits in any story, whatever happened to it, also across restarts', async () => {
  const stories = fc.sample(moves(40, 30), { seed: 4, numRuns: 24 }).map((m, i) => play(m, `story-${i}`));
  const expected = inOrder(stories.flatMap(expectedOf));
  expect(expected.length).toBeGreaterThan(5);
  for (const third of [0, 1, 2]) {
    const publisher = await start();
    for (const story of stories) {
      const [from, to] = [third, third + 1].map((n) => Math.floor((story.events.length * n) / 3));
      await logs.write(story, from, to);
    }
    await logs.published(publisher);
    await publisher.stop();
  }
  expect(inOrder(held(await start()))).toEqual(expected);
});

it('says since when a development is on hold, also after a restart', async () => {
  const steps = [
    open,
    record('a', onHold),
    record('b', { release: LATER }),
    move('b', 'held'),
    act.classify('medtop:1'),
  ];
  const story = recordAll(steps);
  await logs.write(story);
  const first = await start();
  const since = [1, 3].map((revision) => story.events[revision]!.recordedAt);
  expect(held(first).map((one) => one.since)).toEqual(since);
  await first.stop();
  const second = await start();
  expect(held(second).map((one) => one.since)).toEqual(since);
  const [oldest, newest] = second.held(null, 2).items;
  expect(second.held(oldest!, 5).items).toEqual([newest]);
});

it.each<[string, Step, Step | null]>([
  ['is released', release('a'), null],
  ['gets an embargo', move('a', LATER), move('a', 'held')],
  ['is killed', act.kill('a'), act.reinstate('a')],
  ['is retracted', act.retract('a'), act.revokeRetraction('a')],
  ['is in a killed story', act.kill(null), act.reinstate(null)],
])('leaves a development out while it %s, and lists it again when that is undone', async (_, end, undone) => {
  const before = recordAll([open, record('a', onHold)]);
  await logs.write(before);
  const publisher = await start();
  expect(idsOf(publisher)).toEqual([idOf('a')]);
  const ended = recordAll([end], before);
  await logs.write(ended, before.events.length);
  await logs.published(publisher);
  expect(idsOf(publisher)).toEqual([]);
  await publisher.stop();
  const again = recordAll(undone ? [undone] : [], ended);
  await logs.write(again, ended.events.length);
  expect(idsOf(await start())).toEqual(undone ? [idOf('a')] : []);
});

it('shows the corrected words', async () => {
  await logs.write(recordAll([open, record('a', onHold), correct('a', { text: en('Other words.') })]));
  expect(held(await start())).toMatchObject([{ text: en('Other words.') }]);
});

it('reads the whole log once after an update from a release that did not keep what is on hold', async () => {
  await logs.write(recordAll([open, record('a', onHold)]));
  const first = await start();
  await first.stop();
  const { held: streams, ...older } = JSON.parse(readFileSync(logs.checkpoint, 'utf8')) as { held: string[] };
  expect(streams).toHaveLength(1);
  writeFileSync(logs.checkpoint, JSON.stringify(older));
  expect(idsOf(await start())).toEqual([idOf('a')]);
});
