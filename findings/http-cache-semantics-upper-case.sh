#!/usr/bin/env bash
# Expected: `Max-Age=60` and `max-age=60` are equal: directives of Cache-Control are compared without regard to case
# (RFC 9111, section 5.2).
# Observed: http-cache-semantics 4.3.0 knows only lower case. An answer with `Max-Age=60` has no lifetime for it, so it
# guesses one from Last-Modified. That is ten per cent of the age; for a story of 2015, more than a year. It ignores
# `No-Cache` in the same way. With `Must-Revalidate`, it gives stale answers to a reader that accepts them.
# Affected: Sites whose server or proxy writes directives with capitals. Clients that use this package show the
# uncorrected story for months, and no header shows why.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit http-cache-semantics@4.3.0
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import CachePolicy from 'http-cache-semantics';

const pack = 'node_modules/http-cache-semantics';
console.log(`http-cache-semantics ${JSON.parse(readFileSync(`${pack}/package.json`, 'utf8')).version}`);
const request = { method: 'GET', url: '/story', headers: {} };
const modified = 'Thu, 01 Jan 2015 00:00:00 GMT';
const policy = (control, more) => new CachePolicy(request, { status: 200, headers: { 'cache-control': control, ...more } });
let changed = false;
const expect = (what, found, wanted) => {
  console.log(`${what}: ${found}`);
  changed ||= found !== wanted;
};
const span = (seconds) => {
  if (seconds === 0) return 'no time';
  return seconds <= 60 ? 'a minute' : seconds > 365 * 86_400 ? 'more than a year' : 'some other time';
};
for (const [control, wanted] of [
  ['max-age=60', 'a minute'],
  ['Max-Age=60', 'more than a year'],
  ['no-cache', 'no time'],
  ['No-Cache', 'more than a year'],
])
  expect(`${control}: fresh for`, span(policy(control, { 'last-modified': modified }).timeToLive() / 1000), wanted);
const patient = { ...request, headers: { 'cache-control': 'max-stale' } };
for (const [control, wanted] of [['must-revalidate, max-age=1', false], ['Must-Revalidate, max-age=1', true]]) {
  const stale = policy(control, { age: '100' });
  expect(`${control}: given when it is stale, to who accepts that`, stale.satisfiesWithoutRevalidation(patient), wanted);
}
if (changed) {
  console.error('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
