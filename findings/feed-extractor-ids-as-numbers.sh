#!/usr/bin/env bash
# Expected: The `guid` of an item in RSS 2.0 is a string, which a reader compares character by character. A title is
# text.
# Observed: @extractus/feed-extractor 8.0.3 turns everything that looks like a number into one. Two items with the guids
# `0120` and `120` both get the id `120`. `1e3` becomes `1000`, and the title `9.10` becomes `9.1`. rss-parser 3.13.0,
# the control, does not change them. In a JSON Feed the first package does not change them either.
# Affected: Readers of agency feeds that number their items with leading zeros. One story replaces another, or is
# dropped as already seen. An id that is written back is not found.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit @extractus/feed-extractor@8.0.3 rss-parser@3.13.0
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import Parser from 'rss-parser';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`feed-extractor ${version('@extractus/feed-extractor')}, rss-parser ${version('rss-parser')}`);
const guids = ['0120', '120', '1e3', '9.10'];
const rss = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>An agency</title><link>https://news.example.org/</link><description>News</description>
${guids.map((guid) => `<item><guid isPermaLink="false">${guid}</guid><title>${guid}</title></item>`).join('\n')}
</channel></rss>`;
const items = guids.map((id) => ({ id, title: id, content_text: 'A flood' }));
const json = { version: 'https://jsonfeed.org/version/1.1', title: 'An agency', items };

let changed = false;
const look = (what, entries, wanted) => {
  const found = entries.map(({ id, title }) => `${id} (${title})`).join(', ');
  console.log(`${what}: ${found}`);
  changed ||= found !== wanted;
};
const asTheyAre = '0120 (0120), 120 (120), 1e3 (1e3), 9.10 (9.10)';
const parsed = await new Parser().parseString(rss);
look('RSS, rss-parser', parsed.items.map(({ guid, title }) => ({ id: guid, title })), asTheyAre);
look('JSON Feed, feed-extractor', extractFromJson(json).entries, asTheyAre);
look('RSS, feed-extractor', extractFromXml(rss).entries, '120 (120), 120 (120), 1000 (1000), 9.1 (9.1)');
if (changed) {
  console.error('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
