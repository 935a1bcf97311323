#!/usr/bin/env bash
# Expected: `09:05:00.5` is half a second after `09:05:00`. In ISO 8601 and RFC 3339 the digits after the point are a
# decimal fraction, so `.5`, `.50` and `.500` are equal.
# Observed: edtf 4.11.1 accepts such times, but reads the digits as a number of milliseconds: `.5` is 5 ms, `.25` is 25
# ms. So the later of two times within a second may come out earlier. Only three or more digits are read correctly.
# Affected: Anyone who stores the times of changes with it, from programs that omit trailing zeros. Corrections change
# their order, and bounds ("up to") include or exclude the wrong change.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit edtf@4.11.1
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import edtf from 'edtf';

console.log(`edtf ${JSON.parse(readFileSync('node_modules/edtf/package.json', 'utf8')).version}`);
let changed = false;
const expect = (what, found, wanted) => {
  console.log(`${what}: ${found}`);
  changed ||= found !== wanted;
};
const read = (time) => new Date(edtf(time).min).toISOString();
expect('2016-12-01T09:05:00.500Z', read('2016-12-01T09:05:00.500Z'), '2016-12-01T09:05:00.500Z');
expect('2016-12-01T09:05:00.123456Z', read('2016-12-01T09:05:00.123456Z'), '2016-12-01T09:05:00.123Z');
expect('2016-12-01T09:05:00.5Z', read('2016-12-01T09:05:00.5Z'), '2016-12-01T09:05:00.005Z');
expect('2016-12-01T09:05:00.25Z', read('2016-12-01T09:05:00.25Z'), '2016-12-01T09:05:00.025Z');
expect('…00.5Z is before …00.25Z', edtf('2016-12-01T09:05:00.5Z') < edtf('2016-12-01T09:05:00.25Z'), true);
if (changed) {
  console.error('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
