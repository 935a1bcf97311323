import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Audience } from './audience.js';
import type { StoryRow } from './model-file.js';
import { ModelReader } from './model-reader.js';
import { StoryReader } from './story-reader.js';

/** How two files of a read model differ in what they answer. */
export interface Comparison {
  /** A story whose past is just being changed is not among them. */
  readonly compared: number;
  readonly different: number;
  /** A few of those that differ: story and revision. */
  readonly examples: readonly string[];
}

const SAMPLES = 300;
const EXAMPLES = 5;
/** Milliseconds: how long to wait in all for stories that one file has otherwise than the other, and for how long at once. */
const WAIT = { all: 5_000, once: 10 };

/**
 * Asks two files that are both kept up for the same states, spread over stories and revisions that both have, each at a
 * moment at which both know the same of the story's past.
 */
export async function compare(older: string, newer: string, audience: Audience): Promise<Comparison> {
  const [was, is] = [new ModelReader(older), new ModelReader(newer)];
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
      while (!knowTheSame(was.story(id), is.story(id)) && performance.now() < until) await pause(WAIT.once);
      const [before, after] = [was.story(id), is.story(id)];
      if (!before || !after || !knowTheSame(before, after)) continue;
      const revision = (i * 7919) % (Math.min(before.head, after.head) + 1);
      const [told, tells] = [a, b].map((reader) => {
        const reading = reader.at(id, revision);
        return reading.kind === 'found' ? reader.state(reading.found) : reading.kind;
      });
      compared += 1;
      if (told === tells) continue;
      different += 1;
      if (examples.length < EXAMPLES) examples.push(`${after.slug} at revision ${revision}`);
    }
    return { compared, different, examples };
  } finally {
    was.close();
    is.close();
  }
}

/** Whether two files have the same of a story's past: it was changed by the same event last. */
function knowTheSame(a: StoryRow | undefined, b: StoryRow | undefined): boolean {
  if (!a || !b) return false;
  return a.closed_off === 0 && b.closed_off === 0 && a.anew === b.anew && a.withheld === b.withheld;
}
