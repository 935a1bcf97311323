import type { Due, ReleaseDue } from '#publishing';
import type { Command, Story } from '#story';
import type { Recorder } from './recorder.js';

/** Ends embargoes by events on the desk's log, in the desk's own name. */
export function releaseDue(recorder: Recorder): ReleaseDue {
  return async (due) => {
    const { story } = await recorder.current(due.story);
    const command = commandOf(due, story);
    if (command) await recorder.record({ story: due.story, command, by: 'dateline' });
  };
}

function commandOf(due: Due, story: Story): Command | null {
  if (due.what === 'development')
    return { type: 'release', development: due.development, cause: 'embargo', publishes: [] };
  const words = story[due.what];
  if (!words || typeof words.release !== 'object') return null;
  return due.what === 'headline'
    ? { type: 'headline', headline: words.text, release: 'now' }
    : { type: 'lede', lede: words.text, release: 'now' };
}
