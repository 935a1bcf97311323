#!/usr/bin/env bash
# Expected: Two packages that follow RFC 8785 (JSON Canonicalization Scheme) give the same bytes for the same JSON, or
# both refuse it. So either can check a hash chain or a signature.
# Observed: Half of a surrogate pair is possible in JSON (RFC 8259), and an error in RFC 8785 section 3.2.2.2.
# canonicalize 5.1.0 throws; json-canonicalize 2.0.0 gives bytes. NaN is an error too (section 3.2.2.3). canonicalize
# throws; json-canonicalize gives null, the bytes of another value.
# Affected: Anyone who signs or chains records with json-canonicalize, while others verify with canonicalize or in
# another language. What was accepted at writing cannot be verified. Two values have one hash.
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
