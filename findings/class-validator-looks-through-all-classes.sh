#!/usr/bin/env bash
# Expected: The cost of validating an object with class-validator depends on the rules of its own class.
# Observed: For every object, also nested ones, class-validator 0.15.1 asks each class of the program that has a rule
# whether the object's class descends from it. The answer cannot change, but it is not cached. So validation becomes
# slower with every decorated class, also those of other routes and packages.
# Affected: Servers that grow. A desk with some 60 request classes spent more time finding rules than applying them. To
# fix it, cache the result of the storage's `getTargetValidationMetadatas` for each class.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit class-validator@0.15.1
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { IsString, validateSync } from 'class-validator';

const { version } = JSON.parse(readFileSync('node_modules/class-validator/package.json', 'utf8'));
console.log(`class-validator ${version}`);

class Headline {
  text = 'Talks in Ankara';
}
IsString()(Headline.prototype, 'text');

let asked = 0;
/** Classes that have nothing to do with a headline, and count how often they are asked about one. */
function decorateOthers(count) {
  for (let n = 0; n < count; n += 1) {
    class Other {
      static [Symbol.hasInstance]() {
        asked += 1;
        return false;
      }
    }
    IsString()(Other.prototype, 'name');
  }
}

const found = [];
for (const [others, more] of [[0, 0], [10, 10], [1_000, 990]]) {
  decorateOthers(more);
  asked = 0;
  for (let n = 0; n < 3; n += 1) validateSync(new Headline());
  console.log(`three headlines, beside ${others} other classes: others were asked ${asked} times`);
  found.push(asked);
}
if (found.join() !== '0,30,3000') {
  console.log('This has changed: look again.');
  process.exit(1);
}
JS
node look.mjs
