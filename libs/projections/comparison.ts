import type { Audience } from './audience.js';
import type { StoryRow } from './model-file.js';
import { ModelReader } from './model-reader.js';
import { StoryReader } from './story-reader.js';

/** How two files of a read model differ in what they answer. */
export interface Comparison {
  readonly compared: number;
  readonly different: number;
  /** A few of those that differ: story and revision. */
  readonly examples: readonly string[];
}

const SAMPLES = 300;
const EXAMPLES = 5;

/** Asks two files for the same states, spread over stories and revisions that both have. */
export function compare(older: string, newer: string, audience: Audience): Comparison {
  const [was, is] = [new ModelReader(older), new ModelReader(newer)];
  try {
    const [a, b] = [new StoryReader(() => was, audience, ''), new StoryReader(() => is, audience, '')];
    const { n } = is.one<{ n: number }>('SELECT count(*) AS n FROM stories')!;
    const examples: string[] = [];
    let compared = 0;
    let different = 0;
    for (let i = 0; i < (n > 0 ? SAMPLES : 0); i++) {
      const story = is.one<StoryRow>(
        'SELECT * FROM stories ORDER BY story LIMIT 1 OFFSET ?',
        Math.floor((i * n) / SAMPLES),
      )!;
      const head = Math.min(story.head, was.story(story.id)?.head ?? -1);
      if (head < 0) continue;
      const revision = (i * 7919) % (head + 1);
      const [before, after] = [a, b].map((reader) => {
        const reading = reader.at(story.id, revision);
        return reading.kind === 'found' ? reader.state(reading.found) : reading.kind;
      });
      compared += 1;
      if (before === after) continue;
      different += 1;
      if (examples.length < EXAMPLES) examples.push(`${story.slug} at revision ${revision}`);
    }
    return { compared, different, examples };
  } finally {
    was.close();
    is.close();
  }
}
