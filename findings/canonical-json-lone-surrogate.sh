#!/usr/bin/env bash
# One would guess: two packages that say they follow RFC 8785 (JSON Canonicalization Scheme) give the same bytes for the
# same JSON, or both refuse it, so that a hash chain or signature may be checked with either.
# What happens: for half of a surrogate pair, which JSON (RFC 8259) can say and RFC 8785 section 3.2.2.2 demands to be an
# error, canonicalize 5.1.0 throws and json-canonicalize 2.0.0 gives bytes. For NaN (section 3.2.2.3: an error as well)
# canonicalize throws and json-canonicalize gives null, the bytes of another value.
# Whom it hurts: who signs or chains records with the second and lets others verify with the first (or with a library of
# another language): what was accepted when it was written cannot be verified. And two values have one hash.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit canonicalize@5.1.0 json-canonicalize@2.0.0
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import one from 'canonicalize';
import { canonicalize as other } from 'json-canonicalize';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`canonicalize ${version('canonicalize')}, json-canonicalize ${version('json-canonicalize')}`);

const outcome = (canonicalize, value) => {
  try {
    return canonicalize(value);
  } catch {
    return 'an error';
  }
};
const cases = [
  ['what both do alike: {"b":2,"a":1e21}', JSON.parse('{"b":2,"a":1e21}'), '{"a":1e+21,"b":2}', '{"a":1e+21,"b":2}'],
  ['half of a surrogate pair, as JSON says it', JSON.parse('"\\ud800"'), 'an error', '"\\ud800"'],
  ['NaN', NaN, 'an error', 'null'],
];
let changed = false;
for (const [what, value, expected, otherwise] of cases) {
  const found = [outcome(one, value), outcome(other, value)];
  console.log(`${what}: ${found[0]} | ${found[1]}`);
  changed ||= found[0] !== expected || found[1] !== otherwise;
}
if (changed) {
  console.log('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
