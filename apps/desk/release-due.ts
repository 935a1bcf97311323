import type { Due, ReleaseDue } from '#publishing';
import type { Command, Instant, Story } from '#story';
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

/** When an embargo ends, the command by which it does, and the revision that set it; null where there is none. */
export function endOfEmbargo(
  story: Story,
  due: Due,
): { readonly until: Instant; readonly command: Command; readonly since: number } | null {
  const { what } = due;
  if (what === 'development') {
    const { development } = due;
    const state = story.developments.get(development);
    const release = state?.development.release;
    const command: Command = { type: 'release', development, cause: 'embargo', publishes: [] };
    if (!state || typeof release !== 'object') return null;
    return { until: release.embargoedUntil, command, since: state.revision };
  }
  const words = story[what];
  if (!words || typeof words.release !== 'object') return null;
  const command: Command =
    what === 'headline'
      ? { type: 'headline', headline: words.text, release: 'now' }
      : { type: 'lede', lede: words.text, release: 'now' };
  return { until: words.release.embargoedUntil, command, since: words.revision };
}
