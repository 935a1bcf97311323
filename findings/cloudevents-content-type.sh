#!/usr/bin/env bash
# Expected: A reader of CloudEvents over HTTP treats `application/json; charset=utf-8` and
# `application/json;charset=UTF-8` alike. Case and optional spaces do not matter in a media type (RFC 9110, section
# 8.3.1).
# Observed: cloudevents 10.0.0 compares the whole field with a few spellings. It refuses a structured event whose
# parameter has another spelling. A binary event arrives without an error, but `data` is the JSON text and not the
# object.
# Affected: Subscribers that use it. If a proxy or a sender in another language spells the parameter differently, every
# event becomes an error, or `data.title` is `undefined`.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit cloudevents@10.0.0
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { HTTP } from 'cloudevents';

console.log(`cloudevents ${JSON.parse(readFileSync('node_modules/cloudevents/package.json', 'utf8')).version}`);
const about = { specversion: '1.0', id: '7', source: '/desk', type: 'org.example.story.published' };
const data = { title: 'A flood' };

const outcome = (headers, body) => {
  try {
    const event = HTTP.toEvent({ headers, body });
    return `data is ${typeof event.data}, data.title is ${event.data.title}`;
  } catch (error) {
    return `an error: ${error.message}`;
  }
};
const structured = (type) => outcome({ 'content-type': type }, JSON.stringify({ ...about, data }));
const binary = (type) => {
  const headers = Object.fromEntries(Object.entries(about).map(([name, value]) => [`ce-${name}`, value]));
  return outcome({ ...headers, 'content-type': type }, JSON.stringify(data));
};
let changed = false;
const look = (how, type, wanted) => {
  const found = how(type);
  console.log(`${how.name}, ${type}\n  ${found}`);
  changed ||= !found.startsWith(wanted);
};
const read = 'data is object, data.title is A flood';
look(structured, 'application/cloudevents+json', read);
look(structured, 'application/cloudevents+json; charset=utf-8', read);
look(structured, 'application/cloudevents+json; charset=UTF-8', 'an error: invalid content type');
look(structured, 'application/cloudevents+json;charset=utf-8', 'an error: invalid content type');
look(structured, 'Application/CloudEvents+JSON', 'an error: no cloud event detected');
look(binary, 'application/json; charset=utf-8', read);
look(binary, 'application/json;charset=UTF-8', 'data is string, data.title is undefined');
look(binary, 'Application/JSON', 'data is string, data.title is undefined');
if (changed) {
  console.error('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
