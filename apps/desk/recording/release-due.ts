import type { Due, ReleaseDue } from '#publishing';
import type { Command, Instant, Story, Text } from '#story';
import type { Recorder } from './recorder.js';

/**
 * Ends embargoes by events on the desk's log, in the desk's own name. One that was over when it was imported ends in
 * the import, at its own time: while the import goes on, and until it goes on again, it is left alone.
 */
export function releaseDue(recorder: Recorder): ReleaseDue {
  return async (due) => {
    const { story, lastImported } = await recorder.current(due.story);
    const end = endOfEmbargo(story, due);
    if (!end || (lastImported !== null && end.until <= lastImported)) return;
    const cause = await recorder.causeAt(due.story, end.since);
    await recorder.record({ story: due.story, command: end.command, by: 'dateline', ...cause });
  };
}

/** When an embargo ends, and how. */
interface End {
  readonly until: Instant;
  readonly command: Command;
  /** The words that come then. */
  readonly text: Text;
  /** The revision that set it. */
  readonly since: number;
}

/** The end of an embargo; null where there is none. */
export function endOfEmbargo(story: Story, due: Due): End | null {
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
