import { hash } from 'node:crypto';
import { sampleState, type Site } from '#formats';
import { everyWording, LANGUAGES } from '#wordings';
import { readerIn } from './reader.js';
import { storyPage } from './story-page.js';

const SITE: Site = { origin: 'https://archive.example.org', name: 'Dateline' };

/**
 * What the page of a sample is, as a hash: put into a strong ETag it tells apart what two versions of Dateline make of
 * one state. The frame and the name of the stylesheet are in it. Takes some milliseconds; the same in every process.
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
