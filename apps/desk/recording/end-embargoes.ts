import type { Due, ReleaseDue } from '#publishing';
import type { Command, Instant, Story, Text } from '#story';
import type { StoryRecorder } from './story-recorder.js';

/**
 * Ends embargoes: records the release in the desk log, as `dateline`. An embargo that was over at its import ends in the
 * import, at its own time. Until an interrupted import is resumed, such an embargo stays as it is.
 */
export function endEmbargoes(recorder: StoryRecorder): ReleaseDue {
  return async (due) => {
    const { story, lastImported } = await recorder.current(due.story);
    const end = endOfEmbargo(story, due);
    if (!end || (lastImported !== null && end.until <= lastImported)) return;
    const cause = await recorder.causeAt(due.story, end.since);
    await recorder.record({ story: due.story, command: end.command, by: 'dateline', ...cause });
  };
}

interface EmbargoEnd {
  readonly until: Instant;
  /** The command that releases. */
  readonly command: Command;
  /** The words that become public. */
  readonly text: Text;
  /** The revision that set the embargo. */
  readonly since: number;
}

/** Null without an embargo. */
export function endOfEmbargo(story: Story, due: Due): EmbargoEnd | null {
  const { what } = due;
  if (what === 'development') {
    const { development } = due;
    const state = story.developments.get(development);
    const release = state?.development.release;
    if (!state || typeof release !== 'object') return null;
    const until = release.embargoedUntil;
    const command: Command = { type: 'release', development, cause: 'embargo', publishes: [], until };
    return { until, command, text: state.development.text, since: state.revision };
  }
  const found = story.scheduled.find((one) => one.what === what && one.revision === due.revision);
  if (typeof found?.release !== 'object') return null;
  const { release: was, text, revision: since } = found;
  const cause = 'embargo';
  const command: Command = { type: 'reschedule', of: what, was, release: 'now', reason: null, cause };
  return { until: was.embargoedUntil, command, text, since };
}
