import type { Waiting } from './development.js';
import type { Recorded, StoryEvent } from './event.js';
import type { ScheduledHeading, Story } from './story.js';
import { same, type Text } from './text.js';

type Event<T extends StoryEvent['type']> = Extract<StoryEvent, { type: T }>;

/** The headline and lede with which a story is opened. */
export function headingsOpened(
  story: Story,
  { headline, lede }: Event<'StoryOpened'>,
  recorded: Recorded,
): Story {
  const opened = stand(story, 'headline', headline, recorded);
  return lede === null ? opened : stand(opened, 'lede', lede, recorded);
}

/** One that is for now stands, and does not come a second time where it was scheduled; another one waits. */
export function reviseHeading(
  story: Story,
  what: ScheduledHeading['what'],
  text: Text,
  { release, clears }: Pick<Event<'HeadlineRevised'>, 'release' | 'clears'>,
  recorded: Recorded,
): Story {
  const scheduled = clears ? story.scheduled.filter((one) => one.what !== what) : story.scheduled;
  if (release === 'now') {
    const came = scheduled.find((one) => one.what === what && same(one.text, text));
    return stand({ ...story, scheduled: without(scheduled, came) }, what, text, recorded);
  }
  const { revision } = recorded;
  const replaced = scheduledFor(scheduled, what, release);
  const all = [...without(scheduled, replaced), { what, text, release, revision }];
  return { ...story, scheduled: inOrder(all), ...changedAt(what, recorded) };
}

/** What waits comes at another time, or never. */
export function reschedule(
  story: Story,
  { of, was, is }: Event<'ReleaseRescheduled'>,
  recorded: Recorded,
): Story {
  if (of !== 'headline' && of !== 'lede') return is === 'cancelled' ? story : moved(story, of, is, recorded);
  const found = scheduledFor(story.scheduled, of, was);
  if (!found) return story;
  const left = without(story.scheduled, found);
  const scheduled = is === 'cancelled' ? left : inOrder([...left, { ...found, release: is }]);
  return { ...story, scheduled, ...changedAt(of, recorded) };
}

/** The headline or lede that waits for this: there is one at most. */
export const scheduledFor = (
  scheduled: readonly ScheduledHeading[],
  what: ScheduledHeading['what'],
  release: Waiting,
): ScheduledHeading | undefined => scheduled.find((one) => one.what === what && same(one.release, release));

function moved(story: Story, id: string, release: Waiting, { revision }: Recorded): Story {
  const state = story.developments.get(id);
  if (!state || state.releasedAt !== null) return story;
  const development = { ...state.development, release };
  const waits = typeof release === 'object' && state.withheld === null;
  return {
    ...story,
    developments: story.developments.set(id, { ...state, development, changedAt: revision }),
    embargoed: waits ? story.embargoed.set(id, id) : story.embargoed.delete(id),
  };
}

function stand(story: Story, what: ScheduledHeading['what'], text: Text, recorded: Recorded): Story {
  const { revision } = recorded;
  return {
    ...story,
    [what]: { text, revision },
    headings: story.headings.push({ what, text, revision }),
    ...changedAt(what, recorded),
  };
}

const changedAt = (what: ScheduledHeading['what'], { revision }: Recorded) =>
  what === 'headline' ? { headlineAt: revision } : { ledeAt: revision };

const without = (
  scheduled: readonly ScheduledHeading[],
  gone: ScheduledHeading | undefined,
): readonly ScheduledHeading[] => (gone ? scheduled.filter((one) => one !== gone) : scheduled);

const timeOf = ({ release }: ScheduledHeading): number =>
  typeof release === 'object' ? release.embargoedUntil : Infinity;

const inOrder = (scheduled: readonly ScheduledHeading[]): readonly ScheduledHeading[] =>
  scheduled.toSorted((a, b) => {
    const [at, bt] = [timeOf(a), timeOf(b)];
    return at === bt ? a.revision - b.revision : at - bt;
  });
