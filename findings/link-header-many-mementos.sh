#!/usr/bin/env bash
# Expected: A parser of Link headers (RFC 8288) gives every link of a valid header, or says that it does not.
# Observed: parse-link-header 2.0.0 keys its result by relation. So of several links with one relation only the last
# remains. For a header of more than 2,000 characters it gives null, as if there were none. http-link-header 1.1.3 gives
# all links of both.
# Affected: Readers of web archives (Memento, RFC 7089). A resource has a link `rel="memento"` for each version. So the
# first parser shows one version of many, and none of a TimeMap with some twenty versions, without an error.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit parse-link-header@2.0.0 http-link-header@1.1.3
cat >look.cjs <<'JS'
const { readFileSync } = require('node:fs');
const parse = require('parse-link-header');
const LinkHeader = require('http-link-header');

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`parse-link-header ${version('parse-link-header')}, http-link-header ${version('http-link-header')}`);

/** A time map as a header: the original resource, and so many of its versions. */
const header = (versions) =>
  [
    '<https://archive.example.org/story>; rel="original"',
    ...Array.from({ length: versions }, (_, i) => {
      const day = String(i + 1).padStart(2, '0');
      return `<https://archive.example.org/story/${day}>; rel="memento"; datetime="Thu, ${day} Dec 2016 09:05:00 GMT"`;
    }),
  ].join(', ');

const failed = [];
const expect = (what, found, wanted) => {
  console.log(`${what}: ${JSON.stringify(found)}`);
  if (JSON.stringify(found) !== JSON.stringify(wanted)) failed.push(what);
};
const few = header(3);
const many = header(25);
expect('links in 3 versions, by http-link-header', LinkHeader.parse(few).refs.length, 4);
expect('relations in the same, by parse-link-header', Object.keys(parse(few)), ['original', 'memento']);
expect('the memento that is left', parse(few).memento.url, 'https://archive.example.org/story/03');
expect('characters of 25 versions', many.length > 2_000, true);
expect('links in them, by http-link-header', LinkHeader.parse(many).refs.length, 26);
expect('the same, by parse-link-header', parse(many), null);
if (failed.length > 0) {
  console.error(`Another behaviour than was found: ${failed.join('; ')}`);
  process.exit(1);
}
JS
node look.cjs
