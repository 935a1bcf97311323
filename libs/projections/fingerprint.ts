import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Audience } from './audience.js';
import { FollowedStory } from './followed-story.js';
import { ModelFile } from './model-file.js';
import { sampleEvents } from './sample-story.js';
import { storyNumber } from './story-number.js';

/**
 * A hash of the rows that the fold makes of the sample story, in which everything happens. It changes only if the rows
 * change. It takes some ten milliseconds.
 */
export function fingerprintOf(audience: Audience): string {
  const model = ModelFile.open(':memory:', { log: '', fold: '' });
  try {
    const story = storyNumber(sampleEvents[0]!.id);
    model.write(0n, () => {
      const followed = new FollowedStory(audience, model.rows);
      if (audience === 'public')
        followed.rewrite(
          sampleEvents.map((recorded) => ({ recorded, position: BigInt(recorded.revision), key: null })),
          story,
        );
      else for (const recorded of sampleEvents) followed.take(recorded, story, BigInt(recorded.revision));
    });
    return createHash('sha256').update(JSON.stringify(model.everything())).digest('hex');
  } finally {
    model.close();
  }
}

/** The build writes the fingerprints into this file (tools/fingerprints.mjs): computing one slows every start. */
const BUILT = join(import.meta.dirname, 'fingerprints.json');

/** The same fingerprint, from the build if this version of Node made it: another one may have other Unicode data. */
export function builtFingerprintOf(audience: Audience): string {
  try {
    const built = JSON.parse(readFileSync(BUILT, 'utf8')) as Record<Audience | 'node', string>;
    if (built.node === process.version) return built[audience];
  } catch {
    // The sources have no such file.
  }
  return fingerprintOf(audience);
}
