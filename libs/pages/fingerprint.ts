import { hash } from 'node:crypto';
import { sampleState, type Site } from '#formats';
import { everyWording, LANGUAGES } from '#wordings';
import { readerIn } from './reader.js';
import { storyPage } from './story-page.js';

const SITE: Site = { origin: 'https://archive.example.org', name: 'Dateline' };

/**
 * A hash over the pages of a sample state. In a strong ETag it distinguishes the pages that two versions of Dateline make
 * from the same state. It covers the layout and the name of the stylesheet. Every process computes the same value, in a few
 * milliseconds.
 */
export function pagesFingerprint(): string {
  const here = { revision: sampleState.revision, recordedAt: sampleState.updatedAt };
  const pages = LANGUAGES.map((language) =>
    storyPage({
      state: sampleState,
      histories: [],
      neighbours: { first: here, previous: here, next: here, latest: here },
      parties: new Map(),
      fixed: true,
      jsonLd: null,
      site: SITE,
      reader: readerIn(language, { asked: language, zone: 'UTC', asOf: null }),
    }),
  );
  return hash('sha256', [everyWording(), ...pages].join('\n'), 'base64url');
}
