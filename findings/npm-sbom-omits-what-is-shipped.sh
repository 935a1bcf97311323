#!/usr/bin/env bash
# One would guess: `npm sbom --omit dev` lists what `npm ci --omit dev` installs: the production dependencies with all that
# they need.
# What happens: npm 11.19.1 leaves out each package that a development dependency uses too, although production needs it, and
# what only that package needs. With rxjs as a dependency and concurrently (which uses rxjs) as a development dependency, the
# list has no component at all, and the exit code is 0. `npm ls --omit dev` shows both packages.
# Whom it hurts: teams that publish a bill of materials of a product, as customers and regulators ask for. The list is valid
# CycloneDX and too short, so an advisory for a shipped package matches nothing. A list without `--omit dev`, or one by
# @cyclonedx/cyclonedx-npm, has them.
set -euo pipefail
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"
mkdir tool product
(cd tool && npm init -y >/dev/null && npm install --silent --no-fund --no-audit npm@11.19.1)
npm() { node "$room/tool/node_modules/npm/bin/npm-cli.js" "$@"; }
cd product
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --save-exact rxjs@7.8.2
npm install --silent --no-fund --no-audit --save-exact --save-dev concurrently@9.2.1
names() { node -e '
  const { components } = JSON.parse(require("fs").readFileSync(0, "utf8"));
  console.log(components.map(({ name }) => name).filter((n) => ["rxjs", "tslib"].includes(n)).sort().join(" ") || "neither");
'; }
echo "npm $(npm --version)"
shipped=$(npm ls --omit dev --all --parseable | grep -o 'node_modules/[a-z]*$' | cut -d/ -f2 | sort | tr '\n' ' ')
listed=$(npm sbom --omit dev --sbom-format cyclonedx | names)
whole=$(npm sbom --sbom-format cyclonedx | names)
echo "npm ls --omit dev:   $shipped"
echo "npm sbom --omit dev: $listed"
echo "npm sbom:            $whole"
if [ "$shipped|$listed|$whole" != 'rxjs tslib |neither|rxjs tslib' ]; then
  echo 'This has changed: look again.'
  exit 1
fi
