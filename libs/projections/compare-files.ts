import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Audience } from './audience.js';
import type { StoryRow } from './model-file.js';
import { ModelReader } from './model-reader.js';
import { StoryReader } from './story-reader.js';

/** How the answers of two files of a read model differ. */
export interface Comparison {
  /** How many states were compared; a story that is just being rewritten is left out. */
  readonly compared: number;
  readonly different: number;
  /** A few states that differ: story and revision. */
  readonly examples: readonly string[];
}

const SAMPLES = 300;
const EXAMPLES = 5;
/** Milliseconds to wait until both files have the same past of a story: in all, and between two looks. */
const WAIT = { all: 5_000, once: 10 };

/**
 * Reads the same states from two files that both follow the log. The states are spread over the stories and revisions that
 * both files have. Each is read when both files have the same past of its story.
 */
export async function compare(olderFile: string, newerFile: string, audience: Audience): Promise<Comparison> {
  const [was, is] = [new ModelReader(olderFile), new ModelReader(newerFile)];
  const until = performance.now() + WAIT.all;
  try {
    const [a, b] = [new StoryReader(() => was, audience, ''), new StoryReader(() => is, audience, '')];
    const { n } = is.one<{ n: number }>('SELECT count(*) AS n FROM stories')!;
    const examples: string[] = [];
    let compared = 0;
    let different = 0;
    for (let i = 0; i < (n > 0 ? SAMPLES : 0); i++) {
      await nextTurn();
      const { id } = is.one<StoryRow>(
        'SELECT * FROM stories ORDER BY id LIMIT 1 OFFSET ?',
        Math.floor((i * n) / SAMPLES),
      )!;
      while (!haveSamePast(was.story(id), is.story(id)) && performance.now() < until) await pause(WAIT.once);
      const [before, after] = [was.story(id), is.story(id)];
      if (!before || !after || !haveSamePast(before, after)) continue;
      const revision = (i * 7919) % (Math.min(before.head, after.head) + 1);
      const [older, newer] = [a, b].map((reader) => {
        const reading = reader.at(id, revision);
        return reading.kind === 'found' ? reader.state(reading.found) : reading.kind;
      });
      compared += 1;
      if (older === newer) continue;
      different += 1;
      if (examples.length < EXAMPLES) examples.push(`${after.slug} at revision ${revision}`);
    }
    return { compared, different, examples };
  } finally {
    was.close();
    is.close();
  }
}

/** Whether two files have the same past of a story: the same event last rewrote it. */
function haveSamePast(a: StoryRow | undefined, b: StoryRow | undefined): boolean {
  if (!a || !b) return false;
  return (
    a.closed_off === 0 && b.closed_off === 0 && a.last_rewrite === b.last_rewrite && a.withheld === b.withheld
  );
}
