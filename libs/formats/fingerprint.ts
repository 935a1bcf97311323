import { createHash } from 'node:crypto';
import { everyWording } from '#wordings';
import { sampleKilled, sampleState } from './sample-state.js';
import { STORY_FORMATS } from './formats.js';

const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };

/**
 * A hash of a sample story in every format. As part of a strong ETag it distinguishes two versions of Dateline that render
 * a revision differently. It takes some milliseconds, and is the same in every process.
 */
export function formatsFingerprint(): string {
  const hash = createHash('sha256').update(everyWording());
  for (const { name, mediaType, suffix, render } of STORY_FORMATS)
    for (const asked of [[], ['fr']])
      for (const state of [sampleState, sampleKilled])
        hash.update(JSON.stringify([name, mediaType, suffix, render(state, SITE, asked)]));
  return hash.digest('hex');
}
