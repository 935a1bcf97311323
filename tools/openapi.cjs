/**
 * Writes what is generated: the examples in the OpenAPI documents, these documents (docs/openapi), the client's types, and
 * the page of the roles. The tests that compare them with the committed files write them here. The examples come first: the
 * documents contain them.
 */
'use strict';

const { attached } = require('./child.cjs');

/** The tests that write. The other tests of these files would see documents from before. */
const written = [
  ['roles-page', 'is made from the table'],
  ['openapi/examples', 'are what it answers today'],
  ['openapi/generated', 'are those of its document|is the one that it serves'],
];

async function main() {
  process.env.DATELINE_OPENAPI = 'write';
  for (const [spec, test] of written) {
    const code = await attached(['jest', `test/${spec}.spec.ts`, '-t', test, '--runInBand', '--silent']);
    if (code !== 0) return code;
  }
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
