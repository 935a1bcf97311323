#!/usr/bin/env bash
# One would guess: `09:05:00.5` is half a second after `09:05:00`: in ISO 8601 and RFC 3339 what follows the point is a
# decimal fraction, so `.5`, `.50` and `.500` are one.
# What happens: edtf 4.11.1 takes such times, but reads the digits as a count of milliseconds: `.5` is 5 ms, `.25` is 25 ms.
# So of two times within a second the later one may come out as the earlier one. Only three digits or more are read right.
# Whom it hurts: who keeps the times of changes with it and gets them from programs that leave out zeros at the end: an
# order of corrections that is turned about, and bounds ("up to") that let in or keep out the wrong change.
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
