import type { Command, Context } from '../facts/command.js';
import { checkEmbargo, developmentOf, release } from './development.js';
import { checkNotForgotten, checkPublic } from './publication-rules.js';
import type { Waiting } from '../facts/development.js';
import type { StoryEvent } from '../facts/event.js';
import { headingEvent, scheduledFor } from '../evolve/schedule.js';
import { Refusal } from '../values/refusal.js';
import type { ScheduledHeading, Story } from '../state/story.js';
import { same, type Text, type Uuid } from '../values/text.js';
import { onlyAdds, reworded } from '../values/wording.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * Sets a headline or lede, or schedules it in place of one that is scheduled for the same time. Languages that are not
 * named keep the words of the one that it replaces.
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

/** Releases a scheduled text now, moves it to another time, puts it on hold, or cancels it. */
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
  // It was released, moved or cancelled just before its time.
  if (!waits && cause === 'embargo') return [];
  if (!waits)
    throw new Refusal(
      'scheduled-unknown',
      `The story has no ${of} scheduled for this: look at its schedule.`,
    );
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

/** Checks that no other text is scheduled for this time, so that none is lost. */
function checkFree(story: Story, of: ScheduledHeading['what'], when: Waiting): void {
  if (!scheduledFor(story.scheduled, of, when)) return;
  const there = when === 'held' ? `Another ${of} is on hold` : `Another ${of} is scheduled for that time`;
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
    throw new Refusal('scheduled-unknown', 'The development is released already: it is not scheduled.');
  if (asked === 'now') return release(story, { type: 'release', development: of, cause, publishes: [] });
  if (state.withheld)
    throw new Refusal(
      'development-withheld',
      'The development was killed or taken down: reinstate it first.',
    );
  const was = state.development.release as Waiting;
  // A recorded development cannot be cancelled, only put on hold.
  const is = asked === 'cancelled' ? 'held' : asked;
  if (same(was, is)) return [];
  checkEmbargo(is, context);
  if (is !== 'held') {
    const due = { now: context.now, publicFrom: is.embargoedUntil };
    checkPublic(story, state.development, due, () => '/release');
    if (was === 'held') checkNotForgotten(story, state.development, () => '/release');
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
      `Parts of this story are scheduled: ${waiting.join(', ')}. Say under scheduled whether they appear at their time although the story is closed, or wait until it is reopened.`,
      '/scheduled',
    );
  return [{ type: 'StoryClosed', reason, ...(scheduled === 'comes' ? { scheduled } : {}) }];
}

/** The id of a scheduled headline or lede. It has the revision that scheduled it first. */
export const scheduledId = ({ what, revision }: Pick<ScheduledHeading, 'what' | 'revision'>): string =>
  `${what}-${revision}`;

/** The ids of all headlines, ledes and developments that wait for the end of an embargo. */
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
    throw new Refusal('text-missing', 'The text has no words: give it in at least one language.', pointer);
  return text;
}
