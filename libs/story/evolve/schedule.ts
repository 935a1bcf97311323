import type { Release, Waiting } from '../facts/development.js';
import type { Recorded, StoryEvent } from '../facts/event.js';
import type { ScheduledHeading, Story } from '../state/story.js';
import { same } from '../values/text.js';
import type { Wording } from '../values/wording.js';

type Event<T extends StoryEvent['type']> = Extract<StoryEvent, { type: T }>;

/** Sets the headline and lede with which a story is opened. */
export function openHeadings(
  story: Story,
  { headline, lede, headlineLanguages, ledeLanguages }: Event<'StoryOpened'>,
  recorded: Recorded,
): Story {
  const opened = setHeading(story, 'headline', worded(headline, headlineLanguages), recorded);
  return lede === null ? opened : setHeading(opened, 'lede', worded(lede, ledeLanguages), recorded);
}

const worded = (text: Wording['text'], languages: Wording['languages']): Wording =>
  languages ? { text, languages } : { text };

/** Sets a headline or lede, or schedules it. One that is set now no longer appears in the schedule. */
export function reviseHeading(
  story: Story,
  what: ScheduledHeading['what'],
  text: Wording['text'],
  {
    release,
    clears,
    languages,
    translates,
  }: Pick<Event<'HeadlineRevised'>, 'release' | 'clears' | 'languages' | 'translates'>,
  recorded: Recorded,
): Story {
  const words = worded(text, languages);
  const scheduled = clears ? story.scheduled.filter((one) => one.what !== what) : story.scheduled;
  if (release === 'now') {
    const wasScheduled = scheduled.find((one) => one.what === what && same(one.text, text));
    const next = { ...story, scheduled: without(scheduled, wasScheduled) };
    return translates && story[what]
      ? inMoreLanguages(next, what, words, recorded)
      : setHeading(next, what, words, recorded);
  }
  const replaced = scheduledFor(scheduled, what, release);
  const revision = translates && replaced ? replaced.revision : recorded.revision;
  const all = [...without(scheduled, replaced), { what, ...words, release, revision }];
  return { ...story, scheduled: inOrder(all), ...changedAt(what, recorded) };
}

/** Moves a scheduled text to another time, or cancels it. */
export function reschedule(
  story: Story,
  { of, was, is }: Event<'ReleaseRescheduled'>,
  recorded: Recorded,
): Story {
  if (of !== 'headline' && of !== 'lede')
    return is === 'cancelled' ? story : moveDevelopment(story, of, is, recorded);
  const found = scheduledFor(story.scheduled, of, was);
  if (!found) return story;
  const left = without(story.scheduled, found);
  const scheduled = is === 'cancelled' ? left : inOrder([...left, { ...found, release: is }]);
  return { ...story, scheduled, ...changedAt(of, recorded) };
}

/** The headline or lede that is scheduled for this release: there is at most one. */
export const scheduledFor = (
  scheduled: readonly ScheduledHeading[],
  what: ScheduledHeading['what'],
  release: Waiting,
): ScheduledHeading | undefined => scheduled.find((one) => one.what === what && same(one.release, release));

function moveDevelopment(story: Story, id: string, release: Waiting, { revision }: Recorded): Story {
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

function setHeading(story: Story, what: ScheduledHeading['what'], words: Wording, recorded: Recorded): Story {
  const { revision } = recorded;
  return {
    ...story,
    [what]: { ...words, revision },
    headings: story.headings.push({ what, ...words, revision }),
    ...changedAt(what, recorded),
  };
}

/** Adds languages to a headline or lede, which stays the same heading. */
function inMoreLanguages(
  story: Story,
  what: ScheduledHeading['what'],
  words: Wording,
  recorded: Recorded,
): Story {
  const { revision } = story[what]!;
  const headings = story.headings.map((one) =>
    one.what === what && one.revision === revision ? { what, ...words, revision } : one,
  );
  return { ...story, [what]: { ...words, revision }, headings, ...changedAt(what, recorded) };
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

/** The event that sets or schedules a headline or lede. */
export function headingEvent(
  what: ScheduledHeading['what'],
  { text, languages }: Wording,
  when: Release,
  more: Pick<Extract<StoryEvent, { type: 'HeadlineRevised' }>, 'clears' | 'translates'> = {},
) {
  const all = { release: when, ...(languages ? { languages } : {}), ...more };
  return what === 'headline'
    ? ({ type: 'HeadlineRevised', headline: text, ...all } as const)
    : ({ type: 'LedeRevised', lede: text, ...all } as const);
}
