#!/usr/bin/env bash
# Expected: `{2016-12-01..2016-12-05}` (EDTF, ISO 8601-2: all of these days) ends when its last day ends, as the
# interval `2016-12-01/2016-12-05` does.
# Observed: edtf 4.11.1 iterates over all five days, but its `max` is the end of the first day of the last range. So it
# says that the list does not cover the third day, which it has just given. The same happens with `[…]`, one of these
# days.
# Affected: Archives and desks that index a date by `min` and `max`. Stories "of 1 to 5 December" are found under the
# 1st only, and are sorted as if they ended first.
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
const look = (text, inner, wanted) => {
  const date = edtf(text);
  const found = {
    last: String([...date].at(-1)),
    max: new Date(date.max).toISOString().slice(0, 10),
    covers: date.covers(edtf(inner)),
  };
  console.log(`${text}: goes to ${found.last}, its max is ${found.max}, it covers ${inner}: ${found.covers}`);
  changed ||= JSON.stringify(found) !== JSON.stringify(wanted);
};
look('2016-12-01/2016-12-05', '2016-12-03', { last: '2016-12-05', max: '2016-12-05', covers: true });
look('{2016-12-01..2016-12-05}', '2016-12-03', { last: '2016-12-05', max: '2016-12-01', covers: false });
look('[2016-12-01..2016-12-05]', '2016-12-03', { last: '2016-12-05', max: '2016-12-01', covers: false });
look('{1667,1668,1670..1672}', '1671', { last: '1672', max: '1670-12-31', covers: false });
if (changed) {
  console.error('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
