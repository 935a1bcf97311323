/**
 * Writes what is made of what a built newsroom answers: the examples of the documents of OpenAPI, and of these documents
 * the types of the client. The tests that compare them with what is committed write them here. The types come last:
 * they are of documents with these examples.
 */
'use strict';

const { attached } = require('./child.cjs');

/** What writes: other tests of these files look at documents that were made before. */
const written = [
  ['examples', 'are what it answers today'],
  ['client-types', 'are those of its document'],
];

async function main() {
  process.env.DATELINE_OPENAPI = 'write';
  for (const [spec, test] of written) {
    const code = await attached([
      'jest',
      `test/openapi/${spec}.spec.ts`,
      '-t',
      test,
      '--runInBand',
      '--silent',
    ]);
    if (code !== 0) return code;
  }
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
