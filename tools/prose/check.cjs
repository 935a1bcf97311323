/**
 * Is the prose plain? No sentence of a document, comment, message or test name is longer than 25 words, and none has a
 * retired word. Arguments restrict the check to files whose path begins with one of them.
 */
'use strict';

const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { TextlintKernel } = require('@textlint/kernel');
const markdown = require('@textlint/textlint-plugin-markdown');
const longSentences = require('./long-sentences.cjs');
const { piecesOf } = require('./pieces.cjs');
const retired = require('./retired-words.cjs');

const root = join(__dirname, '../..');
const MOST_WORDS = 25;
/** Generated, or a list of what retired words there are. */
const SKIPPED = /^(libs\/client\/types\/|tools\/prose\/retired-words|CHANGELOG\.md)/;

async function main(paths) {
  const { default: terminology } = await import('textlint-rule-terminology');
  const options = {
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin: markdown.default ?? markdown }],
    rules: [
      { ruleId: 'words', rule: longSentences, options: { max: MOST_WORDS } },
      {
        ruleId: 'retired',
        rule: terminology.default ?? terminology,
        options: { defaultTerms: false, terms: retired },
      },
    ],
  };
  const kernel = new TextlintKernel();
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
    .trim()
    .split('\n')
    .filter((file) => /\.(md|ts|cjs|mjs)$/.test(file) && !SKIPPED.test(file))
    .filter((file) => paths.length === 0 || paths.some((path) => file.startsWith(path)));
  let faults = 0;
  for (const file of files) {
    const pieces = piecesOf(file, readFileSync(join(root, file), 'utf8'));
    const { text, lineOf } = joined(pieces);
    const { messages } = await kernel.lintText(text, options);
    for (const { line, message } of messages)
      console.error(`${file}:${lineOf(line)} ${message.split('\n')[0]}`);
    faults += messages.length;
  }
  if (faults > 0)
    console.error(`${faults} to mend in ${files.length} files: docs/glossary.md has the terms.`);
  process.exitCode = faults === 0 ? 0 : 1;
}

/** All pieces as one text, so that a file is parsed once, and how to find a line of it in the file. */
function joined(pieces) {
  const lines = [];
  const from = [];
  for (const { line, text } of pieces)
    for (const [i, one] of [...text.split('\n'), ''].entries()) {
      lines.push(one);
      from.push(line + i);
    }
  return { text: lines.join('\n'), lineOf: (line) => from[line - 1] ?? line };
}

void main(process.argv.slice(2));
