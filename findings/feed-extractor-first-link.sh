#!/usr/bin/env bash
# Expected: The link of an Atom entry is its link with the relation `alternate`, or with none, which means the same (RFC
# 4287, section 4.2.7.2). The order of an entry's elements has no meaning (section 4.1.2).
# Observed: @extractus/feed-extractor 8.0.3 takes the first link, whatever its relation: the address to edit the entry,
# its comments, or a sound file. rss-parser 3.13.0, the control, takes the right one in each case.
# Affected: Newsrooms whose feed names `self`, `edit`, `replies` or `enclosure` before the story. Readers of such a
# collection get to the wrong place. Put `alternate` first.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit @extractus/feed-extractor@8.0.3 rss-parser@3.13.0
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { extractFromXml } from '@extractus/feed-extractor';
import Parser from 'rss-parser';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`feed-extractor ${version('@extractus/feed-extractor')}, rss-parser ${version('rss-parser')}`);
const feed = (links) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>urn:example:desk</id><title>The desk</title><updated>2016-12-01T09:05:00Z</updated>
  <author><name>The desk</name></author>
  <entry><id>urn:example:1</id><title>A flood</title><updated>2016-12-01T09:05:00Z</updated>${links}<summary/></entry>
</feed>`;
const story = 'https://news.example.org/story';
let changed = false;
const look = async (before, own, wanted) => {
  const text = feed(before + own);
  const found = [(await new Parser().parseString(text)).items[0].link, extractFromXml(text).entries[0].link];
  console.log(`${before || 'nothing'} before it:\n  rss-parser ${found[0]}\n  feed-extractor ${found[1]}`);
  changed ||= found[0] !== story || found[1] !== wanted;
};
await look('', `<link href="${story}"/>`, story);
for (const relation of ['edit', 'self', 'replies', 'enclosure']) {
  const other = `${story}/${relation}`;
  await look(`<link rel="${relation}" href="${other}"/>`, `<link rel="alternate" href="${story}"/>`, other);
}
if (changed) {
  console.error('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
