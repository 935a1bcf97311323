import fc from 'fast-check';
import { ManualClock } from '#event-store/contract';
import type { Publisher, ScheduledRelease } from '#publishing';
import { START, correct, en, idOf, open, record, recordAll, type DeskStory, type Step } from './desk.js';
import { moves, play } from './histories.js';
import { TwoLogs } from './two-logs.js';

let logs: TwoLogs;
beforeEach(async () => {
  logs = await TwoLogs.open();
});
afterEach(() => logs.remove());

/** A publisher whose clock is before all embargoes. */
const start = async (): Promise<Publisher> => {
  const publisher = logs.publisher({ clock: new ManualClock(START) });
  await publisher.start();
  await logs.published(publisher);
  return publisher;
};

type Shown = Pick<ScheduledRelease, 'due' | 'until' | 'text'>;
const scheduled = (publisher: Publisher): readonly Shown[] => {
  const { total, items } = publisher.scheduled(null, 1_000);
  expect(total).toBe(items.length);
  return items.map(({ due, until, text }) => ({ due, until, text }));
};

/** From the state of a story, without what happened on the way to it. */
function expectedOf({ story }: DeskStory): readonly Shown[] {
  if (story.withheld !== null || (story.status === 'closed' && !story.keepsSchedule)) return [];
  const headings = story.scheduled.flatMap(({ what, revision, text, release }) =>
    typeof release === 'object'
      ? [{ due: { story: story.id, what, revision }, until: release.embargoedUntil, text }]
      : [],
  );
  const developments = [...story.timeline].flatMap((id) => {
    const state = story.developments.get(id)!;
    const { release, text } = state.development;
    if (typeof release !== 'object' || state.releasedAt !== null || state.retracted || state.withheld)
      return [];
    const due = { story: story.id, what: 'development', development: id } as const;
    return [{ due, until: release.embargoedUntil, text }];
  });
  return [...headings, ...developments];
}
const inOrder = (items: readonly Shown[]): readonly Shown[] =>
  items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const embargoed = { release: { embargoedUntil: START + 86_400_000 } };
const NOTHING = { claims: [], questions: [], notices: [], names: [] } as const;
const jointly: Step = {
  command: {
    type: 'correct-story',
    class: 'correction',
    headline: null,
    lede: null,
    claims: [],
    developments: ['a', 'b'].map((ref) => ({
      development: idOf(ref),
      changes: { text: en('Right words.') },
      withhold: [],
    })),
    reason: 'We had it wrong.',
    notice: null,
  },
};
const translated: Step = {
  command: {
    type: 'translate',
    language: 'de',
    ...NOTHING,
    scheduled: [],
    developments: ['a', 'b'].map((ref) => ({ development: idOf(ref), text: 'Neue Worte.' })),
  },
};

it('lists what waits in any story in its present words, whatever happened to it', async () => {
  const stories = fc.sample(moves(40, 30), { seed: 7, numRuns: 80 }).map((m, i) => play(m, `story-${i}`));
  const expected = inOrder(stories.flatMap(expectedOf));
  expect(expected.length).toBeGreaterThan(5);
  const publisher = await start();
  for (const story of stories) await logs.write(story);
  await logs.published(publisher);
  expect(inOrder(scheduled(publisher))).toEqual(expected);
});

it.each<[string, Step]>([
  ['a correction', correct('a', { text: en('Right words.') })],
  ['a joint correction', jointly],
  ['a translation', translated],
])('shows the words after %s', async (_, step) => {
  const before = recordAll([open, record('a', embargoed), record('b', embargoed)]);
  await logs.write(before);
  const publisher = await start();
  const after = recordAll([step], before);
  await logs.write(after, before.events.length);
  await logs.published(publisher);
  expect(inOrder(scheduled(publisher))).toEqual(inOrder(expectedOf(after)));
  expect(expectedOf(after)).not.toEqual(expectedOf(before));
});

it.each<[string, Step]>([
  ['a joint correction', jointly],
  ['a translation', translated],
])('shows what is on hold in the words after %s', async (_, step) => {
  const before = recordAll([open, record('a', { release: 'held' }), record('b', { release: 'held' })]);
  await logs.write(before);
  const publisher = await start();
  const after = recordAll([step], before);
  await logs.write(after, before.events.length);
  await logs.published(publisher);
  const texts = ['a', 'b'].map((ref) => after.story.developments.get(idOf(ref))!.development.text);
  expect(publisher.held(null, 10).items.map(({ text }) => text)).toEqual(texts);
});
