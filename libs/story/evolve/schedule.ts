import type { Release, Waiting } from '../facts/development.js';
import type { Recorded, StoryEvent } from '../facts/event.js';
import type { ScheduledHeading, Story } from '../state/story.js';
import { same } from '../values/text.js';
import type { Wording } from '../values/wording.js';

type Event<T extends StoryEvent['type']> = Extract<StoryEvent, { type: T }>;

/** The headline and lede with which a story is opened. */
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

/** One that is for now stands, and does not come a second time where it was scheduled; another one waits. */
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
    const came = scheduled.find((one) => one.what === what && same(one.text, text));
    const next = { ...story, scheduled: without(scheduled, came) };
    return translates && story[what]
      ? inMoreLanguages(next, what, words, recorded)
      : setHeading(next, what, words, recorded);
  }
  const replaced = scheduledFor(scheduled, what, release);
  const revision = translates && replaced ? replaced.revision : recorded.revision;
  const all = [...without(scheduled, replaced), { what, ...words, release, revision }];
  return { ...story, scheduled: inOrder(all), ...changedAt(what, recorded) };
}

/** What waits comes at another time, or never. */
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

/** The headline or lede that waits for this: there is one at most. */
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

/** A translated headline is the same headline. */
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

/** The event by which a headline or lede is set. */
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
