#!/usr/bin/env bash
# One would guess: textlint-rule-en-max-word-count, "the maximum word count of a sentence", counts a sentence of Markdown
# however its lines are wrapped, since a line break inside a paragraph is a space (CommonMark 0.31, section 6.8).
# What happens: version 1.0.2 ends a sentence at each line break, and after an abbreviation such as "Mr.". A sentence of 30
# words passes a limit of 25 once it is wrapped at 100 columns, or names Mr. Smith. Prettier with `proseWrap: always` turns
# the rule off without a word.
# Whom it hurts: desks and documentation teams that hold a house style ("25 words a sentence") by textlint, and wrap lines.
# The check stays green while sentences grow. A rule that joins the lines of a paragraph before it splits mends it.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit @textlint/kernel@15.8.0 @textlint/textlint-plugin-markdown@15.8.0 \
  textlint-rule-en-max-word-count@1.0.2
cat >look.cjs <<'JS'
const { TextlintKernel } = require('@textlint/kernel');
const markdown = require('@textlint/textlint-plugin-markdown').default;
const module_ = require('textlint-rule-en-max-word-count');
const { version } = require('textlint-rule-en-max-word-count/package.json');

const words = Array.from({ length: 30 }, (_, n) => (n === 0 ? 'Reporters' : `w${n}`));
const whole = `${words.join(' ')}.`;
const texts = {
  'on one line': whole,
  'over two lines': `${words.slice(0, 15).join(' ')}\n${words.slice(15).join(' ')}.`,
  'with "Mr." in it': whole.replace('w15', 'Mr. Smith'),
};
const options = {
  ext: '.md',
  plugins: [{ pluginId: 'markdown', plugin: markdown }],
  rules: [{ ruleId: 'words', rule: module_.default ?? module_, options: { max: 25 } }],
};

async function main() {
  console.log(`textlint-rule-en-max-word-count ${version}, at most 25 words a sentence`);
  const found = [];
  for (const [how, text] of Object.entries(texts)) {
    const { messages } = await new TextlintKernel().lintText(text, options);
    console.log(`a sentence of 30 words ${how}: ${messages.length === 0 ? 'passes' : 'is refused'}`);
    found.push(messages.length);
  }
  if (found.join() !== '1,0,0') {
    console.log('This has changed: look again.');
    process.exitCode = 1;
  }
}
void main();
JS
node look.cjs
