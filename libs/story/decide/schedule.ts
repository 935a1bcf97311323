import type { Command, Context } from '../facts/command.js';
import { checkEmbargo, checkNotGone, checkPublic, developmentOf, release } from './development.js';
import type { Waiting } from '../facts/development.js';
import type { StoryEvent } from '../facts/event.js';
import { headingEvent, scheduledFor } from '../evolve/schedule.js';
import { Refusal } from '../values/refusal.js';
import type { ScheduledHeading, Story } from '../state/story.js';
import { same, type Text, type Uuid } from '../values/text.js';
import { onlyAdds, reworded } from '../values/wording.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * A headline or lede: for now, or to come. One that is to come takes the place of one that waits for the same. Languages
 * that are not named keep the words of what readers have, or of what waited for the same time.
 */
export function revise(
  story: Story,
  command: Of<'headline'> | Of<'lede'>,
  context: Context,
): readonly StoryEvent[] {
  const what = command.type;
  const { clears } = command;
  const when = command.release;
  const now = when === 'now' ? story[what] : scheduledFor(story.scheduled, what, when);
  const change = command.type === 'headline' ? command.headline : command.lede;
  const is = reworded(now ?? story[what] ?? { text: {} }, change);
  words(is.text, `/${what}`);
  const cleared = clears === true && story.scheduled.some((one) => one !== now && one.what === what);
  if (now && same(now.text, is.text) && same(now.languages, is.languages) && !cleared) return [];
  const before = now && onlyAdds(now.text, is.text) ? { translates: now.text } : {};
  return [headingEvent(what, is, checkEmbargo(when, context), { ...(clears ? { clears } : {}), ...before })];
}

/** What waits comes now, at another time, when an editor says so, or never. */
export function reschedule(story: Story, command: Of<'reschedule'>, context: Context): readonly StoryEvent[] {
  const { of } = command;
  return of === 'headline' || of === 'lede'
    ? rescheduleHeading(story, of, command, context)
    : rescheduleDevelopment(story, of, command, context);
}

function rescheduleHeading(
  story: Story,
  of: ScheduledHeading['what'],
  { was, release: when, reason, cause }: Of<'reschedule'>,
  context: Context,
): readonly StoryEvent[] {
  const waits = was === null ? undefined : scheduledFor(story.scheduled, of, was);
  // It came, was moved or cancelled in the moment before its time.
  if (!waits && cause === 'embargo') return [];
  if (!waits)
    throw new Refusal('scheduled-unknown', `No ${of} waits so: look at what the story has scheduled.`);
  if (cause === 'embargo' && story.status === 'closed' && !story.keepsSchedule) throw closed();
  if (when === 'now') return [headingEvent(of, waits, 'now')];
  if (when !== 'cancelled') {
    if (same(when, waits.release)) return [];
    checkEmbargo(when, context);
    checkFree(story, of, when);
  }
  return [{ type: 'ReleaseRescheduled', of, was: waits.release, is: when, reason }];
}

const closed = (): Refusal => new Refusal('story-closed', 'The story is closed: reopen it to release more.');

/** Nothing that waits is lost because something else is moved to its time. */
function checkFree(story: Story, of: ScheduledHeading['what'], when: Waiting): void {
  if (!scheduledFor(story.scheduled, of, when)) return;
  const there = when === 'held' ? `Another ${of} is on hold` : `Another ${of} comes at that time`;
  throw new Refusal('schedule-taken', `${there}: cancel that one first, or choose another time.`, '/release');
}

function rescheduleDevelopment(
  story: Story,
  of: Uuid,
  { release: asked, reason, cause }: Of<'reschedule'>,
  context: Context,
): readonly StoryEvent[] {
  const state = developmentOf(story, of);
  if (state.releasedAt !== null)
    throw new Refusal('scheduled-unknown', 'The development is released: nothing of it waits.');
  if (asked === 'now') return release(story, { type: 'release', development: of, cause, publishes: [] });
  if (state.withheld)
    throw new Refusal(
      'development-withheld',
      'The development was killed or taken down: reinstate it first.',
    );
  const was = state.development.release as Waiting;
  // What was recorded stays in the record.
  const is = asked === 'cancelled' ? 'held' : asked;
  if (same(was, is)) return [];
  checkEmbargo(is, context);
  if (is !== 'held') {
    const due = { now: context.now, until: is.embargoedUntil };
    checkPublic(story, state.development, due, () => '/release');
    if (was === 'held') checkNotGone(story, state.development, () => '/release');
  }
  return [{ type: 'ReleaseRescheduled', of, was, is, reason }];
}

/** @throws Refusal `story-scheduled` */
export function close(story: Story, { reason, scheduled }: Of<'close'>): readonly StoryEvent[] {
  if (story.status === 'closed') return [];
  const waiting = scheduledIn(story);
  if (waiting.length > 0 && scheduled === null)
    throw new Refusal(
      'story-scheduled',
      `Something of this story waits for the end of an embargo: ${waiting.join(', ')}. Say under scheduled whether it comes at its time although the story is closed, or waits until the story is reopened.`,
      '/scheduled',
    );
  return [{ type: 'StoryClosed', reason, ...(scheduled === 'comes' ? { scheduled } : {}) }];
}

/** By what a headline or lede that waits is known: the revision that scheduled it stays with it. */
export const scheduledId = ({ what, revision }: Pick<ScheduledHeading, 'what' | 'revision'>): string =>
  `${what}-${revision}`;

/** What waits for the end of an embargo: headlines, ledes, and developments, by their ids. */
function scheduledIn(story: Story): readonly string[] {
  const headings = story.scheduled.filter(({ release: when }) => when !== 'held').map(scheduledId);
  const developments = [...story.embargoed.values()].filter((id) => {
    const state = story.developments.get(id);
    return state !== undefined && state.withheld === null && state.retracted === null;
  });
  return [...headings, ...developments];
}

/** @throws Refusal `text-missing` */
export function words(text: Text, pointer: string): Text {
  if (Object.values(text).every((t) => t.trim() === ''))
    throw new Refusal('text-missing', 'There are no words: give the text in at least one language.', pointer);
  return text;
}
