#!/usr/bin/env bash
# Expected: A feed reader may drop the markup of an entry, but keeps its words in order. Atom (RFC 4287, section
# 3.1.1.3) allows XHTML as text, with markup within sentences.
# Observed: rss-parser 3.13.0 writes the text of a paragraph first, and then everything that was emphasised or linked:
# "did <em>not</em> close the port" becomes "did  close the port.not". A title of type `xhtml` becomes an object, not
# text. The same words of type `html` are unchanged.
# Affected: Newsrooms that publish XHTML in Atom, and their readers. The sentence is still a sentence, and says the
# opposite. No error is raised. Send `type="html"`.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit rss-parser@3.13.0
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Parser from 'rss-parser';

console.log(`rss-parser ${JSON.parse(readFileSync('node_modules/rss-parser/package.json', 'utf8')).version}`);
const words = '<p>The harbour office did <em>not</em> close the port.</p>';
const escaped = words.replaceAll('<', '&lt;');
const feed = (type, content) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:example:desk</id><title>The desk</title><updated>2016-12-01T09:05:00Z</updated>
  <author><name>The desk</name></author>
  <entry>
    <id>urn:example:1</id><updated>2016-12-01T09:05:00Z</updated><link href="https://news.example.org/1"/>
    <title type="${type}">${content}</title><content type="${type}">${content}</content>
  </entry>
</feed>`;
const xhtml = feed('xhtml', `<div xmlns="http://www.w3.org/1999/xhtml">${words}</div>`);

const failed = [];
const look = async (type, text, snippet, title) => {
  const { items } = await new Parser().parseString(text);
  console.log(`${type}: ${JSON.stringify(items[0].contentSnippet)}, and its title is of the type ${typeof items[0].title}`);
  if (items[0].contentSnippet !== snippet || typeof items[0].title !== title) failed.push(type);
};
await look('html', feed('html', escaped), 'The harbour office did not close the port.', 'string');
await look('xhtml', xhtml, 'The harbour office did  close the port.not', 'object');
if (failed.length > 0) {
  console.error('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
