#!/usr/bin/env bash
# Expected: `Cache-Control: immutable` (RFC 8246) gives an answer no lifetime: it says that nothing changes while the
# answer is fresh. http-cache-semantics documents that it assumes a day, or `immutableMinTimeToLive` in milliseconds.
# Observed: http-cache-semantics 4.3.0 takes the milliseconds for seconds. Without `max-age` such an answer is fresh for
# a thousand days, and with an option of one minute for more than sixteen hours. An `Expires` in a minute does not
# shorten this.
# Affected: Clients and caches built on it, and the newsroom behind them. A withdrawn picture or version of a story is
# served from those caches for almost three years. Always send `max-age` with `immutable`.
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
let changed = false;
const inAMinute = { expires: new Date(Date.now() + 60_000).toUTCString() };
const look = (control, more, options, wanted) => {
  const response = { status: 200, headers: { 'cache-control': control, ...more } };
  const seconds = Math.round(new CachePolicy(request, response, options).timeToLive() / 1000);
  const given = [control, ...Object.keys(more), JSON.stringify(options)].join(', ');
  console.log(`${given}: fresh for ${seconds} s, or ${(seconds / 86_400).toFixed(3)} days`);
  changed ||= Math.abs(seconds - wanted) > 2;
};
look('max-age=60, immutable', {}, {}, 60);
look('public', inAMinute, {}, 60);
look('immutable', {}, {}, 86_400_000);
look('immutable', inAMinute, {}, 86_400_000);
look('immutable', {}, { immutableMinTimeToLive: 60_000 }, 60_000);
if (changed) {
  console.error('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
