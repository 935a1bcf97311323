import { createHash } from 'node:crypto';
import { sampleKilled, sampleState } from './sample-state.js';
import { STORY_FORMATS } from './story-formats.js';

const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };

/**
 * What every format makes of a sample, as a hash: put into a strong ETag it tells apart what two versions of Dateline
 * render of one revision. Takes some milliseconds; the same in every process.
 */
export function formatsFingerprint(): string {
  const hash = createHash('sha256');
  for (const { name, mediaType, suffix, render } of STORY_FORMATS)
    for (const asked of [[], ['fr']])
      for (const state of [sampleState, sampleKilled])
        hash.update(JSON.stringify([name, mediaType, suffix, render(state, SITE, asked)]));
  return hash.digest('hex');
}
