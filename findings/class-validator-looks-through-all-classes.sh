#!/usr/bin/env bash
# One would guess: what it costs to validate an object with class-validator follows from the rules of its own class.
# What happens: for every object, nested ones too, class-validator 0.15.1 asks each class of the program that has a rule
# whether the object's class descends from it. The answer, which cannot change, is kept nowhere. So a class of one rule is
# validated more slowly with every class that is decorated anywhere else, of other routes and other packages too.
# Whom it hurts: servers that grow. A desk with some 60 classes of requests spent more time on finding rules than on
# applying them. Keeping what `getTargetValidationMetadatas` of the storage finds for each class mends it.
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
